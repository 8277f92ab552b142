//! What the local AWS decides on AssumeRole against what ministack, an independent STS, decides on the same.

#![allow(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::process::Command;

#[test]
#[ignore = "needs NANORI_PYTHON, a Python with boto3 and ministack: `cargo xtask test oracle`"]
fn decides_as_ministack_does_where_that_is_right() {
    let python = std::env::var_os("NANORI_PYTHON").unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/local-aws/ministack_decisions.py");
    let output =
        Command::new(python).arg(script).arg(env!("CARGO_BIN_EXE_nanori-local-aws")).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{failed}");
}
