//! Condition keys that can be there when STS is called, and what sort of values they have.
//!
//! Source: Service Authorization Reference, "AWS Security Token Service"; IAM user guide, "AWS global condition context keys"
//! and "IAM and AWS STS condition context keys".

use crate::operator::ValueKind;
use crate::policy::closest;

/// What is known about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// AWS documents it.
    Key {
        kind: ValueKind,
        /// Whether it can have several values.
        many: bool,
    },
    /// It could be a claim of an identity provider.
    Claim,
    /// AWS does not know it; this one is close.
    Unknown(Option<&'static str>),
}

use ValueKind::{Arn, Bool, Date, IpAddress, Numeric, String as Text};

/// Key, sort of values, whether there can be several. A key that ends in `/` goes on with a tag's key.
const KEYS: &[(&str, ValueKind, bool)] = &[
    ("sts:RoleSessionName", Text, false),
    ("sts:ExternalId", Text, false),
    ("sts:SourceIdentity", Text, false),
    ("sts:TransitiveTagKeys", Text, true),
    ("sts:AWSServiceName", Text, false),
    ("sts:DurationSeconds", Numeric, false),
    ("sts:RequestContext/", Text, false),
    ("sts:RequestContextProviders", Arn, true),
    ("sts:TaskPolicyArn", Arn, false),
    ("aws:CalledVia", Text, true),
    ("aws:CalledViaFirst", Text, false),
    ("aws:CalledViaLast", Text, false),
    ("aws:CurrentTime", Date, false),
    ("aws:EpochTime", Date, false),
    ("aws:FederatedProvider", Arn, false),
    ("aws:MultiFactorAuthAge", Numeric, false),
    ("aws:MultiFactorAuthPresent", Bool, false),
    ("aws:PrincipalAccount", Text, false),
    ("aws:PrincipalArn", Arn, false),
    ("aws:PrincipalIsAWSService", Bool, false),
    ("aws:PrincipalOrgID", Text, false),
    ("aws:PrincipalOrgPaths", Text, true),
    ("aws:PrincipalServiceName", Text, false),
    ("aws:PrincipalServiceNamesList", Text, true),
    ("aws:PrincipalTag/", Text, false),
    ("aws:PrincipalType", Text, false),
    ("aws:referer", Text, false),
    ("aws:RequestedRegion", Text, false),
    ("aws:RequestTag/", Text, false),
    ("aws:ResourceAccount", Text, false),
    ("aws:ResourceOrgID", Text, false),
    ("aws:ResourceOrgPaths", Text, true),
    ("aws:ResourceTag/", Text, false),
    ("aws:SecureTransport", Bool, false),
    ("aws:SourceAccount", Text, false),
    ("aws:SourceArn", Arn, false),
    ("aws:SourceIdentity", Text, false),
    ("aws:SourceIp", IpAddress, false),
    ("aws:SourceOrgID", Text, false),
    ("aws:SourceOrgPaths", Text, true),
    ("aws:SourceVpc", Text, false),
    ("aws:SourceVpcArn", Arn, false),
    ("aws:SourceVpce", Text, false),
    ("aws:TagKeys", Text, true),
    ("aws:TokenIssueTime", Date, false),
    ("aws:UserAgent", Text, false),
    ("aws:userid", Text, false),
    ("aws:username", Text, false),
    ("aws:ViaAWSService", Bool, false),
    ("aws:VpceAccount", Text, false),
    ("aws:VpceOrgID", Text, false),
    ("aws:VpceOrgPaths", Text, true),
    ("aws:VpcSourceIp", IpAddress, false),
    ("aws:Ec2InstanceSourceVpc", Text, false),
    ("aws:Ec2InstanceSourcePrivateIPv4", IpAddress, false),
    ("aws:AssumedRoot", Bool, false),
    ("ec2:SourceInstanceARN", Arn, false),
    ("ec2:RoleDelivery", Numeric, false),
    ("lambda:SourceFunctionArn", Arn, false),
    ("glue:CredentialIssuingService", Text, false),
    ("ssm:SourceInstanceARN", Arn, false),
    ("iam:ResourceTag/", Text, false),
    ("identitystore:UserId", Text, false),
    ("identitystore:IdentityStoreArn", Arn, false),
    ("saml:aud", Text, false),
    ("saml:cn", Text, true),
    ("saml:commonName", Text, true),
    ("saml:doc", Text, false),
    ("saml:eduorghomepageuri", Text, true),
    ("saml:eduorgidentityauthnpolicyuri", Text, true),
    ("saml:eduorglegalname", Text, true),
    ("saml:eduorgsuperioruri", Text, true),
    ("saml:eduorgwhitepagesuri", Text, true),
    ("saml:edupersonaffiliation", Text, true),
    ("saml:edupersonassurance", Text, true),
    ("saml:edupersonentitlement", Text, true),
    ("saml:edupersonnickname", Text, true),
    ("saml:edupersonorgdn", Text, false),
    ("saml:edupersonorgunitdn", Text, true),
    ("saml:edupersonprimaryaffiliation", Text, false),
    ("saml:edupersonprimaryorgunitdn", Text, false),
    ("saml:edupersonprincipalname", Text, false),
    ("saml:edupersonscopedaffiliation", Text, true),
    ("saml:edupersontargetedid", Text, true),
    ("saml:givenName", Text, true),
    ("saml:iss", Text, false),
    ("saml:mail", Text, true),
    ("saml:name", Text, true),
    ("saml:namequalifier", Text, false),
    ("saml:organizationStatus", Text, true),
    ("saml:primaryGroupSID", Text, true),
    ("saml:sub", Text, false),
    ("saml:sub_type", Text, false),
    ("saml:surname", Text, true),
    ("saml:uid", Text, true),
    ("saml:x500UniqueIdentifier", Text, true),
    ("cognito-identity.amazonaws.com:amr", Text, true),
    ("cognito-identity.amazonaws.com:aud", Text, false),
    ("cognito-identity.amazonaws.com:sub", Text, false),
    ("accounts.google.com:aud", Text, false),
    ("accounts.google.com:oaud", Text, false),
    ("accounts.google.com:sub", Text, false),
    ("www.amazon.com:app_id", Text, false),
    ("www.amazon.com:user_id", Text, false),
    ("graph.facebook.com:app_id", Text, false),
    ("graph.facebook.com:id", Text, false),
];

