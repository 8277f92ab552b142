use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(status: u16, code: &str, message: &str, expected: &str, retryable: bool) {
    let refusal = Refusal::new(status, code, message, Some("id"));
    assert_eq!((refusal.code().as_str(), refusal.is_retryable()), (expected, retryable), "{code}: {message}");
}

#[test]
fn each_error_of_sts_is_told_apart() {
    let denied = "User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/admin_role";
    check(403, "AccessDenied", denied, "access-denied", false);
    check(
        403,
        "AccessDenied",
        "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        "mfa-failed",
        false,
    );
    check(
        403,
        "ExpiredToken",
        "The security token included in the request is expired",
        "expired-token",
        false,
    );
    check(403, "ExpiredTokenException", "expired", "expired-token", false);
    check(
        403,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.",
        "invalid-client-token-id",
        false,
    );
    check(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.",
        "signature-does-not-match",
        false,
    );
    check(
        403,
        "SignatureDoesNotMatch",
        "Signature expired: x is now earlier than y",
        "signature-expired",
        false,
    );
    check(
        403,
        "SignatureDoesNotMatch",
        "Signature not yet current: x is still later than y",
        "signature-not-yet-current",
        false,
    );
    check(400, "IncompleteSignature", "…", "not-signed", false);
    check(403, "MissingAuthenticationToken", "Request is missing Authentication Token", "not-signed", false);
    check(
        400,
        "ValidationError",
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        "duration-chained",
        false,
    );
    check(
        400,
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        "duration-over-maximum",
        false,
    );
    check(400, "ValidationError", "1 validation error detected: Value 'x'", "validation", false);
    check(400, "MalformedPolicyDocument", "Syntax errors in policy.", "malformed-policy-document", false);
    check(400, "PackedPolicyTooLarge", "Packed policy consumes 120%", "packed-policy-too-large", false);
    check(403, "RegionDisabledException", "STS is not activated in this region", "region-disabled", false);
    check(403, "OptInRequired", "…", "opt-in-required", false);
    check(400, "Throttling", "Rate exceeded", "throttled", true);
    check(400, "ThrottlingException", "Rate exceeded", "throttled", true);
    check(503, "ServiceUnavailable", "…", "service-unavailable", true);
    check(500, "InternalFailure", "…", "internal-failure", true);
    check(502, "Strange", "…", "internal-failure", true);
    check(429, "Strange", "…", "throttled", true);
    check(403, "Strange", "…", "other", false);
}

#[test]
fn the_canonical_request_is_cut_from_a_message() {
    let message = "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
                   Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String \
                   for this request should have been\n'POST\n/\n\nx-amz-security-token:CANARY\n'";
    let refusal = Refusal::new(403, "SignatureDoesNotMatch", message, None);
    assert!(refusal.message().ends_with("for details."), "{}", refusal.message());
    assert!(!format!("{refusal:?} {refusal}").contains("CANARY"));
}

#[test]
fn a_message_is_one_line_of_bounded_length() {
    let refusal = Refusal::new(400, "Validation\r\nError", "a\r\nb\u{0}\u{7}c", Some("id\r\nx: y"));
    assert_eq!(
        (refusal.aws_code(), refusal.message(), refusal.request_id()),
        ("ValidationError", "a b c", Some("idx:y"))
    );
    assert_eq!(Refusal::new(400, "x", &"é".repeat(9000), None).message().chars().count(), 2048);
}

#[test]
fn a_clock_is_mended_by_what_aws_says() {
    let now: Timestamp = "20260102T030405Z".parse().unwrap();
    let behind = "Signature expired: 20260102T030405Z is now earlier than 20260102T032905Z (20260102T033405Z - 5 min.)";
    assert_eq!(Refusal::new(403, "SignatureDoesNotMatch", behind, None).clock_skew(now), Some(-1800));
    let ahead = "Signature not yet current: 20260102T030405Z is still later than 20260102T025405Z (20260102T024905Z + 5 min.)";
    assert_eq!(Refusal::new(403, "SignatureDoesNotMatch", ahead, None).clock_skew(now), Some(900));
    assert_eq!(Refusal::new(403, "AccessDenied", "(20260102T030405Z - 5 min.)", None).clock_skew(now), None);
}

proptest! {
    #[test]
    fn never_panics_and_stays_clean(status in 0_u16..1000, code in ".{0,40}", message in ".{0,400}", id in ".{0,40}") {
        let refusal = Refusal::new(status, &code, &message, Some(&id));
        prop_assert!(!refusal.message().contains(char::is_control));
        prop_assert!(refusal.aws_code().bytes().all(|b| b.is_ascii_graphic()));
    }
}
