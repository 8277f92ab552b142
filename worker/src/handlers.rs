//! One file for each path of the API.

pub(crate) mod config;
pub(crate) mod console;
pub(crate) mod health;
pub(crate) mod identity;
pub(crate) mod session;
pub(crate) mod sign_out;
pub(crate) mod switch;
