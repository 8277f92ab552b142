//! What is asked: who wants to assume which role, with which parameters and under which circumstances.

use nanori_identity::{
    ExternalId, IdentityError, Partition, RoleArn, SessionName, SourceIdentity, Timestamp,
};
use nanori_trust::{CallerKind, Request, literal};

use super::{
    lines::{Fault, filled, number, pairs, role, time},
    who::{WhoField, WhoInput},
};

/// What the AWS CLI sends when nobody names the session: shown as an example of a nameless one.
pub const NAMELESS: &str = "botocore-session-1609426800";
/// The longest age of an MFA code in minutes: credentials of `GetSessionToken` last 36 hours.
pub const LONGEST_MFA_MINUTES: u32 = 36 * 60;

/// Where an MFA code was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MfaInput {
    /// Nowhere.
    #[default]
    None,
    /// With the call itself.
    WithCall,
    /// With `GetSessionToken`, so many minutes ago.
    Earlier,
}

/// The question as it is typed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionInput {
    /// Who calls.
    pub who: WhoInput,
    /// The role to assume.
    pub role: String,
    /// The session name; empty for one that a tool makes up.
    pub session_name: String,
    /// Where an MFA code was given.
    pub mfa: MfaInput,
    /// How many minutes ago, if earlier.
    pub mfa_minutes: String,
    /// External ID; empty for none.
    pub external_id: String,
    /// Source identity; empty for none.
    pub source_identity: String,
    /// Session tags, one `key=value` a line.
    pub tags: String,
    /// The caller's address; empty for not known.
    pub address: String,
    /// The time; empty for now.
    pub time: String,
    /// Further condition keys, one `key=value` a line.
    pub more: String,
}

/// A field of [`QuestionInput`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionField {
    /// A field about who calls.
    Who(WhoField),
    /// The role.
    Role,
    /// The session name.
    SessionName,
    /// How many minutes ago an MFA code was given.
    MfaMinutes,
    /// External ID.
    ExternalId,
    /// Source identity.
    SourceIdentity,
    /// Session tags.
    Tags,
    /// The caller's address.
    Address,
    /// The time.
    Time,
    /// Further condition keys.
    More,
}

/// The faults of a question, each with its field.
pub type Faults = Vec<(QuestionField, Fault)>;

impl QuestionInput {
    /// The request that the policies are to decide on.
    ///
    /// # Errors
    /// Every fault there is, in the order of the form.
    pub fn request(&self, now: Timestamp) -> Result<Request, Faults> {
        let mut faults = Faults::new();
        let target = keep(&mut faults, QuestionField::Role, role(&self.role));
        let partition = target.as_ref().map_or(Partition::Aws, RoleArn::partition);
        let caller = match self.who.caller(partition) {
            Ok(caller) => Some(caller),
            Err(found) => {
                faults.extend(found.into_iter().map(|(field, fault)| (QuestionField::Who(field), fault)));
                None
            }
        };
        let Some((caller, target)) = caller.zip(target) else { return Err(faults) };
        let caller = match self.mfa {
            MfaInput::Earlier => {
                let minutes = number(&self.mfa_minutes, 0, LONGEST_MFA_MINUTES);
                let minutes = keep(&mut faults, QuestionField::MfaMinutes, minutes).unwrap_or_default();
                caller.mfa_session(u64::from(minutes) * 60)
            }
            _ => caller,
        };
        let is_service = matches!(caller.kind(), CallerKind::Service { .. });
        let mut request = Request::assume_role(caller, target);
        // A service chooses its session name itself, and policies rarely know it.
        let name = filled(&self.session_name);
        if name.is_some() || !is_service {
            let name = typed::<SessionName>(name.unwrap_or(NAMELESS));
            if let Some(name) = keep(&mut faults, QuestionField::SessionName, name) {
                request = request.session_name(name.as_str());
            }
        }
        if self.mfa == MfaInput::WithCall {
            request = request.mfa();
        }
        if let Some(text) = filled(&self.external_id)
            && let Some(id) = keep(&mut faults, QuestionField::ExternalId, typed::<ExternalId>(text))
        {
            request = request.external_id(id.as_str());
        }
        if let Some(text) = filled(&self.source_identity)
            && let Some(identity) =
                keep(&mut faults, QuestionField::SourceIdentity, typed::<SourceIdentity>(text))
        {
            request = request.source_identity(identity.as_str());
        }
        for (key, value) in keep(&mut faults, QuestionField::Tags, pairs(&self.tags)).unwrap_or_default() {
            request = request.tag(&key, &value);
        }
        if let Some(text) = filled(&self.address) {
            // One address: nobody calls from a whole block.
            let one = literal::Block::parse(text).filter(|_| !text.contains('/'));
            let one = one.ok_or_else(|| Fault::Address(text.to_owned()));
            request = keep(&mut faults, QuestionField::Address, one)
                .map_or(request.clone(), |_| request.source_ip(text));
        }
        let at = if filled(&self.time).is_some() { time(&self.time) } else { Ok(now) };
        if let Some(at) = keep(&mut faults, QuestionField::Time, at) {
            request = request.at(at);
        }
        for (key, value) in keep(&mut faults, QuestionField::More, pairs(&self.more)).unwrap_or_default() {
            request = request.set(&key, [value]);
        }
        if faults.is_empty() { Ok(request) } else { Err(faults) }
    }

    /// How many of the seldom used fields are filled in.
    pub fn more_used(&self) -> usize {
        [&self.who.tags, &self.source_identity, &self.tags, &self.address, &self.time, &self.more]
            .into_iter()
            .filter(|text| filled(text).is_some())
            .count()
    }
}

fn keep<T>(faults: &mut Faults, field: QuestionField, read: Result<T, Fault>) -> Option<T> {
    read.map_err(|fault| faults.push((field, fault))).ok()
}

fn typed<T: core::str::FromStr<Err = IdentityError>>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(Fault::Identity)
}

#[cfg(test)]
mod tests;
