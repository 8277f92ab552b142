//! The page of profile files, apart from what is wrong in them ([`super::findings`]).

mod resolve;

use nanori_identity::RoleArn;
use nanori_profile::{Attribution, CredentialSource, Origin, ProfileError, ResolveError, Severity};

use super::Messages;
use crate::state::profiles::{
    intake::IntakeError,
    new_profile::{From, Wrong},
    review::Kind,
};

/// Text of the page.
pub struct Profiles {
    pub title: &'static str,
    pub lead: &'static str,
    pub stays_here: &'static str,
    pub open_title: &'static str,
    pub open_more: &'static str,
    pub drop: &'static str,
    pub drop_hint: &'static str,
    pub choose_files: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub paste_hint: &'static str,
    pub paste_read: &'static str,
    pub begin: &'static str,
    pub intake_error: fn(&str, Option<&IntakeError>) -> String,
    pub unusable_roles: fn(usize) -> String,
    pub forget: &'static str,
    pub forgotten: &'static str,
    pub undo: &'static str,
    pub own_name: &'static str,
    pub own_name_hint: &'static str,
    pub view: &'static str,
    pub view_read: &'static str,
    pub view_add: &'static str,
    pub view_programs: &'static str,
    pub sheet_state: fn(usize, usize, usize) -> String,
    pub sheet_changed: &'static str,
    pub download: &'static str,
    pub download_file: fn(&str) -> String,
    pub downloaded: &'static str,
    pub list_title: &'static str,
    pub search: &'static str,
    pub found: fn(usize) -> String,
    pub more: fn(usize) -> String,
    pub overview: &'static str,
    pub kind: fn(&Kind) -> String,
    pub state: fn(Option<Severity>) -> &'static str,
    pub pane: &'static str,
    pub all_profiles: &'static str,
    pub overview_title: &'static str,
    pub overview_hint: &'static str,
    pub nothing_found: &'static str,
    pub more_places: fn(usize) -> String,
    pub findings: &'static str,
    pub no_findings: &'static str,
    pub long_term: &'static str,
    pub long_term_link: &'static str,
    pub cli_refuses: &'static str,
    pub cli_says: &'static str,
    pub resolve_error: fn(&ResolveError) -> String,
    pub at_line: fn(&str, u32) -> String,
    pub way_title: &'static str,
    pub origin: fn(&Origin) -> String,
    pub origin_detail: fn(&Origin) -> String,
    pub assumes: fn(&str, &str) -> String,
    pub nobody: &'static str,
    pub fact_session: &'static str,
    pub fact_mfa: &'static str,
    pub fact_external_id: &'static str,
    pub fact_duration: &'static str,
    pub duration: fn(Option<i64>, bool) -> String,
    pub record_title: &'static str,
    pub record_card: fn(Option<bool>) -> &'static str,
    pub recorded: fn(&Attribution) -> String,
    pub invented: &'static str,
    pub table_title: &'static str,
    pub table_hint: &'static str,
    pub column_name: &'static str,
    pub column_value: &'static str,
    pub column_type: &'static str,
    pub column_location: &'static str,
    pub not_set: &'static str,
    pub known_later: &'static str,
    pub edit_in: fn(&str) -> String,
    pub edit_whole: fn(&str) -> String,
    pub edit_label: fn(&str) -> String,
    pub edit_hint: &'static str,
    pub too_large_to_edit: &'static str,
    pub new_title: &'static str,
    pub source_label: &'static str,
    pub source: fn(From) -> &'static str,
    pub source_note: fn(From) -> &'static str,
    pub role: &'static str,
    pub session_name: &'static str,
    pub session_name_hint: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub source_profile: &'static str,
    pub source_profile_hint: &'static str,
    pub token_file: &'static str,
    pub command: &'static str,
    pub command_hint: &'static str,
    pub mfa: &'static str,
    pub external_id: &'static str,
    pub duration_seconds: &'static str,
    pub region: &'static str,
    pub field_wrong: fn(&'static Messages, &Wrong) -> String,
    pub bad_name: &'static str,
    pub add: &'static str,
    pub added: fn(&str) -> String,
    pub from_saved: &'static str,
    pub from_imported: &'static str,
    pub which_roles: &'static str,
    pub add_chosen: &'static str,
    pub added_many: fn(usize) -> String,
    pub not_made: fn(usize) -> String,
    pub managed_title: &'static str,
    pub managed_hint: &'static str,
    pub managed_none: &'static str,
    pub remove: fn(&str) -> String,
    pub broken_block: &'static str,
    pub no_change: &'static str,
    pub clash: fn(&str, u32) -> String,
    pub clash_rename: &'static str,
    pub clash_leave: &'static str,
    pub diff_title: &'static str,
    pub lines_skipped: fn(usize) -> String,
    pub make_changes: &'static str,
    pub make_changes_hint: &'static str,
    pub merged: &'static str,
    pub programs_title: &'static str,
    pub programs_hint: &'static str,
    pub for_whom: &'static str,
    pub for_person: &'static str,
    pub for_service: &'static str,
    pub application: &'static str,
    pub application_hint: &'static str,
    pub language: &'static str,
    pub program: &'static str,
    pub program_waits: &'static str,
    pub packages: fn(&str) -> String,
    pub copy: &'static str,
    pub copied: &'static str,
}

pub static EN: Profiles = Profiles {
    title: "Profiles",
    lead: "Open your AWS profile files: see what each profile does, under whose name, and why one does not work. Fix them, add to them, take them back.",
    stays_here: "The files are read in this page. They are not sent anywhere, nothing of them is stored, and leaving the page forgets them.",
    open_title: "Open files",
    open_more: "Open files",
    drop: "Drop ~/.aws/config and ~/.aws/credentials here",
    drop_hint: "Also: AWS Extend Switch Roles texts, files with additions of aws-vault, Granted or Leapp, and what aws configure export-credentials prints.",
    choose_files: "Choose files",
    paste: "Paste text instead",
    paste_label: "Text of a file",
    paste_hint: "Shown as dots, since it may hold keys.",
    paste_read: "Read it",
    begin: "No file yet? Begin with an empty one",
    intake_error: |name, error| {
        let what = if name.is_empty() { "The text".to_owned() } else { format!("“{name}”") };
        match error {
            None => format!("{what} is larger than 16 MB or could not be read."),
            Some(IntakeError::Empty) => format!("{what} is empty."),
            Some(IntakeError::Unreadable(ProfileError::NotUtf8 { place, .. })) => {
                format!(
                    "{what} is not UTF-8: line {}, column {}. Save it as UTF-8 and open it again.",
                    place.line, place.column
                )
            }
            Some(_) => format!("{what} holds no profiles, roles or credentials that Nanori knows."),
        }
    },
    unusable_roles: |count| format!("{count} sections named no role that can be used."),
    forget: "Forget these files",
    forgotten: "The files are forgotten.",
    undo: "Undo",
    own_name: "Your session name",
    own_name_hint: "Your IAM user name, as CloudTrail should record it. Signed in, Nanori knows it.",
    view: "What to do",
    view_read: "Understand",
    view_add: "Add profiles",
    view_programs: "Programs",
    sheet_state: |errors, warnings, hints| match (errors, warnings, hints) {
        (0, 0, 0) => "Nothing to report".to_owned(),
        _ => [(errors, "error"), (warnings, "warning"), (hints, "hint")]
            .map(|(n, noun)| counted(n, noun))
            .join(", "),
    },
    sheet_changed: " · changed, not downloaded yet",
    download: "Download",
    download_file: |name| format!("Download {name}"),
    downloaded: "Downloaded.",
    list_title: "Profiles",
    search: "Find a profile",
    found: |count| format!("{count} profiles"),
    more: |count| format!("{count} more: type to find one."),
    overview: "All findings",
    kind: |kind| match kind {
        Kind::Role(_) => kind.role().map_or_else(|| "a role".to_owned(), |role| role_and_account(&role)),
        Kind::Keys => "keys".to_owned(),
        Kind::SignOn => "IAM Identity Center".to_owned(),
        Kind::Process => "a program".to_owned(),
        Kind::Login => "aws login".to_owned(),
        Kind::Settings => "settings only".to_owned(),
    },
    state: |worst| match worst {
        Some(Severity::Error) => "has errors",
        Some(Severity::Warning) => "has warnings",
        Some(Severity::Hint) => "has hints",
        None => "nothing to report",
    },
    pane: "The chosen profile",
    all_profiles: "All profiles",
    overview_title: "All findings",
    overview_hint: "Of both files, the worst first. Choose a profile to see what it does.",
    nothing_found: "Nothing to report: every program reads these files alike, and every profile names somebody.",
    more_places: |count| format!("and {count} more"),
    findings: "Findings",
    no_findings: "Nothing to report.",
    long_term: "A key that never ends lies in your file. Nanori can switch roles with it from this browser, without a file.",
    long_term_link: "Sign in with it",
    cli_refuses: "The AWS CLI refuses to read these files as a whole. The findings say at which line.",
    cli_says: "The AWS CLI refuses this profile",
    resolve_error: resolve::en,
    at_line: |file, line| format!("{file}, line {line}"),
    way_title: "The way to its credentials",
    origin: origin_en,
    origin_detail: origin_detail_en,
    assumes: |profile, account| format!("Profile “{profile}” assumes this role in account {account}"),
    nobody: "none: names nobody",
    fact_session: "Session name",
    fact_mfa: "MFA device",
    fact_external_id: "External ID",
    fact_duration: "Lasts",
    duration: |seconds, chained| {
        let seconds = seconds.unwrap_or(3600);
        let time = if seconds % 3600 == 0 {
            format!("{} h", seconds / 3600)
        } else {
            format!("{} min", seconds / 60)
        };
        if chained { format!("{time} (at most 1 h: assumed with a role's credentials)") } else { time }
    },
    record_title: "What CloudTrail will record",
    record_card: |instead| match instead {
        None => "With this profile",
        Some(true) => "Without role_session_name",
        Some(false) => "With your role_session_name",
    },
    recorded: |record| match record {
        Attribution::KeyOwner { access_key_id } => {
            format!("The IAM user that owns the key {access_key_id}, under the user's own name.")
        }
        Attribution::SignedInUser => {
            "A role session that bears the user name of whoever signed in at IAM Identity Center.".to_owned()
        }
        _ => "Whoever owns the credentials that only the machine or the program knows.".to_owned(),
    },
    invented: "Without a name, each tool makes one up. At this moment it would be:",
    table_title: "Where each value comes from",
    table_hint: "As aws configure list shows it, with the profile's other settings. Keys are masked.",
    column_name: "Name",
    column_value: "Value",
    column_type: "Type",
    column_location: "Location",
    not_set: "<not set>",
    known_later: "known once the call is made",
    edit_in: |file| format!("Edit in {file}"),
    edit_whole: |file| format!("Edit {file}"),
    edit_label: |file| format!("Text of {file}"),
    edit_hint: "Checked as you type. Secrets are behind numbered dots: leave these, move them or write over them.",
    too_large_to_edit: "The file is too large to be edited as a whole. Choose a profile and edit its section.",
    new_title: "New profile",
    source_label: "Its credentials come from",
    source: |from| match from {
        From::Profile => "another profile, with your own key (source_profile)",
        From::Environment => "environment variables (Environment)",
        From::Instance => "an EC2 instance (Ec2InstanceMetadata)",
        From::Container => "a container on ECS or EKS (EcsContainer)",
        From::WebIdentity => "a token in a file (web identity)",
        From::Process => "a program (credential_process)",
    },
    source_note: |from| match from {
        From::Profile => {
            "The role is assumed with the keys of that profile; the AWS CLI asks for the MFA code."
        }
        From::Environment => {
            "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where the program runs, for temporary keys AWS_SESSION_TOKEN too. The Rust SDK takes such keys before any profile. Needs botocore 1.8.1 or later."
        }
        From::Instance => {
            "Attach an instance profile to the instance: its role must be allowed to assume this one. Sessions last at most an hour. Needs botocore 1.8.1 or later."
        }
        From::Container => {
            "The task or pod must have a role, which sets AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI. Sessions last at most an hour. Needs botocore 1.8.1 or later."
        }
        From::WebIdentity => {
            "The identity provider's token must lie in the file. MFA, external ID and duration are not forwarded from such a profile."
        }
        From::Process => {
            "The program prints credentials as JSON with Version 1. It is started without a shell."
        }
    },
    role: "Role ARN",
    session_name: "Session name",
    session_name_hint: "The name that CloudTrail records: your IAM user name.",
    name: "Profile name",
    name_hint: "What follows --profile.",
    source_profile: "Source profile",
    source_profile_hint: "The profile that holds your own key.",
    token_file: "Path of the token's file",
    command: "Command",
    command_hint: "With its whole path.",
    mfa: "MFA device",
    external_id: "External ID",
    duration_seconds: "Duration in seconds",
    region: "Region",
    field_wrong: |messages, wrong| match wrong {
        Wrong::Missing => "This is missing.".to_owned(),
        Wrong::Identity(error) => (messages.fields().refused)(error),
        Wrong::Profile(error) => profile_error_en(error),
    },
    bad_name: "A profile name has 1 to 128 letters, digits or - _ / . % @ : +.",
    add: "Add",
    added: |name| format!("{name} is added. See the changes and make them."),
    from_saved: "From your saved roles",
    from_imported: "From the opened file of another tool",
    which_roles: "Which roles",
    add_chosen: "Add the chosen ones",
    added_many: |count| format!("{count} profiles are added. See the changes and make them."),
    not_made: |count| {
        format!("{count} of them could not be written as a profile that every SDK reads alike.")
    },
    managed_title: "Profiles that Nanori manages",
    managed_hint: "They stand in a block of their own in the config file. Everything outside of it stays as it is, byte for byte.",
    managed_none: "None yet.",
    remove: |name| format!("Remove {name}"),
    broken_block: "The marks of the managed block in the config file do not pair. Edit the file so that there is one beginning and one end.",
    no_change: "The file is already like this.",
    clash: |name, line| {
        format!("“{name}” stands in line {line} of your file already. What shall happen to the new one?")
    },
    clash_rename: "Give it another name",
    clash_leave: "Leave it out",
    diff_title: "Changes of ~/.aws/config",
    lines_skipped: |count| format!("… {count} lines …"),
    make_changes: "Make these changes",
    make_changes_hint: "Here in the page; then download the file.",
    merged: "The changes are made. Download the file to use it.",
    programs_title: "A program that assumes a role",
    programs_hint: "It renews the session by itself and prints who it is.",
    for_whom: "Who runs it",
    for_person: "A person",
    for_service: "A service",
    application: "Name of the application",
    application_hint: "The session name: the same at every start, so that CloudTrail can be searched by it. Never a random one.",
    language: "Language",
    program: "The program",
    program_waits: "Fill in role and name to see the program.",
    packages: |names| format!("Needs: {names}"),
    copy: "Copy",
    copied: "Copied.",
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
    origin: origin_ja,
    origin_detail: origin_detail_ja,
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
        Wrong::Profile(error) => profile_error_ja(error),
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
    copy: "コピー",
    copied: "コピーしました。",
};

fn origin_en(origin: &Origin) -> String {
    match origin {
        Origin::Static { profile, .. } => format!("Keys of profile “{profile}”"),
        Origin::Source { source, .. } => source_en(*source).to_owned(),
        Origin::Process { .. } => "A program".to_owned(),
        Origin::Sso { role_name, account_id, .. } => {
            format!("IAM Identity Center: {role_name} in {account_id}")
        }
        Origin::WebIdentity { role_arn, .. } => format!("A token of an identity provider, for {role_arn}"),
        Origin::Login { .. } => "A console sign-in by aws login".to_owned(),
        Origin::Environment => source_en(CredentialSource::Environment).to_owned(),
        Origin::Container => source_en(CredentialSource::EcsContainer).to_owned(),
        Origin::Instance => source_en(CredentialSource::Ec2InstanceMetadata).to_owned(),
        _ => "No credentials in these files".to_owned(),
    }
}

const fn source_en(source: CredentialSource) -> &'static str {
    match source {
        CredentialSource::Environment => "Variables of the environment",
        CredentialSource::EcsContainer => "The role of the container",
        CredentialSource::Ec2InstanceMetadata => "The role of the EC2 instance",
    }
}

