//! One set of credentials in the making: the values found so far, and the checks that make them usable.

use nanori_identity::{Credentials, Timestamp};
use zeroize::Zeroizing;

use super::{FoundCredentials, PasteCode, PasteProblem};
use crate::Place;

/// What a name in the text stands for, however that text spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Variable {
    AccessKeyId,
    SecretAccessKey,
    SessionToken,
    SecurityToken,
    Region,
    DefaultRegion,
    MfaSerial,
    Expiration,
    Profile,
    SourceProfile,
}

impl Variable {
    /// Matches without regard to case, underscores, hyphens and blanks: `AWS_ACCESS_KEY_ID`, `aws_access_key_id`,
    /// `AccessKeyId` and `Access key ID` are one name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let plain: String =
            name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        Some(match plain.strip_prefix("aws").unwrap_or(&plain) {
            "accesskeyid" | "accesskey" | "sessionid" => Self::AccessKeyId,
            "secretaccesskey" | "secretkey" | "sessionkey" => Self::SecretAccessKey,
            "sessiontoken" | "token" => Self::SessionToken,
            "securitytoken" => Self::SecurityToken,
            "region" => Self::Region,
            "defaultregion" => Self::DefaultRegion,
            "mfaserial" | "serialnumber" => Self::MfaSerial,
            "credentialexpiration" | "expiration" | "sessionexpiration" | "xsecuritytokenexpires" => {
                Self::Expiration
            }
            "profile" | "defaultprofile" | "username" | "profilename" => Self::Profile,
            "sourceprofile" => Self::SourceProfile,
            _ => return None,
        })
    }
}

struct Field {
    variable: Variable,
    value: Zeroizing<String>,
    place: Place,
}

/// Values that belong together.
pub(super) struct Block {
    pub label: Option<String>,
    place: Place,
    fields: Vec<Field>,
    /// Whether a line of it could not be read: then what is missing has been told already.
    broken: bool,
}

impl Block {
    pub(super) const fn new(label: Option<String>, place: Place) -> Self {
        Self { label, place, fields: Vec::new(), broken: false }
    }

    /// Whether the variable has a value already, so that another one begins another set.
    pub(super) fn has(&self, variable: Variable) -> bool {
        self.value(variable).is_some()
    }

    /// Adds a value; an empty one only clears a variable in a shell and says nothing.
    pub(super) fn set(&mut self, variable: Variable, value: Zeroizing<String>, place: Place) {
        if !value.trim().is_empty() {
            self.fields.push(Field { variable, value, place });
        }
    }

    /// Notes that a line of it could not be read.
    pub(super) const fn spoil(&mut self) {
        self.broken = true;
    }

    fn value(&self, variable: Variable) -> Option<&Field> {
        self.fields.iter().rfind(|field| field.variable == variable)
    }

    fn holds_keys(&self) -> bool {
        use Variable::{AccessKeyId, SecretAccessKey, SecurityToken, SessionToken};
        [AccessKeyId, SecretAccessKey, SessionToken, SecurityToken].iter().any(|variable| self.has(*variable))
    }

