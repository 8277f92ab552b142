//! A labelled field: label, control, hint and error, tied together for screen readers.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::App,
};

/// The ids that tie a control to its hint and error: `aria-describedby`.
pub fn described_by(id: &str) -> String {
    format!("{id}-hint {id}-error")
}

/// Wraps a control whose `id` is `id` and whose `aria-describedby` is [`described_by`].
#[component]
pub fn Field(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: Signal<String>,
    /// A sentence below it.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// What is wrong; empty for nothing.
    #[prop(optional)]
    error: Option<Signal<String>>,
    /// Marks the field as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The control.
    children: Children,
) -> AnyView {
    field(id, label, hint, error, optional, children().into_any())
}

/// A labelled single-line text control bound to `value`.
#[component]
pub fn TextField(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// A sentence below it.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// What is wrong; empty for nothing.
    #[prop(optional)]
    error: Option<Signal<String>>,
    /// Marks the field as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Set in the fixed-width face: identifiers.
    #[prop(optional)]
    mono: bool,
    /// `inputmode`.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Shown while empty.
    #[prop(optional)]
    placeholder: Option<Signal<String>>,
) -> AnyView {
    let control = view! {
        <input
            id=id
            class="input"
            class:mono=mono
            type="text"
            inputmode=inputmode
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            placeholder=Signal::derive(move || placeholder.map(|placeholder| placeholder.get()))
            aria-describedby=described_by(id)
            aria-invalid=invalid(error)
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    field(id, label, hint, error, optional, control.fixed())
}

/// A labelled text control of several lines bound to `value`.
#[component]
pub fn TextAreaField(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// A sentence below it.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// What is wrong; empty for nothing.
    #[prop(optional)]
    error: Option<Signal<String>>,
    /// Marks the field as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Lines shown.
    #[prop(default = "3")]
    rows: &'static str,
) -> AnyView {
    let control = view! {
        <textarea
            id=id
            class="input mono"
            rows=rows
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=described_by(id)
            aria-invalid=invalid(error)
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    };
    field(id, label, hint, error, optional, control.fixed())
}

/// A box to tick, with its label and a hint.
#[component]
pub fn Checkbox(
    /// The control's id.
    id: &'static str,
    /// What it is called.
    label: Signal<String>,
    /// A sentence below it.
    #[prop(optional)]
    hint: Option<Signal<String>>,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
) -> AnyView {
    let hint = hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> }.fixed());
    view! {
        <div class="check">
            <input
                id=id
                type="checkbox"
                aria-describedby=format!("{id}-hint")
                prop:checked=checked
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <div>
                <label for=id>{label}</label>
                {hint}
            </div>
        </div>
    }
    .fixed()
}

/// Label, control, error and hint, in the order in which they are read.
fn field(
    id: &'static str,
    label: Signal<String>,
    hint: Option<Signal<String>>,
    error: Option<Signal<String>>,
    optional: bool,
    control: AnyView,
) -> AnyView {
    let text = App::current().text;
    let optional = optional
        .then(|| view! { <span class="field-optional">{text.say(|m| m.shell().optional)}</span> }.fixed());
    let hint = hint.map(|hint| view! { <p class="field-hint" id=format!("{id}-hint")>{hint}</p> }.fixed());
    let error = error.map(|error| {
        view! {
            <p class="field-error" id=format!("{id}-error") hidden=Signal::derive(move || error.with(String::is_empty))>
                {draw(Icon::Warning)}
                <span>{error}</span>
            </p>
        }
        .fixed()
    });
    view! {
        <div class="field">
            <div class="field-label">
                <label for=id>{label}</label>
                {optional}
            </div>
            {control}
            {error}
            {hint}
        </div>
    }
    .fixed()
}

/// `aria-invalid` of a control about which `error` speaks.
pub fn invalid(error: Option<Signal<String>>) -> Signal<Option<&'static str>> {
    Signal::derive(move || error.is_some_and(|error| !error.with(String::is_empty)).then_some("true"))
}
