//! The list of profiles: type to find, arrows to move. What does not work stands first.

use leptos::prelude::*;
use nanori_profile::Severity;

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        icon::{Icon, draw},
        search_field::{SearchField, Step},
    },
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
    let step = Callback::new(move |step: Step| {
        let (place, count) = rows.with_untracked(|(rows, _)| {
            let chosen = bench.chosen.get_untracked();
            (rows.iter().position(|row| Some(&row.name) == chosen.as_ref()), rows.len())
        });
        let Some(next) = step.from(place, count) else { return };
        bench.chosen.set(rows.with_untracked(|(rows, _)| rows.get(next).map(|row| row.name.clone())));
        document::reveal(&option_id(next));
    });
    let enter = Callback::new(move |()| {
        if bench.chosen.with_untracked(Option::is_none) {
            step.run(Step::Down);
        }
        bench.in_pane.set(true);
        request_animation_frame(|| document::focus("profile-title"));
    });
    let active = Signal::derive(move || {
        let chosen = bench.chosen.get()?;
        rows.with(|(rows, _)| rows.iter().position(|row| row.name == chosen)).map(option_id)
    });
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
            <SearchField
                list="profile-options"
                label=text.say(|m| m.profiles().search)
                placeholder=text.say(|m| m.profiles().search)
                typed=bench.typed
                active=active
                step=step
                enter=enter
            />
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
