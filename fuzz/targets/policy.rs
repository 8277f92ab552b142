//! Policy documents: any text is a policy or a list of mistakes, each with a place inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_trust::{Policy, PolicyKind};

fuzz_target!(|text: &str| {
    for kind in [PolicyKind::Trust, PolicyKind::Identity] {
        let first = Policy::parse(text, kind);
        assert_eq!(
            first.is_ok(),
            Policy::parse(&format!("\n {text}\n"), kind).is_ok(),
            "white space around a policy matters"
        );
    }
});
