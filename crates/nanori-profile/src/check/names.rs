//! Key names that nothing reads but that are nearly one.

use super::{CheckCode, Findings, fix};
use crate::reader::Profile;

/// Keys of profiles that the CLI or an SDK reads, or that a widespread tool adds.
const KNOWN: [&str; 62] = [
    "role_arn",
    "source_profile",
    "credential_source",
    "role_session_name",
    "external_id",
    "mfa_serial",
    "duration_seconds",
    "web_identity_token_file",
    "credential_process",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "aws_security_token",
    "aws_account_id",
    "region",
    "output",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "sso_registration_scopes",
    "login_session",
    "services",
    "endpoint_url",
    "ignore_configured_endpoint_urls",
    "use_dualstack_endpoint",
    "use_fips_endpoint",
    "sts_regional_endpoints",
    "defaults_mode",
    "retry_mode",
    "max_attempts",
    "ca_bundle",
    "cli_pager",
    "cli_auto_prompt",
    "cli_binary_format",
    "cli_follow_urlparam",
    "cli_history",
    "cli_timestamp_format",
    "cli_help_output",
    "parameter_validation",
    "tcp_keepalive",
    "s3",
    "s3api",
    "dynamodb",
    "sigv4a_signing_region_set",
    "request_checksum_calculation",
    "response_checksum_validation",
    "account_id_endpoint_mode",
    "user_agent_appid",
    "sdk_ua_app_id",
    "ec2_metadata_service_endpoint",
    "ec2_metadata_service_endpoint_mode",
    "ec2_metadata_v1_disabled",
    "metadata_service_timeout",
    "metadata_service_num_attempts",
    "auth_scheme_preference",
    "disable_request_compression",
    "request_min_compression_size_bytes",
    "include_profile",
    "mfa_process",
    "color",
];

pub(super) fn check(found: &mut Findings<'_>, profile: &Profile<'_>) {
    for setting in &profile.settings {
        let key = setting.entry.key.as_ref();
        if KNOWN.contains(&key) {
            continue;
        }
        let plain = key.replace(['-', ' ', '.'], "_");
        let same = KNOWN.into_iter().find(|known| *known == plain);
        let near = || fix::nearest(&plain, KNOWN.into_iter().filter(|known| known.len() > 6), 2);
        let Some(meant) = same.or_else(near).filter(|meant| !profile.has(meant)) else { continue };
        let fix = fix::rename(&found.files, setting, meant);
        if let Some(diagnosis) = found.add(CheckCode::NearMiss, setting.file, setting.entry.offset) {
            diagnosis.about(&profile.name).with("key", key).with("meant", meant).fixed(fix);
        }
    }
}
