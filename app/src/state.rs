//! What the page knows, without the page: plain values and the rules between them.
//!
//! Nothing here touches the browser, so all of it is tested natively. Reactive wiring lives in `state/app.rs`.

pub mod denied;
pub mod durations;
pub mod file_text;
pub mod granted;
pub mod hand_over;
pub mod idle;
pub mod mfa_digits;
pub mod profiles;
pub mod regions;
pub mod role_book;
pub mod role_input;
pub mod role_list;
pub mod role_search;
pub mod saved_role;
pub mod settings;
pub mod switch_plan;
pub mod trust;
