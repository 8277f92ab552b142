//! The worker's variables in development. They hold a key, so they travel in a file that only its owner can read.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::Error;

/// Names and values, in the format of a `.env` file.
pub struct Variables(String);

impl Variables {
    /// A development deployment with a fresh session key; without a local AWS it talks to AWS itself.
    pub fn new(local_aws: Option<&str>) -> Result<Self, Error> {
        let random = Path::new("/dev/urandom");
        let mut key = [0; 32];
        File::open(random)
            .and_then(|mut file| file.read_exact(&mut key))
            .map_err(Error::io("reading", random))?;
        let mut text = format!("DEVELOPMENT=\"true\"\nSESSION_KEY=\"{}\"\n", URL_SAFE_NO_PAD.encode(key));
        if let Some(url) = local_aws {
            let _ = writeln!(text, "LOCAL_AWS_URL=\"{url}\"");
        }
        Ok(Self(text))
    }

    /// Writes them into a new file in `folder`, for its owner only.
    pub fn write(&self, folder: &Path) -> Result<PathBuf, Error> {
        let path = folder.join("variables.env");
        // A file that is there already would keep its mode.
        let _ = fs::remove_file(&path);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(Error::io("writing", &path))?;
        file.write_all(self.0.as_bytes()).map_err(Error::io("writing", &path))?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests;
