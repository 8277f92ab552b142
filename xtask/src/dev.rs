//! `cargo xtask dev`: the portal on this machine, as a person would use it.

mod variables;

use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use variables::Variables;

use crate::build::{self, Profile};
use crate::error::Error;
use crate::ports;
use crate::process::{self, Service};
use crate::step::Step;
use crate::tools::npm::{self, Npm};
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
    let npm = npm::provide(workspace)?;
    let program = if options.real_aws { None } else { Some(build::local_aws(workspace)?) };
    build::wasm(workspace, options.profile, &npm)?;
    let mut aws = program.map(|program| LocalAws::start(workspace, program, options.port)).transpose()?;
    let mut portal = portal(workspace, &npm, options.port, aws.as_ref())?;
    println!("\nThe portal is at {}", address(options.port));
    match &aws {
        None => println!("It sends requests to AWS itself."),
        Some(aws) => {
            println!("It sends requests to the local AWS at {}, whose demo users are:\n", aws.url);
            aws.print_demo(workspace)?;
        }
    }
    println!("\nLogs are in target/logs. Ctrl-C stops everything.");
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
    program: PathBuf,
    service: Service,
    url: String,
}

impl LocalAws {
    fn start(workspace: &Workspace, program: PathBuf, portal_port: u16) -> Result<Self, Error> {
        let step = Step::begin("starting the local AWS", "");
        // Beside the portal's port by preference, so that downloaded profiles keep working over a restart.
        let port = ports::free_or_any(portal_port.saturating_add(1));
        let mut command = Command::new(&program);
        command.args(["--port", &port.to_string(), "--config", DEMO]).current_dir(workspace.root());
        let mut service = Service::start("the local AWS", &mut command, workspace.log("local-aws")?)?;
        let url = service.announced("listening on ", PATIENCE)?;
        step.done();
        Ok(Self { program, service, url: url.trim().to_owned() })
    }

    fn print_demo(&self, workspace: &Workspace) -> Result<(), Error> {
        let mut command = Command::new(&self.program);
        command.args(["--print-demo", "--config", DEMO]).current_dir(workspace.root());
        process::run("printing the demo users", &mut command, process::Output::Shown)
    }
}

fn portal(workspace: &Workspace, npm: &Npm, port: u16, aws: Option<&LocalAws>) -> Result<Service, Error> {
    let step = Step::begin("starting the portal", "");
    let variables = Variables::new(&address(port), aws.map(|aws| aws.url.as_str()))?;
    let variables = variables.write(&workspace.folder("target/dev")?)?;
    let mut command = npm.wrangler(workspace);
    command
        .args(["dev", "--ip", "127.0.0.1", "--port", &port.to_string(), "--inspector-port", "0"])
        .args(["--show-interactive-dev-session", "false", "--persist-to", "target/dev/state", "--env-file"])
        .arg(&variables);
    let mut portal = Service::start("the portal", &mut command, workspace.log("portal")?)?;
    portal.ready(port, "/", PATIENCE)?;
    step.done();
    Ok(portal)
}
