//! Names of fields, and what is wrong with the value of one.

use nanori_identity::{Field, IdentityError};
use nanori_sts::StsError;

/// Names of fields and sentences about them.
pub struct Fields {
    pub refused: fn(&IdentityError) -> String,
    pub refused_by_sts: fn(&StsError) -> String,
}

pub static EN: Fields = Fields { refused: refused_en, refused_by_sts: refused_by_sts_en };
pub static JA: Fields = Fields { refused: refused_ja, refused_by_sts: refused_by_sts_ja };

fn name_en(field: Field) -> &'static str {
    match field {
        Field::AccountId => "The account",
        Field::Arn => "The ARN",
        Field::RoleArn => "The role ARN",
        Field::RoleName => "The role name",
        Field::RolePath => "The path",
        Field::Partition => "The partition",
        Field::Region => "The region",
        Field::RoleSessionName => "The session name",
        Field::SourceIdentity => "The source identity",
        Field::ExternalId => "The external ID",
        Field::SerialNumber => "The MFA device",
        Field::TokenCode => "The code",
        Field::DurationSeconds => "The duration",
        Field::TagKey => "The tag key",
        Field::TagValue => "The tag value",
        Field::AccessKeyId => "The access key ID",
        Field::SecretAccessKey => "The secret access key",
        Field::SessionToken => "The session token",
        _ => "The value",
    }
}

fn name_ja(field: Field) -> &'static str {
    match field {
        Field::AccountId => "アカウント",
        Field::Arn => "ARN",
        Field::RoleArn => "ロールの ARN",
        Field::RoleName => "ロール名",
        Field::RolePath => "パス",
        Field::Partition => "パーティション",
        Field::Region => "リージョン",
        Field::RoleSessionName => "セッション名",
        Field::SourceIdentity => "ソース ID",
        Field::ExternalId => "外部 ID",
        Field::SerialNumber => "MFA デバイス",
        Field::TokenCode => "コード",
        Field::DurationSeconds => "有効時間",
        Field::TagKey => "タグのキー",
        Field::TagValue => "タグの値",
        Field::AccessKeyId => "アクセスキー ID",
        Field::SecretAccessKey => "シークレットアクセスキー",
        Field::SessionToken => "セッショントークン",
        _ => "値",
    }
}

fn refused_en(error: &IdentityError) -> String {
    let subject = error.field().map_or("The value", name_en);
    match error {
        IdentityError::Length { min, max, found: 0, .. } => {
            format!("{subject} is missing ({min} to {max} characters).")
        }
        IdentityError::Length { min, max, found, .. } => {
            format!("{subject} has {found} characters; it must have {min} to {max}.")
        }
        IdentityError::Character { found: Some(character), .. } => {
            format!("{subject} contains “{character}”, which AWS does not accept there.")
        }
        IdentityError::Character { .. } => {
            format!("{subject} contains a character that AWS does not accept there.")
        }
        IdentityError::Form { field, .. } => match field {
            Field::AccountId => "The account is a number of twelve digits.".into(),
            Field::RoleArn | Field::Arn => {
                "This is not the ARN of a role. One looks like arn:aws:iam::222222222222:role/admin_role."
                    .into()
            }
            Field::Region => "This is not a region. One looks like ap-northeast-1.".into(),
            Field::TokenCode => "The code has exactly six digits.".into(),
            Field::RolePath => "A path looks like / or /team/data/.".into(),
            _ => format!("{subject} does not have the right form."),
        },
        IdentityError::Range { min, max, .. } => format!("{subject} must be between {min} and {max}."),
        IdentityError::IsolatedPartition { partition } => {
            format!("{partition} is an isolated partition without a public console. Nanori cannot reach it.")
        }
        IdentityError::UnknownPartition { partition } => format!("AWS has no partition “{partition}”."),
        IdentityError::RegionOutsidePartition { region, actual, expected } => {
            format!("{region} belongs to {actual}, the role to {expected}.")
        }
        IdentityError::Reserved { prefix, .. } => {
            format!("{subject} must not begin with {prefix}, which AWS keeps for itself.")
        }
        IdentityError::DuplicateTag { key } => {
            format!("The tag key “{key}” stands twice. Upper and lower case count as the same.")
        }
        IdentityError::TooMany { max, .. } => format!("There are too many; AWS accepts {max}."),
        IdentityError::RootUser { .. } => "The root user cannot switch roles.".into(),
        _ => format!("{subject} is not accepted."),
    }
}

