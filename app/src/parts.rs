//! The parts of the program that are fetched when they are first needed. The first load holds signing in by
//! typing and what surrounds every page; the rest are parts, each with its words and whatever it alone uses.
//!
//! `wasm_split` marks where a part begins; the build finds what belongs to it and makes its file. A part gives a page as
//! a pointer to its function, which can be called again without waiting.
// The macro declares the import and the export that the build joins.
#![allow(unsafe_code)]

use leptos::{prelude::*, task::spawn_local};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::components::{
    fixed::Fixed,
    notice::{Notice, Tone},
};
use crate::context::App;
use crate::routes::{
    opening, profiles, settings,
    sign_in::{from_file::FromFile, from_paste::FromPaste},
    switch, trust,
};

/// A page, or a piece of one, that is a part of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Signing in with a pasted block.
    FromPaste,
    /// Signing in with a file.
    FromFile,
    /// The roles, and what is done with one.
    Switch,
    /// Profile files.
    Profiles,
    /// Trust policies.
    Trust,
    /// The settings.
    Settings,
    /// The tab that a click opened for a console.
    Opening,
}

/// What shows a page.
type Page = fn() -> AnyView;

// Both read the same blocks, so one file has both.
#[wasm_split(blocks, fallible)]
fn from_paste() -> Result<Page, SplitLoaderError> {
    Ok(FromPaste)
}

#[wasm_split(blocks, fallible)]
fn from_file() -> Result<Page, SplitLoaderError> {
    Ok(FromFile)
}

#[wasm_split(switch, fallible)]
fn switch_page() -> Result<Page, SplitLoaderError> {
    Ok(switch::Switch)
}

#[wasm_split(profiles, fallible)]
fn profiles_page() -> Result<Page, SplitLoaderError> {
    Ok(profiles::Profiles)
}

#[wasm_split(trust, fallible)]
fn trust_page() -> Result<Page, SplitLoaderError> {
    Ok(trust::Trust)
}

#[wasm_split(settings, fallible)]
fn settings_page() -> Result<Page, SplitLoaderError> {
    Ok(settings::Settings)
}

#[wasm_split(opening, fallible)]
fn opening_page() -> Result<Page, SplitLoaderError> {
    Ok(opening::Opening)
}

impl Part {
    /// Begins to fetch the part, so that it is there when it is wanted. A failure shows only when it is.
    pub fn prefetch(self) {
        spawn_local(async move { drop(self.fetch().await) });
    }

    async fn fetch(self) -> Result<Page, SplitLoaderError> {
        match self {
            Self::FromPaste => from_paste().await,
            Self::FromFile => from_file().await,
            Self::Switch => switch_page().await,
            Self::Profiles => profiles_page().await,
            Self::Trust => trust_page().await,
            Self::Settings => settings_page().await,
            Self::Opening => opening_page().await,
        }
    }
}

/// How far the fetching is.
#[derive(Clone, Copy)]
enum Fetched {
    Waiting,
    Page(Page),
    Failed,
}

/// The page that `part` is, once it is here.
#[component]
pub fn PartPage(
    /// Which.
    part: Part,
) -> AnyView {
    let text = App::current().text;
    let fetched = RwSignal::new(Fetched::Waiting);
    let fetch = move || {
        fetched.set(Fetched::Waiting);
        spawn_local(async move {
            let page = part.fetch().await;
            // Nobody waits any more if the person went on to another page.
            let _ = fetched.try_set(page.map_or(Fetched::Failed, Fetched::Page));
        });
    };
    fetch();
    let heading = move || match part {
        Part::FromPaste | Part::FromFile => {
            view! { <p><strong>{text.say(|m| m.shell().part_failed)}</strong></p> }.fixed()
        }
        _ => view! { <h1>{text.say(|m| m.shell().part_failed)}</h1> }.fixed(),
    };
    (move || match fetched.get() {
        Fetched::Page(page) => page(),
        Fetched::Waiting => view! {
            <p class="waiting" role="status">
                <span class="spinner" aria-hidden="true"></span>
                <span>{text.say(|m| m.shell().part_waiting)}</span>
            </p>
        }
        .fixed(),
        Fetched::Failed => view! {
            <div class="narrow stack">
                {heading()}
                <Notice tone=Tone::Caution>{text.say(|m| m.shell().part_failed_why)}</Notice>
                <button type="button" class="button button-primary" on:click=move |_| fetch()>
                    {text.say(|m| m.shell().try_again)}
                </button>
            </div>
        }
        .fixed(),
    })
    .fixed()
}
