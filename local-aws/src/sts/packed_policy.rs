//! Session policies and their packed size.
//!
//! AWS keeps its packing to itself; here policies and tags share 4,096 bytes without compression, which gives the
//! same shape of answer: a percentage, and a refusal above a hundred.

use nanori_trust::Policy;

use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::caller::SessionTag;

const ALLOTTED_BYTES: usize = 4096;
const LONGEST_PLAIN_TEXT: usize = 2048;
const MOST_POLICIES: usize = 10;

/// The session policies of a call.
#[derive(Debug)]
pub struct SessionPolicies {
    /// The inline one.
    pub inline: Option<Policy>,
    /// The managed ones.
    pub arns: Vec<String>,
    /// How much of the room is taken, in percent; nothing if there is neither policy nor tag.
    pub packed_size: Option<usize>,
}

/// Reads `Policy` and `PolicyArns` of a session in `account` and sums them up with its tags.
pub fn read(parameters: &Parameters, account: &str, tags: &[SessionTag]) -> Result<SessionPolicies, Refusal> {
    let text = parameters.text("Policy");
    let inline = text.map(Policy::parse_identity).transpose().map_err(|_| Refusal::malformed_policy())?;
    let arns: Vec<String> = parameters.list_of("PolicyArns", "arn").into_iter().map(str::to_owned).collect();
    if arns.len() > MOST_POLICIES {
        return Err(Refusal::validation(format!(
            "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length \
             less than or equal to {MOST_POLICIES}"
        )));
    }
    if let Some(foreign) = arns.iter().find(|arn| !is_managed_policy_of(arn, account)) {
        return Err(Refusal::validation(format!("ARN {foreign} is not valid.")));
    }
    let plain_text = text.map_or(0, |text| text.chars().count())
        + arns.iter().map(|arn| arn.chars().count()).sum::<usize>();
    let tag_bytes: usize = tags.iter().map(|tag| tag.key.len() + tag.value.len()).sum();
    let percent = ((plain_text + tag_bytes) * 100).div_ceil(ALLOTTED_BYTES);
    if plain_text > LONGEST_PLAIN_TEXT || percent > 100 {
        return Err(Refusal::packed_policy_too_large(percent.max(plain_text * 100 / LONGEST_PLAIN_TEXT)));
    }
    let anything = inline.is_some() || !arns.is_empty() || !tags.is_empty();
    Ok(SessionPolicies { inline, arns, packed_size: anything.then_some(percent) })
}

/// `arn:…:iam::aws:policy/…` or one of the role's own account.
fn is_managed_policy_of(arn: &str, account: &str) -> bool {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    matches!(fields.as_slice(), ["arn", _, "iam", "", owner, resource]
        if (*owner == "aws" || *owner == account) && resource.starts_with("policy/") && resource.len() > 7)
}