fn origin_detail_en(origin: &Origin) -> String {
    match origin {
        Origin::Static { access_key_id, file, .. } => format!("{access_key_id} in {}", file.default_path()),
        Origin::Source { profile, .. } => {
            format!("Named by credential_source of profile “{profile}”; taken for granted here")
        }
        Origin::Process { profile } => format!("credential_process of profile “{profile}” prints them"),
        Origin::Sso { session: Some(session), .. } => format!("After aws sso login --sso-session {session}"),
        Origin::Sso { profile, .. } => format!("After aws sso login --profile {profile}"),
        Origin::WebIdentity { token_file, .. } => format!("The token lies in {token_file}"),
        Origin::Login { session, .. } => session.clone(),
        Origin::Nothing => {
            "Programs go on looking: in the environment, in a container, on an EC2 instance.".to_owned()
        }
        _ => String::new(),
    }
}

fn origin_ja(origin: &Origin) -> String {
    match origin {
        Origin::Static { profile, .. } => format!("プロファイル「{profile}」のキー"),
        Origin::Source { source, .. } => source_ja(*source).to_owned(),
        Origin::Process { .. } => "外部プログラム".to_owned(),
        Origin::Sso { role_name, account_id, .. } => {
            format!("IAM Identity Center（{account_id} の {role_name}）")
        }
        Origin::WebIdentity { role_arn, .. } => format!("ID プロバイダーのトークン（{role_arn}）"),
        Origin::Login { .. } => "aws login によるコンソールのサインイン".to_owned(),
        Origin::Environment => source_ja(CredentialSource::Environment).to_owned(),
        Origin::Container => source_ja(CredentialSource::EcsContainer).to_owned(),
        Origin::Instance => source_ja(CredentialSource::Ec2InstanceMetadata).to_owned(),
        _ => "このファイルに認証情報はありません".to_owned(),
    }
}

