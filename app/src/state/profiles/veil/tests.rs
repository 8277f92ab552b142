use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Veil, masked};

const FILE: &str = "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\r\n\
    # aws_session_token: old/token==\naws_secert_acces_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n\
    aws_session_token =\n  first\n  second\nweb_identity_token_file = /run/token\n";

#[test]
fn every_secret_is_behind_a_mark() {
    let (shown, veil) = Veil::over(FILE);
    assert_snapshot!(shown.replace('\r', ""), @r"
    [default]
    aws_access_key_id = AKIAIOSFODNN7EXAMPLE
    aws_secret_access_key = ••••••••‹1›
    # aws_session_token: ••••••••‹2›
    aws_secert_acces_key=••••••••‹3›
    aws_session_token =
      ••••••••‹4›
      ••••••••‹5›
    web_identity_token_file = /run/token
    ");
    assert_eq!(*veil.lift(&shown), FILE);
    assert!(!masked(FILE).contains("wJalr") && !masked(FILE).contains("second"));
}

#[test]
fn lines_may_end_as_on_old_machines() {
    let text = "[a]\rregion = x\raws_secret_access_key = one\raws_session_token =\r\n  two\r\nregion = y";
    let (shown, veil) = Veil::over(text);
    assert!(!shown.contains("one") && !shown.contains("two") && shown.contains("region = y"), "{shown:?}");
    assert_eq!(*veil.lift(&shown), text);
}

#[test]
fn marks_move_with_the_text() {
    let (_, veil) = Veil::over("[a]\naws_session_token = one\n[b]\naws_session_token = two\n");
    assert_eq!(*veil.lift("[b] ••••••••‹2› ••••••••‹7› •••••••• x"), "[b] two ••••••••‹7› •••••••• x");
}

proptest! {
    #[test]
    fn lifting_gives_the_text_back(text in "((aws_session_token|secret|x)( ?[=:] ?)[a-z•‹›0-9 ]{0,6}|  [a-z]{0,3}|#?\\PC{0,5})?([\r\n]{0,2}(secret|x)=\\PC{0,5})?") {
        let (shown, veil) = Veil::over(&text);
        prop_assume!(!text.contains('•'));
        let lifted = veil.lift(&shown);
        prop_assert_eq!(lifted.as_str(), text.as_str());
    }
}
