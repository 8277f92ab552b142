use super::Step;

#[test]
fn steps_go_round_the_ends() {
    for (step, place, count, next) in [
        (Step::Down, None, 3, Some(0)),
        (Step::Up, None, 3, Some(0)),
        (Step::Down, Some(1), 3, Some(2)),
        (Step::Down, Some(2), 3, Some(0)),
        (Step::Up, Some(0), 3, Some(2)),
        (Step::Up, Some(2), 3, Some(1)),
        (Step::Down, Some(0), 1, Some(0)),
        (Step::Down, None, 0, None),
    ] {
        assert_eq!(step.from(place, count), next);
    }
}
