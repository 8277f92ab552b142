//! A small AWS on loopback, for development and tests of Nanori: STS, the console's sign-in, CloudTrail.
//!
//! [`LocalAws`] answers one request at a time, without a socket, so tests call it directly; [`server`] puts it on a
//! port. It keeps everything in memory and is never deployed. What it knows of AWS comes from AWS's documentation
//! and from what users of STS have reported; where it simplifies, the module says so.

pub mod answer;
pub mod arguments;
pub mod aws;
pub mod caller;
pub mod clock;
pub mod config;
pub mod console;
pub mod control;
pub mod demo;
pub mod directory;
pub mod error;
pub mod fault;
pub mod html;
pub mod secret;
pub mod server;
pub mod signin;
pub mod state;
pub mod sts;
pub mod totp;
pub mod trail;

pub use aws::{LocalAws, Reply};
pub use error::Error;
