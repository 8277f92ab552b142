//! The person's own label and colour of a role, and taking it off the list.

use leptos::{ev::SubmitEvent, prelude::*};

use super::desk::Desk;
use crate::components::fixed::Fixed;
use crate::{
    components::{dialog::Dialog, field::TextField},
    context::App,
    state::saved_role::{Colour, SavedRole},
};

/// Label and colour, as fields of any form.
#[component]
pub fn LabelAndColour(
    /// The label.
    label: RwSignal<String>,
    /// The colour.
    colour: RwSignal<Colour>,
) -> AnyView {
    let text = App::current().text;
    let swatches: Vec<AnyView> = Colour::ALL
        .into_iter()
        .map(|choice| {
            let id = format!("colour-{}", choice.as_str());
            let name = text.compose(move |m| {
                let name = match choice {
                    Colour::None => m.roles().colour_none,
                    Colour::Red => m.roles().colour_red,
                    Colour::Amber => m.roles().colour_amber,
                    Colour::Green => m.roles().colour_green,
                    Colour::Blue => m.roles().colour_blue,
                    Colour::Violet => m.roles().colour_violet,
                };
                name.to_owned()
            });
            view! {
                <div class="swatch" data-colour=choice.as_str()>
                    <input
                        type="radio"
                        name="colour"
                        id=id.clone()
                        aria-label=name
                        prop:checked=Signal::derive(move || colour.get() == choice)
                        on:change=move |_| colour.set(choice)
                    />
                    <label for=id title=name></label>
                </div>
            }
            .fixed()
        })
        .collect();
    view! {
        <TextField
            id="role-label"
            label=text.say(|m| m.roles().label)
            hint=text.say(|m| m.roles().label_hint)
            optional=true
            value=label
        />
        <fieldset class="choice">
            <legend class="choice-legend">{text.say(|m| m.roles().colour)}</legend>
            <div class="swatches">{swatches}</div>
        </fieldset>
    }
    .fixed()
}

/// The dialog that edits `role`.
#[component]
pub fn EditRole(
    /// The page's state.
    desk: Desk,
    /// The role as it is.
    role: SavedRole,
    /// Whether the dialog shows.
    open: RwSignal<bool>,
) -> AnyView {
    let text = desk.app.text;
    let role = StoredValue::new(role);
    let (label, colour) =
        role.with_value(|role| (RwSignal::new(role.label.clone()), RwSignal::new(role.colour)));
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let (label, colour) = (label.get_untracked().trim().to_owned(), colour.get_untracked());
        open.set(false);
        role.with_value(|role| {
            desk.app.roles.update(|book| {
                book.save(SavedRole { label, colour, ..book.find(&role.arn).unwrap_or(role).clone() });
            });
        });
    };
    let remove = move |_| {
        open.set(false);
        role.with_value(|role| {
            desk.app.announce((text.now().roles().removed)(role.title()));
            desk.chosen.set(None);
            desk.in_role.set(false);
            desk.link.set(None);
            desk.app.roles.update(|book| book.remove(&role.arn));
        });
    };
    view! {
        <Dialog id="edit-role" title=text.say(|m| m.roles().edit_title) open=open>
            <form class="form" novalidate on:submit=save>
                <LabelAndColour label=label colour=colour />
                <div class="row row-between">
                    <button type="button" class="button button-danger" on:click=remove>
                        {text.say(|m| m.roles().remove)}
                    </button>
                    <button type="submit" class="button button-primary">
                        {text.say(|m| m.roles().save)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .fixed()
}