/// What is known about `key`.
pub(crate) fn look_up(key: &str) -> Known {
    let same = |known: &str| match known.strip_suffix('/') {
        Some(prefix) => key
            .split_once('/')
            .is_some_and(|(start, tag)| start.eq_ignore_ascii_case(prefix) && !tag.is_empty()),
        None => key.eq_ignore_ascii_case(known),
    };
    if let Some((_, kind, many)) = KEYS.iter().find(|(known, _, _)| same(known)) {
        return Known::Key { kind: *kind, many: *many };
    }
    // A provider's key begins with its host, which has a dot (or a port) before the last colon.
    if key.rsplit_once(':').is_some_and(|(issuer, claim)| issuer.contains('.') && !claim.is_empty()) {
        return Known::Claim;
    }
    let whole = KEYS.iter().map(|(known, _, _)| *known);
    Known::Unknown(closest(key, whole).or_else(|| other_prefix(key)))
}

/// Whether AWS documents `key` as one that can have several values, so that only set operators look at them.
pub(crate) fn has_many(key: &str) -> bool {
    matches!(look_up(key), Known::Key { many: true, .. })
}

/// A known key of the same name under another prefix: `aws:RoleSessionName` for `sts:RoleSessionName`.
fn other_prefix(key: &str) -> Option<&'static str> {
    let (_, name) = key.split_once(':')?;
    let same =
        |known: &&str| known.split_once(':').is_some_and(|(_, known)| known.eq_ignore_ascii_case(name));
    KEYS.iter().map(|(known, _, _)| *known).find(same)
}
