use http::Response;
use insta::assert_snapshot;
use nanori_identity::{Tag, TransitiveTagKey};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::*;

fn plain() -> AssumeRole {
    AssumeRole::new(
        "arn:aws:iam::222222222222:role/team/a/admin_role".parse().unwrap(),
        "work_api".parse().unwrap(),
    )
}

fn full() -> AssumeRole {
    AssumeRole {
        duration: Some(SessionDuration::MAX),
        external_id: Some("ext:1/2".parse().unwrap()),
        mfa: Some(Mfa {
            serial: "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap(),
            code: "123456".parse().unwrap(),
        }),
        source_identity: Some("work_api".parse().unwrap()),
        policy: Some("{\"Version\": \"2012-10-17\"}".parse().unwrap()),
        policy_arns: PolicyArns::new(vec![
            "arn:aws:iam::aws:policy/ReadOnlyAccess".parse().unwrap(),
            "arn:aws:iam::222222222222:policy/x".parse().unwrap(),
        ])
        .unwrap(),
        tags: Tags::new(vec![Tag::new("cost center", "管理").unwrap(), Tag::new("team", "").unwrap()])
            .unwrap(),
        transitive_tag_keys: TransitiveTagKeys::new(vec!["team".parse::<TransitiveTagKey>().unwrap()])
            .unwrap(),
        ..plain()
    }
}

