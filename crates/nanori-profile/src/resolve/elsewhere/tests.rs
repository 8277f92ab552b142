use insta::assert_snapshot;

use super::{Sdk, differences};
use crate::reader::python;
use crate::{Document, Files};

/// The ways of both SDKs with the profile `a`, and where they differ from botocore's.
fn check(config: &str, credentials: &str) -> String {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    let mut out = String::new();
    for sdk in Sdk::ALL {
        let profiles = sdk.read(files.config, files.credentials).unwrap();
        let way = match sdk.resolve(&profiles, "a") {
            Ok(chain) => {
                let hop = |hop: &crate::Hop| {
                    let values = (&hop.session_name, &hop.mfa_serial, hop.duration_seconds);
                    format!("{} {values:?} <- ", hop.role_arn)
                };
                format!("{}{:?}", chain.hops.iter().map(hop).collect::<String>(), chain.origin)
            }
            Err(refusal) => refusal.code().to_owned(),
        };
        out += &format!("{}: {way}\n", sdk.as_str());
    }
    let loaded = python::read(files.config, files.credentials).unwrap();
    for difference in differences(&files, &loaded, "a") {
        out += &format!("  {} {:?}\n", difference.sdk.as_str(), difference.what);
    }
    out
}

const KEYS: &str = "[k]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";

#[test]
fn an_ordinary_chain_is_the_same_everywhere() {
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=b\nrole_session_name=work_api\nduration_seconds=3600\n[profile b]\nrole_arn=S\nsource_profile=k", KEYS), @r#"
    javascript: R (Some("work_api"), None, Some(3600)) <- S (None, None, None) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
    rust: R (Some("work_api"), None, None) <- S (None, None, None) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\ncredential_source=EcsContainer", ""), @r#"
    javascript: R (None, None, None) <- Source { source: EcsContainer, profile: "a" }
    rust: R (None, None, None) <- Source { source: EcsContainer, profile: "a" }
    "#);
    assert_snapshot!(check("[profile a]\nregion=eu-west-1", ""), @r#"
    javascript: resolve.no-credentials
    rust: resolve.no-credentials
    "#);
}

#[test]
fn keys_that_rust_passes_over() {
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=k\nmfa_serial=M\nduration_seconds=7200", KEYS), @r#"
    javascript: R (None, Some("M"), Some(7200)) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
    rust: R (None, None, None) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
      rust PassesOver("mfa_serial")
      rust PassesOver("duration_seconds")
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=k\nduration_seconds=1h", KEYS), @r#"
    javascript: R (None, None, Some(1)) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
    rust: R (None, None, None) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
      javascript SendsOther("duration_seconds")
    "#);
}

#[test]
fn orders_of_their_own() {
    let own = "[a]\naws_access_key_id = one\naws_secret_access_key = s\n";
    assert_snapshot!(check("[profile a]\ncredential_process = p\nlogin_session = l", own), @r#"
    javascript: Static { profile: "a", file: Credentials, access_key_id: "one" }
    rust: Login { profile: "a", session: "l" }
      rust OtherOrigin
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\nrole_arn=S\nsource_profile=a", own), @r#"
    javascript: R (None, None, None) <- S (None, None, None) <- Static { profile: "a", file: Credentials, access_key_id: "one" }
    rust: resolve.loop
      javascript Resolves
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=k\nweb_identity_token_file=/t", KEYS), @r#"
    javascript: R (None, None, None) <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }
    rust: WebIdentity { profile: "a", role_arn: "R", session_name: None, token_file: "/t" }
      javascript OtherRoles
      javascript OtherOrigin
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\ncredential_source=Environment", ""), @r#"
    javascript: R (None, None, None) <- Source { source: Environment, profile: "b" }
    rust: R (None, None, None) <- Source { source: Environment, profile: "b" }
      javascript Resolves
      rust Resolves
    "#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\ncredential_source=environment", ""), @r#"
    javascript: resolve.unknown-credential-source
    rust: R (None, None, None) <- Source { source: Environment, profile: "a" }
      rust Resolves
    "#);
}

#[test]
fn single_sign_on() {
    let own = "sso_account_id=1\nsso_role_name=r\nsso_session=s\n";
    let session = "[sso-session s]\nsso_region=eu-west-1\nsso_start_url=u\n";
    assert_snapshot!(check(&format!("[profile a]\n{own}{session}"), ""), @r#"
    javascript: Sso { profile: "a", account_id: "1", role_name: "r", session: Some("s") }
    rust: Sso { profile: "a", account_id: "1", role_name: "r", session: Some("s") }
    "#);
    assert_snapshot!(check(&format!("[profile a]\n{own}sso_region=eu-west-1\n{session}"), ""), @r#"
    javascript: Sso { profile: "a", account_id: "1", role_name: "r", session: Some("s") }
    rust: resolve.sso-beside-session
      rust Refuses(SsoBesideSession)
    "#);
    assert_snapshot!(check(&format!("[profile a]\n{own}sso_region=us-east-1\n{session}"), ""), @r#"
    javascript: Sso { profile: "a", account_id: "1", role_name: "r", session: Some("s") }
    rust: resolve.sso-beside-session
      javascript Resolves
    "#);
    assert_snapshot!(check("[profile a]\ncredential_process=p\nsso_region=eu-west-1", ""), @r#"
    javascript: Process { profile: "a" }
    rust: resolve.sso-incomplete
      rust Refuses(SsoIncomplete)
    "#);
}
