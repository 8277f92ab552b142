//! The tools that building and testing need: each is looked for first, then installed, pinned, into the cache.
//!
//! A tool that is there costs next to nothing to ask for. Two runs of this program never install at the same time.

pub mod cargo_tool;
pub mod chromium;
pub mod debian;
pub mod lock;
pub mod npm;
pub mod python;
pub mod wasm_target;

use crate::error::Error;
use crate::workspace::Workspace;

/// Provides every tool that any command needs.
pub fn provide_all(workspace: &Workspace) -> Result<(), Error> {
    npm::provide(workspace)?;
    wasm_target::provide(workspace)?;
    cargo_tool::for_app(workspace)?;
    cargo_tool::wasm_bindgen(workspace)?;
    cargo_tool::cargo_deny(workspace)?;
    python::provide(workspace)?;
    chromium::provide(workspace).map(drop)
}