    /// The credentials, or the reason in `problems` why there are none. A block without any key says nothing.
    pub(super) fn finish(self, problems: &mut Vec<PasteProblem>) -> Option<FoundCredentials> {
        if !self.holds_keys() {
            return None;
        }
        let label = self.label.clone().or_else(|| self.value(Variable::Profile).map(|f| f.value.to_string()));
        let mut checks = Checks { problems, label: label.clone(), usable: !self.broken, place: self.place };
        let access_key_id = checks.required(
            self.value(Variable::AccessKeyId),
            PasteCode::MissingAccessKeyId,
            PasteCode::BadAccessKeyId,
        );
        let secret_access_key = checks.required(
            self.value(Variable::SecretAccessKey),
            PasteCode::MissingSecretAccessKey,
            PasteCode::BadSecretAccessKey,
        );
        let token = self.value(Variable::SessionToken).or_else(|| self.value(Variable::SecurityToken));
        let session_token = token.and_then(|field| checks.parsed(field, PasteCode::BadSessionToken, true));
        let (access_key_id, secret_access_key) = (access_key_id?, secret_access_key?);
        let id: &nanori_identity::AccessKeyId = &access_key_id;
        if token.is_none() && id.is_temporary() {
            let place = self.value(Variable::AccessKeyId).map_or(self.place, |field| field.place);
            checks.refuse(PasteCode::MissingSessionToken, place);
        }
        let expiration = self.value(Variable::Expiration).and_then(|field| checks.expiration(field));
        let region = self.value(Variable::Region).or_else(|| self.value(Variable::DefaultRegion));
        let region = region.and_then(|field| checks.parsed(field, PasteCode::BadRegion, false));
        let mfa_serial = self
            .value(Variable::MfaSerial)
            .and_then(|field| checks.parsed(field, PasteCode::BadMfaSerial, false));
        checks.usable.then(|| FoundCredentials {
            label,
            credentials: Credentials { access_key_id, secret_access_key, session_token, expiration },
            region,
            mfa_serial,
            place: self.place,
        })
    }
}

/// Joins the blocks of one profile (its config section and its credentials section), and gives a source profile the
/// MFA device that a role profile names for it: the device belongs to the user whose key that is.
pub(super) fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.iter_mut().find(|earlier| block.label.is_some() && earlier.label == block.label) {
            Some(earlier) => earlier.fields.extend(block.fields),
            None => joined.push(block),
        }
    }
    let devices: Vec<_> = joined.iter().filter_map(device_of_source).collect();
    for (source, field) in devices {
        let owner = joined.iter_mut().find(|block| block.label.as_ref() == Some(&source));
        if let Some(owner) = owner.filter(|owner| !owner.has(Variable::MfaSerial)) {
            owner.fields.push(field);
        }
    }
    joined
}

fn device_of_source(block: &Block) -> Option<(String, Field)> {
    let source = block.value(Variable::SourceProfile)?.value.to_string();
    let device = block.value(Variable::MfaSerial)?;
    Some((source, Field { variable: device.variable, value: device.value.clone(), place: device.place }))
}

struct Checks<'a> {
    problems: &'a mut Vec<PasteProblem>,
    label: Option<String>,
    usable: bool,
    place: Place,
}

impl Checks<'_> {
    fn required<T: core::str::FromStr>(
        &mut self,
        field: Option<&Field>,
        missing: PasteCode,
        bad: PasteCode,
    ) -> Option<T> {
        match field {
            Some(field) => self.parsed(field, bad, true),
            None => {
                if self.usable {
                    self.refuse(missing, self.place);
                }
                None
            }
        }
    }

    /// The value as a `T`; a bad value makes the whole set unusable only if it is `vital`.
    fn parsed<T: core::str::FromStr>(&mut self, field: &Field, bad: PasteCode, vital: bool) -> Option<T> {
        let text = field.value.trim();
        let masked = text.contains("****");
        if let (false, Ok(value)) = (masked, text.parse()) {
            return Some(value);
        }
        let code = if masked { PasteCode::Masked } else { bad };
        if vital {
            self.refuse(code, field.place);
        } else {
            self.note(code, field.place);
        }
        None
    }

    /// RFC 3339, or milliseconds since 1970 as the single sign-on portal's API gives them.
    fn expiration(&mut self, field: &Field) -> Option<Timestamp> {
        let text = field.value.trim();
        let milliseconds =
            text.parse::<i64>().ok().filter(|n| *n > 10_000_000_000).map(|n| n.div_euclid(1000));
        match milliseconds.and_then(|seconds| Timestamp::from_unix(seconds).ok()) {
            Some(time) => Some(time),
            None => self.parsed(field, PasteCode::BadExpiration, false),
        }
    }

    fn refuse(&mut self, code: PasteCode, place: Place) {
        self.usable = false;
        self.note(code, place);
    }

    fn note(&mut self, code: PasteCode, place: Place) {
        self.problems.push(PasteProblem { code, place, label: self.label.clone() });
    }
}
