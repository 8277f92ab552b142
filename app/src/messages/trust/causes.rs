//! Why a switch was refused.

use nanori_trust::denial::CauseKind;

use super::words::{Row, Said, said};
use crate::state::settings::Language;

/// What is said about a cause.
pub fn cause(kind: CauseKind, language: Language) -> Said {
    said(ROWS, kind.code(), &[], language)
}

#[rustfmt::skip]
pub static ROWS: &[Row] = &[
    ("root_user", ["The root user cannot assume roles", "Sign in as an IAM user or by Identity Center."], ["ルートユーザーはロールを引き受けられません", "IAM ユーザーまたは Identity Center でサインインしてください。"]),
    ("federated_user", ["Sessions of GetFederationToken cannot assume roles", "Use the user’s own key."], ["GetFederationToken のセッションはロールを引き受けられません", "ユーザー自身のキーを使ってください。"]),
    ("expired_credentials", ["The credentials have run out", "Sign in again."], ["認証情報の有効期限が切れています", "サインインし直してください。"]),
    ("unknown_key", ["The access key does not exist or is switched off", "Look at the key in the IAM console, under your user."], ["アクセスキーが存在しないか、無効です", "IAM コンソールの自分のユーザーでキーを確認してください。"]),
    ("bad_signature", ["The signature is wrong", "The secret key does not belong to the access key ID, or a clock is off."], ["署名が正しくありません", "シークレットがアクセスキー ID のものではないか、時計がずれています。"]),
    ("region_disabled", ["The account does not use this region", "Choose another region, or have this one enabled."], ["このリージョンはアカウントで有効になっていません", "別のリージョンを選ぶか、有効にしてもらってください。"]),
    ("duration", ["The time asked for is too long", "The role gives less, or it is assumed from another role, which gives one hour at most."], ["要求した時間が長すぎます", "ロールの上限が短いか、別のロールから引き受けているため最大 1 時間です。"]),
    ("bad_parameter", ["A parameter breaks AWS’s rules", "AWS’s words say which."], ["パラメーターが AWS の規則に合っていません", "どれかは AWS のメッセージにあります。"]),
    ("throttled", ["Too many calls at once", "Wait a moment and try again."], ["一度に呼び出しが多すぎます", "少し待ってからやり直してください。"]),
    ("policy_too_large", ["Session policy and tags take too much room", "Send fewer or shorter ones."], ["セッションポリシーとタグが大きすぎます", "数を減らすか、短くしてください。"]),
    ("mfa_code", ["The MFA code was not accepted", "It is wrong, was used before, is too old, or belongs to another device. Wait for the next one."], ["MFA コードが受け付けられませんでした", "誤り、使用済み、期限切れ、または別のデバイスのコードです。次のコードを待ってください。"]),
    ("organization_policy", ["A policy of the organization refuses it", "Service and resource control policies stand above every other. Ask whoever runs the organization."], ["組織のポリシーが拒否しています", "サービスコントロールポリシーとリソースコントロールポリシーは他のどれよりも優先されます。組織の管理者に確認してください。"]),
    ("permissions_boundary", ["Your permissions boundary does not include it", "Ask whoever set the boundary."], ["アクセス許可の境界に含まれていません", "境界を設定した管理者に確認してください。"]),
    ("session_policy", ["The session policy of your own session does not include it", "Sign in with the key itself, or with a session without that policy."], ["現在のセッションのセッションポリシーに含まれていません", "キー自体か、そのポリシーのないセッションでサインインしてください。"]),
    ("trust_denies", ["The trust policy denies it outright", "A Deny statement of the role fits this call."], ["信頼ポリシーが明示的に拒否しています", "ロールの Deny ステートメントがこの呼び出しに当てはまります。"]),
    ("identity_denies", ["One of your own policies denies it", "A Deny statement of yours fits this call."], ["自分のポリシーのいずれかが拒否しています", "自分の Deny ステートメントがこの呼び出しに当てはまります。"]),
    ("trust_silent", ["The trust policy does not allow it", "No statement of the role lets this call pass: you are not named, or a condition is not met."], ["信頼ポリシーが許可していません", "この呼び出しを通すステートメントがありません。指定されていないか、条件を満たしていません。"]),
    ("identity_silent", ["Your own policies do not allow it", "From another account, and wherever only the account is trusted, your side must allow sts:AssumeRole on this role, too."], ["自分のポリシーが許可していません", "別のアカウントの場合や、アカウント全体が信頼されている場合は、自分の側でもこのロールへの sts:AssumeRole を許可する必要があります。"]),
    ("name_differs", ["The session name is not your user name", "The trust policy may demand it. Nanori sends your own name; other tools send what they make up."], ["セッション名がユーザー名と異なります", "信頼ポリシーが求めている可能性があります。Nanori は自分の名前を送りますが、他のツールは勝手な名前を送ります。"]),
    ("no_user_name", ["You are no IAM user", "If the trust policy demands ${aws:username}, no role session can pass. Sign in with the user’s own key."], ["IAM ユーザーではありません", "信頼ポリシーが ${aws:username} を求めている場合、ロールのセッションでは通れません。ユーザー自身のキーでサインインしてください。"]),
    ("mfa_missing", ["MFA may be demanded, and no code was sent", "Tick “MFA” and type the six digits."], ["MFA が求められている可能性がありますが、コードを送っていません", "「MFA」にチェックを入れて 6 桁を入力してください。"]),
    ("external_id", ["An external ID may be demanded", "Whoever runs the role can tell you which."], ["外部 ID が求められている可能性があります", "値はロールの管理者に確認してください。"]),
    ("source_identity", ["The source identity may not be set", "It takes sts:SetSourceIdentity in the trust policy and in yours."], ["ソース ID の設定が許可されていません", "信頼ポリシーと自分のポリシーの両方に sts:SetSourceIdentity が必要です。"]),
    ("session_tags", ["Session tags may not be sent", "They take sts:TagSession in the trust policy and in yours."], ["セッションタグの送信が許可されていません", "信頼ポリシーと自分のポリシーの両方に sts:TagSession が必要です。"]),
    ("no_such_role", ["There may be no such role", "AWS gives the same answer for a role that does not exist. Compare account, path and name."], ["ロールが存在しない可能性があります", "存在しないロールにも AWS は同じ応答を返します。アカウント、パス、名前を確認してください。"]),
];
