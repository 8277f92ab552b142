//! What travels between the front end and the worker, as JSON; and the codes of every problem the worker answers.
//!
//! These are the only types that are serialised. They check nothing but their shape: unknown fields and fields that are
//! given twice are refused, everything else is the domain crates' to parse. Words for people are not here: a problem is
//! a code with parameters, and the front end has the sentence in every language.

mod config;
mod console;
mod field_refusal;
mod identity;
#[cfg(feature = "schema")]
pub mod openapi;
mod params;
mod problem;
mod sensitive;
mod session;
mod signed;
mod switch;

pub use config::{Config, Development, Health};
pub use console::{ConsoleLogin, ConsoleParts, ConsoleRequest, ConsoleResponse, FormField, HeldCredentials};
pub use field_refusal::FieldRefusal;
pub use identity::IdentityRequest;
pub use params::Params;
pub use problem::{Cause, Problem, ProblemCode, Upstream};
pub use sensitive::Sensitive;
pub use session::{PrincipalKind, PrincipalView, SessionAnswer, SessionView, SignOutResponse};
pub use signed::{EndpointKind, SignedParts};
pub use switch::{
    AssumeRoleParts, GrantedSession, IssuedCredentials, SwitchOutcome, SwitchRequest, SwitchResponse,
    TagParts,
};

/// The paths of the worker's API.
pub mod path {
    /// `GET`: [`crate::Health`].
    pub const HEALTH: &str = "/api/health";
    /// `GET`: [`crate::Config`].
    pub const CONFIG: &str = "/api/config";
    /// `GET`: [`crate::SessionAnswer`].
    pub const SESSION: &str = "/api/session";
    /// `POST` [`crate::IdentityRequest`]: [`crate::SessionView`] and the portal's cookie.
    pub const IDENTITY: &str = "/api/identity";
    /// `POST` [`crate::SwitchRequest`]: [`crate::SwitchResponse`].
    pub const SWITCH: &str = "/api/switch";
    /// `POST` [`crate::ConsoleRequest`]: [`crate::ConsoleResponse`].
    pub const CONSOLE: &str = "/api/console";
    /// `POST` with an empty object: [`crate::SignOutResponse`], and the cookie is taken away.
    pub const SIGN_OUT: &str = "/api/sign-out";
    /// `GET`: the OpenAPI 3.1 document.
    pub const OPENAPI: &str = "/api/openapi.json";
}

/// The header that every `POST` must bear, so that no other site's form can send one: `x-nanori-request: 1`.
pub const REQUEST_HEADER: &str = "x-nanori-request";

/// The most bytes of a request body that the worker reads.
pub const MAX_BODY_BYTES: usize = 32 * 1024;
