//! What is said once: a short message in the corner, spoken politely by screen readers, gone after a while.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::context::App;

/// The live region. On the page from the start: regions that come later are not read.
#[component]
pub fn Live() -> AnyView {
    let app = App::current();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        if app.announcement.with(String::is_empty) {
            return;
        }
        pending.update_value(|pending| {
            if let Some(before) = pending.take() {
                before.clear();
            }
            *pending =
                set_timeout_with_handle(move || app.announcement.set(String::new()), Duration::from_secs(6))
                    .ok();
        });
    });
    view! {
        <div class="live" class:live-shown=Signal::derive(move || !app.announcement.with(String::is_empty))>
            <p role="status">{app.announcement}</p>
        </div>
    }
    .fixed()
}
