//! What is wrong in profile files: a name, an explanation and a remedy for every rule.

pub(super) mod en;
pub(super) mod ja;

use nanori_profile::{CheckCode, Diagnosis, Fix, Severity};

/// Text about findings.
pub struct Findings {
    pub severity: fn(Severity) -> &'static str,
    pub title: fn(CheckCode) -> &'static str,
    pub explanation: fn(&Diagnosis) -> String,
    pub source: &'static str,
    pub fix: fn(&Fix) -> String,
    pub fix_all: fn(usize) -> String,
    pub fixed: &'static str,
}

pub static EN: Findings = Findings {
    severity: |severity| match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Hint => "Hint",
    },
    title: en::title,
    explanation: en::explanation,
    source: "What AWS says",
    fix: |fix| match fix.kind {
        "insert" => format!("Add “{}”", written(fix)),
        "remove" => "Remove it".to_owned(),
        "rename" => format!("Rename it to “{}”", written(fix)),
        _ => format!("Change it to “{}”", written(fix)),
    },
    fix_all: |count| format!("Put all {count} right"),
    fixed: "Done. You can undo it.",
};

pub static JA: Findings = Findings {
    severity: |severity| match severity {
        Severity::Error => "エラー",
        Severity::Warning => "警告",
        Severity::Hint => "ヒント",
    },
    title: ja::title,
    explanation: ja::explanation,
    source: "AWS の説明",
    fix: |fix| match fix.kind {
        "insert" => format!("「{}」を追加", written(fix)),
        "remove" => "削除する".to_owned(),
        "rename" => format!("名前を「{}」に変更", written(fix)),
        _ => format!("値を「{}」に変更", written(fix)),
    },
    fix_all: |count| format!("{count} 件すべてを直す"),
    fixed: "直しました。元に戻すこともできます。",
};

/// What a fix writes. Names, keys and numbers only: no fix knows a secret.
fn written(fix: &Fix) -> &str {
    fix.edits.first().map_or("", |edit| edit.text.trim())
}

/// A parameter of a finding; empty if it has none of that name.
fn parameter<'a>(diagnosis: &'a Diagnosis, name: &str) -> &'a str {
    diagnosis.parameters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// The readers that a parameter lists, by the names that people know.
fn readers(diagnosis: &Diagnosis, name: &str, all: &str) -> String {
    let known = |reader: &str| match reader.trim() {
        "aws-cli" => "AWS CLI · boto3",
        "javascript" => "JavaScript SDK",
        "rust" => "Rust SDK",
        "aws-vault" => "aws-vault",
        "granted" => "Granted",
        _ => "Rust · Java · .NET SDK",
    };
    let listed = parameter(diagnosis, name);
    if listed.is_empty() {
        all.to_owned()
    } else {
        listed.split(',').map(known).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests;
