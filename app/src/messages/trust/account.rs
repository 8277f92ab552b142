//! A whole account as a table.

use nanori_trust::check::NameRule;

use crate::state::trust::inventory::Show;

/// Text of the table and of how it is come by.
pub struct Account {
    pub title: &'static str,
    pub lead: &'static str,
    pub command: &'static str,
    pub drop: &'static str,
    pub choose_file: &'static str,
    pub choose_folder: &'static str,
    pub reading: fn(usize) -> String,
    pub read: fn(usize, u64) -> String,
    pub none: &'static str,
    pub strange: fn(usize) -> String,
    pub enforced: fn(usize, usize) -> String,
    pub enforced_why: &'static str,
    pub nobody: &'static str,
    pub roles: &'static str,
    pub services: &'static str,
    pub grave: &'static str,
    pub unreadable: &'static str,
    pub show: &'static str,
    pub show_of: fn(Show) -> &'static str,
    pub search: &'static str,
    pub shown: fn(usize, usize) -> String,
    pub more: fn(usize) -> String,
    pub column_role: &'static str,
    pub column_who: &'static str,
    pub column_names: &'static str,
    pub column_findings: &'static str,
    pub everybody: &'static str,
    pub conditional: &'static str,
    pub and_more: fn(usize) -> String,
    pub by_aws: &'static str,
    pub csv: &'static str,
    pub open: fn(&str) -> String,
    pub again: &'static str,
}

pub const EN: Account = Account {
    title: "A whole account",
    lead: "Drop what this command writes, a folder of trust policies, or the output of list-roles. It is read in this page.",
    command: "aws iam get-account-authorization-details --filter Role > account.json",
    drop: "Drop files or a folder here",
    choose_file: "Choose files",
    choose_folder: "Choose a folder",
    reading: |percent| format!("Reading: {percent} %"),
    read: |roles, ms| format!("{roles} roles read in {ms} ms."),
    none: "No roles were found. The files must be JSON with roles or trust policies in it.",
    strange: |count| {
        if count == 1 {
            "1 file holds no roles and was left out.".into()
        } else {
            format!("{count} files hold no roles and were left out.")
        }
    },
    enforced: |enforced, of| format!("Names enforced on {enforced} of {of} roles"),
    enforced_why: "Of the roles that people can enter: those for AWS’s services only, and for nobody, do not count.",
    nobody: "People can enter none of these roles",
    roles: "roles in all",
    services: "for services or nobody",
    grave: "with errors",
    unreadable: "not readable",
    show: "Show",
    show_of: |show| match show {
        Show::All => "All",
        Show::Nameless => "Names not enforced",
        Show::Grave => "With errors",
    },
    search: "Role, account or principal",
    shown: |shown, of| format!("{shown} of {of} roles"),
    more: |count| format!("Show {count} more"),
    column_role: "Role",
    column_who: "Who can enter",
    column_names: "Names",
    column_findings: "Findings",
    everybody: "everybody",
    conditional: "with conditions",
    and_more: |count| format!("and {count} more"),
    by_aws: "kept by AWS",
    csv: "Download as CSV",
    open: |name| format!("Check the trust policy of {name}"),
    again: "Read other files",
};

pub const JA: Account = Account {
    title: "アカウント全体",
    lead: "次のコマンドの出力、信頼ポリシーのフォルダー、または list-roles の出力をドロップしてください。このページの中で読み込みます。",
    command: "aws iam get-account-authorization-details --filter Role > account.json",
    drop: "ファイルまたはフォルダーをここにドロップ",
    choose_file: "ファイルを選ぶ",
    choose_folder: "フォルダーを選ぶ",
    reading: |percent| format!("読み込み中：{percent}%"),
    read: |roles, ms| format!("{roles} 個のロールを {ms} ミリ秒で読み込みました。"),
    none: "ロールが見つかりませんでした。ロールまたは信頼ポリシーを含む JSON のファイルが必要です。",
    strange: |count| format!("ロールを含まない {count} 個のファイルは除きました。"),
    enforced: |enforced, of| format!("{of} 個のうち {enforced} 個のロールで名前が強制されています"),
    enforced_why: "人が入れるロールが対象です。AWS サービス専用のロールと、誰も入れないロールは数えません。",
    nobody: "人が入れるロールはありません",
    roles: "ロール合計",
    services: "サービス専用・誰も入れない",
    grave: "エラーあり",
    unreadable: "読み取れない",
    show: "表示",
    show_of: |show| match show {
        Show::All => "すべて",
        Show::Nameless => "名前が強制されていない",
        Show::Grave => "エラーあり",
    },
    search: "ロール、アカウント、プリンシパル",
    shown: |shown, of| format!("{of} 個中 {shown} 個のロール"),
    more: |count| format!("さらに {count} 個を表示"),
    column_role: "ロール",
    column_who: "入れる相手",
    column_names: "名前",
    column_findings: "検出結果",
    everybody: "全員",
    conditional: "条件付き",
    and_more: |count| format!("ほか {count}"),
    by_aws: "AWS が管理",
    csv: "CSV でダウンロード",
    open: |name| format!("{name} の信頼ポリシーを検査"),
    again: "別のファイルを読み込む",
};

pub fn names_en(rule: Option<NameRule>) -> &'static str {
    match rule {
        Some(NameRule::UserName) => "enforced: the user name",
        Some(NameRule::Pinned) => "enforced: a given name",
        Some(NameRule::Partly) => "partly enforced",
        Some(NameRule::Open) => "not enforced",
        Some(NameRule::ServicesOnly) => "services only",
        Some(NameRule::FederatedOnly) => "provider’s people, any name",
        Some(NameRule::Nobody) => "nobody enters",
        None => "not readable",
    }
}

pub fn names_ja(rule: Option<NameRule>) -> &'static str {
    match rule {
        Some(NameRule::UserName) => "強制（ユーザー名）",
        Some(NameRule::Pinned) => "強制（決まった名前）",
        Some(NameRule::Partly) => "一部だけ強制",
        Some(NameRule::Open) => "強制なし",
        Some(NameRule::ServicesOnly) => "サービス専用",
        Some(NameRule::FederatedOnly) => "プロバイダーの利用者（名前は任意）",
        Some(NameRule::Nobody) => "誰も入れない",
        None => "読み取れない",
    }
}
