use super::*;

fn role() -> RoleArn {
    "arn:aws:iam::222222222222:role/team/a/admin_role".parse().unwrap()
}

#[test]
fn policies_of_the_role_s_account_and_of_aws_suit() {
    for (arn, suits) in [
        ("arn:aws:iam::222222222222:policy/read", true),
        ("arn:aws:iam::222222222222:policy/team/read", true),
        ("arn:aws:iam::aws:policy/ReadOnlyAccess", true),
        ("arn:aws:iam::111111111111:policy/read", false),
        ("arn:aws-cn:iam::222222222222:policy/read", false),
    ] {
        assert_eq!(arn.parse::<PolicyArn>().unwrap().suits(&role()), suits, "{arn}");
    }
}

#[test]
fn what_is_no_managed_policy_is_refused() {
    for arn in [
        "arn:aws:iam::222222222222:role/read",
        "arn:aws:iam::222222222222:policy/",
        "arn:aws:iam::222222222222:policy/team/",
        "arn:aws:iam:::policy/read",
        "arn:aws:iam:us-east-1:222222222222:policy/read",
        "arn:aws:s3::222222222222:policy/read",
        "read",
    ] {
        assert_eq!(arn.parse::<PolicyArn>().unwrap_err().code(), "not-a-policy-arn", "{arn}");
    }
}

#[test]
fn counts_and_characters_are_held() {
    let arn: PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess".parse().unwrap();
    assert!(PolicyArns::new(vec![arn.clone(); 10]).is_ok());
    assert_eq!(
        PolicyArns::new(vec![arn; 11]).unwrap_err().to_string(),
        "11 PolicyArns, at most 10 are allowed"
    );
    let key: TransitiveTagKey = "team".parse().unwrap();
    assert!(TransitiveTagKeys::new(vec![key.clone(); 50]).is_ok());
    assert!(TransitiveTagKeys::new(vec![key; 51]).is_err());

    assert!("{\n\t\"Version\": \"2012-10-17\"\r\n}é".parse::<SessionPolicy>().is_ok());
    assert!("x".repeat(2048).parse::<SessionPolicy>().is_ok());
    assert_eq!("x".repeat(2049).parse::<SessionPolicy>().unwrap_err().code(), "policy-too-long");
    assert_eq!("".parse::<SessionPolicy>().unwrap_err().code(), "policy-too-long");
    assert_eq!("{管}".parse::<SessionPolicy>(), Err(StsError::PolicyCharacter { position: 1 }));
    assert_eq!("\0".parse::<SessionPolicy>(), Err(StsError::PolicyCharacter { position: 0 }));
}
