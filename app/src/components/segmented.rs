//! A choice among a few, side by side: radio buttons in the shape of one control.

use crate::components::fixed::Fixed;
use leptos::prelude::*;

/// One choice: its value and what it is called.
pub type Choice<T> = (T, Signal<String>);

/// Radio buttons named `name`, bound to `chosen`.
#[component]
pub fn Segmented<T>(
    /// The group's name; also the prefix of the buttons' ids.
    name: &'static str,
    /// What the choice is about.
    legend: Signal<String>,
    /// Whether the legend shows, or is for screen readers only.
    #[prop(optional)]
    legend_hidden: bool,
    /// The choices in order.
    choices: Vec<Choice<T>>,
    /// Which one holds.
    chosen: Signal<T>,
    /// Another one is chosen.
    #[prop(into)]
    on_choose: Callback<T>,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let buttons: Vec<AnyView> = choices
        .into_iter()
        .enumerate()
        .map(|(place, (value, label))| {
            let id = format!("{name}-{place}");
            let checked = Signal::derive(move || chosen.get() == value);
            let choose = Callback::new(move |()| on_choose.run(value));
            segment(id, name, label, checked, choose)
        })
        .collect();
    view! {
        <fieldset class="choice">
            <legend class=if legend_hidden { "visually-hidden" } else { "choice-legend" }>{legend}</legend>
            <div class="segmented">{buttons}</div>
        </fieldset>
    }
    .fixed()
}

fn segment(
    id: String,
    name: &'static str,
    label: Signal<String>,
    checked: Signal<bool>,
    choose: Callback<()>,
) -> AnyView {
    view! {
        <div class="segment">
            <input
                type="radio"
                id=id.clone()
                name=name
                prop:checked=checked
                on:change=move |_| choose.run(())
            />
            <label for=id>{label}</label>
        </div>
    }
    .fixed()
}
