//! The app's program: compiled, divided into parts where the code says so, bound to JavaScript, made small.
//!
//! Which functions begin a part is said by `wasm_split` in the app; what a part alone reaches goes into its file, what
//! several reach into a file that they share or into the first.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::Profile;
use crate::error::Error;
use crate::fingerprint::Fingerprint;
use crate::tools::cargo_tool::AppTools;
use crate::tools::npm::Npm;
use crate::tools::wasm_target::Toolchain;
use crate::workspace::Workspace;

/// The name of the program's first files, `nanori.js` and `nanori_bg.wasm`.
const NAME: &str = "nanori";

/// What making the program takes.
pub struct Program<'a> {
    pub workspace: &'a Workspace,
    pub profile: Profile,
    pub npm: &'a Npm,
    pub tools: &'a AppTools,
}

/// The files that a browser loads, sorted by name.
pub struct Files(Vec<PathBuf>);

impl Program<'_> {
    /// Makes the program with `run`, which runs a command.
    pub fn build(
        &self,
        toolchain: &Toolchain,
        run: &dyn Fn(Command) -> Result<(), Error>,
    ) -> Result<Files, Error> {
        run(self.compile(toolchain))?;
        let parts = self.empty_folder("target/app/parts")?;
        let mut split = Command::new(&self.tools.wasm_split);
        split.arg(self.compiled()).arg(&parts).args(["--out-name", NAME]);
        run(split)?;
        let program = self.empty_folder("target/app/program")?;
        let first = parts.join(NAME).with_extension("wasm");
        let mut bind = Command::new(&self.tools.wasm_bindgen);
        bind.args(["--target=web", "--no-typescript", "--out-name", NAME, "--out-dir"]).arg(&program);
        // The parts share the table of functions, which wasm-bindgen would otherwise keep to itself.
        bind.arg("--keep-lld-exports").arg(&first);
        run(bind)?;
        for part in files(&parts)?.into_iter().filter(|part| *part != first) {
            let to = program.join(part.file_name().unwrap_or_default());
            fs::rename(&part, &to).map_err(Error::io("moving", &to))?;
        }
        let files = files(&program)?;
        if self.profile == Profile::Release {
            files.iter().filter_map(|file| self.shrink(file)).try_for_each(run)?;
        }
        Ok(Files(files))
    }

    fn compile(&self, toolchain: &Toolchain) -> Command {
        let mut cargo = toolchain.cargo();
        cargo.current_dir(self.workspace.root());
        cargo.args(["build", "--locked", "--package", "nanori-app", "--target", "wasm32-unknown-unknown"]);
        cargo.args(["--profile", if self.profile == Profile::Release { "wasm-release" } else { "dev" }]);
        // What refers to what is otherwise gone once the program is linked.
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-arg=--emit-relocs");
        cargo
    }

    fn compiled(&self) -> PathBuf {
        let folder = if self.profile == Profile::Release { "wasm-release" } else { "debug" };
        self.workspace.path("target/app/wasm32-unknown-unknown").join(folder).join("nanori-app.wasm")
    }

    fn shrink(&self, file: &Path) -> Option<Command> {
        match file.extension().and_then(OsStr::to_str)? {
            "wasm" => Some(self.npm.shrink_wasm(file)),
            "js" => Some(self.npm.shrink_script(file)),
            _ => None,
        }
    }

    fn empty_folder(&self, name: &str) -> Result<PathBuf, Error> {
        let folder = self.workspace.path(name);
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(Error::io("emptying", &folder))?;
        }
        self.workspace.folder(name)
    }
}

impl Files {
    /// The files.
    pub fn files(&self) -> &[PathBuf] {
        &self.0
    }

    /// 16 hexadecimal digits that change whenever a file does.
    pub fn fingerprint(&self) -> Result<String, Error> {
        let all = self.0.iter().try_fold(Fingerprint::default(), |all, file| all.content(file))?;
        Ok(all.finish())
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(Error::io("reading", folder))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}
