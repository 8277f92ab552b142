use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Dump, Summary};
use crate::check::Setting;

const DETAILS: &str = r#"{
  "UserDetailList": [{"UserName": "work_api", "Path": "/", "Tags": []}],
  "RoleDetailList": [
    {
      "Path": "/team/", "RoleName": "admin_role", "Arn": "arn:aws:iam::222222222222:role/team/admin_role",
      "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}}]},
      "RolePolicyList": [{"PolicyName": "x", "PolicyDocument": {"Statement": []}}]
    },
    {
      "RoleName": "open_role", "Arn": "arn:aws:iam::222222222222:role/open_role",
      "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%22*%22%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%7D"
    },
    {
      "RoleName": "AWSServiceRoleForSupport", "Arn": "arn:aws:iam::222222222222:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport",
      "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "support.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
    },
    {"RoleName": "broken", "AssumeRolePolicyDocument": {"Statement": 7}}
  ],
  "Policies": []
}"#;

#[track_caller]
fn table(text: &str) -> String {
    let dump = Dump::open(text).expect("JSON").expect("roles");
    let mut summary = Summary::default();
    let mut lines = Vec::new();
    for index in 0..dump.len() {
        let row = dump.row(text, index, &Setting::default()).expect("a row");
        summary.add(&row);
        let entrants: Vec<&str> = row.entrants.iter().map(|entrant| entrant.name.as_str()).collect();
        let codes: Vec<&str> = row.findings.iter().map(|finding| finding.kind.code()).collect();
        let names = row.names.map_or("unreadable", super::NameRule::code);
        lines.push(format!(
            "{} | {} | {names} | {} | {}",
            row.name,
            entrants.join(", "),
            codes.join(", "),
            row.service_linked
        ));
    }
    lines.push(format!("{summary:?}"));
    lines.join("\n")
}

#[test]
fn an_account_as_a_table() {
    assert_snapshot!(table(DETAILS), @r"
    admin_role | arn:aws:iam::111111111111:root | user_name |  | false
    open_role | * | open | everybody_trusted | false
    AWSServiceRoleForSupport | support.amazonaws.com | services_only |  | true
    broken |  | unreadable | wrong_type | false
    Summary { roles: 4, for_people: 2, enforced: 1, with_errors: 2, unreadable: 1 }
    ");
}

#[test]
fn other_documents_with_roles() {
    let policy = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}}"#;
    let role = format!(r#"{{"RoleName":"r","AssumeRolePolicyDocument":{policy}}}"#);
    for text in
        [policy.to_owned(), role.clone(), format!(r#"{{"Role":{role}}}"#), format!(r#"{{"Roles":[{role}]}}"#)]
    {
        let dump = Dump::open(&text).expect("JSON").expect("a role");
        assert_eq!(dump.document(&text, 0).as_deref(), Some(policy));
        let row = dump.row(&text, 0, &Setting::default()).expect("a row");
        assert_eq!(row.findings[0].kind.code(), "account_without_name_rule");
    }
    assert_eq!(Dump::open(r#"{"Users":[]}"#), Ok(None));
    assert!(Dump::open("{").is_err());
}

fn items(text: &str) -> Option<Vec<crate::Place>> {
    crate::json::members(text, &["a"]).ok()??.into_iter().next()?.items
}

proptest! {
    /// Finding items without building them agrees with building them.
    #[test]
    fn items_are_where_reading_finds_them(text in r#"\{"a":\[[\[\]{}:," a-c0-1é\n]{0,24}\]\}"#) {
        if let Ok(node) = crate::json::read(&text) {
            let object = node.as_object().expect("an object");
            let expected = object.member("a").and_then(|list| list.as_array())
                .map(|items| items.iter().map(|item| item.place).collect::<Vec<_>>());
            prop_assert_eq!(items(&text), expected);
        } else {
            // It may let more pass inside of items, but never panics.
            let _ = items(&text);
        }
    }
}
