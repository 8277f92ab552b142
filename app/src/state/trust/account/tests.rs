use super::*;

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}}"#;

fn account(roles: usize) -> String {
    let role = |index| {
        format!(
            r#"{{"RoleName":"r{index}","Arn":"arn:aws:iam::222222222222:role/r{index}","AssumeRolePolicyDocument":{POLICY}}}"#
        )
    };
    format!(r#"{{"RoleDetailList":[{}]}}"#, (0..roles).map(role).collect::<Vec<_>>().join(","))
}

#[test]
fn slices_of_any_size_find_the_same() {
    let read = |slice| {
        let mut reading = Reading::new(
            vec![
                ("account.json".into(), account(7)),
                ("notes.txt".into(), "hello".into()),
                ("one.json".into(), POLICY.into()),
            ],
            Setting::default(),
        );
        let mut before = 0.0;
        while reading.step(slice) {
            assert!(reading.progress() >= before);
            before = reading.progress();
        }
        assert!((before - 1.0).abs() < f64::EPSILON);
        assert_eq!(reading.strange(), ["notes.txt"]);
        (reading.entries, reading.summary)
    };
    let whole = read(100);
    assert_eq!((whole.1.roles, whole.1.for_people, whole.1.enforced), (8, 8, 0));
    assert_eq!(whole.0.last().unwrap().row.name, "one.json");
    assert_eq!(read(1), whole);
    assert_eq!(read(3), whole);
}

#[test]
fn a_role_leads_back_to_its_policy() {
    let mut reading = Reading::new(vec![("account.json".into(), account(2))], Setting::default());
    while reading.step(1) {}
    assert_eq!(reading.policy(&reading.entries[1]).as_deref(), Some(POLICY));
}

#[test]
fn nothing_dropped_is_done_at_once() {
    let mut reading = Reading::new(Vec::new(), Setting::default());
    assert!(!reading.step(10));
}
