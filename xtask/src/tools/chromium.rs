//! The browser that end-to-end tests drive.

use std::env;
use std::path::{Path, PathBuf};

use super::debian;
use super::lock::InstallLock;
use crate::error::Error;
use crate::process;
use crate::workspace::Workspace;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser that NANORI_CHROMIUM names, or the first one found, or Debian's, with a Japanese font.
pub fn provide(workspace: &Workspace) -> Result<PathBuf, Error> {
    if let Some(named) = env::var_os("NANORI_CHROMIUM").map(PathBuf::from) {
        let fix = "let NANORI_CHROMIUM name a Chromium or Chrome, or unset it";
        return if named.is_file() {
            Ok(named)
        } else {
            Err(Error::missing(named.display().to_string(), fix))
        };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    let _lock = InstallLock::take(workspace)?;
    if installed().is_none() {
        debian::install(workspace, "Chromium", &["chromium", "fonts-noto-cjk"])?;
    }
    installed().ok_or_else(|| Error::missing("Chromium", "install it and let NANORI_CHROMIUM name it"))
}

fn installed() -> Option<PathBuf> {
    process::find(NAMES).or_else(|| Some(PathBuf::from(MAC)).filter(|mac| Path::is_file(mac)))
}
