//! `GET /api/health`.

use nanori_api::Health;

use crate::response::{Answer, Outcome};

/// The worker answers and is configured; a worker that is not is answered for by `route`.
pub(crate) fn health() -> Outcome {
    Ok(Answer::json(&Health { status: "ok".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }))
}
