//! The one text that a request is turned into before it is hashed, the same on both sides.

use core::fmt::Write;

use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use crate::encode;

/// How the path, as it stands on the wire, gets into the canonical request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PathEncoding {
    /// Encoded once more: every service but S3.
    #[default]
    Again,
    /// As it stands.
    AsIs,
}

/// A request that can be signed. Everything is borrowed and as on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Signable<'a> {
    /// `GET`, `POST`, ….
    pub method: &'a str,
    /// The path, beginning with `/`.
    pub path: &'a str,
    /// What follows `?`, without it.
    pub query: &'a str,
    /// The headers to sign, names in any case and order; a name may come several times.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body.
    pub body: &'a [u8],
    /// Whether dot segments and repeated slashes are removed from the path: for every service but S3.
    pub normalise_path: bool,
    /// How often the path is encoded.
    pub path_encoding: PathEncoding,
}

/// A canonical request and the names of the headers that it covers.
///
/// It can hold a session token, so there is no `Debug`.
pub struct CanonicalRequest {
    text: String,
    signed_headers: String,
}

impl CanonicalRequest {
    /// The canonical form of `request`.
    #[must_use]
    pub fn of(request: &Signable<'_>) -> Self {
        let path = canonical_path(request);
        let query = canonical_query(request.query);
        let headers = canonical_headers(request.headers);
        let signed_headers = headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(";");
        let mut text = format!("{}\n{path}\n{query}\n", request.method);
        for (name, value) in &headers {
            let _ = writeln!(text, "{name}:{value}");
        }
        let _ = write!(text, "\n{signed_headers}\n{}", sha256_hex(request.body));
        Self { text, signed_headers }
    }

    /// The text that is hashed into the string to sign.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `content-type;host;…`: sorted, lower-case.
    #[must_use]
    pub fn signed_headers(&self) -> &str {
        &self.signed_headers
    }

    /// The hash of the text, as hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        sha256_hex(self.text.as_bytes())
    }
}

pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    encode::hex(&Sha256::digest(bytes))
}

fn canonical_path(request: &Signable<'_>) -> String {
    let path = if request.normalise_path { normalised(request.path) } else { request.path.to_owned() };
    let path = if path.is_empty() { "/".to_owned() } else { path };
    match request.path_encoding {
        PathEncoding::Again => encode::path(&path).to_string(),
        PathEncoding::AsIs => path,
    }
}

/// RFC 3986 §5.2.4, and empty segments dropped. A final slash stays.
fn normalised(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    let is_directory = path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..");
    let end = if is_directory && !segments.is_empty() { "/" } else { "" };
    format!("/{}{end}", segments.join("/"))
}

/// Decoded, encoded strictly, sorted by name and then by value.
fn canonical_query(query: &str) -> String {
    let strict = |text: &str| encode::component(&percent_decode_str(text).decode_utf8_lossy()).to_string();
    let mut pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (strict(name), strict(value)))
        .collect();
    pairs.sort();
    pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// Lower-case names, sorted; values trimmed, runs of white space made one space, values of one name joined by commas.
fn canonical_headers(headers: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut sorted: Vec<(String, String)> = headers
        .iter()
        .map(|(name, value)| {
            (name.to_ascii_lowercase(), value.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect();
    // Stable: values of one name keep their order.
    sorted.sort_by(|(left, _), (right, _)| left.cmp(right));
    sorted.dedup_by(|(name, value), (kept_name, kept_values)| {
        let same = name == kept_name;
        if same {
            kept_values.push(',');
            kept_values.push_str(value);
        }
        same
    });
    sorted
}
