use proptest::prelude::*;

use super::*;

fn endpoint(region: &str) -> SigninEndpoint {
    SigninEndpoint::regional(region.parse().unwrap())
}

fn local() -> SigninEndpoint {
    SigninEndpoint::local(&"http://127.0.0.1:4566".parse().unwrap(), "eu-west-1".parse().unwrap())
}

#[track_caller]
fn check(endpoint: &SigninEndpoint, text: &str, expected: &str) {
    let found = Destination::read(endpoint, text).map_or_else(|error| error.code(), |_| "allowed");
    assert_eq!(found, expected, "{text}");
}

#[test]
fn only_the_partition_s_console_is_a_destination() {
    let aws = endpoint("eu-west-1");
    check(&aws, "https://console.aws.amazon.com/", "allowed");
    check(&aws, "https://console.aws.amazon.com/ec2/home?region=us-east-1#Instances:", "allowed");
    check(&aws, "https://ap-northeast-1.console.aws.amazon.com/s3/buckets", "allowed");
    check(&aws, "https://s3.console.aws.amazon.com/s3/home", "allowed");
    check(&aws, "https://console.aws.amazon.com", "not-an-address");
    check(&aws, "https://console.amazonaws.cn/", "foreign-destination");
    check(&aws, "https://signin.aws.amazon.com/oauth", "foreign-destination");
    check(&aws, "https://evilconsole.aws.amazon.com/", "foreign-destination");
    check(&aws, "https://console.aws.amazon.com.evil.example/", "foreign-destination");
    check(&aws, "https://a.b.console.aws.amazon.com/", "foreign-destination");
    check(&aws, "https://evil.example/https://console.aws.amazon.com/", "foreign-destination");
    check(&aws, "https://console.aws.amazon.com@evil.example/", "not-an-address");
    check(&aws, "https://console.aws.amazon.com:8443/", "not-an-address");
    check(&aws, "http://console.aws.amazon.com/", "not-an-address");
    check(&aws, "https://console.aws.amazon.com\\.evil.example/", "not-an-address");
    check(&aws, "http://127.0.0.1:4566/console/home", "not-an-address");
    check(&endpoint("cn-north-1"), "https://cn-north-1.console.amazonaws.cn/", "allowed");
    check(&endpoint("cn-north-1"), "https://console.aws.amazon.com/", "foreign-destination");
    check(&endpoint("us-gov-west-1"), "https://console.amazonaws-us-gov.com/ec2/home", "allowed");
    check(&endpoint("eusc-de-east-1"), "https://eusc-de-east-1.console.amazonaws-eusc.eu/", "allowed");
}

#[test]
fn a_stand_in_has_its_own_console_and_leads_nowhere_else() {
    check(&local(), "http://127.0.0.1:4566/console/home?region=eu-west-1#x", "allowed");
    check(&local(), "https://console.aws.amazon.com/ec2/home", "allowed");
    check(&local(), "http://127.0.0.1:4566/federation", "not-an-address");
    check(&local(), "http://127.0.0.1:4566/console/../federation", "not-an-address");
    check(&local(), "http://127.0.0.1:4566/console/%2e%2E/federation", "not-an-address");
    check(&local(), "http://127.0.0.1:45660/console/home", "not-an-address");
    check(&local(), "http://127.0.0.1:4566@evil.example/console/", "not-an-address");
    check(&local(), "http://127.0.0.1:4566", "not-an-address");
    check(&local(), "http://localhost:4566/console/", "not-an-address");
    assert_eq!(
        Destination::page(&local(), ConsolePage::HOME).as_str(),
        "http://127.0.0.1:4566/console/home?region=eu-west-1"
    );
}

proptest! {
    #[test]
    fn whatever_is_allowed_is_on_a_console_host_for_a_browser_too(
        front in "[a-z0-9.@:/\\\\-]{0,12}", back in "[a-z0-9.@:/\\\\?#-]{0,12}", region in prop::sample::select(vec![
            "eu-west-1", "cn-north-1", "us-gov-west-1",
        ]),
    ) {
        let endpoint = endpoint(region);
        let host = console_host(endpoint.partition());
        let text = format!("https://{front}{host}{back}");
        if Destination::read(&endpoint, &text).is_ok() {
            let url = url::Url::parse(&text);
            let found = url.as_ref().ok().and_then(|url| url.host_str()).unwrap_or(host);
            prop_assert!(found == host || found.ends_with(&format!(".{host}")), "{}", text);
        }
    }
}
