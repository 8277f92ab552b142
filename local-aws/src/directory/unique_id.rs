//! Unique ids (`AIDA…`, `AROA…`) that stay the same from start to start.
//!
//! AWS draws them at random; here they are derived from the ARN, so that tests and saved files can name them.

use data_encoding::BASE32_NOPAD;
use sha1::{Digest, Sha1};

/// `prefix` and seventeen letters or digits derived from `name`.
pub fn derive(prefix: &str, name: &str) -> String {
    let digest = Sha1::digest(name.as_bytes());
    let letters: String = BASE32_NOPAD.encode(&digest).chars().take(17).collect();
    format!("{prefix}{letters}")
}
