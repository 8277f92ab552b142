use insta::assert_snapshot;

use super::*;

fn parse(line: &str) -> Result<Arguments, Error> {
    Arguments::parse(line.split_whitespace().map(str::to_owned))
}

#[test]
fn only_loopback_is_served() {
    assert_snapshot!(parse("--config a --port 1 --host 0.0.0.0").unwrap_err(), @"0.0.0.0 is not a loopback address; the local AWS serves this machine only");
    assert_snapshot!(parse("--config a --port 1 --host 192.168.0.4").unwrap_err(), @"192.168.0.4 is not a loopback address; the local AWS serves this machine only");
    assert!(parse("--config a --port 1 --host ::1").is_ok());
    assert!(parse("--config a --port 1 --host 127.0.0.2").is_ok());
}

#[test]
fn what_is_missing_is_named() {
    assert_snapshot!(parse("--port 1").unwrap_err(), @"--config is missing; see --help");
    assert_snapshot!(parse("--config a").unwrap_err(), @"--port is missing; see --help");
    assert_snapshot!(parse("--config a --port").unwrap_err(), @"--port needs a value; see --help");
    assert_snapshot!(parse("--config a --port 70000").unwrap_err(), @"70000 is not a port; see --help");
    assert_snapshot!(parse("--config a --prot 1").unwrap_err(), @"--prot is not an option; see --help");
}
