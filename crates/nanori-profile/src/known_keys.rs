//! Key names that some program is known to read, and which of their values may be shown.
//!
//! A list of what may be shown, not of what may not: whatever is not known may be a password that a tool of the person's
//! keeps there.

/// Keys of profiles that the CLI or an SDK reads, or that a widespread tool adds.
pub(crate) const KNOWN: [&str; 71] = [
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
    "source_identity",
    "session_tags",
    "transitive_session_tags",
    "granted_sso_start_url",
    "granted_sso_region",
    "granted_sso_account_id",
    "granted_sso_role_name",
    "granted_color",
    "granted_icon",
    "color",
];

/// Keys below `s3 =`, which the CLI and boto3 read.
const BELOW_S3: [&str; 14] = [
    "addressing_style",
    "max_bandwidth",
    "max_concurrent_requests",
    "max_queue_size",
    "multipart_chunksize",
    "multipart_threshold",
    "payload_signing_enabled",
    "preferred_transfer_client",
    "signature_version",
    "target_bandwidth",
    "us_east_1_regional_endpoint",
    "use_accelerate_endpoint",
    "use_arn_region",
    "use_dualstack_endpoint",
];

/// What of a value may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// All of it.
    Whole,
    /// The program, without its arguments, which may hold a password. The Rust SDK keeps them out of its logs too.
    Program,
    /// An address, unless it holds a user and a password.
    Address,
    /// Nothing.
    Nothing,
}

/// What of the value of `key` may be shown; `None` for a key that nothing is known to read.
pub(crate) fn shown(key: &str) -> Option<Shown> {
    match key {
        "aws_access_key_id" | "aws_secret_access_key" | "aws_session_token" | "aws_security_token" => {
            Some(Shown::Nothing)
        }
        "credential_process" | "mfa_process" => Some(Shown::Program),
        "endpoint_url" | "ec2_metadata_service_endpoint" => Some(Shown::Address),
        _ => KNOWN.contains(&key).then_some(Shown::Whole),
    }
}

/// The same for a key below another one.
pub(crate) fn shown_below(outer: &str, key: &str) -> Option<Shown> {
    match key {
        "endpoint_url" => Some(Shown::Address),
        _ => (matches!(outer, "s3" | "s3api") && BELOW_S3.contains(&key)).then_some(Shown::Whole),
    }
}
