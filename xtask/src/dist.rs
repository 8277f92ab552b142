//! `cargo xtask dist`: what `wrangler deploy` uploads.

use std::fs;
use std::path::PathBuf;

use crate::build::{self, Profile};
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::tools::npm;
use crate::workspace::Workspace;

/// What `dist` was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Let wrangler make the upload without sending it.
    pub dry_run: bool,
}

/// Where a dry run leaves the modules that would be uploaded.
pub const UPLOAD: &str = "target/upload";

/// Builds the release and, for a dry run, the upload; returns the folder of the upload.
pub fn run(workspace: &Workspace, options: Options) -> Result<PathBuf, Error> {
    let npm = npm::provide(workspace)?;
    build::wasm(workspace, Profile::Release, &npm)?;
    let upload = workspace.path(UPLOAD);
    if options.dry_run {
        let what = "bundling the upload";
        let step = Step::begin(what, "");
        // A module of an earlier build would be counted as part of this upload.
        if upload.is_dir() {
            fs::remove_dir_all(&upload).map_err(Error::io("removing", &upload))?;
        }
        let mut deploy = npm.wrangler(workspace);
        deploy.args(["deploy", "--dry-run", "--outdir", UPLOAD]);
        process::run(what, &mut deploy, Output::Log(workspace.log("dist")?))?;
        step.done();
    } else {
        println!("dist/ and target/worker/program/ are ready: `npx wrangler deploy` uploads them.");
    }
    Ok(upload)
}
