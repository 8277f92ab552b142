//! Trust policies of IAM roles: who may assume a role, and under which name.
//!
//! The crate reads policies as strictly as IAM does ([`Policy`]), decides on requests as AWS documents it ([`evaluate()`] for
//! one policy, [`authorize`] for the trust policy and the caller's own policies together). It has no I/O and no clock: time
//! and everything else a condition may ask for is part of the [`Request`].
//!
//! | to | use |
//! |---|---|
//! | decide | [`evaluate()`], [`authorize`] |
//! | say why, and what would turn it round | [`explain()`], [`denial::diagnose`] |
//! | find what is wrong in a policy, and put it right | [`check::check`], [`check::name_rule`] |
//! | write policies from what must hold | [`generate::Form`], [`generate::write_role`] |
//! | go through a whole account | [`dump::Dump`] |
//!
//! # Deciding on a switch
//! ```
//! use nanori_identity::{Partition, RoleArn};
//! use nanori_trust::{Basis, Caller, Decision, Policy, Request, authorize};
//!
//! let trust = Policy::parse_trust(r#"{
//!   "Version": "2012-10-17",
//!   "Statement": {
//!     "Effect": "Allow",
//!     "Principal": {"AWS": "111111111111"},
//!     "Action": "sts:AssumeRole",
//!     "Condition": {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}
//!   }
//! }"#)?;
//! let of_the_user = [Policy::parse_identity(r#"{
//!   "Version": "2012-10-17",
//!   "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::222222222222:role/*"}
//! }"#)?];
//!
//! let role: RoleArn = "arn:aws:iam::222222222222:role/admin_role".parse()?;
//! let caller = Caller::user(Partition::Aws, "111111111111".parse()?, "/", "work_api").tag("team", "platform");
//! let request = Request::assume_role(caller, role).session_name("work_api").source_ip("203.0.113.7");
//!
//! let access = authorize(&request, &trust, Some(&of_the_user));
//! assert_eq!(access.decision, Decision::Allowed);
//!
//! let other_name = request.clone().session_name("somebody");
//! let access = authorize(&other_name, &trust, Some(&of_the_user));
//! assert_eq!((access.decision, access.actions[0].basis), (Decision::ImplicitlyDenied, Basis::TrustSilent));
//!
//! // A source identity or session tags need further actions, which are decided on one by one.
//! let more = request.source_identity("work_api").tag("ticket", "OPS-7");
//! assert_eq!(more.needed_actions(), ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Callers
//! [`Caller::user`] (long-term key), `.issued(at)` and `.mfa_session(age)` for credentials of `GetSessionToken`,
//! [`Caller::role_session`], [`Caller::identity_center`], [`Caller::federated_user`], [`Caller::root`],
//! [`Caller::web_identity`] and [`Caller::saml`] with `.claim(name, values)`, [`Caller::service`]. Each brings exactly the
//! condition keys that AWS derives from it; an MFA code that comes with the call itself is [`Request::mfa`].
//! Any key can be set or taken away by [`Request::set`] and [`Request::without`]; keys have no case, values have.

mod access;
mod caller;
pub mod check;
mod context;
pub mod denial;
pub mod dump;
mod error;
mod evaluate;
pub mod explain;
pub mod generate;
pub mod json;
mod keys;
pub mod literal;
pub mod operator;
mod place;
pub mod policy;
mod request;
mod template;

pub use access::{Access, ActionAccess, Basis, authorize, evaluate_together};
pub use caller::{Caller, CallerKind};
pub use context::Context;
pub use error::{Error, JsonMistake, Mistake, Mistakes};
pub use evaluate::{ConditionOutcome, Decision, Grant, Reason, Verdict, evaluate, evaluate_action};
pub use explain::explain;
pub use place::Place;
pub use policy::{Policy, PolicyKind, Version};
pub use request::{
    ASSUME_ROLE, ASSUME_ROLE_WITH_SAML, ASSUME_ROLE_WITH_WEB_IDENTITY, Request, SET_SOURCE_IDENTITY,
    TAG_SESSION,
};
pub use template::{Piece, Template, Unresolved};
