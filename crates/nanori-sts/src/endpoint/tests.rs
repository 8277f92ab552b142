use insta::assert_snapshot;

use super::*;

#[test]
fn each_partition_has_its_hosts() {
    let mut table = String::new();
    for region in ["us-east-1", "ap-northeast-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"] {
        for kind in [
            EndpointKind::Regional,
            EndpointKind::Global,
            EndpointKind::Fips,
            EndpointKind::DualStack,
            EndpointKind::FipsDualStack,
        ] {
            let line = match Endpoint::new(region.parse().unwrap(), kind) {
                Ok(endpoint) => format!("{} {}", endpoint.url(), endpoint.signing_region()),
                Err(error) => error.to_string(),
            };
            table.push_str(&format!("{region} {kind:?} {line}\n"));
        }
    }
    assert_snapshot!(table, @r"
us-east-1 Regional https://sts.us-east-1.amazonaws.com/ us-east-1
us-east-1 Global https://sts.amazonaws.com/ us-east-1
us-east-1 Fips https://sts-fips.us-east-1.amazonaws.com/ us-east-1
us-east-1 DualStack https://sts.us-east-1.api.aws/ us-east-1
us-east-1 FipsDualStack https://sts-fips.us-east-1.api.aws/ us-east-1
ap-northeast-1 Regional https://sts.ap-northeast-1.amazonaws.com/ ap-northeast-1
ap-northeast-1 Global https://sts.amazonaws.com/ us-east-1
ap-northeast-1 Fips https://sts-fips.ap-northeast-1.amazonaws.com/ ap-northeast-1
ap-northeast-1 DualStack https://sts.ap-northeast-1.api.aws/ ap-northeast-1
ap-northeast-1 FipsDualStack https://sts-fips.ap-northeast-1.api.aws/ ap-northeast-1
us-gov-west-1 Regional https://sts.us-gov-west-1.amazonaws.com/ us-gov-west-1
us-gov-west-1 Global partition aws-us-gov has no global endpoint
us-gov-west-1 Fips https://sts.us-gov-west-1.amazonaws.com/ us-gov-west-1
us-gov-west-1 DualStack https://sts.us-gov-west-1.api.aws/ us-gov-west-1
us-gov-west-1 FipsDualStack https://sts-fips.us-gov-west-1.api.aws/ us-gov-west-1
cn-north-1 Regional https://sts.cn-north-1.amazonaws.com.cn/ cn-north-1
cn-north-1 Global partition aws-cn has no global endpoint
cn-north-1 Fips https://sts-fips.cn-north-1.amazonaws.com.cn/ cn-north-1
cn-north-1 DualStack https://sts.cn-north-1.api.amazonwebservices.com.cn/ cn-north-1
cn-north-1 FipsDualStack https://sts-fips.cn-north-1.api.amazonwebservices.com.cn/ cn-north-1
eusc-de-east-1 Regional https://sts.eusc-de-east-1.amazonaws.eu/ eusc-de-east-1
eusc-de-east-1 Global partition aws-eusc has no global endpoint
eusc-de-east-1 Fips https://sts-fips.eusc-de-east-1.amazonaws.eu/ eusc-de-east-1
eusc-de-east-1 DualStack https://sts.eusc-de-east-1.api.amazonwebservices.eu/ eusc-de-east-1
eusc-de-east-1 FipsDualStack https://sts-fips.eusc-de-east-1.api.amazonwebservices.eu/ eusc-de-east-1
");
}

#[test]
fn a_stand_in_signs_for_any_region_with_its_port_in_the_host() {
    let endpoint = Endpoint::local(&"http://127.0.0.1:4566".parse().unwrap(), "cn-north-1".parse().unwrap());
    assert_eq!(
        (endpoint.url(), endpoint.authority(), endpoint.signing_region().as_str()),
        ("http://127.0.0.1:4566/", "127.0.0.1:4566", "cn-north-1")
    );
}
