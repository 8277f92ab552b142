//! Packages from Debian (or a system made from it), where nothing else provides a tool.

use std::process::Command;

use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// Installs packages. As anyone but root, or without apt, it only says what the person has to run.
pub fn install(workspace: &Workspace, what: &str, packages: &[&str]) -> Result<(), Error> {
    let list = packages.join(" ");
    if process::find(&["apt-get"]).is_none() {
        let fix =
            format!("install it with this system's package manager (on Debian the packages are: {list})");
        return Err(Error::missing(what, fix));
    }
    if !nix::unistd::geteuid().is_root() {
        let fix =
            format!("run `sudo apt-get install --no-install-recommends {list}`, then the same command again");
        return Err(Error::missing(what, fix));
    }
    let step = Step::begin(format!("installing Debian packages for {what}"), "under a minute");
    let log = workspace.log("apt")?;
    let doing = format!("installing {list}");
    // An old package list is the usual reason for a failure, so look at today's first; a failure to is only told if it matters.
    let _ =
        process::run("updating the package list", apt().args(["update", "-qq"]), Output::Log(log.clone()));
    process::check_stopped()?;
    let mut install = apt();
    install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
    process::run(&doing, &mut install, Output::Log(log))?;
    step.done();
    Ok(())
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}
