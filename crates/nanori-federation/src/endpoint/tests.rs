use insta::assert_snapshot;

use super::*;

#[test]
fn each_partition_has_its_hosts() {
    let mut table = String::new();
    for region in ["us-east-1", "ap-northeast-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"] {
        let region: Region = region.parse().unwrap();
        let global = SigninEndpoint::global(region.clone())
            .map_or_else(|error| error.to_string(), |endpoint| endpoint.federation_url());
        let regional = SigninEndpoint::regional(region.clone()).federation_url();
        let console = console_host(region.partition());
        table.push_str(&format!("{region} {regional} {global} {console}\n"));
    }
    assert_snapshot!(table, @r"
us-east-1 https://us-east-1.signin.aws.amazon.com/federation https://signin.aws.amazon.com/federation console.aws.amazon.com
ap-northeast-1 https://ap-northeast-1.signin.aws.amazon.com/federation https://signin.aws.amazon.com/federation console.aws.amazon.com
us-gov-west-1 https://us-gov-west-1.signin.amazonaws-us-gov.com/federation https://signin.amazonaws-us-gov.com/federation console.amazonaws-us-gov.com
cn-north-1 https://cn-north-1.signin.amazonaws.cn/federation https://signin.amazonaws.cn/federation console.amazonaws.cn
eusc-de-east-1 https://eusc-de-east-1.signin.amazonaws-eusc.eu/federation partition aws-eusc has no global sign-in host console.amazonaws-eusc.eu
");
}

#[test]
fn a_form_may_be_posted_to_every_sign_in_host_and_no_other() {
    let allows = |origin: &str| {
        FORM_ACTION_SOURCES.iter().any(|source| match source.strip_prefix("https://*") {
            Some(suffix) => origin.strip_prefix("https://").is_some_and(|host| host.ends_with(suffix)),
            None => *source == origin,
        })
    };
    for region in ["us-east-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"] {
        let region: Region = region.parse().unwrap();
        assert!(allows(SigninEndpoint::regional(region.clone()).origin()), "{region}");
        assert!(allows(&format!("https://{region}.{}", console_host(region.partition()))), "{region}");
        if let Ok(global) = SigninEndpoint::global(region) {
            assert!(allows(global.origin()));
        }
    }
    assert!(!allows("https://signin.aws.amazon.com.evil.example"));
    assert!(!allows("https://portal.example.com"));
}

#[test]
fn a_host_is_compared_by_labels() {
    let base = "console.aws.amazon.com";
    for (host, expected) in [
        ("console.aws.amazon.com", true),
        ("eu-west-1.console.aws.amazon.com", true),
        ("a.b.console.aws.amazon.com", false),
        (".console.aws.amazon.com", false),
        ("evilconsole.aws.amazon.com", false),
        ("console.aws.amazon.com.evil.example", false),
        ("EU.console.aws.amazon.com", false),
        ("a_b.console.aws.amazon.com", false),
        ("aws.amazon.com", false),
        ("", false),
    ] {
        assert_eq!(is_host_or_label_before(host, base), expected, "{host}");
    }
}
