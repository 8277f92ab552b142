use insta::assert_snapshot;

use super::{Attribution, Tool, Where, explain};
use crate::reader::python;
use crate::{Chain, Document, Environment, Files, Surroundings, resolve};

const CONFIG: &str = "[profile a]\nrole_arn = arn:aws:iam::222222222222:role/team/admin_role\nsource_profile = k\n\
    role_session_name = work_api\nregion = eu-west-1\n[profile b]\nrole_arn = arn:aws:iam::222222222222:role/team/admin_role\n\
    source_profile = k\n";
const CREDENTIALS: &str = "[k]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";

fn check(profile: Option<&str>, environment: &[(&str, &str)]) -> (String, Chain) {
    let (config, credentials) = (Document::new(CONFIG), Document::new(CREDENTIALS));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    let loaded = python::read(files.config, files.credentials).unwrap();
    let environment: Environment = environment.iter().copied().collect();
    let surroundings = Surroundings { profile, environment: &environment, instance: false };
    let chain = resolve(&loaded, &surroundings).unwrap();
    let rows = explain(&files, &loaded, &surroundings, &chain).into_iter().map(|row| {
        let location = match row.location {
            Where::Unknown => String::new(),
            Where::CommandLine => "--profile".to_owned(),
            Where::Variable(name) => name.to_owned(),
            Where::Line(file, place) => format!("{}:{place}", file.default_path()),
        };
        let value = row.value.unwrap_or("<not set>".to_owned());
        format!("{:>20} {value:>24} {:>24}    {location}\n", row.name, row.kind.unwrap_or("None"))
    });
    (rows.collect(), chain)
}

#[test]
fn tables() {
    assert_snapshot!(check(Some("a"), &[]).0, @r#"
              profile                        a                   manual    --profile
           access_key                <not set>              assume-role    
           secret_key                <not set>              assume-role    
               region                eu-west-1              config-file    ~/.aws/config:5:1
             role_arn arn:aws:iam::222222222222:role/team/admin_role              config-file    ~/.aws/config:2:1
       source_profile                        k              config-file    ~/.aws/config:3:1
    role_session_name                 work_api              config-file    ~/.aws/config:4:1
    "#);
    assert_snapshot!(check(Some("k"), &[("AWS_REGION", "us-east-1")]).0, @r#"
       profile                        k                   manual    --profile
    access_key     ****************MPLE  shared-credentials-file    ~/.aws/credentials:2:1
    secret_key     ****************EKEY  shared-credentials-file    ~/.aws/credentials:3:1
        region                us-east-1                      env    AWS_REGION
    "#);
    let environment = [
        ("AWS_PROFILE", "b"),
        ("AWS_ACCESS_KEY_ID", "AKIAI44QH8DHBEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "short"),
    ];
    assert_snapshot!(check(None, &environment).0, @r#"
           profile                        b                      env    AWS_PROFILE
        access_key     ****************MPLE                      env    AWS_ACCESS_KEY_ID
        secret_key         ****************                      env    AWS_SECRET_ACCESS_KEY
            region                <not set>                     None    
          role_arn arn:aws:iam::222222222222:role/team/admin_role              config-file    ~/.aws/config:7:1
    source_profile                        k              config-file    ~/.aws/config:8:1
    "#);
}

#[test]
fn what_cloudtrail_records() {
    let now = "2021-01-01T00:00:00Z".parse().unwrap();
    let (_, named) = check(Some("a"), &[]);
    let (_, nameless) = check(Some("b"), &[]);
    let all: Vec<_> = [&named, &nameless]
        .into_iter()
        .flat_map(|chain| Tool::ALL.map(|tool| format!("{:?}\n", Attribution::of(chain, tool, now))))
        .collect();
    assert_snapshot!(all.concat(), @r#"
    RoleSession { session_name: "work_api", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/work_api"), invented: false }
    RoleSession { session_name: "work_api", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/work_api"), invented: false }
    RoleSession { session_name: "work_api", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/work_api"), invented: false }
    RoleSession { session_name: "work_api", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/work_api"), invented: false }
    RoleSession { session_name: "botocore-session-1609459200", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/botocore-session-1609459200"), invented: true }
    RoleSession { session_name: "aws-sdk-js-1609459200000", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/aws-sdk-js-1609459200000"), invented: true }
    RoleSession { session_name: "aws-go-sdk-1609459200000000000", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/aws-go-sdk-1609459200000000000"), invented: true }
    RoleSession { session_name: "assume-role-from-profile-1609459200000", arn: Some("arn:aws:sts::222222222222:assumed-role/admin_role/assume-role-from-profile-1609459200000"), invented: true }
    "#);
}
