//! Why something was refused: one headline a code, what is known, likely causes, next steps.

pub mod causes;
pub mod headline;
pub mod steps;

use nanori_api::{Cause, Problem};

/// Text of a refusal.
pub struct Refusal {
    pub headline: fn(&Problem) -> String,
    pub detail: fn(&Problem) -> Option<String>,
    pub causes_title: &'static str,
    pub cause: fn(&Cause) -> Option<String>,
    pub steps_title: &'static str,
    pub steps: fn(&Problem) -> &'static [&'static str],
    pub evidence_title: &'static str,
    pub aws_code: &'static str,
    pub aws_message: &'static str,
    pub aws_request_id: &'static str,
    pub portal_request_id: &'static str,
    pub problem_code: &'static str,
    pub copy_evidence: &'static str,
    pub by_nanori: &'static str,
    pub by_aws: &'static str,
    pub retry_in: fn(u32) -> String,
    pub offline: &'static str,
    pub unreachable: &'static str,
    pub timeout: &'static str,
    pub not_understood: &'static str,
    pub nothing_lost: &'static str,
}

pub static EN: Refusal = Refusal {
    headline: headline::en,
    detail: headline::detail_en,
    causes_title: "Likely causes, likeliest first",
    cause: causes::en,
    steps_title: "What to do",
    steps: steps::en,
    evidence_title: "Evidence",
    aws_code: "AWS’s code",
    aws_message: "AWS’s words",
    aws_request_id: "AWS request ID",
    portal_request_id: "Nanori request ID",
    problem_code: "Nanori’s code",
    copy_evidence: "Copy evidence",
    by_nanori: "Refused by Nanori",
    by_aws: "Refused by AWS",
    retry_in: |seconds| format!("Try again in {seconds} s."),
    offline: "You are offline.",
    unreachable: "Nanori’s server could not be reached.",
    timeout: "Nanori’s server did not answer in time.",
    not_understood: "The answer was not understood. The page may be older than the server: reload it, which forgets your key.",
    nothing_lost: "Nothing you typed is lost.",
};

pub static JA: Refusal = Refusal {
    headline: headline::ja,
    detail: headline::detail_ja,
    causes_title: "考えられる原因（可能性の高い順）",
    cause: causes::ja,
    steps_title: "次にすること",
    steps: steps::ja,
    evidence_title: "根拠",
    aws_code: "AWS のコード",
    aws_message: "AWS のメッセージ",
    aws_request_id: "AWS リクエスト ID",
    portal_request_id: "Nanori リクエスト ID",
    problem_code: "Nanori のコード",
    copy_evidence: "根拠をコピー",
    by_nanori: "Nanori が拒否しました",
    by_aws: "AWS が拒否しました",
    retry_in: |seconds| format!("{seconds} 秒後にもう一度試せます。"),
    offline: "オフラインです。",
    unreachable: "Nanori のサーバーに接続できません。",
    timeout: "Nanori のサーバーが時間内に応答しませんでした。",
    not_understood: "応答を理解できませんでした。ページがサーバーより古い可能性があります。再読み込みしてください（キーは消えます）。",
    nothing_lost: "入力内容は失われていません。",
};
