//! Policy documents: any text is a policy or a list of mistakes, each with a place inside the text; whatever is read can be
//! decided on, explained, checked and looked up in a dump, and fixes are edits of that very text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_identity::{Partition, RoleArn};
use nanori_trust::check::{Callers, Report, Setting, check, name_rule};
use nanori_trust::denial::{Certainty, Denial, diagnose};
use nanori_trust::dump::Dump;
use nanori_trust::explain::{Explanation, Flip};
use nanori_trust::{Caller, Decision, Place, Policy, PolicyKind, Request, authorize, explain};

fuzz_target!(|text: &str| {
    let trust = read(text, PolicyKind::Trust);
    let identity = read(text, PolicyKind::Identity);
    checked(text, trust.is_some());
    for request in requests() {
        if let Some(trust) = &trust {
            explained(&request, trust, identity.as_slice());
        }
        diagnosed(text, &request, trust.as_ref(), identity.as_slice());
    }
    dumped(text);
});

fn read(text: &str, kind: PolicyKind) -> Option<Policy> {
    let first = Policy::parse(text, kind);
    let within = Policy::parse(&format!("\n {text}\n"), kind);
    assert_eq!(first.is_ok(), within.is_ok(), "white space around a policy matters");
    match first {
        Ok(policy) => Some(policy),
        Err(mistakes) => {
            assert!(!mistakes.0.is_empty(), "refused without a mistake");
            mistakes.0.iter().for_each(|mistake| inside(text, mistake.place));
            None
        }
    }
}

fn checked(text: &str, is_policy: bool) {
    for callers in [Callers::Unknown, Callers::Users, Callers::Sessions] {
        let account = "222222222222".parse().ok();
        let own_accounts = account.iter().cloned().collect();
        let Report { findings, policy } = check(text, &Setting { account, own_accounts, callers });
        assert_eq!(policy.is_some(), is_policy, "the check reads another policy than the reader");
        if let Some(policy) = &policy {
            let _ = name_rule(policy);
        }
        for finding in findings {
            inside(text, finding.place);
            let Some(fix) = finding.fix else { continue };
            fix.edits.iter().for_each(|edit| inside(text, edit.place));
            let fixed = fix.apply(text);
            // What was a policy still is one, whatever the fix puts right.
            if is_policy {
                assert!(Policy::parse_trust(&fixed).is_ok(), "{}: {fixed}", finding.kind.code());
            }
        }
    }
}

fn explained(request: &Request, trust: &Policy, identity: &[Policy]) {
    for identity in [None, Some(identity)] {
        let Explanation { access, trust: traces, flips } = explain(request, trust, identity);
        assert_eq!(access, authorize(request, trust, identity), "the explanation decides otherwise");
        assert_eq!(traces.len(), access.actions.len());
        for (traces, action) in traces.iter().zip(&access.actions) {
            for trace in traces {
                let holds = trace.conditions.iter().all(|condition| condition.outcome.holds);
                assert!(!trace.applies || holds, "{}: takes effect against a condition", action.action);
            }
        }
        for flip in flips {
            assert_ne!(access.decision, Decision::Allowed, "a way in where one is in already");
            if let Flip::Request(changes) = flip {
                let changed = changes.iter().fold(request.clone(), |request, change| change.apply(request));
                assert_eq!(authorize(&changed, trust, identity).decision, Decision::Allowed, "{changes:?}");
            }
        }
    }
}

fn diagnosed(text: &str, request: &Request, trust: Option<&Policy>, identity: &[Policy]) {
    let message = text.get(..text.floor_char_boundary(200)).unwrap_or_default();
    for code in ["AccessDenied", "ValidationError", message] {
        let causes = diagnose(&Denial { code, message, request, trust, identity: Some(identity) });
        assert!(!causes.is_empty(), "a refusal without a cause");
        assert!(causes.is_sorted_by_key(|cause| cause.certainty), "a likelier cause comes later");
        let certain = causes.iter().any(|cause| cause.certainty == Certainty::Certain);
        assert!(!certain || causes.len() == 1, "several certain causes");
    }
}

fn dumped(text: &str) {
    let Ok(Some(dump)) = Dump::open(text) else { return };
    for index in 0..dump.len() {
        let row = dump.row(text, index, &Setting::default());
        assert!(row.is_some(), "row {index} of {} is missing", dump.len());
    }
    assert!(dump.row(text, dump.len(), &Setting::default()).is_none());
}

fn inside(text: &str, place: Place) {
    let (start, end) = (place.start as usize, place.end as usize);
    assert!(start <= end && text.get(start..end).is_some(), "{place} is not in the text");
}

fn requests() -> Vec<Request> {
    let role: Option<RoleArn> = "arn:aws:iam::222222222222:role/admin_role".parse().ok();
    let account = "111111111111".parse().ok();
    let Some((role, account)) = role.zip(account) else { return Vec::new() };
    let user = Caller::user(Partition::Aws, account, "/team/", "work_api").tag("team", "a");
    let session = Caller::role_session(role.clone(), "work_api").source_identity("work_api");
    let provider = "arn:aws:iam::222222222222:oidc-provider/id.example.com";
    let web =
        Caller::web_identity(Partition::Aws, provider).claim("aud", ["portal"]).claim("sub", ["work_api"]);
    let service = Caller::service(Partition::Aws, "ec2.amazonaws.com");
    let ask = |caller| Request::assume_role(caller, role.clone());
    vec![
        ask(user.clone()).session_name("botocore-session-1609426800"),
        ask(user).session_name("work_api").mfa().tag("ticket", "OPS-7").source_ip("203.0.113.7"),
        ask(session).session_name("work_api"),
        ask(web).session_name("work_api"),
        ask(service),
    ]
}
