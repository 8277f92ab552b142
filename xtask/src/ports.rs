//! Ports on loopback: whether one is free.

use std::net::{Ipv4Addr, TcpListener};

use crate::error::Error;

/// An error that names the way out when something listens on this port already.
pub fn require_free(port: u16) -> Result<(), Error> {
    if is_free(port) { Ok(()) } else { Err(Error::PortBusy(port)) }
}

/// `preferred` if it is free; otherwise 0, which lets the system choose.
pub fn free_or_any(preferred: u16) -> u16 {
    if is_free(preferred) { preferred } else { 0 }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