const fn source_ja(source: CredentialSource) -> &'static str {
    match source {
        CredentialSource::Environment => "環境変数",
        CredentialSource::EcsContainer => "コンテナのロール",
        CredentialSource::Ec2InstanceMetadata => "EC2 インスタンスのロール",
    }
}

fn origin_detail_ja(origin: &Origin) -> String {
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

fn profile_error_en(error: &ProfileError) -> String {
    match error {
        ProfileError::Name => EN.bad_name.to_owned(),
        ProfileError::Unquotable { .. } => {
            "This holds a character that not every SDK reads alike in a profile file.".to_owned()
        }
        ProfileError::Conflict { name: "source_profile", .. } => {
            "A profile cannot be its own source here.".to_owned()
        }
        ProfileError::Conflict { name: "duration_seconds", .. } => {
            "With credentials of a role, AWS allows at most 3600 seconds.".to_owned()
        }
        ProfileError::Conflict { with: "terraform", .. } => {
            "Terraform cannot ask for an MFA code. Leave the device out, or sign in before.".to_owned()
        }
        ProfileError::Conflict { with, .. } => format!("This cannot be used with {with}."),
        _ => "This cannot be written.".to_owned(),
    }
}

fn profile_error_ja(error: &ProfileError) -> String {
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

fn role_and_account(role: &RoleArn) -> String {
    format!("{} · {}", role.name(), role.account())
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
