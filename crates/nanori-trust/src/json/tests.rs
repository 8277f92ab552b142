use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Node, Value, read};

#[track_caller]
fn mistake(text: &str) -> String {
    let mistake = read(text).expect_err("the text is not JSON");
    format!("{} {}", mistake.place, mistake.error)
}

#[test]
fn mistakes_have_their_place() {
    assert_snapshot!(mistake(""), @"1:1 the document is empty");
    assert_snapshot!(mistake("{\n  \"a\": 1,\n}"), @"2:9 a comma has nothing after it");
    assert_snapshot!(mistake("{\"名\": \"乗\" \"b\": 2}"), @"1:11 a comma or a closing brace is missing");
    assert_snapshot!(mistake("{'a': 1}"), @"1:2 a key in double quotation marks is missing");
    assert_snapshot!(mistake("[1 2]"), @"1:4 a comma or a closing bracket is missing");
    assert_snapshot!(mistake("{\"a\" 1}"), @"1:6 a colon is missing");
    assert_snapshot!(mistake("{\"a\": \"x"), @"1:9 the document ends too early");
    assert_snapshot!(mistake("[01]"), @"1:4 this is not a number");
    assert_snapshot!(mistake("[True]"), @"1:2 a value is missing");
    assert_snapshot!(mistake("\"a\nb\""), @"1:3 a control character must be written as an escape");
    assert_snapshot!(mistake(r#""\x""#), @"1:2 this escape does not exist");
    assert_snapshot!(mistake(r#""\ud800""#), @"1:2 this escape does not exist");
    assert_snapshot!(mistake("{} // ours"), @"1:4 the document goes on after its end");
    assert_snapshot!(mistake(&"[".repeat(70)), @"1:65 the document is nested too deeply");
}

#[test]
fn size_leaves_out_white_space_between_tokens() {
    let node = read("{ \"a b\" :\n [ 1, \"ü\" ] }").expect("JSON");
    assert_eq!(node.as_object().expect("an object").size, r#"{"a b":[1,"ü"]}"#.chars().count());
}

#[test]
fn duplicate_keys_are_kept() {
    let node = read(r#"{"a":1,"a":2}"#).expect("JSON");
    assert_eq!(node.as_object().expect("an object").members.len(), 2);
}

fn same(ours: &Node<'_>, theirs: &serde_json::Value) -> bool {
    match (&ours.value, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Number(a), serde_json::Value::Number(b)) => a.parse::<f64>().ok() == b.as_f64(),
        (Value::String(a), serde_json::Value::String(b)) => a == b,
        (Value::Array(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), serde_json::Value::Object(b)) => {
            a.members.iter().all(|member| b.get(member.key.as_ref()).is_some_and(|b| same(&member.node, b)))
        }
        _ => false,
    }
}

proptest! {
    /// serde_json is the judge of what is JSON and of what it means.
    #[test]
    fn agrees_with_serde_json(text in r#"[\[\]{}:,"\\a-e0-2 .\-eu\né乗]{0,24}"#) {
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        match read(&text) {
            Ok(node) => {
                let theirs = theirs.expect("serde_json reads it too");
                let has_duplicates = text.matches('"').count() > 4;
                prop_assert!(has_duplicates || same(&node, &theirs), "{text}");
            }
            Err(_) => prop_assert!(theirs.is_err(), "{text}"),
        }
    }

    #[test]
    fn reads_what_serde_json_writes(key in ".{0,8}", value in ".{0,16}", number in any::<i32>(), flag in any::<bool>()) {
        let theirs = serde_json::json!({ "k": [key, number, flag, null], "v": { "w": value } });
        for text in [theirs.to_string(), format!("{theirs:#}")] {
            prop_assert!(same(&read(&text).expect("JSON"), &theirs));
        }
    }
}
