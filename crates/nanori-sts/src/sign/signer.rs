//! Credentials that sign, with the signing keys that were derived from them today.

use core::fmt;

use nanori_identity::{AccessKeyId, Credentials, SessionToken};

use super::{CanonicalRequest, Scope, Signature, SigningKey};

/// How many signing keys are kept. A person uses one or two regions at a time.
const KEPT: usize = 8;

/// A person's credentials while they sign.
///
/// Deriving a signing key costs as much as the signature itself, so it is kept per date, region and service; keys of
/// other days are dropped at the first signature of the new day. Everything is wiped when the signer is dropped.
pub struct Signer {
    credentials: Credentials,
    keys: Vec<KeptKey>,
}

struct KeptKey {
    date: String,
    region: String,
    service: String,
    key: SigningKey,
}

impl Signer {
    /// A signer that has derived nothing yet.
    #[must_use]
    pub const fn new(credentials: Credentials) -> Self {
        Self { credentials, keys: Vec::new() }
    }

    /// The credentials that it signs with.
    #[must_use]
    pub const fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Which key signs.
    #[must_use]
    pub const fn access_key_id(&self) -> &AccessKeyId {
        &self.credentials.access_key_id
    }

    /// The token that must be sent along with a temporary key.
    #[must_use]
    pub const fn session_token(&self) -> Option<&SessionToken> {
        self.credentials.session_token.as_ref()
    }

    /// The signature of `request` for `scope`.
    pub fn sign(&mut self, request: &CanonicalRequest, scope: &Scope<'_>) -> Signature {
        let string_to_sign = scope.string_to_sign(request);
        if let Some(kept) = self.keys.iter().find(|kept| kept.fits(scope)) {
            return kept.key.sign(&string_to_sign);
        }
        let key = SigningKey::derive(&self.credentials.secret_access_key, scope);
        let signature = key.sign(&string_to_sign);
        self.keep(key, scope);
        signature
    }

    fn keep(&mut self, key: SigningKey, scope: &Scope<'_>) {
        self.keys.retain(|kept| kept.date == scope.date());
        if self.keys.len() >= KEPT {
            self.keys.remove(0);
        }
        self.keys.push(KeptKey {
            date: scope.date().to_owned(),
            region: scope.region().to_owned(),
            service: scope.service().to_owned(),
            key,
        });
    }
}

impl KeptKey {
    fn fits(&self, scope: &Scope<'_>) -> bool {
        self.date == scope.date() && self.region == scope.region() && self.service == scope.service()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({}, redacted)", self.credentials.access_key_id)
    }
}
