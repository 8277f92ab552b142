//! `getSigninToken`: temporary credentials in, a token that signs one browser in out.

use core::fmt;

use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use nanori_identity::{Credentials, SessionDuration};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{FederationError, SigninEndpoint, form};

/// The most bytes of an answer. Tokens have one or two thousand characters.
pub const MAX_ANSWER_SIZE: usize = 64 * 1024;

/// The token: signs a browser in, once, within fifteen minutes. Redacted and wiped like any secret.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SigninToken(String);

/// The request for a token.
///
/// It goes as POST, so that the credentials stand in no URL and no log of one. `session_duration` must be `None` where
/// AWS refuses it; see [`DurationPlan`](crate::DurationPlan).
#[derive(Clone, Debug)]
pub struct SigninTokenRequest<'a> {
    /// Temporary credentials.
    pub credentials: &'a Credentials,
    /// `SessionDuration` of the console, 900–43,200 seconds; as long as the credentials if absent.
    pub session_duration: Option<SessionDuration>,
}

/// The `Session` parameter. Source: IAM user guide, as in [`crate`].
#[derive(Serialize)]
struct Session<'a> {
    #[serde(rename = "sessionId")]
    access_key_id: &'a str,
    #[serde(rename = "sessionKey")]
    secret_access_key: &'a str,
    #[serde(rename = "sessionToken")]
    session_token: &'a str,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "SigninToken")]
    signin_token: String,
}

impl SigninTokenRequest<'_> {
    /// The request. Send it without following redirects; read at most [`MAX_ANSWER_SIZE`] bytes.
    ///
    /// # Errors
    /// [`FederationError::LongTermCredentials`] if the credentials have no session token.
    pub fn request(&self, endpoint: &SigninEndpoint) -> Result<Request<Vec<u8>>, FederationError> {
        let Some(token) = &self.credentials.session_token else {
            return Err(FederationError::LongTermCredentials);
        };
        let session = Session {
            access_key_id: self.credentials.access_key_id.as_str(),
            secret_access_key: self.credentials.secret_access_key.expose_secret(),
            session_token: token.expose_token(),
        };
        let session =
            Zeroizing::new(serde_json::to_string(&session).map_err(|_| FederationError::UnwritableRequest)?);
        let duration = self.session_duration.map(|duration| duration.to_string());
        let fields = [
            ("Action", Some("getSigninToken")),
            ("SessionDuration", duration.as_deref()),
            ("Session", Some(session.as_str())),
        ];
        let body =
            form::encode(fields.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))));
        Request::builder()
            .method(Method::POST)
            .uri(endpoint.federation_url())
            .header(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"))
            .body(body.into_bytes())
            .map_err(|_| FederationError::UnwritableRequest)
    }

    /// Reads the answer `{"SigninToken": "…"}`. Its content type is not looked at: AWS documents none.
    ///
    /// # Errors
    /// [`FederationError::Refused`], [`FederationError::Unexpected`], [`FederationError::Malformed`],
    /// [`FederationError::TooLarge`].
    pub fn parse<B: AsRef<[u8]>>(response: &Response<B>) -> Result<SigninToken, FederationError> {
        let status = response.status();
        if status.is_client_error() {
            return Err(FederationError::Refused { status: status.as_u16() });
        }
        if status != StatusCode::OK {
            return Err(FederationError::Unexpected { status: status.as_u16() });
        }
        let body = response.body().as_ref();
        if body.len() > MAX_ANSWER_SIZE {
            return Err(FederationError::TooLarge { max: MAX_ANSWER_SIZE });
        }
        // Serde refuses a field that comes twice, and anything after the object; but it would read an array too.
        if !body.trim_ascii_start().starts_with(b"{") {
            return Err(FederationError::Malformed);
        }
        let Answer { signin_token } = serde_json::from_slice(body).map_err(|_| FederationError::Malformed)?;
        let token = SigninToken(signin_token);
        let plain = !token.0.is_empty() && token.0.bytes().all(|b| b.is_ascii_graphic());
        if plain { Ok(token) } else { Err(FederationError::Malformed) }
    }
}

impl SigninToken {
    /// How long it can be used, in seconds.
    pub const LIFETIME: i64 = 15 * 60;

    /// The token, for the login only.
    #[must_use]
    pub fn expose_token(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SigninToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigninToken(redacted)")
    }
}

#[cfg(test)]
mod tests;
