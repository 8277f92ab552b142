//! Writing policies from a form.

use nanori_trust::generate::{FormError, Output};

use crate::state::trust::writing::{NameChoice, Way};

/// Text of the form and of what comes of it.
pub struct Write {
    pub who: &'static str,
    pub way: &'static str,
    pub way_of: fn(Way) -> &'static str,
    pub way_why: fn(Way) -> &'static str,
    pub role: &'static str,
    pub role_hint: &'static str,
    pub people: &'static str,
    pub people_hint: &'static str,
    pub broker: &'static str,
    pub provider: &'static str,
    pub audience: &'static str,
    pub audience_hint: &'static str,
    pub must: &'static str,
    pub name: &'static str,
    pub name_of: fn(NameChoice) -> &'static str,
    pub name_tag: &'static str,
    pub source_identity: &'static str,
    pub source_identity_hint: &'static str,
    pub mfa: &'static str,
    pub mfa_hint: &'static str,
    pub mfa_minutes: &'static str,
    pub external_id: &'static str,
    pub name_patterns: &'static str,
    pub name_patterns_hint: &'static str,
    pub session_tags: &'static str,
    pub principal_tags: &'static str,
    pub tags_hint: &'static str,
    pub addresses: &'static str,
    pub until: &'static str,
    pub until_hint: &'static str,
    pub hours: &'static str,
    pub hours_any: &'static str,
    pub hours_count: fn(u8) -> String,
    pub result: &'static str,
    pub waiting: &'static str,
    pub trust: &'static str,
    pub trust_why: &'static str,
    pub identity: &'static str,
    pub identity_why: &'static str,
    pub identity_none: &'static str,
    pub formats: &'static str,
    pub format: fn(Output) -> &'static str,
    pub copy: &'static str,
    pub equals: &'static str,
    pub equals_why: &'static str,
    pub explain: &'static str,
}

pub const EN: Write = Write {
    who: "Who",
    way: "How people come",
    way_of: |way| match way {
        Way::OwnKeys => "With their own keys",
        Way::Broker => "By way of a broker",
        Way::Provider => "From an identity provider",
    },
    way_why: |way| match way {
        Way::OwnKeys => "AWS itself compares the session name with the IAM user name of whoever signs.",
        Way::Broker => {
            "The broker says who it is; the policy holds session name and source identity together, so that nobody is nameless."
        }
        Way::Provider => {
            "The provider’s signed token says who it is; the policy compares the session name with it."
        }
    },
    role: "Role",
    role_hint: "Its ARN. The role need not exist yet.",
    people: "Who may enter",
    people_hint: "Account numbers, or ARNs of users and roles, one a line.",
    broker: "ARN of the broker’s role or user",
    provider: "ARN of the identity provider",
    audience: "Client ID",
    audience_hint: "For which application tokens must have been issued.",
    must: "What must hold",
    name: "The session name must be",
    name_of: |name| match name {
        NameChoice::UserName => "the IAM user name",
        NameChoice::PrincipalTag => "a tag of the caller",
        NameChoice::Subject => "the token’s subject",
        NameChoice::SourceIdentity => "the source identity",
        NameChoice::Any => "anything",
    },
    name_tag: "Key of the tag",
    source_identity: "Set the source identity to the same name",
    source_identity_hint: "It stays with the session through every further role.",
    mfa: "Demand MFA",
    mfa_hint: "Long-term keys without a code are refused.",
    mfa_minutes: "Given within minutes",
    external_id: "External ID",
    name_patterns: "Patterns of session names",
    name_patterns_hint: "With * and ?, one a line. The name must fit one of them, too.",
    session_tags: "Session tags to be sent",
    principal_tags: "Tags that callers must have",
    tags_hint: "key=value, one a line.",
    addresses: "Addresses they may come from",
    until: "Until",
    until_hint: "2026-12-31 or 2026-12-31T18:00:00Z; in UTC.",
    hours: "Longest session",
    hours_any: "As the role has it",
    hours_count: |hours| if hours == 1 { "1 hour".into() } else { format!("{hours} hours") },
    result: "Policies",
    waiting: "Say which role and who may enter it, and the policies stand here.",
    trust: "For the role: its trust policy",
    trust_why: "Attach it to the role in the account that is entered.",
    identity: "For the people: their own policy",
    identity_why: "Attach it to the users, groups or roles that enter. From another account AWS asks for both.",
    identity_none: "People of an identity provider need no policy of their own.",
    formats: "Written as",
    format: |output| match output {
        Output::Json => "JSON",
        Output::Terraform => "Terraform",
        Output::CloudFormationYaml => "CloudFormation YAML",
        Output::CloudFormationJson => "CloudFormation JSON",
        Output::CdkTypeScript => "CDK TypeScript",
        Output::AwsCli => "AWS CLI",
    },
    copy: "Copy",
    equals: "Why StringEquals and not StringLike?",
    equals_why: "Older articles write StringLike. It takes a * or ? in a value as a wildcard, and one added by mistake lets other people’s names pass. StringEquals accepts one text and nothing else; both mind upper and lower case, and both fill in ${aws:username}.",
    explain: "Explain this trust policy",
};

