use insta::assert_snapshot;
use nanori_api::AssumeRoleParts;
use nanori_identity::{RoleArn, SessionName};
use nanori_sts::{AssumeRole, Call};

use super::{Faults, SwitchFault, SwitchField, SwitchInput};

fn role() -> RoleArn {
    "arn:aws:iam::222222222222:role/admin_role".parse().unwrap()
}

fn plan(input: &SwitchInput) -> Result<AssumeRole, Faults> {
    input.plan(&role(), &"work_api".parse::<SessionName>().unwrap())
}

#[track_caller]
fn fields(input: &SwitchInput) -> Vec<SwitchField> {
    plan(input).unwrap_err().into_iter().map(|(field, _)| field).collect()
}

#[test]
fn an_empty_form_asks_for_role_and_name_only() {
    let call = plan(&SwitchInput::default()).unwrap();
    assert_snapshot!(
        call.form_body(),
        @"Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role&RoleSessionName=work_api"
    );
}

#[test]
fn a_full_form_travels_whole() {
    let call = plan(&SwitchInput {
        duration: 900,
        mfa: true,
        mfa_serial: "arn:aws:iam::111111111111:mfa/work_api".into(),
        mfa_code: "123456".into(),
        external_id: " ext-1 ".into(),
        source_identity: "work_api".into(),
        policy: r#"{"Version":"2012-10-17","Statement":[]}"#.into(),
        policy_arns: "arn:aws:iam::aws:policy/ReadOnlyAccess\n\n".into(),
        tags: "Project = nanori\nTeam=a=b".into(),
        transitive: "Project".into(),
    })
    .unwrap();
    let parts = AssumeRoleParts::of(&call);
    assert_snapshot!(
        serde_json::to_string(&parts).unwrap(),
        @r#"{"role_arn":"arn:aws:iam::222222222222:role/admin_role","role_session_name":"work_api","duration_seconds":900,"external_id":"ext-1","serial_number":"arn:aws:iam::111111111111:mfa/work_api","token_code":"123456","source_identity":"work_api","policy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}","policy_arns":["arn:aws:iam::aws:policy/ReadOnlyAccess"],"tags":[{"key":"Project","value":"nanori"},{"key":"Team","value":"a=b"}],"transitive_tag_keys":["Project"]}"#
    );
}

#[test]
fn every_fault_is_found_at_once_and_has_its_field() {
    let input = SwitchInput {
        duration: 60,
        mfa: true,
        mfa_serial: String::new(),
        mfa_code: "12345".into(),
        external_id: "x".into(),
        source_identity: "aws:me".into(),
        policy: "Allow *".into(),
        policy_arns: "ReadOnlyAccess".into(),
        tags: "Project=a\nno value".into(),
        transitive: "a\u{7}".into(),
    };
    assert_eq!(
        fields(&input),
        [
            SwitchField::Duration,
            SwitchField::MfaSerial,
            SwitchField::MfaCode,
            SwitchField::ExternalId,
            SwitchField::SourceIdentity,
            SwitchField::Policy,
            SwitchField::PolicyArns,
            SwitchField::Tags,
            SwitchField::Transitive,
        ]
    );
}

#[test]
fn a_tag_line_without_a_value_is_named_by_its_number() {
    let faults = plan(&SwitchInput { tags: "\na=b\n\nbroken".into(), ..SwitchInput::default() }).unwrap_err();
    assert_eq!(faults, [(SwitchField::Tags, SwitchFault::TagForm { line: 4 })]);
}

#[test]
fn a_policy_of_another_account_is_refused_before_aws_is_asked() {
    let input = SwitchInput {
        policy_arns: "arn:aws:iam::333333333333:policy/theirs".into(),
        ..SwitchInput::default()
    };
    assert_eq!(fields(&input), [SwitchField::PolicyArns]);
}

#[test]
fn mfa_fields_count_only_while_mfa_is_on() {
    let input = SwitchInput { mfa_code: "nonsense".into(), ..SwitchInput::default() };
    assert_eq!(plan(&input).unwrap().mfa, None);
}
