//! One profile: the way to its credentials or why there is none, what CloudTrail will record, its table, what is wrong
//! with it, and its text.

use leptos::prelude::*;
use nanori_profile::{CheckCode, FileKind, Row, Where};

use super::{
    bench::Bench,
    editor::Editor,
    elsewhere::elsewhere,
    finding::finding,
    record::record,
    way::{refused, way},
};
use crate::components::fixed::Fixed;
use crate::{
    components::{
        disclosure::Disclosure,
        notice::{Notice, Tone},
    },
    messages::Messages,
    state::profiles::chosen::Outcome,
};

/// The most rows of the table.
const MOST_ROWS: usize = 200;

/// The pane of a profile.
#[component]
pub fn Explained(
    /// The page's state.
    bench: Bench,
    /// The profile.
    name: String,
) -> AnyView {
    let text = bench.app.text;
    let chosen = {
        let name = name.clone();
        Memo::new(move |_| {
            let review = bench.review.get();
            bench.with_files(|files| review.explain(files, &name, bench.now))
        })
    };
    // Each part is made anew only when what it shows changes, and so in the language of the time.
    let outcome = Memo::new(move |_| chosen.with(|chosen| chosen.outcome.clone()));
    let rows = Memo::new(move |_| chosen.with(|chosen| chosen.rows.clone()));
    let others = Memo::new(move |_| {
        chosen.with(|chosen| {
            // Where all refuse the profile, nothing is to be told of others.
            let told = matches!(chosen.outcome, Outcome::Way(_)) || !chosen.elsewhere.is_empty();
            told.then(|| chosen.elsewhere.clone())
        })
    });
    let way = move || {
        let m = text.get();
        outcome.with(|outcome| match outcome {
            Outcome::Unread => view! { <Notice tone=Tone::Bad>{m.profiles().cli_refuses}</Notice> }.fixed(),
            Outcome::Refused(why) => refused(bench, m, why),
            Outcome::Way(found) => view! { {way(m, found)} {record(bench, m, found)} }.fixed(),
        })
    };
    let table = move || rows.with(|rows| (!rows.is_empty()).then(|| table(text.get(), rows)));
    let others = move || others.with(|found| found.as_ref().map(|found| elsewhere(text.get(), found)));
    let findings = {
        let name = name.clone();
        move || {
            let m = text.get();
            let review = bench.review.get();
            // What the CLI refuses the profile for stands above already.
            let refused = outcome.with(|outcome| matches!(outcome, Outcome::Refused(_)));
            let list: Vec<AnyView> = review
                .about(&name)
                .into_iter()
                .filter(|diagnosis| !(refused && diagnosis.code == CheckCode::Unresolvable))
                .map(|diagnosis| finding(bench, m, diagnosis))
                .collect();
            if refused && list.is_empty() {
                return ().fixed();
            }
            let none = list.is_empty();
            view! {
                <section class="part">
                    <h3>{m.profiles().findings}</h3>
                    {none.then(|| view! { <p class="all-good">{m.profiles().no_findings}</p> }.fixed())}
                    <div class="remarks">{list}</div>
                </section>
            }
            .fixed()
        }
    };
    let portal = {
        let name = name.clone();
        move || {
            let long_term = bench.review.with(|review| {
                review.about(&name).iter().any(|diagnosis| diagnosis.code == CheckCode::LongTermKey)
            });
            (long_term && bench.app.session.with(Option::is_none)).then(|| {
                view! {
                    <Notice tone=Tone::Plain>
                        <p>{text.say(|m| m.profiles().long_term)} " " <a href="/">{text.say(|m| m.profiles().long_term_link)}</a></p>
                    </Notice>
                }
                .fixed()
            })
        }
    };
    let editors = vec![editor(bench, &name, FileKind::Config), editor(bench, &name, FileKind::Credentials)];
    view! {
        <div class="pane-head" data-colour="none">
            <div class="pane-titles">
                <h2 id="profile-title" tabindex="-1">{name}</h2>
            </div>
        </div>
        {way}
        {table}
        {others}
        {portal}
        {findings}
        <div class="disclosures">{editors}</div>
    }
    .fixed()
}

/// The text of the profile in one file, where it stands in it.
fn editor(bench: Bench, name: &str, kind: FileKind) -> AnyView {
    let text = bench.app.text;
    let name = StoredValue::new(name.to_owned());
    let there = Memo::new(move |_| {
        bench.file(kind).with(|file| {
            file.as_deref()
                .is_some_and(|file| name.with_value(|name| Editor::part(file, kind, Some(name)).is_some()))
        })
    });
    (move || {
        there.get().then(|| {
            let summary = text.compose(move |m| (m.profiles().edit_in)(kind.default_path()));
            view! {
                <Disclosure summary=summary>
                    {Editor { bench, kind, name: Some(name.get_value()) }.view()}
                </Disclosure>
            }
            .fixed()
        })
    })
    .fixed()
}

/// The lines of `aws configure list`, and the profile's other keys.
fn table(m: &'static Messages, rows: &[Row]) -> AnyView {
    let hidden = rows.len().saturating_sub(MOST_ROWS);
    let more = (hidden > 0)
        .then(|| view! { <p class="field-hint">{(m.profiles().more_places)(hidden)}</p> }.fixed());
    let lines: Vec<AnyView> = rows
        .iter()
        .take(MOST_ROWS)
        .map(|row| {
            let place = match &row.location {
                Where::Unknown => String::new(),
                Where::CommandLine => "--profile".to_owned(),
                Where::Variable(name) => (*name).to_owned(),
                Where::Line(file, place) => (m.profiles().at_line)(file.default_path(), place.line),
            };
            let value = match &row.value {
                Some(value) => value.clone(),
                None if row.kind.is_some() => m.profiles().known_later.to_owned(),
                None => m.profiles().not_set.to_owned(),
            };
            view! {
                <tr>
                    <th scope="row" class="mono">{row.name.clone()}</th>
                    <td class="mono wrap-anywhere">{value}</td>
                    <td class="mono">{row.kind.unwrap_or_default()}</td>
                    <td>{place}</td>
                </tr>
            }
            .fixed()
        })
        .collect();
    view! {
        <section class="part">
            <h3>{m.profiles().table_title}</h3>
            <p class="field-hint">{m.profiles().table_hint}</p>
        <div class="table-frame" tabindex="0" role="region" aria-label=m.profiles().table_title>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{m.profiles().column_name}</th>
                        <th scope="col">{m.profiles().column_value}</th>
                        <th scope="col">{m.profiles().column_type}</th>
                        <th scope="col">{m.profiles().column_location}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {more}
        </section>
    }
    .fixed()
}
