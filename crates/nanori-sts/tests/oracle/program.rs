//! Another program that answers one line of JSON for each line of JSON.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::Value;

/// A running program; it ends with its standard input.
pub struct Program {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Program {
    /// A script run by the Python that `NANORI_PYTHON` names.
    pub fn python(script: &str) -> Self {
        Self::start("NANORI_PYTHON", script)
    }

    /// A script run by the Node that `NANORI_NODE` names.
    pub fn node(script: &str) -> Self {
        Self::start("NANORI_NODE", script)
    }

    fn start(variable: &str, script: &str) -> Self {
        let interpreter = env::var_os(variable)
            .unwrap_or_else(|| panic!("{variable} names no interpreter; run cargo xtask test oracle"));
        let mut child = Command::new(interpreter)
            .arg(script)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    /// One question and its answer.
    pub fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.input.as_mut().unwrap(), "{question}").unwrap();
        self.answer()
    }

    /// A line that comes without a question.
    pub fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("the program answered {line:?}: {error}"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}
