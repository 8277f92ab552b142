//! The pages and which address shows which.

mod not_found;
mod opening;
mod settings;
mod sign_in;
mod switch;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{Redirect, Route, Router, Routes},
    path,
};

use crate::{browser::activity, components::shell::Shell, context::App, portal};

/// The whole program. A tab that was opened for a console shows that and nothing else.
#[component]
pub fn Root() -> AnyView {
    let app = App::start();
    provide_context(app);
    if opening::is_this() {
        return opening::Opening();
    }
    activity::watch(app);
    spawn_local(portal::load_config(app));
    view! {
        <Router>
            <Shell>
                <Routes fallback=not_found::NotFound>
                    <Route path=path!("/") view=Start />
                    <Route path=path!("/switch") view=SwitchOrSignIn />
                    <Route path=path!("/settings") view=settings::Settings />
                </Routes>
            </Shell>
        </Router>
    }
    .into_any()
}

/// The start: sign in, or straight on to the roles.
#[component]
fn Start() -> AnyView {
    let app = App::current();
    let signed_in = Memo::new(move |_| app.session.with(Option::is_some));
    (move || {
        if signed_in.get() { view! { <Redirect path="/switch" /> }.into_any() } else { sign_in::SignIn() }
    })
    .into_any()
}

/// The roles; without keys the sign-in page, which says what comes after.
#[component]
fn SwitchOrSignIn() -> AnyView {
    let app = App::current();
    let signed_in = Memo::new(move |_| app.session.with(Option::is_some));
    (move || if signed_in.get() { switch::Switch() } else { sign_in::SignIn() }).into_any()
}
