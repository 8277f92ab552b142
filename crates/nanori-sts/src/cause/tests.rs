use super::*;

const CALLER: &str = "arn:aws:iam::111111111111:user/work_api";
const DENIED: &str = "User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/admin_role";

fn switch() -> AssumeRole {
    AssumeRole::new("arn:aws:iam::222222222222:role/admin_role".parse().unwrap(), "work_api".parse().unwrap())
}

#[track_caller]
fn check(code: &str, message: &str, asked: &AssumeRole, caller: Option<&str>, expected: &str) {
    let refusal = Refusal::new(403, code, message, None);
    let caller = caller.map(|arn| arn.parse().unwrap());
    let causes: Vec<&str> =
        likely_causes(&refusal, asked, caller.as_ref()).into_iter().map(Cause::as_str).collect();
    assert_eq!(causes.join(" "), expected, "{message}");
    let mut once = causes.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), causes.len(), "a cause comes twice");
}

#[test]
fn a_plain_denial_names_what_was_not_given() {
    check(
        "AccessDenied",
        DENIED,
        &switch(),
        Some(CALLER),
        "trust-policy-principal identity-policy-missing mfa-missing external-id-missing source-identity-missing role-missing other-condition",
    );
    let everything = AssumeRole {
        external_id: Some("ext".parse().unwrap()),
        source_identity: Some("work_api".parse().unwrap()),
        mfa: Some(crate::Mfa {
            serial: "arn:aws:iam::111111111111:mfa/x".parse().unwrap(),
            code: "123456".parse().unwrap(),
        }),
        ..switch()
    };
    check(
        "AccessDenied",
        DENIED,
        &everything,
        Some(CALLER),
        "trust-policy-principal identity-policy-missing external-id-wrong role-missing other-condition",
    );
    let other_name = AssumeRole { session_name: "somebody".parse().unwrap(), ..everything.clone() };
    check(
        "AccessDenied",
        DENIED,
        &other_name,
        Some(CALLER),
        "trust-policy-session-name identity-policy-missing trust-policy-principal external-id-wrong role-missing other-condition",
    );
    check(
        "AccessDenied",
        DENIED,
        &everything,
        Some("arn:aws:iam::222222222222:user/work_api"),
        "trust-policy-principal external-id-wrong role-missing other-condition",
    );
}

#[test]
fn what_aws_says_outranks_guesses() {
    let call = switch();
    for (words, expected) in [
        (" because no identity-based policy allows the sts:AssumeRole action", "identity-policy-missing"),
        (" with an explicit deny in a service control policy", "service-control-policy"),
        (" with an explicit deny in a resource control policy", "resource-control-policy"),
        (" because no permissions boundary allows the sts:AssumeRole action", "permissions-boundary"),
        (" because no session policy allows the sts:AssumeRole action", "session-policy"),
        (" with an explicit deny in an identity-based policy", "identity-policy-denies mfa-missing"),
        (
            " with an explicit deny in a resource-based policy",
            "trust-policy-denies trust-policy-principal mfa-missing external-id-missing source-identity-missing",
        ),
        (
            " because no resource-based policy allows the sts:AssumeRole action",
            "trust-policy-principal mfa-missing external-id-missing source-identity-missing role-missing other-condition",
        ),
    ] {
        check("AccessDenied", &format!("{DENIED}{words}"), &call, Some(CALLER), expected);
    }
    check(
        "AccessDenied",
        &DENIED.replace("AssumeRole", "TagSession"),
        &call,
        None,
        "tag-session-not-allowed",
    );
    check(
        "AccessDenied",
        &DENIED.replace("AssumeRole", "SetSourceIdentity"),
        &call,
        None,
        "source-identity-not-allowed source-identity-immutable",
    );
    check("AccessDenied", "Roles may not be assumed by root accounts.", &call, None, "root-user");
    check("AccessDenied", DENIED, &call, Some("arn:aws:iam::111111111111:root"), "root-user");
    check(
        "AccessDenied",
        "Cannot call GetSessionToken with session credentials",
        &call,
        None,
        "long-term-key-needed",
    );
}

#[test]
fn mfa_failures_are_told_apart() {
    check(
        "AccessDenied",
        "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        &switch(),
        None,
        "mfa-code-wrong mfa-code-reused mfa-serial-wrong",
    );
    check(
        "AccessDenied",
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
        &switch(),
        None,
        "mfa-serial-wrong mfa-code-wrong",
    );
}

#[test]
fn other_refusals_have_their_cause() {
    for (code, message, expected) in [
        ("ExpiredToken", "", "session-expired"),
        ("InvalidClientTokenId", "", "access-key-unknown"),
        ("SignatureDoesNotMatch", "", "secret-key-wrong"),
        ("SignatureDoesNotMatch", "Signature expired: x", "clock-behind"),
        ("SignatureDoesNotMatch", "Signature not yet current: x", "clock-ahead"),
        ("ValidationError", "… role chaining.", "role-chaining"),
        ("ValidationError", "… MaxSessionDuration …", "role-maximum"),
        ("ValidationError", "1 validation error detected", ""),
        ("MalformedPolicyDocument", "", "policy-malformed"),
        ("PackedPolicyTooLarge", "", "policy-too-large"),
        ("RegionDisabledException", "", "region-not-active"),
        ("Throttling", "Rate exceeded", "too-many-calls"),
        ("InternalFailure", "", "aws-fault"),
        ("Strange", "", ""),
    ] {
        check(code, message, &switch(), Some(CALLER), expected);
    }
}
