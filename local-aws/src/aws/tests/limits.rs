//! Parameter limits, in AWS's words.

use insta::assert_snapshot;

use super::client::*;

fn refused(more: &[(&str, &str)]) -> String {
    Client::new().assume(&WORK_API, "admin_role", "work_api", more).gist()
}

#[test]
fn durations() {
    assert_snapshot!(refused(&[("DurationSeconds", "899")]), @"400 ValidationError: 1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900");
    assert_snapshot!(refused(&[("DurationSeconds", "43201")]), @"400 ValidationError: 1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200");
    assert_snapshot!(refused(&[("DurationSeconds", "3601")]), @"400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    assert_snapshot!(refused(&[("DurationSeconds", "900")]), @"arn:aws:sts::222222222222:assumed-role/admin_role/work_api");
    let long =
        Client::new().assume(&WORK_API, "twelve_hour_role", "work_api", &[("DurationSeconds", "43200")]);
    assert_eq!(long.status, 200);
}

#[test]
fn names_and_ids() {
    assert_snapshot!(Client::new().assume(&WORK_API, "admin_role", "work api", &[]).gist(), @r"400 ValidationError: 1 validation error detected: Value 'work api' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*");
    assert_snapshot!(Client::new().assume(&WORK_API, "admin_role", "名前", &[]).gist(), @r"400 ValidationError: 1 validation error detected: Value '名前' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*");
    let long = "n".repeat(65);
    let answer = Client::new().assume(&WORK_API, "admin_role", &long, &[]).gist();
    assert!(answer.ends_with("Member must have length less than or equal to 64"), "{answer}");
    assert_snapshot!(refused(&[("ExternalId", "a b"), ("SourceIdentity", "s")]), @r"400 ValidationError: 2 validation errors detected: Value 'a b' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@:\/-]*; Value 's' at 'sourceIdentity' failed to satisfy constraint: Member must have length greater than or equal to 2");
    assert_snapshot!(refused(&[("TokenCode", "12345a"), ("SerialNumber", "12345678")]), @r"400 ValidationError: 2 validation errors detected: Value '12345678' at 'serialNumber' failed to satisfy constraint: Member must have length greater than or equal to 9; Value '12345a' at 'tokenCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\d]*");
}

#[test]
fn role_arns() {
    let with = |arn: &str| {
        let parameters = [("RoleArn", arn), ("RoleSessionName", "work_api")];
        Client::new().call(&WORK_API, "AssumeRole", &parameters).gist()
    };
    assert_snapshot!(with("admin_role"), @"400 ValidationError: 1 validation error detected: Value 'admin_role' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20");
    assert_snapshot!(with("arn:aws:iam::222222222222:user/admin_role"), @"400 ValidationError: arn:aws:iam::222222222222:user/admin_role is invalid");
    assert_snapshot!(with("arn:aws:iam::22222222222:role/admin_role"), @"400 ValidationError: arn:aws:iam::22222222222:role/admin_role is invalid");
}

#[test]
fn tags() {
    let tag = |key: &str, value: &str| {
        Client::new()
            .assume(
                &WORK_API,
                "chain_start",
                "work_api",
                &[("Tags.member.1.Key", key), ("Tags.member.1.Value", value)],
            )
            .status
    };
    assert_eq!(tag(&"k".repeat(128), &"v".repeat(256)), 200);
    assert_eq!(tag(&"k".repeat(129), "v"), 400);
    assert_eq!(tag("k", &"v".repeat(257)), 400);
    assert_eq!(tag("", "v"), 400);
    assert_snapshot!(refused(&[("Tags.member.1.Key", "a"), ("Tags.member.2.Key", "A")]), @"400 InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    assert_snapshot!(refused(&[("TransitiveTagKeys.member.1", "a")]), @"400 InvalidParameterValue: The specified transitive tag key must be included in the requested tags.");
    let keys: Vec<String> = (1..=51).map(|number| format!("Tags.member.{number}.Key")).collect();
    let names: Vec<String> = (1..=51).map(|number| format!("key{number}")).collect();
    let many: Vec<(&str, &str)> =
        keys.iter().map(String::as_str).zip(names.iter().map(String::as_str)).collect();
    assert_snapshot!(refused(&many), @"400 ValidationError: 1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50");
}

#[test]
fn session_policies() {
    assert_snapshot!(refused(&[("Policy", "{")]), @"400 MalformedPolicyDocument: The policy is not in the valid JSON format.");
    let foreign = [("PolicyArns.member.1.arn", "arn:aws:iam::111111111111:policy/other")];
    assert_snapshot!(refused(&foreign), @"400 ValidationError: ARN arn:aws:iam::111111111111:policy/other is not valid.");
    let own = [("PolicyArns.member.1.arn", "arn:aws:iam::aws:policy/ReadOnlyAccess")];
    assert_eq!(Client::new().assume(&WORK_API, "admin_role", "work_api", &own).status, 200);
    let arns: Vec<String> = (1..=11).map(|number| format!("PolicyArns.member.{number}.arn")).collect();
    let many: Vec<(&str, &str)> =
        arns.iter().map(|name| (name.as_str(), "arn:aws:iam::aws:policy/ReadOnlyAccess")).collect();
    assert_snapshot!(refused(&many), @"400 ValidationError: 1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10");
    let statement = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{}"}}}}"#,
        "b".repeat(1900)
    );
    let mut large = vec![("Policy", statement.as_str())];
    large.extend(many.iter().take(9));
    let answer = refused(&large);
    assert!(answer.starts_with("400 PackedPolicyTooLarge: Packed policy consumes 11"), "{answer}");
}

#[test]
fn get_session_token_and_get_federation_token() {
    let client = Client::new();
    let token =
        |seconds: &str| client.call(&WORK_API, "GetSessionToken", &[("DurationSeconds", seconds)]).status;
    assert_eq!((token("899"), token("900"), token("129600"), token("129601")), (400, 200, 200, 400));
    let session = client.call(&WORK_API, "GetSessionToken", &[]).keys();
    assert_snapshot!(client.call(&session, "GetSessionToken", &[]).gist(), @"403 AccessDenied: Cannot call GetSessionToken with session credentials");
    assert_snapshot!(client.call(&session, "GetFederationToken", &[("Name", "bob")]).gist(), @"403 AccessDenied: Cannot call GetFederationToken with session credentials");
    assert_snapshot!(client.call(&ALICE, "GetFederationToken", &[("Name", "bob")]).gist(), @"403 AccessDenied: User: arn:aws:iam::111111111111:user/staff/alice is not authorized to perform: sts:GetFederationToken on resource: arn:aws:sts::111111111111:federated-user/bob");
    assert_snapshot!(client.call(&WORK_API, "GetFederationToken", &[("Name", "b")]).gist(), @"400 ValidationError: 1 validation error detected: Value 'b' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2");
}

#[test]
fn unknown_operations() {
    assert_snapshot!(Client::new().call(&WORK_API, "AssumeRoot", &[]).gist(), @"400 InvalidAction: Could not find operation AssumeRoot for version 2011-06-15");
}
