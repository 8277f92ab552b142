use insta::assert_snapshot;
use proptest::prelude::*;

use super::{CheckCode, Diagnosis, Files, Findings, Person, check, compare_readers};
use crate::reader::plain::is_plain;
use crate::reader::python;
use crate::{Document, FileKind};

fn diagnoses(config: &str, credentials: &str) -> (Vec<Diagnosis>, Document, Document) {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    let person = Person {
        session_name: Some(&"work_api".parse().unwrap()),
        account: Some(&"111111111111".parse().unwrap()),
    };
    (check(&files, &person), config, credentials)
}

fn show(config: &str, credentials: &str) -> String {
    let (list, config, credentials) = diagnoses(config, credentials);
    let mut out = String::new();
    for diagnosis in list {
        let parameters: Vec<_> = diagnosis.parameters.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let file = if diagnosis.file == FileKind::Config { "config" } else { "credentials" };
        out +=
            &format!("{}:{} {} {}\n", file, diagnosis.place, diagnosis.code.as_str(), parameters.join("; "));
        for edit in diagnosis.fix.iter().flat_map(|fix| &fix.edits) {
            let document = if edit.file == FileKind::Config { &config } else { &credentials };
            out +=
                &format!("    {:?} -> {:?}\n", document.text().get(edit.range.clone()).unwrap(), edit.text);
        }
    }
    out
}

const KEYS: &str =
    "aws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\nregion = eu-west-1\n";
const ROLE: &str =
    "role_arn = arn:aws:iam::222222222222:role/admin\nregion = eu-west-1\nrole_session_name = work_api\n";

fn role(lines: &str) -> String {
    show(&format!("[profile a]\n{ROLE}{lines}"), &format!("[k]\n{KEYS}"))
}

#[test]
fn a_right_profile_is_left_alone() {
    assert_eq!(role("source_profile = k\n"), "");
}

