//! What the front end asks its worker for: who am I, switch, console, sign out. Signs here; sends only signatures.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use nanori_api::{
    AssumeRoleParts, Config, ConsoleParts, ConsoleRequest, ConsoleResponse, EndpointKind, HeldCredentials,
    IdentityRequest, ProblemCode, Sensitive, SessionAnswer, SessionView, SignOutResponse, SignedParts,
    SwitchRequest, SwitchResponse, path,
};
use nanori_identity::{Credentials, Region, RoleArn, Timestamp};
use nanori_sts::{AssumeRole, Audience, Call, Endpoint, GetCallerIdentity, RequestSignature, Signer};

use crate::{
    browser::{
        api::{self, Failure},
        clock, document, navigation,
    },
    context::{App, Deployment, Farewell, SignedIn},
};

/// Asks the worker about itself, and takes its time for the signatures.
pub async fn load_config(app: App) {
    let known = app.deployment.with_untracked(|found| matches!(found, Deployment::Ready { .. }));
    if !known {
        app.deployment.set(Deployment::Loading);
    }
    let asked = clock::now();
    let answer = api::read::<Config>(path::CONFIG).await;
    let round_trip = clock::now().since(asked);
    app.deployment.set(match answer {
        Ok(config) => {
            let server_time = config.server_time.parse::<Timestamp>().unwrap_or(asked);
            let clock_offset = server_time.since(asked) - round_trip / 2;
            Deployment::Ready { config, clock_offset }
        }
        // What was known stays known: only the clock could have been set anew.
        Err(_) if known => return,
        Err(_) => Deployment::Unreachable,
    });
}

/// Who the portal's cookie says is signed in, though this page has no key.
pub async fn remembered() -> Option<SessionView> {
    api::read::<SessionAnswer>(path::SESSION).await.ok()?.session
}

/// Proves to the portal whose key it is, and keeps the key in memory if it is accepted.
///
/// # Errors
/// [`Failure`]; the credentials are wiped.
pub async fn sign_in(app: App, credentials: Credentials, region: Region) -> Result<(), Failure> {
    if app.deployment.with_untracked(|found| !matches!(found, Deployment::Ready { .. })) {
        // Where AWS is, and what time it is there, has to be known before anything is signed.
        load_config(app).await;
        if app.deployment.with_untracked(|found| *found == Deployment::Unreachable) {
            return Err(Failure::Unreachable);
        }
    }
    let signer = Mutex::new(Signer::new(credentials));
    let view = match prove(app, &signer, &region).await {
        Err(failure) if is(&failure, ProblemCode::ClockSkew) => {
            load_config(app).await;
            prove(app, &signer, &region).await?
        }
        proved => proved?,
    };
    app.farewell.set(None);
    app.idle.update(|idle| *idle = idle.touched_anew(clock::now_ms()));
    app.session.set(Some(Arc::new(SignedIn { signer, region, view })));
    Ok(())
}

/// Asks for the role: with `console`, for a form that opens it; without, for its credentials.
///
/// # Errors
/// [`Failure`].
pub async fn switch(
    app: App,
    session: &SignedIn,
    call: &AssumeRole,
    region: Region,
    console: Option<ConsoleParts>,
) -> Result<SwitchResponse, Failure> {
    let endpoint = endpoint(app, region);
    let ask = async || {
        let signature = sign(app, call, &session.signer, &endpoint)?;
        let request = SwitchRequest {
            signed: SignedParts::new(endpoint.signing_region(), EndpointKind::Regional, &signature),
            role: AssumeRoleParts::of(call),
            console: console.clone(),
        };
        api::send(path::SWITCH, &request).await
    };
    match ask().await {
        Err(failure) if mended(app, session, &failure).await => ask().await,
        answer => answer,
    }
}

/// Asks for a form that opens a console with credentials that are at hand already.
///
/// # Errors
/// [`Failure`].
pub async fn console(
    app: App,
    session: &SignedIn,
    credentials: &Credentials,
    role: &RoleArn,
    region: Region,
    console: ConsoleParts,
) -> Result<ConsoleResponse, Failure> {
    let endpoint = endpoint(app, region);
    let ask = async || {
        let signer = Mutex::new(Signer::new(credentials.clone()));
        let signature = sign(app, &GetCallerIdentity, &signer, &endpoint)?;
        let token = credentials.session_token.as_ref().map(|token| token.expose_token().to_owned());
        let request = ConsoleRequest {
            signed: SignedParts::new(endpoint.signing_region(), EndpointKind::Regional, &signature),
            credentials: HeldCredentials {
                access_key_id: credentials.access_key_id.to_string(),
                secret_access_key: Sensitive::new(credentials.secret_access_key.expose_secret().to_owned()),
                session_token: Sensitive::new(token.unwrap_or_default()),
            },
            role_arn: role.to_string(),
            console: console.clone(),
        };
        api::send(path::CONSOLE, &request).await
    };
    match ask().await {
        Err(failure) if mended(app, session, &failure).await => ask().await,
        answer => answer,
    }
}

/// Mends what a second attempt does not suffer from: a portal session that ended while the key is still here, and a
/// clock that was set meanwhile. Both are refused before AWS uses up an MFA code.
async fn mended(app: App, session: &SignedIn, failure: &Failure) -> bool {
    if is(failure, ProblemCode::ClockSkew) {
        load_config(app).await;
        return true;
    }
    let ended = is(failure, ProblemCode::SessionMissing) || is(failure, ProblemCode::SessionExpired);
    ended
        && prove(app, &session.signer, &session.region)
            .await
            .is_ok_and(|view| view.principal == session.view.principal)
}

/// Sends a signed `GetCallerIdentity`: the portal answers who that is, and remembers it in its cookie.
async fn prove(app: App, signer: &Mutex<Signer>, region: &Region) -> Result<SessionView, Failure> {
    let endpoint = endpoint(app, region.clone());
    let signature = sign(app, &GetCallerIdentity, signer, &endpoint)?;
    let signed = SignedParts::new(endpoint.signing_region(), EndpointKind::Regional, &signature);
    api::send(path::IDENTITY, &IdentityRequest { signed }).await
}

/// Signs for this portal, now. The key is held no longer than that: nothing waits meanwhile.
fn sign(
    app: App,
    call: &impl Call,
    signer: &Mutex<Signer>,
    endpoint: &Endpoint,
) -> Result<RequestSignature, Failure> {
    let mut signer = signer.lock().unwrap_or_else(PoisonError::into_inner);
    call.sign(&mut signer, endpoint, &audience()?, app.now()).map_err(|_| Failure::NotUnderstood)
}

fn is(failure: &Failure, code: ProblemCode) -> bool {
    matches!(failure, Failure::Problem(problem) if problem.code == code)
}

/// Forgets the keys at once, then tells the worker to end its session too.
pub async fn sign_out(app: App, why: Farewell) {
    app.forget(why);
    if app.path.with_untracked(|path| path == "/settings") {
        // What has happened, and the way back in, are said where one signs in.
        navigation::replace(app, "/");
    }
    // The keys are gone whatever the worker answers; its session ends by itself if it was not reached.
    let _ = api::send::<SignOutResponse>(path::SIGN_OUT, &serde_json::json!({})).await;
}

/// The audience is the page's own address, not what a server says: a look-alike portal gets signatures that only fit itself.
fn audience() -> Result<Audience, Failure> {
    document::origin().parse().map_err(|_| Failure::NotUnderstood)
}

fn endpoint(app: App, region: Region) -> Endpoint {
    match app.local_aws() {
        Some(origin) => Endpoint::local(&origin, region),
        None => Endpoint::regional(region),
    }
}
