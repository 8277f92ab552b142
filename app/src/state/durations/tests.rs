use nanori_identity::SessionDuration;

use super::offered;

#[test]
fn every_offer_is_one_that_aws_takes() {
    for seconds in [offered(false), offered(true)].concat() {
        assert!(SessionDuration::from_seconds(seconds.into()).is_ok(), "{seconds}");
    }
    assert!(offered(true).iter().all(|seconds| *seconds <= SessionDuration::CHAINED_MAX.seconds()));
}
