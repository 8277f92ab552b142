//! An address that shows nothing.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::{browser::document, context::App};

/// The page.
#[component]
pub fn NotFound() -> AnyView {
    let text = App::current().text;
    Effect::new(move |_| document::entitle(text.get().shell().not_found_title));
    view! {
        <div class="narrow stack">
            <h1>{text.say(|m| m.shell().not_found_title)}</h1>
            <p>{text.say(|m| m.shell().not_found)}</p>
            <p>
                <a href="/">{text.say(|m| m.shell().back_home)}</a>
            </p>
        </div>
    }
    .fixed()
}
