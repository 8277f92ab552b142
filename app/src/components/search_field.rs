//! The search field over a list: typing narrows the list, arrows move in it, Enter takes what is chosen.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::browser::document;
use crate::components::{
    fixed::Fixed,
    icon::{Icon, draw},
};

/// The field.
#[component]
pub fn SearchField(
    /// The id of the list.
    list: &'static str,
    /// What is searched.
    label: Signal<String>,
    /// Shown while empty.
    placeholder: Signal<String>,
    /// What is typed.
    typed: RwSignal<String>,
    /// The id of the option that is chosen.
    active: Signal<Option<String>>,
    /// Called for an arrow: up or down.
    step: Callback<Step>,
    /// Called for Enter.
    enter: Callback<()>,
) -> AnyView {
    let key = move |event: KeyboardEvent| {
        // Enter that ends a Japanese conversion belongs to the input method.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => {
                event.prevent_default();
                step.run(Step::Down);
            }
            "ArrowUp" => {
                event.prevent_default();
                step.run(Step::Up);
            }
            "Enter" => {
                event.prevent_default();
                enter.run(());
            }
            "Escape" => typed.set(String::new()),
            _ => {}
        }
    };
    view! {
        <div class="search">
            {draw(Icon::Search)}
            <input
                id=document::SEARCH
                class="input"
                type="search"
                role="combobox"
                aria-expanded="true"
                aria-controls=list
                aria-autocomplete="list"
                aria-activedescendant=active
                aria-label=label
                placeholder=placeholder
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=key
            />
            <kbd class="search-key" aria-hidden="true">"/"</kbd>
        </div>
    }
    .fixed()
}

/// A step in a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the option before.
    Up,
    /// To the option after.
    Down,
}

impl Step {
    /// The place that it leads to among `count` options, round the ends; to the first one if none was chosen.
    pub fn from(self, place: Option<usize>, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self, place) {
            (_, None) => 0,
            (Self::Down, Some(place)) if place >= last => 0,
            (Self::Down, Some(place)) => place + 1,
            (Self::Up, Some(0)) => last,
            (Self::Up, Some(place)) => place - 1,
        })
    }
}

#[cfg(test)]
mod tests;
