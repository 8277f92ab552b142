//! What only a browser can do. Thin: each function wraps a platform call and decides nothing.

pub mod activity;
pub mod api;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod files;
pub mod navigation;
pub mod opening_channel;
pub mod storage;
pub mod tab;
