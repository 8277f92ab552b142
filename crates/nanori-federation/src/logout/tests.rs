use super::*;

fn issuer() -> Issuer {
    Issuer::portal(&"https://portal.example.com".parse().unwrap())
}

#[test]
fn aws_goes_back_to_where_it_is_told_in_one_partition_only() {
    let logout = |region: &str| {
        let logout = Logout::back_to(&SigninEndpoint::regional(region.parse().unwrap()), &issuer());
        (logout.url().to_owned(), logout.comes_back())
    };
    assert_eq!(
        logout("eu-west-1"),
        (
            "https://us-east-1.signin.aws.amazon.com/oauth?Action=logout&redirect_uri=https%3A%2F%2Fportal.example.com%2F"
                .to_owned(),
            true
        )
    );
    assert_eq!(
        logout("cn-north-1"),
        ("https://cn-north-1.signin.amazonaws.cn/oauth?Action=logout".to_owned(), false)
    );
}

#[test]
fn a_stand_in_signs_out_on_its_own_origin() {
    let endpoint =
        SigninEndpoint::local(&"http://127.0.0.1:4566".parse().unwrap(), "eu-west-1".parse().unwrap());
    let home = Destination::page(&endpoint, crate::ConsolePage::HOME);
    assert_eq!(
        Logout::on_to(&endpoint, &home).url(),
        "http://127.0.0.1:4566/oauth?Action=logout&redirect_uri=http%3A%2F%2F127.0.0.1%3A4566%2Fconsole%2Fhome%3Fregion%3Deu-west-1"
    );
}
