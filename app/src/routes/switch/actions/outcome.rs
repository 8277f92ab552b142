//! How the last errand ended: a console that opens, credentials at hand, or a refusal with a way on.

use leptos::prelude::*;
use nanori_api::ProblemCode;

use super::errand::{open_console, take_credentials};
use crate::components::fixed::Fixed;
use crate::{
    browser::{api::Failure, document},
    components::{
        notice::{Notice, Tone},
        refusal::Refusal,
    },
    routes::switch::{
        credentials::{CredentialsPanel, expired_panel},
        desk::{Desk, Errand, Opened},
    },
    state::denied::Denied,
    state::granted::Held,
};

/// The outcome, said as it comes.
#[component]
pub fn Outcome(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    // Which errand a way on repeats.
    let last = RwSignal::new(Errand::Console);
    Effect::new(move |_| {
        if let Some(errand) = desk.errand.get() {
            last.set(errand);
        }
    });
    Effect::new(move |_| {
        if desk.failure.with(Option::is_some) {
            request_animation_frame(|| document::reveal("outcome"));
        }
    });
    let opened = move || {
        desk.opened.get().map(|opened| match opened {
            Opened::Console { role, account } => {
                let said = text.compose(move |m| (m.switch().opened)(&role, &account));
                view! { <Notice tone=Tone::Good>{said}</Notice> }.fixed()
            }
            Opened::Blocked => {
                view! { <Notice tone=Tone::Caution>{text.say(|m| m.switch().blocked)}</Notice> }.fixed()
            }
        })
    };
    let again = move |_| {
        desk.input.update(|input| input.duration = 0);
        match last.get_untracked() {
            Errand::Console => open_console(desk),
            Errand::Credentials => take_credentials(desk),
        }
    };
    let refusal = move || {
        desk.failure.get().map(|failure| {
            let too_long = matches!(&failure, Failure::Problem(problem)
                if matches!(problem.code, ProblemCode::DurationOverRoleMaximum | ProblemCode::DurationOverChainingCap));
            let way_on = too_long.then(|| {
                view! {
                    <button type="button" class="button button-primary" on:click=again>
                        {text.say(|m| m.switch().duration_shorten)}
                    </button>
                }.fixed()
            });
            let why = denied(desk, &failure).map(|known| {
                let hand_over = move |_| desk.app.denied.set(Some(known.clone()));
                // A plain link: what is known goes by way of memory, not of the address.
                view! {
                    <a href="/trust" class="button why-denied-link" on:click=hand_over>
                        {text.say(|m| m.switch().why_denied)}
                    </a>
                }.fixed()
            });
            view! {
                <Refusal failure=failure />
                {way_on}
                {why}
            }.fixed()
        })
    };
    let credentials = move || {
        desk.granted.get().map(|held| match held {
            Held::Good(granted) => view! { <CredentialsPanel desk=desk granted=granted /> }.fixed(),
            Held::Over { role, arn } => expired_panel(desk, &role, arn),
        })
    };
    view! {
        <div id="outcome" class="outcome">
            <div role="status">{opened}</div>
            <div role="alert" class="stack">{refusal}</div>
            {credentials}
        </div>
    }
    .fixed()
}

/// What is known about a refusal that a policy may be behind; `None` for every other.
fn denied(desk: Desk, failure: &Failure) -> Option<Denied> {
    let Failure::Problem(problem) = failure else { return None };
    if problem.code != ProblemCode::AccessDenied {
        return None;
    }
    let (session, role) = (desk.session()?, desk.chosen.get_untracked()?);
    let upstream = problem.upstream.clone();
    Some(desk.input.with_untracked(|input| Denied {
        code: upstream.as_ref().and_then(|said| said.code.clone()).unwrap_or_default(),
        message: upstream.and_then(|said| said.message).unwrap_or_default(),
        caller: session.view.principal.arn.clone(),
        role: role.to_string(),
        region: desk.used_region(&role).to_string(),
        session_name: session.view.session_name.clone(),
        mfa: input.mfa,
        external_id: input.external_id.trim().to_owned(),
        source_identity: input.source_identity.trim().to_owned(),
        tags: input.tags.clone(),
    }))
}
