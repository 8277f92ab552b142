//! The key that signs: derived from the secret for one date, region and service.

use nanori_identity::SecretAccessKey;
use sha2::{Digest, Sha256};
use sigv4_hmac::{Hmac, KeyInit, Mac};
use zeroize::Zeroizing;

use super::{Scope, Signature};
use crate::encode;

/// The size of SHA-256's input block, to which HMAC pads its key.
const BLOCK: usize = 64;

/// A signing key, ready to sign: HMAC with the key already mixed in, so that each signature saves two hash blocks.
///
/// It is wiped on drop (the `zeroize` feature of `hmac` and `sha2`) and has no `Debug`.
#[derive(Clone)]
pub struct SigningKey(Hmac<Sha256>);

impl SigningKey {
    /// The key of `secret` for `scope`.
    #[must_use]
    pub fn derive(secret: &SecretAccessKey, scope: &Scope<'_>) -> Self {
        let start = Zeroizing::new(format!("AWS4{}", secret.expose_secret()));
        let date = mac(&keyed(start.as_bytes()), scope.date().as_bytes());
        let region = mac(&keyed(&*date), scope.region().as_bytes());
        let service = mac(&keyed(&*region), scope.service().as_bytes());
        let signing = mac(&keyed(&*service), b"aws4_request");
        Self(keyed(&*signing))
    }

    /// The signature of a string to sign.
    #[must_use]
    pub fn sign(&self, string_to_sign: &str) -> Signature {
        Signature::from_hex(encode::hex(&*mac(&self.0, string_to_sign.as_bytes())))
    }
}

/// HMAC with `key` of any length. Padding here makes the constructor infallible.
fn keyed(key: &[u8]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0_u8; BLOCK]);
    let hashed;
    let short: &[u8] = if key.len() > BLOCK {
        hashed = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(key)));
        &*hashed
    } else {
        key
    };
    for (slot, byte) in block.iter_mut().zip(short) {
        *slot = *byte;
    }
    Hmac::new((&*block).into())
}

fn mac(key: &Hmac<Sha256>, message: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut mac = key.clone();
    mac.update(message);
    Zeroizing::new(mac.finalize().into_bytes().into())
}
