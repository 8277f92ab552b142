//! The sign-in page: how the key is given, and where it goes.

use nanori_profile::PasteCode;

/// Text of the sign-in page.
pub struct SignIn {
    pub title: &'static str,
    pub lead: &'static str,
    pub way: &'static str,
    pub way_type: &'static str,
    pub way_paste: &'static str,
    pub way_file: &'static str,
    pub access_key_id: &'static str,
    pub access_key_id_hint: &'static str,
    pub secret_access_key: &'static str,
    pub session_token: &'static str,
    pub session_token_hint: &'static str,
    pub temporary: &'static str,
    pub region: &'static str,
    pub region_hint: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub paste_taken: &'static str,
    pub paste_refused: fn(PasteCode) -> &'static str,
    pub paste_line: fn(u32) -> String,
    pub drop: &'static str,
    pub drop_choose: &'static str,
    pub drop_hint: &'static str,
    pub file_unreadable: &'static str,
    pub profiles_found: fn(usize) -> String,
    pub found_key: &'static str,
    pub found_secret: &'static str,
    pub found_secret_kept: &'static str,
    pub found_token: &'static str,
    pub found_token_yes: &'static str,
    pub found_token_no: &'static str,
    pub found_region: &'static str,
    pub found_other: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub where_title: &'static str,
    pub where_stays: &'static str,
    pub where_stays_text: &'static str,
    pub where_leaves: &'static str,
    pub where_leaves_text: &'static str,
    pub where_never: &'static str,
    pub where_never_text: &'static str,
    pub where_forgotten: &'static str,
    pub where_forgotten_text: fn(u32) -> String,
    pub after: &'static str,
    pub after_role: fn(&str, &str) -> String,
    pub returning: fn(&str) -> String,
}

pub static EN: SignIn = SignIn {
    title: "Step forward under your own name",
    lead: "Sign in with the access key of your IAM user. Every role you switch into then carries your name, and CloudTrail can say who did it.",
    way: "How to give the key",
    way_type: "Type",
    way_paste: "Paste",
    way_file: "File",
    access_key_id: "Access key ID",
    access_key_id_hint: "Begins with AKIA, or with ASIA if it is temporary.",
    secret_access_key: "Secret access key",
    session_token: "Session token",
    session_token_hint: "Only for temporary credentials, those whose key ID begins with ASIA.",
    temporary: "I have temporary credentials",
    region: "Region",
    region_hint: "Where AWS is asked who you are. Leave it empty for the usual one.",
    paste: "Credentials, as you copied them",
    paste_hint: "export lines, $Env: lines, a section of a credentials file, or JSON. The text is taken over and wiped from this field at once.",
    paste_taken: "Taken over",
    paste_refused: refused_en,
    paste_line: |line| format!("line {line}"),
    drop: "Drop a credentials file here",
    drop_choose: "Choose a file",
    drop_hint: "Usually ~/.aws/credentials, or %UserProfile%\\.aws\\credentials on Windows. It is read in this page and sent nowhere.",
    file_unreadable: "This file could not be read as text.",
    profiles_found: |n| {
        if n == 1 { "One profile with a key".into() } else { format!("{n} profiles with a key") }
    },
    found_key: "Key",
    found_secret: "Secret",
    found_secret_kept: "kept in memory",
    found_token: "Session token",
    found_token_yes: "present, so these are temporary",
    found_token_no: "none, a long-term key",
    found_region: "Region",
    found_other: "Use other credentials",
    submit: "Sign in",
    submitting: "Asking AWS who you are…",
    where_title: "Where your key goes, and where not",
    where_stays: "It stays in this page",
    where_stays_text: "In the memory of this one tab. Not in cookies, not in the browser’s storage, not in any address.",
    where_leaves: "Only signatures leave",
    where_leaves_text: "WebAssembly in this page signs each request. Nanori’s server receives the signed request, checks whose it is and passes it to AWS.",
    where_never: "The secret is never sent",
    where_never_text: "Neither to Nanori nor to AWS. A signature cannot be turned back into the key that made it.",
    where_forgotten: "It is forgotten soon",
    where_forgotten_text: |minutes| {
        format!("When you sign out, reload or close the tab, and after {minutes} minutes without a touch.")
    },
    after: "After signing in",
    after_role: |role, account| {
        format!("You go on to the role {role} in account {account}. Nothing happens until you click there.")
    },
    returning: |name| {
        format!(
            "You were signed in as {name}. The key went with the page, as it should; give it once more to go on."
        )
    },
};

