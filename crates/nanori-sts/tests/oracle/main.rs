//! What others make of our requests: three signers, botocore's endpoint rules, and an STS that checks signatures.
//!
//! `cargo xtask test oracle` provides the programs and runs these; `cargo test` passes them over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

mod ministack;
mod program;
mod signers;

#[test]
#[ignore = "asks botocore: cargo xtask test oracle"]
fn endpoints_are_those_of_botocore() {
    use nanori_sts::{Endpoint, EndpointKind};
    use serde_json::json;

    let mut botocore = program::Program::python("tests/sts/endpoints_botocore.py");
    let regions = [
        "us-east-1",
        "us-west-2",
        "ap-northeast-1",
        "us-gov-west-1",
        "cn-north-1",
        "cn-northwest-1",
        "eusc-de-east-1",
    ];
    let kinds = [
        (EndpointKind::Regional, false, false),
        (EndpointKind::Fips, true, false),
        (EndpointKind::DualStack, false, true),
        (EndpointKind::FipsDualStack, true, true),
    ];
    for (region, (kind, fips, dual_stack)) in regions.iter().flat_map(|r| kinds.iter().map(move |k| (r, *k)))
    {
        let ours = Endpoint::new(region.parse().unwrap(), kind).unwrap();
        let asked = json!({"region": region, "fips": fips, "dual_stack": dual_stack, "global": false});
        assert_eq!(
            format!("{}/", botocore.ask(&asked)["url"].as_str().unwrap()),
            ours.url(),
            "{region} {kind:?}"
        );
    }
    let ours = Endpoint::new("us-east-1".parse().unwrap(), EndpointKind::Global).unwrap();
    let asked = json!({"region": "us-east-1", "fips": false, "dual_stack": false, "global": true});
    assert_eq!(format!("{}/", botocore.ask(&asked)["url"].as_str().unwrap()), ours.url());
}
