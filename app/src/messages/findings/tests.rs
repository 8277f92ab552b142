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
