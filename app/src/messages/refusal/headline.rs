//! The one sentence of a refusal, and the particulars that its parameters give.

use nanori_api::{Problem, ProblemCode};

pub fn en(problem: &Problem) -> String {
    use ProblemCode as P;
    let sentence = match problem.code {
        P::NotFound | P::MethodNotAllowed | P::UnsupportedMediaType | P::MalformedBody => {
            "The server did not understand this page."
        }
        P::BodyTooLarge => "This is more than the server takes at once.",
        P::InvalidField => "A value is not accepted.",
        P::CrossSiteRequest => "The request did not look like one of this portal’s own.",
        P::RateLimited => "Too many attempts in a short time.",
        P::SessionMissing => "You are not signed in.",
        P::SessionExpired => "Your portal session has ended.",
        P::KeyNotBound => "This was signed with another key than the one you signed in with.",
        P::NameNotBound => "This is not your session name.",
        P::RootRefused => "The root user cannot switch roles.",
        P::NameNotUsable => "Your user name cannot be a session name.",
        P::PrincipalNotSupported => "This kind of caller cannot switch roles.",
        P::ClockSkew => "Your clock and AWS’s are too far apart.",
        P::KeyUnknown => "AWS does not know this access key.",
        P::SignatureMismatch => "The signature does not match.",
        P::CredentialsExpired => "The credentials you signed in with have expired.",
        P::AccessDenied => "AWS does not let you assume this role.",
        P::DurationOverRoleMaximum => "The role does not allow so long a session.",
        P::DurationOverChainingCap => "From one role to the next, a session lasts 1 hour at most.",
        P::MalformedPolicy => "AWS does not accept the session policy.",
        P::PackedPolicyTooLarge => "Session policy and tags are too large together.",
        P::RegionDisabled => "This region is not enabled for your account.",
        P::StsValidation => "AWS finds a value wrong.",
        P::StsThrottled => "AWS asks to slow down.",
        P::StsRefused => "AWS refuses.",
        P::DestinationNotAllowed => "This is not a console page of the role’s partition.",
        P::SigninRefused => "AWS’s sign-in service refuses the session.",
        P::UpstreamUnreachable => "AWS could not be reached.",
        P::UpstreamTimeout => "AWS did not answer in time.",
        P::UpstreamMalformed => "AWS’s answer was not understood.",
        P::Misconfigured => "This portal is not configured completely.",
        P::AnswerMismatch => "AWS granted another session than was asked for. It was thrown away.",
        _ => "Something went wrong in Nanori.",
    };
    sentence.to_owned()
}

pub fn ja(problem: &Problem) -> String {
    use ProblemCode as P;
    let sentence = match problem.code {
        P::NotFound | P::MethodNotAllowed | P::UnsupportedMediaType | P::MalformedBody => {
            "サーバーがこのページのリクエストを理解できませんでした。"
        }
        P::BodyTooLarge => "一度に送れる量を超えています。",
        P::InvalidField => "受け付けられない値があります。",
        P::CrossSiteRequest => "このポータルからのリクエストとして確認できませんでした。",
        P::RateLimited => "短時間に試行が多すぎます。",
        P::SessionMissing => "サインインしていません。",
        P::SessionExpired => "ポータルのセッションが終了しました。",
        P::KeyNotBound => "サインインしたときとは別のキーで署名されています。",
        P::NameNotBound => "あなたのセッション名ではありません。",
        P::RootRefused => "ルートユーザーはロールをスイッチできません。",
        P::NameNotUsable => "ユーザー名をセッション名として使えません。",
        P::PrincipalNotSupported => "この種類の呼び出し元はロールをスイッチできません。",
        P::ClockSkew => "時計が AWS と大きくずれています。",
        P::KeyUnknown => "AWS がこのアクセスキーを認識しません。",
        P::SignatureMismatch => "署名が一致しません。",
        P::CredentialsExpired => "サインインに使った認証情報の期限が切れています。",
        P::AccessDenied => "AWS がこのロールへのスイッチを許可しません。",
        P::DurationOverRoleMaximum => "ロールが許可する時間を超えています。",
        P::DurationOverChainingCap => "ロールから次のロールへのセッションは最大 1 時間です。",
        P::MalformedPolicy => "AWS がセッションポリシーを受け付けません。",
        P::PackedPolicyTooLarge => "セッションポリシーとタグの合計が大きすぎます。",
        P::RegionDisabled => "このリージョンはアカウントで有効になっていません。",
        P::StsValidation => "AWS が値の誤りを指摘しています。",
        P::StsThrottled => "AWS がリクエストの間隔を空けるよう求めています。",
        P::StsRefused => "AWS が拒否しました。",
        P::DestinationNotAllowed => "ロールのパーティションのコンソールページではありません。",
        P::SigninRefused => "AWS のサインインサービスがセッションを拒否しました。",
        P::UpstreamUnreachable => "AWS に接続できません。",
        P::UpstreamTimeout => "AWS が時間内に応答しませんでした。",
        P::UpstreamMalformed => "AWS の応答を理解できませんでした。",
        P::Misconfigured => "このポータルの設定が完了していません。",
        P::AnswerMismatch => "AWS が依頼と異なるセッションを返したため、破棄しました。",
        _ => "Nanori で問題が起きました。",
    };
    sentence.to_owned()
}

