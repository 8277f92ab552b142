use super::*;

#[test]
fn the_path_is_what_stands_between_host_and_query() {
    for (url, path) in [
        ("https://portal.example.com/api/switch", "/api/switch"),
        ("https://portal.example.com/api/switch?x=/y#z", "/api/switch"),
        ("https://portal.example.com", "/"),
        ("https://portal.example.com?x=/y", "/"),
        ("http://localhost:8787/a#b", "/a"),
    ] {
        assert_eq!(path_of(url), path, "{url}");
    }
}
