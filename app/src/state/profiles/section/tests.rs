use nanori_profile::{Document, FileKind};

use super::Part;

const CONFIG: &str = "# mine\n[default]\nregion = a\n\n[profile \"b\"]\nregion = b\n";

#[track_caller]
fn check(name: &str, text: &str, first_line: usize) {
    let document = Document::new(CONFIG);
    let part = Part::of_profile(&document, FileKind::Config, name).unwrap();
    assert_eq!((part.text(&document), part.first_line), (text, first_line));
}

#[test]
fn a_section_reaches_to_the_next_heading() {
    check("default", "[default]\nregion = a\n\n", 2);
    check("b", "[profile \"b\"]\nregion = b\n", 5);
    assert_eq!(Part::of_profile(&Document::new(CONFIG), FileKind::Config, "c"), None);
    assert_eq!(Part::of_profile(&Document::new("[b]\n"), FileKind::Config, "b"), None);
    assert!(Part::of_profile(&Document::new("[b]\n"), FileKind::Credentials, "b").is_some());
}

#[test]
fn replacing_a_section_leaves_the_rest_alone() {
    let document = Document::new(CONFIG);
    let part = Part::of_profile(&document, FileKind::Config, "default").unwrap();
    let (edited, part) = part.replaced(&document, "[default]\n");
    assert_eq!(edited.text(), "# mine\n[default]\n[profile \"b\"]\nregion = b\n");
    assert_eq!(part.text(&edited), "[default]\n");
}
