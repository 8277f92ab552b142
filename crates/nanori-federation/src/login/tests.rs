use http::Response;
use insta::assert_snapshot;

use super::*;
use crate::{ConsolePage, DeepLink, Logout, SigninTokenRequest};

pub(crate) fn login(endpoint: &SigninEndpoint) -> Login {
    let token = SigninTokenRequest::parse(&Response::new(r#"{"SigninToken":"CANARY/+="}"#)).unwrap();
    let link = DeepLink::to("arn:aws:iam::222222222222:role/admin_role".parse().unwrap());
    let issuer = Issuer::new(&"https://portal.example.com".parse().unwrap(), &link);
    Login::new(endpoint, token, Destination::page(endpoint, ConsolePage::HOME), issuer)
}

fn endpoint() -> SigninEndpoint {
    SigninEndpoint::regional("eu-west-1".parse().unwrap())
}

#[test]
fn the_token_is_in_the_fields_and_not_in_the_action() {
    let login = login(&endpoint());
    assert_eq!(login.action(), "https://eu-west-1.signin.aws.amazon.com/federation");
    let fields: Vec<String> =
        login.expose_fields().iter().map(|(name, value)| format!("{name} = {value}")).collect();
    assert_snapshot!(fields.join("\n"), @r"
Action = login
Issuer = https://portal.example.com/switch?role=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role
Destination = https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1
SigninToken = CANARY/+=
");
    assert!(!format!("{login:?}").contains("CANARY"));
}

#[test]
fn a_link_is_made_on_request() {
    assert_snapshot!(login(&endpoint()).expose_link(), @"https://eu-west-1.signin.aws.amazon.com/federation?Action=login&Issuer=https%3A%2F%2Fportal.example.com%2Fswitch%3Frole%3Darn%253Aaws%253Aiam%253A%253A222222222222%253Arole%252Fadmin_role&Destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1&SigninToken=CANARY%2F%2B%3D");
    let again = Logout::expose_and_in_again(&endpoint(), &login(&endpoint()));
    assert!(again.starts_with("https://us-east-1.signin.aws.amazon.com/oauth?Action=logout&redirect_uri=https%3A%2F%2Feu-west-1.signin.aws.amazon.com%2Ffederation%3FAction%3Dlogin%26"), "{again}");
}
