//! Likely causes of a refusal. AWS says only «AccessDenied»; these are what it can mean.

use nanori_api::Cause;

pub fn en(cause: &Cause) -> Option<String> {
    let said = match cause.code.as_str() {
        "mfa-code-wrong" => "The MFA code is wrong or too old, or the device’s clock is off.",
        "mfa-code-reused" => "The MFA code was used before. AWS takes each code once; wait for the next.",
        "mfa-serial-wrong" => {
            "The MFA device is not one of yours. Its name is listed in the IAM console under your user."
        }
        "mfa-missing" => "The role asks for MFA, and no code was sent.",
        "trust-policy-principal" => "The role’s trust policy names neither you nor your account.",
        "trust-policy-session-name" => "The trust policy asks for another session name.",
        "external-id-missing" => "The trust policy asks for an external ID, and none was sent.",
        "external-id-wrong" => "The external ID is not the one that the trust policy asks for.",
        "source-identity-missing" => "The trust policy asks for a source identity, and none was sent.",
        "source-identity-not-allowed" => {
            "A source identity was sent, and your policies or the trust policy do not allow sts:SetSourceIdentity."
        }
        "source-identity-immutable" => {
            "Your session bears another source identity already. It cannot be changed along a chain."
        }
        "tag-session-not-allowed" => {
            "Session tags were sent, and your policies or the trust policy do not allow sts:TagSession."
        }
        "identity-policy-missing" => {
            "None of your own policies allows sts:AssumeRole on this role. From another account, both sides must allow it."
        }
        "identity-policy-denies" => "One of your own policies denies it.",
        "trust-policy-denies" => "The role’s trust policy denies it outright.",
        "service-control-policy" => "A service control policy of the organisation forbids it.",
        "resource-control-policy" => "A resource control policy of the organisation forbids it.",
        "permissions-boundary" => "Your permissions boundary does not include it.",
        "session-policy" => "The session policy of the session you hold does not include it.",
        "role-missing" => {
            "There is no such role: the name is misspelt, or the role has a path that the ARN lacks."
        }
        "other-condition" => {
            "Another condition of the trust policy is not met: the address you come from, the time, tags."
        }
        "root-user" => "The root user cannot assume roles.",
        "long-term-key-needed" => "This needs a user’s own key, not a session.",
        "secret-key-wrong" => {
            "The secret does not belong to this access key ID, or was copied with a wrong character."
        }
        "access-key-unknown" => {
            "The access key does not exist, is not active, or belongs to another AWS partition."
        }
        "session-expired" => "The session you signed in with has ended.",
        "clock-behind" => "Your computer’s clock is behind.",
        "clock-ahead" => "Your computer’s clock is ahead.",
        "role-chaining" => "You hold a role session already; the next one lasts 1 hour at most.",
        "role-maximum" => "The role’s maximum session duration is shorter.",
        "policy-malformed" => "The session policy is not a policy.",
        "policy-too-large" => "Session policy and tags take too much room.",
        "region-not-active" => "The region is not active for the account.",
        "too-many-calls" => "Too many calls at once.",
        "aws-fault" => "AWS has a fault of its own.",
        _ => return None,
    };
    Some(said.to_owned())
}

pub fn ja(cause: &Cause) -> Option<String> {
    let said = match cause.code.as_str() {
        "mfa-code-wrong" => "MFA コードが誤っているか古い、またはデバイスの時計がずれています。",
        "mfa-code-reused" => {
            "MFA コードは使用済みです。AWS は同じコードを 2 回受け付けません。次のコードを待ってください。"
        }
        "mfa-serial-wrong" => {
            "MFA デバイスが自分のものではありません。IAM コンソールの自分のユーザーで名前を確認できます。"
        }
        "mfa-missing" => "ロールが MFA を求めていますが、コードを送っていません。",
        "trust-policy-principal" => "ロールの信頼ポリシーに、あなたもあなたのアカウントも含まれていません。",
        "trust-policy-session-name" => "信頼ポリシーが別のセッション名を求めています。",
        "external-id-missing" => "信頼ポリシーが外部 ID を求めていますが、送っていません。",
        "external-id-wrong" => "外部 ID が、信頼ポリシーの求めるものと異なります。",
        "source-identity-missing" => "信頼ポリシーがソース ID を求めていますが、送っていません。",
        "source-identity-not-allowed" => {
            "ソース ID を送りましたが、自分のポリシーまたは信頼ポリシーが sts:SetSourceIdentity を許可していません。"
        }
        "source-identity-immutable" => "セッションにはすでに別のソース ID があり、途中で変更できません。",
        "tag-session-not-allowed" => {
            "セッションタグを送りましたが、自分のポリシーまたは信頼ポリシーが sts:TagSession を許可していません。"
        }
        "identity-policy-missing" => {
            "このロールへの sts:AssumeRole を許可するポリシーが自分にありません。別のアカウントの場合は両側の許可が必要です。"
        }
        "identity-policy-denies" => "自分のポリシーのいずれかが拒否しています。",
        "trust-policy-denies" => "ロールの信頼ポリシーが明示的に拒否しています。",
        "service-control-policy" => "組織のサービスコントロールポリシーが禁止しています。",
        "resource-control-policy" => "組織のリソースコントロールポリシーが禁止しています。",
        "permissions-boundary" => "アクセス許可の境界に含まれていません。",
        "session-policy" => "現在のセッションのセッションポリシーに含まれていません。",
        "role-missing" => "ロールが存在しません。名前の誤りか、ARN にパスが抜けています。",
        "other-condition" => "接続元、時刻、タグなど、信頼ポリシーの別の条件を満たしていません。",
        "root-user" => "ルートユーザーはロールを引き受けられません。",
        "long-term-key-needed" => "セッションではなく、ユーザー自身のキーが必要です。",
        "secret-key-wrong" => "シークレットがこのアクセスキー ID のものではないか、コピーに誤りがあります。",
        "access-key-unknown" => "アクセスキーが存在しない、無効、または別の AWS パーティションのものです。",
        "session-expired" => "サインインに使ったセッションが終了しています。",
        "clock-behind" => "コンピューターの時計が遅れています。",
        "clock-ahead" => "コンピューターの時計が進んでいます。",
        "role-chaining" => "すでにロールのセッションを使っているため、次のセッションは最大 1 時間です。",
        "role-maximum" => "ロールの最大セッション時間のほうが短く設定されています。",
        "policy-malformed" => "セッションポリシーの形式が正しくありません。",
        "policy-too-large" => "セッションポリシーとタグが大きすぎます。",
        "region-not-active" => "このリージョンはアカウントで有効になっていません。",
        "too-many-calls" => "一度に呼び出しが多すぎます。",
        "aws-fault" => "AWS 側の障害です。",
        _ => return None,
    };
    Some(said.to_owned())
}
