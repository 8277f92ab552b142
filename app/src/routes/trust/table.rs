//! The roles of an account: how many have names enforced, and each with whom it lets in.

use std::sync::Arc;

use leptos::prelude::*;
use nanori_trust::{
    check::{NameRule, Severity},
    dump::{Entrant, Row},
};

use super::desk::{Task, TrustDesk};
use crate::components::fixed::Fixed;
use crate::{
    browser::{document, download},
    components::{
        icon::{Icon, draw},
        segmented::Segmented,
    },
    context::Text,
    state::trust::{
        account::{Entry, Reading},
        inventory::{Show, chosen, csv},
    },
};

/// Rows that show at once; more on demand.
const PORTION: usize = 100;
/// Principals of a role that show.
const ENTRANTS: usize = 3;

/// The sentence, the filters and the table.
pub fn table(desk: TrustDesk, reading: Arc<Reading>) -> AnyView {
    let text = desk.app.text;
    let reading = StoredValue::new(reading);
    let show = RwSignal::new(Show::All);
    let words = RwSignal::new(String::new());
    let portions = RwSignal::new(1_usize);
    let places = Memo::new(move |_| {
        let show = show.get();
        portions.set(1);
        words.with(|words| reading.with_value(|reading| chosen(&reading.entries, show, words)))
    });
    let total = reading.with_value(|reading| reading.entries.len());
    let shows =
        Show::ALL.map(|show| (show, text.compose(move |m| (m.trust().account.show_of)(show).to_owned())));
    let rows = move || {
        let limit = portions.get() * PORTION;
        places.with(|places| {
            reading.with_value(|reading| {
                let shown = places.iter().take(limit).filter_map(|place| reading.entries.get(*place));
                shown.map(|entry| row(desk, reading, entry)).collect::<Vec<AnyView>>()
            })
        })
    };
    let more = move || {
        let left = places.with(Vec::len).saturating_sub(portions.get() * PORTION);
        (left > 0).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| portions.update(|portions| *portions += 1)>
                    {text.compose(move |m| (m.trust().account.more)(left.min(PORTION)))}
                </button>
            }
            .fixed()
        })
    };
    let save = move |_| {
        let text =
            places.with_untracked(|places| reading.with_value(|reading| csv(&reading.entries, places)));
        download::download("roles.csv", &text);
    };
    view! {
        {reading.with_value(|reading| summary(text, reading))}
        <div class="table-tools">
            <Segmented
                name="show"
                legend=text.say(|m| m.trust().account.show)
                legend_hidden=true
                choices=shows.to_vec()
                chosen=show.into()
                on_choose=Callback::new(move |chosen| show.set(chosen))
            />
            <div class="search">
                {draw(Icon::Search)}
                <input
                    id="account-search"
                    class="input"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=text.say(|m| m.trust().account.search)
                    placeholder=text.say(|m| m.trust().account.search)
                    prop:value=words
                    on:input=move |event| words.set(event_target_value(&event))
                />
            </div>
            <button type="button" class="button" on:click=save>
                {draw(Icon::Download)}
                <span>{text.say(|m| m.trust().account.csv)}</span>
            </button>
        </div>
        <p class="field-hint tabular" role="status">
            {text.compose(move |m| (m.trust().account.shown)(places.with(Vec::len), total))}
        </p>
        <div class="table" role="table" aria-labelledby="account-title">
            <div role="rowgroup" class="table-head">
                <div role="row" class="table-row">
                    <span role="columnheader">{text.say(|m| m.trust().account.column_role)}</span>
                    <span role="columnheader">{text.say(|m| m.trust().account.column_who)}</span>
                    <span role="columnheader">{text.say(|m| m.trust().account.column_names)}</span>
                    <span role="columnheader">{text.say(|m| m.trust().account.column_findings)}</span>
                </div>
            </div>
            <div role="rowgroup">{rows}</div>
        </div>
        <div class="row">{more}</div>
    }
    .fixed()
}

