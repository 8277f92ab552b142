//! ARNs and the names in them: whatever is accepted prints as what was read, and is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_identity::{Arn, RoleArn};

fuzz_target!(|text: &str| {
    if let Ok(arn) = text.parse::<Arn>() {
        let printed = arn.to_string();
        assert_eq!(printed, text);
        assert_eq!(printed.parse::<Arn>().ok(), Some(arn));
    }
    if let Ok(role) = text.parse::<RoleArn>() {
        assert_eq!(role.as_str(), text);
        assert!(text.ends_with(&format!(":role{}{}", role.path(), role.name())), "{text}");
        assert!(text.parse::<Arn>().is_ok(), "{text}");
    }
});
