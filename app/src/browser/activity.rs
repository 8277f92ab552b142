//! Listening to the whole window: touches for the idle clock, keys for shortcuts, the connection coming and going.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*, task::spawn_local};
use web_sys::KeyboardEvent;

use crate::{
    browser::{clock, document, storage},
    context::{App, Deployment, Farewell},
    portal,
    state::{idle::IdlePhase, role_book::RoleBook, settings::Settings},
};

/// Starts listening for as long as the page lives.
pub fn watch(app: App) {
    let touch = move || {
        let now = clock::now_ms();
        app.idle.update_untracked(|idle| *idle = idle.touched(now));
    };
    window_event_listener(ev::pointerdown, move |_| touch());
    window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        touch();
        shortcut(app, &event);
    });
    window_event_listener(ev::online, move |_| {
        app.online.set(true);
        if app.deployment.with_untracked(|found| !matches!(found, Deployment::Ready { .. })) {
            spawn_local(portal::load_config(app));
        }
        app.announce(app.text.now().shell().online_again);
    });
    window_event_listener(ev::offline, move |_| app.online.set(false));
    // A page that the browser keeps for the way back would keep the key with it.
    window_event_listener(ev::pagehide, move |_| app.session.set(None));
    // Another tab of the portal saved a role or changed a setting.
    window_event_listener(ev::storage, move |event| match event.key().as_deref() {
        Some(storage::ROLES) => app.roles.set(RoleBook::from_stored(&event.new_value().unwrap_or_default())),
        Some(storage::SETTINGS) => {
            app.settings.set(Settings::from_stored(&event.new_value().unwrap_or_default()));
        }
        _ => {}
    });
}

/// `/` finds the search field, `?` shows the shortcuts; never while something else takes the typing.
fn shortcut(app: App, event: &KeyboardEvent) {
    if event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.default_prevented()
        || document::typing()
    {
        return;
    }
    match event.key().as_str() {
        "/" => {
            event.prevent_default();
            document::focus(document::SEARCH);
        }
        "?" => {
            event.prevent_default();
            app.shortcuts.set(true);
        }
        _ => {}
    }
}

/// Where the idle clock stands, looked at every second while somebody is signed in. Forgets the keys when it is over.
pub fn idle_phase(app: App) -> ReadSignal<IdlePhase> {
    let (phase, set_phase) = signal(IdlePhase::Active);
    let look = move || {
        if app.session.with_untracked(Option::is_none) {
            if phase.get_untracked() != IdlePhase::Active {
                set_phase.set(IdlePhase::Active);
            }
            return;
        }
        let now = app.idle.get_untracked().phase(clock::now_ms());
        if now != phase.get_untracked() {
            set_phase.set(now);
        }
        if now == IdlePhase::Expired {
            // At once and here: what follows may wait for the network, the keys may not.
            app.forget(Farewell::Idle(app.settings.get_untracked().idle_minutes));
        }
    };
    if let Ok(ticking) = set_interval_with_handle(look, std::time::Duration::from_secs(1)) {
        on_cleanup(move || ticking.clear());
    }
    phase
}
