//! Where files and folders are dropped or chosen.

use leptos::{html, prelude::*, task::spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};

use super::desk::TrustDesk;
use crate::components::fixed::Fixed;
use crate::{
    browser::dropped::{Dropped, chosen},
    components::icon::{Icon, draw},
};

/// The field; `take` gets the files.
pub fn files(desk: TrustDesk, take: Callback<Vec<File>>) -> AnyView {
    let text = desk.app.text;
    let over = RwSignal::new(false);
    let (single, folder) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    Effect::new(move |_| {
        if let Some(input) = folder.get() {
            let _ = input.set_attribute("webkitdirectory", "");
        }
    });
    let pick = move |node: NodeRef<html::Input>| {
        let input: Option<HtmlInputElement> = node.get_untracked();
        if let Some(input) = input {
            let files = chosen(input.files());
            input.set_value("");
            if !files.is_empty() {
                take.run(files);
            }
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(dropped) = event.data_transfer().map(|data| Dropped::take(&data)) {
            spawn_local(async move { take.run(dropped.files().await) });
        }
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
            <p>{text.say(|m| m.trust().account.drop)}</p>
            <div class="row">
                <label class="button">
                    <input
                        id="account-file"
                        class="visually-hidden"
                        type="file"
                        multiple=true
                        accept=".json,application/json"
                        node_ref=single
                        on:change=move |_| pick(single)
                    />
                    <span>{text.say(|m| m.trust().account.choose_file)}</span>
                </label>
                <label class="button">
                    <input
                        id="account-folder"
                        class="visually-hidden"
                        type="file"
                        node_ref=folder
                        on:change=move |_| pick(folder)
                    />
                    <span>{text.say(|m| m.trust().account.choose_folder)}</span>
                </label>
            </div>
        </div>
    }
    .fixed()
}
