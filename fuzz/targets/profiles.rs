//! Config and credentials files: the text comes out as it went in, every reader ends with sections or a reason, and
//! resolving, checking, fixing, explaining, merging and importing hold for whatever was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_profile::reader::{javascript, python, reference};
use nanori_profile::{
    Attribution, CheckCode, Diff, Document, Environment, FileKind, Files, Generated, Merge, Person, Sdk,
    Surroundings, Tool, check, differences, explain, import, resolve,
};

fuzz_target!(|bytes: &[u8]| {
    // The first bytes up to a NUL are the config file, the rest the credentials file.
    let Ok(whole) = Document::from_bytes(bytes.to_vec()) else { return };
    assert_eq!(whole.text().as_bytes(), bytes);
    let (config, credentials) = whole.text().split_once('\0').unwrap_or((whole.text(), ""));
    let (config, credentials) = (Document::new(config), Document::new(credentials));
    for document in [&config, &credentials] {
        places(document);
    }
    let files = Files { config: Some(&config), credentials: Some(&credentials) };
    sdks(&files);
    if let Ok(loaded) = python::read(files.config, files.credentials) {
        let environment = Environment::default();
        for profile in loaded.profiles.iter().take(16) {
            let surroundings =
                Surroundings { profile: Some(&profile.name), environment: &environment, instance: true };
            match resolve(&loaded, &surroundings) {
                Ok(chain) => {
                    assert!(!explain(&files, &loaded, &surroundings, &chain).is_empty());
                    let _ = Attribution::of(
                        &chain,
                        Tool::Botocore,
                        nanori_identity::Timestamp::from_unix(0).expect("a time"),
                    );
                }
                Err(error) => assert!(!error.to_string().is_empty()),
            }
            let _ = differences(&files, &loaded, &profile.name);
        }
        let _ = import::profiles(&config, &loaded.profiles);
    }
    let _ = import::switch_roles(&config);
    for diagnosis in check(&files, &Person::default()) {
        let document = files.document(diagnosis.file).expect("the file was given");
        assert!(document.text().get(diagnosis.range.clone()).is_some());
        assert!(diagnosis.code != CheckCode::ResolvesDifferently || diagnosis.profile.is_some());
        if let Some(fix) = &diagnosis.fix {
            let fixed = document.edited(diagnosis.file, &fix.edits);
            assert!(
                fix.edits.iter().all(|edit| edit.file != diagnosis.file) || fixed.text() != document.text()
            );
            let _ = Diff::of(document, diagnosis.file, &fix.edits, 2);
        }
    }
    merge(&config);
});

/// An SDK's way with a profile is as long as there are profiles at most, and begins with that one.
fn sdks(files: &Files<'_>) {
    for sdk in Sdk::ALL {
        let Ok(profiles) = sdk.read(files.config, files.credentials) else { continue };
        let count = profiles.iter().count();
        for profile in profiles.iter().take(16) {
            match sdk.resolve(&profiles, &profile.name) {
                Ok(chain) => {
                    assert!(chain.hops.len() <= count.saturating_add(1));
                    assert!(chain.hops.first().is_none_or(|hop| hop.profile == profile.name));
                }
                Err(refusal) => assert!(refusal.code().starts_with("resolve.")),
            }
        }
    }
}

fn places(document: &Document) {
    for sections in [reference::sections(document), javascript::sections(document)].into_iter().flatten() {
        for section in sections {
            assert!(section.offset <= document.text().len());
            for entry in &section.entries {
                assert!(section.offset <= entry.offset && entry.offset <= document.text().len());
                assert!(
                    document.line_range(entry.offset).contains(&entry.offset)
                        || entry.offset == document.text().len()
                );
            }
        }
    }
}

/// Merging changes nothing outside of the block, twice is as good as once, and taking the block out gives the file back.
fn merge(config: &Document) {
    let name: nanori_profile::ProfileName = "merged-by-fuzz".parse().expect("a name");
    let generated = [Generated { section: format!("{}\nregion = eu-west-1\n", name.config_heading()), name }];
    let Ok(plan) = Merge::plan(config, &generated) else { return };
    if config.text().contains(">>> nanori") || !plan.clashes.is_empty() {
        return;
    }
    let merged = plan.apply(config);
    assert!(merged.text().starts_with(config.text()));
    assert!(Merge::plan(&merged, &generated).expect("a block").edits.is_empty());
    let gone = Merge::plan(&merged, &[]).expect("a block").apply(&merged);
    assert_eq!(gone.text().trim_end_matches(['\r', '\n']), config.text().trim_end_matches(['\r', '\n']));
    let diff = Diff::of(config, FileKind::Config, &plan.edits, 3);
    assert!(!diff.lines.is_empty());
}