pub fn detail_en(problem: &Problem) -> Option<String> {
    use ProblemCode as P;
    let param = |name: &str| problem.params.get(name).map(String::as_str);
    Some(match problem.code {
        P::NameNotBound => format!(
            "Asked for “{}”, and you are “{}”. Nanori lets nobody switch under another name.",
            param("asked")?,
            param("bound")?
        ),
        P::NameNotUsable => format!(
            "AWS takes 2 to 64 characters as a session name; “{}” is not one. Nanori refuses it rather than change it, since a changed name no longer says who it was.",
            param("name")?
        ),
        P::ClockSkew => format!(
            "AWS’s time is {}; the request was signed at {}.",
            param("server_time")?,
            param("signed_at")?
        ),
        P::DurationOverRoleMaximum | P::DurationOverChainingCap => {
            format!("Asked for {} seconds.", param("asked")?)
        }
        P::SessionExpired if param("reason") == Some("idle") => "It was idle for an hour.".to_owned(),
        P::SessionExpired => "It reached its 12 hours.".to_owned(),
        P::InvalidField => format!("The field is “{}”.", param("field")?),
        P::RootRefused => "AWS lets root assume no role, and root says nothing about who you are.".to_owned(),
        P::DestinationNotAllowed => param("destination")?.to_owned(),
        _ => return None,
    })
}

pub fn detail_ja(problem: &Problem) -> Option<String> {
    use ProblemCode as P;
    let param = |name: &str| problem.params.get(name).map(String::as_str);
    Some(match problem.code {
        P::NameNotBound => format!(
            "「{}」が指定されましたが、あなたは「{}」です。Nanori では他の名前でスイッチできません。",
            param("asked")?,
            param("bound")?
        ),
        P::NameNotUsable => format!(
            "AWS のセッション名は 2〜64 文字で、「{}」は使えません。名前を変えると誰なのか分からなくなるため、Nanori は変更せずに拒否します。",
            param("name")?
        ),
        P::ClockSkew => {
            format!("AWS の時刻は {}、署名の時刻は {} です。", param("server_time")?, param("signed_at")?)
        }
        P::DurationOverRoleMaximum | P::DurationOverChainingCap => {
            format!("{} 秒を指定しました。", param("asked")?)
        }
        P::SessionExpired if param("reason") == Some("idle") => "1 時間操作がありませんでした。".to_owned(),
        P::SessionExpired => "12 時間の上限に達しました。".to_owned(),
        P::InvalidField => format!("項目は「{}」です。", param("field")?),
        P::RootRefused => {
            "AWS はルートにロールの引き受けを許可せず、ルートでは誰なのかも分かりません。".to_owned()
        }
        P::DestinationNotAllowed => param("destination")?.to_owned(),
        _ => return None,
    })
}
