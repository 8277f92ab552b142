//! The next steps after a refusal, in the order to try them.

use nanori_api::{Problem, ProblemCode};

pub fn en(problem: &Problem) -> &'static [&'static str] {
    use ProblemCode as P;
    match problem.code {
        P::AccessDenied => &[
            "If the role asks for MFA, turn on the MFA code and use a fresh one.",
            "If the owner of the account gave you an external ID, enter it exactly.",
            "Ask the owner of the role whether its trust policy names you. Send them the evidence: it tells them where to look.",
        ],
        P::KeyUnknown => &[
            "Check the access key ID for a missing or doubled character.",
            "See in the IAM console whether the key was deactivated or deleted.",
            "Keys of GovCloud, China and the European Sovereign Cloud need a region of that partition.",
        ],
        P::SignatureMismatch => &[
            "Paste the secret access key once more: one wrong character gives this answer.",
            "Make sure that the secret belongs to this very access key ID.",
        ],
        P::CredentialsExpired => {
            &["Get fresh temporary credentials where you got these, and sign in with them."]
        }
        P::ClockSkew => &["Set your computer’s clock to automatic, then try again."],
        P::SessionMissing | P::SessionExpired => &["Sign in again. Your roles and what you chose are kept."],
        P::KeyNotBound => &["Sign out, then sign in with the key that you want to use."],
        P::NameNotBound => &["Sign in as the person whose name it is, or use your own."],
        P::NameNotUsable => &["Ask your administrator for an IAM user with a name of 2 to 64 characters."],
        P::RootRefused => {
            &["Sign in with the key of an IAM user. If root has an access key, delete it: AWS advises so."]
        }
        P::PrincipalNotSupported => {
            &["Sign in with the key of an IAM user, or with the credentials of a role session."]
        }
        P::DurationOverRoleMaximum => &[
            "Choose a shorter duration; 1 hour always works.",
            "Or ask the role’s administrator to raise its maximum session duration.",
        ],
        P::DurationOverChainingCap => &[
            "Choose 1 hour or less.",
            "Or sign in with your user’s own key and switch straight into this role.",
        ],
        P::MalformedPolicy => &["Check the session policy: Version, Statement, and the JSON itself."],
        P::PackedPolicyTooLarge => &["Shorten the session policy, or use fewer tags and policy ARNs."],
        P::RegionDisabled => &["Choose another region, or have this one enabled for the account."],
        P::DestinationNotAllowed => {
            &["Choose a page from the list, or copy an address from the AWS console."]
        }
        P::SigninRefused => {
            &["Try once more.", "Get credentials instead: they do not need the sign-in service."]
        }
        P::RateLimited | P::StsThrottled => &["Wait a moment, then try again."],
        P::UpstreamUnreachable | P::UpstreamTimeout => &[
            "Try again.",
            "Choose another region: AWS may have trouble in this one.",
            "See AWS’s health page.",
        ],
        P::AnswerMismatch => &["Tell your security team: this must not happen. Send them the evidence."],
        P::CrossSiteRequest => &["Reload the page from its own address and sign in again."],
        P::InvalidField | P::StsValidation => &["Correct the value, then try again."],
        _ => &["Try again. If it stays, send your administrator the evidence."],
    }
}

pub fn ja(problem: &Problem) -> &'static [&'static str] {
    use ProblemCode as P;
    match problem.code {
        P::AccessDenied => &[
            "ロールが MFA を求める場合は、MFA コードを有効にして新しいコードを使ってください。",
            "アカウントの所有者から外部 ID を受け取っている場合は、正確に入力してください。",
            "ロールの信頼ポリシーにあなたが含まれているか、所有者に確認してください。根拠を送ると、確認する場所が伝わります。",
        ],
        P::KeyUnknown => &[
            "アクセスキー ID に抜けや重複がないか確認してください。",
            "キーが無効化または削除されていないか、IAM コンソールで確認してください。",
            "GovCloud、中国、European Sovereign Cloud のキーには、そのパーティションのリージョンが必要です。",
        ],
        P::SignatureMismatch => &[
            "シークレットアクセスキーをもう一度貼り付けてください。1 文字違うだけでこの結果になります。",
            "シークレットがこのアクセスキー ID のものか確認してください。",
        ],
        P::CredentialsExpired => &["取得元で新しい一時的な認証情報を取得し、サインインし直してください。"],
        P::ClockSkew => &["コンピューターの時刻を自動設定にして、もう一度試してください。"],
        P::SessionMissing | P::SessionExpired => {
            &["もう一度サインインしてください。ロールと選択内容は残っています。"]
        }
        P::KeyNotBound => &["サインアウトし、使いたいキーでサインインしてください。"],
        P::NameNotBound => &["その名前の本人としてサインインするか、自分の名前を使ってください。"],
        P::NameNotUsable => &["2〜64 文字の名前を持つ IAM ユーザーを管理者に依頼してください。"],
        P::RootRefused => &[
            "IAM ユーザーのキーでサインインしてください。ルートのアクセスキーは、AWS の推奨に従って削除してください。",
        ],
        P::PrincipalNotSupported => {
            &["IAM ユーザーのキーか、ロールセッションの認証情報でサインインしてください。"]
        }
        P::DurationOverRoleMaximum => &[
            "短い時間を選んでください。1 時間なら必ず使えます。",
            "または、最大セッション時間を延ばすようロールの管理者に依頼してください。",
        ],
        P::DurationOverChainingCap => &[
            "1 時間以下を選んでください。",
            "または、ユーザー自身のキーでサインインし、このロールへ直接スイッチしてください。",
        ],
        P::MalformedPolicy => &["セッションポリシーの Version、Statement、JSON の書式を確認してください。"],
        P::PackedPolicyTooLarge => {
            &["セッションポリシーを短くするか、タグやポリシーの ARN を減らしてください。"]
        }
        P::RegionDisabled => &["別のリージョンを選ぶか、アカウントでこのリージョンを有効にしてください。"],
        P::DestinationNotAllowed => &["一覧からページを選ぶか、AWS コンソールの URL をコピーしてください。"],
        P::SigninRefused => {
            &["もう一度試してください。", "代わりに認証情報を取得できます。サインインサービスは不要です。"]
        }
        P::RateLimited | P::StsThrottled => &["少し待ってから、もう一度試してください。"],
        P::UpstreamUnreachable | P::UpstreamTimeout => &[
            "もう一度試してください。",
            "このリージョンで障害が起きている可能性があります。別のリージョンを選んでください。",
            "AWS のヘルスページを確認してください。",
        ],
        P::AnswerMismatch => {
            &["起きてはならない事象です。根拠を添えてセキュリティ担当者に知らせてください。"]
        }
        P::CrossSiteRequest => &["正しいアドレスからページを再読み込みし、サインインし直してください。"],
        P::InvalidField | P::StsValidation => &["値を直して、もう一度試してください。"],
        _ => &["もう一度試してください。続く場合は、根拠を管理者に送ってください。"],
    }
}
