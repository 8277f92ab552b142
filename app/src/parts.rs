//! The parts of the program that are fetched when they are first needed. The first load holds signing in and what
//! surrounds every page; each other page is a part, with its words and whatever it alone uses.
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
use crate::routes::{opening, profiles, settings, switch, trust};

/// A page that is a part of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
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
    pub fn expect(self) {
        spawn_local(async move { drop(self.fetch().await) });
    }

    async fn fetch(self) -> Result<Page, SplitLoaderError> {
        match self {
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
                <h1>{text.say(|m| m.shell().part_failed)}</h1>
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
