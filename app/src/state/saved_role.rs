//! One role that the person keeps in this browser: where it is, what they call it, how it was used last.
//!
//! Never a secret: no key, no code, no external ID.

use nanori_identity::{Region, RoleArn};
use serde::{Deserialize, Serialize};

/// A role with the person's own label and colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedRole {
    /// Which role. Identifies the entry: a role is saved once.
    pub arn: RoleArn,
    /// The person's own name for it; empty for none.
    pub label: String,
    /// A colour to know it by.
    pub colour: Colour,
    /// Whether it stands at the top.
    pub favourite: bool,
    /// The region that was used last.
    pub region: Option<Region>,
    /// The console page that was used last, in the form of the deep link; empty for the console's home.
    pub destination: String,
    /// Whether the last switch was made with an MFA code, so that the field is there at once.
    pub mfa: bool,
    /// Seconds since the epoch of the last switch; `None` for never.
    pub used_at: Option<i64>,
}

/// The colours a role can be marked with; AWS's own switch-role form has the first five hues too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// No mark.
    #[default]
    None,
    /// Red, which many teams keep for production.
    Red,
    /// Amber.
    Amber,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Violet.
    Violet,
}

impl SavedRole {
    /// A role as it is when first met.
    pub const fn new(arn: RoleArn) -> Self {
        Self {
            arn,
            label: String::new(),
            colour: Colour::None,
            favourite: false,
            region: None,
            destination: String::new(),
            mfa: false,
            used_at: None,
        }
    }

    /// What to call it: the label, or the role's own name.
    pub fn title(&self) -> &str {
        if self.label.is_empty() { self.arn.name() } else { &self.label }
    }
}

impl Colour {
    /// Every colour, none first.
    pub const ALL: [Self; 6] = [Self::None, Self::Red, Self::Amber, Self::Green, Self::Blue, Self::Violet];

    /// The value of the `data-colour` attribute that the style sheets know.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
        }
    }

    /// The nearest of our colours to a `RRGGBB` value, as AWS's switch-role links carry one.
    pub fn nearest(hex: &str) -> Self {
        let channel = |at: usize| hex.get(at..at + 2).and_then(|pair| i32::from_str_radix(pair, 16).ok());
        let (Some(red), Some(green), Some(blue), 6) = (channel(0), channel(2), channel(4), hex.len()) else {
            return Self::None;
        };
        let distance = |(r, g, b): (i32, i32, i32)| (r - red).pow(2) + (g - green).pow(2) + (b - blue).pow(2);
        [
            (Self::None, (0xb9, 0xb4, 0xa9)),
            (Self::Red, (0xe0, 0x5a, 0x46)),
            (Self::Amber, (0xf2, 0xb0, 0x34)),
            (Self::Green, (0x5f, 0xb0, 0x7a)),
            (Self::Blue, (0x4f, 0x86, 0xd6)),
            (Self::Violet, (0x93, 0x6f, 0xcb)),
        ]
        .into_iter()
        .min_by_key(|(_, rgb)| distance(*rgb))
        .map_or(Self::None, |(colour, _)| colour)
    }
}

/// The stored form. Text only, so that one bad entry does not take the others with it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredRole {
    arn: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    colour: String,
    #[serde(default)]
    favourite: bool,
    #[serde(default)]
    region: String,
    #[serde(default)]
    destination: String,
    #[serde(default)]
    mfa: bool,
    #[serde(default)]
    used_at: Option<i64>,
}

impl From<&SavedRole> for StoredRole {
    fn from(role: &SavedRole) -> Self {
        Self {
            arn: role.arn.to_string(),
            label: role.label.clone(),
            colour: role.colour.as_str().to_owned(),
            favourite: role.favourite,
            region: role.region.as_ref().map(ToString::to_string).unwrap_or_default(),
            destination: role.destination.clone(),
            mfa: role.mfa,
            used_at: role.used_at,
        }
    }
}

impl StoredRole {
    /// The role, unless its ARN is none.
    pub fn read(self) -> Option<SavedRole> {
        let arn: RoleArn = self.arn.parse().ok()?;
        let region =
            self.region.parse::<Region>().ok().and_then(|region| region.within(arn.partition()).ok());
        let colour =
            Colour::ALL.into_iter().find(|colour| colour.as_str() == self.colour).unwrap_or_default();
        Some(SavedRole {
            arn,
            label: self.label,
            colour,
            favourite: self.favourite,
            region,
            destination: self.destination,
            mfa: self.mfa,
            used_at: self.used_at,
        })
    }
}

#[cfg(test)]
mod tests;