#[test]
fn the_form_names_every_parameter_as_aws_does() {
    assert_snapshot!(full().form_body().replace('&', "\n"), @r"
Action=AssumeRole
Version=2011-06-15
RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fteam%2Fa%2Fadmin_role
RoleSessionName=work_api
DurationSeconds=43200
ExternalId=ext%3A1%2F2
SerialNumber=arn%3Aaws%3Aiam%3A%3A111111111111%3Amfa%2Fwork_api
TokenCode=123456
SourceIdentity=work_api
Policy=%7B%22Version%22%3A%20%222012-10-17%22%7D
PolicyArns.member.1.arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess
PolicyArns.member.2.arn=arn%3Aaws%3Aiam%3A%3A222222222222%3Apolicy%2Fx
Tags.member.1.Key=cost%20center
Tags.member.1.Value=%E7%AE%A1%E7%90%86
Tags.member.2.Key=team
Tags.member.2.Value=
TransitiveTagKeys.member.1=team
");
    assert_eq!(full().check(), Ok(()));
}

#[test]
fn session_policies_are_held_to_aws_s_limits() {
    let foreign = AssumeRole {
        policy_arns: PolicyArns::new(vec!["arn:aws:iam::111111111111:policy/x".parse().unwrap()]).unwrap(),
        ..plain()
    };
    assert_eq!(foreign.check().unwrap_err().code(), "foreign-policy-arn");
    let with_inline = |characters: usize| AssumeRole {
        policy: Some("x".repeat(characters).parse().unwrap()),
        policy_arns: PolicyArns::new(vec!["arn:aws:iam::aws:policy/A".parse().unwrap()]).unwrap(),
        ..plain()
    };
    assert_eq!(with_inline(2048 - 25).check(), Ok(()));
    assert_eq!(with_inline(2048 - 24).check(), Err(StsError::PolicyTooLong { found: 2049, max: 2048 }));
}

const ANSWER: &str = r#"<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleResult>
    <SourceIdentity>work_api</SourceIdentity>
    <AssumedRoleUser>
      <Arn>arn:aws:sts::222222222222:assumed-role/admin_role/work_api</Arn>
      <AssumedRoleId>AROAEXAMPLE:work_api</AssumedRoleId>
    </AssumedRoleUser>
    <Credentials>
      <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
      <SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYCANARYKEY</SecretAccessKey>
      <SessionToken>CANARYTOKEN+/=</SessionToken>
      <Expiration>2026-01-02T04:04:05Z</Expiration>
    </Credentials>
    <PackedPolicySize>6</PackedPolicySize>
    <AddedLater>by AWS</AddedLater>
  </AssumeRoleResult>
  <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
</AssumeRoleResponse>"#;

fn parse(body: &str) -> Result<AssumeRoleResponse, StsError> {
    AssumeRole::parse(&Response::builder().header("content-type", "text/xml").body(body).unwrap())
}

#[test]
fn a_session_is_read_and_shown_without_its_secrets() {
    let answer = parse(ANSWER).unwrap();
    assert_eq!(answer.verify(&full()), Ok(()));
    assert_eq!(answer.verify(&plain()), Ok(()), "a source identity that comes along a chain");
    assert_eq!(
        answer.credentials.secret_access_key.expose_secret(),
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYCANARYKEY"
    );
    assert_snapshot!(format!("{answer:?}"), @r#"AssumeRoleResponse { credentials: Credentials { access_key_id: AccessKeyId("ASIAIOSFODNN7EXAMPLE"), secret_access_key: SecretAccessKey(redacted), session_token: Some(SessionToken(redacted)), expiration: Some(Timestamp(1767326645)) }, assumed_role: RoleSession { partition: Aws, account: AccountId("222222222222"), role_name: "admin_role", session_name: SessionName("work_api") }, assumed_role_id: UniqueId("AROAEXAMPLE:work_api"), packed_policy_size: Some(6), source_identity: Some(SourceIdentity("work_api")), request_id: Some("c6104cbe-af31-11e0-8154-cbc7ccf896c7") }"#);
}

#[test]
fn a_session_of_another_role_or_name_is_refused() {
    let mismatch = |from: &str, to: &str| {
        let answer = parse(&ANSWER.replace(from, to)).unwrap();
        match answer.verify(&full()) {
            Err(StsError::Mismatch(mismatch)) => mismatch.as_str(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(mismatch("arn:aws:sts", "arn:aws-cn:sts"), "partition");
    assert_eq!(mismatch("222222222222", "333333333333"), "account");
    assert_eq!(mismatch("/admin_role/", "/Admin_role/"), "role-name");
    assert_eq!(mismatch("admin_role/work_api", "admin_role/Work_api"), "role-session-name");
    assert_eq!(mismatch(":work_api", ":somebody"), "assumed-role-id");
    assert_eq!(mismatch(":work_api", ""), "assumed-role-id");
    assert_eq!(mismatch("<SourceIdentity>work_api", "<SourceIdentity>somebody"), "source-identity");
    assert_eq!(mismatch("<SourceIdentity>work_api</SourceIdentity>", ""), "source-identity");
}

#[test]
fn an_answer_that_lacks_or_repeats_something_is_no_session() {
    let what = |from: &str, to: &str| match parse(&ANSWER.replace(from, to)) {
        Err(StsError::Malformed { what }) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(what("<SessionToken>CANARYTOKEN+/=</SessionToken>", ""), "SessionToken");
    assert_eq!(what("CANARYTOKEN+/=", ""), "SessionToken");
    assert_eq!(what("CANARYTOKEN+/=", "two words"), "SessionToken");
    assert_eq!(what("<Expiration>2026-01-02T04:04:05Z</Expiration>", ""), "Expiration");
    assert_eq!(what("2026-01-02T04:04:05Z", "soon"), "Expiration");
    assert_eq!(what("<PackedPolicySize>6<", "<PackedPolicySize>many<"), "PackedPolicySize");
    assert_eq!(
        what("arn:aws:sts::222222222222:assumed-role/admin_role", "arn:aws:iam::222222222222:user"),
        "Arn"
    );
    let twice =
        "<AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>";
    assert_eq!(what("<AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>", twice), "AccessKeyId");
    assert_eq!(what("AssumeRoleResponse", "AssumeRoleWithSAMLResponse"), "the answer's root element");
    assert_eq!(what("AssumeRoleResult", "OtherResult"), "the answer's result element");
    assert_eq!(what("sts.amazonaws.com/doc", "sts.example.com/doc"), "the answer's namespace");
}

proptest! {
    #[test]
    fn the_form_can_be_read_back(
        name in "[A-Za-z0-9_+=,.@-]{2,64}", path in "(/[!-~&&[^/]]{1,9}){0,3}/", key in "[\\p{L}\\p{N}_.:/=+@-]{1,20}",
        value in "[\\p{L}\\p{N} _.:/=+@-]{0,20}",
    ) {
        prop_assume!(!key.to_ascii_lowercase().starts_with("aws:"));
        let role = RoleArn::new(
            nanori_identity::Partition::Aws, "222222222222".parse().unwrap(), &path, "admin",
        ).unwrap();
        let mut call = AssumeRole::new(role.clone(), name.parse().unwrap());
        call.tags = Tags::new(vec![Tag::new(&key, &value).unwrap()]).unwrap();
        let body = call.form_body();
        prop_assert!(body.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%&=".contains(&b)));
        let read: Vec<(String, String)> = body
            .split('&')
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (name.to_owned(), percent_decode_str(value).decode_utf8().unwrap().into_owned()))
            .collect();
        let wanted = [
            ("Action", "AssumeRole"), ("Version", "2011-06-15"), ("RoleArn", role.as_str()),
            ("RoleSessionName", &name), ("Tags.member.1.Key", &key), ("Tags.member.1.Value", &value),
        ];
        prop_assert_eq!(read, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
    }
}
