//! Which role the person means: by ARN, by an AWS switch-role link, by one of our own links, or as `account/role`.
//!
//! Only reads; nothing typed here is sent anywhere.

use nanori_federation::{DeepLink, FederationError, SwitchRoleLink};
use nanori_identity::{AccountId, IdentityError, Partition, RoleArn};

use super::saved_role::Colour;

/// A role as it was typed, with what else the text said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleInput {
    /// The role.
    pub arn: RoleArn,
    /// The display name of a switch-role link; empty otherwise.
    pub label: String,
    /// The colour of a switch-role link.
    pub colour: Colour,
    /// Whether the text was the ARN of a role *session*, which does not tell the role's path.
    pub path_unknown: bool,
}

/// Why the text names no role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleInputError {
    /// Nothing typed yet.
    Empty,
    /// A switch-role link with an account alias: only AWS knows which number that is.
    AccountAlias {
        /// The alias.
        alias: String,
    },
    /// A switch-role link that lacks `account` or `roleName`.
    IncompleteLink,
    /// Neither a link nor an ARN nor `account/role`.
    Unrecognised,
    /// It has the form, and a part of it is refused.
    Refused(IdentityError),
}

impl RoleInput {
    /// Reads what was typed or pasted.
    ///
    /// # Errors
    /// [`RoleInputError`] if it names no role.
    pub fn read(typed: &str) -> Result<Self, RoleInputError> {
        let typed = typed.trim().trim_matches(['"', '\'', '`', '<', '>']).trim();
        if typed.is_empty() {
            return Err(RoleInputError::Empty);
        }
        if typed.starts_with("https://") || typed.starts_with("http://") || typed.starts_with("/switch?") {
            return link(typed);
        }
        if let Some(session) = typed.strip_prefix("arn:").and_then(assumed_role) {
            return Ok(Self { path_unknown: true, ..Self::plain(session?) });
        }
        if typed.starts_with("arn:") {
            return typed.parse().map(Self::plain).map_err(RoleInputError::Refused);
        }
        account_and_role(typed)
    }

    /// Reads the separate fields of account, path and name. The path may lack its slashes.
    ///
    /// # Errors
    /// [`IdentityError`] of the field that is refused.
    pub fn assemble(
        partition: Partition,
        account: &str,
        path: &str,
        name: &str,
    ) -> Result<RoleArn, IdentityError> {
        let digits: String = account.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
        let path = match path.trim().trim_matches('/') {
            "" => "/".to_owned(),
            inner => format!("/{inner}/"),
        };
        RoleArn::new(partition, digits.parse::<AccountId>()?, &path, name.trim())
    }

    const fn plain(arn: RoleArn) -> Self {
        Self { arn, label: String::new(), colour: Colour::None, path_unknown: false }
    }
}

/// `arn:aws:sts::…:assumed-role/{role}/{session}` without its `arn:`, as CloudTrail and `get-caller-identity` show it.
fn assumed_role(rest: &str) -> Option<Result<RoleArn, RoleInputError>> {
    let mut parts = rest.splitn(5, ':');
    let (partition, service, _, account, resource) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let name = resource.strip_prefix("assumed-role/")?.split('/').next()?;
    (service == "sts").then(|| {
        let partition = partition.parse().map_err(RoleInputError::Refused)?;
        RoleInput::assemble(partition, account, "", name).map_err(RoleInputError::Refused)
    })
}

/// `222222222222/team/admin_role`, with a space, a colon or a slash between.
fn account_and_role(typed: &str) -> Result<RoleInput, RoleInputError> {
    let (account, role) = typed.split_once([' ', '/', ':', '\t']).ok_or(RoleInputError::Unrecognised)?;
    let account: AccountId = account.parse().map_err(|_| RoleInputError::Unrecognised)?;
    let role = role.trim().trim_start_matches('/');
    let (path, name) = role.rsplit_once('/').unwrap_or(("", role));
    RoleInput::assemble(Partition::Aws, account.as_str(), path, name)
        .map(RoleInput::plain)
        .map_err(RoleInputError::Refused)
}

fn link(typed: &str) -> Result<RoleInput, RoleInputError> {
    match SwitchRoleLink::read(typed) {
        Ok(link) => Ok(RoleInput {
            arn: link.role,
            label: link.display_name.unwrap_or_default(),
            colour: link.color.map_or(Colour::None, |hex| Colour::nearest(&hex)),
            path_unknown: false,
        }),
        Err(FederationError::AccountAlias { alias }) => Err(RoleInputError::AccountAlias { alias }),
        Err(FederationError::MissingParameter { .. }) => Err(RoleInputError::IncompleteLink),
        Err(FederationError::Identity(error)) => Err(RoleInputError::Refused(error)),
        Err(_) => our_link(typed),
    }
}

/// A link of this portal or of another one: only the role is taken from it.
fn our_link(typed: &str) -> Result<RoleInput, RoleInputError> {
    let (address, query) = typed.split_once('?').ok_or(RoleInputError::Unrecognised)?;
    let link = DeepLink::read(query).map_err(|_| RoleInputError::Unrecognised)?;
    if address.ends_with(DeepLink::PATH) {
        Ok(RoleInput::plain(link.role))
    } else {
        Err(RoleInputError::Unrecognised)
    }
}

#[cfg(test)]
mod tests;
