//! What can be done with the role on the desk: open its console, take its credentials, copy the link to it.

mod errand;
mod outcome;

use leptos::prelude::*;

pub use self::{
    errand::{open_console, open_with, take_credentials},
    outcome::Outcome,
};
use super::desk::{Desk, Errand};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        copy_button::CopyButton,
        icon::{Icon, draw},
    },
};

/// The buttons, the weightiest first.
#[component]
pub fn Actions(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    let busy = Memo::new(move |_| desk.errand.get().is_some());
    let link = Callback::new(move |()| {
        let link = untrack(|| desk.deep_link());
        link.map(|link| format!("{}{}", document::origin(), link.path_and_query())).unwrap_or_default()
    });
    let spinner = move |errand: Errand, icon: Icon| {
        if desk.errand.get() == Some(errand) {
            view! { <span class="spinner" aria-hidden="true"></span> }.fixed()
        } else {
            draw(icon)
        }
    };
    view! {
        <div class="actions">
            <button
                type="button"
                id="open-console"
                class="button button-primary"
                aria-disabled=Signal::derive(move || busy.get().to_string())
                on:click=move |_| open_console(desk)
            >
                {move || spinner(Errand::Console, Icon::Outside)}
                <span>{text.say(|m| m.switch().open)}</span>
            </button>
            <button
                type="button"
                id="take-credentials"
                class="button"
                aria-disabled=Signal::derive(move || busy.get().to_string())
                on:click=move |_| take_credentials(desk)
            >
                {move || spinner(Errand::Credentials, Icon::Key)}
                <span>{text.say(|m| m.switch().get_credentials)}</span>
            </button>
            <CopyButton
                label=text.say(|m| m.switch().copy_link)
                said=text.say(|m| m.switch().link_copied)
                copied=link
                icon=Icon::Link
            />
        </div>
    }
    .fixed()
}
