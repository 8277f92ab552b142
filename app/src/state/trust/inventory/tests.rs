use nanori_trust::check::Setting;

use super::*;
use crate::state::trust::account::Reading;

fn entries() -> Vec<Entry> {
    let role = |name: &str, principal: &str, condition: &str| {
        format!(
            r#"{{"RoleName":"{name}","Arn":"arn:aws:iam::222222222222:role/{name}","AssumeRolePolicyDocument":{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"{condition}}}}}}}"#
        )
    };
    let named = r#","Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}"#;
    let roles = [
        role("named", r#"{"AWS":"111111111111"}"#, named),
        role("open", r#"{"AWS":"111111111111"}"#, ""),
        role("everybody", r#""*""#, ""),
        role("machine", r#"{"Service":"ec2.amazonaws.com"}"#, ""),
        role(
            "=cmd",
            r#"{"AWS":["arn:aws:iam::111111111111:user/alice","arn:aws:iam::111111111111:user/bob"]}"#,
            "",
        ),
    ];
    let text = format!(r#"{{"RoleDetailList":[{}]}}"#, roles.join(","));
    let mut reading = Reading::new(vec![("a.json".into(), text)], Setting::default());
    while reading.step(10) {}
    reading.entries
}

#[track_caller]
fn check(show: Show, words: &str, names: &[&str]) {
    let entries = entries();
    let found: Vec<&str> =
        chosen(&entries, show, words).into_iter().map(|place| entries[place].row.name.as_str()).collect();
    assert_eq!(found, names);
}

#[test]
fn roles_are_chosen_by_state_and_by_words() {
    check(Show::All, "", &["named", "open", "everybody", "machine", "=cmd"]);
    check(Show::Nameless, "", &["open", "everybody", "=cmd"]);
    check(Show::Grave, "", &["everybody"]);
    check(Show::All, "ALICE", &["=cmd"]);
    check(Show::All, "222222222222 open", &["open"]);
    check(Show::Nameless, "zzz", &[]);
}

#[test]
fn the_file_is_safe_in_a_spreadsheet() {
    let entries = entries();
    let text = csv(&entries, &[0, 4]);
    insta::assert_snapshot!(text, @r"
    role,arn,who,names,findings
    named,arn:aws:iam::222222222222:role/named,111111111111,user_name,
    '=cmd,arn:aws:iam::222222222222:role/=cmd,arn:aws:iam::111111111111:user/alice arn:aws:iam::111111111111:user/bob,open,
    ");
}
