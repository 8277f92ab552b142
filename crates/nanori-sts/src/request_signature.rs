//! What leaves the browser in own-key mode instead of a key: who signed, when, and the signature.

use nanori_identity::{AccessKeyId, SessionToken, Timestamp};

use crate::Signature;

/// The parts of a signed request that only the key's holder can make. With the call itself, the endpoint and the
/// audience they are the whole request.
///
/// It is a bearer of that one call for some fifteen minutes, so [`Signature`] and [`SessionToken`] have a redacted
/// `Debug`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestSignature {
    /// Which key signed.
    pub access_key_id: AccessKeyId,
    /// The session token that belongs to a temporary key; it is signed too.
    pub session_token: Option<SessionToken>,
    /// The signed time, `x-amz-date`.
    pub signed_at: Timestamp,
    /// The signature.
    pub signature: Signature,
}
