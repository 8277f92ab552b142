use insta::assert_snapshot;

use super::{Policy, PolicyKind};

/// The mistakes of a policy, one a line, in place of the parsed policy.
#[track_caller]
fn mistakes(kind: PolicyKind, text: &str) -> String {
    let mistakes = Policy::parse(text, kind).expect_err("the policy has mistakes");
    let lines: Vec<String> =
        mistakes.0.iter().map(|mistake| format!("{} {}", mistake.place, mistake.error)).collect();
    lines.join("\n")
}

#[test]
fn every_mistake_is_reported_at_its_place() {
    let text = r#"{
  "Version": "2012-10-18",
  "Statment": [],
  "Statement": [
    {
      "Sid": "not allowed",
      "Effect": "allow",
      "Principal": {"AWS": ["1111", "arn:aws:iam::111111111111:user/*"], "Aws": "x", "Service": "ec2"},
      "Action": ["sts:AssumeRole", "AssumeRole"],
      "Resource": "*",
      "Condition": {
        "StringEqual": {"sts:RoleSessionName": "x"},
        "ForAnyValues:StringLike": {"username": []},
        "Bool": {"aws:MultiFactorAuthPresent": null}
      }
    },
    {"Effect": "Allow", "Effect": "Deny", "Principal": "arn:aws:iam::111111111111:root", "NotAction": 7},
    "Deny"
  ]
}"#;
    assert_snapshot!(mistakes(PolicyKind::Trust, text), @r#"
    2:14 there is no policy language version "2012-10-18"
    3:3 there is no element "Statment"
    6:14 the statement id "not allowed" has characters other than letters and digits
    7:17 there is no effect "allow"
    8:29 "1111" is not a principal
    8:37 "arn:aws:iam::111111111111:user/*" has a wildcard, which a principal cannot have
    8:74 there is no kind of principal "Aws"
    8:97 "ec2" is not a principal
    9:36 "AssumeRole" is not an action
    10:7 Resource does not belong into this kind of policy
    12:9 there is no condition operator "StringEqual"
    13:9 there is no condition operator "ForAnyValues:StringLike"
    13:37 "username" is not a condition key
    14:48 Condition takes string | number | boolean, not null
    17:25 the key "Effect" is given twice
    17:56 "arn:aws:iam::111111111111:root" is not a principal
    17:103 Action takes string | array, not number
    18:5 Statement takes object, not string
    "#);
}

#[test]
fn what_is_missing_is_said() {
    assert_snapshot!(mistakes(PolicyKind::Trust, "[]"), @"1:1 policy takes object, not array");
    assert_snapshot!(mistakes(PolicyKind::Trust, "{}"), @"1:1 Statement is missing");
    assert_snapshot!(mistakes(PolicyKind::Trust, r#"{"Statement": []}"#), @"1:15 Statement is empty");
    assert_snapshot!(mistakes(PolicyKind::Trust, r#"{"Statement": {}}"#), @r"
    1:15 Effect is missing
    1:15 Action is missing
    1:15 Principal is missing
    ");
    assert_snapshot!(mistakes(PolicyKind::Identity, r#"{"Id": "x", "Statement": {"Effect": "Allow", "Action": "*",
      "NotAction": "*", "Principal": "*", "Resource": "some bucket"}}"#), @r#"
    1:8 Id does not belong into this kind of policy
    2:7 Action and NotAction exclude each other
    2:25 Principal does not belong into this kind of policy
    2:55 "some bucket" is not a resource
    "#);
}

#[test]
fn suggestions_name_what_was_meant() {
    let of = |text: &str| Policy::parse_trust(text).expect_err("mistakes").0.swap_remove(0).error;
    let condition = |operator: &str| {
        of(&format!(
            r#"{{"Statement":{{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Condition":{{"{operator}":{{"a:b":"c"}}}}}}}}"#
        ))
    };
    let suggested = |operator: &str| match condition(operator) {
        crate::Error::UnknownOperator { suggestion, .. } => suggestion.unwrap_or_default(),
        other => panic!("{other}"),
    };
    assert_eq!(suggested("StringEqual"), "StringEquals");
    assert_eq!(suggested("ForAnyValues:StringLike"), "ForAnyValue:StringLike");
    assert_eq!(suggested("BoolIfExist"), "BoolIfExists");
    assert_eq!(suggested("Foo"), "");
}

#[test]
fn one_and_many_read_alike() {
    let one = r#"{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:*","Condition":{"Bool":{"a:b":true}}}}"#;
    let many = r#"{"Statement":[{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["sts:*"],"Condition":{"Bool":{"a:b":["true"]}}}]}"#;
    let (one, many) =
        (Policy::parse_trust(one).expect("a policy"), Policy::parse_trust(many).expect("a policy"));
    assert_eq!(one.statements[0].actions.items[0].as_str(), many.statements[0].actions.items[0].as_str());
    assert_eq!(
        one.statements[0].conditions[0].values[0].template,
        many.statements[0].conditions[0].values[0].template
    );
}
