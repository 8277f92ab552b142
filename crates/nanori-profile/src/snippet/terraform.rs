//! The `assume_role` block of Terraform's AWS provider.

use super::{Snippet, literal};
use crate::ProfileError;

pub(super) fn emit(snippet: &Snippet<'_>) -> Result<String, ProfileError> {
    if snippet.mfa_serial.is_some() {
        return Err(ProfileError::Conflict { name: "mfa_serial", with: "terraform" });
    }
    let mut block = format!(
        "    role_arn     = {}\n    session_name = {}\n",
        template(snippet.role_arn.as_str()),
        template(snippet.session_name.as_str())
    );
    if let Some(id) = snippet.external_id {
        block += &format!("    external_id  = {}\n", template(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        block += &format!("    duration     = \"{duration}s\"\n");
    }
    let region = template(snippet.region.as_str());
    Ok(format!(
        "terraform {{\n  required_providers {{\n    aws = {{\n      source = \"hashicorp/aws\"\n    }}\n  }}\n}}\n\n\
         provider \"aws\" {{\n  region = {region}\n\n  assume_role {{\n{block}  }}\n}}\n\n\
         data \"aws_caller_identity\" \"current\" {{}}\n\n\
         output \"arn\" {{\n  value = data.aws_caller_identity.current.arn\n}}\n"
    ))
}

/// `${` and `%{` begin a template in a string and are doubled to stand for themselves.
fn template(value: &str) -> String {
    literal(value).replace("${", "$${").replace("%{", "%%{")
}
