//! What an SDK makes of a profile that botocore, and so the AWS CLI, makes something else of.

use super::{Sdk, SdkRefusal};
use crate::reader::Profiles;
use crate::reader::python::Loaded;
use crate::resolve::resolve;
use crate::{Chain, Environment, Files, Hop, Origin, Surroundings};

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The SDK that goes another way than botocore.
    pub sdk: Sdk,
    /// How.
    pub what: What,
}

/// How an SDK's way is another one than botocore's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum What {
    /// It refuses a profile that botocore takes credentials from.
    Refuses(SdkRefusal),
    /// It takes credentials from a profile that botocore refuses or finds nothing in.
    Resolves,
    /// Its first credentials come from elsewhere.
    OtherOrigin,
    /// It assumes other roles, more of them or fewer.
    OtherRoles,
    /// It passes over a key that botocore acts on.
    PassesOver(&'static str),
    /// It sends another value for a key than botocore does.
    SendsOther(&'static str),
}

impl What {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refuses(_) => "refuses",
            Self::Resolves => "resolves",
            Self::OtherOrigin => "other-origin",
            Self::OtherRoles => "other-roles",
            Self::PassesOver(_) => "passes-over",
            Self::SendsOther(_) => "sends-other",
        }
    }
}

/// Where the SDKs go another way than botocore with the profile `name`. Empty for an ordinary profile.
///
/// A file that an SDK cannot read at all is no difference here: the check tells of it.
#[must_use]
pub fn differences(files: &Files<'_>, loaded: &Loaded<'_>, name: &str) -> Vec<Difference> {
    let each = Sdk::ALL.into_iter().map(|sdk| {
        if loaded.is_plain() {
            return compare(loaded, sdk, &loaded.profiles, name);
        }
        let read = sdk.read(files.config, files.credentials);
        read.map_or_else(|_| Vec::new(), |profiles| compare(loaded, sdk, &profiles, name))
    });
    each.flatten().collect()
}

/// The same for one SDK and its reading.
pub(crate) fn compare(loaded: &Loaded<'_>, sdk: Sdk, profiles: &Profiles<'_>, name: &str) -> Vec<Difference> {
    let found = match (botocore(loaded, name), sdk.resolve(profiles, name)) {
        (None, Err(_)) => Vec::new(),
        (None, Ok(_)) => vec![What::Resolves],
        (Some(_), Err(refusal)) => vec![What::Refuses(refusal)],
        (Some(theirs), Ok(own)) => of_chains(&theirs, &own),
    };
    found.into_iter().map(|what| Difference { sdk, what }).collect()
}

/// Botocore's chain where every credential source answers; `None` if the profile itself gives no credentials.
fn botocore(loaded: &Loaded<'_>, name: &str) -> Option<Chain> {
    let names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
    let environment: Environment = names.into_iter().map(|name| (name, "present")).collect();
    let surroundings = Surroundings { profile: Some(name), environment: &environment, instance: true };
    let chain = resolve(loaded, &surroundings).ok()?;
    // What the machine offers beside the profile, it offers to every program.
    let beside = matches!(chain.origin, Origin::Container | Origin::Instance | Origin::Nothing);
    (!beside).then_some(chain)
}

fn of_chains(theirs: &Chain, own: &Chain) -> Vec<What> {
    let mut found = Vec::new();
    let arns = |chain: &Chain| chain.hops.iter().map(|hop| hop.role_arn.clone()).collect::<Vec<_>>();
    if arns(theirs) != arns(own) {
        found.push(What::OtherRoles);
    }
    if !same_origin(&theirs.origin, &own.origin) {
        found.push(What::OtherOrigin);
    }
    if !found.is_empty() {
        return found;
    }
    for (theirs, own) in theirs.hops.iter().zip(&own.hops) {
        for what in of_hops(theirs, own) {
            if !found.contains(&what) {
                found.push(what);
            }
        }
    }
    if let (Some(theirs), Some(own)) = (session_of(&theirs.origin), session_of(&own.origin)) {
        found.extend(of_values("role_session_name", theirs, own));
    }
    found
}

/// The session name of a web identity. Botocore takes an empty one for none.
fn session_of(origin: &Origin) -> Option<Option<&str>> {
    match origin {
        Origin::WebIdentity { session_name, .. } => Some(session_name.as_deref()),
        _ => None,
    }
}

fn same_origin(theirs: &Origin, own: &Origin) -> bool {
    match (theirs, own) {
        (
            Origin::Static { profile, access_key_id, .. },
            Origin::Static { profile: other, access_key_id: key, .. },
        ) => profile == other && access_key_id == key,
        (
            Origin::WebIdentity { profile, role_arn, token_file, .. },
            Origin::WebIdentity { profile: other, role_arn: role, token_file: file, .. },
        ) => (profile, role_arn, token_file) == (other, role, file),
        _ => theirs == own,
    }
}

fn of_hops(theirs: &Hop, own: &Hop) -> impl Iterator<Item = What> {
    let session = of_values("role_session_name", theirs.session_name.as_deref(), own.session_name.as_deref());
    let external = of_values("external_id", theirs.external_id.as_deref(), own.external_id.as_deref());
    let mfa = of_values("mfa_serial", theirs.mfa_serial.as_deref(), own.mfa_serial.as_deref());
    // Sending STS's default and sending nothing is the same.
    let explicit = |hop: &Hop| hop.duration_seconds.filter(|seconds| *seconds != 3_600);
    let duration = match (explicit(theirs), explicit(own)) {
        (Some(_), None) => Some(What::PassesOver("duration_seconds")),
        (theirs, own) => (theirs != own).then_some(What::SendsOther("duration_seconds")),
    };
    [session, external, mfa, duration].into_iter().flatten()
}

fn of_values(key: &'static str, theirs: Option<&str>, own: Option<&str>) -> Option<What> {
    let theirs = theirs.filter(|value| key != "role_session_name" || !value.is_empty());
    match (theirs, own) {
        (Some(_), None) => Some(What::PassesOver(key)),
        _ => (theirs != own).then_some(What::SendsOther(key)),
    }
}
