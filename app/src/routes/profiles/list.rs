//! The list of profiles: type to find, arrows to move. What does not work stands first.

use leptos::prelude::*;
use nanori_profile::Severity;
use web_sys::KeyboardEvent;

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::icon::{Icon, draw},
    state::profiles::review::Listed,
};

/// The most lines that are shown; typing narrows the rest.
const MOST: usize = 100;

/// The list with its search field.
#[component]
pub fn ProfileList(
    /// The page's state.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    // While somebody edits, the lines mostly stay as they are, and so does what shows.
    let rows =
        Memo::new(move |_| bench.typed.with(|typed| bench.review.with(|review| review.search(typed, MOST))));
    let step = move |by: isize| {
        let names: Vec<String> =
            rows.with_untracked(|(rows, _)| rows.iter().map(|row| row.name.clone()).collect());
        let chosen = bench.chosen.get_untracked();
        let at = names.iter().position(|name| Some(name) == chosen.as_ref());
        let next = match (at, by) {
            (None, _) => 0,
            (Some(at), 1) => (at + 1) % names.len().max(1),
            (Some(at), _) => at.checked_sub(1).unwrap_or(names.len().saturating_sub(1)),
        };
        if let Some(name) = names.get(next) {
            bench.chosen.set(Some(name.clone()));
            document::reveal(&option_id(next));
        }
    };
    let key = move |event: KeyboardEvent| {
        // Enter that ends a Japanese conversion belongs to the input method.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                step(1);
            }
            "ArrowUp" => {
                event.prevent_default();
                step(-1);
            }
            "Enter" => {
                event.prevent_default();
                if bench.chosen.with_untracked(Option::is_none) {
                    step(1);
                }
                bench.in_pane.set(true);
                request_animation_frame(|| document::focus("profile-title"));
            }
            "Escape" => bench.typed.set(String::new()),
            _ => {}
        }
    };
    let active = move || {
        let chosen = bench.chosen.get()?;
        rows.with(|(rows, _)| rows.iter().position(|row| row.name == chosen)).map(option_id)
    };
    let options = move || {
        rows.with(|(rows, _)| {
            rows.iter().enumerate().map(|(place, row)| option(bench, row, place)).collect::<Vec<AnyView>>()
        })
    };
    let count = text.compose(move |m| (m.profiles().found)(rows.with(|(_, count)| *count)));
    let more = move || {
        let hidden = rows.with(|(rows, count)| count - rows.len());
        (hidden > 0)
            .then(|| view! { <p class="field-hint">{(text.get().profiles().more)(hidden)}</p> }.fixed())
    };
    view! {
        <section class="roles" aria-labelledby="profiles-title">
            <div class="roles-head">
                <h2 id="profiles-title">{text.say(|m| m.profiles().list_title)}</h2>
                <button
                    type="button"
                    class="button button-quiet"
                    on:click=move |_| {
                        bench.chosen.set(None);
                        bench.in_pane.set(true);
                    }
                >
                    {text.say(|m| m.profiles().overview)}
                </button>
            </div>
            <div class="search">
                {draw(Icon::Search)}
                <input
                    id="role-search"
                    class="input"
                    type="search"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="profile-options"
                    aria-autocomplete="list"
                    aria-activedescendant=active
                    aria-label=text.say(|m| m.profiles().search)
                    placeholder=text.say(|m| m.profiles().search)
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=bench.typed
                    on:input=move |event| bench.typed.set(event_target_value(&event))
                    on:keydown=key
                />
                <kbd class="search-key" aria-hidden="true">"/"</kbd>
            </div>
            <p class="visually-hidden" role="status">{count}</p>
            <div id="profile-options" class="options" hidden=Signal::derive(move || rows.with(|(rows, _)| rows.is_empty())) role="listbox" aria-label=text.say(|m| m.profiles().list_title)>
                {options}
            </div>
            {more}
        </section>
    }
    .fixed()
}

fn option(bench: Bench, row: &Listed, place: usize) -> AnyView {
    let text = bench.app.text;
    let name = row.name.clone();
    let selected = {
        let name = name.clone();
        move || bench.chosen.with(|chosen| chosen.as_ref() == Some(&name)).to_string()
    };
    let kind = row.kind.clone();
    let worst = row.worst;
    let (class, icon) = match worst {
        Some(Severity::Error) => ("option-state option-bad", Icon::Never),
        Some(Severity::Warning) => ("option-state option-caution", Icon::Warning),
        Some(Severity::Hint) => ("option-state", Icon::Info),
        None => ("option-state option-good", Icon::Tick),
    };
    let clicked = name.clone();
    view! {
        <div
            id=option_id(place)
            class="option"
            role="option"
            aria-selected=selected
            on:click=move |_| bench.choose(&clicked)
        >
            <span class=class>{draw(icon)}</span>
            <span class="option-title">{name}</span>
            <span class="option-role">{text.compose(move |m| (m.profiles().kind)(&kind))}</span>
            <span class="visually-hidden">{text.compose(move |m| (m.profiles().state)(worst).to_owned())}</span>
        </div>
    }
    .fixed()
}

fn option_id(place: usize) -> String {
    format!("profile-option-{place}")
}
