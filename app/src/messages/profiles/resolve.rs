//! Why botocore refuses a profile, in words of our own; its own stand beside them.

use nanori_profile::ResolveError;

/// In English.
pub fn en(error: &ResolveError) -> String {
    match error {
        ResolveError::BothSources { profile } => {
            format!(
                "“{profile}” names two sources for its credentials. Keep source_profile or credential_source, not both."
            )
        }
        ResolveError::NoSource { profile } => {
            format!(
                "“{profile}” assumes a role but does not say with which credentials. It needs source_profile or credential_source."
            )
        }
        ResolveError::PartialKeys { missing, .. } => format!("Half of a key pair is missing: {missing}."),
        ResolveError::UnknownSourceProfile { name, profile } => {
            format!("“{profile}” takes its credentials from “{name}”, and there is no such profile.")
        }
        ResolveError::Loop { name, .. } => {
            format!("The source profiles lead in a circle, back to “{name}”. One of them must hold keys.")
        }
        ResolveError::UnknownCredentialSource { name, .. } => {
            format!(
                "“{name}” is no credential source. It is Environment, EcsContainer or Ec2InstanceMetadata, written exactly so."
            )
        }
        ResolveError::EmptyCredentialSource { kind, .. } => {
            format!("{} has no credentials here.", kind.as_str())
        }
        ResolveError::SourceWithoutCredentials { name } => {
            format!("The source profile “{name}” holds no credentials.")
        }
        ResolveError::WebIdentityWithoutRole { profile } => {
            format!("“{profile}” names a token file but no role_arn.")
        }
        ResolveError::SsoIncomplete { profile, missing } => {
            format!("“{profile}” signs in at IAM Identity Center and lacks {}.", missing.join(", "))
        }
        ResolveError::UnknownSsoSession { session, .. } => {
            format!("There is no section [sso-session {session}].")
        }
        ResolveError::SsoMismatch { key, .. } => {
            format!("{key} says one thing in the profile and another in its sso-session.")
        }
        ResolveError::ProfileNotFound { profile } => format!("No file has the profile “{profile}”."),
        _ => "The file cannot be read.".to_owned(),
    }
}

/// In Japanese.
pub fn ja(error: &ResolveError) -> String {
    match error {
        ResolveError::BothSources { profile } => {
            format!(
                "「{profile}」に認証情報の取得元が 2 つあります。source_profile か credential_source のどちらか一方にしてください。"
            )
        }
        ResolveError::NoSource { profile } => {
            format!(
                "「{profile}」はロールを引き受けますが、どの認証情報を使うかが書かれていません。source_profile か credential_source が必要です。"
            )
        }
        ResolveError::PartialKeys { missing, .. } => format!("キーの片方がありません: {missing}"),
        ResolveError::UnknownSourceProfile { name, profile } => {
            format!("「{profile}」は「{name}」の認証情報を使いますが、そのプロファイルがありません。")
        }
        ResolveError::Loop { name, .. } => {
            format!("source_profile が循環し、「{name}」に戻ります。どれか 1 つにキーが必要です。")
        }
        ResolveError::UnknownCredentialSource { name, .. } => {
            format!(
                "「{name}」は credential_source に使えません。Environment、EcsContainer、Ec2InstanceMetadata のどれかを、大文字小文字もそのままに書いてください。"
            )
        }
        ResolveError::EmptyCredentialSource { kind, .. } => {
            format!("{} の認証情報がここにはありません。", kind.as_str())
        }
        ResolveError::SourceWithoutCredentials { name } => {
            format!("source_profile の「{name}」に認証情報がありません。")
        }
        ResolveError::WebIdentityWithoutRole { profile } => {
            format!("「{profile}」にはトークンのファイルがありますが、role_arn がありません。")
        }
        ResolveError::SsoIncomplete { profile, missing } => {
            format!("IAM Identity Center を使う「{profile}」に {} がありません。", missing.join("、"))
        }
        ResolveError::UnknownSsoSession { session, .. } => {
            format!("セクション [sso-session {session}] がありません。")
        }
        ResolveError::SsoMismatch { key, .. } => {
            format!("{key} の値が、プロファイルと sso-session で異なります。")
        }
        ResolveError::ProfileNotFound { profile } => {
            format!("プロファイル「{profile}」はどちらのファイルにもありません。")
        }
        _ => "ファイルを読み取れません。".to_owned(),
    }
}
