//! Calls of AWS's Security Token Service: written, signed and read, never sent.
//!
//! A call is a plain struct ([`AssumeRole`], [`GetCallerIdentity`], [`GetSessionToken`]) with the methods of [`Call`].
//! Who holds a key makes a whole request of it ([`Call::request`]), or only a [`RequestSignature`] ([`Call::sign`])
//! from which somebody else, who must never hold the key, writes the same request again ([`Call::rebuild`]). What STS
//! answers goes into [`Call::parse`]. Nothing here does I/O, reads a clock or draws randomness.
//!
//! ```
//! use nanori_identity::{Credentials, Region, Timestamp};
//! use nanori_sts::{Audience, Call, Endpoint, GetCallerIdentity, Signer};
//!
//! let endpoint = Endpoint::regional("eu-west-1".parse::<Region>()?);
//! let audience: Audience = "https://portal.example.com".parse()?;
//! let now: Timestamp = "2026-01-02T03:04:05Z".parse()?;
//!
//! // In the browser:
//! let mut signer = Signer::new(Credentials {
//!     access_key_id: "AKIDEXAMPLEAKIDEXAMPLE".parse()?,
//!     secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".parse()?,
//!     session_token: None,
//!     expiration: None,
//! });
//! let signature = GetCallerIdentity.sign(&mut signer, &endpoint, &audience, now)?;
//!
//! // At the portal, which never saw the secret:
//! let request = GetCallerIdentity.rebuild(&endpoint, &audience, &signature)?;
//! assert_eq!(request.uri(), "https://sts.eu-west-1.amazonaws.com/");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assume_role;
mod audience;
mod call;
mod caller_identity;
mod cause;
mod credentials_element;
mod encode;
mod endpoint;
mod error;
mod form;
mod refusal;
mod request_signature;
mod session_policy;
mod session_token;
pub mod sign;
mod skew;
pub mod xml;

pub use assume_role::{AssumeRole, AssumeRoleResponse, Mfa};
pub use audience::Audience;
pub use call::Call;
pub use caller_identity::{GetCallerIdentity, GetCallerIdentityResponse};
pub use cause::{Cause, likely_causes};
pub use endpoint::{Endpoint, EndpointKind};
pub use error::{Mismatch, StsError};
pub use refusal::{Refusal, RefusalCode};
pub use request_signature::RequestSignature;
pub use session_policy::{PolicyArn, PolicyArns, SessionPolicy, TransitiveTagKeys};
pub use session_token::{GetSessionToken, GetSessionTokenDuration, GetSessionTokenResponse};
pub use sign::{Signature, Signer};
