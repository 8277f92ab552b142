use nanori_identity::{Partition, Region};

use crate::{
    messages::Messages,
    state::{regions, settings::Language},
};

#[test]
fn every_region_is_one_of_its_partition_and_has_a_place_in_every_language() {
    for partition in Partition::ALL {
        let names = regions::of(partition);
        assert!(names.contains(&partition.default_region()), "{partition}");
        for name in names {
            assert_eq!(name.parse::<Region>().unwrap().partition(), partition, "{name}");
            for language in [Language::En, Language::Ja] {
                assert_ne!((Messages::of(language).regions().place)(name), "", "{name}");
            }
        }
    }
}
