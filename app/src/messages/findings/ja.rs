//! In Japanese.

use nanori_profile::{CheckCode, Diagnosis};

use super::{parameter, readers};

pub(super) fn title(code: CheckCode) -> &'static str {
    match code {
        CheckCode::Refused => "ファイル全体が読み取られません",
        CheckCode::ReadsDifferently => "プログラムによって読み取り方が異なります",
        CheckCode::ByteOrderMark => "先頭にバイト順マーク（BOM）があります",
        CheckCode::DuplicateSection => "同じ見出しが 2 つあります",
        CheckCode::DuplicateKey => "同じキーが 2 つあります",
        CheckCode::TwoDefaults => "default プロファイルが 2 つあります",
        CheckCode::MissingPrefix => "見出しに「profile」がありません",
        CheckCode::BadHeading => "どのプログラムも読み取らない見出しです",
        CheckCode::PrefixInCredentials => "credentials ファイルでは使えない見出しです",
        CheckCode::KeysInConfig => "config ファイルにキーがあります",
        CheckCode::PartialKeys => "キーの片方がありません",
        CheckCode::KeysBesideRole => "使われないキーがあります",
        CheckCode::KeysBesideSso => "シングルサインオンと並んだキーは使われません",
        CheckCode::LegacyToken => "セッショントークンの古い名前です",
        CheckCode::LongTermKey => "期限のないアクセスキーです",
        CheckCode::NearMiss => "どのプログラムも読まないキー名です",
        CheckCode::ResolvesDifferently => "認証情報のたどり方が AWS CLI と異なる SDK があります",
        CheckCode::ReadBySome => "一部のプログラムだけが使うキーです",
        CheckCode::Unresolvable => "認証情報を取得できないプロファイルです",
        CheckCode::NoSessionName => "role_session_name がなく、誰の名前も残りません",
        CheckCode::BadSessionName => "セッション名として使えません",
        CheckCode::OtherSessionName => "あなたの名前ではありません",
        CheckCode::BadRoleArn => "ロールの ARN ではありません",
        CheckCode::SessionArn => "ロールではなくセッションの ARN です",
        CheckCode::WrongPartition => "リージョンとロールのパーティションが違います",
        CheckCode::BadDuration => "秒数ではありません",
        CheckCode::DurationRange => "AWS が許さない有効時間です",
        CheckCode::ChainedDuration => "ロールの連鎖では 1 時間が上限です",
        CheckCode::AlwaysExpiring => "いつも期限切れ間近になる有効時間です",
        CheckCode::BadMfaSerial => "MFA デバイスではありません",
        CheckCode::OtherAccountMfa => "別のアカウントの MFA デバイスです",
        CheckCode::BadExternalId => "外部 ID として使えません",
        CheckCode::NoRegion => "リージョンがありません",
        CheckCode::BadRegion => "リージョンではありません",
        _ => "確認が必要です",
    }
}

