//! What the *Profiles* page knows about the person's files: pure values, computed from the documents each time.
//!
//! Nothing here is stored. Texts of the files stay in [`nanori_profile::Document`]s, which are wiped on drop.

pub mod chosen;
pub mod intake;
pub mod new_profile;
pub mod offers;
pub mod review;
pub mod section;
pub mod veil;
pub mod wanted;
