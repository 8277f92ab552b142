use super::*;

#[test]
fn a_region_knows_its_partition() {
    let partition =
        |name: &str| name.parse::<Region>().map(|region| region.partition().id()).map_err(|e| e.code());
    assert_eq!(partition("us-east-1"), Ok("aws"));
    assert_eq!(partition("ap-northeast-1"), Ok("aws"));
    assert_eq!(partition("mx-central-1"), Ok("aws"));
    assert_eq!(partition("us-gov-west-1"), Ok("aws-us-gov"));
    assert_eq!(partition("cn-north-1"), Ok("aws-cn"));
    assert_eq!(partition("eusc-de-east-1"), Ok("aws-eusc"));
    assert_eq!(partition("us-iso-east-1"), Err("isolated-partition"));
    assert_eq!(partition("us-isob-east-1"), Err("isolated-partition"));
}

#[test]
fn what_could_break_out_of_a_host_name_is_no_region() {
    for text in [
        "",
        "us",
        "us-east",
        "us-east-1.evil.com",
        "us-east-1/",
        "US-EAST-1",
        "us--1",
        "xx-east-1",
        "us-east-1 ",
        "@us-east-1",
        "us-east-123",
    ] {
        assert!(text.parse::<Region>().is_err(), "{text}");
    }
}

#[test]
fn a_default_region_is_a_region_of_its_partition() {
    for partition in Partition::ALL {
        let region = Region::default_of(partition);
        assert_eq!(region.as_str().parse::<Region>().as_ref(), Ok(&region));
    }
}

#[test]
fn a_region_of_another_partition_is_refused() {
    let region: Region = "cn-north-1".parse().unwrap();
    assert_eq!(
        region.within(Partition::Aws).unwrap_err().to_string(),
        "region cn-north-1 belongs to partition aws-cn, not aws"
    );
}
