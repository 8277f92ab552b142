//! The name that will be recorded: the one thing on a page that is set in vermilion.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::components::icon::{Icon, draw};

/// The session name, with a padlock: it cannot be changed here.
#[component]
pub fn NamePlate(
    /// The name.
    name: String,
    /// What the padlock means.
    locked: Signal<String>,
) -> AnyView {
    view! {
        <p class="name-plate">
            <span class="name-plate-name mono wrap-anywhere">{name}</span>
            <span class="name-plate-lock">{draw(Icon::Lock)}<span>{locked}</span></span>
        </p>
    }
    .fixed()
}
