//! A button that opens the browser's dialog for files.

use leptos::{html, prelude::*};
use web_sys::File;

use crate::browser::files::chosen;
use crate::components::{
    fixed::Fixed,
    icon::{Icon, draw},
};

/// The kinds of files that hold JSON.
pub const JSON: &str = ".json,application/json";

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// One file.
    File,
    /// Any number of files.
    Files,
    /// A folder, with all that is in it.
    Folder,
}

/// The button; `take` gets at least one file.
#[component]
pub fn FileButton(
    /// The id of the control.
    id: &'static str,
    /// What it says.
    label: Signal<String>,
    /// What can be chosen.
    takes: Takes,
    /// The kinds of files that the dialog offers; empty for all.
    #[prop(optional)]
    accept: &'static str,
    /// The id of a sentence that describes it; empty for none.
    #[prop(optional)]
    described_by: &'static str,
    /// One button among others, with a mark.
    #[prop(optional)]
    quiet: bool,
    /// Gets the files.
    take: Callback<Vec<File>>,
) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let choose = move |_| {
        let Some(input) = node.get_untracked() else { return };
        let files = chosen(input.files());
        // So that the same file can be chosen once more; the list was taken before it is emptied.
        input.set_value("");
        if !files.is_empty() {
            take.run(files);
        }
    };
    let given = |value: &'static str| (!value.is_empty()).then_some(value);
    view! {
        <label class="button" class:button-quiet=quiet>
            <input
                id=id
                class="visually-hidden"
                type="file"
                multiple=takes == Takes::Files
                prop:webkitdirectory=takes == Takes::Folder
                accept=given(accept)
                node_ref=node
                aria-describedby=given(described_by)
                on:change=choose
            />
            {quiet.then(|| draw(Icon::File))}
            <span>{label}</span>
        </label>
    }
    .fixed()
}
