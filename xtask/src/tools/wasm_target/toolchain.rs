//! A Rust toolchain as a value: which programs, and the environment that they need.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::TARGET;
use crate::error::Error;
use crate::process;
use crate::workspace::Workspace;

/// Variables of the cargo that runs this program, which would lead another toolchain astray.
const OWN_VARIABLES: &[&str] = &[
    "CARGO",
    "RUSTC",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
    "LD_LIBRARY_PATH",
];

/// A Rust toolchain that builds for wasm32.
#[derive(Debug, Clone)]
pub struct Toolchain {
    rustc: PathBuf,
    /// Folders that come first on `PATH`.
    folders: Vec<PathBuf>,
    variables: Vec<(&'static str, OsString)>,
    removed: &'static [&'static str],
}

impl Toolchain {
    /// The toolchain that runs this program.
    pub fn own() -> Self {
        Self {
            rustc: "rustc".into(),
            folders: Vec::new(),
            variables: Vec::new(),
            removed: &["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"],
        }
    }

    /// Debian's toolchain in /usr/bin, whether or not it is installed.
    pub fn debian() -> Self {
        let linker = debian_linker();
        let variables =
            linker.map(|linker| ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.into_os_string()));
        Self {
            rustc: "/usr/bin/rustc".into(),
            folders: vec!["/usr/bin".into(), "/bin".into()],
            variables: variables.into_iter().collect(),
            removed: OWN_VARIABLES,
        }
    }

    /// `program`, with this toolchain's cargo and rustc found first, and `front` before them.
    pub fn command(&self, program: impl Into<OsString>, front: &[&Path]) -> Command {
        let mut command = Command::new(program.into());
        for variable in self.removed {
            command.env_remove(variable);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let path = env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = front.iter().map(PathBuf::from).collect();
        folders.extend(self.folders.iter().cloned());
        folders.extend(env::split_paths(&path));
        if let Ok(joined) = env::join_paths(folders) {
            command.env("PATH", joined);
        }
        command
    }

    /// This toolchain's cargo.
    pub fn cargo(&self) -> Command {
        let program = if self.folders.is_empty() { "cargo" } else { "/usr/bin/cargo" };
        self.command(program, &[])
    }

    /// Whether it compiles and links a small library for wasm32.
    pub fn links(&self, workspace: &Workspace) -> Result<bool, Error> {
        let folder = workspace.folder("target/wasm-probe")?;
        let source = folder.join("probe.rs");
        let text =
            "#[unsafe(no_mangle)] pub extern \"C\" fn probe(n: usize) -> usize { vec![0u8; n].len() }\n";
        fs::write(&source, text).map_err(Error::io("writing", &source))?;
        let mut compile = self.command(&self.rustc, &[]);
        compile
            .args(["--edition=2024", "--crate-type=cdylib", "--target", TARGET, "--out-dir"])
            .arg(&folder)
            .arg(&source);
        if let Some((_, linker)) = self.variables.first() {
            let mut option = OsString::from("-Clinker=");
            option.push(linker);
            compile.arg(option);
        }
        Ok(process::succeeds(&mut compile))
    }
}

/// The newest `wasm-ld` that a Debian `lld` package brings.
fn debian_linker() -> Option<PathBuf> {
    let entries = fs::read_dir("/usr/bin").ok()?;
    let version = |path: &PathBuf| -> Option<u32> {
        path.file_name()?.to_str()?.strip_prefix("wasm-ld-")?.parse().ok()
    };
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter_map(|path| Some((version(&path)?, path)))
        .max()
        .map(|(_, path)| path)
}
