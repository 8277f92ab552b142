//! The portal's one cookie.
//!
//! `__Host-` ties it to this very host over a secure channel; `SameSite=Strict` keeps it out of every request that
//! another site starts. Source: RFC 6265bis §4.1.3.2.

/// Its name.
pub(crate) const NAME: &str = "__Host-nanori";

/// The cookie's value in a `Cookie` header. Two cookies of the name are as good as none: one of them is not ours.
pub(crate) fn value(header: &str) -> Option<&str> {
    let mut values = header.split(';').filter_map(|pair| pair.trim().strip_prefix(NAME)?.strip_prefix('='));
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// `Set-Cookie` that keeps `value` for `seconds`.
pub(crate) fn keep(value: &str, seconds: i64) -> String {
    format!("{NAME}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict")
}

/// `Set-Cookie` that takes the cookie away.
pub(crate) fn remove() -> String {
    keep("", 0)
}

#[cfg(test)]
mod tests;
