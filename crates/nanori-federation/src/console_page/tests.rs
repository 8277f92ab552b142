use super::*;
use crate::{Destination, SigninEndpoint};

#[test]
fn names_are_unique_sorted_and_short() {
    let ids: Vec<&str> = ConsolePage::ALL.iter().skip(1).map(|page| page.id()).collect();
    assert!(ids.is_sorted_by(|left, right| left < right), "{ids:?}");
    assert!(
        ids.iter().all(|id| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
    );
    assert_eq!(ConsolePage::find("s3").map(ConsolePage::id), Some("s3"));
    assert_eq!(ConsolePage::find("S3"), None);
}

#[test]
fn every_page_is_an_allowed_destination_in_every_partition() {
    for region in ["eu-west-1", "us-gov-west-1", "cn-north-1", "eusc-de-east-1"] {
        let endpoint = SigninEndpoint::regional(region.parse().unwrap());
        let local = SigninEndpoint::local(&"http://127.0.0.1:4566".parse().unwrap(), region.parse().unwrap());
        for (endpoint, page) in ConsolePage::ALL.iter().flat_map(|page| [(&endpoint, page), (&local, page)]) {
            let destination = Destination::page(endpoint, *page);
            assert_eq!(Destination::read(endpoint, destination.as_str()), Ok(destination.clone()));
            assert!(destination.as_str().contains(&format!("?region={region}")), "{destination}");
        }
    }
}
