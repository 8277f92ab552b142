//! All text for people, in every language, complete at compile time: a table is a struct without defaults.
//!
//! Text with parts is a function of those parts. Nothing below the app speaks to people; it gives codes and parameters.

pub mod credentials;
pub mod fields;
pub mod record;
pub mod refusal;
pub mod regions;
pub mod roles;
pub mod settings;
pub mod shell;
pub mod sign_in;
pub mod switch;

use crate::state::settings::Language;

/// One language's table, section by section.
pub struct Messages {
    /// Header, footer, banners, shortcuts, what is on every page.
    pub shell: shell::Shell,
    /// The sign-in page.
    pub sign_in: sign_in::SignIn,
    /// The list of roles and how one gets into it.
    pub roles: roles::Roles,
    /// One role: what will happen and how.
    pub switch: switch::Switch,
    /// What CloudTrail will record.
    pub record: record::Record,
    /// The credentials panel.
    pub credentials: credentials::CredentialsPanel,
    /// Why something was refused and what to do.
    pub refusal: refusal::Refusal,
    /// Names of fields and what is wrong with one.
    pub fields: fields::Fields,
    /// Names of regions.
    pub regions: regions::Regions,
    /// The settings page.
    pub settings: settings::SettingsPage,
}

impl Messages {
    /// The table of `language`.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &EN,
            Language::Ja => &JA,
        }
    }
}

static EN: Messages = Messages {
    shell: shell::EN,
    sign_in: sign_in::EN,
    roles: roles::EN,
    switch: switch::EN,
    record: record::EN,
    credentials: credentials::EN,
    refusal: refusal::EN,
    fields: fields::EN,
    regions: regions::EN,
    settings: settings::EN,
};

static JA: Messages = Messages {
    shell: shell::JA,
    sign_in: sign_in::JA,
    roles: roles::JA,
    switch: switch::JA,
    record: record::JA,
    credentials: credentials::JA,
    refusal: refusal::JA,
    fields: fields::JA,
    regions: regions::JA,
    settings: settings::JA,
};

#[cfg(test)]
mod tests;
