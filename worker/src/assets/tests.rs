use super::*;

#[test]
fn only_names_with_a_hash_are_kept_for_long() {
    for path in [
        "/program-0123456789abcdef/nanori.js",
        "/program-0123456789abcdef/nanori_bg.wasm",
        "/base-0123456789abcdef.css",
        "/sign_in-7875ac958e3932e.css",
    ] {
        assert_eq!(cache_control(path), "public, max-age=31536000, immutable", "{path}");
    }
    for path in ["/", "/switch", "/boot.js", "/seal.svg", "/program-0123/nanori.js", "/index.html"] {
        assert_eq!(cache_control(path), "no-cache", "{path}");
    }
}
