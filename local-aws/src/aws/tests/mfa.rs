//! MFA: the right device, the right code, once.

use insta::assert_snapshot;

use super::client::*;

const SERIAL: &str = "arn:aws:iam::111111111111:mfa/alice";

#[test]
fn s4_a_code_lets_in_once() {
    let client = Client::new();
    let code = client.totp(SERIAL, 0);
    let with_code = [("SerialNumber", SERIAL), ("TokenCode", code.as_str())];
    assert_snapshot!(client.assume(&ALICE, "mfa_admin", "alice", &[]).gist(), @"403 AccessDenied: User: arn:aws:iam::111111111111:user/staff/alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/mfa_admin");
    assert_snapshot!(client.assume(&ALICE, "mfa_admin", "alice", &with_code).gist(), @"arn:aws:sts::222222222222:assumed-role/mfa_admin/alice");
    assert_snapshot!(client.assume(&ALICE, "mfa_admin", "alice", &with_code).gist(), @"403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. ");
}

#[test]
fn a_session_token_carries_mfa() {
    let client = Client::new();
    let code = client.totp(SERIAL, 0);
    let session =
        client.call(&ALICE, "GetSessionToken", &[("SerialNumber", SERIAL), ("TokenCode", &code)]).keys();
    assert_eq!(client.assume(&session, "mfa_admin", "alice", &[]).status, 200);
    let without = client.call(&ALICE, "GetSessionToken", &[]).keys();
    assert_eq!(client.assume(&without, "mfa_admin", "alice", &[]).status, 403);
}

#[test]
fn somebody_else_s_device_and_half_a_pair_are_refused() {
    let client = Client::new();
    let code = client.totp(SERIAL, 0);
    let with_code = [("SerialNumber", SERIAL), ("TokenCode", code.as_str())];
    assert_snapshot!(client.assume(&WORK_API, "mfa_admin", "work_api", &with_code).gist(), @"403 AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
    assert_snapshot!(client.assume(&ALICE, "mfa_admin", "alice", &with_code[..1]).gist(), @"403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
    let stale = client.totp(SERIAL, -2);
    let with_stale = [("SerialNumber", SERIAL), ("TokenCode", stale.as_str())];
    assert_eq!(client.assume(&ALICE, "mfa_admin", "alice", &with_stale).status, 403);
}
