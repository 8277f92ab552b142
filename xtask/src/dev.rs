//! `cargo xtask dev`: the portal on this machine, as a person would use it.

mod variables;

use std::process::Command;
use std::thread;
use std::time::Duration;

use variables::Variables;

use crate::build::{self, Built, Profile};
use crate::error::Error;
use crate::ports;
use crate::process::{self, Service};
use crate::step::Step;
use crate::workspace::Workspace;

/// What `dev` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Where the portal listens.
    pub port: u16,
    /// How app and worker are compiled.
    pub profile: Profile,
    /// Whether requests go to AWS itself.
    pub real_aws: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8787, profile: Profile::Quick, real_aws: false }
    }
}

const DEMO: &str = "local-aws/demo.toml";
const PATIENCE: Duration = Duration::from_secs(60);

/// Builds what changed, serves it, and returns when the person stops it.
pub fn serve(workspace: &Workspace, options: &Options) -> Result<(), Error> {
    ports::require_free(options.port)?;
    let built = build::all(workspace, options.profile)?;
    let aws = if options.real_aws { None } else { Some(LocalAws::start(workspace, &built, options.port)?) };
    let mut portal = portal(workspace, &built, options.port, aws.as_ref())?;
    println!("\nThe portal is at {}", address(options.port));
    match &aws {
        None => println!("It sends requests to AWS itself."),
        Some(aws) => {
            println!("It sends requests to the local AWS at {}, whose demo users are:\n", aws.url);
            print_demo(workspace, &built)?;
        }
    }
    println!("\nLogs are in target/logs. Ctrl-C stops everything.");
    let mut aws = aws;
    loop {
        thread::sleep(Duration::from_millis(100));
        process::check_stopped()?;
        portal.still_running()?;
        if let Some(aws) = &mut aws {
            aws.service.still_running()?;
        }
    }
}

/// The origin that the person opens, and that the worker takes for its own.
fn address(port: u16) -> String {
    format!("http://localhost:{port}")
}

struct LocalAws {
    service: Service,
    url: String,
}

impl LocalAws {
    fn start(workspace: &Workspace, built: &Built, portal_port: u16) -> Result<Self, Error> {
        let step = Step::begin("starting the local AWS", "");
        // Beside the portal's port by preference, so that downloaded profiles keep working over a restart.
        let port = ports::free_or_any(portal_port.saturating_add(1));
        let mut command = Command::new(&built.local_aws);
        command.args(["--port", &port.to_string(), "--config", DEMO]).current_dir(workspace.root());
        let mut service = Service::start("the local AWS", &mut command, workspace.log("local-aws")?)?;
        let url = service.announced("listening on ", PATIENCE)?;
        step.done();
        Ok(Self { service, url: url.trim().to_owned() })
    }
}

fn portal(workspace: &Workspace, built: &Built, port: u16, aws: Option<&LocalAws>) -> Result<Service, Error> {
    let step = Step::begin("starting the portal", "");
    let variables = Variables::new(&address(port), aws.map(|aws| aws.url.as_str()))?;
    let variables = variables.write(&workspace.folder("target/dev")?)?;
    let mut command = built.npm.wrangler(workspace);
    command
        .args(["dev", "--ip", "127.0.0.1", "--port", &port.to_string(), "--inspector-port", "0"])
        .args(["--show-interactive-dev-session", "false", "--persist-to", "target/dev/state", "--env-file"])
        .arg(&variables);
    let mut portal = Service::start("the portal", &mut command, workspace.log("portal")?)?;
    portal.ready(port, "/", PATIENCE)?;
    step.done();
    Ok(portal)
}

fn print_demo(workspace: &Workspace, built: &Built) -> Result<(), Error> {
    let mut command = Command::new(&built.local_aws);
    command.args(["--print-demo", "--config", DEMO]).current_dir(workspace.root());
    process::run("printing the demo users", &mut command, process::Output::Shown)
}
