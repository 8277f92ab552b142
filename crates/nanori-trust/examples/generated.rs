//! Writes every generated policy of a grid of forms, one JSON object a line, for an independent linter.
//!
//! `cargo run -p nanori-trust --example generated | python tests/trust/lint.py`
#![allow(clippy::print_stdout, clippy::expect_used, missing_docs)]

use nanori_identity::Timestamp;
use nanori_trust::generate::{Form, NameDemand, Rules, Who};

fn main() {
    let account = |text: &str| text.parse().expect("an account");
    let whos = [
        Who::Account(account("111111111111")),
        Who::User { account: account("111111111111"), path: "/".to_owned(), name: "work_api".to_owned() },
        Who::Role("arn:aws:iam::333333333333:role/portal".parse().expect("a role")),
        Who::Provider {
            arn: "arn:aws:iam::222222222222:oidc-provider/id.example.com".to_owned(),
            audience: "portal".to_owned(),
        },
    ];
    let names = [
        NameDemand::Any,
        NameDemand::UserName,
        NameDemand::PrincipalTag("name".to_owned()),
        NameDemand::Subject,
        NameDemand::SourceIdentity,
    ];
    for who in &whos {
        for name in &names {
            for bits in 0_u32..256 {
                let on = |bit: u32| bits >> bit & 1 == 1;
                let text = |text: &str| text.to_owned();
                let rules = Rules {
                    name: name.clone(),
                    name_patterns: on(0).then(|| text("*@example.com")).into_iter().collect(),
                    source_identity: on(1),
                    mfa_minutes: on(2).then_some(60),
                    external_id: on(3).then(|| "partner-1".parse().expect("an external id")),
                    session_tags: on(4).then(|| (text("ticket"), text("OPS-7"))).into_iter().collect(),
                    principal_tags: on(5).then(|| (text("team"), text("a"))).into_iter().collect(),
                    addresses: on(6).then(|| text("203.0.113.0/24")).into_iter().collect(),
                    until: on(7).then(|| Timestamp::from_unix(1_800_000_000).expect("a time")),
                    session_hours: None,
                };
                let role = "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role");
                let Ok(policies) = (Form { role, who: vec![who.clone()], rules }).policies() else {
                    continue;
                };
                println!(r#"{{"kind":"trust","policy":{}}}"#, policies.trust.compact_json());
                if let Some(identity) = policies.identity {
                    println!(r#"{{"kind":"identity","policy":{}}}"#, identity.compact_json());
                }
            }
        }
    }
}
