//! In English.

use nanori_profile::{CheckCode, Diagnosis};

use super::{parameter, readers};

pub(super) fn title(code: CheckCode) -> &'static str {
    match code {
        CheckCode::Refused => "The whole file is refused",
        CheckCode::ReadsDifferently => "Programs read this differently",
        CheckCode::ByteOrderMark => "A byte order mark at the beginning",
        CheckCode::DuplicateSection => "The same heading twice",
        CheckCode::DuplicateKey => "The same key twice",
        CheckCode::TwoDefaults => "Two default profiles",
        CheckCode::MissingPrefix => "A heading without “profile”",
        CheckCode::BadHeading => "A heading that no program reads",
        CheckCode::PrefixInCredentials => "A heading that the credentials file does not have",
        CheckCode::KeysInConfig => "Keys in the config file",
        CheckCode::PartialKeys => "Half of a key pair",
        CheckCode::KeysBesideRole => "Keys that are never used",
        CheckCode::KeysBesideSso => "Keys beside single sign-on",
        CheckCode::LegacyToken => "An old name of the session token",
        CheckCode::LongTermKey => "A key that never ends",
        CheckCode::NearMiss => "A key name that nothing reads",
        CheckCode::ResolvesDifferently => "An SDK goes another way",
        CheckCode::ReadBySome => "Only some programs act on this key",
        CheckCode::Unresolvable => "The profile leads to no credentials",
        CheckCode::NoSessionName => "No role_session_name: it names nobody",
        CheckCode::BadSessionName => "Not a session name",
        CheckCode::OtherSessionName => "Not your name",
        CheckCode::BadRoleArn => "Not the ARN of a role",
        CheckCode::SessionArn => "The ARN of a session, not of a role",
        CheckCode::WrongPartition => "Region and role do not go together",
        CheckCode::BadDuration => "Not a number of seconds",
        CheckCode::DurationRange => "A duration that AWS does not allow",
        CheckCode::ChainedDuration => "Over an hour for a chained role",
        CheckCode::AlwaysExpiring => "Credentials that are always about to end",
        CheckCode::BadMfaSerial => "Not an MFA device",
        CheckCode::OtherAccountMfa => "An MFA device of another account",
        CheckCode::BadExternalId => "Not an external ID",
        CheckCode::NoRegion => "No region",
        CheckCode::BadRegion => "Not a region",
        _ => "Something to look at",
    }
}

pub(super) fn explanation(diagnosis: &Diagnosis) -> String {
    let p = |name| parameter(diagnosis, name);
    match diagnosis.code {
        CheckCode::Refused => {
            format!("{} stops here and reads nothing of the file: {}.", readers(diagnosis, "reader", ""), rule(p("rule")))
        }
        CheckCode::ReadsDifferently if p("key").is_empty() => {
            format!("{} see this profile; {} do not.", readers(diagnosis, "seen-by", "Some programs"), readers(diagnosis, "not-by", "others"))
        }
        CheckCode::ReadsDifferently => format!(
            "{} read this value of {}; {} read another one or none. Write it on one line, without a comment behind it.",
            readers(diagnosis, "seen-by", "Some programs"),
            p("key"),
            readers(diagnosis, "not-by", "others")
        ),
        CheckCode::ResolvesDifferently => elsewhere(diagnosis),
        CheckCode::ReadBySome => {
            let said = format!(
                "{} is read by {} and passed over by {}. {}",
                p("key"),
                readers(diagnosis, "by", "some programs"),
                readers(diagnosis, "not-by", "others"),
                by_some(p("key"))
            );
            if p("profiles") == "1" { said } else { format!("{said} {} profiles have it.", p("profiles")) }
        }
        CheckCode::ByteOrderMark => "Editors on Windows put it there. No program skips it, so the first line is misread.".to_owned(),
        CheckCode::DuplicateSection => "The AWS CLI refuses the whole file for it; other programs join the two or take the last. Make one of them.".to_owned(),
        CheckCode::DuplicateKey => format!("{} stands twice in this section. The AWS CLI refuses the whole file for it.", p("key")),
        CheckCode::TwoDefaults => "[profile default] takes the place of [default] for some programs and not for others. Keep [default].".to_owned(),
        CheckCode::MissingPrefix => "In the config file a profile's heading is [profile name]. This section is no profile to any program.".to_owned(),
        CheckCode::BadHeading => format!("No program takes “[{}]” for a profile. A name is one word of letters, digits or _ - . / % @ : +.", p("heading")),
        CheckCode::PrefixInCredentials => "In the credentials file a heading is the bare name, without “profile”.".to_owned(),
        CheckCode::KeysInConfig => "The config file is copied and shared more freely. Keys belong into the credentials file.".to_owned(),
        CheckCode::PartialKeys => format!("{} is missing. The AWS CLI stops with “Partial credentials found”.", p("missing")),
        CheckCode::KeysBesideRole => "The role takes their place without a word: nothing uses these keys. Keep keys in a profile of their own and name it by source_profile.".to_owned(),
        CheckCode::KeysBesideSso => "Single sign-on takes their place: nothing uses these keys.".to_owned(),
        CheckCode::LegacyToken => "Newer SDKs pass over aws_security_token, and botocore prefers it: they end up with different tokens. The name is aws_session_token.".to_owned(),
        CheckCode::LongTermKey => "It works until somebody deletes it, for whoever gets hold of the file. Nanori, Identity Center or aws login do without.".to_owned(),
        CheckCode::NearMiss => format!("Nothing reads {}. Probably {} is meant.", p("key"), p("meant")),
        CheckCode::Unresolvable => format!("The AWS CLI says: {}", p("text")),
        CheckCode::NoSessionName => "Each tool makes up a name, such as botocore-session-…, and CloudTrail shows a role instead of a person. A trust policy that demands the name refuses the profile.".to_owned(),
        CheckCode::BadSessionName => format!("STS refuses “{}”. A session name has 2 to 64 letters, digits or _ = , . @ + -.", p("value")),
        CheckCode::OtherSessionName => format!("CloudTrail would record “{}” for what you do; your name is “{}”.", p("value"), p("yours")),
        CheckCode::BadRoleArn => format!("“{}” does not look like arn:aws:iam::222222222222:role/admin_role.", p("value")),
        CheckCode::SessionArn => "This is what get-caller-identity prints of a session. The role's ARN begins with arn:aws:iam:: and may have a path that is lost here; look it up in IAM.".to_owned(),
        CheckCode::WrongPartition => format!("{} is a region of another partition than {}, the role's.", p("region"), p("partition")),
        CheckCode::BadDuration => format!("“{}” is not a whole number; the AWS CLI passes over it silently.", p("value")),
        CheckCode::DurationRange => format!("{} seconds are outside of 900 to 43200.", p("value")),
        CheckCode::ChainedDuration => format!("{} seconds: for a role that is assumed with a role's credentials, AWS allows 3600 at most.", p("value")),
        CheckCode::AlwaysExpiring => "The AWS CLI takes credentials with less than 15 minutes for ended, so it assumes the role again at every call.".to_owned(),
        CheckCode::BadMfaSerial => format!("“{}” does not look like arn:aws:iam::111111111111:mfa/name.", p("value")),
        CheckCode::OtherAccountMfa => format!("The device is of account {}; you are a user of {}. Only your own device's codes count.", p("account"), p("yours")),
        CheckCode::BadExternalId => format!("STS refuses “{}”. An external ID has 2 to 1224 letters, digits or + = , . @ : / - _.", p("value")),
        CheckCode::NoRegion => "Version 1 of the AWS CLI takes none from [default] and stops at regional services. Write one into every profile.".to_owned(),
        CheckCode::BadRegion => format!("“{}” does not look like ap-northeast-1.", p("value")),
        _ => String::new(),
    }
}

