use http::Response;

use super::*;

#[test]
fn mfa_and_duration_stand_in_the_form() {
    assert_eq!(GetSessionToken::default().form_body(), "Action=GetSessionToken&Version=2011-06-15");
    let call = GetSessionToken {
        duration: Some(GetSessionTokenDuration::from_seconds(129_600).unwrap()),
        mfa: Some(Mfa { serial: "GAHT12345678".parse().unwrap(), code: "123456".parse().unwrap() }),
    };
    assert_eq!(
        call.form_body(),
        "Action=GetSessionToken&Version=2011-06-15&DurationSeconds=129600&SerialNumber=GAHT12345678&TokenCode=123456"
    );
    for seconds in [0, 899, 129_601, u64::MAX] {
        assert_eq!(GetSessionTokenDuration::from_seconds(seconds).unwrap_err().code(), "duration");
    }
}

#[test]
fn temporary_credentials_are_read() {
    let body = "<GetSessionTokenResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetSessionTokenResult>\
        <Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>0123456789abcdef</SecretAccessKey>\
        <SessionToken>TOKEN</SessionToken><Expiration>2026-01-02T04:04:05Z</Expiration></Credentials>\
        </GetSessionTokenResult></GetSessionTokenResponse>";
    let answer =
        GetSessionToken::parse(&Response::builder().header("content-type", "text/xml").body(body).unwrap())
            .unwrap();
    assert!(answer.credentials.is_temporary());
    assert_eq!(
        (answer.credentials.access_key_id.as_str(), answer.request_id),
        ("ASIAIOSFODNN7EXAMPLE", None)
    );
}
