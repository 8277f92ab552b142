//! The trust page's own values: what its forms hold, what becomes of them, and how a whole account is gone through.
//!
//! Policies themselves are `nanori-trust`'s; this turns what people type into its types, fault by fault.

pub mod account;
pub mod denied;
pub mod excerpt;
pub mod inventory;
pub mod lines;
pub mod question;
pub mod who;
pub mod writing;
