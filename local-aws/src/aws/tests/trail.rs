//! CloudTrail records: both accounts, the right identities, no secrets.

use super::client::*;

#[test]
fn a_switch_across_accounts_leaves_a_record_in_each() {
    let client = Client::new();
    client.assume(&WORK_API, "admin_role", "work_api", &[("DurationSeconds", "900")]);
    let own = &client.records("account=111111111111")[0];
    let there = &client.records("account=222222222222")[0];
    assert_eq!(own["sharedEventID"], there["sharedEventID"]);
    assert_ne!(own["eventID"], there["eventID"]);
    assert_eq!(own["userIdentity"]["type"], "IAMUser");
    assert_eq!(own["userIdentity"]["userName"], "work_api");
    assert_eq!(there["userIdentity"]["type"], "AWSAccount");
    assert!(there["userIdentity"].get("userName").is_none());
    assert_eq!(there["requestParameters"]["roleSessionName"], "work_api");
    assert_eq!(there["requestParameters"]["durationSeconds"], 900);
    let arn = "arn:aws:sts::222222222222:assumed-role/admin_role/work_api";
    assert_eq!(there["responseElements"]["assumedRoleUser"]["arn"], arn);
    assert_eq!(there["resources"][0]["ARN"], "arn:aws:iam::222222222222:role/admin_role");
}

#[test]
fn a_refusal_is_recorded_where_the_caller_is() {
    let client = Client::new();
    client.assume(&WORK_API, "admin_role", "botocore-session-1", &[]);
    let records = client.records("");
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["recipientAccountId"], "111111111111");
    assert_eq!(records[0]["errorCode"], "AccessDenied");
    assert!(records[0]["responseElements"].is_null());
}

#[test]
fn a_role_session_shows_its_issuer_and_its_name() {
    let client = Client::new();
    let keys = client.assume(&WORK_API, "admin_role", "work_api", &[]).keys();
    client.call(&keys, "GetCallerIdentity", &[]);
    let record = &client.records("name=GetCallerIdentity")[0];
    assert_eq!(record["userIdentity"]["type"], "AssumedRole");
    assert_eq!(record["userIdentity"]["arn"], "arn:aws:sts::222222222222:assumed-role/admin_role/work_api");
    assert_eq!(record["userIdentity"]["sessionContext"]["sessionIssuer"]["userName"], "admin_role");
    assert_eq!(record["userIdentity"]["sessionContext"]["attributes"]["mfaAuthenticated"], "false");
}

#[test]
fn sign_in_leaves_two_records() {
    let client = Client::new();
    let keys = client.assume(&WORK_API, "admin_role", "work_api", &[]).keys();
    let token = client.signin_token(&keys, &[]).json()["SigninToken"].as_str().unwrap().to_owned();
    let destination = "https://console.aws.amazon.com/";
    client.post("/federation", &[("Action", "login"), ("Destination", destination), ("SigninToken", &token)]);
    assert_eq!(client.records("name=GetSigninToken").len(), 1);
    let login = &client.records("name=ConsoleLogin")[0];
    assert_eq!(login["responseElements"]["ConsoleLogin"], "Success");
    assert_eq!(login["additionalEventData"]["LoginTo"], destination);
    assert_eq!(login["userIdentity"]["arn"], "arn:aws:sts::222222222222:assumed-role/admin_role/work_api");
}

#[test]
fn no_secret_gets_into_the_trail_or_debug_output() {
    let client = Client::new();
    let serial = "arn:aws:iam::111111111111:mfa/alice";
    let code = client.totp(serial, 0);
    let more = [("SerialNumber", serial), ("TokenCode", code.as_str())];
    let keys = client.assume(&ALICE, "mfa_admin", "alice", &more).keys();
    let signin = client.signin_token(&keys, &[]).json()["SigninToken"].as_str().unwrap().to_owned();
    let trail = serde_json::to_string(&client.records("")).unwrap();
    let debug = format!("{:?}", client.aws);
    for secret in [keys.secret.as_ref(), keys.token.as_deref().unwrap(), ALICE.secret.as_ref()] {
        assert!(!trail.contains(secret) && !debug.contains(secret));
    }
    assert!(!trail.contains(&signin) && !debug.contains(&signin));
    assert!(!trail.contains(&code));
    assert!(!debug.contains("NANORIDEMOALICETOTPSEED"));
}
