//! `GET /api/openapi.json`.

use crate::response::{Answer, Outcome};

/// Written from the types by the test beside this file, so it cannot say anything else than the code does.
const DOCUMENT: &str = include_str!("../../openapi.json");

/// The OpenAPI document.
pub(crate) fn openapi() -> Outcome {
    Ok(Answer::json_text(DOCUMENT))
}

#[cfg(test)]
mod tests;
