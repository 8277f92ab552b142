//! The worker's variables in development. They hold a key, so they travel in a file that only its owner can read.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use data_encoding::BASE64URL_NOPAD;

use crate::error::Error;

/// Names and values. No `Debug`: one of them is a key.
pub struct Variables(Vec<(&'static str, String)>);

impl Variables {
    /// A development deployment at `origin` with a fresh session key; without a local AWS it talks to AWS itself.
    pub fn new(origin: &str, local_aws: Option<&str>) -> Result<Self, Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)
            .map_err(|error| Error::Refused(format!("this system gives no random bytes: {error}")))?;
        let mut variables = vec![
            ("DEVELOPMENT", "true".to_owned()),
            ("PORTAL_ORIGIN", origin.to_owned()),
            ("SESSION_KEY", BASE64URL_NOPAD.encode(&key)),
        ];
        variables.extend(local_aws.map(|url| ("LOCAL_AWS_URL", url.to_owned())));
        Ok(Self(variables))
    }

    /// Writes them into a new file in `folder`, in the format of a `.env` file, for its owner only.
    pub fn write(&self, folder: &Path) -> Result<PathBuf, Error> {
        let path = folder.join("variables.env");
        let text: String = self.0.iter().map(|(name, value)| format!("{name}=\"{value}\"\n")).collect();
        // A file that is there already would keep its mode.
        let _ = fs::remove_file(&path);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&path)
            .map_err(Error::io("writing", &path))?;
        file.write_all(text.as_bytes()).map_err(Error::io("writing", &path))?;
        Ok(path)
    }
}

#[cfg(test)]
mod tests;
