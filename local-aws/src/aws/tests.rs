//! The local AWS as its clients see it, without a socket. Requests are signed by `aws-sigv4`.

mod chain;
mod client;
mod console;
mod cross_origin;
mod faults;
mod limits;
mod mfa;
mod signature;
mod signin;
mod switch;
mod trail;
