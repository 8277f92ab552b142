//! The measurements: what each is called, which program takes it, and what it must reach.

use serde_json::Value;

use super::report::Report;
use crate::error::Error;

/// One measurement.
#[derive(Debug)]
pub struct Measurement {
    /// Its name here, in docs/performance.md and in the file.
    pub id: &'static str,
    /// What is measured.
    pub what: &'static str,
    /// The unit of all its values.
    pub unit: &'static str,
    /// The program under `bench/`.
    pub program: &'static str,
    /// How long it takes.
    pub expect: &'static str,
    /// What it must reach.
    pub must: Must,
}

/// The bound of a measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Must {
    /// Our value is at most this.
    AtMost(f64),
    /// Our value is at least this many times the peer's.
    TimesAtLeast(f64, &'static str),
    /// Our value is at most this many times the peer's.
    TimesAtMost(f64, &'static str),
}

/// All measurements.
pub const ALL: &[Measurement] = &[
    Measurement {
        id: "size.worker",
        what: "the worker's upload, gzip",
        unit: "kB",
        program: "size.mjs",
        expect: "",
        must: Must::AtMost(170.0),
    },
    Measurement {
        id: "size.app",
        what: "all files up to a usable sign-in page, brotli",
        unit: "kB",
        program: "size.mjs",
        expect: "",
        must: Must::AtMost(220.0),
    },
    Measurement {
        id: "sign.workerd",
        what: "signatures of AssumeRole in workerd, signing key kept",
        unit: "1/s",
        program: "sign.mjs",
        expect: "about 10 s",
        must: Must::TimesAtLeast(3.0, "aws4fetch"),
    },
    Measurement {
        id: "switch.throughput",
        what: "/api/switch on one workerd, 8 clients, loopback STS",
        unit: "1/s",
        program: "switch.mjs",
        expect: "about a minute",
        must: Must::TimesAtLeast(0.8, "JavaScript worker"),
    },
    Measurement {
        id: "trust.evaluate",
        what: "decisions on a trust policy, the policy read each time",
        unit: "1/s",
        program: "trust.mjs",
        expect: "about 20 s",
        must: Must::TimesAtLeast(50.0, "iam-simulate"),
    },
    Measurement {
        id: "profile.load",
        what: "reading, resolving and checking 10,000 profiles, native",
        unit: "ms",
        program: "profile.mjs",
        expect: "about 20 s",
        must: Must::TimesAtMost(0.05, "botocore"),
    },
    Measurement {
        id: "profile.merge",
        what: "1,000 profiles merged into 2 MB, beside a tenth of both",
        unit: "ms",
        program: "profile.mjs",
        expect: "about 5 s",
        must: Must::TimesAtMost(12.0, "a tenth of it"),
    },
    Measurement {
        id: "profile.browser",
        what: "10,000 profiles from the dropped file to the list, in Chromium",
        unit: "ms",
        program: "profile_page.mjs",
        expect: "about 20 s",
        must: Must::AtMost(100.0),
    },
    Measurement {
        id: "profile.edit",
        what: "a key press in a file of 1,000 profiles to its diagnoses, in Chromium",
        unit: "ms",
        program: "profile_page.mjs",
        expect: "about 20 s",
        must: Must::AtMost(16.0),
    },
    Measurement {
        id: "trust.dump",
        what: "an account of 5,000 roles, from the file to the table, in Chromium",
        unit: "ms",
        program: "trust_dump.mjs",
        expect: "about 20 s",
        must: Must::AtMost(1000.0),
    },
    Measurement {
        id: "start.first-answer",
        what: "process start to the first 200",
        unit: "ms",
        program: "start.mjs",
        expect: "about 5 s",
        must: Must::TimesAtMost(3.0, "empty worker"),
    },
];

/// The measurement with this id.
pub fn named(id: &str) -> Result<&'static Measurement, Error> {
    ALL.iter().find(|measurement| measurement.id == id).ok_or_else(|| {
        Error::Usage(format!("there is no measurement `{id}`: `cargo xtask bench --list` names them"))
    })
}

impl Measurement {
    /// Reads the last line that the program printed, and compares.
    pub fn judge(&self, output: &str) -> Result<Report, Error> {
        let unreadable =
            || Error::Refused(format!("bench/{} did not print a result for {}", self.program, self.id));
        let line = output.lines().rev().find(|line| line.starts_with('{')).ok_or_else(unreadable)?;
        let value: Value = serde_json::from_str(line).map_err(|_| unreadable())?;
        let ours = value.get("ours").and_then(Value::as_f64).ok_or_else(unreadable)?;
        let peers: Vec<(String, f64)> = value
            .get("peers")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name.clone(), value.as_f64()?)))
            .collect();
        let peer = |name: &str| {
            let found = peers.iter().find(|(peer, _)| peer == name).map(|(_, value)| *value);
            found.filter(|value| *value > 0.0).ok_or_else(unreadable)
        };
        let (ratio, holds, must) = match self.must {
            Must::AtMost(bound) => (ours / bound, ours <= bound, format!("≤ {bound} {}", self.unit)),
            Must::TimesAtLeast(factor, name) => {
                let ratio = ours / peer(name)?;
                (ratio, ratio >= factor, format!("≥ {factor} × {name}"))
            }
            Must::TimesAtMost(factor, name) => {
                let ratio = ours / peer(name)?;
                (ratio, ratio <= factor, format!("≤ {factor} × {name}"))
            }
        };
        let note = value.get("note").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Report { id: self.id, what: self.what, unit: self.unit, ours, peers, ratio, must, holds, note })
    }
}

#[cfg(test)]
mod tests;
