//! The app: the program, compiled and split into parts, and the page around it, packed by Trunk into `dist`.

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use self::program::Program;
use super::Profile;
use super::wasm_part::WasmPart;
use crate::error::Error;
use crate::tools::cargo_tool;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// What the page says where the program's folder belongs.
const PLACE: &str = "{program}";

/// Builds the app; returns the folder with its files.
pub fn build(workspace: &Workspace, profile: Profile, npm: &Npm) -> Result<PathBuf, Error> {
    let tools = cargo_tool::for_app(workspace)?;
    let dist = workspace.path("dist");
    let page = dist.join("index.html");
    let part = WasmPart {
        name: "app",
        inputs: &["app", "public", "Trunk.toml"],
        output: page.clone(),
        tools: vec![&tools.trunk, &tools.wasm_split, &tools.wasm_bindgen],
    };
    part.build(workspace, profile, |toolchain, run| {
        let program = Program { workspace, profile, npm, tools: &tools }.build(toolchain, run)?;
        let mut trunk = toolchain.command(&tools.trunk, &[&npm.commands]);
        trunk.current_dir(workspace.root()).args(["build", "--offline=true", "--skip-version-check"]);
        if profile == Profile::Release {
            trunk.arg("--release");
        }
        run(trunk)?;
        place(&program, &dist, &page)
    })?;
    Ok(dist)
}

/// Puts the program's files into a folder that is named by their content, and that name into the page. Files of two
/// versions can't be mixed so, however long a page has been open or a cache has kept one.
fn place(program: &program::Files, dist: &Path, page: &Path) -> Result<(), Error> {
    let name = format!("program-{}", program.fingerprint()?);
    let folder = dist.join(&name);
    fs::create_dir_all(&folder).map_err(Error::io("making", &folder))?;
    for file in program.files() {
        let to = folder.join(file.file_name().unwrap_or_default());
        fs::copy(file, &to).map_err(Error::io("writing", &to))?;
    }
    let text = fs::read_to_string(page).map_err(Error::io("reading", page))?;
    fs::write(page, text.replace(PLACE, &format!("/{name}"))).map_err(Error::io("writing", page))
}
