use std::time::{Duration, UNIX_EPOCH};

use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use nanori_identity::{Credentials, SecretAccessKey, Timestamp};
use proptest::prelude::*;

use super::*;

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

fn signer() -> Signer {
    Signer::new(Credentials {
        access_key_id: "AKIDEXAMPLEEXAMPLE".parse().unwrap(),
        secret_access_key: SECRET.parse().unwrap(),
        session_token: None,
        expiration: None,
    })
}

/// The value on which botocore, aws4fetch and @smithy/signature-v4 agree.
#[test]
fn the_check_value_of_three_other_signers() {
    let body = "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fteam+a%2FAdmin%2Bx\
                &RoleSessionName=alice%40corp%2C%3D.%2B_-";
    let scope = Scope::new("20260102T030405Z".parse().unwrap(), "us-east-1", "sts");
    let request = CanonicalRequest::of(&Signable {
        method: "POST",
        path: "/",
        query: "",
        headers: &[
            ("X-Amz-Date", scope.amz_date()),
            ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("Host", "sts.us-east-1.amazonaws.com"),
        ],
        body: body.as_bytes(),
        normalise_path: true,
        path_encoding: PathEncoding::Again,
    });
    assert_eq!(
        signer().sign(&request, &scope).expose_hex(),
        "fb4fb1f50e6c375d6b7fd15ed948bc13da8bba04be0a7d5f4fba7edcb44f2579"
    );
}

#[test]
fn a_kept_key_signs_as_a_fresh_one_across_days_regions_and_services() {
    let request = CanonicalRequest::of(&Signable {
        method: "GET",
        path: "/",
        query: "",
        headers: &[("host", "example.com")],
        body: b"",
        normalise_path: true,
        path_encoding: PathEncoding::Again,
    });
    let mut kept = signer();
    let days = ["20260102T235959Z", "20260103T000000Z", "20260102T235959Z"];
    let regions = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9"];
    for (day, region) in days.iter().flat_map(|day| regions.iter().map(move |region| (day, region))) {
        for service in ["sts", "s3"] {
            let scope = Scope::new(day.parse().unwrap(), region, service);
            let fresh = signer().sign(&request, &scope);
            assert_eq!(kept.sign(&request, &scope), fresh, "{day} {region} {service}, derived");
            assert_eq!(kept.sign(&request, &scope), fresh, "{day} {region} {service}, kept");
        }
    }
}

#[test]
fn nothing_of_a_signer_is_shown() {
    let shown = format!("{:?}", signer());
    assert_eq!(shown, "Signer(AKIDEXAMPLEEXAMPLE, redacted)");
    let signature: Signature = "0".repeat(64).parse().unwrap();
    assert_eq!(format!("{signature:?}"), "Signature(redacted)");
}

#[test]
fn only_lower_case_hexadecimal_is_a_signature() {
    for text in ["", "0", &"g".repeat(64), &"A".repeat(64), &"0".repeat(63), &"0".repeat(65), &"é".repeat(32)]
    {
        assert!(text.parse::<Signature>().is_err(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Keys of every length that a secret may have, against the code of AWS's own crate.
    #[test]
    fn key_and_signature_equal_those_of_aws_sigv4(
        secret in "[!-~]{16,128}",
        seconds in 0_i64..4_000_000_000,
        region in "[a-z0-9-]{1,20}",
        text in ".{0,300}",
    ) {
        let time = UNIX_EPOCH + Duration::from_secs(seconds.unsigned_abs());
        let theirs = calculate_signature(generate_signing_key(&secret, time, &region, "sts"), text.as_bytes());
        let scope = Scope::new(Timestamp::from_unix(seconds).unwrap(), &region, "sts");
        let ours = SigningKey::derive(&secret.parse::<SecretAccessKey>().unwrap(), &scope).sign(&text);
        prop_assert_eq!(ours.expose_hex(), theirs);
    }

    #[test]
    fn any_request_has_a_canonical_form(
        path in "/.{0,40}", query in ".{0,40}", name in "[A-Za-z-]{1,9}", value in ".{0,20}", normalise in any::<bool>(),
    ) {
        let request = CanonicalRequest::of(&Signable {
            method: "GET",
            path: &path,
            query: &query,
            headers: &[(&name, &value), ("Host", "example.com"), (&name, "again")],
            body: b"",
            normalise_path: normalise,
            path_encoding: PathEncoding::Again,
        });
        let names: Vec<&str> = request.signed_headers().split(';').collect();
        prop_assert!(names.is_sorted());
        prop_assert!(request.as_str().starts_with("GET\n/"));
    }
}
