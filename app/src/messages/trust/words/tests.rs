use nanori_trust::{Error, check::FindingKind, denial::CauseKind};

use super::*;
use crate::messages::trust::{causes, findings, mistakes};

#[track_caller]
fn check(rows: &[Row], codes: &[&str]) {
    for code in codes {
        let found = rows.iter().filter(|(known, _, _)| known == code).count();
        assert_eq!(found, 1, "{code}");
    }
    assert_eq!(rows.len(), codes.len(), "codes that nobody has");
    for (code, en, ja) in rows {
        let places = |text: &[&str; 2]| {
            let text = text.concat();
            (0..10).filter(|place| text.contains(&format!("{{{place}}}"))).collect::<Vec<_>>()
        };
        assert_eq!(places(en), places(ja), "{code}");
        assert!(ja.concat().contains(|letter: char| ('\u{3040}'..='\u{9fff}').contains(&letter)), "{code}");
    }
}

#[test]
fn every_code_has_its_sentences_in_both_languages() {
    check(findings::ROWS, FindingKind::CODES);
    check(mistakes::ROWS, Error::CODES);
    let causes: Vec<&str> = CauseKind::ALL.iter().map(|kind| kind.code()).collect();
    check(causes::ROWS, &causes);
}

#[test]
fn parameters_are_put_in_once() {
    let params = ["{1}".to_owned(), "b".to_owned()];
    assert_eq!(filled("{0} ${aws:username} {1} {2} {", &params), "{1} ${aws:username} b {2} {");
}
