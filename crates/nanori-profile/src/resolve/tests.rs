use insta::assert_snapshot;

use super::{Chain, ResolveError, Surroundings, resolve};
use crate::reader::python;
use crate::{Document, Environment};

fn chain(config: &str, credentials: &str, environment: &Environment) -> Result<Chain, ResolveError> {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let loaded = python::read(Some(&config), Some(&credentials)).unwrap();
    resolve(&loaded, &Surroundings { profile: Some("a"), environment, instance: false })
}

fn check(config: &str, credentials: &str) -> String {
    match chain(config, credentials, &Environment::default()) {
        Ok(chain) => {
            let hops: Vec<_> =
                chain.hops.iter().map(|hop| format!("{} as {:?}", hop.role_arn, hop.session_name)).collect();
            format!("{} <- {:?}", hops.join(" <- "), chain.origin)
        }
        Err(error) => format!("{}: {error}", error.class()),
    }
}

const KEYS: &str = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";

#[test]
fn chains() {
    let keys = format!("[k]\n{KEYS}");
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=k\nrole_session_name=work_api", &keys), @r#"R as Some("work_api") <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }"#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\nrole_arn=S\nsource_profile=k", &keys), @r#"R as None <- S as None <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }"#);
    // Static keys beside role_arn are silently unused, unless the profile is its own source.
    let own = format!("[a]\n{KEYS}");
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=k", &format!("{keys}{own}")), @r#"R as None <- Static { profile: "k", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }"#);
    assert_snapshot!(check("[profile a]\nrole_arn=R\nsource_profile=a", &own), @r#"R as None <- Static { profile: "a", file: Credentials, access_key_id: "AKIAIOSFODNN7EXAMPLE" }"#);
    assert_snapshot!(check("[profile a]\nweb_identity_token_file=/t\nrole_arn=R", &own), @r#" <- WebIdentity { profile: "a", role_arn: "R", session_name: None, token_file: "/t" }"#);
}

#[test]
fn refusals_in_botocore_s_words() {
    let refused = [
        "[profile a]\nrole_arn=R",
        "[profile a]\nrole_arn=R\nsource_profile=b\ncredential_source=Environment",
        "[profile a]\nrole_arn=R\nsource_profile=b",
        "[profile a]\nrole_arn=R\nsource_profile=a",
        "[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\nrole_arn=S\nsource_profile=it's\n[profile \"it's\"]\nrole_arn=T\nsource_profile=b",
        "[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\nrole_arn=S\nsource_profile=a",
        "[profile a]\nrole_arn=R\ncredential_source=ec2instancemetadata",
        "[profile a]\nrole_arn=R\ncredential_source=Environment",
        "[profile a]\nrole_arn=R\nsource_profile=b\n[profile b]\nregion=x",
        "[profile a]\naws_access_key_id=AKIAIOSFODNN7EXAMPLE",
        "[profile b]",
        "[profile a]\nsso_account_id=1\nsso_session=s\n[sso-session s]\nsso_region=x",
        "[profile a]\nsso_account_id=1\nsso_session=s",
    ];
    let shown: Vec<_> = refused.iter().map(|config| check(config, "")).collect();
    assert_snapshot!(shown.join("\n"), @r#"
    PartialCredentialsError: Partial credentials found in assume-role, missing: source_profile or credential_source
    InvalidConfigError: The profile "a" contains both source_profile and credential_source.
    InvalidConfigError: The source_profile "b" referenced in the profile "a" does not exist.
    InfiniteLoopConfigError: Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a']
    InfiniteLoopConfigError: Infinite loop in credential configuration detected. Attempting to load from profile b which has already been visited. Visited profiles: ['a', 'b', "it's"]
    InfiniteLoopConfigError: Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']
    InvalidConfigError: The credential source "ec2instancemetadata" referenced in profile "a" is not valid.
    CredentialRetrievalError: Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile a
    InvalidConfigError: The source profile "b" must have credentials.
    PartialCredentialsError: Partial credentials found in config-file, missing: aws_secret_access_key
    ProfileNotFound: The config profile (a) could not be found
    InvalidConfigError: The profile "a" is configured to use SSO but is missing required configuration: sso_role_name, sso_start_url
    InvalidConfigError: The specified sso-session does not exist: "s"
    "#);
}

#[test]
fn named_sources_need_what_they_name() {
    let environment: Environment =
        [("AWS_ACCESS_KEY_ID", "AKIA"), ("AWS_SECRET_ACCESS_KEY", "s")].into_iter().collect();
    let config = "[profile a]\nrole_arn=R\ncredential_source=Environment\nduration_seconds= 3_600 ";
    let found = chain(config, "", &environment).unwrap();
    assert_eq!((found.origin.method(), found.hops[0].duration_seconds), ("env", Some(3600)));
    let half: Environment = [("AWS_ACCESS_KEY_ID", "AKIA")].into_iter().collect();
    let error = chain(config, "", &half).unwrap_err();
    assert_snapshot!(error.to_string(), @"Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY");
}
