#[path = "../../../tests/sets/random.rs"]
mod random;

use super::super::{CheckCode, Files, Person, check_loaded};
use super::{is_long, matters};
use crate::Document;
use crate::reader::{Profile, Profiles, python};
use crate::resolve::differences;
use random::Random;

/// The profile and those that its `source_profile` leads to.
fn way<'a>(profile: &'a Profile<'a>, all: &'a Profiles<'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    let mut next = Some(profile);
    while let Some(profile) = next.filter(|profile| !names.contains(&profile.name.as_str())) {
        names.push(&profile.name);
        next = profile.value("source_profile").and_then(|source| all.profile(source));
    }
    names
}

/// The test of the keys never hides a difference: each is told at the profile itself or on its way, and none is invented.
#[test]
fn every_difference_is_told_where_it_arises() {
    let mut random = Random(20_260_106);
    let (mut differing, mut alike) = (0, 0);
    for number in 0..2_500 {
        let (config, credentials) =
            if number % 3 == 0 { random::files(&mut random) } else { random::chains(&mut random) };
        let documents = (Document::new(&config), Document::new(&credentials));
        let files = Files { config: Some(&documents.0), credentials: Some(&documents.1) };
        let read = python::read(files.config, files.credentials);
        let Ok(loaded) = &read else { continue };
        let diagnoses = check_loaded(&files, &read, &Person::default());
        let told: Vec<&str> = diagnoses
            .iter()
            .filter(|diagnosis| diagnosis.code == CheckCode::ResolvesDifferently)
            .filter_map(|diagnosis| diagnosis.profile.as_deref())
            .collect();
        for profile in loaded.profiles.iter() {
            let found = differences(&files, loaded, &profile.name);
            let differs = found.iter().any(|difference| matters(&difference.what));
            let way = way(profile, &loaded.profiles);
            let shown = format!("{}\n{found:?}\n{config}\n--- credentials\n{credentials}", profile.name);
            assert!(!is_long(profile, &loaded.profiles));
            assert!(!differs || way.iter().any(|name| told.contains(name)), "not told: {shown}");
            assert!(differs || !told.contains(&&*profile.name), "invented: {shown}");
            *(if differs { &mut differing } else { &mut alike }) += 1;
        }
    }
    assert!(differing > 800 && alike > 3_000, "{differing} {alike}");
}
