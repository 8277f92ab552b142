//! The person's own settings, as they are kept in this browser.
//!
//! No secret is ever among them. An unreadable or older value falls back field by field to the default.

use serde::{Deserialize, Serialize};

/// A language of the message tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Japanese.
    Ja,
}

/// Which colours the page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// Everything that the settings page offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// The chosen language; without one the browser's decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The chosen colours.
    pub theme: Theme,
    /// Minutes without a touch after which keys are forgotten; one of [`Settings::IDLE_CHOICES`].
    pub idle_minutes: u32,
    /// Whether the AWS console in this browser has multi-session on, so that no sign-out has to come first.
    pub multi_session: bool,
    /// The region that forms start with; empty for the partition's own default.
    pub default_region: String,
}

impl Settings {
    /// The idle times that can be chosen, in minutes. There is deliberately no "never".
    pub const IDLE_CHOICES: [u32; 5] = [5, 15, 30, 60, 120];

    /// Settings from their stored form; the defaults where it cannot be read.
    pub fn from_stored(text: &str) -> Self {
        let mut settings: Self = serde_json::from_str(text).unwrap_or_default();
        if !Self::IDLE_CHOICES.contains(&settings.idle_minutes) {
            settings.idle_minutes = Self::default().idle_minutes;
        }
        settings
    }

    /// The stored form.
    pub fn to_stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The language to speak, given what the browser prefers (`navigator.language`).
    pub fn spoken(&self, browser: &str) -> Language {
        self.language.unwrap_or_else(|| Language::of_browser(browser))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            idle_minutes: 15,
            multi_session: true,
            default_region: String::new(),
        }
    }
}

impl Language {
    /// The value of the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    fn of_browser(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("ja")) { Self::Ja } else { Self::En }
    }
}

#[cfg(test)]
mod tests;