pub(super) fn explanation(diagnosis: &Diagnosis) -> String {
    let p = |name| parameter(diagnosis, name);
    match diagnosis.code {
        CheckCode::Refused => {
            format!("{} はここで止まり、ファイルを何も読み取りません。原因: {}", readers(diagnosis, "reader", ""), rule(p("rule")))
        }
        CheckCode::ReadsDifferently if p("key").is_empty() => format!(
            "このプロファイルは {} には見えますが、{} には見えません。",
            readers(diagnosis, "seen-by", "一部のプログラム"),
            readers(diagnosis, "not-by", "ほかのプログラム")
        ),
        CheckCode::ReadsDifferently => format!(
            "{} は {} をこの値と読み取りますが、{} は違う値か、値なしと読み取ります。値は 1 行に書き、後ろにコメントを付けないでください。",
            readers(diagnosis, "seen-by", "一部のプログラム"),
            p("key"),
            readers(diagnosis, "not-by", "ほかのプログラム")
        ),
        CheckCode::ResolvesDifferently => elsewhere(diagnosis),
        CheckCode::ReadBySome => {
            let said = format!(
                "{} を使うのは {} です。{} は無視します。{}",
                p("key"),
                readers(diagnosis, "by", "一部のプログラム"),
                readers(diagnosis, "not-by", "ほかのプログラム"),
                by_some(p("key"))
            );
            if p("profiles") == "1" { said } else { format!("{said}{} 個のプロファイルにあります。", p("profiles")) }
        }
        CheckCode::ByteOrderMark => "Windows のエディターが付けたものです。読み飛ばすプログラムはないため、最初の行が正しく読み取られません。".to_owned(),
        CheckCode::DuplicateSection => "AWS CLI はファイル全体を拒否します。ほかのプログラムは 2 つをつなげるか、後のほうを使います。1 つにまとめてください。".to_owned(),
        CheckCode::DuplicateKey => format!("このセクションに {} が 2 つあります。AWS CLI はファイル全体を拒否します。", p("key")),
        CheckCode::TwoDefaults => "[profile default] が [default] の代わりになるかどうかは、プログラムによって異なります。[default] だけにしてください。".to_owned(),
        CheckCode::MissingPrefix => "config ファイルの見出しは [profile 名前] です。このセクションはどのプログラムからもプロファイルとして扱われません。".to_owned(),
        CheckCode::BadHeading => format!("「[{}]」をプロファイルとして読み取るプログラムはありません。名前は、英数字と _ - . / % @ : + からなる 1 語にしてください。", p("heading")),
        CheckCode::PrefixInCredentials => "credentials ファイルの見出しは、「profile」を付けない名前だけです。".to_owned(),
        CheckCode::KeysInConfig => "config ファイルはコピーや共有をされやすいファイルです。キーは credentials ファイルに置いてください。".to_owned(),
        CheckCode::PartialKeys => format!("{} がありません。AWS CLI は「Partial credentials found」で止まります。", p("missing")),
        CheckCode::KeysBesideRole => "ロールが優先されるため、このキーは使われません。キーは専用のプロファイルに置き、source_profile で指定してください。".to_owned(),
        CheckCode::KeysBesideSso => "シングルサインオンが優先されるため、このキーは使われません。".to_owned(),
        CheckCode::LegacyToken => "新しい SDK は aws_security_token を読まず、botocore は優先して読むため、異なるトークンが使われます。正しい名前は aws_session_token です。".to_owned(),
        CheckCode::LongTermKey => "削除されるまで、ファイルを手に入れた誰でも使えます。Nanori、Identity Center、aws login なら不要です。".to_owned(),
        CheckCode::NearMiss => format!("{} を読むプログラムはありません。{} の間違いと思われます。", p("key"), p("meant")),
        CheckCode::Unresolvable => format!("AWS CLI のメッセージ: {}", p("text")),
        CheckCode::NoSessionName => "ツールが botocore-session-… のような名前を作り、CloudTrail には人ではなくロールが残ります。名前を求める信頼ポリシーでは拒否されます。".to_owned(),
        CheckCode::BadSessionName => format!("STS は「{}」を受け付けません。セッション名は 2〜64 文字で、英数字と _ = , . @ + - が使えます。", p("value")),
        CheckCode::OtherSessionName => format!("あなたの操作が「{}」として記録されます。あなたの名前は「{}」です。", p("value"), p("yours")),
        CheckCode::BadRoleArn => format!("「{}」は arn:aws:iam::222222222222:role/admin_role のような形になっていません。", p("value")),
        CheckCode::SessionArn => "get-caller-identity が表示するセッションの ARN です。ロールの ARN は arn:aws:iam:: で始まり、ここにはないパスを含むことがあります。IAM で確認してください。".to_owned(),
        CheckCode::WrongPartition => format!("{} は、ロールのパーティション {} とは別のパーティションのリージョンです。", p("region"), p("partition")),
        CheckCode::BadDuration => format!("「{}」は整数ではないため、AWS CLI は黙って無視します。", p("value")),
        CheckCode::DurationRange => format!("{} 秒は、900〜43200 の範囲外です。", p("value")),
        CheckCode::ChainedDuration => format!("{} 秒が指定されていますが、ロールの認証情報で引き受けるロールは最長 3600 秒です。", p("value")),
        CheckCode::AlwaysExpiring => "AWS CLI は残り 15 分未満の認証情報を期限切れとみなすため、呼び出しのたびにロールを引き受け直します。".to_owned(),
        CheckCode::BadMfaSerial => format!("「{}」は arn:aws:iam::111111111111:mfa/name のような形になっていません。", p("value")),
        CheckCode::OtherAccountMfa => format!("デバイスはアカウント {} のものですが、あなたは {} のユーザーです。使えるのは自分のデバイスのコードだけです。", p("account"), p("yours")),
        CheckCode::BadExternalId => format!("STS は「{}」を受け付けません。外部 ID は 2〜1224 文字で、英数字と + = , . @ : / - _ が使えます。", p("value")),
        CheckCode::NoRegion => "AWS CLI バージョン 1 は [default] のリージョンを引き継がず、リージョンのあるサービスで止まります。各プロファイルに書いてください。".to_owned(),
        CheckCode::BadRegion => format!("「{}」は ap-northeast-1 のような形になっていません。", p("value")),
        _ => String::new(),
    }
}