#[test]
fn what_is_missing_is_written_as_far_in_as_the_lines_around_it() {
    let config = "[default]\nregion = eu-west-1\n[profile a]\n  role_arn = arn:aws:iam::222222222222:role/admin\n  source_profile = k\n";
    assert_snapshot!(show(config, &format!("[k]\n{KEYS}")), @r#"
    config:3:1 check.no-region 
        "" -> "  region = eu-west-1\n"
    config:4:1 check.refused reader=aws-sdk; rule=read.continues-nothing
    config:4:3 check.no-session-name 
        "" -> "  role_session_name = work_api\n"
    "#);
    // A region of another partition helps nobody.
    let china = config.replace("arn:aws:", "arn:aws-cn:");
    assert_snapshot!(show(&china, &format!("[k]\n{KEYS}")), @r#"
    config:3:1 check.no-region 
    config:4:1 check.refused reader=aws-sdk; rule=read.continues-nothing
    config:4:3 check.no-session-name 
        "" -> "  role_session_name = work_api\n"
    "#);
}

#[test]
fn sources() {
    assert_snapshot!(role(""), @"config:2:1 check.unresolvable rule=resolve.no-source; text=Partial credentials found in assume-role, missing: source_profile or credential_source");
    assert_snapshot!(role("source_profile = k\ncredential_source = Environment"), @r#"
    config:6:1 check.unresolvable rule=resolve.both-sources; text=The profile "a" contains both source_profile and credential_source.
        "credential_source = Environment" -> ""
    "#);
    assert_snapshot!(role("source_profile = kk"), @r#"
    config:5:1 check.unresolvable rule=resolve.unknown-source-profile; text=The source_profile "kk" referenced in the profile "a" does not exist.
        "kk" -> "k"
    "#);
    assert_snapshot!(role("credential_source = ec2instancemetadata"), @r#"
    config:5:1 check.unresolvable rule=resolve.unknown-credential-source; text=The credential source "ec2instancemetadata" referenced in profile "a" is not valid.
        "ec2instancemetadata" -> "Ec2InstanceMetadata"
    config:5:1 check.resolves-differently program=rust; what=resolves
    "#);
    assert_snapshot!(role("credential_source = EcsContainers"), @r#"
    config:5:1 check.unresolvable rule=resolve.unknown-credential-source; text=The credential source "EcsContainers" referenced in profile "a" is not valid.
        "EcsContainers" -> "EcsContainer"
    "#);
    assert_snapshot!(role("source_profile = a"), @"config:5:1 check.unresolvable rule=resolve.loop; text=Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a']");
    assert_snapshot!(role("source-profile = k"), @r#"
    config:2:1 check.unresolvable rule=resolve.no-source; text=Partial credentials found in assume-role, missing: source_profile or credential_source
    config:5:1 check.near-miss key=source-profile; meant=source_profile
        "source-profile" -> "source_profile"
    "#);
}

#[test]
fn names_and_limits() {
    let lines = |text: &str| {
        show(
            &format!("[profile a]\nregion = cn-north-1\nsource_profile = k\n{text}\n"),
            &format!("[k]\n{KEYS}"),
        )
    };
    let texts = [
        "role_arn = \"arn:aws-cn:iam::222222222222:role/admin\"",
        "role_arn = arn:aws:iam::222222222222:role/admin",
        "role_arn = arn:aws-cn:sts::222222222222:assumed-role/admin/x\nrole_session_name = someone",
        "role_arn = arn:aws-cn:iam::222222222222:role/admin\nrole_session_name = a name",
        "role_arn = arn:aws-cn:iam::222222222222:role/admin\nrole_session_name = work_api\nduration_seconds = 1h\nexternal_id = x",
        "role_arn = arn:aws-cn:iam::222222222222:role/admin\nrole_session_name = work_api\nduration_seconds = 900\nmfa_serial = arn:aws-cn:iam::222222222222:mfa/x",
        "role_arn = arn:aws-cn:iam::222222222222:role/admin\nrole_session_name = work_api\nduration_seconds = 50000 \nmfa_serial = 12",
    ];
    let shown: Vec<_> = texts.iter().map(|text| lines(text)).collect();
    assert_snapshot!(shown.join("--\n"), @r#"
    config:4:1 check.bad-role-arn value="arn:aws-cn:iam::222222222222:role/admin"; reason=form
        "\"arn:aws-cn:iam::222222222222:role/admin\"" -> "arn:aws-cn:iam::222222222222:role/admin"
    config:4:1 check.no-session-name 
        "" -> "role_session_name = work_api\n"
    --
    config:4:1 check.wrong-partition region=cn-north-1; partition=aws
    config:4:1 check.no-session-name 
        "" -> "role_session_name = work_api\n"
    --
    config:4:1 check.session-arn value=arn:aws-cn:sts::222222222222:assumed-role/admin/x
    config:5:1 check.other-session-name value=someone; yours=work_api
        "someone" -> "work_api"
    --
    config:5:1 check.bad-session-name value=a name; reason=character
        "a name" -> "work_api"
    --
    config:6:1 check.bad-duration value=1h
    config:7:1 check.bad-external-id value=x; reason=length
    --
    config:6:1 check.always-expiring value=900
        "900" -> "3600"
    config:6:1 check.read-by-some key=duration_seconds; by=aws-cli, javascript; not-by=rust; profiles=1
    config:7:1 check.other-account-mfa account=222222222222; yours=111111111111
    config:7:1 check.read-by-some key=mfa_serial; by=aws-cli, javascript; not-by=rust; profiles=1
    --
    config:6:1 check.duration-range value=50000
        "50000" -> "43200"
    config:7:1 check.bad-mfa-serial value=12; reason=length
    "#);
    let chain = format!(
        "[profile b]\n{ROLE}source_profile = k\n[profile a]\n{ROLE}source_profile = b\nduration_seconds = 7200"
    );
    assert_snapshot!(show(&chain, &format!("[k]\n{KEYS}")), @r#"
    config:11:1 check.chained-duration value=7200
        "7200" -> "3600"
    config:11:1 check.read-by-some key=duration_seconds; by=aws-cli, javascript; not-by=rust; profiles=1
    "#);
}

#[test]
fn keys() {
    let credentials = "[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n[half]\naws_access_key_id = x\nregion = eu-west-1\n[old]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\naws_security_token = t\nregion = eu-west-1\n";
    let config = format!("[profile a]\n{ROLE}source_profile = old\n[profile c]\n{KEYS}");
    assert_snapshot!(show(&config, credentials), @r#"
    config:7:1 check.keys-in-config 
    credentials:2:1 check.keys-beside-role 
        "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n" -> ""
        "aws_secret_access_key = s\n" -> ""
    credentials:2:1 check.long-term-key 
    credentials:5:1 check.partial-keys missing=aws_secret_access_key
    credentials:10:1 check.legacy-token 
        "aws_security_token" -> "aws_session_token"
    "#);
}

#[test]
fn headings_and_readers() {
    let config =
        "[default]\nregion = eu-west-1\n[profile default]\noutput = json\n[team]\nregion = eu-west-1\n";
    assert_snapshot!(show(config, "[profile x]\nregion = eu-west-1\n"), @r#"
    config:3:1 check.two-defaults 
    config:5:1 check.missing-prefix 
        "" -> "profile "
    credentials:1:1 check.prefix-in-credentials 
        "profile " -> ""
    credentials:1:1 check.reads-differently seen-by=aws-cli; not-by=aws-sdk, javascript
    credentials:1:1 check.reads-differently seen-by=javascript; not-by=aws-cli, aws-sdk
    "#);
    assert_snapshot!(show("\u{feff}[default]\nregion = eu-west-1 # home\n", ""), @r#"
    config:1:1 check.byte-order-mark 
        "\u{feff}" -> ""
    config:1:1 check.refused reader=aws-cli; rule=read.outside-section
    config:1:1 check.refused reader=aws-sdk; rule=read.outside-section
    "#);
    assert_snapshot!(show("[profile a]\nregion = eu-west-1\nregion = eu-west-2\n[profile a]\noutput = json\nbroken\n", ""), @r#"
    config:3:1 check.duplicate-key key=region
    config:3:1 check.refused reader=aws-cli; rule=read.duplicate-key
    config:4:1 check.duplicate-section 
    config:6:1 check.refused reader=aws-sdk; rule=read.no-equals
    "#);
    assert_snapshot!(show("[profile a]\nregion = eu-west-1 # home\nOutput = json\n", ""), @r#"
    config:2:1 check.bad-region value=eu-west-1 # home
    config:2:1 check.reads-differently key=region; seen-by=aws-cli; not-by=aws-sdk, javascript
    config:3:1 check.reads-differently key=output; seen-by=aws-cli, aws-sdk; not-by=javascript
    config:3:1 check.reads-differently key=Output; seen-by=javascript; not-by=aws-cli, aws-sdk
    "#);
}

#[test]
fn programs_that_go_another_way() {
    let sso = "sso_account_id = 111111111111\nsso_role_name = r\nsso_session = s\nsso_region = eu-west-1\nregion = eu-west-1\n";
    let session = "[sso-session s]\nsso_region = eu-west-1\nsso_start_url = u\n";
    assert_snapshot!(show(&format!("[profile a]\n{sso}{session}"), ""), @r#"
    config:5:1 check.resolves-differently program=rust; what=refuses; rule=resolve.sso-beside-session
        "sso_region = eu-west-1\n" -> ""
    "#);
    // Told where it arises, not at the profile that leads there; and nothing of a profile that a program does not see.
    let config = format!(
        "[profile a]\n{ROLE}source_profile = b\n[profile b]\n{ROLE}source_profile = k\nweb_identity_token_file = /t\n"
    );
    assert_snapshot!(show(&config, &format!("[k]\n{KEYS}")), @"config:11:1 check.resolves-differently program=javascript; what=other-roles");
    assert_snapshot!(show("", &format!("[sp ace]\n{KEYS}")), @"credentials:1:1 check.reads-differently seen-by=aws-cli; not-by=aws-sdk, javascript");
}

#[test]
fn keys_that_some_act_on_are_told_once() {
    let mfa = "mfa_serial = arn:aws:iam::111111111111:mfa/work_api\nsource_profile = k\n";
    let config = format!(
        "[profile a]\n{ROLE}{mfa}duration_seconds = 3600\n[profile b]\n{ROLE}{mfa}source_identity = work_api\n"
    );
    assert_snapshot!(show(&config, &format!("[k]\n{KEYS}")), @r#"
    config:5:1 check.read-by-some key=mfa_serial; by=aws-cli, javascript; not-by=rust; profiles=2
    config:14:1 check.read-by-some key=source_identity; by=aws-vault; not-by=aws-cli, javascript, rust; profiles=1
    "#);
}

#[test]
fn codes_are_distinct() {
    let mut codes: Vec<_> = CheckCode::ALL.iter().map(|code| code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), CheckCode::ALL.len());
}

#[test]
fn everybody_in_a_circle_is_told_and_nobody_who_leads_into_it() {
    let profile = |name: &str, source: &str| format!("[profile {name}]\n{ROLE}source_profile = {source}\n");
    let config = [profile("out", "a"), profile("a", "b"), profile("b", "c"), profile("c", "a")].concat();
    let (list, ..) = diagnoses(&config, "");
    let told: Vec<_> = list.iter().map(|diagnosis| diagnosis.profile.as_deref().unwrap()).collect();
    assert_eq!(told, ["a", "b", "c"]);
}

#[test]
fn a_way_into_a_right_profile_is_still_checked_itself() {
    let profile = |name: &str, lines: &str| format!("[profile {name}]\n{ROLE}{lines}\n");
    let config =
        [profile("right", "source_profile = k"), profile("further", "source_profile = right")].concat();
    assert_eq!(show(&config, &format!("[k]\n{KEYS}")), "");
    let both = profile("wrong", "source_profile = further\ncredential_source = Environment");
    let (list, ..) = diagnoses(&format!("{config}{both}"), &format!("[k]\n{KEYS}"));
    assert_eq!(list.iter().map(|diagnosis| diagnosis.code).collect::<Vec<_>>(), [CheckCode::Unresolvable]);
}

proptest! {
    // Most of what is made up is odd.
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// Where one reading stands for all, the others would have seen the same.
    #[test]
    fn plain_files_are_read_alike(config in "((\\[(profile |services |)[abd.][.ef]{0,6}\\]|\\[default\\]|(role_arn|s3|x-1) ?= ?[#;a:=\\[ b]{0,4}|[#;]x?| |x|\t)(\n|\r\n|\n\n)){0,8}", credentials in "((\\[(default|profile|[ab.]{1,3})\\]|x=[# y]{0,3})\n){0,4}") {
        let (config, credentials) = (Document::new(&config), Document::new(&credentials));
        let plain = is_plain(&config, FileKind::Config) && is_plain(&credentials, FileKind::Credentials);
        let files = Files { config: Some(&config), credentials: Some(&credentials) };
        let python = python::read(files.config, files.credentials);
        if !plain || python.is_err() {
            return Ok(());
        }
        let mut found = Findings { files, loaded: None, list: Vec::new() };
        compare_readers(&mut found, &python, &Person::default());
        prop_assert!(found.list.iter().all(|diagnosis| !matches!(diagnosis.code, CheckCode::ReadsDifferently | CheckCode::Refused)));
    }
}

proptest! {
    /// Any text can be checked, each place lies in its file, and every fix can be made.
    #[test]
    fn any_text(config in "((\\[(profile )?[ab]\\]|(role_arn|source_profile|region|x)[ =:]{1,3}[ab]?|[ #;\u{feff}]|\\PC{0,6})[\r\n]{1,2}){0,12}") {
        let (list, config, _) = diagnoses(&config, "[b]\naws_access_key_id = x\n");
        for diagnosis in &list {
            if diagnosis.file == FileKind::Config {
                prop_assert!(config.text().get(diagnosis.range.clone()).is_some());
            }
            for edit in diagnosis.fix.iter().flat_map(|fix| &fix.edits).filter(|edit| edit.file == FileKind::Config) {
                prop_assert!(config.text().get(edit.range.clone()).is_some());
                let edited = config.edited(FileKind::Config, std::slice::from_ref(edit));
                prop_assert_ne!(edited.text(), config.text());
            }
        }
    }
}

#[test]
fn a_heading_that_nobody_reads_is_told_and_no_other() {
    use crate::reader::{javascript, reference};
    for (heading, told) in [
        ("profile a b", true),
        ("profile it's", true),
        ("profile \"a", true),
        ("profile a \"b\"", true),
        ("services a b", true),
        ("profile \"a b\"", false),
        ("profile a\\ b", false),
        ("profile\ta", false),
        ("profile a", false),
        ("sso-session corp", false),
    ] {
        let config = Document::new(&format!("[{heading}]\nregion = eu-west-1\n"));
        let files = Files { config: Some(&config), credentials: None };
        let found = check(&files, &Person::default());
        assert_eq!(found.iter().any(|found| found.code == CheckCode::BadHeading), told, "{heading}");
        let seen = |profiles: &crate::reader::Profiles<'_>| profiles.iter().count() > 0;
        let by_some = seen(&python::read(Some(&config), None).unwrap().profiles)
            || reference::read(Some(&config), None).is_ok_and(|profiles| seen(&profiles))
            || javascript::read(Some(&config), None).is_ok_and(|profiles| seen(&profiles));
        assert!(!(told && by_some), "somebody reads [{heading}]");
    }
}
