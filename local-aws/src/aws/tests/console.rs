//! The console page: who is signed in, a second login, multi-session, expiry, logout.

use insta::assert_snapshot;

use super::client::*;

/// Signs in; returns the page after login, the cookie, and where the page is.
fn sign_in(client: &Client, keys: &Keys, destination: &str, cookie: Option<&str>) -> (Answer, String) {
    let token = client.signin_token(keys, &[]).json()["SigninToken"].as_str().unwrap().to_owned();
    let issuer = "https://portal.example/switch?role=x&region=eu-west-1";
    let form =
        [("Action", "login"), ("Issuer", issuer), ("Destination", destination), ("SigninToken", &token)];
    let arrival = client.post("/federation", &form).location().to_owned();
    let answer = client.get(&arrival, cookie);
    let set =
        answer.headers.get("set-cookie").map(|value| value.to_str().unwrap().split(';').next().unwrap());
    let cookie = set.or(cookie).unwrap_or("").to_owned();
    (answer, cookie)
}

fn field(answer: &Answer, id: &str) -> Option<String> {
    let rest = answer.body.split(&format!("id=\"{id}\"")).nth(1)?;
    Some(rest.split_once('>')?.1.split('<').next()?.to_owned())
}

fn admin(client: &Client) -> Keys {
    client.assume(&WORK_API, "admin_role", "work_api", &[]).keys()
}

#[test]
fn s6_the_page_shows_who_where_and_until_when() {
    let client = Client::new();
    let (arrived, cookie) =
        sign_in(&client, &admin(&client), "https://eu-west-1.console.aws.amazon.com/s3/buckets?x=1", None);
    let page = client.get(arrived.location(), Some(&cookie));
    let shown = ["who", "account", "account-id", "role", "session-name", "region", "page", "mfa"]
        .map(|id| format!("{id}: {}", field(&page, id).unwrap_or_default()))
        .join("\n");
    assert_snapshot!(shown, @r"
    who: assumed-role/admin_role/work_api
    account: production (222222222222)
    account-id: 222222222222
    role: admin_role
    session-name: work_api
    region: eu-west-1
    page: /s3/buckets
    mfa: no
    ");
    // Without a region in the address the console reuses the last one.
    assert_eq!(
        field(&client.get("/console/iam/home", Some(&cookie)), "region").as_deref(),
        Some("eu-west-1")
    );
}

#[test]
fn mfa_shows_on_the_page() {
    let client = Client::new();
    let serial = "arn:aws:iam::111111111111:mfa/alice";
    let code = client.totp(serial, 0);
    let more = [("SerialNumber", serial), ("TokenCode", code.as_str())];
    let keys = client.assume(&ALICE, "mfa_admin", "alice", &more).keys();
    let (arrived, cookie) = sign_in(&client, &keys, "https://console.aws.amazon.com/", None);
    assert_eq!(field(&client.get(arrived.location(), Some(&cookie)), "mfa").as_deref(), Some("yes"));
}

#[test]
fn a_second_login_must_log_out_first() {
    let client = Client::new();
    let home = "https://console.aws.amazon.com/";
    let (_, cookie) = sign_in(&client, &admin(&client), home, None);
    let (second, _) = sign_in(&client, &admin(&client), home, Some(&cookie));
    assert_eq!(second.status, 400);
    assert!(second.body.contains("You must first log out before logging into a different AWS account."));
    assert_eq!(client.get("/console/", Some(&cookie)).status, 200);

    let logout = client.get("/oauth?Action=logout", Some(&cookie));
    assert!(logout.body.contains("You are signed out"));
    assert_eq!(client.get("/console/", Some(&cookie)).status, 401);
    let (third, _) = sign_in(&client, &admin(&client), home, Some(&cookie));
    assert_eq!(third.status, 302);
}

#[test]
fn logout_goes_on_only_to_aws_itself() {
    let client = Client::new();
    let next = |uri: &str| {
        let uri: String = form_urlencoded::byte_serialize(uri.as_bytes()).collect();
        let answer = client.get(&format!("/oauth?Action=logout&redirect_uri={uri}"), None);
        if answer.status == 302 { answer.location().to_owned() } else { answer.status.to_string() }
    };
    assert_eq!(
        next("https://signin.aws.amazon.com/federation?Action=login&x=1"),
        "/federation?Action=login&x=1"
    );
    assert_eq!(next("https://us-east-1.signin.aws.amazon.com/federation?a=b"), "/federation?a=b");
    assert_eq!(next("http://127.0.0.1:4566/federation?a=b"), "/federation?a=b");
    assert_eq!(next("https://console.aws.amazon.com/s3"), "/console/s3");
    assert_eq!(next("https://evilsignin.aws.amazon.com/"), "200");
    assert_eq!(next("https://evil.example/"), "200");
    assert_eq!(next("http://127.0.0.1:9999/"), "200");
}

#[test]
fn with_multi_session_five_live_side_by_side() {
    let client = Client::new();
    let switched = client.get("/console/multi-session?enabled=true", None);
    let cookie = switched.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let home = "https://console.aws.amazon.com/";
    let (first, _) = sign_in(&client, &admin(&client), home, Some(&cookie));
    let reader = client.assume(&WORK_API, "team/a/reader", "work_api", &[]).keys();
    let (second, _) = sign_in(&client, &reader, home, Some(&cookie));
    let role = |answer: &Answer| field(&client.get(answer.location(), Some(&cookie)), "role").unwrap();
    assert_eq!((role(&first), role(&second)), ("admin_role".to_owned(), "reader".to_owned()));
    for _ in 0..3 {
        assert_eq!(sign_in(&client, &admin(&client), home, Some(&cookie)).0.status, 302);
    }
    assert_eq!(sign_in(&client, &admin(&client), home, Some(&cookie)).0.status, 400);
}

#[test]
fn an_ended_session_shows_the_way_back() {
    let client = Client::new();
    let (arrived, cookie) = sign_in(&client, &admin(&client), "https://console.aws.amazon.com/", None);
    client.aws.clock().offset_by(3601);
    let page = client.get(arrived.location(), Some(&cookie));
    assert_eq!(page.status, 401);
    assert!(page.body.contains("href=\"https://portal.example/switch?role=x&amp;region=eu-west-1\""));
}

#[test]
fn an_ended_session_does_not_stand_in_the_way() {
    let client = Client::new();
    let home = "https://console.aws.amazon.com/";
    let quarter = client.assume(&WORK_API, "admin_role", "work_api", &[("DurationSeconds", "900")]).keys();
    let (_, cookie) = sign_in(&client, &quarter, home, None);
    let hour = admin(&client);
    assert_eq!(sign_in(&client, &hour, home, Some(&cookie)).0.status, 400);
    client.aws.clock().offset_by(901);
    assert_eq!(sign_in(&client, &hour, home, Some(&cookie)).0.status, 302);
}

#[test]
fn nothing_from_outside_becomes_markup() {
    let client = Client::new();
    let token = client.signin_token(&admin(&client), &[]).json()["SigninToken"].as_str().unwrap().to_owned();
    let form = [
        ("Action", "login"),
        ("Issuer", "https://portal.example/\"><script>alert(1)</script>"),
        ("Destination", "https://console.aws.amazon.com/s3?region=<b>x</b>"),
        ("SigninToken", &token),
    ];
    let arrival = client.post("/federation", &form).location().to_owned();
    let arrived = client.get(&arrival, None);
    let cookie = arrived.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let page = client.get(arrived.location(), Some(&cookie));
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("<script") && !page.body.contains("<b>"), "{}", page.body);
}
