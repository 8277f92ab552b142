//! A refusal, said whole: who refused, why, what it may mean, what to do, and the evidence to pass on.

use std::sync::Arc;

use leptos::prelude::*;
use nanori_api::Problem;

use crate::components::fixed::Fixed;
use crate::{
    browser::api::Failure,
    components::{
        copy_button::CopyButton,
        disclosure::Disclosure,
        icon::{Icon, draw},
    },
    context::{App, Text},
};

/// The refusal. Put it inside something with `role="alert"`.
#[component]
pub fn Refusal(
    /// What went wrong.
    failure: Failure,
) -> AnyView {
    let text = App::current().text;
    match failure {
        Failure::Problem(problem) => refused(text, &Arc::new(*problem)),
        Failure::Offline => down(text, |m| m.refusal().offline),
        Failure::Unreachable => down(text, |m| m.refusal().unreachable),
        Failure::Timeout => down(text, |m| m.refusal().timeout),
        Failure::NotUnderstood => down(text, |m| m.refusal().not_understood),
    }
}

/// Nobody refused; the line is down.
fn down(text: Text, said: fn(&'static crate::messages::Messages) -> &'static str) -> AnyView {
    view! {
        <section class="refusal">
            <div class="refusal-head">
                {draw(Icon::Warning)}
                <div>
                    <p class="refusal-title">{text.say(said)}</p>
                    <p>{text.say(|m| m.refusal().nothing_lost)}</p>
                </div>
            </div>
        </section>
    }
    .fixed()
}

fn refused(text: Text, problem: &Arc<Problem>) -> AnyView {
    let (headline, detail, causes, steps) =
        (problem.clone(), problem.clone(), problem.clone(), problem.clone());
    let (by_aws, code) = (problem.upstream.is_some(), problem.code.as_str());
    let retry = problem.retry_after;
    let detail = move || {
        (text.get().refusal().detail)(&detail)
            .map(|said| view! { <p class="wrap-anywhere">{said}</p> }.fixed())
    };
    let causes = move || {
        let m = text.get();
        let lines: Vec<_> = causes
            .causes
            .iter()
            .filter_map(m.refusal().cause)
            .map(|said| view! { <li>{said}</li> }.fixed())
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="refusal-part">
                    <p class="refusal-part-title">{m.refusal().causes_title}</p>
                    <ol class="numbered">{lines}</ol>
                </div>
            }
            .fixed()
        })
    };
    let steps = move || {
        let m = text.get();
        let lines: Vec<_> =
            (m.refusal().steps)(&steps).iter().map(|said| view! { <li>{*said}</li> }.fixed()).collect();
        view! {
            <div class="refusal-part">
                <p class="refusal-part-title">{m.refusal().steps_title}</p>
                <ul class="bulleted">{lines}</ul>
            </div>
        }
        .fixed()
    };
    let evidence = evidence(text, problem);
    view! {
        <section class="refusal" data-code=code>
            <div class="refusal-head">
                {draw(Icon::Warning)}
                <div>
                    <p class="refusal-by">
                        {text.say(if by_aws { |m| m.refusal().by_aws } else { |m| m.refusal().by_nanori })}
                    </p>
                    <p class="refusal-title">{text.compose(move |m| (m.refusal().headline)(&headline))}</p>
                    {detail}
                    {retry
                        .map(|seconds| {
                            view! { <p>{text.compose(move |m| (m.refusal().retry_in)(seconds))}</p> }.fixed()
                        })}
                </div>
            </div>
            {causes}
            {steps}
            <Disclosure summary=text.say(|m| m.refusal().evidence_title)>{evidence}</Disclosure>
        </section>
    }
    .fixed()
}

/// What to pass on to whoever can look further. No secret is in it.
fn evidence(text: Text, problem: &Problem) -> AnyView {
    let mut facts: Vec<(Signal<String>, String)> = Vec::new();
    if let Some(upstream) = &problem.upstream {
        let code = upstream.code.clone().unwrap_or_default();
        facts.push((text.say(|m| m.refusal().aws_code), format!("{code} ({})", upstream.status)));
        facts.extend(upstream.message.clone().map(|said| (text.say(|m| m.refusal().aws_message), said)));
        facts.extend(upstream.request_id.clone().map(|id| (text.say(|m| m.refusal().aws_request_id), id)));
    }
    facts.push((text.say(|m| m.refusal().portal_request_id), problem.request_id.clone()));
    facts.push((text.say(|m| m.refusal().problem_code), problem.code.as_str().to_owned()));
    let all = facts.clone();
    let copied = Callback::new(move |()| {
        let lines: Vec<String> =
            all.iter().map(|(name, value)| format!("{}: {value}", name.get_untracked())).collect();
        lines.join("\n")
    });
    let rows: Vec<_> = facts
        .into_iter()
        .map(|(name, value)| {
            view! { <div><dt>{name}</dt><dd class="mono wrap-anywhere">{value}</dd></div> }.fixed()
        })
        .collect();
    view! {
        <dl class="facts">{rows}</dl>
        <CopyButton
            label=text.say(|m| m.refusal().copy_evidence)
            said=text.say(|m| m.shell().copied)
            copied=copied
        />
    }
    .fixed()
}
