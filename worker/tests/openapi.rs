//! The OpenAPI document that is served is what the types say.

use std::{env, fs};

/// Set `NANORI_WRITE=1` to write the document anew after the types have changed.
#[test]
fn the_document_is_what_the_types_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/api/openapi.json");
    let document = nanori_api::openapi::document(env!("CARGO_PKG_VERSION"));
    let wanted = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
    if env::var_os("NANORI_WRITE").is_some() {
        fs::write(path, &wanted).unwrap();
    }
    let stands = fs::read_to_string(path).unwrap();
    assert_eq!(
        stands, wanted,
        "public/api/openapi.json is behind the types: run this test with NANORI_WRITE=1"
    );
}