fn summary(text: Text, reading: &Reading) -> AnyView {
    let summary = reading.summary;
    let strange = reading.strange().len();
    let (enforced, people) = (summary.enforced, summary.for_people);
    let sentence = text.compose(move |m| {
        if people == 0 {
            m.trust().account.nobody.to_owned()
        } else {
            (m.trust().account.enforced)(enforced, people)
        }
    });
    let fact = |name: super::form::Label, count: usize| {
        view! { <div><dt>{text.say(name)}</dt><dd class="tabular">{count.to_string()}</dd></div> }.fixed()
    };
    let left_out = (strange > 0).then(|| {
        view! { <p class="field-hint">{text.compose(move |m| (m.trust().account.strange)(strange))}</p> }
            .fixed()
    });
    let bar = (people > 0).then(|| {
        view! {
            <progress class="share" max=people.to_string() value=enforced.to_string() aria-labelledby="account-names"></progress>
        }
        .fixed()
    });
    view! {
        <div class="name account-summary">
            <p id="account-names" class="name-plate-name">{sentence}</p>
            {bar}
            <p class="field-hint">{text.say(|m| m.trust().account.enforced_why)}</p>
            <dl class="counts">
                {fact(|m| m.trust().account.roles, summary.roles)}
                {fact(
                    |m| m.trust().account.services,
                    summary.roles - summary.for_people.min(summary.roles) - summary.unreadable.min(summary.roles),
                )}
                {fact(|m| m.trust().account.grave, summary.with_errors)}
                {fact(|m| m.trust().account.unreadable, summary.unreadable)}
            </dl>
            {left_out}
        </div>
    }
    .fixed()
}

fn row(desk: TrustDesk, reading: &Arc<Reading>, entry: &Entry) -> AnyView {
    let text = desk.app.text;
    let Row { arn, name, entrants, names, findings, service_linked, .. } = &entry.row;
    let names = *names;
    let account = arn.as_ref().map(|arn| arn.account().to_string());
    let by_aws = service_linked
        .then(|| view! { <span class="badge">{text.say(|m| m.trust().account.by_aws)}</span> }.fixed());
    let who: Vec<AnyView> = entrants.iter().take(ENTRANTS).map(|one| entrant(text, one)).collect();
    let others = entrants.len().saturating_sub(ENTRANTS);
    let others = (others > 0).then(|| {
        view! { <li class="field-hint">{text.compose(move |m| (m.trust().account.and_more)(others))}</li> }.fixed()
    });
    let mut kinds: Vec<(&'static str, Severity, StoredValue<nanori_trust::check::FindingKind>)> = Vec::new();
    for finding in findings {
        let code = finding.kind.code();
        if kinds.iter().all(|(seen, _, _)| *seen != code) {
            kinds.push((code, finding.severity(), StoredValue::new(finding.kind.clone())));
        }
    }
    let found: Vec<AnyView> = kinds
        .into_iter()
        .map(|(code, severity, kind)| {
            let title = text.compose(move |m| kind.with_value(|kind| (m.trust().finding)(kind).title));
            let class = match severity {
                Severity::Error => "found found-error",
                Severity::Warning => "found found-warning",
                Severity::Note => "found",
            };
            view! { <li class=class data-code=code>{title}</li> }.fixed()
        })
        .collect();
    let policy = {
        let (reading, entry) = (reading.clone(), entry.clone());
        move |_| {
            if let Some(policy) = reading.policy(&entry) {
                desk.policy.set(policy);
                if let Some(arn) = &entry.row.arn {
                    desk.question.update(|question| question.role = arn.to_string());
                }
                desk.task.set(Task::Check);
                document::to_the_top();
                request_animation_frame(|| document::focus("main"));
            }
        }
    };
    let enforced = names.is_some_and(NameRule::is_enforced);
    let open = {
        let name = name.clone();
        text.compose(move |m| (m.trust().account.open)(&name))
    };
    view! {
        <div role="row" class="table-row">
            <div role="cell" class="table-role">
                <button type="button" class="link-button wrap-anywhere" aria-label=open on:click=policy>
                    {name.clone()}
                </button>
                <span class="field-hint tabular">{account}</span>
                {by_aws}
            </div>
            <div role="cell" class="table-who"><ul>{who} {others}</ul></div>
            <div role="cell">
                <span class="badge" data-names=if enforced { "enforced" } else { "other" }>
                    {text.compose(move |m| (m.trust().names)(names).to_owned())}
                </span>
            </div>
            <div role="cell"><ul>{found}</ul></div>
        </div>
    }
    .fixed()
}

fn entrant(text: Text, entrant: &Entrant) -> AnyView {
    let name = if entrant.name == "*" {
        view! { <strong>{text.say(|m| m.trust().account.everybody)}</strong> }.fixed()
    } else {
        view! { <span class="mono wrap-anywhere">{entrant.name.clone()}</span> }.fixed()
    };
    let conditional = entrant.conditional.then(|| {
        view! { " "<span class="field-hint">{text.say(|m| m.trust().account.conditional)}</span> }.fixed()
    });
    view! { <li>{name}{conditional}</li> }.fixed()
}
