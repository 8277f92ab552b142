//! What CloudTrail will record, beside what a nameless tool would have left.

/// Text of the comparison.
pub struct Record {
    pub title: &'static str,
    pub lead: &'static str,
    pub yours: &'static str,
    pub nameless: &'static str,
    pub answer: &'static str,
    pub answer_yours: fn(&str, &str) -> String,
    pub answer_nameless: &'static str,
    pub console_note: &'static str,
}

pub static EN: Record = Record {
    title: "What CloudTrail will record",
    lead: "Every event of yours in the target account bears this as userIdentity.arn.",
    yours: "With Nanori",
    nameless: "With a tool that sends no name",
    answer: "Who did this?",
    answer_yours: |name, account| format!("{name}, of account {account}"),
    answer_nameless: "Anybody who may use the role",
    console_note: "This is what boto3 and the AWS CLI leave when a profile has no role_session_name.",
};

pub static JA: Record = Record {
    title: "CloudTrail に記録される内容",
    lead: "スイッチ先のアカウントでのすべての操作に、userIdentity.arn として記録されます。",
    yours: "Nanori の場合",
    nameless: "名前を送らないツールの場合",
    answer: "誰がしたか",
    answer_yours: |name, account| format!("アカウント {account} の {name}"),
    answer_nameless: "ロールを使える人の誰か",
    console_note: "プロファイルに role_session_name がないとき、boto3 と AWS CLI が残す名前です。",
};
