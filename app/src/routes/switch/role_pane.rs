//! One role: whose name, where to, with what — all of it in sight before anything is asked for.

use leptos::prelude::*;
use nanori_api::PrincipalKind;

use super::{
    actions::{Actions, Outcome},
    add_role::arn_parts,
    advanced::{Advanced, Options},
    desk::Desk,
    edit_role::EditRole,
    mfa::MfaFields,
    record::Record,
    where_to::WhereTo,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        icon::{Icon, draw},
        name_plate::NamePlate,
    },
    state::saved_role::SavedRole,
};

/// The pane of the chosen role; an invitation while none is chosen.
#[component]
pub fn RolePane(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    let arn = Memo::new(move |_| desk.role().map(|role| role.arn));
    let back = move |_| {
        desk.in_role.set(false);
        request_animation_frame(|| document::focus(document::SEARCH));
    };
    let content = move || match arn.get() {
        None => view! { <p class="pane-empty">{text.say(|m| m.roles().choose)}</p> }.fixed(),
        Some(_) => view! {
            <Head desk=desk />
            <Name desk=desk />
            <div id="switch-form" class="form">
                <WhereTo desk=desk />
                <MfaFields desk=desk />
                <div class="disclosures">
                    <Options desk=desk />
                    <Advanced desk=desk />
                </div>
            </div>
            <Actions desk=desk />
            <Outcome desk=desk />
            <Record desk=desk />
        }
        .fixed(),
    };
    view! {
        <section class="pane" aria-labelledby="pane-title">
            <button type="button" class="button button-quiet pane-back" on:click=back>
                {draw(Icon::Back)}
                <span>{text.say(|m| m.roles().all_roles)}</span>
            </button>
            {content}
        </section>
    }
    .fixed()
}

/// What the role is called and where it is; favourite and edit.
#[component]
fn Head(desk: Desk) -> AnyView {
    let editing = RwSignal::new(false);
    let content = move || desk.role().map(|role| head(desk, &role, editing));
    let dialog = move || {
        let shown = editing.get();
        let role = shown.then(|| untrack(|| desk.role())).flatten();
        role.map(|role| view! { <EditRole desk=desk role=role open=editing /> }.fixed())
    };
    view! { {content} {dialog} }.fixed()
}

fn head(desk: Desk, role: &SavedRole, editing: RwSignal<bool>) -> AnyView {
    let text = desk.app.text;
    let (arn, favourite, colour) = (role.arn.clone(), role.favourite, role.colour.as_str());
    let toggle = {
        let role = role.clone();
        move |_| {
            desk.app.roles.update(|book| {
                let before = book.find(&role.arn).cloned().unwrap_or_else(|| role.clone());
                book.save(SavedRole { favourite: !before.favourite, ..before });
            });
            desk.link.set(None);
        }
    };
    view! {
        <header class="pane-head" data-colour=colour>
            <div class="pane-titles">
                <h2 id="pane-title">{role.title().to_owned()}</h2>
                <p class="mono wrap-anywhere pane-arn">{arn_parts(&arn)}</p>
            </div>
            <div class="row">
                <button
                    type="button"
                    class="button button-quiet button-icon star"
                    aria-pressed=favourite.to_string()
                    aria-label=text.say(|m| m.roles().favourite)
                    title=text.say(|m| m.roles().favourite)
                    on:click=toggle
                >
                    {draw(Icon::Star)}
                </button>
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label=text.say(|m| m.roles().edit)
                    title=text.say(|m| m.roles().edit)
                    on:click=move |_| editing.set(true)
                >
                    {draw(Icon::Pencil)}
                </button>
            </div>
        </header>
    }
    .fixed()
}

/// The name that will be recorded, locked, with the reason.
#[component]
fn Name(desk: Desk) -> AnyView {
    let text = desk.app.text;
    (move || {
        desk.app.session.get().map(|session| {
            let principal = session.view.principal.clone();
            let why = text.compose(move |m| match principal.kind {
                PrincipalKind::User => (m.switch().name_why_user)(&principal.account_id),
                PrincipalKind::RoleSession => (m.switch().name_why_session)(&principal.name),
            });
            view! {
                <section class="name" aria-labelledby="name-title">
                    <h3 id="name-title">{text.say(|m| m.switch().name_title)}</h3>
                    <NamePlate
                        name=session.view.session_name.clone()
                        locked=text.say(|m| m.switch().name_locked)
                    />
                    <p class="field-hint">{why}</p>
                </section>
            }
            .fixed()
        })
    })
    .fixed()
}
