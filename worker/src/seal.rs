//! Sealing: authenticated encryption of the portal session, so that its cookie can be neither read nor made by anyone else.
//!
//! XChaCha20-Poly1305: its 24-byte nonces may be random for ever, without a counter that no two isolates could share.

use base64ct::{Base64UrlUnpadded, Encoding};
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use zeroize::Zeroizing;

const NONCE: usize = 24;

/// The keys of a deployment: the present one seals and opens, the previous one still opens.
#[derive(Clone)]
pub(crate) struct SealingKeys {
    current: XChaCha20Poly1305,
    previous: Option<XChaCha20Poly1305>,
}

impl SealingKeys {
    /// Reads keys of 32 bytes, base64url without padding. `None` if one is not that.
    pub(crate) fn read(current: &str, previous: Option<&str>) -> Option<Self> {
        let previous = match previous {
            Some(text) => Some(cipher(text)?),
            None => None,
        };
        Some(Self { current: cipher(current)?, previous })
    }

    /// Seals `plain` for `purpose`; what is sealed for one purpose opens for no other.
    pub(crate) fn seal(&self, plain: &[u8], purpose: &[u8], nonce: &[u8; NONCE]) -> Option<String> {
        let sealed =
            self.current.encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad: purpose }).ok()?;
        Some(Base64UrlUnpadded::encode_string(&[nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what [`Self::seal`] sealed; `None` for anything else.
    pub(crate) fn open(&self, text: &str, purpose: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let bytes = Base64UrlUnpadded::decode_vec(text).ok()?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE>()?;
        let nonce = XNonce::from(*nonce);
        [Some(&self.current), self.previous.as_ref()]
            .into_iter()
            .flatten()
            .find_map(|cipher| cipher.decrypt(&nonce, Payload { msg, aad: purpose }).ok().map(Zeroizing::new))
    }
}

fn cipher(text: &str) -> Option<XChaCha20Poly1305> {
    let bytes = Zeroizing::new(Base64UrlUnpadded::decode_vec(text).ok()?);
    XChaCha20Poly1305::new_from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests;
