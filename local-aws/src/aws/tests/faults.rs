//! Faults on demand: each befalls the operation it names, as often as it says.

use serde_json::json;

use super::client::*;

fn identity(client: &Client) -> Option<Answer> {
    client.send(client.signed(&WORK_API, "GetCallerIdentity", &[], &[]))
}

#[test]
fn a_status_befalls_its_operation_n_times() {
    let client = Client::new();
    client.control(
        "faults",
        &json!({ "operation": "GetCallerIdentity", "fault": "status", "status": 503, "times": 2 }),
    );
    assert_eq!(client.assume(&WORK_API, "admin_role", "work_api", &[]).status, 200);
    assert_eq!(
        identity(&client).unwrap().gist(),
        "503 ServiceUnavailable: Service is unable to handle request."
    );
    assert_eq!(identity(&client).unwrap().status, 503);
    assert_eq!(identity(&client).unwrap().status, 200);
}

#[test]
fn throttling_dropping_and_bad_answers() {
    let client = Client::new();
    client.control(
        "faults",
        &json!([
            { "fault": "throttle" },
            { "fault": "drop" },
            { "fault": "malformed" },
            { "fault": "oversized", "bytes": 100_000 },
            { "fault": "redirect", "location": "http://127.0.0.1:1/" },
            { "fault": "body", "status": 200, "body": "<a/><b/>" },
        ]),
    );
    assert_eq!(identity(&client).unwrap().gist(), "400 Throttling: Rate exceeded");
    assert!(identity(&client).is_none());
    assert!(identity(&client).unwrap().text("Arn").is_none());
    assert!(identity(&client).unwrap().body.len() > 100_000);
    assert_eq!(identity(&client).unwrap().location(), "http://127.0.0.1:1/");
    assert_eq!(identity(&client).unwrap().body, "<a/><b/>");
    assert_eq!(identity(&client).unwrap().status, 200);
}

#[test]
fn an_answer_can_name_somebody_else() {
    let client = Client::new();
    client.control(
        "faults",
        &json!({ "operation": "AssumeRole", "fault": "other_name", "session_name": "mallory" }),
    );
    let answer = client.assume(&WORK_API, "admin_role", "work_api", &[]);
    assert_eq!(answer.gist(), "arn:aws:sts::222222222222:assumed-role/admin_role/mallory");
    assert!(client.assume(&WORK_API, "admin_role", "work_api", &[]).gist().ends_with("/work_api"));
}

#[test]
fn sign_in_fails_on_demand() {
    let client = Client::new();
    client.control("faults", &json!({ "operation": "getSigninToken", "fault": "body", "content_type": "application/json", "body": "{" }));
    let keys = client.assume(&WORK_API, "admin_role", "work_api", &[]).keys();
    assert_eq!(client.signin_token(&keys, &[]).body, "{");
    assert_eq!(client.signin_token(&keys, &[]).status, 200);
}

#[test]
fn misspelt_faults_are_refused_and_an_empty_list_clears() {
    let client = Client::new();
    assert_eq!(client.control("faults", &json!({ "fault": "explode" })).status, 400);
    assert_eq!(client.control("faults", &json!({ "fault": "redirect" })).status, 400);
    client.control("faults", &json!({ "fault": "drop" }));
    assert_eq!(client.control("faults", &json!([])).json(), json!({ "faults": [] }));
    assert_eq!(identity(&client).unwrap().status, 200);
}

#[test]
fn a_reset_forgets_everything() {
    let client = Client::new();
    let keys = client.assume(&WORK_API, "admin_role", "work_api", &[]).keys();
    client.control("faults", &json!({ "fault": "drop" }));
    client.control("clock", &json!({ "offset_seconds": 7200 }));
    client.control("reset", &json!({}));
    assert_eq!(client.call(&keys, "GetCallerIdentity", &[]).status, 403);
    assert!(client.records("").is_empty());
    assert_eq!(client.aws.clock().offset_seconds(), 0);
}
