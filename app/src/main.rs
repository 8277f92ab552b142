//! The portal's front end: signs in the browser, talks to the portal's worker, opens consoles, hands over credentials.
//!
//! `state` is pure and tested natively; `browser` wraps the platform; `messages` holds every word; `components` are the
//! building blocks, `routes` the pages, and `parts` says which of those are loaded only when they are needed.

mod browser;
mod components;
mod context;
mod messages;
mod parts;
mod portal;
mod routes;
mod state;

fn main() {
    browser::document::lift_curtain();
    leptos::mount::mount_to_body(routes::Root);
}
