//! What CloudTrail will record of a profile's commands, with the session name and without.

use leptos::prelude::*;
use nanori_profile::{Attribution, Tool};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{messages::Messages, state::profiles::chosen::Way};

/// The comparison; for credentials that are no role's, a sentence.
pub fn record(bench: Bench, m: &'static Messages, way: &Way) -> AnyView {
    let body = match &way.record {
        Attribution::RoleSession { session_name, arn, invented } => {
            let now = card(m, arn.as_deref(), session_name, !*invented, None);
            let other = if *invented {
                bench.session_name().map(|name| {
                    let arn = arn
                        .as_ref()
                        .and_then(|arn| Some(format!("{}{name}", arn.strip_suffix(session_name.as_str())?)));
                    card(m, arn.as_deref(), name.as_str(), true, Some(false))
                })
            } else {
                nameless(m, way)
            };
            view! { <div class="record-pair">{now} {other}</div> }.fixed()
        }
        other => view! { <p>{(m.profiles().recorded)(other)}</p> }.fixed(),
    };
    let tools = (!way.invented.is_empty()).then(|| tools(m, way));
    view! {
        <section class="record" aria-labelledby="record-title">
            <h3 id="record-title">{m.profiles().record_title}</h3>
            {body}
            {tools}
        </section>
    }
    .fixed()
}

/// The card of what botocore would record without a name.
fn nameless(m: &'static Messages, way: &Way) -> Option<AnyView> {
    let (_, record) = way.invented.iter().find(|(tool, _)| *tool == Tool::Botocore)?;
    match record {
        Attribution::RoleSession { session_name, arn, .. } => {
            Some(card(m, arn.as_deref(), session_name, false, Some(true)))
        }
        _ => None,
    }
}

/// `instead`: not as the profile is, but as it would be without (true) or with (false) a name.
fn card(m: &'static Messages, arn: Option<&str>, name: &str, named: bool, instead: Option<bool>) -> AnyView {
    let prefix = arn.and_then(|arn| arn.strip_suffix(name)).unwrap_or_default().to_owned();
    let shown = name.to_owned();
    let class = if named { "record-card record-yours" } else { "record-card" };
    let title = (m.profiles().record_card)(instead);
    let answer = if named { name } else { m.record().answer_nameless }.to_owned();
    view! {
        <article class=class>
            <h4>{title}</h4>
            <p class="mono wrap-anywhere record-arn">{prefix}<mark>{shown}</mark></p>
            <p class="record-answer">
                <span>{m.record().answer}</span>
                <strong>{answer}</strong>
            </p>
        </article>
    }
    .fixed()
}

/// The name that each tool makes up.
fn tools(m: &'static Messages, way: &Way) -> AnyView {
    let lines: Vec<AnyView> = way
        .invented
        .iter()
        .filter_map(|(tool, record)| match record {
            Attribution::RoleSession { session_name, .. } => {
                let name = match tool {
                    Tool::Botocore => "AWS CLI, boto3",
                    Tool::JavaScript => "JavaScript",
                    Tool::Go => "Go",
                    Tool::Rust => "Rust",
                    _ => return None,
                };
                let session_name = session_name.clone();
                Some(
                    view! { <div><dt>{name}</dt><dd class="mono wrap-anywhere">{session_name}</dd></div> }
                        .fixed(),
                )
            }
            _ => None,
        })
        .collect();
    view! {
        <p class="field-hint">{m.profiles().invented}</p>
        <dl class="facts">{lines}</dl>
    }
    .fixed()
}
