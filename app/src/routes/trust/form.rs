//! Fields of the trust page's forms: texts as signals of their own, and what is wrong with one.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::{
    components::field::{TextAreaField, TextField},
    context::Text,
    messages::Messages,
    state::trust::lines::Fault,
};

/// What a label says.
pub type Label = fn(&'static Messages) -> &'static str;

/// A form whose texts become fields.
pub struct Form<T: 'static, F: Send + Sync + 'static> {
    /// The words.
    pub text: Text,
    /// What was typed.
    pub input: RwSignal<T>,
    /// What is wrong with it.
    pub faults: Signal<Vec<(F, Fault)>>,
}

impl<T, F: Send + Sync> Clone for Form<T, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, F: Send + Sync> Copy for Form<T, F> {}

/// How a field is read and written.
pub type Lens<T> = (fn(&T) -> &String, fn(&mut T) -> &mut String);

impl<T, F> Form<T, F>
where
    T: Send + Sync + 'static,
    F: Copy + PartialEq + Send + Sync + 'static,
{
    /// A field of one line in the fixed-width face.
    pub fn line(
        self,
        id: &'static str,
        label: Label,
        hint: Option<Label>,
        lens: Lens<T>,
        field: F,
    ) -> AnyView {
        let (value, error) = (part(self.input, lens), self.error(field));
        let label = self.text.say(label);
        match hint {
            Some(hint) => {
                let hint = self.text.say(hint);
                view! { <TextField id=id label=label hint=hint error=error value=value mono=true /> }.fixed()
            }
            None => view! { <TextField id=id label=label error=error value=value mono=true /> }.fixed(),
        }
    }

    /// A field of several lines.
    pub fn lines(self, id: &'static str, label: Label, hint: Label, lens: Lens<T>, field: F) -> AnyView {
        let (value, error) = (part(self.input, lens), self.error(field));
        let (label, hint) = (self.text.say(label), self.text.say(hint));
        view! { <TextAreaField id=id label=label hint=hint error=error value=value rows="2" /> }.fixed()
    }

    /// What is wrong with `field`; nothing while it is merely empty.
    pub fn error(self, field: F) -> Signal<String> {
        let faults = self.faults;
        self.text.compose(move |m| {
            faults.with(|faults| {
                let found = faults.iter().find(|(of, fault)| *of == field && *fault != Fault::Missing);
                found.map(|(_, fault)| (m.trust().fault)(fault)).unwrap_or_default()
            })
        })
    }
}

/// One text of a form as a signal of its own, written back as it is typed.
pub fn part<T: Send + Sync + 'static>(input: RwSignal<T>, (read, write): Lens<T>) -> RwSignal<String> {
    let own = RwSignal::new(input.with_untracked(|input| read(input).clone()));
    Effect::new(move |_| {
        let typed = own.get();
        if input.with_untracked(|input| *read(input) != typed) {
            input.update(|input| *write(input) = typed);
        }
    });
    Effect::new(move |_| {
        let held = input.with(|input| read(input).clone());
        if own.with_untracked(|own| *own != held) {
            own.set(held);
        }
    });
    own
}

/// A `<select>`: `choices` are values with their names.
pub fn select(
    id: &'static str,
    label: Signal<String>,
    choices: Vec<(&'static str, Signal<String>)>,
    chosen: Signal<&'static str>,
    on_choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = choices
        .into_iter()
        .map(|(value, name)| {
            let selected = Signal::derive(move || chosen.get() == value);
            view! { <option value=value prop:selected=selected>{name}</option> }.fixed()
        })
        .collect();
    view! {
        <div class="field">
            <div class="field-label"><label for=id>{label}</label></div>
            <select id=id class="input" on:change=move |event| on_choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
    .fixed()
}
