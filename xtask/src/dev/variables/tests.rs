use std::os::unix::fs::PermissionsExt as _;

use super::*;

#[test]
fn the_file_is_for_its_owner_only() {
    let folder = std::env::temp_dir().join(format!("nanori-variables-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("variables.env"), "from an earlier start").unwrap();
    let path = Variables::new(Some("http://127.0.0.1:1")).unwrap().write(&folder).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(mode & 0o777, 0o600);
    assert!(text.contains("LOCAL_AWS_URL=\"http://127.0.0.1:1\"\n"), "{text}");
}

#[test]
fn every_start_has_its_own_key() {
    let key = |variables: Variables| {
        let line =
            variables.0.lines().find_map(|line| line.strip_prefix("SESSION_KEY=\"")).unwrap().to_owned();
        URL_SAFE_NO_PAD.decode(line.trim_end_matches('"')).unwrap()
    };
    let (first, second) = (key(Variables::new(None).unwrap()), key(Variables::new(None).unwrap()));
    assert_eq!(first.len(), 32);
    assert_ne!(first, second);
}
