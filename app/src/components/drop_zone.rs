//! Where files are dropped, around the buttons by which they are chosen. They are read in this page and sent nowhere.

use leptos::{prelude::*, task::spawn_local};
use web_sys::{DragEvent, File};

use crate::browser::files::Dropped;
use crate::components::{
    fixed::Fixed,
    icon::{Icon, draw},
};

/// The field; `take` gets at least one file.
#[component]
pub fn DropZone(
    /// What can be dropped.
    prompt: Signal<String>,
    /// Which files of a folder are wanted, by their names; all if it is not said.
    #[prop(default = |_| true)]
    in_folders: fn(&str) -> bool,
    /// Gets the files.
    take: Callback<Vec<File>>,
    /// The buttons, and what else is said.
    children: Children,
) -> AnyView {
    let over = RwSignal::new(false);
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(dropped) = event.data_transfer().map(|data| Dropped::take(&data)) else { return };
        spawn_local(async move {
            let files = dropped.files(in_folders).await;
            if !files.is_empty() {
                take.run(files);
            }
        });
    };
    view! {
        <div
            class="drop"
            class:drop-over=over
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            {draw(Icon::File)}
            <p>{prompt}</p>
            {children()}
        </div>
    }
    .fixed()
}