/// Where an SDK goes another way than the AWS CLI.
fn elsewhere(diagnosis: &Diagnosis) -> String {
    let sdk = readers(diagnosis, "program", "An SDK");
    match parameter(diagnosis, "what") {
        "refuses" => format!(
            "The AWS CLI takes credentials from this profile. {sdk}: refused; {}.",
            refusal(parameter(diagnosis, "rule"))
        ),
        "resolves" => format!("{sdk}: takes credentials from this profile. The AWS CLI gets none from it."),
        "other-roles" => format!(
            "{sdk}: assumes other roles from here than the AWS CLI. Each looks at the keys of a profile in an order of its own; keep one way to credentials in it."
        ),
        "sends-other" => format!(
            "The AWS CLI takes an empty role_session_name for none. {sdk}: sends it, and STS refuses it. Write a name, or take the line out."
        ),
        _ => format!(
            "{sdk}: takes its first credentials from another place than the AWS CLI. Each looks at the keys of a profile in an order of its own; keep one way to credentials in it."
        ),
    }
}

/// Why an SDK refuses a profile.
pub(in crate::messages) fn refusal(code: &str) -> &'static str {
    match code {
        "resolve.sso-beside-session" => {
            "beside sso_session it wants sso_region and sso_start_url in the [sso-session] section alone"
        }
        "resolve.sso-incomplete" => {
            "one sso_ key makes it a single sign-on profile, and some of the others are missing"
        }
        "resolve.unknown-sso-session" => "it does not find the [sso-session] section",
        "resolve.loop" => "source_profile leads back to a profile that it has been at",
        "resolve.no-source" | "resolve.both-sources" => {
            "it wants exactly one of source_profile and credential_source"
        }
        "resolve.unknown-source-profile" | "resolve.profile-not-found" => {
            "it does not see a profile of that name"
        }
        "resolve.unknown-credential-source" => "it does not know this credential_source",
        "resolve.web-identity-without-role" => "web_identity_token_file needs a role_arn",
        "resolve.no-token-file" => "web_identity_token_file is empty",
        "resolve.partial-keys" => "half of a key pair is missing",
        _ => "it finds no credentials in it",
    }
}

/// What follows for those who pass over a key.
fn by_some(key: &str) -> &'static str {
    match key {
        "mfa_serial" => {
            "The Rust SDK sends no MFA code, so a role that demands one is denied to it; the JavaScript SDK needs an mfaCodeProvider."
        }
        "duration_seconds" => "There a session lasts one hour.",
        "ca_bundle" => "They have to be told of your certificates in their own way.",
        "include_profile" => "To them, nothing of the included profile is in this one.",
        "mfa_process" => "They ask for the code, or send none.",
        "source_identity" => "Without aws-vault, CloudTrail records no source identity.",
        "session_tags" => "Without aws-vault, the session has no tags.",
        "granted_sso_start_url" => {
            "Add credential_process = granted credential-process --profile … and every program gets credentials."
        }
        _ => "",
    }
}

fn rule(code: &str) -> &'static str {
    match code {
        "read.unclosed-heading" => "a heading without its closing bracket",
        "read.outside-section" => "text before the first heading",
        "read.continues-nothing" => "an indented line that continues nothing",
        "read.no-equals" => "a line without “=”",
        "read.no-key" => "nothing before “=”",
        "read.nested-no-equals" => "an indented line without “=” under an empty value",
        "read.nested-no-key" => "nothing before “=” in an indented line",
        "read.duplicate-section" => "the same heading twice",
        "read.duplicate-key" => "the same key twice",
        _ => "a name that is forbidden",
    }
}
