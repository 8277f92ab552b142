//! What programs outside Rust are told about this machine: environment variables that name programs and folders.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::build::{self, Profile};
use crate::error::Error;
use crate::tools::npm::Npm;
use crate::tools::{chromium, npm, python};
use crate::workspace::Workspace;

/// Environment variables, and the Node that runs whoever reads them.
#[derive(Debug)]
pub struct Counterparts {
    /// Node, wrangler, workerd.
    pub npm: Npm,
    /// Names and values.
    pub variables: Vec<(&'static str, OsString)>,
}

impl Counterparts {
    /// Only the programs from npm.
    pub fn new(workspace: &Workspace) -> Result<Self, Error> {
        let npm = npm::provide(workspace)?;
        let variables = vec![
            ("NANORI_ROOT", workspace.root().into()),
            ("NANORI_NODE", npm.node.clone().into()),
            ("NANORI_NODE_MODULES", workspace.path("node_modules").into()),
            ("NANORI_WRANGLER", npm.wrangler.clone().into()),
            ("NANORI_WORKERD", npm.workerd.clone().into()),
            ("WRANGLER_SEND_METRICS", "false".into()),
            ("WRANGLER_HIDE_BANNER", "true".into()),
            ("WRANGLER_LOG_PATH", workspace.path("target/logs/wrangler").into()),
            ("CLOUDFLARE_CF_FETCH_ENABLED", "false".into()),
            ("CI", "1".into()),
        ];
        Ok(Self { npm, variables })
    }

    /// Adds what comparisons need: the Python environment and the local AWS.
    pub fn with_programs(mut self, workspace: &Workspace) -> Result<Self, Error> {
        self.variables.extend([
            ("NANORI_PYTHON", python::provide(workspace)?.into()),
            ("NANORI_LOCAL_AWS", build::local_aws(workspace)?.into()),
            ("AWS_EC2_METADATA_DISABLED", "true".into()),
        ]);
        Ok(self)
    }

    /// Adds the built portal.
    pub fn with_portal(mut self, workspace: &Workspace, profile: Profile) -> Result<Self, Error> {
        let portal = build::wasm(workspace, profile, &self.npm)?;
        self.variables.extend([("NANORI_DIST", portal.dist.into()), ("NANORI_WORKER", portal.worker.into())]);
        Ok(self)
    }

    /// Adds the browser.
    pub fn with_browser(mut self, workspace: &Workspace) -> Result<Self, Error> {
        self.variables.push(("NANORI_CHROMIUM", chromium::provide(workspace)?.into()));
        Ok(self)
    }

    /// The Python environment's interpreter, if there is one.
    pub fn python(&self) -> Option<PathBuf> {
        self.variables.iter().find(|(name, _)| *name == "NANORI_PYTHON").map(|(_, path)| path.into())
    }
}
