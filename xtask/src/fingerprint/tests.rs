use super::*;

fn of(folder: &Path) -> String {
    Fingerprint::default().text("v1").path(folder).unwrap().finish()
}

#[test]
fn changes_with_names_and_contents_only() {
    let folder = std::env::temp_dir().join(format!("nanori-fingerprint-{}", std::process::id()));
    let file = folder.join("src/lib.rs");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::create_dir_all(folder.join("target")).unwrap();
    fs::write(&file, "a").unwrap();
    let first = of(&folder);

    fs::write(&file, "a").unwrap();
    fs::write(folder.join("target/output"), "x").unwrap();
    fs::write(folder.join(".swp"), "x").unwrap();
    assert_eq!(of(&folder), first);

    fs::write(&file, "b").unwrap();
    let changed = of(&folder);
    assert_ne!(changed, first);

    fs::rename(&file, folder.join("src/main.rs")).unwrap();
    assert_ne!(of(&folder), changed);

    let stamp = Stamp::at(folder.join("stamp"));
    assert!(!stamp.holds(&first));
    stamp.set(&first).unwrap();
    assert!(stamp.holds(&first) && !stamp.holds(&changed));
    stamp.clear();
    assert!(!stamp.holds(&first));
    fs::remove_dir_all(&folder).unwrap();
}
