//! The trust page: policies checked, explained and written, and whole accounts gone through.

pub mod account;
pub mod causes;
pub mod changes;
pub mod check;
pub mod explain;
pub mod findings;
pub mod mistakes;
pub mod words;
pub mod write;

use nanori_trust::{
    check::{FindingKind, NameRule},
    denial::CauseKind,
    explain::Flip,
    generate::FormError,
};

use self::words::Said;
use crate::state::{settings::Language, trust::lines::Fault};

/// Text of the page.
pub struct Trust {
    pub title: &'static str,
    pub lead: &'static str,
    pub tasks: &'static str,
    pub task_check: &'static str,
    pub task_explain: &'static str,
    pub task_write: &'static str,
    pub task_account: &'static str,
    pub policy: &'static str,
    pub policy_hint: &'static str,
    pub policy_file: &'static str,
    pub policy_example: &'static str,
    pub policy_clear: &'static str,
    pub one_a_line: &'static str,
    pub more: &'static str,
    pub download: &'static str,
    pub check: check::Check,
    pub explain: explain::Explain,
    pub write: write::Write,
    pub account: account::Account,
    pub finding: fn(&FindingKind) -> Said,
    pub cause: fn(CauseKind) -> Said,
    pub flip: fn(&Flip) -> Vec<String>,
    pub names: fn(Option<NameRule>) -> &'static str,
    pub form_fault: fn(&FormError) -> String,
    pub fault: fn(&Fault) -> String,
}

pub static EN: Trust = Trust {
    title: "Trust policies",
    lead: "Who may assume a role, and under which name. Everything here stays in this page: nothing you paste or drop is sent anywhere.",
    tasks: "What to do",
    task_check: "Check",
    task_explain: "Explain",
    task_write: "Write",
    task_account: "Whole account",
    policy: "Trust policy",
    policy_hint: "JSON, as the IAM console shows it under “Trust relationships”. You can drop a file here, too.",
    policy_file: "Choose a file",
    policy_example: "Try an example",
    policy_clear: "Clear",
    one_a_line: "One a line.",
    more: "More",
    download: "Download",
    check: check::EN,
    explain: explain::EN,
    write: write::EN,
    account: account::EN,
    finding: |kind| findings::finding(kind, Language::En),
    cause: |kind| causes::cause(kind, Language::En),
    flip: |flip| changes::flip(flip, Language::En),
    names: account::names_en,
    form_fault: write::fault_en,
    fault: fault_en,
};

pub static JA: Trust = Trust {
    title: "信頼ポリシー",
    lead: "誰が、どの名前でロールを引き受けられるか。すべてこのページの中で処理し、貼り付けたものやドロップしたものはどこにも送りません。",
    tasks: "行うこと",
    task_check: "検査",
    task_explain: "説明",
    task_write: "作成",
    task_account: "アカウント全体",
    policy: "信頼ポリシー",
    policy_hint: "IAM コンソールの「信頼関係」に表示される JSON です。ファイルをここにドロップすることもできます。",
    policy_file: "ファイルを選ぶ",
    policy_example: "例を試す",
    policy_clear: "消去",
    one_a_line: "1 行に 1 つずつ。",
    more: "詳細",
    download: "ダウンロード",
    check: check::JA,
    explain: explain::JA,
    write: write::JA,
    account: account::JA,
    finding: |kind| findings::finding(kind, Language::Ja),
    cause: |kind| causes::cause(kind, Language::Ja),
    flip: |flip| changes::flip(flip, Language::Ja),
    names: account::names_ja,
    form_fault: write::fault_ja,
    fault: fault_ja,
};

fn fault_en(fault: &Fault) -> String {
    match fault {
        Fault::Identity(error) => (super::fields::EN.refused)(error),
        Fault::Missing => "This is needed.".into(),
        Fault::KeyValue(line) => format!("Line {line} is not key=value."),
        Fault::Nobody(line) => {
            format!("Line {line} names nobody: write an account number, or the ARN of a user or role.")
        }
        Fault::Address(text) => {
            format!("“{text}” is not an address. One looks like 203.0.113.7, a block like 203.0.113.0/24.")
        }
        Fault::Time => {
            "This is not a date or time. One looks like 2026-12-31 or 2026-12-31T18:00:00Z.".into()
        }
        Fault::Number(least, most) => format!("A whole number from {least} to {most}."),
        Fault::Provider => {
            "This is not a provider. One looks like arn:aws:iam::222222222222:oidc-provider/id.example.com."
                .into()
        }
    }
}

fn fault_ja(fault: &Fault) -> String {
    match fault {
        Fault::Identity(error) => (super::fields::JA.refused)(error),
        Fault::Missing => "必須です。".into(),
        Fault::KeyValue(line) => format!("{line} 行目が キー=値 の形ではありません。"),
        Fault::Nobody(line) => {
            format!("{line} 行目は誰も指していません。アカウント番号か、ユーザーまたはロールの ARN を書いてください。")
        }
        Fault::Address(text) => format!("「{text}」はアドレスではありません。203.0.113.7 や 203.0.113.0/24 のように書きます。"),
        Fault::Time => "日付や時刻ではありません。2026-12-31 や 2026-12-31T18:00:00Z のように書きます。".into(),
        Fault::Number(least, most) => format!("{least} から {most} までの整数を書いてください。"),
        Fault::Provider => "プロバイダーではありません。arn:aws:iam::222222222222:oidc-provider/id.example.com のように書きます。".into(),
    }
}
