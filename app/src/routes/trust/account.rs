//! A whole account: files are dropped, gone through in slices, and shown as a table.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::{desk::TrustDesk, table};
use crate::components::fixed::Fixed;
use crate::{
    browser::{clock, document, files},
    components::{
        copy_button::CopyButton,
        drop_zone::DropZone,
        file_button::{FileButton, JSON, Takes},
        notice::{Notice, Tone},
    },
    state::trust::account::Reading,
};

/// More than this is read of no file: about ten times the largest account.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// A slice lasts about this many milliseconds: short enough that the page answers at once.
const SLICE_MS: f64 = 30.0;
/// So many roles are read between looks at the clock.
const ROLES: usize = 25;

/// How far the reading is.
#[derive(Clone)]
pub enum State {
    /// Nothing was dropped yet.
    Empty,
    /// So many hundredths are read.
    Reading(usize),
    /// Read, in so many milliseconds.
    Read(Arc<Reading>, u64),
}

/// The task.
pub fn account(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let state = RwSignal::new(State::Empty);
    let take = Callback::new(move |files: Vec<File>| spawn_local(read(desk, state, files)));
    let body = move || match state.get() {
        State::Empty => start(desk, take),
        State::Reading(percent) => view! {
            <div class="reading">
                <label for="reading">{text.compose(move |m| (m.trust().account.reading)(percent))}</label>
                <progress id="reading" max="100" value=percent.to_string()></progress>
            </div>
        }
        .fixed(),
        State::Read(reading, ms) if reading.entries.is_empty() => {
            let _ = ms;
            view! {
                <div role="alert"><Notice tone=Tone::Caution>{text.say(|m| m.trust().account.none)}</Notice></div>
                {start(desk, take)}
            }
            .fixed()
        }
        State::Read(reading, ms) => view! {
            <div class="row row-between">
                <p class="field-hint tabular" id="account-read" data-ms=ms.to_string()>
                    {
                        let roles = reading.summary.roles;
                        text.compose(move |m| (m.trust().account.read)(roles, ms))
                    }
                </p>
                <button type="button" class="button button-quiet" on:click=move |_| state.set(State::Empty)>
                    {text.say(|m| m.trust().account.again)}
                </button>
            </div>
            {table::table(desk, reading)}
        }
        .fixed(),
    };
    view! {
        <section class="account" aria-labelledby="account-title">
            <h2 id="account-title" tabindex="-1">{text.say(|m| m.trust().account.title)}</h2>
            {body}
        </section>
    }
    .fixed()
}

fn start(desk: TrustDesk, take: Callback<Vec<File>>) -> AnyView {
    let text = desk.app.text;
    view! {
        <p class="lead">{text.say(|m| m.trust().account.lead)}</p>
        <pre class="code-block" tabindex="0" role="group" aria-label="AWS CLI">
            <code>{text.say(|m| m.trust().account.command)}</code>
        </pre>
        <div class="row">
            <CopyButton
                label=text.say(|m| m.trust().write.copy)
                said=text.say(|m| m.shell().copied)
                copied=Callback::new(move |()| text.now().trust().account.command.to_owned())
            />
        </div>
        <DropZone prompt=text.say(|m| m.trust().account.drop) take=take>
            <div class="row">
                <FileButton
                    id="account-file"
                    label=text.say(|m| m.trust().account.choose_file)
                    takes=Takes::Files
                    accept=JSON
                    take=take
                />
                <FileButton
                    id="account-folder"
                    label=text.say(|m| m.trust().account.choose_folder)
                    takes=Takes::Folder
                    take=take
                />
            </div>
        </DropZone>
    }
    .fixed()
}

async fn read(desk: TrustDesk, state: RwSignal<State>, files: Vec<File>) {
    let began = clock::now_ms();
    state.set(State::Reading(0));
    let mut texts = Vec::with_capacity(files.len());
    for file in &files {
        texts.push((file.name(), files::text(file, MAX_BYTES).await.unwrap_or_default()));
    }
    let mut reading = Reading::new(texts, desk.setting_now());
    let mut slice = clock::now_ms();
    while reading.step(ROLES) {
        if clock::now_ms() - slice < SLICE_MS {
            continue;
        }
        let percent = (reading.progress() * 100.0) as usize;
        if state.try_set(State::Reading(percent)).is_some() {
            // The page is gone, and with it whoever waited.
            return;
        }
        clock::breathe().await;
        slice = clock::now_ms();
    }
    let took = (clock::now_ms() - began).max(0.0) as u64;
    let roles = reading.summary.roles;
    state.try_set(State::Read(Arc::new(reading), took));
    desk.app.announce((desk.app.text.now().trust().account.read)(roles, took));
    request_animation_frame(|| document::focus("account-title"));
}
