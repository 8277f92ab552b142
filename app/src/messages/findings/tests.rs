use nanori_profile::{CheckCode, Document, Files, Person, check};

use super::{EN, JA};

#[test]
fn every_rule_has_a_title_of_its_own() {
    for table in [&EN, &JA] {
        let mut said: Vec<_> = CheckCode::ALL.iter().map(|code| (table.title)(*code)).collect();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), CheckCode::ALL.len());
    }
}

#[test]
fn explanations_name_what_they_are_about() {
    let config = Document::new(
        "[profile a]\nrole_arn = x\nsource_profile = b\nduration_seconds = 1h\nrole-arn = y\nregion=here ; no\n",
    );
    let found = check(&Files { config: Some(&config), credentials: None }, &Person::default());
    assert!(found.len() > 4);
    for diagnosis in &found {
        for table in [&EN, &JA] {
            let said = (table.explanation)(diagnosis);
            assert!(!said.is_empty() && !said.contains("“”") && !said.contains("「」"), "{said}");
        }
    }
}

#[test]
fn differences_between_programs_are_told_with_their_reason() {
    let config = Document::new(
        "[profile a]\nrole_arn = arn:aws:iam::222222222222:role/r\nsource_profile = k\nweb_identity_token_file = /t\n\
         mfa_serial = arn:aws:iam::111111111111:mfa/work_api\nduration_seconds = 7200\nca_bundle = /c\n\
         include_profile = k\nmfa_process = p\nsource_identity = s\nsession_tags = a=b\ngranted_sso_start_url = u\n\
         [profile b]\nsso_account_id = 1\nsso_role_name = r\nsso_session = s\nsso_region = eu-west-1\n\
         [sso-session s]\nsso_region = eu-west-1\nsso_start_url = u\n\
         [profile c]\ncredential_process = p\nlogin_session = l\n[profile d]\ncredential_source = environment\n\
         [profile e]\nrole_arn = arn:aws:iam::222222222222:role/r\nsource_profile = f\nmfa_serial = GAHT12345678\n",
    );
    let found = check(&Files { config: Some(&config), credentials: None }, &Person::default());
    let told = |wanted: CheckCode| found.iter().filter(move |diagnosis| diagnosis.code == wanted);
    assert!(told(CheckCode::ResolvesDifferently).count() > 2 && told(CheckCode::ReadBySome).count() > 5);
    for diagnosis in told(CheckCode::ResolvesDifferently).chain(told(CheckCode::ReadBySome)) {
        for table in [&EN, &JA] {
            let said = (table.explanation)(diagnosis);
            assert!(said.contains("SDK") && !said.ends_with(' '), "{said}");
        }
    }
}

#[test]
fn a_button_says_what_its_fix_writes() {
    let config = Document::new(
        "[profile a]\nrole_arn = arn:aws:iam::222222222222:role/r\ncredential_source = environment\nregion = eu-west-1\n",
    );
    let person = Person { session_name: Some(&"work_api".parse().unwrap()), account: None };
    let found = check(&Files { config: Some(&config), credentials: None }, &person);
    let labels = |table: &super::Findings| {
        found.iter().filter_map(|found| found.fix.as_ref()).map(|fix| (table.fix)(fix)).collect::<Vec<_>>()
    };
    assert_eq!(labels(&EN), ["Add “role_session_name = work_api”", "Change it to “Environment”"]);
    assert_eq!(labels(&JA), ["「role_session_name = work_api」を追加", "値を「Environment」に変更"]);
}
