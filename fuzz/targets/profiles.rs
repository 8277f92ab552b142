//! Config and credentials files: the text comes out as it went in, and every reader ends with sections or a reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_profile::Document;
use nanori_profile::reader::{javascript, python, reference};

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::from_bytes(bytes) else { return };
    assert_eq!(document.text().as_bytes(), bytes);
    for sections in [reference::sections(&document), javascript::sections(&document)].into_iter().flatten() {
        for section in sections {
            assert!(section.offset <= bytes.len());
            for entry in &section.entries {
                assert!(section.offset <= entry.offset && entry.offset <= bytes.len());
                assert!(
                    document.line_range(entry.offset).contains(&entry.offset) || entry.offset == bytes.len()
                );
            }
        }
    }
    let _ = reference::read(Some(&document), None);
    let _ = reference::read(None, Some(&document));
    let _ = python::read(Some(&document), Some(&document));
    let _ = javascript::read(Some(&document), Some(&document));
});
