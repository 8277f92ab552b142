use super::*;

#[test]
fn values_are_sorted_by_name_and_the_last_one_stands() {
    let mut params = Params::new();
    for (name, value) in [("b", "1"), ("a", "2"), ("c", "3"), ("b", "4")] {
        params.insert(name.to_owned(), value.to_owned());
    }
    let json = serde_json::to_string(&params).unwrap();
    assert_eq!(json, r#"{"a":"2","b":"4","c":"3"}"#);
    assert_eq!(serde_json::from_str::<Params>(&json).unwrap(), params);
    assert_eq!((params.get("b").map(String::as_str), params.get("d")), (Some("4"), None));
    assert!(serde_json::from_str::<Params>(r#"{"a":1}"#).is_err());
}
