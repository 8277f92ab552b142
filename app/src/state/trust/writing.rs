//! What a new policy is to demand, as it is typed in.

use nanori_identity::{AccountId, ExternalId, Principal, RoleArn};
use nanori_trust::generate::{Form, FormError, NameDemand, Rules, Who};

use super::lines::{Fault, filled, lines, number, pairs, role, time};
use super::question::LONGEST_MFA_MINUTES;

/// How people come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// With keys of their own, or from roles of theirs.
    #[default]
    OwnKeys,
    /// By way of a broker, which says who they are.
    Broker,
    /// With a token of an identity provider.
    Provider,
}

/// What the session name must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameChoice {
    /// The caller's IAM user name.
    #[default]
    UserName,
    /// The value of a tag of the caller.
    PrincipalTag,
    /// The subject of the token.
    Subject,
    /// The source identity.
    SourceIdentity,
    /// Anything.
    Any,
}

impl Way {
    /// What a name can be demanded to be, the usual first.
    pub const fn names(self) -> &'static [NameChoice] {
        match self {
            Self::OwnKeys => &[NameChoice::UserName, NameChoice::PrincipalTag, NameChoice::Any],
            Self::Broker => &[NameChoice::SourceIdentity, NameChoice::PrincipalTag, NameChoice::Any],
            Self::Provider => &[NameChoice::Subject, NameChoice::SourceIdentity, NameChoice::Any],
        }
    }
}

impl NameChoice {
    /// A word for values of controls.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UserName => "user-name",
            Self::PrincipalTag => "principal-tag",
            Self::Subject => "subject",
            Self::SourceIdentity => "source-identity",
            Self::Any => "any",
        }
    }
}

/// The form, field by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WritingInput {
    /// The role that is entered.
    pub role: String,
    /// How people come.
    pub way: Way,
    /// Accounts, users and roles, one a line.
    pub who: String,
    /// The broker's role or user.
    pub broker: String,
    /// The provider's ARN.
    pub provider: String,
    /// The client id that tokens must be issued for.
    pub audience: String,
    /// What the session name must be.
    pub name: NameChoice,
    /// The tag, if it is that of a tag.
    pub name_tag: String,
    /// Patterns of session names, one a line.
    pub name_patterns: String,
    /// Whether the source identity must be set to the name.
    pub source_identity: bool,
    /// Whether MFA is demanded.
    pub mfa: bool,
    /// Within how many minutes.
    pub mfa_minutes: String,
    /// External ID; empty for none.
    pub external_id: String,
    /// Session tags, one `key=value` a line.
    pub session_tags: String,
    /// Tags of the callers, one `key=value` a line.
    pub principal_tags: String,
    /// Addresses or blocks, one a line.
    pub addresses: String,
    /// When the permission ends; empty for never.
    pub until: String,
    /// The longest session in hours; empty for what the role has.
    pub hours: String,
}

impl Default for WritingInput {
    fn default() -> Self {
        Self {
            role: String::new(),
            way: Way::default(),
            who: String::new(),
            broker: String::new(),
            provider: String::new(),
            audience: String::new(),
            name: NameChoice::default(),
            name_tag: String::new(),
            name_patterns: String::new(),
            source_identity: false,
            mfa: false,
            mfa_minutes: "60".into(),
            external_id: String::new(),
            session_tags: String::new(),
            principal_tags: String::new(),
            addresses: String::new(),
            until: String::new(),
            hours: String::new(),
        }
    }
}

/// A field of [`WritingInput`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum WritingField {
    Role,
    Who,
    Broker,
    Provider,
    Audience,
    NameTag,
    MfaMinutes,
    ExternalId,
    SessionTags,
    PrincipalTags,
    Addresses,
    Until,
    Hours,
}

/// What is wrong with the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Fields that are wrong by themselves.
    pub fields: Vec<(WritingField, Fault)>,
    /// What does not go together.
    pub whole: Option<FormError>,
}

impl WritingInput {
    /// The form, checked: it comes to policies.
    ///
    /// # Errors
    /// Every field that is wrong; or else what does not go together.
    pub fn form(&self) -> Result<Form, Faults> {
        let mut faults = Vec::new();
        let target = keep(&mut faults, WritingField::Role, role(&self.role));
        let who = self.everybody(&mut faults);
        let rules = self.rules(&mut faults);
        match target {
            Some(target) if faults.is_empty() => {
                let form = Form { role: target, who, rules };
                match form.policies() {
                    Ok(_) => Ok(form),
                    Err(error) => Err(Faults { fields: faults, whole: Some(error) }),
                }
            }
            _ => Err(Faults { fields: faults, whole: None }),
        }
    }

    /// What the callers' policy is called: the role's name says what it is for.
    pub fn policy_name(&self) -> String {
        let name = role(&self.role).map(|role| role.name().to_owned()).unwrap_or_default();
        format!("assume-{name}")
    }

