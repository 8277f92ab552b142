use proptest::prelude::*;

use super::mfa_digits;

#[track_caller]
fn check(typed: &str, digits: &str) {
    assert_eq!(mfa_digits(typed), digits);
}

#[test]
fn digits_come_out_of_what_people_paste() {
    check("123456", "123456");
    check("123 456", "123456");
    check("123-456\n", "123456");
    check("１２３４５６", "123456");
    check("１２３　４５６", "123456");
    check("Your code: 987654.", "987654");
    check("1234567890", "123456");
    check("12a4", "124");
    check("", "");
    check("١٢٣٤٥٦", "");
}

proptest! {
    #[test]
    fn at_most_six_plain_digits_come_out(typed in ".*") {
        let digits = mfa_digits(&typed);
        prop_assert!(digits.len() <= 6 && digits.bytes().all(|b| b.is_ascii_digit()));
        prop_assert_eq!(mfa_digits(&digits), digits.clone());
    }
}
