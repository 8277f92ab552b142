//! Credentials from a file that is dropped or chosen. It is read in this page and sent nowhere.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use nanori_profile::{FoundCredentials, PasteProblem, paste};
use web_sys::File;
use zeroize::Zeroize;

use super::{
    Asking,
    found::{Found, problems},
    submit,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::files,
    components::{
        drop_zone::DropZone,
        file_button::{FileButton, Takes},
        notice::{Notice, Tone},
    },
};

/// The largest file that is read.
const MAX_BYTES: usize = 1024 * 1024;

/// The form; nothing outside the sign-in page.
#[component]
pub fn FromFile() -> AnyView {
    let Some(asking) = use_context::<Asking>() else { return ().fixed() };
    let text = asking.app.text;
    let found = RwSignal::new(Vec::<FoundCredentials>::new());
    let wrong = RwSignal::new(Vec::<PasteProblem>::new());
    let unreadable = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let take = Callback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let read = files::text(&file, MAX_BYTES).await;
            unreadable.set(read.is_none());
            chosen.set(0);
            let Some(mut content) = read else { return };
            let read = paste(&content);
            content.zeroize();
            wrong.set(read.problems);
            found.set(read.found);
        });
    });
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(one) = found.with_untracked(|found| found.get(chosen.get_untracked()).cloned()) {
            asking.ask(one.credentials, one.region);
        }
    };
    view! {
        <form class="form" novalidate on:submit=ask>
            <DropZone prompt=text.say(|m| m.sign_in().drop) take=take>
                <FileButton
                    id="credentials-file"
                    label=text.say(|m| m.sign_in().drop_choose)
                    takes=Takes::File
                    described_by="credentials-file-hint"
                    take=take
                />
                <p class="field-hint" id="credentials-file-hint">{text.say(|m| m.sign_in().drop_hint)}</p>
            </DropZone>
            <div role="status" class="stack">
                {move || {
                    unreadable
                        .get()
                        .then(|| view! { <Notice tone=Tone::Bad>{text.say(|m| m.sign_in().file_unreadable)}</Notice> }.fixed())
                }}
                {move || wrong.with(|wrong| (!wrong.is_empty()).then(|| problems(wrong)))}
                {move || any.get().then(|| view! { <Found found=found chosen=chosen /> }.fixed())}
            </div>
            <div hidden=Signal::derive(move || !any.get())>{submit(asking)}</div>
        </form>
    }
    .fixed()
}
