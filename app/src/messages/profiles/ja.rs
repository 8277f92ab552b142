//! In Japanese.

use nanori_profile::{Attribution, CredentialSource, Origin, ProfileError, Severity, What};

use super::super::findings;
use super::{Profiles, resolve, role_and_account};
use crate::state::profiles::{
    intake::IntakeError,
    new_profile::{From, Wrong},
    review::Kind,
};

pub static JA: Profiles = Profiles {
    title: "プロファイル",
    lead: "AWS のプロファイルファイルを開くと、各プロファイルが何をするか、誰の名前で記録されるか、動かない理由は何かがわかります。修正や追加をして、ファイルを書き出せます。",
    stays_here: "ファイルはこのページの中だけで読み取ります。どこにも送信せず、保存もしません。ページを離れると消去されます。",
    open_title: "ファイルを開く",
    open_more: "ファイルを開く",
    drop: "~/.aws/config と ~/.aws/credentials をここにドロップ",
    drop_hint: "AWS Extend Switch Roles のテキスト、aws-vault・Granted・Leapp の設定を含むファイル、aws configure export-credentials の出力も読み取れます。",
    choose_files: "ファイルを選択",
    paste: "テキストを貼り付ける",
    paste_label: "ファイルの内容",
    paste_hint: "キーが含まれることがあるため、点で表示します。",
    paste_read: "読み取る",
    begin: "ファイルがない場合は、空のファイルから始める",
    intake_error: |name, error| {
        let what = if name.is_empty() { "テキスト".to_owned() } else { format!("「{name}」") };
        match error {
            None => format!("{what}は 16 MB を超えているか、読み取れませんでした。"),
            Some(IntakeError::Empty) => format!("{what}は空です。"),
            Some(IntakeError::Unreadable(ProfileError::NotUtf8 { place, .. })) => {
                format!(
                    "{what}は UTF-8 ではありません（{} 行目 {} 文字目）。UTF-8 で保存してから開いてください。",
                    place.line, place.column
                )
            }
            Some(_) => format!("{what}に、Nanori が読み取れるプロファイル、ロール、認証情報はありません。"),
        }
    },
    unusable_roles: |count| format!("{count} 個のセクションには使えるロールがありませんでした。"),
    forget: "ファイルを消去",
    forgotten: "ファイルを消去しました。",
    undo: "元に戻す",
    own_name: "あなたのセッション名",
    own_name_hint: "CloudTrail に記録される、あなたの IAM ユーザー名です。サインインしていれば自動でわかります。",
    view: "すること",
    view_read: "確認する",
    view_add: "プロファイルを追加",
    view_programs: "プログラム",
    sheet_state: |errors, warnings, hints| match (errors, warnings, hints) {
        (0, 0, 0) => "問題はありません".to_owned(),
        _ => format!("エラー {errors} 件、警告 {warnings} 件、ヒント {hints} 件"),
    },
    sheet_changed: "・変更あり（未ダウンロード）",
    download: "ダウンロード",
    download_file: |name| format!("{name} をダウンロード"),
    downloaded: "ダウンロードしました。",
    list_title: "プロファイル",
    search: "プロファイルを検索",
    found: |count| format!("プロファイル {count} 件"),
    more: |count| format!("ほかに {count} 件あります。入力して絞り込んでください。"),
    overview: "すべての指摘",
    kind: |kind| match kind {
        Kind::Role(_) => kind.role().map_or_else(|| "ロール".to_owned(), |role| role_and_account(&role)),
        Kind::Keys => "アクセスキー".to_owned(),
        Kind::SignOn => "IAM Identity Center".to_owned(),
        Kind::Process => "外部プログラム".to_owned(),
        Kind::Login => "aws login".to_owned(),
        Kind::Settings => "設定のみ".to_owned(),
    },
    state: |worst| match worst {
        Some(Severity::Error) => "エラーあり",
        Some(Severity::Warning) => "警告あり",
        Some(Severity::Hint) => "ヒントあり",
        None => "問題なし",
    },
    pane: "選択したプロファイル",
    all_profiles: "プロファイル一覧",
    overview_title: "すべての指摘",
    overview_hint: "2 つのファイルの指摘を、重大なものから順に表示します。プロファイルを選ぶと、その動作がわかります。",
    nothing_found: "問題はありません。どのプログラムもこのファイルを同じように読み取り、すべてのプロファイルに名前があります。",
    more_places: |count| format!("ほか {count} 件"),
    findings: "指摘",
    no_findings: "問題はありません。",
    long_term: "ファイルに、期限のないアクセスキーがあります。Nanori なら、ファイルなしでこのブラウザーからロールを切り替えられます。",
    long_term_link: "このキーでサインイン",
    cli_refuses: "AWS CLI は、このファイル全体を読み取れません。どの行が原因かは指摘に示しています。",
    cli_says: "AWS CLI はこのプロファイルを使えません",
    resolve_error: resolve::ja,
    at_line: |file, line| format!("{file} の {line} 行目"),
    way_title: "認証情報までの経路",
    origin,
    origin_detail,
    assumes: |profile, account| {
        format!("プロファイル「{profile}」が、アカウント {account} のこのロールを引き受けます")
    },
    nobody: "なし（誰の名前も記録されません）",
    fact_session: "セッション名",
    fact_mfa: "MFA デバイス",
    fact_external_id: "外部 ID",
    fact_duration: "有効時間",
    duration: |seconds, chained| {
        let seconds = seconds.unwrap_or(3600);
        let time = if seconds % 3600 == 0 {
            format!("{} 時間", seconds / 3600)
        } else {
            format!("{} 分", seconds / 60)
        };
        if chained {
            format!("{time}（ロールの認証情報で引き受けるため最長 1 時間）")
        } else {
            time
        }
    },
    record_title: "CloudTrail に記録される内容",
    record_card: |instead| match instead {
        None => "このプロファイルの場合",
        Some(true) => "role_session_name がない場合",
        Some(false) => "あなたの role_session_name を付けた場合",
    },
    recorded: |record| match record {
        Attribution::KeyOwner { access_key_id } => {
            format!("キー {access_key_id} を所有する IAM ユーザーが、そのユーザー名で記録されます。")
        }
        Attribution::SignedInUser => {
            "IAM Identity Center にサインインした人のユーザー名を持つロールセッションとして記録されます。"
                .to_owned()
        }
        _ => "実行環境やプログラムだけが知る認証情報の所有者が記録されます。".to_owned(),
    },
    invented: "名前がないと、ツールが名前を作ります。今なら次のとおりです。",
    table_title: "値の出どころ",
    table_hint: "aws configure list と同じ表示に、プロファイルのほかの設定を加えたものです。キーは伏せています。",
    column_name: "名前",
    column_value: "値",
    column_type: "種類",
    column_location: "場所",
    not_set: "<未設定>",
    known_later: "呼び出したときに決まります",
    edit_in: |file| format!("{file} を編集"),
    edit_whole: |file| format!("{file} 全体を編集"),
    edit_label: |file| format!("{file} の内容"),
    edit_hint: "入力するたびに確認します。秘密の値は番号付きの点で表示しています。そのまま残すことも、移動や上書きもできます。",
    too_large_to_edit: "ファイルが大きいため、全体は編集できません。プロファイルを選んで、そのセクションを編集してください。",
    new_title: "新しいプロファイル",
    source_label: "認証情報の取得元",
    source: |from| match from {
        From::Profile => "自分のキーを持つ別のプロファイル（source_profile）",
        From::Environment => "環境変数（Environment）",
        From::Instance => "EC2 インスタンス（Ec2InstanceMetadata）",
        From::Container => "ECS・EKS のコンテナ（EcsContainer）",
        From::WebIdentity => "ファイル内のトークン（ウェブ ID）",
        From::Process => "プログラム（credential_process）",
    },
    source_note: |from| match from {
        From::Profile => "そのプロファイルのキーでロールを引き受けます。MFA コードは AWS CLI が尋ねます。",
        From::Environment => {
            "実行する環境で AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY を設定します。一時的なキーなら AWS_SESSION_TOKEN も必要です。Rust SDK はプロファイルより先に環境変数のキーを使います。botocore 1.8.1 以降が必要です。"
        }
        From::Instance => {
            "インスタンスにインスタンスプロファイルを関連付け、そのロールにこのロールの引き受けを許可します。セッションは最長 1 時間です。botocore 1.8.1 以降が必要です。"
        }
        From::Container => {
            "タスクまたはポッドにロールが必要です。AWS_CONTAINER_CREDENTIALS_RELATIVE_URI または AWS_CONTAINER_CREDENTIALS_FULL_URI が設定されます。セッションは最長 1 時間です。botocore 1.8.1 以降が必要です。"
        }
        From::WebIdentity => {
            "ID プロバイダーのトークンをファイルに置きます。このプロファイルからは、MFA、外部 ID、有効時間は送られません。"
        }
        From::Process => {
            "プログラムは Version 1 の JSON で認証情報を出力します。シェルを通さずに起動されます。"
        }
    },
    role: "ロールの ARN",
    session_name: "セッション名",
    session_name_hint: "CloudTrail に記録される名前です。あなたの IAM ユーザー名にします。",
    name: "プロファイル名",
    name_hint: "--profile に続けて指定する名前です。",
    source_profile: "source_profile",
    source_profile_hint: "自分のキーがあるプロファイルです。",
    token_file: "トークンのファイルのパス",
    command: "コマンド",
    command_hint: "絶対パスで指定します。",
    mfa: "MFA デバイス",
    external_id: "外部 ID",
    duration_seconds: "有効時間（秒）",
    region: "リージョン",
    field_wrong: |messages, wrong| match wrong {
        Wrong::Missing => "入力してください。".to_owned(),
        Wrong::Identity(error) => (messages.fields().refused)(error),
        Wrong::Profile(error) => profile_error(error),
    },
    bad_name: "プロファイル名は 1〜128 文字で、英数字と - _ / . % @ : + が使えます。",
    add: "追加",
    added: |name| format!("{name} を追加しました。変更を確認して反映してください。"),
    from_saved: "保存したロールから",
    from_imported: "開いた他ツールのファイルから",
    which_roles: "ロールの選択",
    add_chosen: "選んだロールを追加",
    added_many: |count| format!("{count} 件のプロファイルを追加しました。変更を確認して反映してください。"),
    not_made: |count| {
        format!("{count} 件は、すべての SDK が同じように読み取れるプロファイルとして書けませんでした。")
    },
    managed_title: "Nanori が管理するプロファイル",
    managed_hint: "config ファイルの専用のブロックにまとめます。その外側は 1 バイトも変えません。",
    managed_none: "まだありません。",
    remove: |name| format!("{name} を削除"),
    broken_block: "config ファイルの管理ブロックの印が対になっていません。開始と終了が 1 つずつになるように編集してください。",
    no_change: "ファイルはすでにこの内容です。",
    clash: |name, line| {
        format!("「{name}」はすでにファイルの {line} 行目にあります。新しいほうをどうしますか？")
    },
    clash_rename: "別の名前にする",
    clash_leave: "追加しない",
    diff_title: "~/.aws/config の変更点",
    lines_skipped: |count| format!("… {count} 行 …"),
    make_changes: "変更を反映",
    make_changes_hint: "このページの中で反映します。そのあとファイルをダウンロードしてください。",
    merged: "変更を反映しました。ファイルをダウンロードして使ってください。",
    programs_title: "ロールを引き受けるプログラム",
    programs_hint: "セッションを自動で更新し、自分が誰かを表示します。",
    for_whom: "実行するのは",
    for_person: "人",
    for_service: "サービス",
    application: "アプリケーション名",
    application_hint: "セッション名になります。CloudTrail で検索できるように、毎回同じ名前にします。乱数は使いません。",
    language: "言語",
    program: "プログラム",
    program_waits: "ロールと名前を入力すると、プログラムが表示されます。",
    packages: |names| format!("必要なパッケージ: {names}"),
    elsewhere_title: "ほかのプログラムの場合",
    difference: |what| match what {
        What::Refuses(why) => {
            format!("このプロファイルを拒否します。理由: {}。", findings::ja::refusal(why.code()))
        }
        What::Resolves => "このプロファイルから認証情報を取得します。".to_owned(),
        What::OtherOrigin => "最初の認証情報を別の場所から取得します。".to_owned(),
        What::OtherRoles => "別のロールを引き受けます。".to_owned(),
        What::PassesOver(key) => format!("{key} を無視します。"),
        What::SendsOther(key) => format!("{key} に別の値を送ります。"),
        _ => "認証情報のたどり方が異なります。".to_owned(),
    },
    no_difference: "AWS CLI と同じです。",
    picture_title: "2 つのアカウントの関係",
    picture_account: |account| {
        account.map_or_else(|| "呼び出し元のアカウント".to_owned(), |account| format!("アカウント {account}"))
    },
    picture_caller: |service| {
        if service {
            "アプリケーション自身の認証情報"
        } else {
            "あなた（自分のキー）"
        }
    },
    picture_allowed: "このアカウントのポリシーで、ロールへの sts:AssumeRole を許可します。",
    picture_trust: "ロールの信頼ポリシーで、この名前での引き受けを許可します。",
    picture_trust_link: "信頼ポリシーを作成",
    picture_trail: "ロール側の CloudTrail の記録:",
    copy: "コピー",
    copied: "コピーしました。",
};

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Static { profile, .. } => format!("プロファイル「{profile}」のキー"),
        Origin::Source { source, .. } => source_name(*source).to_owned(),
        Origin::Process { .. } => "外部プログラム".to_owned(),
        Origin::Sso { role_name, account_id, .. } => {
            format!("IAM Identity Center（{account_id} の {role_name}）")
        }
        Origin::WebIdentity { role_arn, .. } => format!("ID プロバイダーのトークン（{role_arn}）"),
        Origin::Login { .. } => "aws login によるコンソールのサインイン".to_owned(),
        Origin::Environment => source_name(CredentialSource::Environment).to_owned(),
        Origin::Container => source_name(CredentialSource::EcsContainer).to_owned(),
        Origin::Instance => source_name(CredentialSource::Ec2InstanceMetadata).to_owned(),
        _ => "このファイルに認証情報はありません".to_owned(),
    }
}

