//! The list of roles: type to find, arrows to move, Enter to open. Choosing a role only shows it.

use leptos::prelude::*;

use super::{actions, desk::Desk};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        icon::{Icon, draw},
        search_field::{SearchField, Step},
    },
    state::{
        role_input::RoleInput,
        role_list::{Group, rows},
        saved_role::SavedRole,
    },
};

/// The list with its search field.
#[component]
pub fn RoleList(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let app = desk.app;
    let text = app.text;
    let rows = Memo::new(move |_| {
        let link = desk.link.get();
        desk.typed.with(|typed| app.roles.with(|book| rows(book.roles(), link.as_ref(), typed)))
    });
    // What is typed narrows the list; the role on the desk follows to one that is in it.
    Effect::new(move |_| {
        if desk.typed.with(String::is_empty) {
            return;
        }
        let first = rows.with(|rows| {
            let chosen = desk.chosen.get_untracked();
            let kept = rows.roles().any(|role| Some(&role.arn) == chosen.as_ref());
            if kept { None } else { rows.roles().next().map(|role| role.arn.clone()) }
        });
        if let Some(arn) = first {
            desk.choose(&arn);
        }
    });
    let typed_role = Memo::new(move |_| {
        let none = rows.with(|rows| rows.roles().next().is_none());
        if none { desk.typed.with(|typed| RoleInput::read(typed).ok()) } else { None }
    });
    let take_typed = move || {
        if let Some(read) = typed_role.get_untracked() {
            desk.take_in(SavedRole { label: read.label, colour: read.colour, ..SavedRole::new(read.arn) });
        }
    };
    let step = Callback::new(move |step: Step| {
        let (place, count) = rows.with_untracked(|rows| {
            let chosen = desk.chosen.get_untracked();
            (rows.roles().position(|role| Some(&role.arn) == chosen.as_ref()), rows.roles().count())
        });
        let Some(next) = step.from(place, count) else { return };
        if let Some(arn) = rows.with_untracked(|rows| rows.roles().nth(next).map(|role| role.arn.clone())) {
            desk.choose(&arn);
            document::reveal(&option_id(next));
        }
    });
    let enter = Callback::new(move |()| {
        if typed_role.get_untracked().is_some() {
            take_typed();
        } else if rows.with_untracked(|rows| rows.roles().next().is_some()) {
            actions::open_console(desk);
        }
    });
    let active = Signal::derive(move || {
        let chosen = desk.chosen.get()?;
        rows.with(|rows| rows.roles().position(|role| role.arn == chosen)).map(option_id)
    });
    let groups = move || {
        rows.with(|rows| {
            let mut place = 0;
            // One group of all roles needs no title.
            let alone = rows.groups.len() == 1;
            rows.groups
                .iter()
                .map(|(group, roles)| {
                    let first = place;
                    place += roles.len();
                    group_view(desk, *group, alone, roles, first)
                })
                .collect::<Vec<AnyView>>()
        })
    };
    let nothing = move || {
        let none = rows.with(|rows| rows.roles().next().is_none());
        (none && !desk.typed.with(String::is_empty)).then(|| {
            view! {
                <div class="no-match">
                    <p>{move || (text.get().roles().no_match)(&desk.typed.get())}</p>
                    <button
                        type="button"
                        class="button"
                        hidden=Signal::derive(move || typed_role.with(Option::is_none))
                        on:click=move |_| take_typed()
                    >
                        {draw(Icon::Plus)}
                        <span>{text.say(|m| m.roles().no_match_add)}</span>
                    </button>
                </div>
            }
            .fixed()
        })
    };
    let count = text.compose(move |m| {
        let found = rows.with(|rows| rows.roles().count() + rows.hidden);
        if desk.typed.with(String::is_empty) { String::new() } else { (m.roles().matches)(found) }
    });
    view! {
        <section class="roles" aria-labelledby="roles-title">
            <div class="roles-head">
                <h2 id="roles-title">{text.say(|m| m.roles().title)}</h2>
                <button type="button" class="button button-quiet" on:click=move |_| desk.adding.set(true)>
                    {draw(Icon::Plus)}
                    <span>{text.say(|m| m.roles().add)}</span>
                </button>
            </div>
            <SearchField
                list="role-options"
                label=text.say(|m| m.roles().search)
                placeholder=text.say(|m| m.roles().search_placeholder)
                typed=desk.typed
                active=active
                step=step
                enter=enter
            />
            <p class="visually-hidden" role="status">{count}</p>
            <div id="role-options" class="options" role="listbox" aria-label=text.say(|m| m.roles().list)>
                {groups}
            </div>
            {nothing}
            {move || {
                let hidden = rows.with(|rows| rows.hidden);
                (hidden > 0).then(|| view! { <p class="field-hint">{(text.get().roles().more)(hidden)}</p> }.fixed())
            }}
        </section>
    }
    .fixed()
}

fn group_view(desk: Desk, group: Group, alone: bool, roles: &[SavedRole], first: usize) -> AnyView {
    let text = desk.app.text;
    let title = match group {
        Group::Found => None,
        Group::Others if alone => None,
        Group::Link => Some(text.say(|m| m.roles().unsaved)),
        Group::Favourites => Some(text.say(|m| m.roles().favourites)),
        Group::Recent => Some(text.say(|m| m.roles().recent)),
        Group::Others => Some(text.say(|m| m.roles().others)),
    };
    let options: Vec<AnyView> =
        roles.iter().enumerate().map(|(offset, role)| option(desk, role, first + offset)).collect();
    match title {
        None => view! { {options} }.fixed(),
        Some(title) => view! {
            <div role="group" aria-label=title>
                <p class="options-title" aria-hidden="true">{title}</p>
                {options}
            </div>
        }
        .fixed(),
    }
}

fn option(desk: Desk, role: &SavedRole, place: usize) -> AnyView {
    let arn = role.arn.clone();
    let selected = move || desk.chosen.with(|chosen| chosen.as_ref() == Some(&arn)).to_string();
    let clicked = role.arn.clone();
    let click = move |_| {
        desk.choose(&clicked);
        desk.in_role.set(true);
    };
    let name = (!role.label.is_empty())
        .then(|| view! { <span class="option-role">{role.arn.name().to_owned()}</span> }.fixed());
    view! {
        <div
            id=option_id(place)
            class="option"
            role="option"
            data-colour=role.colour.as_str()
            aria-selected=selected
            on:click=click
        >
            <span class="option-mark"></span>
            <span class="option-title">{role.title().to_owned()}</span>
            {name}
            <span class="option-account tabular">{role.arn.account().to_string()}</span>
        </div>
    }
    .fixed()
}

fn option_id(place: usize) -> String {
    format!("role-option-{place}")
}
