//! The Python programs that `tests/requirements.txt` pins, in a virtual environment in the cache.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::debian;
use super::lock::InstallLock;
use crate::error::Error;
use crate::fingerprint::{Fingerprint, Stamp};
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// The environment's interpreter; its other commands (`aws`, `ministack`) lie beside it.
pub fn provide(workspace: &Workspace) -> Result<PathBuf, Error> {
    let requirements = workspace.path("tests/requirements.txt");
    let text = fs::read_to_string(&requirements).map_err(Error::io("reading", &requirements))?;
    let fingerprint = Fingerprint::default().text(&text).finish();
    let home = workspace.cache(&format!("tools/python-{fingerprint}"));
    let python = home.join("bin/python");
    let stamp = Stamp::at(home.join("nanori-stamp"));
    if stamp.holds(&fingerprint) && python.is_file() {
        return Ok(python);
    }
    let _lock = InstallLock::take(workspace)?;
    if stamp.holds(&fingerprint) {
        return Ok(python);
    }
    if !process::succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])) {
        debian::install(workspace, "Python 3 with venv", &["python3", "python3-venv"])?;
    }
    let what = "installing Python packages";
    let step = Step::begin(what, "about 30 s");
    let log = workspace.log("python")?;
    let mut create = Command::new("python3");
    create.args(["-m", "venv", "--clear"]).arg(&home);
    process::run("creating a Python environment", &mut create, Output::Log(log.clone()))?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--disable-pip-version-check", "--quiet", "-r"]).arg(&requirements);
    process::run(what, &mut install, Output::Log(log))?;
    stamp.set(&fingerprint)?;
    step.done();
    Ok(python)
}
