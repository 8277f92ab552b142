//! What would let a refused call pass, one sentence a change.

use nanori_trust::explain::{Flip, PolicyChange, RequestChange, RequestChangeKind};

use crate::state::settings::Language;

/// The sentences of a flip, in order.
pub fn flip(flip: &Flip, language: Language) -> Vec<String> {
    match flip {
        Flip::Request(changes) => changes.iter().map(|change| request(change, language)).collect(),
        Flip::Policy(changes) => changes.iter().map(|change| policy(change, language)).collect(),
    }
}

fn request(change: &RequestChange, language: Language) -> String {
    let (values, key) = (change.values.join(", "), &change.key);
    let without = change.values.is_empty();
    let (en, ja) = match change.kind {
        RequestChangeKind::SessionName => {
            (format!("Send the session name {values}."), format!("セッション名 {values} を送る。"))
        }
        RequestChangeKind::Mfa if without => ("Call without MFA.".into(), "MFA なしで呼び出す。".into()),
        RequestChangeKind::Mfa => {
            ("Give an MFA code with the call.".into(), "呼び出しと同時に MFA コードを渡す。".into())
        }
        RequestChangeKind::ExternalId if without => {
            ("Send no external ID.".into(), "外部 ID を送らない。".into())
        }
        RequestChangeKind::ExternalId => {
            (format!("Send the external ID {values}."), format!("外部 ID {values} を送る。"))
        }
        RequestChangeKind::SourceIdentity if without => {
            ("Set no source identity.".into(), "ソース ID を設定しない。".into())
        }
        RequestChangeKind::SourceIdentity => {
            (format!("Set the source identity {values}."), format!("ソース ID {values} を設定する。"))
        }
        RequestChangeKind::SessionTag if without => {
            (format!("Leave {key} out."), format!("{key} を送らない。"))
        }
        RequestChangeKind::SessionTag => {
            (format!("Send {key} = {values}."), format!("{key} = {values} を送る。"))
        }
        RequestChangeKind::SourceIp => {
            (format!("Call from the address {values}."), format!("アドレス {values} から呼び出す。"))
        }
        RequestChangeKind::Time => {
            (format!("Call at another time: {values}."), format!("別の時刻に呼び出す：{values}"))
        }
    };
    pick(language, en, ja)
}

fn policy(change: &PolicyChange, language: Language) -> String {
    let number = |statement: &usize| statement + 1;
    let (en, ja) = match change {
        PolicyChange::Version2012 { .. } => (
            "Set Version to 2012-10-17, so that variables work.".into(),
            "変数が使えるように Version を 2012-10-17 にする。".into(),
        ),
        PolicyChange::AddPrincipal { statement, principal, .. } => (
            format!("Add {principal} to the principals of statement {}.", number(statement)),
            format!("ステートメント {} のプリンシパルに {principal} を加える。", number(statement)),
        ),
        PolicyChange::AddAction { statement, action, .. } => (
            format!("Add {action} to the actions of statement {}.", number(statement)),
            format!("ステートメント {} のアクションに {action} を加える。", number(statement)),
        ),
        PolicyChange::AddValue { statement, key, value, .. } => (
            format!("Also accept {value} for {key} in statement {}.", number(statement)),
            format!("ステートメント {} の {key} に {value} も認める。", number(statement)),
        ),
        PolicyChange::DropCondition { statement, key, .. } => (
            format!("Take the condition on {key} out of statement {}.", number(statement)),
            format!("ステートメント {} から {key} の条件を取り除く。", number(statement)),
        ),
        PolicyChange::DropStatement { statement, .. } => (
            format!("Take statement {}, which denies it, away.", number(statement)),
            format!("拒否しているステートメント {} を取り除く。", number(statement)),
        ),
        PolicyChange::AllowInIdentityPolicy { action, resource } => (
            format!("Allow {action} on {resource} in the caller’s own policy."),
            format!("呼び出し元自身のポリシーで {resource} への {action} を許可する。"),
        ),
        other => (other.code().to_owned(), other.code().to_owned()),
    };
    pick(language, en, ja)
}

fn pick(language: Language, en: String, ja: String) -> String {
    match language {
        Language::En => en,
        Language::Ja => ja,
    }
}
