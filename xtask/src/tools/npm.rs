//! The programs that `package-lock.json` pins: wrangler and workerd, Node, wasm-opt, esbuild, and what tests compare with.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use super::lock::InstallLock;
use crate::error::Error;
use crate::fingerprint::{Fingerprint, Stamp};
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// What the compiler and wasm-bindgen use, and browsers and workerd have. Named one by one, so that wasm-opt writes nothing newer.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Paths below `node_modules`; that they exist was checked.
#[derive(Debug)]
pub struct Npm {
    /// Node, of the version that wrangler asks for.
    pub node: PathBuf,
    /// wrangler's JavaScript entry.
    pub wrangler: PathBuf,
    /// The Workers runtime.
    pub workerd: PathBuf,
    /// binaryen's optimiser.
    pub wasm_opt: PathBuf,
    /// The bundler and minifier.
    pub esbuild: PathBuf,
    /// The folder with all commands, Node among them.
    pub commands: PathBuf,
}

/// Installs the packages when the lock file has changed since they were.
pub fn provide(workspace: &Workspace) -> Result<Npm, Error> {
    let fingerprint = Fingerprint::default()
        .path(&workspace.path("package.json"))?
        .path(&workspace.path("package-lock.json"))?
        .finish();
    let stamp = Stamp::at(workspace.path("node_modules/.nanori-stamp"));
    if !stamp.holds(&fingerprint) {
        let _lock = InstallLock::take(workspace)?;
        if !stamp.holds(&fingerprint) {
            install(workspace)?;
            stamp.set(&fingerprint)?;
        }
    }
    Npm::locate(workspace)
}

fn install(workspace: &Workspace) -> Result<(), Error> {
    if process::find(&["npm"]).is_none() {
        debian::install(workspace, "npm with Node 18 or later", &["nodejs", "npm"])?;
    }
    let what = "installing npm packages";
    let step = Step::begin(what, "about 30 s");
    let mut command = Command::new("npm");
    // Quiet about engines: Node of the version that the packages ask for is one of them.
    command.args(["ci", "--no-progress", "--loglevel=error"]).current_dir(workspace.root());
    // What npm has in its cache it need not ask for; without a network it says so in seconds, not minutes.
    command.args(["--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"]);
    process::run(what, &mut command, Output::Log(workspace.log("npm")?))?;
    step.done();
    Ok(())
}

impl Npm {
    fn locate(workspace: &Workspace) -> Result<Self, Error> {
        let file = |relative: &str| {
            let path = workspace.path("node_modules").join(relative);
            if path.is_file() {
                return Ok(path);
            }
            let fix = "remove the folder node_modules and run the same command again (npm must be allowed to run install scripts)";
            Err(Error::missing(path.display().to_string(), fix))
        };
        Ok(Self {
            node: file("node/bin/node")?,
            wrangler: file("wrangler/bin/wrangler.js")?,
            workerd: file("workerd/bin/workerd")?,
            wasm_opt: file("binaryen/bin/wasm-opt")?,
            esbuild: file("esbuild/bin/esbuild")?,
            commands: workspace.path("node_modules/.bin"),
        })
    }

    /// wasm-opt for size, in place. Names of functions are left out: they are an eighth of what is sent.
    pub fn shrink_wasm(&self, module: &Path) -> Command {
        let mut command = Command::new(&self.node);
        command
            .arg(&self.wasm_opt)
            .args(["-Oz", "--strip-debug", "--strip-producers"])
            .args(WASM_FEATURES)
            .arg(module)
            .arg("-o")
            .arg(module);
        command
    }

    /// esbuild for size, in place; the names of files within stay.
    pub fn shrink_script(&self, script: &Path) -> Command {
        let mut command = Command::new(&self.esbuild);
        command.args(["--minify", "--format=esm", "--allow-overwrite", "--log-level=warning"]);
        command.arg(script).arg({
            let mut out = std::ffi::OsString::from("--outfile=");
            out.push(script);
            out
        });
        command
    }

    /// wrangler, on the right Node, without questions, statistics or calls home.
    pub fn wrangler(&self, workspace: &Workspace) -> Command {
        let mut command = Command::new(&self.node);
        command
            .arg(&self.wrangler)
            .current_dir(workspace.root())
            .env("CI", "1")
            .env("WRANGLER_SEND_METRICS", "false")
            .env("WRANGLER_HIDE_BANNER", "true")
            .env("WRANGLER_LOG_PATH", workspace.path("target/logs/wrangler"))
            .env("CLOUDFLARE_CF_FETCH_ENABLED", "false");
        command
    }
}
