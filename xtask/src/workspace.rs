//! Where things are: the repository, its `target` folder, the cache that outlives both.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The folders that every command works in.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    cache: PathBuf,
}

impl Workspace {
    /// Finds the repository from this program's own manifest, and the cache from the environment.
    pub fn locate() -> Result<Self, Error> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = manifest.parent().map(Path::to_owned).filter(|root| root.join("Cargo.lock").is_file());
        let root = root.ok_or_else(|| {
            Error::missing("the repository", "start this program with `cargo xtask` inside it")
        })?;
        let cache = cache(|name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
            .ok_or_else(|| {
                Error::missing("a place for tools", "set NANORI_CACHE to a folder that can be written to")
            })?;
        Ok(Self { root, cache })
    }

    /// The repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the repository.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A path inside the cache that outlives `target` and this clone.
    pub fn cache(&self, relative: &str) -> PathBuf {
        self.cache.join(relative)
    }

    /// Where cargo puts what is built for this machine.
    pub fn native_target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |dir| self.root.join(dir))
    }

    /// The file that takes the output of the step with this name.
    pub fn log(&self, step: &str) -> Result<PathBuf, Error> {
        Ok(self.folder("target/logs")?.join(format!("{step}.log")))
    }

    /// A folder inside the repository, created when missing.
    pub fn folder(&self, relative: &str) -> Result<PathBuf, Error> {
        let path = self.path(relative);
        fs::create_dir_all(&path).map_err(Error::io("creating", &path))?;
        Ok(path)
    }

    /// The version of a package that `Cargo.lock` pins.
    pub fn locked_version(&self, package: &str) -> Result<String, Error> {
        let path = self.path("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
        version_in_lock(&lock, package).ok_or_else(|| {
            Error::missing(format!("{package} in Cargo.lock"), "run `cargo update --workspace`")
        })
    }
}

fn cache(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    variable("NANORI_CACHE")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("nanori")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/nanori")))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests;
