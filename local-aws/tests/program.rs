//! The program itself, over a socket: what it prints, what it refuses, how it drops a connection.

#![allow(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_nanori-local-aws");
const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/demo.toml");

/// A running local AWS, stopped at the end of the test.
struct Running {
    child: Child,
    address: String,
    line: String,
}

impl Running {
    fn start() -> Self {
        let mut child = Command::new(PROGRAM)
            .args(["--config", DEMO, "--port", "0", "--verbose"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("listening on http://").to_owned();
        Self { child, address, line }
    }

    /// Sends `text` and reads until the connection closes.
    fn exchange(&self, text: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(text.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn post(&self, path: &str, kind: &str, body: &str) -> String {
        self.exchange(&format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        ))
    }

    /// Stops the program and returns what it logged.
    fn log(mut self) -> String {
        self.child.kill().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        log
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

#[test]
fn says_where_it_listens_and_answers() {
    let running = Running::start();
    assert!(running.line.starts_with("listening on http://127.0.0.1:"), "{}", running.line);
    let answer = running.exchange(&format!(
        "GET /_local/health HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
        running.address
    ));
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("{\"status\":\"ok\"}"), "{answer}");
}

#[test]
fn drops_a_connection_on_demand_without_an_answer() {
    let running = Running::start();
    running.post("/_local/faults", "application/json", "{\"operation\":\"login\",\"fault\":\"drop\"}");
    assert_eq!(running.post("/federation", "application/x-www-form-urlencoded", "Action=login"), "");
    let next = running.post("/federation", "application/x-www-form-urlencoded", "Action=login");
    assert!(next.starts_with("HTTP/1.1 400"), "{next}");
}

#[test]
fn refuses_a_body_that_is_too_large() {
    let running = Running::start();
    let answer = running.exchange(&format!(
        "POST / HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: 1048577\r\n\r\n",
        running.address
    ));
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
}

#[test]
fn logs_paths_but_no_queries_and_no_bodies() {
    let running = Running::start();
    running.post(
        "/federation?Canary=IN-THE-QUERY",
        "application/x-www-form-urlencoded",
        "Session=IN-THE-BODY",
    );
    let log = running.log();
    assert!(log.contains("POST /federation 400"), "{log}");
    assert!(!log.contains("IN-THE"), "{log}");
}

#[test]
fn refuses_addresses_that_others_can_reach_and_ports_in_use() {
    let refused = run(&["--config", DEMO, "--port", "0", "--host", "0.0.0.0"]);
    assert!(!refused.status.success());
    assert!(String::from_utf8(refused.stderr).unwrap().contains("not a loopback address"));
    let running = Running::start();
    let port = running.address.rsplit(':').next().unwrap();
    let busy = run(&["--config", DEMO, "--port", port]);
    let message = String::from_utf8(busy.stderr).unwrap();
    assert!(!busy.status.success() && message.contains("choose another one with --port"), "{message}");
}

#[test]
fn prints_the_demo_users() {
    let output = run(&["--config", DEMO, "--print-demo"]);
    let table = String::from_utf8(output.stdout).unwrap();
    for expected in [
        "Account 111111111111 people",
        "user work_api",
        "AKIANANORIDEMOWORKA1",
        "arn:aws:iam::111111111111:mfa/alice",
        "NANORIDEMOALICETOTPSEEDNOTSECRET",
        "role arn:aws:iam::222222222222:role/admin_role",
    ] {
        assert!(table.contains(expected), "{expected}");
    }
}

#[test]
fn names_what_is_wrong_in_a_configuration_without_quoting_it() {
    let path = std::env::temp_dir().join(format!("nanori-local-aws-{}.toml", std::process::id()));
    let text = std::fs::read_to_string(DEMO).unwrap();
    std::fs::write(&path, text.replace("\"NotARealSecret/Alice/DemoOnly/0000000000\"", "\"canary\""))
        .unwrap();
    let output = run(&["--config", path.to_str().unwrap(), "--print-demo"]);
    std::fs::remove_file(&path).unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("the secret of AKIANANORIDEMOALICE1 is not forty characters"), "{message}");
    assert!(!message.contains("canary"), "{message}");
}
