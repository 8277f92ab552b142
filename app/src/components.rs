//! The few parts that pages are made of. They know nothing of AWS.

pub mod copy_button;
pub mod dialog;
pub mod disclosure;
pub mod drop_zone;
pub mod field;
pub mod file_button;
pub mod fixed;
pub mod icon;
pub mod live;
pub mod name_plate;
pub mod notice;
pub mod refusal;
pub mod region_select;
pub mod search_field;
pub mod segmented;
pub mod shell;
pub mod shortcuts;
