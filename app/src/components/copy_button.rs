//! A button that copies, and says that it did.

use leptos::{prelude::*, task::spawn_local};

use crate::components::fixed::Fixed;
use crate::{
    browser::clipboard,
    components::icon::{Icon, draw},
    context::App,
};

/// Copies what `copied` gives at the click, then shows a tick for a moment and says `said`.
#[component]
pub fn CopyButton(
    /// What the button is called.
    label: Signal<String>,
    /// What is said when it is done.
    said: Signal<String>,
    /// The text at the moment of the click.
    #[prop(into)]
    copied: Callback<(), String>,
    /// The icon before it was clicked.
    #[prop(default = Icon::Copy)]
    icon: Icon,
) -> AnyView {
    let app = App::current();
    let done = RwSignal::new(false);
    let copy = move |_| {
        let text = copied.run(());
        spawn_local(async move {
            if clipboard::copy(&text).await {
                app.announce(said.get_untracked());
                done.set(true);
                set_timeout(move || done.set(false), std::time::Duration::from_secs(2));
            } else {
                app.announce(app.text.now().shell().copy_failed);
            }
        });
    };
    view! {
        <button type="button" class="button" on:click=copy>
            {move || draw(if done.get() { Icon::Tick } else { icon })}
            <span>{label}</span>
        </button>
    }
    .fixed()
}
