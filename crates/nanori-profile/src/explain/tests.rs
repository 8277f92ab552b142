use insta::assert_snapshot;

use super::{Attribution, Tool, Where, explain};
use crate::reader::python;
use crate::{Chain, Document, Environment, Files, Surroundings, resolve};

const CONFIG: &str = "[profile a]\nrole_arn = arn:aws:iam::222222222222:role/team/admin_role\nsource_profile = k\n\
    role_session_name = work_api\nregion = eu-west-1\n[profile b]\nrole_arn = arn:aws:iam::222222222222:role/team/admin_role\n\
    source_profile = k\n";
const CREDENTIALS: &str = "[k]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n";

fn check(profile: Option<&str>, environment: &[(&str, &str)]) -> (String, Chain) {
    check_files(CONFIG, CREDENTIALS, profile, environment)
}

fn check_files(
    config: &str,
    credentials: &str,
    profile: Option<&str>,
    environment: &[(&str, &str)],
) -> (String, Chain) {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
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
fn values_of_named_sections_and_below_keys() {
    let config = "[profile a]\nsso_session = s\nsso_account_id = 111111111111\nsso_role_name = r\nservices = local\n\
        s3 =\n  # a comment\n  addressing_style = path\n\n  max_queue_size=9\n  token = hunter2hunter2hunter2\nregion = eu-west-1\n\
        retry_mode = standard\n[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://d.awsapps.com/start\n\
        [services local]\ns3 =\r\n  endpoint_url = http://localhost:4566\r\ndynamodb =\n\tendpoint_url = http://me:hunter2@localhost\n";
    assert_snapshot!(check_files(config, "", Some("a"), &[]).0, @r#"
                 profile                        a                   manual    --profile
              access_key                <not set>                      sso    
              secret_key                <not set>                      sso    
                  region                eu-west-1              config-file    ~/.aws/config:12:1
             sso_session                        s              config-file    ~/.aws/config:2:1
          sso_account_id             111111111111              config-file    ~/.aws/config:3:1
           sso_role_name                        r              config-file    ~/.aws/config:4:1
                services                    local              config-file    ~/.aws/config:5:1
     s3.addressing_style                     path              config-file    ~/.aws/config:8:3
       s3.max_queue_size                        9              config-file    ~/.aws/config:10:3
                s3.token         ****************                  unknown    ~/.aws/config:11:3
              retry_mode                 standard              config-file    ~/.aws/config:13:1
              sso_region                eu-west-1              sso-session    ~/.aws/config:15:1
           sso_start_url https://d.awsapps.com/start              sso-session    ~/.aws/config:16:1
         s3.endpoint_url    http://localhost:4566                 services    ~/.aws/config:19:3
    dynamodb.endpoint_url         ****************                 services    ~/.aws/config:21:2
    "#);
}

/// Nothing that may be a secret is shown, not even its end.
#[test]
fn what_nothing_is_known_to_read_is_named_and_hidden() {
    let config = "[profile a]\ncredential_process = /bin/keys --password hunter2hunter2hunter2\nmfa_process = otp\n\
        my_password = hunter2hunter2hunter2\ntool =\n  secret = hunter2hunter2hunter2\n\
        endpoint_url = https://me:hunter2hunter2@example.com\noutput = json\n  hunter2hunter2hunter2\naws_session_token = hunter2hunter2hunter2\n";
    let (table, _) = check_files(config, "", Some("a"), &[]);
    assert!(!table.contains("hunter2") && !table.contains("ter2"), "{table}");
    assert_snapshot!(table, @r#"
               profile                        a                   manual    --profile
            access_key                <not set>           custom-process    
            secret_key                <not set>           custom-process    
                region                <not set>                     None    
    credential_process /bin/keys ****************              config-file    ~/.aws/config:2:1
          endpoint_url         ****************              config-file    ~/.aws/config:7:1
                output    json ****************              config-file    ~/.aws/config:8:1
           mfa_process                      otp              config-file    ~/.aws/config:3:1
           my_password         ****************                  unknown    ~/.aws/config:4:1
           tool.secret         ****************                  unknown    ~/.aws/config:6:3
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
