//! The way in: files that are dropped or chosen, or a text that is pasted. Read in this page, sent nowhere.

use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};
use web_sys::{DragEvent, FileList};
use zeroize::{Zeroize, Zeroizing};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    browser::download::read_bytes,
    components::{
        disclosure::Disclosure,
        field::{Field, described_by},
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
    state::profiles::intake::{Intake, IntakeError},
};

/// The largest file that is read.
const MAX_BYTES: f64 = 16.0 * 1024.0 * 1024.0;

/// The form.
#[component]
pub fn IntakeForm(
    /// Where it goes.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    let chooser = NodeRef::<html::Input>::new();
    let pasting = NodeRef::<html::Textarea>::new();
    let over = RwSignal::new(false);
    let wrong = RwSignal::new(Vec::<(String, Option<IntakeError>)>::new());
    let take = move |name: &str, bytes: &[u8]| match Intake::read(name, bytes) {
        Ok(intake) => {
            if let Intake::Roles(_, unusable @ 1..) = intake {
                bench.app.announce((bench.app.text.now().profiles().unusable_roles)(unusable));
            }
            bench.take(intake);
        }
        Err(error) => drop(wrong.try_update(|wrong| wrong.push((name.to_owned(), Some(error))))),
    };
    let take_files = move |files: Option<FileList>| {
        let Some(files) = files else { return };
        let files: Vec<_> = (0..files.length()).filter_map(|place| files.get(place)).collect();
        spawn_local(async move {
            wrong.set(Vec::new());
            for file in files {
                match read_bytes(&file, MAX_BYTES).await {
                    Some(mut bytes) => {
                        take(&file.name(), &bytes);
                        bytes.zeroize();
                    }
                    // The first file that is taken in may already have brought another view.
                    None => drop(wrong.try_update(|wrong| wrong.push((file.name(), None)))),
                }
            }
        });
    };
    let choose = move |_| {
        if let Some(input) = chooser.get_untracked() {
            take_files(input.files());
            // The list is emptied only after its files were taken out of it above.
            input.set_value("");
        }
    };
    let paste = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = pasting.get_untracked() else { return };
        let typed = Zeroizing::new(field.value());
        field.set_value("");
        wrong.set(Vec::new());
        take("", typed.as_bytes());
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take_files(event.data_transfer().and_then(|data| data.files()));
    };
    let problems = move || {
        wrong.with(|wrong| {
            let each = wrong.iter().map(|(name, error)| {
                let (name, error) = (name.clone(), error.clone());
                let said = text.compose(move |m| (m.profiles().intake_error)(&name, error.as_ref()));
                view! { <Notice tone=Tone::Bad>{said}</Notice> }.fixed()
            });
            each.collect::<Vec<AnyView>>()
        })
    };
    view! {
        <div class="form">
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
                <p>{text.say(|m| m.profiles().drop)}</p>
                <label class="button">
                    <input
                        id="profile-files"
                        class="visually-hidden"
                        type="file"
                        multiple=true
                        node_ref=chooser
                        aria-describedby="profile-files-hint"
                        on:change=choose
                    />
                    <span>{text.say(|m| m.profiles().choose_files)}</span>
                </label>
                <p class="field-hint" id="profile-files-hint">{text.say(|m| m.profiles().drop_hint)}</p>
            </div>
            <div role="status" class="stack">{problems}</div>
            <Disclosure summary=text.say(|m| m.profiles().paste)>
                <form class="form" on:submit=paste>
                    <Field
                        id="profile-paste"
                        label=text.say(|m| m.profiles().paste_label)
                        hint=text.say(|m| m.profiles().paste_hint)
                    >
                        <textarea
                            id="profile-paste"
                            class="input mono concealed"
                            rows="5"
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            node_ref=pasting
                            aria-describedby=described_by("profile-paste")
                        ></textarea>
                    </Field>
                    <div class="row">
                        <button type="submit" class="button">{text.say(|m| m.profiles().paste_read)}</button>
                    </div>
                </form>
            </Disclosure>
        </div>
    }
    .fixed()
}
