use proptest::prelude::*;

use super::*;

#[test]
fn members_come_in_the_order_of_their_numbers() {
    let parameters =
        Parameters::parse(b"T.member.10=c&T.member.2=b&T.member.1=a&T.member.x=no&Tx.member.1=no");
    assert_eq!(parameters.list("T"), ["a", "b", "c"]);
    let pairs = Parameters::parse(b"T.member.2.K=b&T.member.1.K=a&T.member.1.V=1&T.member.3.V=lost");
    assert_eq!(pairs.pairs("T", "K", "V"), [("a", "1"), ("b", "")]);
}

#[test]
fn the_last_of_a_repeated_parameter_counts() {
    assert_eq!(Parameters::parse(b"A=1&A=2").text("A"), Some("2"));
}

proptest! {
    #[test]
    fn what_is_encoded_is_read_back(name in "[A-Za-z.0-9]{1,20}", value in any::<String>()) {
        let form = form_urlencoded::Serializer::new(String::new()).append_pair(&name, &value).finish();
        let parameters = Parameters::parse(form.as_bytes());
        prop_assert_eq!(parameters.text(&name), Some(value.as_str()));
    }
}
