use super::Context;

#[test]
fn keys_have_no_case() {
    let mut context = Context::new();
    context.set("aws:SourceIp", ["203.0.113.7"]);
    assert_eq!(context.value("AWS:sourceip"), Some("203.0.113.7"));
    context.set("AWS:SOURCEIP", ["203.0.113.8"]);
    assert_eq!(context.values("aws:SourceIp"), Some(["203.0.113.8".to_owned()].as_slice()));
    assert_eq!(context.iter().count(), 1);
}

#[test]
fn no_values_means_absent() {
    let mut context = Context::new();
    context.set("aws:TagKeys", ["a", "b"]);
    assert_eq!(context.value("aws:TagKeys"), None);
    context.set("aws:TagKeys", [""; 0]);
    assert_eq!(context.values("aws:TagKeys"), None);
}
