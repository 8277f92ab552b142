//! Pasted text: what is found in it can be handed over to a shell, pasted again, and is the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_profile::{Handover, HandoverForm, ProfileName, paste};

fuzz_target!(|text: &str| {
    let Ok(profile) = "fuzzed".parse::<ProfileName>() else { return };
    let pasted = paste(text);
    assert!(!(pasted.found.is_empty() && pasted.problems.is_empty()), "nothing found, and no reason given");
    for found in &pasted.found {
        let handover = Handover { credentials: &found.credentials, region: None, profile: &profile };
        for form in HandoverForm::ALL {
            let Ok(emitted) = handover.emit(form) else { continue };
            let again = paste(&emitted);
            assert_eq!(again.found.len(), 1, "{form:?}");
            let (before, after) = (&found.credentials, &again.found[0].credentials);
            assert_eq!(after.access_key_id, before.access_key_id, "{form:?}");
            assert_eq!(after.secret_access_key, before.secret_access_key, "{form:?}");
            assert_eq!(after.session_token, before.session_token, "{form:?}");
        }
    }
});
