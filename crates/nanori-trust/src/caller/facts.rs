//! From a caller to names and condition keys, as AWS derives them.

use nanori_identity::Partition;

use super::{Caller, CallerKind};
use crate::context::Context;

pub(super) fn arn(partition: Partition, kind: &CallerKind) -> Option<String> {
    match kind {
        CallerKind::RoleSession { role, session } => Some(format!("{}{session}", role.assumed_role_prefix())),
        CallerKind::User { account, path, name } => {
            Some(format!("arn:{partition}:iam::{account}:user{path}{name}"))
        }
        CallerKind::FederatedUser { account, name } => {
            Some(format!("arn:{partition}:sts::{account}:federated-user/{name}"))
        }
        CallerKind::Root { account } => Some(format!("arn:{partition}:iam::{account}:root")),
        CallerKind::WebIdentity { .. } | CallerKind::Saml { .. } | CallerKind::Service { .. } => None,
    }
}

pub(super) fn context(caller: &Caller) -> Context {
    let mut context = Context::new();
    let is_service = matches!(caller.kind, CallerKind::Service { .. });
    context.set("aws:PrincipalIsAWSService", [is_service.to_string()]);
    context.set("aws:PrincipalArn", caller.principal_arn());
    context.set("aws:PrincipalAccount", caller.account().map(ToString::to_string));
    context.set("aws:PrincipalOrgID", caller.organization.clone());
    context.set("aws:SourceIdentity", caller.source_identity.clone());
    match &caller.kind {
        CallerKind::User { name, .. } => {
            context.set("aws:username", [name]);
            context.set("aws:userid", caller.unique_id.clone());
            context.set("aws:PrincipalType", ["User"]);
        }
        CallerKind::RoleSession { session, .. } => {
            context.set("aws:userid", caller.unique_id.as_ref().map(|id| format!("{id}:{session}")));
            context.set("aws:PrincipalType", ["AssumedRole"]);
        }
        CallerKind::FederatedUser { account, name } => {
            context.set("aws:userid", [format!("{account}:{name}")]);
            context.set("aws:PrincipalType", ["FederatedUser"]);
        }
        CallerKind::Root { account } => {
            context.set("aws:userid", [account.to_string()]);
            context.set("aws:PrincipalType", ["Account"]);
        }
        CallerKind::WebIdentity { provider, claims } => {
            // The key's prefix is the issuer without its scheme: what follows `oidc-provider/` in the ARN.
            let issuer =
                provider.split_once(":oidc-provider/").map_or(provider.as_str(), |(_, issuer)| issuer);
            for (claim, values) in claims {
                context.set(&format!("{issuer}:{claim}"), values.iter().cloned());
            }
        }
        CallerKind::Saml { attributes, .. } => {
            for (attribute, values) in attributes {
                context.set(&format!("saml:{attribute}"), values.iter().cloned());
            }
        }
        CallerKind::Service { name } => {
            context.set("aws:PrincipalServiceName", [name]);
            context.set("aws:PrincipalServiceNamesList", [name]);
        }
    }
    for (key, value) in &caller.tags {
        context.set(&format!("aws:PrincipalTag/{key}"), [value]);
    }
    credentials(caller, &mut context);
    context
}

/// MFA keys are there with temporary credentials only, and say `true` only if the code was given to `GetSessionToken`:
/// credentials of `AssumeRole` do not carry it on.
fn credentials(caller: &Caller, context: &mut Context) {
    context.set("aws:TokenIssueTime", caller.issued.map(|at| at.to_string()));
    if !caller.temporary {
        return;
    }
    let carries_mfa = matches!(caller.kind, CallerKind::User { .. } | CallerKind::Root { .. });
    let age = caller.mfa_age.filter(|_| carries_mfa);
    context.set("aws:MultiFactorAuthPresent", [age.is_some().to_string()]);
    context.set("aws:MultiFactorAuthAge", age.map(|seconds| seconds.to_string()));
}
