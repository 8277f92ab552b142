use nanori_trust::check::{Setting, check};

use super::*;

#[track_caller]
fn check_excerpt(text: &str, marked: &str, expected: [&str; 3]) {
    let start = text.find(marked).unwrap();
    let place = Place { line: 1, column: 1, start: start as u32, end: (start + marked.len()) as u32 };
    let Excerpt { before, marked, after } = Excerpt::of(text, place);
    assert_eq!([before.as_str(), marked.as_str(), after.as_str()], expected);
}

#[test]
fn a_mark_stands_in_its_line() {
    check_excerpt("{\n  \"Efect\": \"Allow\"\n}", "\"Efect\"", ["", "\"Efect\"", ": \"Allow\""]);
    check_excerpt("{\r\n  \"a\": 1\r\n}", "1", ["\"a\": ", "1", ""]);
    check_excerpt("{\n  \"a\": {\n  }\n}", "{\n  }", ["\"a\": ", "{…", ""]);
    let long = format!("{}X{}", "あ".repeat(100), "い".repeat(100));
    check_excerpt(&long, "X", [&format!("…{}", "あ".repeat(60)), "X", &format!("{}…", "い".repeat(60))]);
}

#[test]
fn a_selection_counts_as_javascript_does() {
    let text = "{\"𠮷あ\": 1}";
    let place = Place {
        line: 1,
        column: 6,
        start: text.find('1').unwrap() as u32,
        end: text.find('}').unwrap() as u32,
    };
    assert_eq!(selection(text, place), (8, 9));
}

#[test]
fn places_of_mistakes_fit_the_text_that_was_checked() {
    let text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": {\"Effect\": \"allow\"}\n}";
    for finding in check(text, &Setting::default()).findings {
        let Excerpt { marked, .. } = Excerpt::of(text, finding.place);
        assert!(!marked.is_empty(), "{finding:?}");
    }
}
