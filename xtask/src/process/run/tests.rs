use super::*;

fn shell(script: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]);
    command
}

fn log(name: &str) -> PathBuf {
    env::temp_dir().join(format!("nanori-xtask-{}-{name}.log", std::process::id()))
}

#[test]
fn a_failure_shows_the_end_of_the_log() {
    let log = log("tail");
    let error =
        run("counting", &mut shell("seq 100; exit 3"), Output::Log(log.clone())).unwrap_err().to_string();
    fs::remove_file(&log).unwrap();
    assert!(error.starts_with("counting failed (exit status: 3); the end of "), "{error}");
    assert!(error.ends_with("\n98\n99\n100"), "{error}");
    assert!(!error.contains("\n70\n"), "{error}");
}

#[test]
fn no_network_is_said_as_such() {
    let log = log("network");
    let script = "echo 'npm error code EAI_AGAIN'; exit 1";
    let error = run("esbuild", &mut shell(script), Output::Log(log.clone())).unwrap_err();
    fs::remove_file(&log).unwrap();
    assert!(matches!(error, Error::Network { .. }), "{error:?}");
}

#[test]
fn a_program_that_does_not_exist_is_named() {
    let error = run("x", &mut Command::new("/nowhere/tool"), Output::Shown).unwrap_err().to_string();
    assert_eq!(error, "the program `/nowhere/tool` is missing: install it and run the same command again");
}

#[test]
fn what_a_program_leaves_behind_is_stopped() {
    let log = log("left");
    run("leaving", &mut shell("sleep 300 & echo $!"), Output::Log(log.clone())).unwrap();
    let pid = fs::read_to_string(&log).unwrap().trim().to_owned();
    fs::remove_file(&log).unwrap();
    // A stopped child may stay a zombie until its new parent looks: state Z, or no entry at all.
    let stopped = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        fs::read_to_string(format!("/proc/{pid}/stat")).map_or(true, |stat| stat.contains(") Z "))
    });
    assert!(stopped, "process {pid} still runs");
}
