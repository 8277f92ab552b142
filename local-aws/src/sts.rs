//! The Security Token Service: one entry point that checks the signature and sends a call to its action.
//!
//! Query protocol, version 2011-06-15: parameters in a form body (or the query of a GET), answers in XML.

pub mod assume_role;
pub mod authorise;
pub mod call;
pub mod caller_identity;
pub mod constraint;
pub mod cross_origin;
pub mod federation_token;
pub mod issue;
pub mod mfa;
pub mod packed_policy;
pub mod parameters;
pub mod refusal;
pub mod session_token;
pub mod signature;
pub mod tags;
pub mod xml;

/// The only version of the protocol there is.
pub const VERSION: &str = "2011-06-15";
