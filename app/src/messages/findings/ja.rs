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
        CheckCode::PrefixInCredentials => "credentials ファイルでは使えない見出しです",
        CheckCode::KeysInConfig => "config ファイルにキーがあります",
        CheckCode::PartialKeys => "キーの片方がありません",
        CheckCode::KeysBesideRole => "使われないキーがあります",
        CheckCode::KeysBesideSso => "シングルサインオンと並んだキーは使われません",
        CheckCode::LegacyToken => "セッショントークンの古い名前です",
        CheckCode::LongTermKey => "期限のないアクセスキーです",
        CheckCode::NearMiss => "どのプログラムも読まないキー名です",
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
        CheckCode::ByteOrderMark => "Windows のエディターが付けたものです。読み飛ばすプログラムはないため、最初の行が正しく読み取られません。".to_owned(),
        CheckCode::DuplicateSection => "AWS CLI はファイル全体を拒否します。ほかのプログラムは 2 つをつなげるか、後のほうを使います。1 つにまとめてください。".to_owned(),
        CheckCode::DuplicateKey => format!("このセクションに {} が 2 つあります。AWS CLI はファイル全体を拒否します。", p("key")),
        CheckCode::TwoDefaults => "[profile default] が [default] の代わりになるかどうかは、プログラムによって異なります。[default] だけにしてください。".to_owned(),
        CheckCode::MissingPrefix => "config ファイルの見出しは [profile 名前] です。このセクションはどのプログラムからもプロファイルとして扱われません。".to_owned(),
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
