//! The pages and which address shows which.

mod not_found;
pub mod opening;
pub mod profiles;
pub mod settings;
pub mod sign_in;
pub mod switch;
pub mod trust;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{activity, navigation},
    components::{fixed::Fixed, shell::Shell},
    context::App,
    parts::{Part, PartPage},
    portal,
};

/// The whole program. A tab that was opened for a console shows that and nothing else.
#[component]
pub fn Root() -> AnyView {
    let app = App::start();
    provide_context(app);
    if opening::is_this() {
        return part(Part::Opening);
    }
    activity::watch(app);
    navigation::watch(app);
    spawn_local(portal::load_config(app));
    let path = Memo::new(move |_| app.path.get());
    let signed_in = Memo::new(move |_| app.session.with(Option::is_some));
    // The start of somebody who is signed in is the list of roles.
    Effect::new(move |_| {
        if signed_in.get() && path.with(|path| path == "/") {
            navigation::replace(app, "/switch");
        }
    });
    let page = move || match (path.get().as_str(), signed_in.get()) {
        ("/" | "/switch", false) => sign_in::SignIn(),
        ("/", true) => ().fixed(),
        ("/switch", true) => part(Part::Switch),
        ("/profiles", _) => part(Part::Profiles),
        ("/trust", _) => part(Part::Trust),
        ("/settings", _) => part(Part::Settings),
        _ => not_found::NotFound(),
    };
    view! { <Shell>{page}</Shell> }.fixed()
}

fn part(part: Part) -> AnyView {
    view! { <PartPage part=part /> }.fixed()
}
