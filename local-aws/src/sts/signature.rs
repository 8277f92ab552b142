//! Whether a request is signed (Signature Version 4) and by whom.
//!
//! The arithmetic is scratchstack-aws-signature's, which shares nothing with the signer under test. Any region is
//! taken, as long as the credential scope names one; the time may differ by five minutes.

use chrono::{DateTime, TimeDelta, Utc};
use http::Request;
use hyper::body::Bytes;
use scratchstack_aws_signature::auth::SigV4Authenticator;
use scratchstack_aws_signature::canonical::CanonicalRequest;
use scratchstack_aws_signature::{
    GetSigningKeyRequest, GetSigningKeyResponse, KSecretKey, NO_ADDITIONAL_SIGNED_HEADERS, SignatureError,
    SignatureOptions, service_for_signing_key_fn,
};

use super::refusal::Refusal;
use crate::caller::{Caller, Principal};
use crate::directory::{Directory, KeyOwner};
use crate::secret::Secret;
use crate::state::State;

const SERVICE: &str = "sts";
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// A request whose signature holds.
#[derive(Debug)]
pub struct Signed {
    /// Who signed.
    pub caller: Caller,
    /// The region of the credential scope.
    pub region: String,
}

/// A request whose signature has been read but not checked.
#[derive(Debug)]
pub struct Claim {
    authenticator: SigV4Authenticator,
    region: String,
}

/// The key a claim is checked with.
#[derive(Debug)]
pub struct Key {
    secret: Secret,
    caller: Caller,
}

impl Claim {
    /// Reads the signature and checks its form, its scope and its time.
    pub fn read(request: Request<Bytes>, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let options = SignatureOptions::default();
        let (canonical, _, _) =
            CanonicalRequest::from_request_parts(parts, body, options).map_err(|error| refuse(&error))?;
        let authenticator =
            canonical.get_authenticator(&NO_ADDITIONAL_SIGNED_HEADERS).map_err(|error| refuse(&error))?;
        let region = authenticator.credential().split('/').nth(2).unwrap_or("").to_owned();
        // A scope that names no region is compared with one that is, so that the refusal says what is wrong.
        let expected = if is_region(&region) { region.as_str() } else { "us-east-1" };
        authenticator.prevalidate(expected, SERVICE, now, SKEW).map_err(|error| refuse(&error))?;
        Ok(Self { authenticator, region })
    }

    /// Looks the key up: a long-term one, or a temporary one with the session token that belongs to it.
    pub fn find_key(&self, directory: &Directory, state: &State, now: DateTime<Utc>) -> Result<Key, Refusal> {
        let id = self.authenticator.credential().split('/').next().unwrap_or("").to_owned();
        let token = self.authenticator.session_token();
        if let Some(issued) = state.issued.get(&id) {
            if token != Some(issued.token.expose_secret()) {
                return Err(Refusal::invalid_client_token());
            }
            if issued.is_expired(now) {
                return Err(Refusal::expired_token());
            }
            return Ok(Key { secret: issued.secret.clone(), caller: issued.caller.clone() });
        }
        let key = directory.key(&id).ok_or_else(Refusal::invalid_client_token)?;
        if token.is_some() {
            return Err(Refusal::invalid_client_token());
        }
        let principal = match &key.owner {
            KeyOwner::Root(account, partition) => {
                Principal::Root { account: account.clone(), partition: partition.clone() }
            }
            KeyOwner::User(user) => Principal::User(user.clone()),
        };
        let caller = Caller { principal, access_key_id: id, session: None };
        Ok(Key { secret: key.secret.clone(), caller })
    }

    /// Checks the signature.
    pub async fn check(self, key: Key, now: DateTime<Utc>) -> Result<Signed, Refusal> {
        let Self { authenticator, region } = self;
        let Key { secret, caller } = key;
        let secret: KSecretKey = secret.expose_secret().parse().map_err(|_| Refusal::failure(500))?;
        let derive = move |request: GetSigningKeyRequest| {
            let key = secret.to_ksigning(request.request_date(), request.region(), request.service());
            async move { Ok(GetSigningKeyResponse::builder().signing_key(key).build()?) }
        };
        let mut signing_key = service_for_signing_key_fn(derive);
        authenticator
            .validate_signature(&region, SERVICE, now, SKEW, &mut signing_key)
            .await
            .map_err(|error| refuse(&error))?;
        Ok(Signed { caller, region })
    }
}

/// `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`: words of small letters, then a number.
fn is_region(text: &str) -> bool {
    let words: Vec<&str> = text.split('-').collect();
    let Some((number, names)) = words.split_last() else { return false };
    text.len() <= 32
        && names.len() >= 2
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && names.iter().all(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn refuse(error: &SignatureError) -> Refusal {
    let message = error.to_string();
    match error {
        SignatureError::MissingAuthenticationToken(_) => Refusal::missing_authentication_token(),
        SignatureError::IncompleteSignature(_) => Refusal::incomplete_signature(message),
        SignatureError::InvalidClientTokenId(_) => Refusal::invalid_client_token(),
        SignatureError::ExpiredToken(_) => Refusal::expired_token(),
        SignatureError::IO(_) | SignatureError::InternalServiceError(_) => Refusal::failure(500),
        SignatureError::SignatureDoesNotMatch(_) => Refusal::signature_does_not_match(message),
        _ => Refusal::malformed_query(message),
    }
}
