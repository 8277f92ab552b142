use insta::assert_snapshot;
use nanori_identity::Partition;

use super::{Denial, diagnose};
use crate::{Caller, Policy, Request};

const REFUSED: &str = "User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/admin_role";

fn request(name: &str) -> Request {
    let caller = Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/", "work_api");
    Request::assume_role(caller, "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role"))
        .session_name(name)
}

#[track_caller]
fn causes(code: &str, message: &str, request: &Request, trust: Option<&Policy>) -> String {
    let causes = diagnose(&Denial { code, message, request, trust, identity: None });
    let line =
        |cause: &super::Cause| format!("{:?} {} ({:?})", cause.certainty, cause.kind.code(), cause.evidence);
    causes.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn words_of_sts_settle_it() {
    let one = |code: &str, message: &str| causes(code, message, &request("work_api"), None);
    assert_snapshot!(one("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code."), @"Certain mfa_code (Answer)");
    assert_snapshot!(one("AccessDenied", &format!("{REFUSED} because no identity-based policy allows the sts:AssumeRole action")), @"Certain identity_silent (Answer)");
    assert_snapshot!(one("AccessDenied", &format!("{REFUSED} with an explicit deny in a service control policy")), @"Certain organization_policy (Answer)");
    assert_snapshot!(one("ExpiredToken", "The security token included in the request is expired"), @"Certain expired_credentials (Answer)");
    assert_snapshot!(one("ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."), @"Certain duration (Answer)");
}

#[test]
fn without_a_policy_the_call_makes_some_causes_likely() {
    assert_snapshot!(causes("AccessDenied", REFUSED, &request("botocore-session-1"), None), @r"
    Likely name_differs (Call)
    Likely mfa_missing (Call)
    Possible trust_silent (SameAnswer)
    Possible external_id (SameAnswer)
    Possible no_such_role (SameAnswer)
    Possible identity_silent (SameAnswer)
    Possible organization_policy (SameAnswer)
    ");
}

#[test]
fn the_policy_settles_it() {
    let trust = Policy::parse_trust(
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole",
           "Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}}}"#,
    )
    .expect("a trust policy");
    assert_snapshot!(causes("AccessDenied", REFUSED, &request("botocore-session-1"), Some(&trust)), @"Certain trust_silent (Policies)");
    assert_snapshot!(causes("AccessDenied", REFUSED, &request("work_api").source_identity("work_api"), Some(&trust)), @"Certain source_identity (Policies)");
    assert_snapshot!(causes("AccessDenied", REFUSED, &request("work_api").mfa(), Some(&trust)), @r"
    Likely mfa_code (Call)
    Possible identity_silent (SameAnswer)
    Possible organization_policy (SameAnswer)
    ");
}
