use super::*;

#[test]
fn the_cache_is_the_first_that_is_named() {
    #[track_caller]
    fn check(set: &[(&str, &str)], expected: Option<&str>) {
        let variable =
            |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| PathBuf::from(value));
        assert_eq!(cache(variable), expected.map(PathBuf::from));
    }
    check(&[("NANORI_CACHE", "/n"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/n"));
    check(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/x/nanori"));
    check(&[("HOME", "/h")], Some("/h/.cache/nanori"));
    check(&[], None);
}

#[test]
fn versions_are_read_from_the_lock() {
    let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
    assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
    assert_eq!(version_in_lock(lock, "wasm"), None);
}
