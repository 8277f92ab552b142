//! What a file or a pasted text is: told by its name where that says it, else by what stands in it.

#[cfg(test)]
mod tests;

use nanori_identity::Region;
use nanori_profile::{
    Document, FileKind, Handover, HandoverForm, Pasted, ProfileError, ProfileName, import, paste,
};

use super::offers::Offer;

/// A text, recognised.
#[derive(Debug)]
pub enum Intake {
    /// One of the two files.
    File(FileKind, Document),
    /// Roles out of another tool's file; how many sections named none that can be used.
    Roles(Vec<Offer>, usize),
    /// Credentials, as sections of the credentials file.
    Sections(Document),
}

/// Why a text is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IntakeError {
    /// Nothing in it.
    Empty,
    /// Bytes that are not UTF-8.
    Unreadable(ProfileError),
    /// Nothing that is known.
    Unknown,
}

impl Intake {
    /// Reads the bytes of a file called `name`; pasted text has an empty name.
    ///
    /// # Errors
    /// [`IntakeError`] for what is no profile file and holds neither roles nor credentials.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, IntakeError> {
        let document = Document::from_bytes(bytes).map_err(IntakeError::Unreadable)?;
        let text = document.text();
        if text.trim().is_empty() {
            return Err(IntakeError::Empty);
        }
        if text.trim_start().starts_with('{') {
            return sections(&paste(text)).ok_or(IntakeError::Unknown);
        }
        if is_switch_roles(text) {
            let imported = import::switch_roles(&document);
            if !imported.roles.is_empty() {
                let problems = imported.problems.len();
                return Ok(Self::Roles(imported.roles.iter().map(Offer::imported).collect(), problems));
            }
        }
        match kind_of(name, text) {
            Some(kind) => Ok(Self::File(kind, document)),
            None => sections(&paste(text)).ok_or(IntakeError::Unknown),
        }
    }
}

/// Which of the two files it is.
fn kind_of(name: &str, text: &str) -> Option<FileKind> {
    let name = name.to_lowercase();
    if name.contains("credentials") {
        return Some(FileKind::Credentials);
    }
    if name.contains("config") {
        return Some(FileKind::Config);
    }
    let headings: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix('[')?.split_once(']'))
        .map(|(name, _)| name)
        .collect();
    if headings.is_empty() {
        return None;
    }
    let prefixed = headings
        .iter()
        .any(|heading| ["profile ", "sso-session ", "services "].iter().any(|p| heading.starts_with(p)));
    let keys = text.lines().any(|line| line.trim_start().starts_with("aws_access_key_id"));
    Some(if prefixed || !keys { FileKind::Config } else { FileKind::Credentials })
}

/// Keys that only the Extend-Switch-Roles extension has.
fn is_switch_roles(text: &str) -> bool {
    // Most files have none of them: finding that out takes no look at each line.
    let has = |key: &str| {
        text.contains(key)
            && text.lines().any(|line| {
                line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
            })
    };
    (has("aws_account_id") && (has("role_name") || has("target_role_name"))) || has("target_region")
}

/// Sections of the credentials file with whatever credentials were found.
fn sections(pasted: &Pasted) -> Option<Intake> {
    let mut text = zeroize::Zeroizing::new(String::new());
    for (number, found) in pasted.found.iter().enumerate() {
        let label = found.label.as_deref().and_then(|label| label.parse::<ProfileName>().ok());
        let fallback = if number == 0 { "imported".to_owned() } else { format!("imported-{}", number + 1) };
        let profile = label.or_else(|| fallback.parse().ok())?;
        let region: Option<&Region> = found.region.as_ref();
        let handover = Handover { credentials: &found.credentials, region, profile: &profile };
        text.push_str(&handover.emit(HandoverForm::CredentialsFile).ok()?);
    }
    (!text.is_empty()).then(|| Intake::Sections(Document::new(&text)))
}
