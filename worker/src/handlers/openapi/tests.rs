use std::{env, fs};

use super::*;

/// Set `NANORI_WRITE=1` to write the document anew after the types have changed.
#[test]
fn the_document_is_what_the_types_say() {
    let mut wanted =
        serde_json::to_string_pretty(&nanori_api::openapi::document(env!("CARGO_PKG_VERSION"))).unwrap();
    wanted.push('\n');
    if env::var_os("NANORI_WRITE").is_some() {
        fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json"), &wanted).unwrap();
    }
    let stands = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json")).unwrap();
    assert_eq!(stands, wanted, "worker/openapi.json is behind the types: run this test with NANORI_WRITE=1");
    assert!(env::var_os("NANORI_WRITE").is_some() || DOCUMENT == wanted);
}
