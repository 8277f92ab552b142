//! `assume_role` by hand: boto3 renews sessions of profiles only.

use super::{Snippet, literal};

pub(super) fn emit(snippet: &Snippet<'_>) -> String {
    let mut arguments = format!(
        "    RoleArn={},\n    RoleSessionName={},\n",
        literal(snippet.role_arn.as_str()),
        literal(snippet.session_name.as_str())
    );
    if let Some(id) = snippet.external_id {
        arguments += &format!("    ExternalId={},\n", literal(id.as_str()));
    }
    if let Some(duration) = snippet.duration {
        arguments += &format!("    DurationSeconds={duration},\n");
    }
    if let Some(serial) = snippet.mfa_serial {
        arguments += &format!(
            "    SerialNumber={},\n    TokenCode=input(\"MFA code: \"),\n",
            literal(serial.as_str())
        );
    }
    let region = literal(snippet.region.as_str());
    format!(
        "import boto3\n\nregion = {region}\n\
         credentials = boto3.client(\"sts\", region_name=region).assume_role(\n{arguments})[\"Credentials\"]\n\n\
         session = boto3.Session(\n    aws_access_key_id=credentials[\"AccessKeyId\"],\n    \
         aws_secret_access_key=credentials[\"SecretAccessKey\"],\n    \
         aws_session_token=credentials[\"SessionToken\"],\n    region_name=region,\n)\n\
         print(session.client(\"sts\").get_caller_identity()[\"Arn\"])\n"
    )
}
