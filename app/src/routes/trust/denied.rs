//! Why was I denied? What is known about a refused switch, and its causes, the likeliest first.

use leptos::prelude::*;
use nanori_trust::{
    Policy,
    denial::{Cause, Certainty},
};

use super::{desk::TrustDesk, explain};
use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    state::denied::Denied,
};

/// The card of a refused switch.
pub fn denied(desk: TrustDesk, known: Denied) -> AnyView {
    let text = desk.app.text;
    let known = StoredValue::new(known);
    let causes = Memo::new(move |_| {
        let trust = desk.policy.with(|text| Policy::parse_trust(text).ok());
        let identity = explain::identity(desk).ok().flatten();
        known.with_value(|known| {
            known
                .causes(&known.question(), trust.as_ref(), identity.as_deref(), desk.app.now())
                .unwrap_or_default()
        })
    });
    let list =
        move || causes.with(|causes| causes.iter().map(|cause| one(desk, *cause)).collect::<Vec<AnyView>>());
    let unsure = move || {
        let certain = causes.with(|causes| causes.iter().any(|cause| cause.certainty == Certainty::Certain));
        (!certain).then(|| view! { <p>{text.say(|m| m.trust().explain.why_denied_paste)}</p> }.fixed())
    };
    let (said, role, region) = known.with_value(|known| {
        let said = [known.code.as_str(), known.message.as_str()].join(" ");
        (said.trim().to_owned(), known.role.clone(), known.region.clone())
    });
    view! {
        <section class="refusal why-denied" aria-labelledby="why-denied-title">
            <div class="refusal-head">
                {draw(Icon::Warning)}
                <div>
                    <h2 id="why-denied-title" class="refusal-title">{text.say(|m| m.trust().explain.why_denied)}</h2>
                    <p>{text.say(|m| m.trust().explain.why_denied_lead)}</p>
                    {unsure}
                </div>
            </div>
            <dl class="facts">
                <div>
                    <dt>{text.say(|m| m.trust().explain.role)}</dt>
                    <dd class="mono wrap-anywhere">{role}</dd>
                </div>
                <div>
                    <dt>{text.say(|m| m.trust().explain.asked_in)}</dt>
                    <dd class="mono">{region}</dd>
                </div>
                <div>
                    <dt>{text.say(|m| m.trust().explain.aws_said)}</dt>
                    <dd class="mono wrap-anywhere">{said}</dd>
                </div>
            </dl>
            <div class="refusal-part">
                <p class="refusal-part-title">{text.say(|m| m.trust().explain.causes)}</p>
                <ol class="numbered causes" aria-live="polite">{list}</ol>
            </div>
            <div class="row">
                <button type="button" class="button" on:click=move |_| desk.denied.set(None)>
                    {text.say(|m| m.trust().explain.why_denied_done)}
                </button>
            </div>
        </section>
    }
    .fixed()
}

fn one(desk: TrustDesk, cause: Cause) -> AnyView {
    let text = desk.app.text;
    let Cause { kind, certainty, evidence } = cause;
    view! {
        <li data-cause=kind.code() data-certainty=format!("{certainty:?}")>
            <strong>{text.compose(move |m| (m.trust().cause)(kind).title)}</strong>
            " "
            <span class="badge">{text.compose(move |m| (m.trust().explain.certainty)(certainty).to_owned())}</span>
            <p>
                {text.compose(move |m| (m.trust().cause)(kind).why)}
                " "
                <span class="cause-evidence">
                    {text.compose(move |m| (m.trust().explain.evidence)(evidence).to_owned())}
                </span>
            </p>
        </li>
    }
    .fixed()
}
