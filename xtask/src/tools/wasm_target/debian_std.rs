//! Debian's Rust compiler, and a standard library for wasm32 built from the source that Debian ships with it.
//!
//! For machines that reach package registries but not rustup's downloads.

use std::fs;
use std::path::{Path, PathBuf};

use super::TARGET;
use super::toolchain::Toolchain;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::tools::debian;
use crate::workspace::Workspace;

const PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rustfmt-web", "rust-web-clippy", "lld-22"];
const SCRATCH: &str = "wasm_std_scratch";

/// Installs the compiler and puts the library where it looks for one.
pub fn provide(workspace: &Workspace) -> Result<(), Error> {
    if !Path::new("/usr/lib/rustlib/src/rust/library/std").is_dir()
        || !Path::new("/usr/bin/cargo-clippy").is_file()
    {
        debian::install(workspace, "a Rust compiler for WebAssembly", PACKAGES)?;
    }
    let library = PathBuf::from("/usr/lib/rustlib").join(TARGET).join("lib");
    if !is_writable(&library) {
        let fix = "run this command once as root, which builds it into /usr/lib/rustlib";
        return Err(Error::missing(format!("the standard library for {TARGET}"), fix));
    }
    let what = "building the standard library for WebAssembly";
    let step = Step::begin(what, "about a minute, once");
    let scratch = workspace.cache("build-std");
    write_scratch_crate(&scratch)?;
    let mut build = Toolchain::debian().cargo();
    build
        .args([
            "build",
            "--release",
            "-Z",
            "build-std=core,alloc,std,panic_abort,proc_macro",
            "--target",
            TARGET,
        ])
        .current_dir(&scratch)
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it a build with link-time optimisation fails: "failed to get bitcode".
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    process::run(what, &mut build, Output::Log(workspace.log("wasm-std")?))?;
    copy_libraries(&scratch.join("target").join(TARGET).join("release/deps"), &library)?;
    let _ = fs::remove_dir_all(&scratch);
    step.done();
    Ok(())
}

fn is_writable(folder: &Path) -> bool {
    let probe = folder.join("nanori-probe");
    fs::create_dir_all(folder).is_ok() && fs::write(&probe, "").is_ok() && fs::remove_file(&probe).is_ok()
}

fn write_scratch_crate(folder: &Path) -> Result<(), Error> {
    let manifest = format!(
        "[package]\nname = \"{SCRATCH}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n[profile.release]\nopt-level = 3\n"
    );
    let source = folder.join("src");
    fs::create_dir_all(&source).map_err(Error::io("creating", &source))?;
    for (path, text) in [(folder.join("Cargo.toml"), manifest.as_str()), (source.join("lib.rs"), "")] {
        fs::write(&path, text).map_err(Error::io("writing", &path))?;
    }
    Ok(())
}

fn copy_libraries(from: &Path, to: &Path) -> Result<(), Error> {
    // A library of another build beside these would be ambiguous.
    for old in fs::read_dir(to).map_err(Error::io("reading", to))?.flatten().map(|entry| entry.path()) {
        fs::remove_file(&old).map_err(Error::io("removing", &old))?;
    }
    for file in fs::read_dir(from).map_err(Error::io("reading", from))?.flatten().map(|entry| entry.path()) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.ends_with(".rlib") && !name.contains(SCRATCH) {
            fs::copy(&file, to.join(name)).map_err(Error::io("copying", &file))?;
        }
    }
    Ok(())
}
