//! What a check says.

use core::ops::Range;

use crate::{Edit, FileKind, Place};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Which rule.
    pub code: CheckCode,
    /// Which file.
    pub file: FileKind,
    /// Where it begins.
    pub place: Place,
    /// Its bytes, to the end of the line.
    pub range: Range<usize>,
    /// The profile that it is about.
    pub profile: Option<String>,
    /// What an explanation names. Never a secret.
    pub parameters: Vec<(&'static str, String)>,
    /// How to put it right.
    pub fix: Option<Fix>,
}

/// A change that puts a finding right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does: `insert`, `replace`, `remove` or `rename`.
    pub kind: &'static str,
    /// The changes; all or none are made.
    pub edits: Vec<Edit>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It does not work.
    Error,
    /// It works for some programs, or not as it looks.
    Warning,
    /// There is a better way.
    Hint,
}

impl Diagnosis {
    pub(super) fn about(&mut self, profile: &str) -> &mut Self {
        self.profile = Some(profile.to_owned());
        self
    }

    pub(super) fn with(&mut self, name: &'static str, value: impl Into<String>) -> &mut Self {
        self.parameters.push((name, value.into()));
        self
    }

    pub(super) fn fixed(&mut self, fix: Option<Fix>) {
        self.fix = fix;
    }
}

const CLI_ROLES: &str = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html";
const CLI_FILES: &str = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html";
const SDK_FORMAT: &str = "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html";
const SDK_ROLES: &str =
    "https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html";
const SDK_SETTINGS: &str = "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html";
const STS_ROLE: &str = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";
const IAM_KEYS: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html";

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $code:literal $severity:ident $source:ident;)*) => {
        /// Which rule; [`CheckCode::as_str`] is the stable code to translate by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum CheckCode { $($(#[$doc])* $name,)* }

        impl CheckCode {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How bad it is.
            #[must_use]
            #[allow(clippy::match_same_arms, reason = "a table")]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// The page of AWS's documentation that the rule rests on.
            #[must_use]
            #[allow(clippy::match_same_arms, reason = "a table")]
            pub const fn source(self) -> &'static str {
                match self { $(Self::$name => $source,)* }
            }
        }
    };
}

codes! {
    /// A program refuses the whole file. Parameters: `reader`, `rule`.
    Refused "check.refused" Error SDK_FORMAT;
    /// Programs see different things. Parameters: `key` (absent for a whole profile), `seen-by`, `not-by`.
    ReadsDifferently "check.reads-differently" Warning SDK_FORMAT;
    /// A byte order mark at the start, which no parser skips.
    ByteOrderMark "check.byte-order-mark" Error SDK_FORMAT;
    /// The same heading twice.
    DuplicateSection "check.duplicate-section" Error SDK_FORMAT;
    /// The same key twice in a section. Parameter: `key`.
    DuplicateKey "check.duplicate-key" Error SDK_FORMAT;
    /// `[profile default]` beside `[default]`.
    TwoDefaults "check.two-defaults" Warning SDK_FORMAT;
    /// `[name]` in the config file, which only `[profile name]` is.
    MissingPrefix "check.missing-prefix" Error SDK_FORMAT;
    /// A section of the config file whose heading has no name that any program reads. Parameter: `heading`.
    BadHeading "check.bad-heading" Error SDK_FORMAT;
    /// `[profile name]` in the credentials file.
    PrefixInCredentials "check.prefix-in-credentials" Error SDK_FORMAT;
    /// Keys in the config file, which is shared more freely.
    KeysInConfig "check.keys-in-config" Warning CLI_FILES;
    /// One half of a key pair. Parameter: `missing`.
    PartialKeys "check.partial-keys" Error CLI_FILES;
    /// Keys that a role takes the place of: they are never used.
    KeysBesideRole "check.keys-beside-role" Warning SDK_ROLES;
    /// Keys that single sign-on takes the place of.
    KeysBesideSso "check.keys-beside-sso" Warning SDK_ROLES;
    /// `aws_security_token`, which newer SDKs pass over and botocore prefers.
    LegacyToken "check.legacy-token" Warning CLI_FILES;
    /// A key that never ends.
    LongTermKey "check.long-term-key" Hint IAM_KEYS;
    /// A key name that nothing reads but that is nearly one. Parameters: `key`, `meant`.
    NearMiss "check.near-miss" Warning CLI_FILES;
    /// An SDK refuses a profile that the CLI takes credentials from, or takes other ones. Parameters: `program` (`javascript`,
    /// `rust`), `what` (a code of [`crate::What`]), `rule` (a code of [`crate::SdkRefusal`], if it refuses).
    ResolvesDifferently "check.resolves-differently" Warning SDK_ROLES;
    /// A key that only some programs act on; told once, at its first place. Parameters: `key`, `by`, `not-by`, `profiles`
    /// (how many have it).
    ReadBySome "check.read-by-some" Hint SDK_SETTINGS;
    /// Botocore refuses the profile. Parameters: `rule` (a `resolve.…` code), `text` (its own words).
    Unresolvable "check.unresolvable" Error CLI_ROLES;
    /// A role profile that names nobody.
    NoSessionName "check.no-session-name" Warning CLI_ROLES;
    /// A session name that STS refuses. Parameters: `value`, `reason`.
    BadSessionName "check.bad-session-name" Error STS_ROLE;
    /// Somebody else's name. Parameters: `value`, `yours`.
    OtherSessionName "check.other-session-name" Warning CLI_ROLES;
    /// Not the ARN of a role. Parameters: `value`, `reason`.
    BadRoleArn "check.bad-role-arn" Error STS_ROLE;
    /// The ARN of a role session, from which the role's path is lost. Parameter: `value`.
    SessionArn "check.session-arn" Error STS_ROLE;
    /// A region of another partition than the role's. Parameters: `region`, `partition`.
    WrongPartition "check.wrong-partition" Error CLI_ROLES;
    /// Not an integer: silently unused. Parameter: `value`.
    BadDuration "check.bad-duration" Warning STS_ROLE;
    /// Outside of 900–43,200 seconds. Parameter: `value`.
    DurationRange "check.duration-range" Error STS_ROLE;
    /// Over an hour for a role that is assumed with a role's credentials. Parameter: `value`.
    ChainedDuration "check.chained-duration" Error STS_ROLE;
    /// 900 seconds: the CLI takes the credentials for expired from the start.
    AlwaysExpiring "check.always-expiring" Warning CLI_ROLES;
    /// Not an MFA serial number. Parameters: `value`, `reason`.
    BadMfaSerial "check.bad-mfa-serial" Error STS_ROLE;
    /// A device of another account than the person's. Parameters: `account`, `yours`.
    OtherAccountMfa "check.other-account-mfa" Warning CLI_ROLES;
    /// Not an external ID. Parameters: `value`, `reason`.
    BadExternalId "check.bad-external-id" Error STS_ROLE;
    /// No region: version 1 of the CLI fails for regional services.
    NoRegion "check.no-region" Hint CLI_FILES;
    /// Not a region. Parameter: `value`.
    BadRegion "check.bad-region" Error CLI_FILES;
}
