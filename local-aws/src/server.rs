//! Puts the local AWS on a loopback port: HTTP/1.1, bodies of a mebibyte at most, one log line a request if asked for.
//!
//! A log line holds method, path, status and time. Queries, bodies and headers may be secret and stay out.

use std::convert::Infallible;
use std::io::Write;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};

use crate::answer;
use crate::aws::{LocalAws, Reply};
use crate::error::Error;

const LARGEST_BODY: usize = 1 << 20;

/// A port that is open but not served yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// Why a connection ends without an answer.
#[derive(Debug, thiserror::Error)]
#[error("the connection is closed on purpose")]
struct Dropped;

impl Server {
    /// Opens the port; refuses an address that is not loopback.
    pub async fn bind(host: IpAddr, port: u16) -> Result<Self, Error> {
        if !host.is_loopback() {
            return Err(Error::NotLoopback(host));
        }
        let address = SocketAddr::new(host, port);
        let listener =
            TcpListener::bind(address).await.map_err(|source| Error::Listen { address, source })?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Where it listens, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process ends.
    pub async fn serve(self, aws: Arc<LocalAws>, verbose: bool) -> Result<Infallible, Error> {
        loop {
            match self.listener.accept().await {
                Ok((stream, peer)) => {
                    tokio::spawn(connection(stream, peer.ip(), Arc::clone(&aws), verbose));
                }
                // Too many open files and the like pass; a pause keeps the loop from spinning meanwhile.
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            }
        }
    }
}

async fn connection(stream: TcpStream, peer: IpAddr, aws: Arc<LocalAws>, verbose: bool) {
    // Answers are small and clients wait for them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let aws = Arc::clone(&aws);
        async move { respond(request, peer, &aws, verbose).await }
    });
    // A client that goes away in the middle is no concern of the server's.
    let _ =
        http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service).await;
}

async fn respond(
    request: Request<Incoming>,
    peer: IpAddr,
    aws: &LocalAws,
    verbose: bool,
) -> Result<Response<Full<Bytes>>, Dropped> {
    let started = Instant::now();
    let line = verbose.then(|| format!("{} {}", request.method(), request.uri().path()));
    let (parts, body) = request.into_parts();
    let reply = match read(body).await {
        Some(body) => aws.handle(Request::from_parts(parts, body), peer).await,
        None => {
            Reply::Answer(answer::text(StatusCode::PAYLOAD_TOO_LARGE, "text/plain", "the body is too large"))
        }
    };
    if let Some(line) = line {
        let status = match &reply {
            Reply::Answer(response) => response.status().as_u16().to_string(),
            Reply::Drop => "dropped".to_owned(),
        };
        // A closed standard error must not end the server.
        let _ = writeln!(std::io::stderr(), "{line} {status} {} ms", started.elapsed().as_millis());
    }
    match reply {
        Reply::Answer(response) => Ok(response.map(Full::new)),
        Reply::Drop => Err(Dropped),
    }
}

/// The whole body; nothing if it is, or says that it will be, too large.
async fn read(body: Incoming) -> Option<Bytes> {
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > LARGEST_BODY {
        return None;
    }
    Some(Limited::new(body, LARGEST_BODY).collect().await.ok()?.to_bytes())
}
