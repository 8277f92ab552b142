//! Fixes over random profile files: each takes away what it is offered for, and breaks nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]
#![allow(dead_code, reason = "the sets serve other tests too")]

#[path = "sets/random.rs"]
mod random;

use nanori_identity::{AccountId, SessionName};
use nanori_profile::reader::python;
use nanori_profile::{CheckCode, Diagnosis, Document, Edit, FileKind, Files, Person, check};
use random::{Random, case};

struct Both(Document, Document);

impl Both {
    fn files(&self) -> Files<'_> {
        Files { config: Some(&self.0), credentials: Some(&self.1) }
    }

    fn check(&self) -> Vec<Diagnosis> {
        let (name, account): (SessionName, AccountId) =
            ("work_api".parse().unwrap(), "111111111111".parse().unwrap());
        check(&self.files(), &Person { session_name: Some(&name), account: Some(&account) })
    }

    fn after(&self, fixes: &[&Diagnosis]) -> Self {
        let edits: Vec<Edit> =
            fixes.iter().flat_map(|one| one.fix.iter().flat_map(|fix| fix.edits.clone())).collect();
        Self(self.0.edited(FileKind::Config, &edits), self.1.edited(FileKind::Credentials, &edits))
    }

    fn is_read(&self) -> bool {
        python::read(Some(&self.0), Some(&self.1)).is_ok()
    }
}

/// How often the same is said of the same profile. Behind one reason another may come to light.
fn times(found: &[Diagnosis], what: &Diagnosis) -> usize {
    let same = |other: &&Diagnosis| {
        (other.code, &other.profile, &other.parameters) == (what.code, &what.profile, &what.parameters)
    };
    found.iter().filter(same).count()
}

#[test]
fn a_fix_ends_what_it_is_offered_for_and_files_that_were_read_still_are() {
    let mut random = Random(20_261_122);
    let mut tried = 0;
    for number in 0..1_500 {
        let case = case(&mut random);
        let [config, credentials] = ["config", "credentials"].map(|kind| case[kind].as_str().unwrap());
        let both = Both(Document::new(config), Document::new(credentials));
        let before = both.check();
        for diagnosis in before.iter().filter(|diagnosis| diagnosis.fix.is_some()) {
            let fixed = both.after(&[diagnosis]);
            let after = fixed.check();
            let told = || {
                format!(
                    "case {number}: {diagnosis:?}\n--- config\n{config}\n--- credentials\n{credentials}\n--- fixed\n{}\n---\n{}",
                    fixed.0.text(),
                    fixed.1.text()
                )
            };
            assert!(times(&after, diagnosis) < times(&before, diagnosis), "still there\n{}", told());
            assert!(fixed.is_read() || !both.is_read(), "no longer read\n{}", told());
            tried += 1;
        }
        // The page offers to put right all places of a rule at once.
        for code in CheckCode::ALL {
            let all: Vec<_> = before.iter().filter(|diagnosis| diagnosis.code == *code).collect();
            assert!(
                both.after(&all).is_read() || !both.is_read(),
                "case {number}: {code:?}\n{config}\n---\n{credentials}"
            );
        }
    }
    assert!(tried > 1_000, "only {tried} fixes were offered");
}
