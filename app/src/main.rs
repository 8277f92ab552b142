//! The portal's front end: signs in the browser, talks to the portal's worker, opens consoles, hands over credentials.
//!
//! `state` is pure and tested natively; `browser` wraps the platform; `messages` holds every word; `components` are the
//! parts and `routes` the pages.

mod browser;
mod components;
mod context;
mod messages;
mod portal;
mod routes;
mod state;

fn main() {
    browser::document::lift_curtain();
    leptos::mount::mount_to_body(routes::Root);
}