pub static JA: SignIn = SignIn {
    title: "自分の名前で、名乗り出る",
    lead: "IAM ユーザーのアクセスキーでサインインします。スイッチ先のすべてのセッションにあなたの名前が付き、CloudTrail で「誰がしたか」が分かります。",
    way: "キーの渡し方",
    way_type: "入力",
    way_paste: "貼り付け",
    way_file: "ファイル",
    access_key_id: "アクセスキー ID",
    access_key_id_hint: "AKIA で始まります。一時的なものは ASIA で始まります。",
    secret_access_key: "シークレットアクセスキー",
    session_token: "セッショントークン",
    session_token_hint: "キー ID が ASIA で始まる一時的な認証情報の場合だけ必要です。",
    temporary: "一時的な認証情報を使う",
    region: "リージョン",
    region_hint: "本人確認の問い合わせ先です。空欄なら標準のリージョンを使います。",
    paste: "コピーした認証情報",
    paste_hint: "export 行、$Env: 行、認証情報ファイルのセクション、JSON に対応します。貼り付けた内容は取り込み、この欄からすぐに消します。",
    paste_taken: "取り込みました",
    paste_refused: refused_ja,
    paste_line: |line| format!("{line} 行目"),
    drop: "認証情報ファイルをここにドロップ",
    drop_choose: "ファイルを選ぶ",
    drop_hint: "通常は ~/.aws/credentials、Windows では %UserProfile%\\.aws\\credentials です。このページの中だけで読み取り、どこにも送りません。",
    file_unreadable: "このファイルをテキストとして読み取れませんでした。",
    profiles_found: |n| format!("キーを持つプロファイル：{n} 件"),
    found_key: "キー",
    found_secret: "シークレット",
    found_secret_kept: "メモリーに保持",
    found_token: "セッショントークン",
    found_token_yes: "あり（一時的な認証情報）",
    found_token_no: "なし（長期のキー）",
    found_region: "リージョン",
    found_other: "別の認証情報を使う",
    submit: "サインイン",
    submitting: "AWS に本人確認をしています…",
    where_title: "キーの行き先",
    where_stays: "このページに留まります",
    where_stays_text: "このタブのメモリーの中だけです。Cookie にもブラウザーの保存領域にも URL にも入りません。",
    where_leaves: "外に出るのは署名だけ",
    where_leaves_text: "ページ内の WebAssembly がリクエストごとに署名します。Nanori のサーバーは署名済みのリクエストを受け取り、誰のものかを確かめて AWS に渡します。",
    where_never: "シークレットは送りません",
    where_never_text: "Nanori にも AWS にも送りません。署名から元のキーを取り出すことはできません。",
    where_forgotten: "すぐに消えます",
    where_forgotten_text: |minutes| {
        format!(
            "サインアウト、再読み込み、タブを閉じたとき、または {minutes} 分間操作がないときに消去します。"
        )
    },
    after: "サインイン後",
    after_role: |role, account| {
        format!("アカウント {account} のロール {role} に進みます。クリックするまで何も実行しません。")
    },
    returning: |name| {
        format!(
            "{name} としてサインインしていました。キーはページとともに消えています。続けるには、もう一度キーを渡してください。"
        )
    },
};

fn refused_en(code: PasteCode) -> &'static str {
    match code {
        PasteCode::Empty | PasteCode::NothingFound => "There is no access key in this text.",
        PasteCode::BadJson => {
            "This begins like JSON and is not complete. Copy it again from the first { to the last }."
        }
        PasteCode::BadCsv => "This CSV has a quote that is not closed, or too few columns.",
        PasteCode::UnclosedQuote => "A quote is opened and never closed.",
        PasteCode::Unexpanded => "The value is a variable. Only the shell it comes from knows what it holds.",
        PasteCode::Masked => "The value is masked with asterisks. It has to be the real one.",
        PasteCode::MissingAccessKeyId => "There is a secret, and no access key ID with it.",
        PasteCode::MissingSecretAccessKey => "There is an access key ID, and no secret with it.",
        PasteCode::MissingSessionToken => {
            "The key is a temporary one (ASIA…), and its session token is missing."
        }
        PasteCode::BadAccessKeyId => {
            "The access key ID is too short, too long or has a character that no ID has."
        }
        PasteCode::BadSecretAccessKey => {
            "The secret is too short, too long or has a character that no secret has."
        }
        PasteCode::BadSessionToken => "The session token has a character that no token has.",
        PasteCode::BadRegion => "The region is not one and was left out.",
        PasteCode::BadMfaSerial => "The MFA device is not one and was left out.",
        PasteCode::BadExpiration => "The expiry is not a time and was left out.",
        _ => "A part of this text was not understood.",
    }
}

fn refused_ja(code: PasteCode) -> &'static str {
    match code {
        PasteCode::Empty | PasteCode::NothingFound => "このテキストにアクセスキーが見つかりません。",
        PasteCode::BadJson => "JSON が途中で切れています。最初の { から最後の } までコピーし直してください。",
        PasteCode::BadCsv => "CSV の引用符が閉じていないか、列が足りません。",
        PasteCode::UnclosedQuote => "引用符が閉じていません。",
        PasteCode::Unexpanded => "値が変数です。中身は元のシェルにしか分かりません。",
        PasteCode::Masked => "値がアスタリスクで隠されています。実際の値が必要です。",
        PasteCode::MissingAccessKeyId => "シークレットだけで、アクセスキー ID がありません。",
        PasteCode::MissingSecretAccessKey => "アクセスキー ID だけで、シークレットがありません。",
        PasteCode::MissingSessionToken => "一時的なキー (ASIA…) ですが、セッショントークンがありません。",
        PasteCode::BadAccessKeyId => "アクセスキー ID の長さ、または使われている文字が正しくありません。",
        PasteCode::BadSecretAccessKey => "シークレットの長さ、または使われている文字が正しくありません。",
        PasteCode::BadSessionToken => "セッショントークンに使えない文字が含まれています。",
        PasteCode::BadRegion => "リージョンが正しくないため、使いませんでした。",
        PasteCode::BadMfaSerial => "MFA デバイスが正しくないため、使いませんでした。",
        PasteCode::BadExpiration => "期限が時刻ではないため、使いませんでした。",
        _ => "テキストの一部を理解できませんでした。",
    }
}
