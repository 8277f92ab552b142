use std::os::unix::fs::PermissionsExt as _;

use super::*;

fn variables(local_aws: Option<&str>) -> Variables {
    Variables::new("http://localhost:2", local_aws).unwrap()
}

fn value(variables: &Variables, name: &str) -> Option<String> {
    variables.0.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone())
}

#[test]
fn the_file_is_for_its_owner_only() {
    let folder = std::env::temp_dir().join(format!("nanori-variables-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("variables.env"), "from an earlier start").unwrap();
    let path = variables(Some("http://127.0.0.1:1")).write(&folder).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(mode & 0o777, 0o600);
    assert!(
        text.starts_with("DEVELOPMENT=\"true\"\nPORTAL_ORIGIN=\"http://localhost:2\"\nSESSION_KEY=\""),
        "{text}"
    );
    assert!(text.ends_with("\"\nLOCAL_AWS_URL=\"http://127.0.0.1:1\"\n"), "{text}");
}

#[test]
fn every_start_has_its_own_key() {
    let key = || BASE64URL_NOPAD.decode(value(&variables(None), "SESSION_KEY").unwrap().as_bytes()).unwrap();
    let first = key();
    assert_eq!(first.len(), 32);
    assert_ne!(first, key());
}

#[test]
fn without_a_local_aws_none_is_named() {
    assert_eq!(value(&variables(None), "LOCAL_AWS_URL"), None);
}
