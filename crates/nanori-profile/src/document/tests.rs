use proptest::prelude::*;

use super::{Document, Edit, FileKind};
use crate::{Place, ProfileError};

#[test]
fn bytes_that_are_not_utf8_are_refused_with_their_place() {
    let error = Document::from_bytes(b"[default]\r\nkey = \xe3\x81\x82\xff\n".to_vec()).unwrap_err();
    assert_eq!(error, ProfileError::NotUtf8 { place: Place { line: 2, column: 8 }, byte: 20 });
}

#[test]
fn places_count_lines_of_every_kind_and_characters() {
    let document = Document::new("a\rbb\r\n\nあいx");
    let places: Vec<_> = [0, 2, 3, 6, 7, 10, 13].iter().map(|at| document.place(*at).to_string()).collect();
    assert_eq!(places, ["1:1", "2:1", "2:2", "3:1", "4:1", "4:2", "4:3"]);
    assert_eq!((document.line_range(3), document.line_range(13)), (2..6, 7..14));
    assert_eq!((document.line_end(), Document::new("a\r\nb\n").line_end()), ("\n", "\r\n"));
}

proptest! {
    #[test]
    fn bytes_come_out_as_they_went_in(text in "(\u{feff})?([a-z \\[\\]=#;\t\r\n]|\\PC){0,200}") {
        let document = Document::from_bytes(text.clone().into_bytes()).unwrap();
        prop_assert_eq!(document.text(), text.as_str());
        prop_assert_eq!(document.edited(FileKind::Config, &[]), document);
    }

    #[test]
    fn an_edit_changes_its_range_only(before in "\\PC{0,9}", old in "\\PC{0,9}", after in "\\PC{0,9}", text in "\\PC{0,9}") {
        let range = before.len()..before.len() + old.len();
        let edit = Edit { file: FileKind::Config, range, text: text.clone() };
        let document = Document::new(&format!("{before}{old}{after}"));
        let edited = document.edited(FileKind::Config, std::slice::from_ref(&edit));
        prop_assert_eq!(edited.text(), format!("{before}{text}{after}"));
        prop_assert_eq!(document.edited(FileKind::Credentials, &[edit]), document);
    }
}
