//! The way in: files that are dropped or chosen, or a text that is pasted. Read in this page, sent nowhere.

use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};
use web_sys::File;

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    browser::files,
    components::{
        disclosure::Disclosure,
        drop_zone::DropZone,
        field::{Field, described_by},
        file_button::{FileButton, Takes},
        notice::{Notice, Tone},
    },
    state::profiles::intake::{Intake, IntakeError},
};

/// The largest file that is read.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The files that are taken out of a folder, which is `~/.aws` as a rule; its caches are not for reading.
fn is_profile_file(name: &str) -> bool {
    matches!(name, "config" | "credentials")
}

/// The form.
#[component]
pub fn IntakeForm(
    /// Where it goes.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    let pasting = NodeRef::<html::Textarea>::new();
    let wrong = RwSignal::new(Vec::<(String, Option<IntakeError>)>::new());
    let take = move |name: &str, bytes: Vec<u8>| match Intake::read(name, bytes) {
        Ok(intake) => {
            if let Intake::Roles(_, unusable @ 1..) = intake {
                bench.app.announce((bench.app.text.now().profiles().unusable_roles)(unusable));
            }
            bench.take(intake);
        }
        Err(error) => drop(wrong.try_update(|wrong| wrong.push((name.to_owned(), Some(error))))),
    };
    let take_files = Callback::new(move |files: Vec<File>| {
        spawn_local(async move {
            wrong.set(Vec::new());
            for file in files {
                match files::bytes(&file, MAX_BYTES).await {
                    Some(bytes) => take(&file.name(), bytes),
                    // The first file that is taken in may already have brought another view.
                    None => drop(wrong.try_update(|wrong| wrong.push((file.name(), None)))),
                }
            }
        });
    });
    let paste = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = pasting.get_untracked() else { return };
        let typed = field.value();
        field.set_value("");
        wrong.set(Vec::new());
        take("", typed.into_bytes());
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
            <DropZone prompt=text.say(|m| m.profiles().drop) in_folders=is_profile_file take=take_files>
                <FileButton
                    id="profile-files"
                    label=text.say(|m| m.profiles().choose_files)
                    takes=Takes::Files
                    described_by="profile-files-hint"
                    take=take_files
                />
                <p class="field-hint" id="profile-files-hint">{text.say(|m| m.profiles().drop_hint)}</p>
            </DropZone>
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
