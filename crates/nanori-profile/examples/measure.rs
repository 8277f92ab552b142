//! Measures this crate natively, for `bench/profile.mjs`; prints one JSON object a line.
//!
//! `measure load <config>` reads, resolves and checks every profile of the file; `measure merge <config> <n>` plans and
//! applies the merge of n generated profiles into it and makes the diff; `measure write <n>` prints such a config file.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a program for developers"
)]

use std::hint::black_box;
use std::time::Instant;

use nanori_profile::reader::python;
use nanori_profile::{
    Diff, Document, Environment, FileKind, Files, Generated, Merge, Person, RoleProfile, Source,
    Surroundings, check_loaded, resolve,
};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["load", path] => load(&std::fs::read(path).expect("the file can be read")),
        ["merge", path, count] => {
            merge(&std::fs::read(path).expect("the file can be read"), count.parse().expect("a number"));
        }
        ["write", count] => print!("{}", write(count.parse().expect("a number"))),
        _ => panic!("measure load <config> | merge <config> <n> | write <n>"),
    }
}

/// The median of eleven runs, in milliseconds.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..11)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[5]
}

fn load(bytes: &[u8]) {
    let mut counts = (0, 0, 0);
    let environment = Environment::default();
    let all = median(|| {
        let document = Document::from_bytes(bytes.to_vec()).expect("UTF-8");
        let files = Files { config: Some(&document), credentials: None };
        let read = python::read(files.config, files.credentials);
        let loaded = read.as_ref().expect("readable");
        let resolved = loaded.profiles.iter().filter(|profile| {
            let surroundings =
                Surroundings { profile: Some(&profile.name), environment: &environment, instance: true };
            resolve(loaded, &surroundings).is_ok()
        });
        let resolved = resolved.count();
        let diagnoses = check_loaded(&files, &read, &Person::default());
        counts = (loaded.profiles.iter().count(), resolved, diagnoses.len());
        black_box(diagnoses);
    });
    let (profiles, resolved, diagnoses) = counts;
    println!(
        r#"{{"ms":{all:.2},"profiles":{profiles},"resolved":{resolved},"diagnoses":{diagnoses},"bytes":{}}}"#,
        bytes.len()
    );
}

fn merge(bytes: &[u8], count: usize) {
    let document = Document::from_bytes(bytes.to_vec()).expect("UTF-8");
    let generated: Vec<Generated> = (0..count)
        .map(|index| {
            let name = format!("new-{index}").parse().expect("a name");
            let profile = RoleProfile {
                name,
                role_arn: format!("arn:aws:iam::{:012}:role/team/admin_role", index + 1)
                    .parse()
                    .expect("an ARN"),
                session_name: "work_api".parse().expect("a name"),
                source: Source::Profile("default".parse().expect("a name")),
                mfa_serial: None,
                external_id: None,
                duration: None,
                region: "eu-west-1".parse().expect("a region"),
            };
            Generated { name: profile.name.clone(), section: profile.emit().expect("a section") }
        })
        .collect();
    let mut size = 0;
    let all = median(|| {
        let plan = Merge::plan(&document, &generated).expect("no broken block");
        assert!(plan.clashes.is_empty());
        black_box(Diff::of(&document, FileKind::Config, &plan.edits, 3));
        let merged = plan.apply(&document);
        size = merged.text().len();
    });
    println!(r#"{{"ms":{all:.3},"bytes":{},"merged":{size}}}"#, bytes.len());
}

/// One profile with keys, then role profiles as teams have them: chains of up to three roles, and every kind of source.
fn write(count: usize) -> String {
    let mut text = String::from(
        "[default]\nregion = eu-west-1\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
         aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
    );
    for index in 1..count {
        let source = match index % 10 {
            0 => "credential_source = Ec2InstanceMetadata".to_owned(),
            1 | 2 if index > 10 => format!("source_profile = team-{}", index - 1),
            _ => "source_profile = default".to_owned(),
        };
        let name = if index % 7 == 0 { "" } else { "role_session_name = work_api\n" };
        text += &format!(
            "\n# the role of team {index}\n[profile team-{index}]\n\
             role_arn = arn:aws:iam::{:012}:role/teams/operations/admin_role\n{source}\n{name}\
             duration_seconds = 3600\nregion = eu-west-1\noutput = json\n",
            100_000_000_000 + index
        );
    }
    text
}
