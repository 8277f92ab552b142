//! The one screen of the main job: find a role, see under which name and what will happen, open its console or take its
//! credentials.

mod actions;
mod add_role;
mod advanced;
mod credentials;
mod desk;
mod edit_role;
mod mfa;
mod record;
mod role_list;
mod role_pane;
mod where_to;

use leptos::prelude::*;
use nanori_federation::DeepLink;

use self::{add_role::AddRole, desk::Desk, role_list::RoleList, role_pane::RolePane};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        dialog::Dialog,
        notice::{Notice, Tone},
    },
    context::App,
    state::saved_role::SavedRole,
};

/// The page.
#[component]
pub fn Switch() -> AnyView {
    let app = App::current();
    let text = app.text;
    Effect::new(move |_| document::entitle(text.get().switch().title));
    let desk = Desk::new(app);
    // A visit without a query is no link.
    let link = Memo::new(move |_| app.query.with(|query| (!query.is_empty()).then(|| DeepLink::read(query))));
    Effect::new(move |_| {
        if let Some(Ok(link)) = link.get() {
            desk.arrive(&link);
        }
    });
    let arrived = move || {
        link.with(|link| match link {
            None => None,
            Some(Ok(_)) => {
                let said = text.say(|m| m.roles().link_arrived);
                Some(view! { <Notice tone=Tone::Plain>{said}</Notice> }.fixed())
            }
            Some(Err(_)) => {
                let said = text.say(|m| m.roles().bad_link);
                Some(view! { <Notice tone=Tone::Caution>{said}</Notice> }.fixed())
            }
        })
    };
    let empty =
        Memo::new(move |_| app.roles.with(|book| book.roles().is_empty()) && desk.link.with(Option::is_none));
    let use_role = Callback::new(move |role: SavedRole| desk.take_in(role));
    view! {
        <h1 class="visually-hidden">{text.say(|m| m.switch().title)}</h1>
        <div role="status" class="arrived">{arrived}</div>
        {move || {
            if empty.get() {
                view! {
                    <div class="narrow first-role">
                        <h2>{text.say(|m| m.roles().empty_title)}</h2>
                        <p class="lead">{text.say(|m| m.roles().empty)}</p>
                        <section class="card" aria-label=text.say(|m| m.roles().add_title)>
                            <AddRole on_use=use_role />
                        </section>
                        <p class="field-hint">{text.say(|m| m.roles().kept_here)}</p>
                    </div>
                }
                    .fixed()
            } else {
                view! {
                    <div class="switch" data-view=Signal::derive(move || if desk.in_role.get() { "role" } else { "list" })>
                        <RoleList desk=desk />
                        <RolePane desk=desk />
                    </div>
                    <Dialog id="add-role" title=text.say(|m| m.roles().add_title) open=desk.adding>
                        <AddRole on_use=use_role />
                    </Dialog>
                }
                    .fixed()
            }
        }}
    }
    .fixed()
}
