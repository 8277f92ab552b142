use nanori_identity::Timestamp;
use nanori_profile::{Document, FileKind, Files, Person, Severity};

use super::{Kind, Review};

const CONFIG: &str = "[default]\nregion = eu-west-1\n\n[profile admin]\nrole_arn = arn:aws:iam::222222222222:role/team/admin_role\n\
    source_profile = nobody\nregion = eu-west-1\n[profile calm]\nregion = eu-west-1\n";
const CREDENTIALS: &str = "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";

fn review(config: &str, credentials: &str) -> Review {
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    Review::of(&files, &Person::default(), None, Timestamp::from_unix(0).unwrap())
}

#[test]
fn each_profile_shows_its_worst_finding() {
    let review = review(CONFIG, CREDENTIALS);
    let list: Vec<_> = review.profiles.iter().map(|listed| (listed.name.as_str(), listed.worst)).collect();
    assert_eq!(list, [("default", Some(Severity::Hint)), ("admin", Some(Severity::Error)), ("calm", None)]);
    assert_eq!(review.long_term_keys().collect::<Vec<_>>(), ["default"]);
    assert_eq!(review.count(FileKind::Config, Severity::Error), 1);
}

#[test]
fn what_is_wrong_is_found_first() {
    let review = review(CONFIG, CREDENTIALS);
    let names =
        |typed, most| review.search(typed, most).0.into_iter().map(|listed| listed.name).collect::<Vec<_>>();
    assert_eq!(names("", 9), ["admin", "default", "calm"]);
    assert_eq!(names("ADMIN_ 2222", 9), ["admin"]);
    assert_eq!(review.search("", 1).1, 3);
}

#[test]
fn profiles_of_a_file_that_the_cli_refuses_are_still_listed() {
    let review = review("[profile a]\nregion = x\nregion = y\n", "");
    assert_eq!(
        review.profiles.iter().map(|listed| (listed.name.as_str(), &listed.kind)).collect::<Vec<_>>(),
        [("a", &Kind::Settings)]
    );
}

#[test]
fn roles_are_assumed_from_whoever_has_credentials() {
    let keys = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";
    for (credentials, source) in [
        (format!("[work]\n{keys}[default]\n{keys}"), "default"),
        (format!("[work]\n{keys}[home]\n{keys}"), "work"),
        (String::new(), "default"),
    ] {
        assert_eq!(review(CONFIG, &credentials).likely_source(), source);
    }
}

#[test]
fn a_profile_shows_its_worst_finding_first_and_is_not_faulty_for_what_some_pass_over() {
    let role = "role_arn = arn:aws:iam::222222222222:role/r\nsource_profile = k\nregion = eu-west-1\n";
    let mfa = "role_session_name = work_api\nmfa_serial = arn:aws:iam::111111111111:mfa/work_api\n";
    let config =
        format!("[profile good]\n{role}{mfa}[profile bad]\n{role}duration_seconds = 1\nca_bundle = /c\n");
    let review =
        review(&config, "[k]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n");
    let severities = |name| review.about(name).iter().map(|found| found.code.severity()).collect::<Vec<_>>();
    assert_eq!(severities("good"), [Severity::Hint]);
    assert_eq!(severities("bad"), [Severity::Error, Severity::Warning, Severity::Hint]);
    let worst = |name| review.profiles.iter().find(|listed| listed.name == name).unwrap().worst;
    assert_eq!((worst("good"), worst("bad")), (None, Some(Severity::Error)));
}
