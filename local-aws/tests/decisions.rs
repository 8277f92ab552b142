//! What the local AWS decides on AssumeRole against what independent implementations of STS decide on the same.

#![allow(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::path::{Path, PathBuf};
use std::process::Command;

const LOCAL_AWS: &str = env!("CARGO_BIN_EXE_nanori-local-aws");
const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests");

#[test]
#[ignore = "needs NANORI_PYTHON, a Python with boto3 and ministack: `cargo xtask test oracle`"]
fn decides_as_ministack_does_where_that_is_right() {
    compare("ministack", None);
}

#[test]
#[ignore = "needs NANORI_PYTHON, a Python with boto3, and builds fakecloud: `cargo xtask test oracle`"]
fn decides_as_fakecloud_does_where_that_is_right() {
    compare("fakecloud", Some(fakecloud()));
}

#[track_caller]
fn compare(other: &str, program: Option<PathBuf>) {
    let python = std::env::var_os("NANORI_PYTHON").unwrap();
    let mut command = Command::new(python);
    command.arg(format!("{TESTS}/local-aws/decisions.py")).args([other, LOCAL_AWS]).args(program);
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{failed}");
}

/// Builds the program of `tests/fakecloud`, a workspace of its own: its licence keeps it out of this one.
fn fakecloud() -> PathBuf {
    let manifest = format!("{TESTS}/fakecloud/Cargo.toml");
    let target = Path::new(LOCAL_AWS).ancestors().nth(2).unwrap().join("fakecloud");
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--locked", "--manifest-path", &manifest, "--target-dir"])
        .arg(&target)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .status()
        .unwrap();
    assert!(status.success());
    target.join("debug/fakecloud-decisions")
}
