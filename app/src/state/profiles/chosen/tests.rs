use nanori_identity::Timestamp;
use nanori_profile::{Attribution, Document, FileKind, Files, Origin, Person};

use super::{Chosen, Review};

fn chosen(config: &str, credentials: &str, name: &str) -> Chosen {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    let review = Review::of(&files, &Person::default());
    Chosen::of(&files, &review, name, Timestamp::from_unix(1_609_426_800).unwrap()).unwrap()
}

const ROLE: &str = "role_arn = arn:aws:iam::222222222222:role/admin_role\n";

#[test]
fn the_name_that_a_tool_invents_stands_beside_the_persons() {
    let config = format!("[profile a]\n{ROLE}source_profile = k\nrole_session_name = work_api\n");
    let way =
        chosen(&config, "[k]\naws_access_key_id = A\naws_secret_access_key = S\n", "a").outcome.unwrap();
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
    assert!(matches!(chosen(&config, "", "a").outcome.unwrap().chain.origin, Origin::Source { .. }));
    assert_eq!(chosen(&config, "", "b").outcome.unwrap().chain.origin, Origin::Nothing);
}

#[test]
fn a_refusal_has_its_line_and_its_fix_also_where_another_profile_causes_it() {
    let config = format!(
        "[profile a]\n{ROLE}source_profile = b\n[profile b]\n{ROLE}credential_source = environment\n"
    );
    for name in ["a", "b"] {
        let refused = chosen(&config, "", name).outcome.unwrap_err();
        assert_eq!(refused.error.code(), "resolve.unknown-credential-source");
        assert_eq!(refused.at.map(|(file, place)| (file, place.line)), Some((FileKind::Config, 6)));
        assert!(refused.fix.is_some());
    }
}
