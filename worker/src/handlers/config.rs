//! `GET /api/config`.

use nanori_api::{Config, Development};

use crate::{
    exchange::Exchange,
    response::{Answer, Outcome},
};

/// What the front end must know of the deployment, and the worker's clock to sign by.
pub(crate) fn config(exchange: &Exchange) -> Outcome {
    let settings = &exchange.settings;
    Ok(Answer::json(&Config {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        origin: settings.origin.to_string(),
        server_time: exchange.now.to_string(),
        development: settings.development.as_ref().map(|development| Development {
            local_aws_url: development.local_aws.as_ref().map(ToString::to_string),
        }),
    }))
}
