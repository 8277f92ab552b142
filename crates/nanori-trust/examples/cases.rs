//! Writes policy and request pairs with this crate's decision, one JSON object a line, for an independent judge.
//!
//! `cargo run -p nanori-trust --example cases -- 6000 1 | node tests/trust/judge.mjs` (number of cases, seed).
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

use nanori_identity::{Partition, RoleArn};
use nanori_trust::json::quoted;
use nanori_trust::{Caller, CallerKind, Decision, Policy, Request, authorize};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(6000);
    let seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for id in 0..count {
        println!("{}", case(id, &mut dice));
    }
}

/// xorshift64*: the same cases on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize;
        high % limit
    }

    fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// One to `most` of `from`, as a JSON text or list.
    fn some(&mut self, from: &[&str], most: usize) -> String {
        let count = 1 + self.below(most);
        let items: Vec<String> = (0..count).map(|_| quoted(self.pick(from))).collect();
        if count == 1 && self.one_in(2) { items[0].clone() } else { format!("[{}]", items.join(",")) }
    }
}

const PROVIDER: &str = "arn:aws:iam::222222222222:oidc-provider/id.example.com";
const NAMES: [&str; 5] = ["work_api", "Work_api", "work_api2", "other", "botocore-session-1609426800"];

fn caller(dice: &mut Dice) -> Caller {
    let account = ["111111111111", "222222222222"][dice.below(2)].parse().expect("an account");
    let mut caller = match dice.below(10) {
        0..=4 => Caller::user(Partition::Aws, account, "/", dice.pick(&["work_api", "other"])),
        5..=7 => {
            let role =
                ["arn:aws:iam::111111111111:role/dev", "arn:aws:iam::222222222222:role/dev"][dice.below(2)];
            Caller::role_session(role.parse().expect("a role"), dice.pick(&NAMES))
        }
        8 => Caller::web_identity(Partition::Aws, PROVIDER)
            .claim("aud", ["portal"])
            .claim("sub", [dice.pick(&["work_api", "other"])]),
        _ => Caller::service(Partition::Aws, dice.pick(&["ec2.amazonaws.com", "glue.amazonaws.com"])),
    };
    if dice.one_in(3) {
        caller = caller.tag("team", dice.pick(&["a", "b", "*"]));
    }
    caller
}

fn request(dice: &mut Dice, caller: Caller) -> Request {
    let role: RoleArn = "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role");
    let user_name = caller.name().unwrap_or("work_api").to_owned();
    let mut request = Request::assume_role(caller, role)
        .set("aws:CurrentTime", [dice.pick(&["2026-01-02T03:04:05Z", "2026-07-01T00:00:00Z"])])
        .source_ip(dice.pick(&["203.0.113.7", "198.51.100.7", "2001:db8::1"]));
    if !dice.one_in(8) {
        let name = if dice.one_in(2) { user_name.as_str() } else { dice.pick(&NAMES) };
        request = request.session_name(name);
    }
    if dice.one_in(3) {
        request = request.external_id(dice.pick(&["partner-1", "partner-2"]));
    }
    if dice.one_in(3) {
        request = request
            .set("aws:MultiFactorAuthPresent", [dice.pick(&["true", "false"])])
            .set("aws:MultiFactorAuthAge", [dice.pick(&["0", "60", "3600", "7200"])]);
    }
    if dice.one_in(4) {
        request = request.source_identity(dice.pick(&NAMES));
    }
    if dice.one_in(4) {
        request = request.tag("team", dice.pick(&["a", "b"]));
        if dice.one_in(2) {
            request = request.tag("ticket", "OPS-7").transitive_tag("ticket");
        }
    }
    request
}

