//! Role chaining: one hour at most, source identity and transitive tags stay.

use insta::assert_snapshot;

use super::client::*;

fn chain_start(client: &Client) -> Keys {
    let more = [
        ("SourceIdentity", "work_api"),
        ("Tags.member.1.Key", "project"),
        ("Tags.member.1.Value", "a"),
        ("Tags.member.2.Key", "left"),
        ("Tags.member.2.Value", "behind"),
        ("TransitiveTagKeys.member.1", "project"),
        ("DurationSeconds", "43200"),
    ];
    client.assume(&WORK_API, "chain_start", "work_api", &more).keys()
}

#[test]
fn a_chained_session_lasts_an_hour_at_most() {
    let client = Client::new();
    let keys = chain_start(&client);
    assert_snapshot!(client.assume(&keys, "chain_end", "work_api", &[("DurationSeconds", "3601")]).gist(), @"400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
    assert_eq!(client.assume(&keys, "chain_end", "work_api", &[("DurationSeconds", "3600")]).status, 200);
}

#[test]
fn the_source_identity_stays_and_cannot_be_changed() {
    let client = Client::new();
    let keys = chain_start(&client);
    let answer = client.assume(&keys, "chain_end", "work_api", &[]);
    assert_eq!(answer.text("SourceIdentity").as_deref(), Some("work_api"));
    let other = client.assume(&keys, "chain_end", "work_api", &[("SourceIdentity", "alice")]);
    assert_eq!((other.status, other.text("Code").as_deref()), (403, Some("AccessDenied")));
}

#[test]
fn transitive_tags_stay_and_cannot_be_overridden() {
    let client = Client::new();
    let keys = chain_start(&client);
    assert_eq!(client.assume(&keys, "chain_end", "work_api", &[]).status, 200);
    let state = client.aws.state();
    let chained = state.issued.values().find(|issued| issued.caller.arn().contains("chain_end")).unwrap();
    let tags: Vec<&str> =
        chained.caller.session.as_ref().unwrap().tags.iter().map(|tag| tag.key.as_str()).collect();
    assert_eq!(tags, ["project"]);
    drop(state);
    let override_it = [("Tags.member.1.Key", "PROJECT"), ("Tags.member.1.Value", "b")];
    assert_snapshot!(client.assume(&keys, "chain_end", "work_api", &override_it).gist(), @"400 InvalidParameterValue: One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
}

#[test]
fn a_session_policy_limits_what_the_session_assumes() {
    let client = Client::new();
    let nothing = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
    let limited = client.assume(&WORK_API, "chain_start", "work_api", &[("Policy", nothing)]);
    assert_eq!(limited.text("PackedPolicySize").as_deref(), Some("3"));
    let answer = client.assume(&limited.keys(), "chain_end", "work_api", &[]);
    assert_snapshot!(answer.gist(), @"403 AccessDenied: User: arn:aws:sts::222222222222:assumed-role/chain_start/work_api is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/chain_end");
}
