use proptest::prelude::*;

use super::*;

const ROLE: &str = "arn:aws:iam::222222222222:role/team/a/admin_role";

#[track_caller]
fn check(query: &str, expected: &str) {
    let found = DeepLink::read(query).map_or_else(
        |error| error.code().to_owned(),
        |link| {
            let region = link.region.as_ref().map_or("-", Region::as_str);
            format!("{} {region} {}", link.role.name(), link.target.as_ref().map_or("-", Target::as_str))
        },
    );
    assert_eq!(found, expected, "{query}");
}

#[test]
fn reads_role_region_and_page() {
    check(&format!("?role={ROLE}"), "admin_role - -");
    check(&format!("role={ROLE}&region=eu-west-1&destination=s3"), "admin_role eu-west-1 s3");
    check(
        &format!("destination=https%3A%2F%2Fconsole.aws.amazon.com%2Fx%3Fy%3Dz&role={ROLE}"),
        "admin_role - https://console.aws.amazon.com/x?y=z",
    );
}

#[test]
fn a_link_that_is_not_wholly_understood_is_not_followed() {
    check("", "missing-parameter");
    check("role=", "form");
    check("role=admin", "form");
    check(&format!("role={ROLE}&role={ROLE}"), "duplicate-parameter");
    check(&format!("role={ROLE}&Role={ROLE}"), "duplicate-parameter");
    check(&format!("role={ROLE}&session=alice"), "unknown-parameter");
    check(&format!("Role={ROLE}"), "unknown-parameter");
    check(&format!("role={ROLE}&region=cn-north-1"), "region-outside-partition");
    check(&format!("role={ROLE}&region=mars"), "form");
    check(&format!("role={ROLE}&destination=nowhere"), "unknown-page");
    check(&format!("role={ROLE}&destination=javascript%3Aalert(1)"), "unknown-page");
    check(&format!("role={ROLE}&destination=https%3A%2F%2Fa%5C"), "not-an-address");
    check(&format!("role={ROLE}&destination=%ff"), "encoding");
    check(&"x".repeat(4097), "too-long");
}

#[test]
fn an_address_is_checked_when_it_is_used() {
    let endpoint = SigninEndpoint::regional("eu-west-1".parse().unwrap());
    let target = Target::read("https://evil.example/").unwrap();
    assert_eq!(target.resolve(&endpoint).unwrap_err().code(), "foreign-destination");
    let page = Target::read("iam").unwrap().resolve(&endpoint).unwrap();
    assert_eq!(page.as_str(), "https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1");
}

#[test]
fn the_issuer_is_the_link_itself() {
    let portal: Origin = "https://portal.example.com".parse().unwrap();
    let link = DeepLink { region: Some("eu-west-1".parse().unwrap()), ..DeepLink::to(ROLE.parse().unwrap()) };
    assert_eq!(
        Issuer::new(&portal, &link).as_str(),
        "https://portal.example.com/switch?role=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fteam%2Fa%2Fadmin_role&region=eu-west-1"
    );
    assert_eq!(Issuer::portal(&portal).as_str(), "https://portal.example.com/");
    assert_eq!(DeepLink::to(ROLE.parse().unwrap()).region_or_default().as_str(), "us-east-1");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[A-Za-z0-9_+=,.@-]{1,64}",
        region in prop::option::of(prop::sample::select(vec!["us-east-1", "ap-northeast-1"])),
        target in prop::option::of(prop_oneof![
            prop::sample::select(ConsolePage::ALL.to_vec()).prop_map(Target::Page),
            "https://[a-z.]{1,20}/[a-z0-9/?&=#+%-]{0,30}".prop_map(Target::Address),
        ]),
    ) {
        let role = format!("arn:aws:iam::222222222222:role/{name}").parse().unwrap();
        let link = DeepLink { role, region: region.map(|name| name.parse().unwrap()), target };
        let text = link.path_and_query();
        let query = text.strip_prefix("/switch").unwrap();
        prop_assert_eq!(DeepLink::read(query), Ok(link));
    }

    #[test]
    fn never_panics(query in "([a-z]{0,11}=.{0,20}&?){0,4}") {
        let _ = DeepLink::read(&query);
    }
}