/// SDK が AWS CLI と異なるたどり方をするところ。
fn elsewhere(diagnosis: &Diagnosis) -> String {
    let sdk = readers(diagnosis, "program", "一部の SDK");
    match parameter(diagnosis, "what") {
        "refuses" => format!(
            "AWS CLI はこのプロファイルから認証情報を取得できますが、{sdk} は拒否します。理由: {}",
            refusal(parameter(diagnosis, "rule"))
        ),
        "resolves" => {
            format!("{sdk} はこのプロファイルから認証情報を取得しますが、AWS CLI は取得できません。")
        }
        "other-roles" => format!(
            "{sdk} がここから引き受けるロールは、AWS CLI と異なります。キーを見る順序がプログラムごとに違うためです。認証情報を得る方法は、1 つのプロファイルに 1 つだけにしてください。"
        ),
        "sends-other" => format!(
            "AWS CLI は空の role_session_name を「なし」とみなしますが、{sdk} は空のまま送り、STS に拒否されます。名前を書くか、この行を削除してください。"
        ),
        _ => format!(
            "{sdk} が最初の認証情報を得る場所は、AWS CLI と異なります。キーを見る順序がプログラムごとに違うためです。認証情報を得る方法は、1 つのプロファイルに 1 つだけにしてください。"
        ),
    }
}

/// Why an SDK refuses a profile.
pub(in crate::messages) fn refusal(code: &str) -> &'static str {
    match code {
        "resolve.sso-beside-session" => {
            "sso_session がある場合、sso_region と sso_start_url は [sso-session] セクションにだけ書く必要がある"
        }
        "resolve.sso-incomplete" => {
            "sso_ で始まるキーが 1 つでもあるとシングルサインオンのプロファイルとみなすが、必要なキーが足りない"
        }
        "resolve.unknown-sso-session" => "[sso-session] セクションが見つからない",
        "resolve.loop" => "source_profile をたどると、一度通ったプロファイルに戻る",
        "resolve.no-source" | "resolve.both-sources" => {
            "source_profile と credential_source のどちらか一方だけが必要"
        }
        "resolve.unknown-source-profile" | "resolve.profile-not-found" => "その名前のプロファイルが見えない",
        "resolve.unknown-credential-source" => "この credential_source を知らない",
        "resolve.web-identity-without-role" => "web_identity_token_file には role_arn が必要",
        "resolve.no-token-file" => "web_identity_token_file が空",
        "resolve.partial-keys" => "キーの片方がない",
        _ => "プロファイルに認証情報が見つからない",
    }
}

/// キーを無視するプログラムではどうなるか。
fn by_some(key: &str) -> &'static str {
    match key {
        "mfa_serial" => {
            "Rust SDK は MFA コードを送らないため、MFA を必須とするロールを引き受けられません。JavaScript SDK には mfaCodeProvider が必要です。"
        }
        "duration_seconds" => "その場合、セッションは 1 時間で切れます。",
        "ca_bundle" => "証明書は、それぞれのプログラムの方法で別に指定してください。",
        "include_profile" => "その場合、取り込むはずのプロファイルの内容は何も反映されません。",
        "mfa_process" => "その場合、コードの入力を求められるか、コードが送られません。",
        "source_identity" => "aws-vault を使わないと、CloudTrail にソース ID は記録されません。",
        "session_tags" => "aws-vault を使わないと、セッションにタグは付きません。",
        "granted_sso_start_url" => {
            "credential_process = granted credential-process --profile … を加えると、どのプログラムでも認証情報を取得できます。"
        }
        _ => "",
    }
}

fn rule(code: &str) -> &'static str {
    match code {
        "read.unclosed-heading" => "見出しの閉じ括弧がない",
        "read.outside-section" => "最初の見出しより前に文字がある",
        "read.continues-nothing" => "続く先のない字下げの行がある",
        "read.no-equals" => "「=」のない行がある",
        "read.no-key" => "「=」の前に何もない",
        "read.nested-no-equals" => "空の値の下に「=」のない字下げの行がある",
        "read.nested-no-key" => "字下げの行の「=」の前に何もない",
        "read.duplicate-section" => "同じ見出しが 2 つある",
        "read.duplicate-key" => "同じキーが 2 つある",
        _ => "使えない名前がある",
    }
}
