//! A module without imports that signs one fixed `AssumeRole` at any second, and leaves the `authorization` header in its memory.

use std::cell::RefCell;

use nanori_identity::{Credentials, Region, Timestamp};
use nanori_sts::{AssumeRole, Call as _, Endpoint, Signer};

/// What stays the same from one signature to the next.
struct Signing {
    signer: Signer,
    endpoint: Endpoint,
    call: AssumeRole,
    authorization: String,
}

thread_local! {
    static SIGNING: RefCell<Option<Signing>> = const { RefCell::new(None) };
}

/// Signs at `seconds` after 1970; returns the length of the header, 0 when something is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn sign(seconds: u32) -> usize {
    SIGNING.with_borrow_mut(|kept| {
        if kept.is_none() {
            *kept = Signing::new();
        }
        kept.as_mut().and_then(|signing| signing.sign(seconds)).unwrap_or(0)
    })
}

/// Where the header of the last signature is.
#[unsafe(no_mangle)]
pub extern "C" fn authorization() -> *const u8 {
    SIGNING
        .with_borrow(|kept| kept.as_ref().map_or(std::ptr::null(), |signing| signing.authorization.as_ptr()))
}

impl Signing {
    fn new() -> Option<Self> {
        let signer = Signer::new(Credentials {
            access_key_id: "AKIAIOSFODNN7EXAMPLE".parse().ok()?,
            secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".parse().ok()?,
            session_token: None,
            expiration: None,
        });
        let call = AssumeRole::new(
            "arn:aws:iam::222222222222:role/admin_role".parse().ok()?,
            "work_api".parse().ok()?,
        );
        let endpoint = Endpoint::regional("us-east-1".parse::<Region>().ok()?);
        Some(Self { signer, endpoint, call, authorization: String::new() })
    }

    fn sign(&mut self, seconds: u32) -> Option<usize> {
        let now = Timestamp::from_unix(i64::from(seconds)).ok()?;
        let request = self.call.request(&mut self.signer, &self.endpoint, now).ok()?;
        let header = request.headers().get(http::header::AUTHORIZATION)?.to_str().ok()?;
        header.clone_into(&mut self.authorization);
        Some(self.authorization.len())
    }
}
