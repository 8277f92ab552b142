//! All text for people, in every language, complete at compile time: a table is a struct without defaults.
//!
//! Text with parts is a function of those parts. Nothing below the app speaks to people; it gives codes and parameters.

pub mod credentials;
pub mod fields;
pub mod findings;
pub mod profiles;
pub mod record;
pub mod refusal;
pub mod regions;
pub mod roles;
pub mod settings;
pub mod shell;
pub mod sign_in;
pub mod switch;
pub mod trust;

use crate::state::settings::Language;

/// One language's tables. A section is looked up where it is spoken, not held here, so that a part of the program that is
/// loaded by itself carries its own words and no others.
pub struct Messages(Language);

/// A method for each section, which names it and picks the language.
macro_rules! sections {
    ($($(#[$what:meta])* $section:ident: $Table:ty;)*) => {
        impl Messages {
            $($(#[$what])*
            pub const fn $section(&self) -> &'static $Table {
                match self.0 {
                    Language::En => &$section::EN,
                    Language::Ja => &$section::JA,
                }
            })*
        }
    };
}

sections! {
    /// Header, footer, banners, shortcuts, what is on every page.
    shell: shell::Shell;
    /// The sign-in page.
    sign_in: sign_in::SignIn;
    /// The list of roles and how one gets into it.
    roles: roles::Roles;
    /// One role: what will happen and how.
    switch: switch::Switch;
    /// What CloudTrail will record.
    record: record::Record;
    /// The credentials panel.
    credentials: credentials::CredentialsPanel;
    /// Why something was refused and what to do.
    refusal: refusal::Refusal;
    /// Names of fields and what is wrong with one.
    fields: fields::Fields;
    /// The page of profile files.
    profiles: profiles::Profiles;
    /// What is wrong in profile files.
    findings: findings::Findings;
    /// Names of regions.
    regions: regions::Regions;
    /// The trust page.
    trust: trust::Trust;
    /// The settings page.
    settings: settings::SettingsPage;
}

impl Messages {
    /// The tables of `language`.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &Self(Language::En),
            Language::Ja => &Self(Language::Ja),
        }
    }
}

#[cfg(test)]
mod tests;
