//! The findings of both files together, rule by rule, the worst rules first.

use leptos::prelude::*;
use nanori_profile::{CheckCode, Diagnosis, Edit, FileKind};

use super::{
    bench::Bench,
    editor::Editor,
    finding::{fix_button, heading, source},
};
use crate::components::fixed::Fixed;
use crate::{
    components::{
        disclosure::Disclosure,
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
    messages::Messages,
    state::profiles::section::WHOLE_MAX,
};

/// How many places of one rule are named.
const PLACES: usize = 8;

/// The pane while no profile is chosen.
#[component]
pub fn Overview(
    /// The page's state.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    let rules = move || {
        let m = text.get();
        bench.review.with(|review| {
            let rules = review.by_rule();
            if rules.is_empty() {
                return view! { <Notice tone=Tone::Good>{m.profiles().nothing_found}</Notice> }.fixed();
            }
            let each: Vec<AnyView> = rules.iter().map(|(code, list)| rule(bench, m, *code, list)).collect();
            view! {
                <h3 class="visually-hidden">{m.profiles().findings}</h3>
                <div class="remarks">{each}</div>
            }
            .fixed()
        })
    };
    let portal = move || {
        let keys = bench.review.with(|review| review.long_term_keys().count());
        (keys > 0 && bench.app.session.with(Option::is_none)).then(|| {
            view! {
                <Notice tone=Tone::Plain>
                    <p>{text.say(|m| m.profiles().long_term)} " " <a href="/">{text.say(|m| m.profiles().long_term_link)}</a></p>
                </Notice>
            }
            .fixed()
        })
    };
    view! {
        <div class="pane-head" data-colour="none">
            <div class="pane-titles">
                <h2 id="profile-title" tabindex="-1">{text.say(|m| m.profiles().overview_title)}</h2>
                <p class="field-hint">{text.say(|m| m.profiles().overview_hint)}</p>
            </div>
        </div>
        {portal}
        {rules}
        <div class="disclosures">
            {whole(bench, FileKind::Config)}
            {whole(bench, FileKind::Credentials)}
        </div>
    }
    .fixed()
}

fn rule(bench: Bench, m: &'static Messages, code: CheckCode, list: &[&Diagnosis]) -> AnyView {
    // What is said of all places is said once, else at each.
    let alike = list
        .iter()
        .all(|diagnosis| list.first().is_some_and(|first| first.parameters == diagnosis.parameters));
    let said = list
        .first()
        .filter(|_| alike)
        .map(|first| view! { <p>{(m.findings().explanation)(first)}</p> }.fixed());
    let places: Vec<AnyView> =
        list.iter().take(PLACES).map(|diagnosis| place(bench, m, diagnosis, !alike)).collect();
    let hidden = list.len().saturating_sub(PLACES);
    let more = (hidden > 0).then(|| view! { <li>{(m.profiles().more_places)(hidden)}</li> }.fixed());
    let edits: Vec<Edit> = list
        .iter()
        .filter_map(|diagnosis| diagnosis.fix.as_ref())
        .flat_map(|fix| fix.edits.clone())
        .collect();
    let fixable = list.iter().filter(|diagnosis| diagnosis.fix.is_some()).count();
    let fix = match (fixable, list) {
        (0, _) => None,
        (1, _) => {
            list.iter().find_map(|diagnosis| diagnosis.fix.clone()).map(|fix| fix_button(bench, m, fix))
        }
        _ => Some(
            view! {
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            bench.edit(&edits);
                            bench.app.announce(bench.app.text.now().findings().fixed);
                        }
                    >
                        {draw(Icon::Pencil)}
                        <span>{(m.findings().fix_all)(fixable)}</span>
                    </button>
                </div>
            }
            .fixed(),
        ),
    };
    view! {
        <article class="remark">
            {heading(m, code)}
            {said}
            <ul class="places" class:places-told=!alike>{places} {more}</ul>
            <p class="field-hint remark-foot">
                <span class="mono">{code.as_str()}</span>
                {source(m, code)}
            </p>
            {fix}
        </article>
    }
    .fixed()
}

/// A place, which leads to its profile where there is one.
fn place(bench: Bench, m: &'static Messages, diagnosis: &Diagnosis, told: bool) -> AnyView {
    let said = told.then(|| view! { <p>{(m.findings().explanation)(diagnosis)}</p> }.fixed());
    let at = (m.profiles().at_line)(diagnosis.file.default_path(), diagnosis.place.line);
    match diagnosis.profile.clone() {
        None => view! { <li>{at} {said}</li> }.fixed(),
        Some(name) => {
            let shown = name.clone();
            view! {
                <li>
                    <button type="button" class="link-button mono" on:click=move |_| bench.choose(&name)>{shown}</button>
                    " "
                    <span class="field-hint">{at}</span>
                    {said}
                </li>
            }
            .fixed()
        }
    }
}

/// The whole file as text, while it is small enough for that.
fn whole(bench: Bench, kind: FileKind) -> AnyView {
    let text = bench.app.text;
    let size = Memo::new(move |_| {
        bench.file(kind).with(|file| file.as_ref().map(|file| file.text().len() <= WHOLE_MAX))
    });
    (move || {
        let small = size.get()?;
        let summary = text.compose(move |m| (m.profiles().edit_whole)(kind.default_path()));
        let inside = if small {
            Editor { bench, kind, name: None }.view()
        } else {
            view! { <p class="field-hint">{text.say(|m| m.profiles().too_large_to_edit)}</p> }.fixed()
        };
        Some(view! { <Disclosure summary=summary>{inside}</Disclosure> }.fixed())
    })
    .fixed()
}
