//! Programs in languages whose SDKs the tests do not install: each follows the grammar of its language.
//!
//! JavaScript, Python and Rust programs are run (`clients.rs`). `NANORI_PYTHON` names a Python with the grammars.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use nanori_identity::{MfaSerial, SessionDuration};
use nanori_profile::{Language, Snippet};
use serde_json::{Value, json};

/// Every combination of what may be absent, with a role whose path has whatever an ARN may hold.
fn programs() -> Vec<(Language, String)> {
    let role = "arn:aws:iam::222222222222:role/a\"b\\c${d}%{e}/admin_role".parse().unwrap();
    let (session_name, region) = ("work_api".parse().unwrap(), "eu-west-1".parse().unwrap());
    let external_id = "partner:42".parse().unwrap();
    let mfa: MfaSerial = "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap();
    let mut programs = Vec::new();
    for language in [Language::Go, Language::Java, Language::Terraform] {
        for given in 0..8_u8 {
            let snippet = Snippet {
                role_arn: &role,
                session_name: &session_name,
                region: &region,
                external_id: (given & 1 != 0).then_some(&external_id),
                mfa_serial: (given & 2 != 0).then_some(&mfa),
                duration: (given & 4 != 0).then_some(SessionDuration::DEFAULT),
            };
            programs.extend(snippet.emit(language).ok().map(|program| (language, program)));
        }
    }
    programs
}

#[test]
#[ignore = "needs the Python that NANORI_PYTHON names, with the grammars"]
fn programs_follow_the_grammars_of_their_languages() {
    let python =
        std::env::var("NANORI_PYTHON").expect("NANORI_PYTHON names an interpreter that has tree-sitter");
    let mut judge = Command::new(python)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/grammars.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = judge.stdin.take().unwrap();
    let mut answers = BufReader::new(judge.stdout.take().unwrap()).lines();
    let mut wrong = |language: Language, text: &str| -> Value {
        writeln!(questions, "{}", json!({ "language": language.as_str(), "text": text })).unwrap();
        serde_json::from_str::<Value>(&answers.next().unwrap().unwrap()).unwrap()["wrong"].take()
    };
    let programs = programs();
    // Terraform's provider asks for no MFA code: half of its programs are refused.
    assert_eq!(programs.len(), 8 + 8 + 4);
    for (language, program) in &programs {
        assert_eq!(wrong(*language, program), Value::Null, "{program}");
        // The judge knows right from wrong: without its last brace no program is one.
        let broken = program.trim_end().trim_end_matches('}');
        assert_ne!(wrong(*language, broken), Value::Null, "{broken}");
    }
    drop(questions);
    assert!(judge.wait().unwrap().success());
}