    /// How many of the seldom used demands are made.
    pub fn more_used(&self) -> usize {
        let texts = [
            &self.name_patterns,
            &self.external_id,
            &self.session_tags,
            &self.principal_tags,
            &self.addresses,
            &self.until,
            &self.hours,
        ];
        texts.into_iter().filter(|text| filled(text).is_some()).count()
    }

    fn everybody(&self, faults: &mut Vec<(WritingField, Fault)>) -> Vec<Who> {
        match self.way {
            Way::OwnKeys => {
                let read: Result<Vec<Who>, Fault> = lines(&self.who)
                    .map(|(number, line)| somebody(line).ok_or(Fault::Nobody(number)))
                    .collect();
                let read = read.and_then(|who| if who.is_empty() { Err(Fault::Missing) } else { Ok(who) });
                keep(faults, WritingField::Who, read).unwrap_or_default()
            }
            Way::Broker => {
                let broker =
                    filled(&self.broker).ok_or(Fault::Missing).and_then(|text| match somebody(text) {
                        Some(broker @ (Who::Role(_) | Who::User { .. })) => Ok(broker),
                        _ => Err(Fault::Nobody(1)),
                    });
                keep(faults, WritingField::Broker, broker).into_iter().collect()
            }
            Way::Provider => {
                let arn = filled(&self.provider).ok_or(Fault::Missing).and_then(|arn| {
                    let named = arn.starts_with("arn:") && arn.contains(":oidc-provider/");
                    if named { Ok(arn.to_owned()) } else { Err(Fault::Provider) }
                });
                let arn = keep(faults, WritingField::Provider, arn);
                let audience = filled(&self.audience).map(str::to_owned).ok_or(Fault::Missing);
                let audience = keep(faults, WritingField::Audience, audience);
                arn.zip(audience).map(|(arn, audience)| Who::Provider { arn, audience }).into_iter().collect()
            }
        }
    }

    fn rules(&self, faults: &mut Vec<(WritingField, Fault)>) -> Rules {
        use WritingField as F;
        // A choice of another way, left from before, is not one of this.
        let name = if self.way.names().contains(&self.name) { self.name } else { NameChoice::Any };
        let name = match name {
            NameChoice::UserName => NameDemand::UserName,
            NameChoice::PrincipalTag => {
                let key = filled(&self.name_tag).map(str::to_owned).ok_or(Fault::Missing);
                NameDemand::PrincipalTag(keep(faults, F::NameTag, key).unwrap_or_default())
            }
            NameChoice::Subject => NameDemand::Subject,
            NameChoice::SourceIdentity => NameDemand::SourceIdentity,
            NameChoice::Any => NameDemand::Any,
        };
        let source_identity =
            self.source_identity && !matches!(name, NameDemand::Any | NameDemand::SourceIdentity);
        let mfa = (self.mfa && self.way == Way::OwnKeys)
            .then(|| number(&self.mfa_minutes, 1, LONGEST_MFA_MINUTES))
            .and_then(|minutes| keep(faults, F::MfaMinutes, minutes));
        let external_id = filled(&self.external_id)
            .map(|text| text.parse::<ExternalId>().map_err(Fault::Identity))
            .and_then(|id| keep(faults, F::ExternalId, id));
        let addresses =
            lines(&self.addresses).map(|(_, line)| match nanori_trust::literal::Block::parse(line) {
                Some(_) => Ok(line.to_owned()),
                None => Err(Fault::Address(line.to_owned())),
            });
        let addresses: Result<Vec<String>, Fault> = addresses.collect();
        let until = filled(&self.until).map(time).and_then(|until| keep(faults, F::Until, until));
        let hours =
            filled(&self.hours).map(|text| number(text, 1, 12)).and_then(|it| keep(faults, F::Hours, it));
        Rules {
            name,
            name_patterns: lines(&self.name_patterns).map(|(_, line)| line.to_owned()).collect(),
            source_identity,
            mfa_minutes: mfa,
            external_id,
            session_tags: keep(faults, F::SessionTags, pairs(&self.session_tags)).unwrap_or_default(),
            principal_tags: keep(faults, F::PrincipalTags, pairs(&self.principal_tags)).unwrap_or_default(),
            addresses: keep(faults, F::Addresses, addresses).unwrap_or_default(),
            until,
            session_hours: hours.and_then(|hours| u8::try_from(hours).ok()),
        }
    }
}

/// An account number, or the ARN of an account, a user or a role.
fn somebody(line: &str) -> Option<Who> {
    if let Ok(account) = line.parse::<AccountId>() {
        return Some(Who::Account(account));
    }
    if let Ok(role) = line.parse::<RoleArn>() {
        return Some(Who::Role(role));
    }
    match line.parse::<Principal>().ok()? {
        Principal::User { account, path, name, .. } => Some(Who::User { account, path, name }),
        Principal::Root { account, .. } => Some(Who::Account(account)),
        _ => None,
    }
}

fn keep<T>(
    faults: &mut Vec<(WritingField, Fault)>,
    field: WritingField,
    read: Result<T, Fault>,
) -> Option<T> {
    read.map_err(|fault| faults.push((field, fault))).ok()
}

#[cfg(test)]
mod tests;
