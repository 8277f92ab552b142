//! JSON that holds credentials, whoever printed it.
//!
//! Any object with an access key id or a secret is one set; its surroundings give it a name. So `credential_process`,
//! `aws sts`, `aws iam create-access-key`, `aws sso get-role-credentials` and metadata answers are all read alike.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::block::{Block, Variable};
use super::{PasteCode, PasteProblem};
use crate::Place;

/// Nesting deeper than this holds no credentials of any known tool.
const DEEPEST: u8 = 8;

/// Whether the text begins as JSON does: `[` alone could begin a section.
pub(super) fn looks_like(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('{') || text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'))
}

pub(super) fn read(text: &str, problems: &mut Vec<PasteProblem>) -> Vec<Block> {
    let mut blocks = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => search(value, None, &Locator(text), DEEPEST, &mut blocks),
        Err(error) => {
            let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
            let place = Place::in_line(error.line().max(1), line, error.column().saturating_sub(1));
            problems.push(PasteProblem::at(PasteCode::BadJson, place));
        }
    }
    blocks
}

fn search(value: Value, label: Option<&str>, locator: &Locator<'_>, depth: u8, blocks: &mut Vec<Block>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(items) => {
            for item in items {
                search(item, label, locator, depth, blocks);
            }
        }
        Value::Object(object) => {
            let own = name_of(&object);
            let label = own.as_deref().or(label);
            if object.iter().any(|(key, value)| value.is_string() && holds_key(key)) {
                blocks.push(block(object, label, locator));
            } else {
                for (_, inner) in object {
                    search(inner, label, locator, depth, blocks);
                }
            }
        }
        _ => {}
    }
}

fn holds_key(key: &str) -> bool {
    matches!(Variable::named(key), Some(Variable::AccessKeyId | Variable::SecretAccessKey))
}

/// The ARN of the session that STS answers, or a user or profile name.
fn name_of(object: &Map<String, Value>) -> Option<String> {
    let arn = object
        .get("AssumedRoleUser")
        .or_else(|| object.get("FederatedUser"))
        .and_then(|user| user.get("Arn"));
    let name = arn.or_else(|| object.get("UserName")).or_else(|| object.get("ProfileName"));
    name.and_then(Value::as_str).map(str::to_owned)
}

fn block(object: Map<String, Value>, label: Option<&str>, locator: &Locator<'_>) -> Block {
    let start = object.keys().filter_map(|key| locator.key(key)).min().unwrap_or(Place::START);
    let mut block = Block::new(label.map(str::to_owned), start);
    for (key, value) in object {
        let text = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => continue,
        };
        if let Some(variable) = Variable::named(&key) {
            block.set(variable, Zeroizing::new(text), locator.key(&key).unwrap_or(start));
        }
    }
    block
}

/// Finds where a key stands; the JSON reader does not say.
struct Locator<'a>(&'a str);

impl Locator<'_> {
    fn key(&self, key: &str) -> Option<Place> {
        let quoted = format!("\"{key}\"");
        self.0.lines().enumerate().find_map(|(index, line)| {
            line.find(&quoted).map(|at| Place::in_line(index.saturating_add(1), line, at))
        })
    }
}
