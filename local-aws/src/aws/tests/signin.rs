//! getSigninToken and login: which credentials, how long, where to, and once.

use insta::assert_snapshot;

use super::client::*;

fn code_of(answer: &Answer) -> String {
    let rest = answer.body.split("data-code=\"").nth(1).unwrap_or("");
    format!("{} {}", answer.status, rest.split('"').next().unwrap_or(""))
}

fn admin(client: &Client) -> Keys {
    client.assume(&WORK_API, "admin_role", "work_api", &[]).keys()
}

fn login(client: &Client, token: &str, destination: &str) -> Answer {
    let issuer = "https://portal.example/switch?role=x";
    let form =
        [("Action", "login"), ("Issuer", issuer), ("Destination", destination), ("SigninToken", token)];
    client.post("/federation", &form)
}

fn token(client: &Client, keys: &Keys) -> String {
    client.signin_token(keys, &[]).json()["SigninToken"].as_str().unwrap().to_owned()
}

#[track_caller]
fn check_destination(destination: &str, expected: &str) {
    let client = Client::new();
    let answer = login(&client, &token(&client, &admin(&client)), destination);
    let got = if answer.status == 302 {
        client.get(answer.location(), None).location().to_owned()
    } else {
        code_of(&answer)
    };
    assert_eq!(got, expected, "{destination}");
}

#[test]
fn destinations_on_console_hosts_are_mapped() {
    check_destination("https://console.aws.amazon.com/", "/console/");
    check_destination(
        "https://console.aws.amazon.com/s3/home?region=eu-west-1#b",
        "/console/s3/home?region=eu-west-1#b",
    );
    check_destination(
        "https://us-east-1.console.aws.amazon.com/s3/home",
        "/console/s3/home?region=us-east-1",
    );
    check_destination("https://s3.console.aws.amazon.com/s3/buckets", "/console/s3/buckets");
    check_destination("http://127.0.0.1:4566/console/iam/home", "/console/iam/home");
}

#[test]
fn other_destinations_are_refused() {
    for destination in [
        "https://evil.example/",
        "https://console.aws.amazon.com.evil.example/",
        "https://evilconsole.aws.amazon.com/",
        "https://a.b.console.aws.amazon.com/",
        "http://console.aws.amazon.com/",
        "https://user@console.aws.amazon.com/",
        "https://console.aws.amazon.com:8443/",
        "https://console.amazonaws-us-gov.com/",
        "javascript:alert(1)",
        "http://127.0.0.1:4566/_local/reset",
        "http://127.0.0.1:4567/console/",
        "//evil.example/console/",
        "/console/",
    ] {
        check_destination(destination, "400 invalid-destination");
    }
}

#[test]
fn a_token_works_once_and_for_fifteen_minutes() {
    let client = Client::new();
    let first = token(&client, &admin(&client));
    let home = "https://console.aws.amazon.com/";
    assert_eq!(login(&client, &first, home).status, 302);
    assert_snapshot!(code_of(&login(&client, &first, home)), @"400 invalid-signin-token");
    let second = token(&client, &admin(&client));
    client.aws.clock().offset_by(15 * 60);
    assert_snapshot!(code_of(&login(&client, &second, home)), @"400 expired-signin-token");
    assert_snapshot!(code_of(&login(&client, "made-up", home)), @"400 invalid-signin-token");
}

#[test]
fn session_duration_is_for_roles_assumed_with_a_long_term_key_only() {
    let client = Client::new();
    let twelve = [("SessionDuration", "43200")];
    let with = |keys: &Keys| code_of(&client.signin_token(keys, &twelve));
    assert_eq!(client.signin_token(&admin(&client), &twelve).status, 200);

    let start = client.assume(&WORK_API, "chain_start", "work_api", &[]).keys();
    let chained = client.assume(&start, "chain_end", "work_api", &[]).keys();
    assert_snapshot!(with(&chained), @"400 session-duration-not-allowed");
    assert_eq!(client.signin_token(&chained, &[]).status, 200);

    let session = client.call(&WORK_API, "GetSessionToken", &[]).keys();
    let through_session = client.assume(&session, "admin_role", "work_api", &[]).keys();
    assert_snapshot!(with(&through_session), @"400 session-duration-not-allowed");

    let federated = client.call(&WORK_API, "GetFederationToken", &[("Name", "bob")]).keys();
    assert_snapshot!(with(&federated), @"400 session-duration-not-allowed");
    assert_eq!(client.signin_token(&federated, &[]).status, 200);

    for seconds in ["899", "43201", "an hour", ""] {
        let answer = client.signin_token(&admin(&client), &[("SessionDuration", seconds)]);
        assert_eq!(code_of(&answer), "400 invalid-session-duration", "{seconds}");
    }
}

#[test]
fn only_genuine_live_credentials_of_the_right_kind_get_a_token() {
    let client = Client::new();
    let mut keys = admin(&client);
    keys.secret = "0000000000000000000000000000000000000000".into();
    assert_snapshot!(code_of(&client.signin_token(&keys, &[])), @"400 invalid-credentials");
    assert_snapshot!(code_of(&client.signin_token(&WORK_API, &[])), @"400 malformed-session");
    let session = client.call(&WORK_API, "GetSessionToken", &[]).keys();
    assert_snapshot!(code_of(&client.signin_token(&session, &[])), @"400 session-token-credentials");
    let keys = admin(&client);
    client.aws.clock().offset_by(3600);
    assert_snapshot!(code_of(&client.signin_token(&keys, &[])), @"400 expired-credentials");
    assert_snapshot!(code_of(&client.post("/federation", &[("Action", "getSigninToken")])), @"400 missing-session");
    assert_snapshot!(code_of(&client.post("/federation", &[("Action", "other")])), @"400 invalid-action");
}

#[test]
fn get_works_like_post() {
    let client = Client::new();
    let session: String = form_urlencoded::byte_serialize(admin(&client).session_json().as_bytes()).collect();
    let answer = client.get(&format!("/federation?Action=getSigninToken&Session={session}"), None);
    let token = answer.json()["SigninToken"].as_str().unwrap().to_owned();
    let destination: String = form_urlencoded::byte_serialize(b"https://console.aws.amazon.com/").collect();
    let path = format!("/federation?Action=login&Destination={destination}&SigninToken={token}");
    assert_eq!(client.get(&path, None).status, 302);
}
