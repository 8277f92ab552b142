//! What every call has in common: written as a form, signed over a fixed set of headers, answered in XML.

mod answer;

use core::fmt::Write;

use http::{HeaderName, HeaderValue, Method, Request, Response, header};
use nanori_identity::{SessionToken, Timestamp};

use crate::{
    Audience, Endpoint, RequestSignature, Signer, StsError,
    sign::{ALGORITHM, CanonicalRequest, PathEncoding, Scope, Signable},
    xml::Element,
};

/// The signing name of STS.
const SERVICE: &str = "sts";
const CONTENT_TYPE: &str = "application/x-www-form-urlencoded; charset=utf-8";
const AMZ_DATE: &str = "x-amz-date";
const AMZ_SECURITY_TOKEN: &str = "x-amz-security-token";

// Made when this is compiled: reading a header's name from text would bring the table of all known names along.
static AMZ_DATE_NAME: HeaderName = HeaderName::from_static(AMZ_DATE);
static AMZ_SECURITY_TOKEN_NAME: HeaderName = HeaderName::from_static(AMZ_SECURITY_TOKEN);
static AUDIENCE_NAME: HeaderName = HeaderName::from_static(Audience::HEADER);

/// A call of STS. The recipe:
///
/// 1. Whoever holds the key makes a request with [`Call::request`] — or, if another party is to send it, a signature
///    with [`Call::sign`], from which that party makes the same request with [`Call::rebuild`].
/// 2. Send it, without following redirects, reading at most [`MAX_SIZE`](crate::xml::MAX_SIZE) bytes of the answer. The `Host` header is
///    the authority of the request's address; HTTP clients write it by themselves.
/// 3. Give the answer to [`Call::parse`].
///
/// Signed are `content-type`, `host`, `x-amz-date`, the session token if there is one, and the audience if there is
/// one: nothing that a proxy adds or rewrites.
pub trait Call: sealed::Sealed + Sized {
    /// What STS answers.
    type Response;

    /// AWS's name of the call.
    const ACTION: &'static str;

    /// The form body, the same text every time for the same call.
    fn form_body(&self) -> String;

    /// Checks what no single parameter can know by itself.
    ///
    /// # Errors
    /// [`StsError`] with the rule that is broken.
    fn check(&self) -> Result<(), StsError>;

    /// Reads the `…Result` element of an answer. [`Call::parse`] is what to call.
    ///
    /// # Errors
    /// [`StsError::Malformed`] with what is missing or wrong.
    fn read(result: &Element, request_id: Option<String>) -> Result<Self::Response, StsError>;

    /// The request, signed at `now` by a key that is at hand.
    ///
    /// # Errors
    /// As [`Call::check`].
    fn request(
        &self,
        signer: &mut Signer,
        endpoint: &Endpoint,
        now: Timestamp,
    ) -> Result<Request<Vec<u8>>, StsError> {
        let signature = sign(self, signer, endpoint, None, now)?;
        write(self, endpoint, None, &signature)
    }

    /// Only the signature of the request, for a portal that will send it.
    ///
    /// # Errors
    /// As [`Call::check`].
    fn sign(
        &self,
        signer: &mut Signer,
        endpoint: &Endpoint,
        audience: &Audience,
        now: Timestamp,
    ) -> Result<RequestSignature, StsError> {
        sign(self, signer, endpoint, Some(audience), now)
    }

    /// The request that was signed with [`Call::sign`], written again from its parts.
    ///
    /// `audience` is the sender's own origin. If any part is not what was signed, STS refuses the request.
    ///
    /// # Errors
    /// As [`Call::check`].
    fn rebuild(
        &self,
        endpoint: &Endpoint,
        audience: &Audience,
        signature: &RequestSignature,
    ) -> Result<Request<Vec<u8>>, StsError> {
        self.check()?;
        write(self, endpoint, Some(audience), signature)
    }

