//! AWS's time, read from the words with which it refuses a request that is too old or too new.

use nanori_identity::Timestamp;

/// The server's time in "Signature expired: {signed} is now earlier than {limit} ({server} - 5 min.)" and in
/// "Signature not yet current: {signed} is still later than {limit} ({server} + 5 min.)".
pub(crate) fn server_time(message: &str) -> Option<Timestamp> {
    let (_, bracket) = message.split_once('(')?;
    let (time, rest) = bracket.split_once(' ')?;
    (rest.starts_with('-') || rest.starts_with('+')).then(|| time.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