fn condition(dice: &mut Dice) -> String {
    let text_values = [
        "work_api",
        "Work_api",
        "work_*",
        "*",
        "?ork_api",
        "${aws:username}",
        "${aws:username}*",
        "${aws:PrincipalTag/team}",
        "${aws:PrincipalTag/team, 'work_api'}",
        "${aws:username, 'other'}",
        "botocore-session-*",
        "${*}",
        "other",
        "${sts:SourceIdentity}",
        "partner-1",
        "a",
    ];
    let text_keys = [
        "sts:RoleSessionName",
        "STS:rolesessionname",
        "sts:ExternalId",
        "sts:SourceIdentity",
        "aws:username",
        "aws:PrincipalTag/team",
        "aws:RequestTag/team",
        "aws:PrincipalType",
    ];
    let set = ["", "", "", "", "", "ForAnyValue:", "ForAllValues:"][dice.below(7)];
    let suffix = ["", "", "", "IfExists"][dice.below(4)];
    let (base, key, values) = match dice.below(12) {
        0..=4 => (
            dice.pick(&[
                "StringEquals",
                "StringNotEquals",
                "StringEqualsIgnoreCase",
                "StringNotEqualsIgnoreCase",
                "StringLike",
                "StringNotLike",
            ]),
            dice.pick(&text_keys),
            dice.some(&text_values, 3),
        ),
        5 => (
            dice.pick(&[
                "NumericEquals",
                "NumericNotEquals",
                "NumericLessThan",
                "NumericLessThanEquals",
                "NumericGreaterThan",
                "NumericGreaterThanEquals",
            ]),
            "aws:MultiFactorAuthAge",
            dice.some(&["0", "60", "3600", "3600.5", "x"], 2),
        ),
        6 => (
            dice.pick(&[
                "DateEquals",
                "DateNotEquals",
                "DateLessThan",
                "DateLessThanEquals",
                "DateGreaterThan",
                "DateGreaterThanEquals",
            ]),
            "aws:CurrentTime",
            dice.some(
                &[
                    "2026-01-02T03:04:05Z",
                    "2026-03-01T00:00:00Z",
                    "2027-01-01T00:00:00Z",
                    "2026-01-02T12:04:05+09:00",
                ],
                2,
            ),
        ),
        7 => (
            "Bool",
            dice.pick(&["aws:MultiFactorAuthPresent", "aws:SecureTransport"]),
            dice.some(&["true", "false", "True"], 1),
        ),
        8 => (
            dice.pick(&["IpAddress", "NotIpAddress"]),
            "aws:SourceIp",
            dice.some(&["203.0.113.0/24", "198.51.100.7", "2001:db8::/32", "0.0.0.0/0", "10.0.0.0/8"], 2),
        ),
        9 => (
            dice.pick(&["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"]),
            "aws:PrincipalArn",
            dice.some(
                &[
                    "arn:aws:iam::111111111111:user/*",
                    "arn:aws:iam::*:role/dev",
                    "arn:aws:iam::111111111111:user/${aws:username}",
                    "arn:aws:iam::*:user/work_api",
                ],
                2,
            ),
        ),
        10 => {
            return format!(r#""Null":{{"{}":"{}"}}"#, dice.pick(&text_keys), dice.pick(&["true", "false"]));
        }
        _ => {
            let set = dice.pick(&["ForAnyValue:", "ForAllValues:", "ForAllValues:", ""]);
            let base = dice.pick(&["StringEquals", "StringLike", "StringNotEquals"]);
            let key = dice.pick(&["aws:TagKeys", "sts:TransitiveTagKeys"]);
            return format!(
                r#""{set}{base}{suffix}":{{"{key}":{}}}"#,
                dice.some(&["team", "ticket", "t*"], 2)
            );
        }
    };
    format!(r#""{set}{base}{suffix}":{{"{key}":{values}}}"#)
}

fn statement(dice: &mut Dice, effect: &str, trust: bool) -> String {
    let mut parts = vec![format!(r#""Effect":"{effect}""#)];
    if trust {
        let aws = [
            "*",
            "111111111111",
            "arn:aws:iam::222222222222:root",
            "arn:aws:iam::111111111111:user/work_api",
            "arn:aws:iam::222222222222:user/work_api",
            "arn:aws:iam::111111111111:role/dev",
            "arn:aws:iam::222222222222:role/dev",
            "arn:aws:sts::111111111111:assumed-role/dev/work_api",
            "arn:aws:iam::111111111111:root",
        ];
        let element = if dice.one_in(12) { "NotPrincipal" } else { "Principal" };
        let value = match dice.below(8) {
            0 if element == "Principal" => "\"*\"".to_owned(),
            1 => format!(r#"{{"Service":{}}}"#, dice.some(&["ec2.amazonaws.com", "glue.amazonaws.com"], 2)),
            2 => format!(r#"{{"Federated":"{PROVIDER}"}}"#),
            3 => format!(
                r#"{{"AWS":{},"Service":"ec2.amazonaws.com","Federated":"{PROVIDER}"}}"#,
                dice.some(&aws[1..], 3)
            ),
            _ => format!(r#"{{"AWS":{}}}"#, dice.some(&aws[1..], 3)),
        };
        parts.push(format!(r#""{element}":{value}"#));
    }
    let actions = [
        "sts:AssumeRole",
        "sts:AssumeRole*",
        "sts:*",
        "STS:assumerole",
        "sts:AssumeRoleWithWebIdentity",
        "sts:TagSession",
        "sts:?ssumeRole",
    ];
    let element = if dice.one_in(10) { "NotAction" } else { "Action" };
    parts.push(format!(r#""{element}":{}"#, dice.some(&actions, 3)));
    if !trust {
        let resources = [
            "*",
            "arn:aws:iam::222222222222:role/*",
            "arn:aws:iam::222222222222:role/admin_role",
            "arn:aws:iam::*:role/other",
            "arn:aws:iam::222222222222:role/${aws:PrincipalTag/team}",
        ];
        let element = if dice.one_in(10) { "NotResource" } else { "Resource" };
        parts.push(format!(r#""{element}":{}"#, dice.some(&resources, 2)));
    }
    let mut conditions: Vec<String> = Vec::new();
    for _ in 0..[0, 1, 1, 1, 2][dice.below(5)] {
        let one = condition(dice);
        let operator = |text: &str| text.split("\":").next().map(ToOwned::to_owned);
        if conditions.iter().all(|other| operator(other) != operator(&one)) {
            conditions.push(one);
        }
    }
    if !conditions.is_empty() {
        parts.push(format!(r#""Condition":{{{}}}"#, conditions.join(",")));
    }
    format!("{{{}}}", parts.join(","))
}

fn policy(dice: &mut Dice, trust: bool) -> String {
    let mut statements = vec![statement(dice, "Allow", trust)];
    if dice.one_in(3) {
        statements.push(statement(dice, "Allow", trust));
    }
    if dice.one_in(4) {
        statements.push(statement(dice, "Deny", trust));
    }
    let version = if dice.one_in(12) { "2008-10-17" } else { "2012-10-17" };
    format!(r#"{{"Version":"{version}","Statement":[{}]}}"#, statements.join(","))
}

fn case(id: usize, dice: &mut Dice) -> String {
    let caller = caller(dice);
    let request = request(dice, caller);
    let trust_text = policy(dice, true);
    let has_identity = request.caller().account().is_some();
    let identity_text = if has_identity && !dice.one_in(4) {
        let any =
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}"#;
        vec![if dice.one_in(2) { any.to_owned() } else { policy(dice, false) }]
    } else {
        Vec::new()
    };
    let trust =
        Policy::parse_trust(&trust_text).unwrap_or_else(|mistakes| panic!("{mistakes}: {trust_text}"));
    let identity: Vec<Policy> = identity_text
        .iter()
        .map(|text| Policy::parse_identity(text).unwrap_or_else(|mistakes| panic!("{mistakes}: {text}")))
        .collect();
    // The judge drops keys that AWS does not list for an action, so the further actions are decided without them.
    let actions: Vec<String> = request.needed_actions().into_iter().map(ToOwned::to_owned).collect();
    let action = actions[dice.below(actions.len())].clone();
    let request = match action.as_str() {
        "sts:SetSourceIdentity" => ["sts:RoleSessionName", "sts:ExternalId", "sts:TransitiveTagKeys"].iter(),
        "sts:TagSession" => ["sts:RoleSessionName", "sts:ExternalId", "sts:SourceIdentity"].iter(),
        "sts:AssumeRoleWithWebIdentity" => ["sts:ExternalId"].iter(),
        _ => [].iter(),
    }
    .fold(request, |request, key| request.without(key));
    let access = authorize(&request, &trust, Some(&identity));
    let Some(action) = access.actions.iter().find(|access| access.action == action) else {
        // Without its key the action is no longer needed; the main one always is.
        return case(id, dice);
    };
    let principal = match request.caller().kind() {
        CallerKind::WebIdentity { provider, .. } => provider.clone(),
        CallerKind::Service { name } => name.clone(),
        _ => request.caller().arn().expect("an ARN").to_owned(),
    };
    let context: Vec<String> = request
        .context()
        .iter()
        .map(|(key, values)| {
            let many =
                matches!(key, "aws:TagKeys" | "sts:TransitiveTagKeys" | "aws:PrincipalServiceNamesList");
            let list: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            let value = if many { format!("[{}]", list.join(",")) } else { list[0].clone() };
            format!("{}:{value}", quoted(key))
        })
        .collect();
    let ours = match action.decision {
        Decision::Allowed => "Allowed",
        Decision::ImplicitlyDenied => "ImplicitlyDenied",
        Decision::ExplicitlyDenied => "ExplicitlyDenied",
    };
    format!(
        r#"{{"id":{id},"ours":"{ours}","basis":"{}","principal":{},"action":{},"resource":{},"account":"222222222222","context":{{{}}},"trust":{trust_text},"identity":[{}]}}"#,
        action.basis.code(),
        quoted(&principal),
        quoted(&action.action),
        quoted(request.resource()),
        context.join(","),
        identity_text.join(",")
    )
}
