use proptest::prelude::*;

use super::*;

const OWN: &str = "127.0.0.1:4566";

proptest! {
    /// Whatever is accepted leads into the console on this server and nowhere else.
    #[test]
    fn an_accepted_destination_stays_in_the_console(text in "(https?://)?[a-z.@:/\\\\?#%0-9_-]{0,40}") {
        if let Ok(destination) = Destination::parse(&text, "aws", OWN) {
            prop_assert!(destination.location.starts_with("/console"), "{}", destination.location);
        }
    }

    /// No host but the partition's console hosts is accepted, however similar it looks.
    #[test]
    fn only_console_hosts_are_accepted(before in "[a-z0-9.-]{0,12}", after in "[a-z0-9.-]{0,6}") {
        let host = format!("{before}console.aws.amazon.com{after}");
        let is_label = |text: &str| text.strip_suffix('.').is_some_and(|label| !label.is_empty() && !label.contains('.'));
        let expected = after.is_empty() && (before.is_empty() || is_label(&before));
        let accepted = Destination::parse(&format!("https://{host}/"), "aws", OWN).is_ok();
        prop_assert!(!accepted || expected, "{}", host);
    }
}

#[test]
fn each_partition_has_its_own_host() {
    for (partition, host) in CONSOLE_HOSTS {
        let address = format!("https://{host}/s3");
        for (other, _) in CONSOLE_HOSTS {
            assert_eq!(
                Destination::parse(&address, other, OWN).is_ok(),
                other == partition,
                "{address} {other}"
            );
        }
    }
}
