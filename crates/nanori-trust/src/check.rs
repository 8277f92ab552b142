//! What a careful person would not write: findings about policies that IAM accepts, and about those it refuses.
//!
//! Each finding has a code, a severity, a place, the page of AWS's documentation it rests on, and where possible a fix that
//! can be applied to the text. Words for people are made elsewhere.

mod conditions;
mod finding;
mod fix;
mod names;
mod principals;
mod statements;
#[cfg(test)]
mod tests;

use nanori_identity::AccountId;

pub use finding::{Finding, FindingKind, Severity};
pub use fix::{Edit, Fix};
pub use names::{NameRule, name_rule};

use crate::policy::{Policy, PolicyKind};

/// What is known about the surroundings of a policy. Nothing need be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The account that the role belongs to.
    pub account: Option<AccountId>,
    /// Accounts of the same company; others are third parties. Empty if not known.
    pub own_accounts: Vec<AccountId>,
    /// Who calls from the accounts that are trusted as a whole.
    pub callers: Callers,
}

/// Who calls from accounts that are trusted as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Callers {
    /// Not known.
    #[default]
    Unknown,
    /// IAM users with keys of their own.
    Users,
    /// Role sessions: Identity Center, instances, pipelines.
    Sessions,
}

/// Findings about one policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The gravest first, then in the order of their places.
    pub findings: Vec<Finding>,
    /// The policy, if IAM would accept it.
    pub policy: Option<Policy>,
}

/// Checks the text of a trust policy.
#[must_use]
pub fn check(text: &str, setting: &Setting) -> Report {
    match Policy::parse(text, PolicyKind::Trust) {
        Ok(policy) => Report { findings: check_policy(&policy, setting), policy: Some(policy) },
        Err(mistakes) => {
            let findings = mistakes.0.into_iter().map(|mistake| {
                let fix = fix::for_mistake(&mistake);
                Finding {
                    kind: FindingKind::Mistake(mistake.error),
                    place: mistake.place,
                    statement: None,
                    fix,
                }
            });
            Report { findings: findings.collect(), policy: None }
        }
    }
}

/// Checks a trust policy that has been read already. Fixes refer to the text it was read from.
#[must_use]
pub fn check_policy(policy: &Policy, setting: &Setting) -> Vec<Finding> {
    let mut findings = Vec::new();
    statements::check(policy, &mut findings);
    principals::check(policy, setting, &mut findings);
    names::check(policy, setting, &mut findings);
    conditions::check(policy, &mut findings);
    findings.sort_by_key(|finding| (finding.severity(), finding.place));
    findings
}
