//! Measures this crate on one machine: decisions on the cases of `cases.rs`, and a table from a made-up account dump.
//!
//! `cargo run --release -p nanori-trust --example cases -- 2000 1 > cases.jsonl`
//! `cargo run --release -p nanori-trust --example measure -- cases.jsonl 5000` prints one JSON object: nanoseconds per
//! decision (policies parsed beforehand, and parsed each time), milliseconds and bytes of the dump. With a file name as the
//! third argument the dump is written there instead, for `bench/trust_dump.mjs`.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs
)]

use std::hint::black_box;
use std::time::Instant;

use nanori_identity::Partition;
use nanori_trust::check::Setting;
use nanori_trust::dump::{Dump, Summary};
use nanori_trust::{Caller, Policy, Request, evaluate, json};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the file of cases");
    let roles: usize = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(5000);
    if let Some(file) = arguments.next() {
        return std::fs::write(file, account(roles)).expect("the file can be written");
    }
    let cases = std::fs::read_to_string(path).expect("the file can be read");
    let cases: Vec<(String, Request)> = cases.lines().map(case).collect();
    let parsed: Vec<(Policy, &Request)> =
        cases.iter().map(|(text, request)| (Policy::parse_trust(text).expect("a policy"), request)).collect();
    let decide = median(|| {
        for (policy, request) in &parsed {
            black_box(evaluate(policy, request));
        }
    }) / cases.len() as f64;
    let parse_and_decide = median(|| {
        for (text, request) in &cases {
            black_box(evaluate(&Policy::parse_trust(text).expect("a policy"), request));
        }
    }) / cases.len() as f64;
    let text = account(roles);
    let setting = Setting::default();
    let dump = median(|| {
        let dump = Dump::open(&text).expect("JSON").expect("roles");
        let mut summary = Summary::default();
        for index in 0..dump.len() {
            summary.add(&dump.row(&text, index, &setting).expect("a row"));
        }
        black_box(summary);
    });
    println!(
        r#"{{"evaluate_ns":{:.0},"parse_and_evaluate_ns":{:.0},"dump_ms":{:.1},"dump_bytes":{}}}"#,
        decide,
        parse_and_decide,
        dump / 1e6,
        text.len()
    );
}

/// The median of seven runs, in nanoseconds.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..7)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_nanos() as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[3]
}

/// The trust policy of one line, and a request with its context.
fn case(line: &str) -> (String, Request) {
    let node = json::read(line).expect("JSON");
    let object = node.as_object().expect("an object");
    let trust = object.member("trust").expect("a policy").place;
    let caller = Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/", "work_api");
    let mut request =
        Request::new(caller, object.member("action").and_then(|it| it.as_str()).expect("an action"), "*");
    for member in &object.member("context").and_then(|it| it.as_object()).expect("a context").members {
        let values: Vec<String> =
            member.node.one_or_many().iter().filter_map(|it| it.as_str()).map(str::to_owned).collect();
        request = request.set(&member.key, values);
    }
    let text = line.get(trust.start as usize..trust.end as usize).expect("a place in the line");
    (text.to_owned(), request)
}

/// About four kilobytes a role, as a real account has with its inline policies.
fn account(roles: usize) -> String {
    let padding = r#"{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::example-bucket/*"]},"#.repeat(30);
    let one = |index: usize| {
        let condition = if index.is_multiple_of(3) {
            r#","Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}"#
        } else {
            ""
        };
        format!(
            r#"{{"Path":"/team/","RoleName":"role{index}","RoleId":"AROAEXAMPLE{index}","Arn":"arn:aws:iam::222222222222:role/team/role{index}","CreateDate":"2026-01-02T03:04:05Z","AssumeRolePolicyDocument":{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::111111111111:root"}},"Action":"sts:AssumeRole"{condition}}}]}},"RolePolicyList":[{{"PolicyName":"inline","PolicyDocument":{{"Version":"2012-10-17","Statement":[{padding}{{"Effect":"Deny","Action":"*","Resource":"*"}}]}}}}],"Tags":[{{"Key":"team","Value":"a"}}]}}"#
        )
    };
    let list: Vec<String> = (0..roles).map(one).collect();
    format!(r#"{{"UserDetailList":[],"RoleDetailList":[{}],"Policies":[]}}"#, list.join(",\n"))
}