fn refused_ja(error: &IdentityError) -> String {
    let subject = error.field().map_or("値", name_ja);
    match error {
        IdentityError::Length { min, max, found: 0, .. } => {
            format!("{subject}を入力してください（{min}〜{max} 文字）。")
        }
        IdentityError::Length { min, max, found, .. } => {
            format!("{subject}は {min}〜{max} 文字です（現在 {found} 文字）。")
        }
        IdentityError::Character { found: Some(character), .. } => {
            format!("{subject}に、AWS が受け付けない文字「{character}」が含まれています。")
        }
        IdentityError::Character { .. } => format!("{subject}に、AWS が受け付けない文字が含まれています。"),
        IdentityError::Form { field, .. } => match field {
            Field::AccountId => "アカウントは 12 桁の数字です。".into(),
            Field::RoleArn | Field::Arn => {
                "ロールの ARN ではありません。例：arn:aws:iam::222222222222:role/admin_role".into()
            }
            Field::Region => "リージョンではありません。例：ap-northeast-1".into(),
            Field::TokenCode => "コードは 6 桁の数字です。".into(),
            Field::RolePath => "パスは / や /team/data/ の形です。".into(),
            _ => format!("{subject}の形式が正しくありません。"),
        },
        IdentityError::Range { min, max, .. } => format!("{subject}は {min} から {max} までです。"),
        IdentityError::IsolatedPartition { partition } => {
            format!(
                "{partition} は公開コンソールのない隔離パーティションのため、Nanori からは利用できません。"
            )
        }
        IdentityError::UnknownPartition { partition } => {
            format!("AWS に「{partition}」というパーティションはありません。")
        }
        IdentityError::RegionOutsidePartition { region, actual, expected } => {
            format!("{region} は {actual} のリージョンで、ロールは {expected} にあります。")
        }
        IdentityError::Reserved { prefix, .. } => {
            format!("{subject}を {prefix} で始めることはできません（AWS が予約）。")
        }
        IdentityError::DuplicateTag { key } => {
            format!("タグのキー「{key}」が重複しています。大文字と小文字は区別されません。")
        }
        IdentityError::TooMany { max, .. } => format!("多すぎます。AWS が受け付けるのは {max} 件までです。"),
        IdentityError::RootUser { .. } => "ルートユーザーはロールをスイッチできません。".into(),
        _ => format!("{subject}を受け付けられません。"),
    }
}

fn refused_by_sts_en(error: &StsError) -> String {
    match error {
        StsError::PolicyCharacter { position } => {
            format!("The character at place {} is not accepted in a policy.", position + 1)
        }
        StsError::PolicyTooLong { found, max } => {
            format!("Policy and policy ARNs have {found} characters together; AWS accepts {max}.")
        }
        StsError::NotAPolicyArn { arn } => format!("“{arn}” is not the ARN of a policy."),
        StsError::ForeignPolicyArn { arn } => format!("“{arn}” belongs to another account than the role."),
        StsError::TooMany { found, max, .. } => format!("There are {found}; AWS accepts {max}."),
        _ => "AWS does not accept this.".into(),
    }
}

fn refused_by_sts_ja(error: &StsError) -> String {
    match error {
        StsError::PolicyCharacter { position } => {
            format!("{} 文字目の文字はポリシーに使えません。", position + 1)
        }
        StsError::PolicyTooLong { found, max } => {
            format!("ポリシーとポリシーの ARN の合計が {found} 文字です。AWS の上限は {max} 文字です。")
        }
        StsError::NotAPolicyArn { arn } => format!("「{arn}」はポリシーの ARN ではありません。"),
        StsError::ForeignPolicyArn { arn } => format!("「{arn}」はロールとは別のアカウントのものです。"),
        StsError::TooMany { found, max, .. } => format!("{found} 件あります。AWS の上限は {max} 件です。"),
        _ => "AWS が受け付けない値です。".into(),
    }
}
