//! `requestParameters` of an STS call: the parameters under CloudTrail's names, without what is secret.

use serde_json::{Map, Value, json};

use crate::sts::parameters::Parameters;

/// Plain parameters that CloudTrail records. A token code is not one of them.
const TEXTS: [(&str, &str); 7] = [
    ("RoleArn", "roleArn"),
    ("RoleSessionName", "roleSessionName"),
    ("ExternalId", "externalId"),
    ("SourceIdentity", "sourceIdentity"),
    ("SerialNumber", "serialNumber"),
    ("Policy", "policy"),
    ("Name", "name"),
];

/// The parameters, or null if there are none to record.
pub fn request_parameters(parameters: &Parameters) -> Value {
    let mut recorded = Map::new();
    for (name, key) in TEXTS {
        if let Some(value) = parameters.text(name) {
            recorded.insert(key.to_owned(), json!(value));
        }
    }
    if let Some(seconds) = parameters.text("DurationSeconds").and_then(|text| text.parse::<u32>().ok()) {
        recorded.insert("durationSeconds".to_owned(), json!(seconds));
    }
    let arns: Vec<Value> =
        parameters.list_of("PolicyArns", "arn").into_iter().map(|arn| json!({ "arn": arn })).collect();
    if !arns.is_empty() {
        recorded.insert("policyArns".to_owned(), Value::Array(arns));
    }
    let tags: Vec<Value> = parameters
        .pairs("Tags", "Key", "Value")
        .into_iter()
        .map(|(key, value)| json!({ "key": key, "value": value }))
        .collect();
    if !tags.is_empty() {
        recorded.insert("tags".to_owned(), Value::Array(tags));
    }
    let transitive = parameters.list("TransitiveTagKeys");
    if !transitive.is_empty() {
        recorded.insert("transitiveTagKeys".to_owned(), json!(transitive));
    }
    if recorded.is_empty() { Value::Null } else { Value::Object(recorded) }
}
