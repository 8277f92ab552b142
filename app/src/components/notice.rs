//! A calm box that says one thing.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::components::icon::{Icon, draw};

/// How a notice sounds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Plain,
    /// It went well.
    Good,
    /// Look here before going on.
    Caution,
    /// It failed.
    Bad,
}

/// A notice of `tone`.
#[component]
pub fn Notice(
    /// How it sounds.
    tone: Tone,
    /// What it says.
    children: Children,
) -> AnyView {
    let (class, icon) = match tone {
        Tone::Plain => ("notice", Icon::Info),
        Tone::Good => ("notice notice-good", Icon::Tick),
        Tone::Caution => ("notice notice-caution", Icon::Warning),
        Tone::Bad => ("notice notice-bad", Icon::Warning),
    };
    view! {
        <div class=class>
            {draw(icon)}
            <div class="notice-body">{children()}</div>
        </div>
    }
    .fixed()
}