const fn source_name(source: CredentialSource) -> &'static str {
    match source {
        CredentialSource::Environment => "環境変数",
        CredentialSource::EcsContainer => "コンテナのロール",
        CredentialSource::Ec2InstanceMetadata => "EC2 インスタンスのロール",
    }
}

fn origin_detail(origin: &Origin) -> String {
    match origin {
        Origin::Static { access_key_id, file, .. } => format!("{} の {access_key_id}", file.default_path()),
        Origin::Source { profile, .. } => {
            format!(
                "プロファイル「{profile}」の credential_source で指定されています。ここでは使えるものとみなします"
            )
        }
        Origin::Process { profile } => format!("プロファイル「{profile}」の credential_process が出力します"),
        Origin::Sso { session: Some(session), .. } => {
            format!("aws sso login --sso-session {session} のあとに使えます")
        }
        Origin::Sso { profile, .. } => format!("aws sso login --profile {profile} のあとに使えます"),
        Origin::WebIdentity { token_file, .. } => format!("トークンは {token_file} にあります"),
        Origin::Login { session, .. } => session.clone(),
        Origin::Nothing => "プログラムは続けて、環境変数、コンテナ、EC2 インスタンスを探します。".to_owned(),
        _ => String::new(),
    }
}

fn profile_error(error: &ProfileError) -> String {
    match error {
        ProfileError::Name => JA.bad_name.to_owned(),
        ProfileError::Unquotable { .. } => {
            "すべての SDK が同じように読み取れるとは限らない文字が含まれています。".to_owned()
        }
        ProfileError::Conflict { name: "source_profile", .. } => {
            "プロファイル自身を source_profile にすることはできません。".to_owned()
        }
        ProfileError::Conflict { name: "duration_seconds", .. } => {
            "ロールの認証情報を使う場合、AWS が許す有効時間は最長 3600 秒です。".to_owned()
        }
        ProfileError::Conflict { with: "terraform", .. } => {
            "Terraform は MFA コードを尋ねられません。デバイスを空にするか、先にサインインしてください。"
                .to_owned()
        }
        ProfileError::Conflict { with, .. } => format!("{with} とは併用できません。"),
        _ => "書き出せません。".to_owned(),
    }
}
