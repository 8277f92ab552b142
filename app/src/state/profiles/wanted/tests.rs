use nanori_profile::{Document, Generated, Merge};

use super::Wanted;

fn generated(name: &str) -> Generated {
    Generated { name: name.parse().unwrap(), section: format!("[profile {name}]\nregion = eu-west-1\n") }
}

#[test]
fn what_was_merged_is_wanted_again() {
    let own = Document::new("[profile mine]\nregion = x\r\n");
    let mut wanted = Wanted::of(&own).unwrap();
    assert_eq!(wanted, Wanted::default());
    wanted.put(generated("a"));
    wanted.put(generated("b"));
    let merged = Merge::plan(&own, &wanted.profiles).unwrap().apply(&own);
    assert_eq!(Wanted::of(&merged).unwrap(), wanted);
    wanted.remove(&"a".parse().unwrap());
    wanted.put(generated("b"));
    assert_eq!(wanted.profiles, [generated("b")]);
}

#[test]
fn a_clashing_name_gets_a_number() {
    let own = Document::new("[profile a]\n[profile a-2]\n");
    let mut wanted = Wanted::default();
    wanted.put(generated("a"));
    assert_eq!(Merge::plan(&own, &wanted.profiles).unwrap().clashes.len(), 1);
    wanted.rename(&"a".parse().unwrap(), &own);
    assert_eq!(wanted.profiles, [generated("a-3")]);
    assert_eq!(Merge::plan(&own, &wanted.profiles).unwrap().clashes, []);
}
