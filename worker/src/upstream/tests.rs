use super::*;

fn refused(status: u16, code: &str, message: &str) -> Failure {
    Failure::Sts(StsError::Refused(Box::new(Refusal::new(status, code, message, None))))
}

#[test]
fn only_what_used_nothing_up_is_sent_again() {
    let throttled = refused(400, "Throttling", "Rate exceeded");
    let failed = refused(500, "InternalFailure", "");
    let lost = Failure::Fetch(FetchError::Unreachable);
    let denied = refused(403, "AccessDenied", "User is not authorized");
    let late = Failure::Fetch(FetchError::Timeout);
    assert_eq!(
        [&throttled, &failed, &lost, &denied, &late].map(|failure| failure.may_retry(false)),
        [true, true, true, false, false]
    );
    assert_eq!(
        [&throttled, &failed, &lost, &denied, &late].map(|failure| failure.may_retry(true)),
        [true, false, false, false, false]
    );
}
