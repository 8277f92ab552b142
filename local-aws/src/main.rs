//! The `nanori-local-aws` program: reads the command line, serves or prints the demo table.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use nanori_local_aws::arguments::{Arguments, HELP};
use nanori_local_aws::config::Config;
use nanori_local_aws::directory::Directory;
use nanori_local_aws::server::Server;
use nanori_local_aws::{Error, LocalAws, demo};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "nanori-local-aws: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    match Arguments::parse(std::env::args().skip(1))? {
        Arguments::Help => print(HELP),
        Arguments::PrintDemo { config } => print(&demo::table(&Directory::new(Config::read(&config)?)?)),
        Arguments::Serve { config, host, port, verbose } => {
            let aws = Arc::new(LocalAws::new(Config::read(&config)?)?);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let server = Server::bind(host, port).await?;
                print(&format!("listening on http://{}\n", server.address()))?;
                server.serve(aws, verbose).await.map(|never| match never {})
            })
        }
    }
}

fn print(text: &str) -> Result<(), Error> {
    let mut output = std::io::stdout();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(())
}
