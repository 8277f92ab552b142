//! The address as a signal. Links among our own pages change it without loading the page anew, which would forget keys.
//!
//! A few pages without parameters in their paths need no router: this is all of it, and a third of the size.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use crate::{browser::document, context::App};

/// Follows clicks on links and the browser's way back and forth for as long as the page lives.
pub fn watch(app: App) {
    window_event_listener(ev::popstate, move |_| {
        if may_leave(app, &document::path()) {
            read(app);
        } else {
            // The browser has gone there already; the page that stays gets its address back.
            push(&address(app));
        }
    });
    window_event_listener(ev::click, move |event| follow(app, &event));
    // The words are the browser's own here.
    window_event_listener(ev::beforeunload, move |event| {
        if app.unsaved.get_untracked() {
            event.prevent_default();
        }
    });
}

/// Asks the person where leaving the page for the one at `path` would lose changes.
fn may_leave(app: App, path: &str) -> bool {
    let question = app.text.now().shell().leave_unsaved;
    if !app.unsaved.get_untracked() || app.path.with_untracked(|now| now == path) {
        return true;
    }
    let leave = web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(true));
    if leave {
        app.unsaved.set(false);
    }
    leave
}

/// The address of the page that shows.
fn address(app: App) -> String {
    match (app.path.get_untracked(), app.query.get_untracked()) {
        (path, query) if query.is_empty() => path,
        (path, query) => format!("{path}?{query}"),
    }
}

fn push(address: &str) -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
}

/// Goes to `address`, a path of this portal with its query, in the place of the entry that is shown.
pub fn replace(app: App, address: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if history
        .is_some_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
    {
        read(app);
    }
}

/// Takes a plain click on a link to one of our own pages; leaves every other to the browser.
fn follow(app: App, event: &MouseEvent) {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || with_key {
        return;
    }
    let link = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest("a[href]:not([download], [target], [href^='#'])").ok().flatten())
        .and_then(|found| found.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link.filter(|link| link.origin() == document::origin()) else { return };
    if link.pathname().starts_with("/api/") {
        return;
    }
    event.prevent_default();
    let to = format!("{}{}", link.pathname(), link.search());
    // As browsers do it: a link to where one is makes no entry for the way back.
    if may_leave(app, &link.pathname()) && (to == address(app) || push(&to)) {
        document::to_the_top();
        read(app);
    }
}

fn read(app: App) {
    app.path.set(document::path());
    app.query.set(document::query());
}
