//! Results, as `target/bench.json` and as a table.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::error::Error;

/// What a measurement came to.
#[derive(Debug, Clone)]
pub struct Report {
    /// The measurement's name.
    pub id: &'static str,
    /// What was measured.
    pub what: &'static str,
    /// The unit of `ours` and of the peers.
    pub unit: &'static str,
    /// Our value.
    pub ours: f64,
    /// The values of what it was compared with.
    pub peers: Vec<(String, f64)>,
    /// Ours against the bound or the peer.
    pub ratio: f64,
    /// The bound, in words.
    pub must: String,
    /// Whether it is kept.
    pub holds: bool,
    /// What the program has to say about it.
    pub note: String,
}

/// Writes the results; those of measurements that did not run this time stay as they were.
pub fn write(file: &Path, reports: &[Report]) -> Result<(), Error> {
    let earlier = fs::read_to_string(file).ok().and_then(|text| serde_json::from_str(&text).ok());
    let mut list: Vec<Value> = match earlier {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    };
    for report in reports {
        list.retain(|kept| kept.get("id").and_then(Value::as_str) != Some(report.id));
        list.push(report.json());
    }
    let text = serde_json::to_string_pretty(&list).unwrap_or_default();
    fs::write(file, text + "\n").map_err(Error::io("writing", file))
}

/// Prints the results as a table.
pub fn print(reports: &[Report]) {
    println!("{:<20} {:>12} {:<6} {:>8}  {:<24} holds", "id", "ours", "unit", "ratio", "must");
    for report in reports {
        let Report { id, ours, unit, ratio, must, holds, peers, .. } = report;
        println!(
            "{id:<20} {ours:>12.1} {unit:<6} {ratio:>8.2}  {must:<24} {}",
            if *holds { "yes" } else { "NO" }
        );
        for (name, value) in peers {
            println!("  {name:<18} {value:>12.1}");
        }
    }
}

impl Report {
    fn json(&self) -> Value {
        let peers: Map<String, Value> =
            self.peers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        json!({
            "id": self.id, "what": self.what, "unit": self.unit, "ours": self.ours, "peers": peers,
            "ratio": self.ratio, "must": self.must, "holds": self.holds, "note": self.note,
        })
    }
}
