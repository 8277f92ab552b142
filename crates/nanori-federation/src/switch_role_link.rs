//! AWS's own switch-role links, as people have them in wikis and bookmarks.

use nanori_identity::{AccountId, IdentityError, Partition, RoleArn};

use crate::{
    FederationError,
    address::Address,
    endpoint::{console_host, is_host_or_label_before, signin_host},
    form,
};

/// A role as AWS's `switchrole?account=…&roleName=…&displayName=…` names it.
///
/// Read are links to the sign-in and console hosts of every partition, also their regional forms, with the path
/// `/switchrole` or `/switch-role`. Parameters that are not about the role are AWS's own affair and passed over.
/// Source: IAM user guide, "Switch from a user to an IAM role (console)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchRoleLink {
    /// The role; its partition is that of the link's host.
    pub role: RoleArn,
    /// `displayName`: what the person calls it, up to 64 characters.
    pub display_name: Option<String>,
    /// `color`: six hexadecimal digits, lower-case.
    pub color: Option<String>,
}

impl SwitchRoleLink {
    /// Reads a link.
    ///
    /// # Errors
    /// [`FederationError::NotASwitchRoleLink`] for any other address, [`FederationError::AccountAlias`],
    /// [`FederationError::MissingParameter`], [`FederationError::DuplicateParameter`],
    /// [`FederationError::Identity`] for a role name that is none.
    pub fn read(text: &str) -> Result<Self, FederationError> {
        let address = Address::read(text)?;
        let partition = partition_of(address.host).ok_or(FederationError::NotASwitchRoleLink)?;
        if !matches!(address.path, "/switchrole" | "/switch-role") {
            return Err(FederationError::NotASwitchRoleLink);
        }
        let fields = form::decode(address.query)?;
        let field = |name: &str| {
            fields
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
                .filter(|v| !v.is_empty())
        };
        let account = field("account").ok_or(FederationError::MissingParameter { name: "account" })?;
        let role = field("roleName").ok_or(FederationError::MissingParameter { name: "roleName" })?;
        let is_color = |text: &&str| text.len() == 6 && text.bytes().all(|b| b.is_ascii_hexdigit());
        Ok(Self {
            role: role_arn(partition, account_id(account)?, role)?,
            display_name: field("displayName").and_then(shown_name),
            color: field("color").filter(is_color).map(str::to_ascii_lowercase),
        })
    }
}

fn partition_of(host: &str) -> Option<Partition> {
    Partition::ALL.into_iter().find(|partition| {
        is_host_or_label_before(host, signin_host(*partition))
            || is_host_or_label_before(host, console_host(*partition))
    })
}

fn account_id(text: &str) -> Result<AccountId, FederationError> {
    // AWS's own form accepts `1111-2222-3333` too, and links hold what was typed.
    let digits = text.replace('-', "");
    if let Ok(account) = digits.parse() {
        return Ok(account);
    }
    // Source: IAM API reference, `CreateAccountAlias`: 3–63 of a–z, 0–9 and inner hyphens.
    let is_alias = (3..=63).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if is_alias && !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(FederationError::AccountAlias { alias: text.to_owned() });
    }
    Err(text.parse::<AccountId>().map_or_else(FederationError::from, |_| FederationError::NotASwitchRoleLink))
}

/// `roleName` may hold the path, with or without its first slash.
fn role_arn(partition: Partition, account: AccountId, name: &str) -> Result<RoleArn, IdentityError> {
    let (path, name) = match name.trim_start_matches('/').rsplit_once('/') {
        Some((path, name)) => (format!("/{path}/"), name),
        None => ("/".to_owned(), name.trim_start_matches('/')),
    };
    RoleArn::new(partition, account, &path, name)
}

fn shown_name(text: &str) -> Option<String> {
    let name: String = text.trim().chars().filter(|c| !c.is_control()).take(64).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests;
