//! Programs that use the Rust SDK: compiled with the manifest and the versions of `tests/profile/aws-config`, all into one
//! folder, so that the SDK is built once.

use std::path::PathBuf;
use std::process::Command;

const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/aws-config");

/// The compiled oracle.
#[allow(dead_code, reason = "each test uses one of the two")]
pub fn oracle() -> PathBuf {
    let mut cargo = cargo();
    cargo.args(["build", "--quiet", "--locked"]).current_dir(PROJECT);
    assert!(cargo.status().unwrap().success(), "the Rust SDK's oracle does not compile");
    target().join("debug/aws-config-oracle")
}

/// `cargo` with the arguments that run the `main.rs` of `folder`, which becomes a project.
#[allow(dead_code, reason = "each test uses one of the two")]
pub fn run(folder: &PathBuf) -> Command {
    let manifest = std::fs::read_to_string(PathBuf::from(PROJECT).join("Cargo.toml")).unwrap();
    let manifest = manifest.replace("aws-config-oracle", "who-am-i").replace("src/main.rs", "main.rs");
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let lock = std::fs::read_to_string(PathBuf::from(PROJECT).join("Cargo.lock")).unwrap();
    std::fs::write(folder.join("Cargo.lock"), lock.replace("aws-config-oracle", "who-am-i")).unwrap();
    let mut cargo = cargo();
    cargo.args(["run", "--quiet"]).current_dir(folder);
    cargo
}

fn target() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rust-snippets")
}

/// The cargo and the compiler beside the ones that run this test, never those that rustup would choose: in a cleared
/// environment rustup knows nothing of the machine's settings and may install or update a toolchain.
fn cargo() -> Command {
    let cargo = PathBuf::from(env!("CARGO"));
    let tools = cargo.parent().unwrap().to_owned();
    assert!(
        tools.join("rustc").exists() && !tools.join("rustup").exists(),
        "{} is rustup's",
        tools.display()
    );
    let mut path = vec![tools.clone()];
    path.extend(
        std::env::split_paths(&std::env::var_os("PATH").unwrap())
            .filter(|folder| !folder.join("rustup").exists()),
    );
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cargo"), PathBuf::from);
    let mut command = Command::new(cargo);
    // What the cargo of this test sets would make build scripts run anew for each program.
    command.env_clear().env("PATH", std::env::join_paths(path).unwrap()).env("RUSTC", tools.join("rustc"));
    command.env("RUSTUP_AUTO_INSTALL", "0").env("CARGO_HOME", cargo_home);
    command.env("CARGO_TARGET_DIR", target()).env("CARGO_PROFILE_DEV_DEBUG", "0");
    command
}
