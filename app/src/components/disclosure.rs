//! Something that shows when asked for: a `<details>` of our own look.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::components::icon::{Icon, draw};

/// A disclosure named `summary`.
#[component]
pub fn Disclosure(
    /// What is inside.
    summary: Signal<String>,
    /// A short word at the end of the line, such as how much of it is filled in; empty for none.
    #[prop(optional)]
    state: Option<Signal<String>>,
    /// Whether it begins open.
    #[prop(optional)]
    open: bool,
    /// What shows.
    children: Children,
) -> AnyView {
    view! {
        <details class="disclosure" prop:open=open>
            <summary>
                <span class="disclosure-mark">{draw(Icon::Chevron)}</span>
                <span>{summary}</span>
                <span class="disclosure-state">{state}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
    .fixed()
}
