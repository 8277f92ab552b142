use proptest::prelude::*;

use super::Template;
use crate::context::Context;

fn context() -> Context {
    let mut context = Context::new();
    context.set("aws:username", ["work_api"]);
    context.set("aws:PrincipalTag/star", ["a*"]);
    context.set("aws:TagKeys", ["a", "b"]);
    context
}

#[track_caller]
fn check(pattern: &str, value: &str, expected: Option<bool>) {
    let template = Template::parse(pattern, true);
    assert_eq!(template.matches(value, &context()).ok(), expected, "{pattern} against {value}");
}

#[test]
fn wildcards_and_variables() {
    check("work_*", "work_api", Some(true));
    check("w?rk*i", "work_api", Some(true));
    check("*", "", Some(true));
    check("?", "", Some(false));
    check("a*b*c", "a1b2b3c", Some(true));
    check("a*b*c", "a1b2b3d", Some(false));
    check("名?り", "名乗り", Some(true));
    check("${aws:username}", "work_api", Some(true));
    check("${AWS:UserName}-*", "work_api-1", Some(true));
    check("${aws:PrincipalTag/star}", "a*", Some(true));
    check("${aws:PrincipalTag/star}", "ab", Some(false));
    check("${aws:PrincipalTag/none, 'all'}", "all", Some(true));
    check("${aws:PrincipalTag/none}", "all", None);
    check("${aws:TagKeys}", "a", None);
    check("${*}${?}${$}", "*?$", Some(true));
    check("${aws:username", "${aws:username", Some(true));
}

#[test]
fn the_older_language_has_no_variables() {
    let template = Template::parse("${aws:username}", false);
    assert_eq!(template.matches("work_api", &context()), Ok(false));
    assert_eq!(template.matches("${aws:username}", &context()), Ok(true));
}

#[test]
fn arn_parts_are_matched_one_by_one() {
    let template = Template::parse("arn:aws:someservice:*:111122223333:finance/*", true);
    let matches = |value| template.matches_arn(value, &context()).expect("no variables");
    assert!(matches("arn:aws:someservice:us-east-2:111122223333:finance/document.txt"));
    assert!(!matches(
        "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt"
    ));
    assert!(!matches("finance"));
}

/// The plainest definition of a pattern, exponential in time, as the judge.
fn plain(pattern: &[char], value: &[char]) -> bool {
    match (pattern, value) {
        ([], []) => true,
        (['*', rest @ ..], _) => (0..=value.len()).any(|skip| plain(rest, &value[skip..])),
        (['?', p @ ..], [_, v @ ..]) => plain(p, v),
        ([a, p @ ..], [b, v @ ..]) => a == b && plain(p, v),
        _ => false,
    }
}

proptest! {
    #[test]
    fn glob_agrees_with_its_definition(pattern in "[ab*?]{0,7}", value in "[ab]{0,8}") {
        let expected = plain(&pattern.chars().collect::<Vec<_>>(), &value.chars().collect::<Vec<_>>());
        let (template, context) = (Template::parse(&pattern, true), context());
        prop_assert_eq!(template.matches(&value, &context), Ok(expected));
    }

    #[test]
    fn any_text_can_be_parsed(text in r"[${}*?,' a:\u{e9}]{0,20}") {
        let template = Template::parse(&text, true);
        let context = context();
        let _ = template.matches(&text, &context);
        let older = Template::parse(&text, false);
        prop_assert!(older.resolve(&context).is_ok_and(|resolved| resolved == text));
    }
}
