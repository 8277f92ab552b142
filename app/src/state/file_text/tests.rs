use super::decode;

#[test]
fn every_encoding_that_a_shell_writes() {
    let text = "{\"名\": 1}\r\n";
    let (little, big): (Vec<u8>, Vec<u8>) = (
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    );
    for bytes in [
        text.as_bytes().to_vec(),
        ["\u{feff}", text].concat().into_bytes(),
        [&[0xff, 0xfe][..], &little].concat(),
        [&[0xfe, 0xff][..], &big].concat(),
    ] {
        assert_eq!(decode(bytes).as_deref(), Some(text));
    }
}

#[test]
fn what_is_no_text_is_none() {
    for bytes in [&b"a\xff"[..], b"\xef\xbb\xbf\xff", b"\xff\xfea", b"\xff\xfe\x00\xd8"] {
        assert_eq!(decode(bytes.to_vec()), None, "{bytes:?}");
    }
    assert_eq!(decode(Vec::new()).as_deref(), Some(""));
}
