//! Console sign-in: from temporary credentials to the form that the browser posts.

use core::time::Duration;

use nanori_api::{
    ConsoleLogin, ConsoleParts, FieldRefusal, FormField, Problem, ProblemCode, Sensitive, Upstream,
};
use nanori_federation::{
    DeepLink, Destination, FederationError, Issuer, Login, Logout, OpenConsole, SignedBy, SigninEndpoint,
    SigninToken, Step, Target,
};
use nanori_identity::{Credentials, Region, RoleArn, SessionDuration};

use crate::{exchange::Exchange, fetch, timers, upstream::no_answer};

/// The pause before sign-in is tried again after a fault of its own.
const PAUSE: Duration = Duration::from_millis(250);

/// Where a console is to be opened; checked whole before AWS is asked for anything.
pub(crate) struct Plan {
    endpoint: SigninEndpoint,
    destination: Destination,
    issuer: Issuer,
    session_duration: Option<SessionDuration>,
}

impl Plan {
    /// Reads `console` for a session of `role`.
    pub(crate) fn new(
        exchange: &Exchange,
        role: &RoleArn,
        console: &ConsoleParts,
        signed_by: SignedBy,
    ) -> Result<Self, Problem> {
        let field = |field: &'static str| {
            move |error| exchange.field_problem(FieldRefusal::from(error).in_field(field))
        };
        let region = match &console.region {
            Some(region) => Some(
                region
                    .parse::<Region>()
                    .and_then(|region| region.within(role.partition()))
                    .map_err(field("Region"))?,
            ),
            None => None,
        };
        let target = console.destination.as_deref().map(Target::read).transpose();
        let link = DeepLink {
            role: role.clone(),
            region,
            target: target.map_err(|error| not_allowed(exchange, &error))?,
        };
        let region = link.region_or_default();
        let endpoint = match exchange.settings.local_aws() {
            Some(origin) => SigninEndpoint::local(origin, region),
            None => SigninEndpoint::regional(region),
        };
        let home = Target::Page(nanori_federation::ConsolePage::HOME);
        let target = link.target.as_ref().unwrap_or(&home);
        let wished = console.session_duration.map(u64::from).map(SessionDuration::from_seconds).transpose();
        let wished = wished.map_err(field("SessionDuration"))?;
        Ok(Self {
            destination: target.resolve(&endpoint).map_err(|error| not_allowed(exchange, &error))?,
            issuer: Issuer::new(&exchange.settings.origin, &link),
            endpoint,
            // AWS refuses the parameter for anything but a role that was assumed with a user's own key.
            session_duration: wished.filter(|_| signed_by == SignedBy::OwnKey),
        })
    }

    /// Asks sign-in for a token and makes the form of it.
    pub(crate) async fn sign_in(
        self,
        exchange: &Exchange,
        credentials: Credentials,
    ) -> Result<ConsoleLogin, Problem> {
        let Self { endpoint, destination, issuer, session_duration } = self;
        let sign_out = Logout::back_to(&endpoint, &issuer);
        let console = OpenConsole { endpoint, credentials, session_duration, destination, issuer };
        let login = drive(exchange, console).await?;
        Ok(ConsoleLogin {
            action: login.action().to_owned(),
            fields: login
                .expose_fields()
                .into_iter()
                .map(|(name, value)| FormField {
                    name: name.to_owned(),
                    value: Sensitive::new(value.to_owned()),
                })
                .collect(),
            expires_at: exchange.now.plus(SigninToken::LIFETIME).to_string(),
            destination: login.destination().to_string(),
            was_shortened: login.was_shortened(),
            sign_out_url: Some(sign_out.url().to_owned()),
        })
    }
}

/// Sends what the flow wants to be sent. Asking for a token uses nothing up, so a fault is tried once more.
async fn drive(exchange: &Exchange, console: OpenConsole) -> Result<Login, Problem> {
    let (mut flow, mut step) = console.start().map_err(|error| problem(exchange, &error))?;
    let mut may_retry = true;
    loop {
        let request = match step {
            Step::Send(request) => request,
            Step::Done(login) => return Ok(login),
        };
        let answer = fetch::send(&request).await.map_err(|error| no_answer(exchange, "signin", error))?;
        step = match flow.receive(&answer) {
            Err(error) if error.is_retryable() && may_retry => {
                may_retry = false;
                timers::sleep(PAUSE).await;
                Step::Send(request)
            }
            other => other.map_err(|error| problem(exchange, &error))?,
        };
    }
}

fn problem(exchange: &Exchange, error: &FederationError) -> Problem {
    let (code, status) = match error {
        FederationError::Refused { status } => (ProblemCode::SigninRefused, Some(*status)),
        FederationError::Unexpected { status } => (ProblemCode::UpstreamMalformed, Some(*status)),
        _ => (ProblemCode::UpstreamMalformed, None),
    };
    let mut problem = exchange.problem(code).with("service", "signin").with("reason", error.code());
    problem.upstream = status.map(|status| Upstream {
        service: "signin".to_owned(),
        status,
        code: None,
        message: None,
        request_id: None,
    });
    problem
}

fn not_allowed(exchange: &Exchange, error: &FederationError) -> Problem {
    let problem = exchange.problem(ProblemCode::DestinationNotAllowed).with("reason", error.code());
    match error {
        FederationError::ForeignDestination { host, partition } => {
            problem.with("host", host).with("partition", *partition)
        }
        FederationError::NotAnAddress { what } => problem.with("what", *what),
        FederationError::UnknownPage { id } => problem.with("page", id),
        _ => problem,
    }
}
