//! Credentials from a file that is dropped or chosen. It is read in this page and sent nowhere.

use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};
use nanori_profile::{FoundCredentials, PasteProblem, paste};
use web_sys::{DragEvent, File};
use zeroize::Zeroize;

use super::{
    Asking,
    found::{Found, problems},
    submit,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::download::read_file,
    components::{
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
};

/// The form; nothing outside the sign-in page.
#[component]
pub fn FromFile() -> AnyView {
    let Some(asking) = use_context::<Asking>() else { return ().fixed() };
    let text = asking.app.text;
    let chooser = NodeRef::<html::Input>::new();
    let found = RwSignal::new(Vec::<FoundCredentials>::new());
    let wrong = RwSignal::new(Vec::<PasteProblem>::new());
    let unreadable = RwSignal::new(false);
    let over = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let take = move |file: Option<File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let read = read_file(&file).await;
            unreadable.set(read.is_none());
            chosen.set(0);
            let Some(mut content) = read else { return };
            let read = paste(&content);
            content.zeroize();
            wrong.set(read.problems);
            found.set(read.found);
        });
    };
    let choose = move |_| {
        if let Some(input) = chooser.get_untracked() {
            take(input.files().and_then(|files| files.get(0)));
            input.set_value("");
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
    };
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(one) = found.with_untracked(|found| found.get(chosen.get_untracked()).cloned()) {
            asking.ask(one.credentials, one.region);
        }
    };
    view! {
        <form class="form" novalidate on:submit=ask>
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
                <p>{text.say(|m| m.sign_in().drop)}</p>
                <label class="button">
                    <input
                        id="credentials-file"
                        class="visually-hidden"
                        type="file"
                        node_ref=chooser
                        aria-describedby="credentials-file-hint"
                        on:change=choose
                    />
                    <span>{text.say(|m| m.sign_in().drop_choose)}</span>
                </label>
                <p class="field-hint" id="credentials-file-hint">{text.say(|m| m.sign_in().drop_hint)}</p>
            </div>
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
