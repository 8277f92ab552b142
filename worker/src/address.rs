//! The client's address, as the edge reports it.

use web_sys::Headers;

/// The address for rate limits and the log. The edge sets `cf-connecting-ip` itself and overwrites what a client sent;
/// a self-hosted worker must have a proxy in front that does the same.
pub(crate) fn client_address(headers: &Headers) -> String {
    headers.get("cf-connecting-ip").ok().flatten().unwrap_or_else(|| "unknown".to_owned())
}
