use super::*;

#[test]
fn pairs_are_read_line_by_line_and_the_wrong_line_is_named() {
    let read = pairs("team = a\n\n note=\n url=https://x.example/?a=b\n").unwrap();
    let read: Vec<(&str, &str)> = read.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(read, [("team", "a"), ("note", ""), ("url", "https://x.example/?a=b")]);
    assert_eq!(pairs("team=a\nteam"), Err(Fault::KeyValue(2)));
    assert_eq!(pairs("=a"), Err(Fault::KeyValue(1)));
}

#[test]
fn numbers_keep_to_their_range() {
    assert_eq!(number(" 60 ", 1, 2160), Ok(60));
    for text in ["", "0", "2161", "-1", "1.5", "x"] {
        assert_eq!(number(text, 1, 2160), Err(Fault::Number(1, 2160)), "{text}");
    }
}

#[test]
fn dates_and_times_are_read_as_utc() {
    assert_eq!(time("2026-12-31").unwrap().to_string(), "2026-12-31T00:00:00Z");
    assert_eq!(time("2026-12-31T18:30:00+09:00").unwrap().to_string(), "2026-12-31T09:30:00Z");
    assert_eq!(time("tomorrow"), Err(Fault::Time));
    assert_eq!(time("1969-12-31"), Err(Fault::Time));
    assert_eq!(time(" "), Err(Fault::Missing));
}