pub const JA: Write = Write {
    who: "誰が",
    way: "入り方",
    way_of: |way| match way {
        Way::OwnKeys => "自分のキーで",
        Way::Broker => "ブローカー経由で",
        Way::Provider => "ID プロバイダーから",
    },
    way_why: |way| match way {
        Way::OwnKeys => "署名した IAM ユーザーの名前とセッション名を、AWS 自身が照合します。",
        Way::Broker => {
            "誰であるかはブローカーが示します。ポリシーはセッション名とソース ID を一致させ、名無しを防ぎます。"
        }
        Way::Provider => {
            "誰であるかはプロバイダーの署名付きトークンが示します。ポリシーはセッション名をそれと照合します。"
        }
    },
    role: "ロール",
    role_hint: "ARN を入力します。まだなくても構いません。",
    people: "入れる相手",
    people_hint: "アカウント番号、またはユーザーやロールの ARN を 1 行に 1 つずつ。",
    broker: "ブローカーのロールまたはユーザーの ARN",
    provider: "ID プロバイダーの ARN",
    audience: "クライアント ID",
    audience_hint: "トークンの宛先となるアプリケーション。",
    must: "条件",
    name: "セッション名",
    name_of: |name| match name {
        NameChoice::UserName => "IAM ユーザー名と同じ",
        NameChoice::PrincipalTag => "呼び出し元のタグと同じ",
        NameChoice::Subject => "トークンの subject と同じ",
        NameChoice::SourceIdentity => "ソース ID と同じ",
        NameChoice::Any => "任意",
    },
    name_tag: "タグのキー",
    source_identity: "ソース ID も同じ名前にする",
    source_identity_hint: "ロールを乗り継いでもセッションに残ります。",
    mfa: "MFA を必須にする",
    mfa_hint: "コードのない長期のアクセスキーは拒否されます。",
    mfa_minutes: "コードの有効時間（分）",
    external_id: "外部 ID",
    name_patterns: "セッション名のパターン",
    name_patterns_hint: "* と ? を使い、1 行に 1 つずつ。名前はどれかに合う必要があります。",
    session_tags: "送るべきセッションタグ",
    principal_tags: "呼び出し元が持つべきタグ",
    tags_hint: "キー=値 を 1 行に 1 つずつ。",
    addresses: "接続元のアドレス",
    until: "期限",
    until_hint: "2026-12-31 または 2026-12-31T18:00:00Z（UTC）。",
    hours: "セッションの最長時間",
    hours_any: "ロールの設定のまま",
    hours_count: |hours| format!("{hours} 時間"),
    result: "ポリシー",
    waiting: "ロールと入れる相手を入力すると、ここにポリシーが表示されます。",
    trust: "ロールに付ける信頼ポリシー",
    trust_why: "入る先のアカウントのロールに付けます。",
    identity: "入る人に付けるポリシー",
    identity_why: "入るユーザー、グループまたはロールに付けます。別のアカウントからの場合、AWS は両方を求めます。",
    identity_none: "ID プロバイダーの利用者に、自身のポリシーは要りません。",
    formats: "形式",
    format: |output| match output {
        Output::Json => "JSON",
        Output::Terraform => "Terraform",
        Output::CloudFormationYaml => "CloudFormation YAML",
        Output::CloudFormationJson => "CloudFormation JSON",
        Output::CdkTypeScript => "CDK TypeScript",
        Output::AwsCli => "AWS CLI",
    },
    copy: "コピー",
    equals: "StringLike ではなく StringEquals を使う理由",
    equals_why: "古い記事では StringLike が使われています。StringLike は値の * や ? をワイルドカードとして扱うため、誤って加えると他人の名前も通します。StringEquals は 1 つの文字列だけを通します。どちらも大文字と小文字を区別し、${aws:username} を展開します。",
    explain: "この信頼ポリシーを説明する",
};

pub fn fault_en(error: &FormError) -> String {
    match error {
        FormError::Nobody => "Say who may enter.".into(),
        FormError::NoUserName { who } => format!(
            "{who} is no IAM user and has no user name: nobody could enter. Demand a tag instead, or leave the role out."
        ),
        FormError::NoSubject { who } => format!("{who} brings no token with a subject."),
        FormError::NoTags { who } => format!("People of {who} have no tags of an IAM user or role."),
        FormError::NoMfa { who } => {
            format!("Sessions of {who} carry no MFA that AWS knows of: nobody could enter.")
        }
        FormError::NoExternalId { who } => {
            format!("People of {who} send no external ID: nobody could enter.")
        }
        FormError::BadValue { value, .. } => format!("AWS does not take “{value}” there."),
        FormError::SourceIdentityWithoutName => "Say which name the source identity must be.".into(),
        other => other.to_string(),
    }
}

pub fn fault_ja(error: &FormError) -> String {
    match error {
        FormError::Nobody => "入れる相手を入力してください。".into(),
        FormError::NoUserName { who } => format!(
            "{who} は IAM ユーザーではなくユーザー名がないため、誰も入れなくなります。タグを条件にするか、このロールを外してください。"
        ),
        FormError::NoSubject { who } => format!("{who} は subject を持つトークンを使いません。"),
        FormError::NoTags { who } => format!("{who} の利用者には IAM ユーザーやロールのタグがありません。"),
        FormError::NoMfa { who } => {
            format!("{who} のセッションには AWS の知る MFA がないため、誰も入れなくなります。")
        }
        FormError::NoExternalId { who } => {
            format!("{who} の利用者は外部 ID を送らないため、誰も入れなくなります。")
        }
        FormError::BadValue { value, .. } => format!("AWS はここに「{value}」を受け付けません。"),
        FormError::SourceIdentityWithoutName => "ソース ID をどの名前にするかを選んでください。".into(),
        other => other.to_string(),
    }
}
