//! `AssumeRoleProvider`, which renews the session by itself; with MFA, which it does not know, a call by hand.

use nanori_identity::MfaSerial;

use super::{Snippet, literal};

pub(super) fn emit(snippet: &Snippet<'_>) -> String {
    snippet.mfa_serial.map_or_else(|| renewing(snippet), |serial| once(snippet, serial))
}

fn renewing(snippet: &Snippet<'_>) -> String {
    let mut options = format!(
        "        .session_name({})\n        .region(Region::new({}))\n",
        literal(snippet.session_name.as_str()),
        literal(snippet.region.as_str())
    );
    if let Some(id) = snippet.external_id {
        options += &format!("        .external_id({})\n", literal(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        options += &format!("        .session_length(std::time::Duration::from_secs({duration}))\n");
    }
    format!(
        "use aws_config::{{BehaviorVersion, Region, sts::AssumeRoleProvider}};\n\n\
         #[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         let role = AssumeRoleProvider::builder({role})\n{options}        .build()\n        .await;\n    \
         let config = aws_config::defaults(BehaviorVersion::latest())\n        .region(Region::new({region}))\n        \
         .credentials_provider(role)\n        .load()\n        .await;\n\n{identity}",
        role = literal(snippet.role_arn.as_str()),
        region = literal(snippet.region.as_str()),
        identity = identity(),
    )
}

fn once(snippet: &Snippet<'_>, serial: &MfaSerial) -> String {
    let mut options = String::new();
    if let Some(id) = snippet.external_id {
        options += &format!("        .external_id({})\n", literal(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        options += &format!("        .duration_seconds({duration})\n");
    }
    format!(
        "use aws_config::{{BehaviorVersion, Region}};\nuse aws_sdk_sts::config::Credentials;\n\n\
         #[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
         eprint!(\"MFA code: \");\n    let mut code = String::new();\n    std::io::stdin().read_line(&mut code)?;\n\n    \
         let own = aws_config::defaults(BehaviorVersion::latest()).region(Region::new({region})).load().await;\n    \
         let answer = aws_sdk_sts::Client::new(&own)\n        .assume_role()\n        .role_arn({role})\n        \
         .role_session_name({name})\n{options}        .serial_number({serial})\n        .token_code(code.trim())\n        \
         .send()\n        .await?;\n    let keys = answer.credentials().ok_or(\"no credentials in the answer\")?;\n    \
         let role = Credentials::new(\n        keys.access_key_id(),\n        keys.secret_access_key(),\n        \
         Some(keys.session_token().to_owned()),\n        Some((*keys.expiration()).try_into()?),\n        \
         \"assume-role\",\n    );\n    \
         let config = own.to_builder().credentials_provider(aws_sdk_sts::config::SharedCredentialsProvider::new(role)).build();\n\n{identity}",
        region = literal(snippet.region.as_str()),
        role = literal(snippet.role_arn.as_str()),
        name = literal(snippet.session_name.as_str()),
        serial = literal(serial.as_str()),
        identity = identity(),
    )
}

fn identity() -> &'static str {
    "    let identity = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await?;\n    \
     println!(\"{}\", identity.arn().unwrap_or_default());\n    Ok(())\n}\n"
}
