use insta::assert_snapshot;

use super::{CredentialSource, RoleProfile, Source, process_profile};

fn profile(source: Source) -> RoleProfile {
    RoleProfile {
        name: "admin".parse().unwrap(),
        role_arn: "arn:aws:iam::222222222222:role/team/admin_role".parse().unwrap(),
        session_name: "work_api".parse().unwrap(),
        source,
        mfa_serial: None,
        external_id: None,
        duration: None,
        region: "ap-northeast-1".parse().unwrap(),
    }
}

fn source_profile() -> Source {
    Source::Profile("work".parse().unwrap())
}

#[test]
fn with_everything() {
    let full = RoleProfile {
        mfa_serial: Some("arn:aws:iam::111111111111:mfa/work_api".parse().unwrap()),
        external_id: Some("partner:42".parse().unwrap()),
        duration: Some(nanori_identity::SessionDuration::MAX),
        ..profile(source_profile())
    };
    assert_snapshot!(full.emit().unwrap(), @r#"
    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    source_profile = work
    role_session_name = work_api
    mfa_serial = arn:aws:iam::111111111111:mfa/work_api
    external_id = partner:42
    duration_seconds = 43200
    region = ap-northeast-1
    "#);
}

#[test]
fn each_source() {
    let sources = CredentialSource::ALL
        .map(Source::Credential)
        .into_iter()
        .chain([source_profile(), Source::WebIdentity { token_file: "/var/run/secrets/token".to_owned() }]);
    let all: Vec<_> = sources.map(|source| profile(source).emit().unwrap()).collect();
    assert_snapshot!(all.join("\n"), @r#"
    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    credential_source = Environment
    role_session_name = work_api
    region = ap-northeast-1

    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    credential_source = Ec2InstanceMetadata
    role_session_name = work_api
    region = ap-northeast-1

    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    credential_source = EcsContainer
    role_session_name = work_api
    region = ap-northeast-1

    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    source_profile = work
    role_session_name = work_api
    region = ap-northeast-1

    [profile admin]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    web_identity_token_file = /var/run/secrets/token
    role_session_name = work_api
    region = ap-northeast-1
    "#);
    let process =
        process_profile(&"p".parse().unwrap(), "/opt/bin/keys --for \"a b\"", &"eu-west-1".parse().unwrap());
    assert_snapshot!(process.unwrap(), @r#"
    [profile p]
    credential_process = /opt/bin/keys --for "a b"
    region = eu-west-1
    "#);
}

#[test]
fn what_the_source_cannot_use_is_refused() {
    let device = Some("arn:aws:iam::111111111111:mfa/work_api".parse().unwrap());
    let token = Source::WebIdentity { token_file: "/t".to_owned() };
    let ec2 = Source::Credential(CredentialSource::Ec2InstanceMetadata);
    let long = Some(nanori_identity::SessionDuration::MAX);
    let own = Source::Profile("admin".parse().unwrap());
    let refused = [
        RoleProfile { mfa_serial: device.clone(), ..profile(token.clone()) },
        RoleProfile { external_id: Some("id".parse().unwrap()), ..profile(token.clone()) },
        RoleProfile { duration: long, ..profile(token) },
        RoleProfile { mfa_serial: device, ..profile(ec2.clone()) },
        RoleProfile { duration: long, ..profile(ec2) },
        profile(own),
        profile(Source::WebIdentity { token_file: "/a ;b".to_owned() }),
    ];
    let errors: Vec<_> = refused.iter().map(|profile| profile.emit().unwrap_err().to_string()).collect();
    assert_snapshot!(errors.join("\n"), @r#"
    mfa_serial cannot be used with web_identity_token_file
    external_id cannot be used with web_identity_token_file
    duration_seconds cannot be used with web_identity_token_file
    mfa_serial cannot be used with credential_source
    duration_seconds cannot be used with credential_source
    source_profile cannot be used with source_profile
    the value of web_identity_token_file cannot be written safely as config
    "#);
}
