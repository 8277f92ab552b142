//! The keyboard shortcuts, shown by `?`.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::{components::dialog::Dialog, context::App};

/// The dialog that lists them.
#[component]
pub fn Shortcuts() -> AnyView {
    let app = App::current();
    let text = app.text;
    view! {
        <Dialog id="shortcuts" title=text.say(|m| m.shell().shortcuts) open=app.shortcuts>
            <dl class="shortcuts">
                <div><dt><kbd>"/"</kbd></dt><dd>{text.say(|m| m.shell().shortcut_search)}</dd></div>
                <div><dt><kbd>"↑"</kbd>" "<kbd>"↓"</kbd></dt><dd>{text.say(|m| m.shell().shortcut_move)}</dd></div>
                <div><dt><kbd>"Enter"</kbd></dt><dd>{text.say(|m| m.shell().shortcut_open)}</dd></div>
                <div><dt><kbd>"Esc"</kbd></dt><dd>{text.say(|m| m.shell().shortcut_leave)}</dd></div>
                <div><dt><kbd>"?"</kbd></dt><dd>{text.say(|m| m.shell().shortcut_help)}</dd></div>
            </dl>
        </Dialog>
    }
    .fixed()
}
