//! Whether a step's inputs are what they were when it last succeeded.
//!
//! A mark against needless work, not against tampering: 64 bits of the standard library's hash over names and contents.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// A hash over inputs, in the order in which they were added.
#[derive(Debug, Default)]
pub struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Adds a text, such as a version or an option.
    pub fn text(mut self, text: &str) -> Self {
        text.hash(&mut self.0);
        self
    }

    /// Adds a file, or all files under a folder, by name and content. What does not exist counts as empty.
    pub fn path(mut self, path: &Path) -> Result<Self, Error> {
        self.add(path)?;
        Ok(self)
    }

    /// Adds a file by its name without folders and its content.
    pub fn content(mut self, file: &Path) -> Result<Self, Error> {
        file.file_name().hash(&mut self.0);
        fs::read(file).map_err(Error::io("reading", file))?.hash(&mut self.0);
        Ok(self)
    }

    /// The hash as 16 hexadecimal digits.
    pub fn finish(&self) -> String {
        format!("{:016x}", self.0.finish())
    }

    fn add(&mut self, path: &Path) -> Result<(), Error> {
        path.hash(&mut self.0);
        if path.is_dir() {
            let entries = fs::read_dir(path).map_err(Error::io("reading", path))?;
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            for path in paths.iter().filter(|path| !is_output(path)) {
                self.add(path)?;
            }
        } else if path.is_file() {
            fs::read(path).map_err(Error::io("reading", path))?.hash(&mut self.0);
        }
        Ok(())
    }
}

/// Remembers the fingerprint with which a step last succeeded.
#[derive(Debug)]
pub struct Stamp(PathBuf);

impl Stamp {
    /// The stamp that is kept in this file.
    pub fn at(file: PathBuf) -> Self {
        Self(file)
    }

    /// Whether the step last succeeded with this fingerprint.
    pub fn holds(&self, fingerprint: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|kept| kept == fingerprint)
    }

    /// Forgets the last success, before the step's output is touched.
    pub fn clear(&self) {
        let _ = fs::remove_file(&self.0);
    }

    /// Remembers a success.
    pub fn set(&self, fingerprint: &str) -> Result<(), Error> {
        fs::write(&self.0, fingerprint).map_err(Error::io("writing", &self.0))
    }
}

/// Folders that hold what builds produce, and hidden files such as an editor's.
fn is_output(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with('.') || matches!(name, "target" | "node_modules") && path.is_dir()
}

#[cfg(test)]
mod tests;
