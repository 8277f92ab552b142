//! The last minute before the key is forgotten, counted down in sight.

use leptos::{prelude::*, task::spawn_local};

use crate::components::fixed::Fixed;
use crate::{
    browser::{activity, clock},
    context::{App, Farewell},
    portal,
    state::idle::IdlePhase,
};

/// The warning; not modal, since any touch of the page ends it.
#[component]
pub fn IdleWarning() -> AnyView {
    let app = App::current();
    let text = app.text;
    let phase = activity::idle_phase(app);
    let warning = Memo::new(move |_| matches!(phase.get(), IdlePhase::Warning { .. }));
    let seconds = move || match phase.get() {
        IdlePhase::Warning { seconds_left } => seconds_left,
        _ => 0,
    };
    Effect::new(move |_| {
        if warning.get() {
            app.announce((app.text.now().shell().idle_left)(60));
        }
    });
    Effect::new(move |_| {
        if phase.get() == IdlePhase::Expired {
            let minutes = app.settings.with_untracked(|settings| settings.idle_minutes);
            spawn_local(portal::sign_out(app, Farewell::Idle(minutes)));
        }
    });
    let stay = move |_| {
        let now = clock::now_ms();
        app.idle.update(|idle| *idle = idle.touched(now));
    };
    view! {
        <section class="idle-warning" aria-labelledby="idle-title" hidden=Signal::derive(move || !warning.get())>
            <div>
                <h2 id="idle-title">{text.say(|m| m.shell().idle_title)}</h2>
                <p class="tabular" aria-hidden="true">
                    {move || (text.get().shell().idle_left)(seconds())}
                </p>
            </div>
            <button type="button" class="button button-primary" on:click=stay>
                {text.say(|m| m.shell().idle_stay)}
            </button>
        </section>
    }
    .fixed()
}
