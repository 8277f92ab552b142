use super::*;
use crate::test::Suite;

fn read(line: &str) -> Result<Command, Error> {
    parse(line.split_whitespace().map(OsString::from))
}

#[track_caller]
fn check(line: &str, expected: impl Into<Option<Command>>) {
    assert_eq!(read(line).ok(), expected.into(), "{line}");
}

#[track_caller]
fn refused(line: &str, reason: &str) {
    let message = read(line).unwrap_err().to_string();
    assert!(message.contains(reason), "{line}: {message}");
}

#[test]
fn commands_and_their_options() {
    check("", Command::Help);
    check("--help", Command::Help);
    check("dev --help", Command::Help);
    check("build --release", Command::Build(Profile::Release));
    check("dev", Command::Dev(dev::Options { port: 8787, profile: Profile::Quick, real_aws: false }));
    check(
        "dev --port=9000 --release --real-aws",
        Command::Dev(dev::Options { port: 9000, profile: Profile::Release, real_aws: true }),
    );
    check("bench --list", Command::Bench(None));
    check("bench size.app size.worker", Command::Bench(Some(vec!["size.app".into(), "size.worker".into()])));
    check("dist --dry-run", Command::Dist(dist::Options { dry_run: true }));
}

#[test]
fn the_first_word_of_test_may_be_a_suite() {
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let plain = test::Filter::default();
    check("test", Command::Test(plain.clone()));
    check("test e2e", Command::Test(test::Filter { suite: Some(Suite::EndToEnd), ..plain.clone() }));
    check("test unit arn e2e", {
        Command::Test(test::Filter {
            suite: Some(Suite::Unit),
            names: names(&["arn", "e2e"]),
            ..plain.clone()
        })
    });
    check("test arn unit", Command::Test(test::Filter { names: names(&["arn", "unit"]), ..plain.clone() }));
    check("test fuzz --seconds 3", {
        Command::Test(test::Filter { suite: Some(Suite::Fuzz), fuzz_seconds: 3, ..plain.clone() })
    });
}

#[test]
fn what_is_not_understood_is_refused_by_name() {
    refused("serve", "there is no command `serve`");
    refused("dev --prot 1", "--prot");
    refused("dev --port abc", "abc");
    refused("dev --port 70000", "70000");
    refused("ci now", "now");
}
