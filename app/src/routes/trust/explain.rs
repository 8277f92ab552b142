//! Explaining a decision: allowed or denied, on what that rests, what would turn it round, and every comparison.

use leptos::prelude::*;
use nanori_identity::Timestamp;
use nanori_trust::{
    Decision, Policy,
    explain::{Explanation, Flip, StatementTrace, explain as explain_request, trace_policy},
};

use super::{denied, desk::TrustDesk, editor, question, trace};
use crate::components::fixed::Fixed;
use crate::{
    components::{
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
    context::Text,
};

/// What became of the question.
#[derive(Clone, PartialEq)]
enum Answer {
    /// Something is missing yet.
    Waiting,
    /// IAM would refuse the trust policy.
    PolicyWrong,
    /// IAM would refuse the caller's own policy.
    IdentityWrong(nanori_trust::Error),
    /// Decided, with the name that CloudTrail would record and what the caller's own policy makes of each action.
    Decided(Box<Explanation>, String, Vec<Vec<StatementTrace>>),
}

/// The task.
pub fn explain(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let answer = Memo::new(move |_| answer(desk, desk.app.now()));
    let result = move || answer.with(|answer| result(text, answer));
    view! {
        {move || desk.denied.get().map(|known| denied::denied(desk, known))}
        <div class="trust-pair">
            <div class="stack">
                {editor::editor(desk)}
                {question::question(desk)}
            </div>
            <section class="findings" aria-labelledby="decision-title">
                <h2 id="decision-title" class="visually-hidden">{text.say(|m| m.trust().explain.result)}</h2>
                {result}
            </section>
        </div>
    }
    .fixed()
}

fn answer(desk: TrustDesk, now: Timestamp) -> Answer {
    let Ok(request) = desk.question.with(|question| question.request(now)) else { return Answer::Waiting };
    let trust = match desk
        .policy
        .with(|text| if text.trim().is_empty() { None } else { Some(Policy::parse_trust(text)) })
    {
        None => return Answer::Waiting,
        Some(Err(_)) => return Answer::PolicyWrong,
        Some(Ok(trust)) => trust,
    };
    let identity = match identity(desk) {
        Ok(identity) => identity,
        Err(error) => return Answer::IdentityWrong(error),
    };
    let name = request.context().value("sts:RoleSessionName").unwrap_or_default().to_owned();
    let explanation = explain_request(&request, &trust, identity.as_deref());
    let actions = explanation.access.actions.iter();
    let own = identity.iter().flatten().next().map_or_else(Vec::new, |policy| {
        actions.map(|action| trace_policy(policy, &request, &action.action)).collect()
    });
    Answer::Decided(Box::new(explanation), name, own)
}

/// The caller's own policy, if one is given.
///
/// # Errors
/// Its first mistake.
pub fn identity(desk: TrustDesk) -> Result<Option<Vec<Policy>>, nanori_trust::Error> {
    desk.identity.with(|text| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        match Policy::parse_identity(text) {
            Ok(policy) => Ok(Some(vec![policy])),
            Err(mistakes) => {
                let first = mistakes.0.into_iter().next().map(|mistake| mistake.error);
                Err(first.unwrap_or(nanori_trust::Error::TooLarge))
            }
        }
    })
}

fn result(text: Text, answer: &Answer) -> AnyView {
    match answer {
        Answer::Waiting => {
            view! { <p class="trust-waiting">{text.say(|m| m.trust().explain.waiting)}</p> }.fixed()
        }
        Answer::PolicyWrong => {
            view! { <Notice tone=Tone::Bad>{text.say(|m| m.trust().explain.policy_wrong)}</Notice> }.fixed()
        }
        Answer::IdentityWrong(error) => {
            let error = StoredValue::new(nanori_trust::check::FindingKind::Mistake(error.clone()));
            let said = text.compose(move |m| {
                let said = error.with_value(|error| (m.trust().finding)(error));
                format!("{} {} {}", m.trust().explain.identity_wrong, said.title, said.why)
            });
            view! { <Notice tone=Tone::Bad>{said}</Notice> }.fixed()
        }
        Answer::Decided(explanation, name, own) => decided(text, explanation, name.clone(), own),
    }
}

fn decided(text: Text, explanation: &Explanation, name: String, own: &[Vec<StatementTrace>]) -> AnyView {
    let allowed = explanation.access.decision == Decision::Allowed;
    let decisive = explanation
        .access
        .actions
        .iter()
        .find(|action| {
            action.decision == explanation.access.decision && (!allowed || action.identity.is_none())
        })
        .or(explanation.access.actions.first());
    let basis = decisive.map(|action| action.basis);
    let (class, icon) =
        if allowed { ("decision decision-yes", Icon::Tick) } else { ("decision decision-no", Icon::Never) };
    let why = text.compose(move |m| basis.map(m.trust().explain.basis).unwrap_or_default().to_owned());
    let recorded = (allowed && !name.is_empty()).then(|| {
        let said = text.compose(move |m| (m.trust().explain.recorded)(&name));
        view! { <p>{said}</p> }.fixed()
    });
    let traced = |policy: &[Vec<StatementTrace>]| -> Vec<AnyView> {
        let actions = explanation.access.actions.iter().zip(policy);
        actions.map(|(action, statements)| trace::action(text, &action.action, statements)).collect()
    };
    let own = (!own.is_empty()).then(|| {
        view! {
            <div class="stack">
                <h3>{text.say(|m| m.trust().explain.identity)}</h3>
                {traced(own)}
            </div>
        }
        .fixed()
    });
    view! {
        <div
            class=class
            role="status"
            data-decision=if allowed { "allowed" } else { "denied" }
            data-basis=basis.map(nanori_trust::Basis::code)
        >
            {draw(icon)}
            <div>
                <p class="decision-word">
                    {text.say(if allowed { |m| m.trust().explain.allowed } else { |m| m.trust().explain.denied })}
                </p>
                <p>{why}</p>
                {recorded}
            </div>
        </div>
        {(!allowed).then(|| flips(text, &explanation.flips))}
        <div class="stack">
            <h3>{text.say(|m| m.trust().explain.statements)}</h3>
            {traced(&explanation.trust)}
        </div>
        {own}
    }
    .fixed()
}

fn flips(text: Text, flips: &[Flip]) -> AnyView {
    let group = |wanted: bool| -> Vec<AnyView> {
        let of_kind = flips.iter().filter(|flip| matches!(flip, Flip::Request(_)) == wanted);
        of_kind
            .map(|flip| {
                let flip = StoredValue::new(flip.clone());
                let said = text.compose(move |m| flip.with_value(|flip| (m.trust().flip)(flip).join(" ")));
                view! { <li class="wrap-anywhere">{said}</li> }.fixed()
            })
            .collect()
    };
    let part = |title: fn(&'static crate::messages::Messages) -> &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| {
            view! {
                <div class="flips-part">
                    <h4>{text.say(title)}</h4>
                    <ul class="bulleted">{items}</ul>
                </div>
            }
            .fixed()
        })
    };
    let none =
        flips.is_empty().then(|| view! { <p>{text.say(|m| m.trust().explain.flips_none)}</p> }.fixed());
    view! {
        <section class="flips" aria-labelledby="flips-title">
            <h3 id="flips-title">{text.say(|m| m.trust().explain.flips)}</h3>
            {none}
            {part(|m| m.trust().explain.in_request, group(true))}
            {part(|m| m.trust().explain.in_policy, group(false))}
        </section>
    }
    .fixed()
}
