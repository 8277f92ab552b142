use super::*;

#[test]
fn six_ascii_digits_and_nothing_else() {
    assert_eq!("012345".parse::<MfaCode>().unwrap().expose_digits(), "012345");
    for text in ["", "12345", "1234567", "12345a", "１２３４５６", " 123456", "+12345"] {
        assert_eq!(text.parse::<MfaCode>().unwrap_err().code(), "form");
    }
    assert_eq!(format!("{:?}", "012345".parse::<MfaCode>().unwrap()), "MfaCode(redacted)");
}

#[test]
fn a_virtual_device_names_its_account() {
    let serial = MfaSerial::proposed(Partition::Aws, &"111111111111".parse().unwrap(), "work_api").unwrap();
    assert_eq!(serial.as_str(), "arn:aws:iam::111111111111:mfa/work_api");
    assert_eq!(serial.account().unwrap().as_str(), "111111111111");
    assert_eq!("GAHT12345678".parse::<MfaSerial>().unwrap().account(), None);
    assert!("short".parse::<MfaSerial>().is_err());
}