    /// Reads STS's answer.
    ///
    /// # Errors
    /// [`StsError::Refused`] if STS refused, [`StsError::Malformed`], [`StsError::TooLarge`] or
    /// [`StsError::Unexpected`] if the answer is not one of STS.
    fn parse<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Self::Response, StsError> {
        let root = answer::root(response)?;
        if root.name().strip_suffix("Response") != Some(Self::ACTION) {
            return Err(StsError::Malformed { what: "the answer's root element" });
        }
        let request_id = match root.optional("ResponseMetadata")? {
            Some(metadata) => metadata.optional_text("RequestId")?,
            None => None,
        };
        let mut results =
            root.children().iter().filter(|child| child.name().strip_suffix("Result") == Some(Self::ACTION));
        match (results.next(), results.next()) {
            (Some(result), None) => Self::read(result, request_id.map(str::to_owned)),
            _ => Err(StsError::Malformed { what: "the answer's result element" }),
        }
    }
}

pub(crate) mod sealed {
    /// Calls are defined by AWS, not by users of this crate.
    pub trait Sealed {}
}

fn sign<C: Call>(
    call: &C,
    signer: &mut Signer,
    endpoint: &Endpoint,
    audience: Option<&Audience>,
    now: Timestamp,
) -> Result<RequestSignature, StsError> {
    call.check()?;
    let body = call.form_body();
    let scope = Scope::new(now, endpoint.signing_region().as_str(), SERVICE);
    let canonical = canonical(&body, endpoint, audience, signer.session_token(), &scope);
    Ok(RequestSignature {
        signature: signer.sign(&canonical, &scope),
        access_key_id: signer.access_key_id().clone(),
        session_token: signer.session_token().cloned(),
        signed_at: now,
    })
}

/// The canonical request. It is written by signer and sender alike, and only here.
fn canonical(
    body: &str,
    endpoint: &Endpoint,
    audience: Option<&Audience>,
    session_token: Option<&SessionToken>,
    scope: &Scope<'_>,
) -> CanonicalRequest {
    let mut headers =
        vec![("content-type", CONTENT_TYPE), ("host", endpoint.authority()), (AMZ_DATE, scope.amz_date())];
    headers.extend(session_token.map(|token| (AMZ_SECURITY_TOKEN, token.expose_token())));
    headers.extend(audience.map(|audience| (Audience::HEADER, audience.as_str())));
    CanonicalRequest::of(&Signable {
        method: "POST",
        path: "/",
        query: "",
        headers: &headers,
        body: body.as_bytes(),
        normalise_path: true,
        path_encoding: PathEncoding::Again,
    })
}

fn signed_headers(audience: Option<&Audience>, session_token: Option<&SessionToken>) -> String {
    let mut names = format!("content-type;host;{AMZ_DATE}");
    for name in
        [session_token.map(|_| AMZ_SECURITY_TOKEN), audience.map(|_| Audience::HEADER)].iter().flatten()
    {
        let _ = write!(names, ";{name}");
    }
    names
}

fn write<C: Call>(
    call: &C,
    endpoint: &Endpoint,
    audience: Option<&Audience>,
    signature: &RequestSignature,
) -> Result<Request<Vec<u8>>, StsError> {
    let token = signature.session_token.as_ref();
    let scope = Scope::new(signature.signed_at, endpoint.signing_region().as_str(), SERVICE);
    let authorization = format!(
        "{ALGORITHM} Credential={}/{}, SignedHeaders={}, Signature={}",
        signature.access_key_id,
        scope.credential_scope(),
        signed_headers(audience, token),
        signature.signature.expose_hex(),
    );
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(endpoint.url())
        .header(header::CONTENT_TYPE, CONTENT_TYPE)
        .header(&AMZ_DATE_NAME, scope.amz_date())
        .header(header::AUTHORIZATION, secret_value(&authorization)?);
    if let Some(token) = token {
        request = request.header(&AMZ_SECURITY_TOKEN_NAME, secret_value(token.expose_token())?);
    }
    if let Some(audience) = audience {
        request = request.header(&AUDIENCE_NAME, audience.as_str());
    }
    request.body(call.form_body().into_bytes()).map_err(|_| StsError::UnwritableRequest)
}

/// A header value that `Debug` does not show.
fn secret_value(text: &str) -> Result<HeaderValue, StsError> {
    let mut value = HeaderValue::from_str(text).map_err(|_| StsError::UnwritableRequest)?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests;
