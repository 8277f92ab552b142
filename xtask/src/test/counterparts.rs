//! What tests outside Rust are told about this machine: environment variables that name programs and folders.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::build::{self, Profile};
use crate::error::Error;
use crate::tools::npm::Npm;
use crate::tools::{chromium, npm, python};
use crate::workspace::Workspace;

/// Environment variables for the tests, and the Node that runs them.
#[derive(Debug)]
pub struct Counterparts {
    /// Runs the tests.
    pub npm: Npm,
    /// Runs those that are written in Python.
    pub python: PathBuf,
    /// Names and values.
    pub variables: Vec<(&'static str, OsString)>,
}

impl Counterparts {
    /// What comparisons need: no browser, no portal.
    pub fn programs(workspace: &Workspace) -> Result<Self, Error> {
        let npm = npm::provide(workspace)?;
        let python = python::provide(workspace)?;
        let local_aws = build::local_aws(workspace)?;
        let variables = vec![
            ("NANORI_ROOT", workspace.root().into()),
            ("NANORI_NODE", npm.node.clone().into()),
            ("NANORI_PYTHON", python.clone().into()),
            ("NANORI_LOCAL_AWS", local_aws.into()),
            ("AWS_EC2_METADATA_DISABLED", "true".into()),
        ];
        Ok(Self { npm, python, variables })
    }

    /// Those, a built portal, and a browser.
    pub fn with_browser(workspace: &Workspace, profile: Profile) -> Result<Self, Error> {
        let chromium = chromium::provide(workspace)?;
        let mut all = Self::with_portal(workspace, profile)?;
        all.variables.push(("NANORI_CHROMIUM", chromium.into()));
        Ok(all)
    }

    /// The programs and a built portal.
    pub fn with_portal(workspace: &Workspace, profile: Profile) -> Result<Self, Error> {
        let mut all = Self::programs(workspace)?;
        let portal = build::wasm(workspace, profile, &all.npm)?;
        all.variables.extend([
            ("NANORI_DIST", portal.dist.into()),
            ("NANORI_WORKER", portal.worker.into()),
            ("NANORI_WRANGLER", all.npm.wrangler.clone().into()),
            ("NANORI_WORKERD", all.npm.workerd.clone().into()),
            ("WRANGLER_SEND_METRICS", "false".into()),
            ("WRANGLER_HIDE_BANNER", "true".into()),
            ("WRANGLER_LOG_PATH", workspace.path("target/logs/wrangler").into()),
            ("CLOUDFLARE_CF_FETCH_ENABLED", "false".into()),
            ("CI", "1".into()),
        ]);
        Ok(all)
    }
}
