use super::*;

fn hours(hours: u64) -> SessionDuration {
    SessionDuration::from_seconds(hours * 3600).unwrap()
}

fn seconds(plan: DurationPlan) -> (u32, Option<u32>) {
    (plan.credentials().seconds(), plan.console().map(SessionDuration::seconds))
}

#[test]
fn the_console_s_duration_is_asked_for_with_a_user_s_own_key_only() {
    assert_eq!(seconds(DurationPlan::new(hours(12), SignedBy::OwnKey)), (43_200, Some(43_200)));
    assert_eq!(seconds(DurationPlan::new(hours(12), SignedBy::UserSession)), (43_200, None));
    assert_eq!(seconds(DurationPlan::new(hours(12), SignedBy::RoleSession)), (3_600, None));
    assert_eq!(DurationPlan::new(hours(12), SignedBy::RoleSession).cap(), Some(DurationCap::Chaining));
    assert_eq!(DurationPlan::new(hours(1), SignedBy::RoleSession).cap(), None);
    assert_eq!(
        DurationPlan::new(SessionDuration::MIN, SignedBy::RoleSession).credentials(),
        SessionDuration::MIN
    );
}

#[test]
fn a_refusal_for_the_role_s_maximum_goes_down_in_round_steps() {
    let mut plan = DurationPlan::new(hours(12), SignedBy::OwnKey);
    let mut asked = Vec::new();
    while let Some(next) = plan.after_refusal(DurationCap::RoleMaximum, false) {
        asked.push(next.credentials().seconds());
        assert_eq!(next.console(), Some(hours(12)), "the console may outlast the credentials");
        assert_eq!(next.cap(), Some(DurationCap::RoleMaximum));
        plan = next;
    }
    assert_eq!(asked, [28_800, 14_400, 7_200, 3_600]);
    assert_eq!(plan.console_lasts(), hours(12));
}

#[test]
fn a_code_that_works_once_is_not_spent_on_guesses() {
    let plan = DurationPlan::new(hours(12), SignedBy::UserSession);
    let next = plan.after_refusal(DurationCap::RoleMaximum, true).unwrap();
    assert_eq!((next.credentials(), next.console_lasts()), (hours(1), hours(1)));
    assert_eq!(next.after_refusal(DurationCap::RoleMaximum, true), None);
}

#[test]
fn a_refusal_for_chaining_shows_a_chain() {
    let plan = DurationPlan::new(hours(8), SignedBy::OwnKey);
    let next = plan.after_refusal(DurationCap::Chaining, false).unwrap();
    assert_eq!(seconds(next), (3_600, None));
    assert_eq!(next.cap(), Some(DurationCap::Chaining));
    assert_eq!(
        DurationPlan::new(hours(1), SignedBy::OwnKey).after_refusal(DurationCap::Chaining, false),
        None
    );
}

#[test]
fn who_signs_follows_from_caller_and_key() {
    let user: Principal = "arn:aws:iam::111111111111:user/work_api".parse().unwrap();
    let session: Principal = "arn:aws:sts::111111111111:assumed-role/jump/work_api".parse().unwrap();
    assert_eq!(SignedBy::of(&user, false), SignedBy::OwnKey);
    assert_eq!(SignedBy::of(&user, true), SignedBy::UserSession);
    assert_eq!(SignedBy::of(&session, true), SignedBy::RoleSession);
}
