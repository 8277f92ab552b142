//! From what the form holds to the call that will be signed: every field parsed once, every fault kept with its field.

use nanori_identity::{
    ExternalId, IdentityError, MfaCode, MfaSerial, RoleArn, SessionDuration, SessionName, SourceIdentity,
    Tag, Tags, TransitiveTagKey,
};
use nanori_sts::{AssumeRole, Call, Mfa, PolicyArn, PolicyArns, SessionPolicy, StsError, TransitiveTagKeys};

/// What the form holds, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SwitchInput {
    /// Seconds; 0 for what STS gives when nothing is asked for.
    pub duration: u32,
    /// Whether an MFA code goes with it.
    pub mfa: bool,
    /// The MFA device.
    pub mfa_serial: String,
    /// The six digits.
    pub mfa_code: String,
    /// External ID; empty for none.
    pub external_id: String,
    /// Source identity; empty for none.
    pub source_identity: String,
    /// Inline session policy; empty for none.
    pub policy: String,
    /// Policy ARNs, one a line.
    pub policy_arns: String,
    /// Tags, one `key=value` a line.
    pub tags: String,
    /// Transitive tag keys, one a line.
    pub transitive: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwitchField {
    /// How long.
    Duration,
    /// The MFA device.
    MfaSerial,
    /// The six digits.
    MfaCode,
    /// External ID.
    ExternalId,
    /// Source identity.
    SourceIdentity,
    /// Inline session policy.
    Policy,
    /// Managed session policies.
    PolicyArns,
    /// Session tags.
    Tags,
    /// Transitive tag keys.
    Transitive,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwitchFault {
    /// A value that AWS does not accept.
    Identity(IdentityError),
    /// A value that STS does not accept.
    Sts(StsError),
    /// The policy is not JSON.
    NotJson,
    /// A tag line without `=`.
    TagForm {
        /// The line, counted from 1.
        line: usize,
    },
    /// MFA is on and the code is not six digits.
    CodeMissing,
}

/// The faults of a form, each with its field.
pub type Faults = Vec<(SwitchField, SwitchFault)>;

impl SwitchInput {
    /// The call, under `session_name`.
    ///
    /// # Errors
    /// Every fault there is, in the order of the form.
    pub fn plan(&self, role: &RoleArn, session_name: &SessionName) -> Result<AssumeRole, Faults> {
        let mut faults = Faults::new();
        let mut call = AssumeRole::new(role.clone(), session_name.clone());
        if self.duration != 0 {
            let duration = SessionDuration::from_seconds(self.duration.into());
            call.duration = keep(&mut faults, SwitchField::Duration, duration.map_err(SwitchFault::Identity));
        }
        if self.mfa {
            let serial = self.mfa_serial.trim().parse::<MfaSerial>().map_err(SwitchFault::Identity);
            let code = self.mfa_code.parse::<MfaCode>().map_err(|_| SwitchFault::CodeMissing);
            let serial = keep(&mut faults, SwitchField::MfaSerial, serial);
            let code = keep(&mut faults, SwitchField::MfaCode, code);
            call.mfa = serial.zip(code).map(|(serial, code)| Mfa { serial, code });
        }
        if let Some(text) = filled(&self.external_id) {
            let id = text.parse::<ExternalId>().map_err(SwitchFault::Identity);
            call.external_id = keep(&mut faults, SwitchField::ExternalId, id);
        }
        if let Some(text) = filled(&self.source_identity) {
            let identity = text.parse::<SourceIdentity>().map_err(SwitchFault::Identity);
            call.source_identity = keep(&mut faults, SwitchField::SourceIdentity, identity);
        }
        if let Some(text) = filled(&self.policy) {
            call.policy = keep(&mut faults, SwitchField::Policy, policy(text));
        }
        call.policy_arns =
            keep(&mut faults, SwitchField::PolicyArns, policy_arns(&self.policy_arns)).unwrap_or_default();
        call.tags = keep(&mut faults, SwitchField::Tags, tags(&self.tags)).unwrap_or_default();
        call.transitive_tag_keys =
            keep(&mut faults, SwitchField::Transitive, transitive(&self.transitive)).unwrap_or_default();
        if faults.is_empty()
            && let Err(error) = call.check()
        {
            let field = if matches!(error, StsError::ForeignPolicyArn { .. }) {
                SwitchField::PolicyArns
            } else {
                SwitchField::Policy
            };
            faults.push((field, SwitchFault::Sts(error)));
        }
        if faults.is_empty() { Ok(call) } else { Err(faults) }
    }

    /// How many of the seldom used fields are filled in: external ID and source identity.
    pub fn options_used(&self) -> usize {
        [&self.external_id, &self.source_identity].into_iter().filter(|text| filled(text).is_some()).count()
    }

    /// How many of the advanced fields are filled in.
    pub fn advanced_used(&self) -> usize {
        [&self.policy, &self.policy_arns, &self.tags, &self.transitive]
            .into_iter()
            .filter(|text| filled(text).is_some())
            .count()
    }
}

fn keep<T>(faults: &mut Faults, field: SwitchField, read: Result<T, SwitchFault>) -> Option<T> {
    read.map_err(|fault| faults.push((field, fault))).ok()
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter_map(|(number, line)| Some((number, filled(line)?)))
}

fn policy(text: &str) -> Result<SessionPolicy, SwitchFault> {
    serde_json::from_str::<serde_json::Value>(text)
        .ok()
        .filter(serde_json::Value::is_object)
        .ok_or(SwitchFault::NotJson)?;
    text.parse().map_err(SwitchFault::Sts)
}

fn policy_arns(text: &str) -> Result<PolicyArns, SwitchFault> {
    let arns: Result<Vec<PolicyArn>, StsError> = lines(text).map(|(_, line)| line.parse()).collect();
    arns.and_then(PolicyArns::new).map_err(SwitchFault::Sts)
}

fn tags(text: &str) -> Result<Tags, SwitchFault> {
    let tags: Result<Vec<Tag>, SwitchFault> = lines(text)
        .map(|(number, line)| {
            let (key, value) = line.split_once('=').ok_or(SwitchFault::TagForm { line: number })?;
            Tag::new(key.trim(), value.trim()).map_err(SwitchFault::Identity)
        })
        .collect();
    Tags::new(tags?).map_err(SwitchFault::Identity)
}

fn transitive(text: &str) -> Result<TransitiveTagKeys, SwitchFault> {
    let keys: Result<Vec<TransitiveTagKey>, IdentityError> =
        lines(text).map(|(_, line)| line.parse()).collect();
    TransitiveTagKeys::new(keys.map_err(SwitchFault::Identity)?).map_err(SwitchFault::Sts)
}

#[cfg(test)]
mod tests;
