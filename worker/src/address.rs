//! The client's address, as the edge reports it.

use core::net::Ipv6Addr;

use web_sys::Headers;

/// The address for rate limits and the log. The edge sets `cf-connecting-ip` itself and overwrites what a client sent;
/// a self-hosted worker must have a proxy in front that does the same.
pub(crate) fn client_address(headers: &Headers) -> String {
    headers.get("cf-connecting-ip").ok().flatten().unwrap_or_else(|| "unknown".to_owned())
}

/// As what an address counts for limits. An IPv6 address counts as its first 64 bits: whoever is given one is given all
/// that begin with them, and could come from a new one each time.
pub(crate) fn counted(address: &str) -> String {
    match address.parse::<Ipv6Addr>() {
        Ok(six) if six.to_ipv4_mapped().is_none() => {
            let [first, second, third, fourth, ..] = six.segments();
            format!("{first:x}:{second:x}:{third:x}:{fourth:x}::/64")
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests;
