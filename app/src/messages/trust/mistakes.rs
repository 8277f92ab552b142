//! For what IAM refuses a policy.

use nanori_trust::Error;

use super::words::{Row, Said, asking, said};
use crate::state::settings::Language;

/// What is said about a mistake.
pub fn mistake(error: &Error, language: Language) -> Said {
    let params = match error {
        Error::UnknownElement { .. }
        | Error::UnknownEffect { .. }
        | Error::UnknownPrincipalKind { .. }
        | Error::UnknownOperator { .. } => asking(error.params(), language),
        _ => error.params(),
    };
    said(ROWS, error.code(), &params, language)
}

#[rustfmt::skip]
pub static ROWS: &[Row] = &[
    ("json_empty", ["There is nothing here", "Paste a policy."], ["何もありません", "ポリシーを貼り付けてください。"]),
    ("json_unexpected_end", ["The document ends too early", "A closing brace, bracket or quotation mark is missing."], ["途中で終わっています", "閉じる波かっこ、角かっこ、または引用符がありません。"]),
    ("json_trailing_text", ["The document goes on after its end", "Remove what stands after the last brace."], ["終わりの後に続きがあります", "最後の波かっこの後を取り除いてください。"]),
    ("json_value_expected", ["A value is missing here", "Text stands in double quotation marks, a list in brackets."], ["ここに値がありません", "文字列は二重引用符で、リストは角かっこで囲みます。"]),
    ("json_key_expected", ["A key in double quotation marks is missing here", "JSON takes no other quotation marks and no comments."], ["ここに二重引用符で囲んだキーがありません", "JSON では他の引用符やコメントは使えません。"]),
    ("json_colon_expected", ["A colon is missing here", "It stands between a key and its value."], ["ここにコロンがありません", "キーと値の間に入れます。"]),
    ("json_comma_or_brace_expected", ["A comma or a closing brace is missing here", "Members of an object are separated by commas."], ["ここにコンマか閉じる波かっこがありません", "オブジェクトの要素はコンマで区切ります。"]),
    ("json_comma_or_bracket_expected", ["A comma or a closing bracket is missing here", "Items of a list are separated by commas."], ["ここにコンマか閉じる角かっこがありません", "リストの要素はコンマで区切ります。"]),
    ("json_trailing_comma", ["A comma too many", "Nothing follows this comma. Remove it."], ["コンマが余分です", "このコンマの後に何もありません。取り除いてください。"]),
    ("json_control_character", ["A line break or tab inside text", "Write it as \\n or \\t."], ["文字列の中に改行またはタブがあります", "\\n または \\t と書いてください。"]),
    ("json_bad_escape", ["This escape does not exist", "After a backslash, JSON takes one of \" \\ / b f n r t u."], ["このエスケープはありません", "バックスラッシュの後に書けるのは \" \\ / b f n r t u のいずれかです。"]),
    ("json_bad_number", ["This is not a number", "Write it in digits, or put it in quotation marks."], ["数値ではありません", "数字で書くか、引用符で囲んでください。"]),
    ("too_deep", ["Nested too deeply", "No policy needs that many levels."], ["入れ子が深すぎます", "ポリシーにこれほどの階層は要りません。"]),
    ("too_large", ["Too large", "This is far larger than any trust policy can be."], ["大きすぎます", "信頼ポリシーの上限をはるかに超えています。"]),
    ("duplicate_key", ["“{0}” stands twice", "IAM refuses the policy. Join the two."], ["「{0}」が 2 回あります", "IAM はこのポリシーを拒否します。1 つにまとめてください。"]),
    ("wrong_type", ["{0} takes {1}, not {2}", "Write a value of that type."], ["{0} に書けるのは {1} で、{2} ではありません", "その型の値を書いてください。"]),
    ("unknown_element", ["There is no element “{0}”", "Upper and lower case matter. {1}"], ["要素「{0}」はありません", "大文字と小文字は区別されます。{1}"]),
    ("missing", ["{0} is missing", "IAM refuses the policy without it."], ["{0} がありません", "これがないと IAM はポリシーを拒否します。"]),
    ("exclusive", ["{0} and {1} exclude each other", "Keep one of them."], ["{0} と {1} は同時に使えません", "どちらか一方にしてください。"]),
    ("not_allowed_here", ["{0} has no place here", "A trust policy has no Resource: the role that it belongs to is the resource. A policy of a user has no Principal."], ["{0} はここには書けません", "信頼ポリシーは付いているロール自体が対象なので Resource は書けません。ユーザーのポリシーに Principal は書けません。"]),
    ("empty_element", ["{0} is empty", "Fill it in or remove it."], ["{0} が空です", "値を書くか、取り除いてください。"]),
    ("unknown_version", ["There is no policy language version “{0}”", "It is 2012-10-17 (or the older 2008-10-17): not a date of your own."], ["ポリシー言語のバージョン「{0}」はありません", "2012-10-17（古いものは 2008-10-17）です。任意の日付ではありません。"]),
    ("unknown_effect", ["There is no effect “{0}”", "It is Allow or Deny, written exactly so. {1}"], ["効果「{0}」はありません", "Allow か Deny です。大文字・小文字もこのとおりに書きます。{1}"]),
    ("bad_sid", ["The Sid “{0}” has characters that IAM does not take", "Letters and digits only, without spaces."], ["Sid「{0}」に使えない文字があります", "半角の英字と数字だけが使えます。空白は使えません。"]),
    ("duplicate_sid", ["The Sid “{0}” stands twice", "Each statement needs its own."], ["Sid「{0}」が 2 回あります", "ステートメントごとに別のものにしてください。"]),
    ("bad_action", ["“{0}” is not an action", "An action looks like sts:AssumeRole."], ["「{0}」はアクションではありません", "アクションは sts:AssumeRole のように書きます。"]),
    ("bad_resource", ["“{0}” is not a resource", "A resource is an ARN or *."], ["「{0}」はリソースではありません", "ARN または * を書きます。"]),
    ("unknown_principal_kind", ["There is no kind of principal “{0}”", "It is AWS, Federated, Service or CanonicalUser. {1}"], ["プリンシパルの種類「{0}」はありません", "AWS、Federated、Service、CanonicalUser のいずれかです。{1}"]),
    ("bad_principal", ["“{0}” names nobody", "Write an account number, or the ARN of an account, user, role or session."], ["「{0}」は誰も指していません", "アカウント番号か、アカウント、ユーザー、ロール、セッションの ARN を書いてください。"]),
    ("wildcard_principal", ["“{0}” has a wildcard", "A principal is named in full, or is * alone. For patterns use the condition aws:PrincipalArn."], ["「{0}」にワイルドカードがあります", "プリンシパルは全体を書くか、* だけを書きます。パターンには条件 aws:PrincipalArn を使ってください。"]),
    ("unknown_operator", ["There is no condition operator “{0}”", "See the list of operators. {1}"], ["条件演算子「{0}」はありません", "演算子の一覧を確認してください。{1}"]),
    ("bad_condition_key", ["“{0}” is not a condition key", "A key looks like sts:RoleSessionName."], ["「{0}」は条件キーではありません", "キーは sts:RoleSessionName のように書きます。"]),
];
