//! The ARN of an IAM role, with its path.

use core::{fmt, str::FromStr};

use crate::{AccountId, Arn, Field, IdentityError, Partition, charset};

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
    path: String,
    name: String,
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
        charset::check(Field::RoleName, name, 1, 64, charset::is_name)?;
        if !(path.starts_with('/') && path.ends_with('/')) {
            return Err(IdentityError::Form {
                field: Field::RolePath,
                expected: "a path such as / or /team/a/",
            });
        }
        charset::check(Field::RolePath, path, 1, 512, |c| matches!(c, '!'..='~'))?;
        let text = format!("arn:{partition}:iam::{account}:role{path}{name}");
        Ok(Self { text, partition, account, path: path.to_owned(), name: name.to_owned() })
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
        &self.path
    }

    /// The name without its path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What STS's `AssumedRoleUser.Arn` must begin with for this role: the path is dropped there.
    #[must_use]
    pub fn assumed_role_prefix(&self) -> String {
        format!("arn:{}:sts::{}:assumed-role/{}/", self.partition, self.account, self.name)
    }
}

impl FromStr for RoleArn {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError =
            IdentityError::Form { field: Field::RoleArn, expected: "arn:aws:iam::123456789012:role/name" };
        let arn: Arn = text.parse().map_err(|error| match error {
            IdentityError::Form { field: Field::Arn, .. } => FORM,
            other => other,
        })?;
        let (Some(account), "iam", "", Some(rest)) =
            (arn.account(), arn.service(), arn.region(), arn.resource().strip_prefix("role/"))
        else {
            return Err(FORM);
        };
        let (path, name) = rest
            .rsplit_once('/')
            .map_or_else(|| ("/".to_owned(), rest), |(path, name)| (format!("/{path}/"), name));
        Self::new(arn.partition(), account.clone(), &path, name)
    }
}

impl fmt::Display for RoleArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests;
