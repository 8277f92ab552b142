//! Line icons, drawn on a grid of 20. Decorative: the text beside them says the same.

use crate::components::fixed::Fixed;
use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A padlock.
    Lock,
    /// A tick.
    Tick,
    /// A cross.
    Cross,
    /// An arrow out of a frame.
    Outside,
    /// Two sheets.
    Copy,
    /// An arrow into a tray.
    Download,
    /// A chain link.
    Link,
    /// A magnifying glass.
    Search,
    /// A plus.
    Plus,
    /// A star, outlined or filled by its class.
    Star,
    /// A pencil.
    Pencil,
    /// A triangle with a mark.
    Warning,
    /// A circle with an i.
    Info,
    /// A clock.
    Clock,
    /// A key.
    Key,
    /// A small angle to the right, which turns down when it opens.
    Chevron,
    /// An arrow to the left.
    Back,
    /// A memory chip.
    Memory,
    /// A pen signing.
    Sign,
    /// A circle struck through.
    Never,
    /// A document.
    File,
    /// An eye.
    Eye,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Lock => {
                "M5.5 9h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1zM7 9V6.5a3 3 0 0 1 6 0V9"
            }
            Self::Tick => "M4.5 10.5l3.8 3.8 7.2-8",
            Self::Cross => "M5.5 5.5l9 9m0-9l-9 9",
            Self::Outside => {
                "M11.5 3.5h5v5M16.2 3.8L9 11M14 11.5v4a1 1 0 0 1-1 1H4.5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h4"
            }
            Self::Copy => {
                "M7.5 7.5v-3a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-3M4.5 7.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z"
            }
            Self::Download => {
                "M10 3.5v8.5m0 0l-3.5-3.5M10 12l3.5-3.5M3.5 13.5v2a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-2"
            }
            Self::Link => {
                "M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-.9.9M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l.9-.9"
            }
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l3.7 3.7",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Star => "M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z",
            Self::Pencil => "M4 16l.7-3.2L13 4.5a1.2 1.2 0 0 1 1.7 0l.8.8a1.2 1.2 0 0 1 0 1.7l-8.3 8.3z",
            Self::Warning => "M10 3.5l7 12.5H3zM10 8.5v3.5M10 14v.2",
            Self::Info => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.5v4M10 6.5v.2",
            Self::Clock => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.6",
            Self::Key => {
                "M12.5 10.5a3.5 3.5 0 1 0-3.3-2.3L3.5 14v2.5H6V15h1.5v-1.5H9l1.3-1.4a3.5 3.5 0 0 0 2.2-1.6zM13.3 6.7v.1"
            }
            Self::Chevron => "M7.5 4.5L13 10l-5.5 5.5",
            Self::Back => "M16 10H4m4.5-4.5L4 10l4.5 4.5",
            Self::Memory => {
                "M6 6h8v8H6zM8 6V3.5M12 6V3.5M8 16.5V14M12 16.5V14M6 8H3.5M6 12H3.5M16.5 8H14M16.5 12H14"
            }
            Self::Sign => "M3.5 16.5h13M5.5 13.5l.5-2.5 6.5-6.5 2 2L8 13z",
            Self::Never => "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM5.2 5.2l9.6 9.6",
            Self::File => "M5.5 3.5h6l3 3v9a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM11.5 3.5v3h3",
            Self::Eye => {
                "M2.5 10s2.7-5 7.5-5 7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"
            }
        }
    }
}

/// The drawing of an icon.
pub fn draw(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
    .fixed()
}
