//! A modal dialog: the browser's own `<dialog>`, which keeps the focus inside and gives it back.

use leptos::{html, prelude::*};
use web_sys::MouseEvent;

use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::App,
};

/// A dialog that shows while `open` holds. Escape, the cross and a click beside it close it.
#[component]
pub fn Dialog(
    /// The dialog's id; its heading is `{id}-title`.
    id: &'static str,
    /// Its heading.
    title: Signal<String>,
    /// Whether it shows.
    open: RwSignal<bool>,
    /// What is in it, made anew each time.
    children: ChildrenFn,
) -> AnyView {
    let text = App::current().text;
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() {
            if !dialog.open() {
                let _ = dialog.show_modal();
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    let beside = move |event: MouseEvent| {
        // A click on the veil reaches the dialog element itself; one inside reaches something within.
        let on_veil = node.get_untracked().is_some_and(|dialog| {
            event.target().is_some_and(|target| target == *AsRef::<web_sys::EventTarget>::as_ref(&dialog))
        });
        if on_veil {
            open.set(false);
        }
    };
    view! {
        <dialog
            id=id
            class="dialog"
            node_ref=node
            aria-labelledby=format!("{id}-title")
            on:close=move |_| open.set(false)
            on:click=beside
        >
            <div class="dialog-sheet">
                <div class="dialog-head">
                    <h2 id=format!("{id}-title")>{title}</h2>
                    <button
                        type="button"
                        class="button button-quiet button-icon"
                        aria-label=text.say(|m| m.shell().close)
                        on:click=move |_| open.set(false)
                    >
                        {draw(Icon::Cross)}
                    </button>
                </div>
                <Show when=move || open.get() fallback=|| ()>
                    {children()}
                </Show>
            </div>
        </dialog>
    }
    .fixed()
}
