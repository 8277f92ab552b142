use super::*;

#[test]
fn a_problem_is_rfc_9457() {
    let problem =
        Problem::new(ProblemCode::NameNotBound, "req-1").with("bound", "work_api").with("asked", "root");
    insta::assert_snapshot!(serde_json::to_string_pretty(&problem).unwrap(), @r#"
    {
      "type": "urn:nanori:problem:name-not-bound",
      "title": "Not your session name",
      "status": 403,
      "code": "name-not-bound",
      "request_id": "req-1",
      "params": {
        "asked": "root",
        "bound": "work_api"
      }
    }
    "#);
}

#[test]
fn codes_are_unique_and_travel_both_ways() {
    let mut seen = std::collections::BTreeSet::new();
    for code in ProblemCode::ALL {
        assert!(seen.insert(code.as_str()), "{}", code.as_str());
        let json = serde_json::to_string(code).unwrap();
        assert_eq!(json, format!("\"{}\"", code.as_str()));
        assert_eq!(serde_json::from_str::<ProblemCode>(&json).unwrap(), *code);
        assert!((400..600).contains(&code.status()));
    }
}
