//! Who may assume what: scenario S2 and the other demo roles.

use insta::assert_snapshot;

use super::client::*;

#[track_caller]
fn check(keys: &Keys, role: &str, name: &str, more: &[(&str, &str)], expected: &str) {
    assert_eq!(Client::new().assume(keys, role, name, more).gist(), expected);
}

#[test]
fn s2_own_name_is_let_in_and_the_session_carries_it() {
    let client = Client::new();
    let answer = client.assume(&WORK_API, "admin_role", "work_api", &[]);
    assert_eq!(answer.gist(), "arn:aws:sts::222222222222:assumed-role/admin_role/work_api");
    assert!(answer.text("AssumedRoleId").unwrap().ends_with(":work_api"));
    assert!(answer.keys().id.starts_with("ASIA"));
    let identity = client.call(&answer.keys(), "GetCallerIdentity", &[]);
    assert_eq!(identity.gist(), "arn:aws:sts::222222222222:assumed-role/admin_role/work_api");
}

#[test]
fn s2_nameless_and_other_names_are_refused_with_aws_s_text() {
    let text = "403 AccessDenied: User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: \
                sts:AssumeRole on resource: arn:aws:iam::222222222222:role/admin_role";
    check(&WORK_API, "admin_role", "botocore-session-1609426800", &[], text);
    check(&WORK_API, "admin_role", "alice", &[], text);
    check(&WORK_API, "admin_role", "Work_Api", &[], text);
    check(&WORK_API, "admin_role", "work_api2", &[], text);
}

#[test]
fn a_missing_name_is_refused() {
    let parameters = [("RoleArn", "arn:aws:iam::222222222222:role/admin_role")];
    assert_snapshot!(Client::new().call(&WORK_API, "AssumeRole", &parameters).gist(), @"400 ValidationError: 1 validation error detected: Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null");
}

#[test]
fn a_user_name_of_one_character_cannot_be_a_session_name() {
    assert_snapshot!(Client::new().assume(&X, "admin_role", "x", &[]).gist(), @"400 ValidationError: 1 validation error detected: Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2");
}

#[test]
fn the_same_name_in_another_account_is_not_let_in() {
    check(
        &OTHER_WORK_API,
        "admin_role",
        "work_api",
        &[],
        "403 AccessDenied: User: arn:aws:iam::222222222222:user/work_api is not authorized to perform: \
         sts:AssumeRole on resource: arn:aws:iam::222222222222:role/admin_role",
    );
}

#[test]
fn another_account_needs_an_identity_policy_too() {
    check(
        &VISITOR,
        "nameless_role",
        "visitor",
        &[],
        "403 AccessDenied: User: arn:aws:iam::111111111111:user/visitor is not authorized to perform: \
         sts:AssumeRole on resource: arn:aws:iam::222222222222:role/nameless_role",
    );
    check(
        &WORK_API,
        "nameless_role",
        "anything",
        &[],
        "arn:aws:sts::222222222222:assumed-role/nameless_role/anything",
    );
}

#[test]
fn in_one_account_a_trust_policy_that_names_the_user_is_enough() {
    let parameters =
        [("RoleArn", "arn:aws:iam::111111111111:role/dev_role"), ("RoleSessionName", "work_api")];
    let answer = Client::new().call(&WORK_API, "AssumeRole", &parameters);
    assert_eq!(answer.gist(), "arn:aws:sts::111111111111:assumed-role/dev_role/work_api");
}

#[test]
fn a_role_s_path_is_dropped_from_the_session_but_needed_to_find_it() {
    check(
        &WORK_API,
        "team/a/reader",
        "work_api",
        &[],
        "arn:aws:sts::222222222222:assumed-role/reader/work_api",
    );
    check(
        &WORK_API,
        "reader",
        "work_api",
        &[],
        "403 AccessDenied: User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: \
         sts:AssumeRole on resource: arn:aws:iam::222222222222:role/reader",
    );
}

#[test]
fn an_external_id_must_be_the_one_demanded() {
    let ok = "arn:aws:sts::222222222222:assumed-role/vendor_role/work_api";
    let denied = "403 AccessDenied: User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: \
                  sts:AssumeRole on resource: arn:aws:iam::222222222222:role/vendor_role";
    check(&WORK_API, "vendor_role", "work_api", &[("ExternalId", "nanori-demo-7")], ok);
    check(&WORK_API, "vendor_role", "work_api", &[("ExternalId", "nanori-demo-8")], denied);
    check(&WORK_API, "vendor_role", "work_api", &[], denied);
}

#[test]
fn a_source_identity_must_be_the_one_demanded_and_allowed_to_be_set() {
    let name = [("SourceIdentity", "work_api")];
    check(
        &WORK_API,
        "source_identity_role",
        "work_api",
        &name,
        "arn:aws:sts::222222222222:assumed-role/source_identity_role/work_api",
    );
    check(
        &WORK_API,
        "admin_role",
        "work_api",
        &name,
        "403 AccessDenied: User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: \
         sts:SetSourceIdentity on resource: arn:aws:iam::222222222222:role/admin_role",
    );
}

#[test]
fn session_tags_need_permission_of_their_own() {
    let tags = [("Tags.member.1.Key", "project"), ("Tags.member.1.Value", "a")];
    check(
        &WORK_API,
        "tagged_role",
        "work_api",
        &tags,
        "arn:aws:sts::222222222222:assumed-role/tagged_role/work_api",
    );
    check(
        &WORK_API,
        "admin_role",
        "work_api",
        &tags,
        "403 AccessDenied: User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: \
         sts:TagSession on resource: arn:aws:iam::222222222222:role/admin_role",
    );
}

#[test]
fn root_users_and_federated_users_assume_nothing() {
    check(
        &ROOT,
        "nameless_role",
        "root",
        &[],
        "403 AccessDenied: Roles may not be assumed by root accounts.",
    );
    let client = Client::new();
    let federated = client.call(&WORK_API, "GetFederationToken", &[("Name", "bob")]);
    assert_eq!(federated.gist(), "arn:aws:sts::111111111111:federated-user/bob");
    let answer = client.assume(&federated.keys(), "nameless_role", "work_api", &[]);
    assert_snapshot!(answer.gist(), @"403 AccessDenied: User: arn:aws:sts::111111111111:federated-user/bob is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/nameless_role");
    let identity = client.call(&federated.keys(), "GetCallerIdentity", &[]);
    assert_eq!(identity.text("UserId").as_deref(), Some("111111111111:bob"));
}

#[test]
fn other_partitions_answer_in_their_own_arns() {
    let parameters =
        [("RoleArn", "arn:aws-us-gov:iam::333333333333:role/gov_admin"), ("RoleSessionName", "gov_api")];
    let client = Client::new();
    let request = client.signed_for("us-gov-west-1", &GOV_API, "AssumeRole", &parameters, &[]);
    let answer = client.send(request).unwrap();
    assert_eq!(answer.gist(), "arn:aws-us-gov:sts::333333333333:assumed-role/gov_admin/gov_api");
}
