//! The ARN of an IAM role, with its path.

use core::{fmt, str::FromStr};

use crate::arn::Fields;
use crate::{AccountId, Field, IdentityError, Partition, charset};

/// `arn:{partition}:iam::{account}:role{path}{name}`.
///
/// The name has 1–64 characters of `[\w+=,.@-]`; the path begins and ends with `/` and has up to 512 characters from
/// `!` to `~`. Source: STS API reference, `AssumeRole` `RoleArn`; IAM user guide, "IAM and AWS STS quotas".
///
/// ```
/// # use nanori_identity::RoleArn;
/// let role: RoleArn = "arn:aws:iam::222222222222:role/team/a/admin_role".parse()?;
/// assert_eq!((role.path(), role.name()), ("/team/a/", "admin_role"));
/// // STS drops the path in what it answers:
/// assert_eq!(role.assumed_role_prefix(), "arn:aws:sts::222222222222:assumed-role/admin_role/");
/// # Ok::<(), nanori_identity::IdentityError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleArn {
    text: String,
    partition: Partition,
    account: AccountId,
    /// Where the path begins in the text, and where the name does.
    path_at: usize,
    name_at: usize,
}

impl RoleArn {
    /// The ARN of the role `name` at `path` (`"/"` for none) in `account`.
    ///
    /// # Errors
    /// [`IdentityError`] if path or name is not one that IAM accepts.
    pub fn new(
        partition: Partition,
        account: AccountId,
        path: &str,
        name: &str,
    ) -> Result<Self, IdentityError> {
        if !(path.starts_with('/') && path.ends_with('/')) {
            charset::check(Field::RoleName, name, 1, 64, charset::is_name)?;
            return Err(IdentityError::Form {
                field: Field::RolePath,
                expected: "a path such as / or /team/a/",
            });
        }
        let text = format!("arn:{partition}:iam::{account}:role{path}{name}");
        Self::of(text, partition, account, path.len(), name.len())
    }

    /// The role of an ARN whose fields are right, and that ends with a path and a name of so many bytes.
    fn of(
        text: String,
        partition: Partition,
        account: AccountId,
        path: usize,
        name: usize,
    ) -> Result<Self, IdentityError> {
        let name_at = text.len().saturating_sub(name);
        let role = Self { path_at: name_at.saturating_sub(path), name_at, text, partition, account };
        charset::check(Field::RoleName, role.name(), 1, 64, charset::is_name)?;
        charset::check(Field::RolePath, role.path(), 1, 512, |c| matches!(c, '!'..='~'))?;
        Ok(role)
    }

    /// The whole ARN.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The partition, which decides endpoints and console.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        self.partition
    }

    /// The account that the role belongs to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The path, `/` at least.
    #[must_use]
    pub fn path(&self) -> &str {
        self.text.get(self.path_at..self.name_at).unwrap_or_default()
    }

    /// The name without its path.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.get(self.name_at..).unwrap_or_default()
    }

    /// What STS's `AssumedRoleUser.Arn` must begin with for this role: the path is dropped there.
    #[must_use]
    pub fn assumed_role_prefix(&self) -> String {
        format!("arn:{}:sts::{}:assumed-role/{}/", self.partition, self.account, self.name())
    }
}

impl FromStr for RoleArn {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError =
            IdentityError::Form { field: Field::RoleArn, expected: "arn:aws:iam::123456789012:role/name" };
        let fields = Fields::of(text).map_err(|error| match error {
            IdentityError::Form { field: Field::Arn, .. } => FORM,
            other => other,
        })?;
        let (Some(account), "iam", "", Some(rest)) =
            (fields.account, fields.service, fields.region, fields.resource.strip_prefix("role"))
        else {
            return Err(FORM);
        };
        // The path begins with the slash behind `role` and ends with the one before the name.
        if !rest.starts_with('/') {
            return Err(FORM);
        }
        let name = rest.rsplit('/').next().unwrap_or_default().len();
        Self::of(text.to_owned(), fields.partition, account, rest.len().saturating_sub(name), name)
    }
}

impl fmt::Display for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests;
