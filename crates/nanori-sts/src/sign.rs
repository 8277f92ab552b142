//! Signature Version 4: the canonical request, the string to sign, the signing key that is kept for a day, the signature.
//!
//! The canonical request is general (any method, path, query and headers) and reproduces the official test suite;
//! [`Signer`] signs what the calls of this crate write. There are no signed URLs, no chunked bodies and no SigV4a.
//! Source: IAM user guide, "AWS Signature Version 4 for API requests".

mod canonical;
mod key;
mod scope;
mod signature;
mod signer;

pub use canonical::{CanonicalRequest, PathEncoding, Signable};
pub use key::SigningKey;
pub use scope::{ALGORITHM, Scope};
pub use signature::Signature;
pub use signer::Signer;

#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;
