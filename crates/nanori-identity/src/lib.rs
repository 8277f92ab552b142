//! The names of AWS as values that cannot be wrong: accounts, ARNs, regions, session names, durations, credentials.
//!
//! A value of one of these types was checked when it was made; there is no second check elsewhere and nothing is ever
//! shortened, lower-cased or replaced to make it fit. What does not fit is refused with an [`IdentityError`] that says
//! why. Nothing here does I/O, reads a clock or draws randomness.
//!
//! ```
//! use nanori_identity::{Principal, RoleArn};
//!
//! let role: RoleArn = "arn:aws:iam::222222222222:role/team/a/admin_role".parse()?;
//! assert_eq!(role.name(), "admin_role");
//!
//! let who: Principal = "arn:aws:iam::111111111111:user/work_api".parse()?;
//! assert_eq!(who.bound_session_name()?.as_str(), "work_api");
//! # Ok::<(), nanori_identity::IdentityError>(())
//! ```

mod account;
mod arn;
mod charset;
mod credentials;
mod duration;
mod error;
mod external_id;
mod mfa;
mod origin;
mod partition;
mod principal;
mod region;
mod role_arn;
mod session_name;
mod tag;
mod timestamp;

pub use account::AccountId;
pub use arn::Arn;
pub use credentials::{AccessKeyId, Credentials, SecretAccessKey, SessionToken};
pub use duration::SessionDuration;
pub use error::{Field, IdentityError};
pub use external_id::ExternalId;
pub use mfa::{MfaCode, MfaSerial};
pub use origin::Origin;
pub use partition::Partition;
pub use principal::{Principal, UniqueId};
pub use region::Region;
pub use role_arn::RoleArn;
pub use session_name::{SessionName, SourceIdentity};
pub use tag::{Tag, Tags, TransitiveTagKey};
pub use timestamp::Timestamp;
