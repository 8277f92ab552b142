//! What is wrong or risky in the two files: a code, a place, parameters, and a fix where one is possible.
//!
//! Every rule looks at the profiles as botocore reads them; where botocore refuses a file, as the SDKs' shared parser does.
//! Takes time in proportion to the files. Explains nothing to people: that is the page's work, by code.

mod diagnosis;
mod differences;
mod elsewhere;
mod fix;
mod headings;
mod keys;
mod names;
mod partly;
mod role;
#[cfg(test)]
mod tests;

pub use diagnosis::{CheckCode, Diagnosis, Fix, Severity};

use nanori_identity::{AccountId, SessionName};

use crate::reader::{Profiles, ReadError, javascript, python, reference};
use crate::{Document, FileKind};

/// Whose files they are, as far as it is known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Person<'a> {
    /// The name that the person's sessions must bear.
    pub session_name: Option<&'a SessionName>,
    /// The account of the person's own user.
    pub account: Option<&'a AccountId>,
}

/// The files under check.
#[derive(Debug, Clone, Copy, Default)]
pub struct Files<'a> {
    /// `~/.aws/config`.
    pub config: Option<&'a Document>,
    /// `~/.aws/credentials`.
    pub credentials: Option<&'a Document>,
}

impl<'a> Files<'a> {
    /// The one of that kind.
    #[must_use]
    pub const fn document(&self, file: FileKind) -> Option<&'a Document> {
        match file {
            FileKind::Config => self.config,
            FileKind::Credentials => self.credentials,
        }
    }
}

/// Every diagnosis, in the order of the files: config first, from top to bottom.
#[must_use]
pub fn check(files: &Files<'_>, person: &Person<'_>) -> Vec<Diagnosis> {
    check_loaded(files, &python::read(files.config, files.credentials), person)
}

/// The same for a caller that has read the files by Python's rules already.
#[must_use]
pub fn check_loaded(
    files: &Files<'_>,
    python: &Result<python::Loaded<'_>, (FileKind, ReadError)>,
    person: &Person<'_>,
) -> Vec<Diagnosis> {
    let mut found = Findings { files: *files, loaded: python.as_ref().ok(), list: Vec::new() };
    headings::check(&mut found);
    differences::refused(&mut found, "aws-cli", python.as_ref().err());
    if let Some(loaded) = python.as_ref().ok().filter(|loaded| loaded.is_plain()) {
        role::resolution(&mut found, loaded);
        elsewhere::check(&mut found, loaded, None);
        each_profile(&mut found, &loaded.profiles, person);
    } else {
        compare_readers(&mut found, python, person);
    }
    let mut list = found.list;
    list.sort_by_key(|diagnosis| (diagnosis.file, diagnosis.range.start, diagnosis.code.severity()));
    list
}

/// The way of odd files, which each reader has to read for itself.
fn compare_readers(
    found: &mut Findings<'_>,
    python: &Result<python::Loaded<'_>, (FileKind, ReadError)>,
    person: &Person<'_>,
) {
    let files = found.files;
    let reference = reference::read(files.config, files.credentials);
    let javascript = javascript::read(files.config, files.credentials);
    differences::refused(found, "aws-sdk", reference.as_ref().err());
    differences::refused(found, "javascript", javascript.as_ref().err());
    let views = [
        ("aws-cli", python.as_ref().ok().map(|loaded| &loaded.profiles)),
        ("aws-sdk", reference.as_ref().ok()),
        ("javascript", javascript.as_ref().ok()),
    ];
    differences::check(found, &views);
    if let Ok(loaded) = python {
        role::resolution(found, loaded);
        elsewhere::check(found, loaded, Some(&views));
    }
    if let Some(profiles) = views.iter().find_map(|(_, profiles)| *profiles) {
        each_profile(found, profiles, person);
    }
}

fn each_profile(found: &mut Findings<'_>, profiles: &Profiles<'_>, person: &Person<'_>) {
    let mut partly = partly::Partly::default();
    for profile in profiles.iter() {
        names::check(found, profile);
        keys::check(found, profile);
        role::check(found, profile, profiles, person);
        partly.look_at(profile);
    }
    partly.tell(found);
}

/// Diagnoses as they gather.
struct Findings<'a> {
    files: Files<'a>,
    /// What botocore reads, if it does.
    loaded: Option<&'a python::Loaded<'a>>,
    list: Vec<Diagnosis>,
}

type View<'a, 'b> = (&'static str, Option<&'b Profiles<'a>>);

impl Findings<'_> {
    /// Adds a diagnosis about the line at `offset`.
    fn add(&mut self, code: CheckCode, file: FileKind, offset: usize) -> Option<&mut Diagnosis> {
        let document = self.files.document(file)?;
        let range = document.line_range(offset);
        let text = document.text().get(range.clone()).unwrap_or_default();
        let end = range.start.saturating_add(text.trim_end().len());
        self.list.push(Diagnosis {
            code,
            file,
            place: document.place(offset),
            range: offset..end.max(offset),
            profile: None,
            parameters: Vec::new(),
            fix: None,
        });
        self.list.last_mut()
    }
}
