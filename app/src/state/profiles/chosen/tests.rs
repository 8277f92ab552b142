use nanori_identity::Timestamp;
use nanori_profile::{Attribution, Document, FileKind, Files, Origin, Person, Sdk, What};

use super::super::review::Review;
use super::{Chosen, Outcome, Refused, Way};

fn chosen(config: &str, credentials: &str, name: &str) -> Chosen {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    let now = Timestamp::from_unix(1_609_426_800).unwrap();
    let with = |chosen| Review::of(&files, &Person::default(), chosen, now).explain(&files, name, now);
    // Shown while the files are read, or chosen afterwards: the same.
    assert_eq!(with(Some(name)), with(None));
    assert_eq!(with(Some("another")), with(None));
    with(None)
}

fn outcome(config: &str, credentials: &str, name: &str) -> Outcome {
    chosen(config, credentials, name).outcome
}

fn way(config: &str, credentials: &str, name: &str) -> Way {
    match outcome(config, credentials, name) {
        Outcome::Way(way) => way,
        other => panic!("{other:?}"),
    }
}

fn refused(config: &str, name: &str) -> Refused {
    match outcome(config, "", name) {
        Outcome::Refused(refused) => refused,
        other => panic!("{other:?}"),
    }
}

const ROLE: &str = "role_arn = arn:aws:iam::222222222222:role/admin_role\n";

#[test]
fn the_name_that_a_tool_invents_stands_beside_the_persons() {
    let config = format!("[profile a]\n{ROLE}source_profile = k\nrole_session_name = work_api\n");
    let way = way(&config, "[k]\naws_access_key_id = A\naws_secret_access_key = S\n", "a");
    assert!(matches!(way.record, Attribution::RoleSession { invented: false, .. }));
    let names = way.invented.iter().map(|(_, record)| match record {
        Attribution::RoleSession { session_name, .. } => session_name.as_str(),
        _ => "",
    });
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "botocore-session-1609426800",
            "aws-sdk-js-1609426800000",
            "aws-go-sdk-1609426800000000000",
            "assume-role-from-profile-1609426800000",
        ]
    );
}

#[test]
fn a_credential_source_is_taken_for_granted_and_a_bare_profile_has_nothing() {
    let config =
        format!("[profile a]\n{ROLE}credential_source = EcsContainer\n[profile b]\nregion = eu-west-1\n");
    assert!(matches!(way(&config, "", "a").chain.origin, Origin::Source { .. }));
    assert_eq!(way(&config, "", "b").chain.origin, Origin::Nothing);
}

#[test]
fn a_refusal_has_its_line_and_its_fix_also_where_another_profile_causes_it() {
    let config = format!(
        "[profile a]\n{ROLE}source_profile = b\n[profile b]\n{ROLE}credential_source = environment\n"
    );
    for name in ["a", "b"] {
        let refused = refused(&config, name);
        assert_eq!(refused.error.code(), "resolve.unknown-credential-source");
        assert_eq!(refused.at.map(|(file, place)| (file, place.line)), Some((FileKind::Config, 6)));
        assert!(refused.fix.is_some());
    }
}

#[test]
fn files_that_the_cli_refuses_explain_nothing() {
    assert_eq!(outcome("[profile a]\nregion = x\nregion = y\n", "", "a"), Outcome::Unread);
}

#[test]
fn what_an_sdk_passes_over_stands_beside() {
    let config = format!(
        "[profile a]\n{ROLE}source_profile = k\nmfa_serial = arn:aws:iam::111111111111:mfa/work_api\n"
    );
    let elsewhere = |config: &str| {
        let keys = "[k]\naws_access_key_id = A\naws_secret_access_key = S\n";
        let chosen = chosen(config, keys, "a");
        chosen.elsewhere.iter().map(|found| (found.sdk, found.what.clone())).collect::<Vec<_>>()
    };
    assert_eq!(elsewhere(&config), [(Sdk::Rust, What::PassesOver("mfa_serial"))]);
    // In an odd file too, which each program reads for itself.
    assert_eq!(
        elsewhere(&format!("{config}Region = eu-west-1\n")),
        [(Sdk::Rust, What::PassesOver("mfa_serial"))]
    );
    assert_eq!(elsewhere("[profile a]\nregion = x\nregion = y\n"), []);
}
