//! The console's sign-in: sign-in tokens, login, logout and the browsers that are signed in.
//!
//! Stands for `signin.aws.amazon.com`. See the IAM user guide, "Enable custom identity broker access to the console".

pub mod browser;
pub mod cookie;
pub mod destination;
pub mod login;
pub mod logout;
pub mod refusal;
pub mod token;
