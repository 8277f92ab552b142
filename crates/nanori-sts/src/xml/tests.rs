use proptest::prelude::*;

use super::*;

/// A readable form of a tree: `name{child child}` or `name"text"`.
fn shown(element: &Element) -> String {
    let children: Vec<String> = element.children().iter().map(shown).collect();
    if children.is_empty() {
        format!("{}{:?}", element.name(), element.text())
    } else {
        format!("{}{{{}}}", element.name(), children.join(" "))
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = Document::read(text.as_bytes()).map_or_else(
        |error| format!("error: {error}").replace("error: the answer of sts is malformed: ", "error: "),
        |document| format!("{} {}", document.namespace, shown(&document.root)),
    );
    assert_eq!(found, expected, "{text}");
}

#[test]
fn reads_elements_text_and_references() {
    check("<A xmlns=\"urn:x\"><B>1</B>\n <C/></A>", "urn:x A{B\"1\" C\"\"}");
    check("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<A xmlns='urn:x' />\n", "urn:x A\"\"");
    check("<A>&lt;&gt;&amp;&quot;&apos;&#39;&#x7BA1;</A>", " A\"<>&\\\"''管\"");
    check("<A>a\r\nb\rc</A >", " A\"a\\nb\\nc\"");
    check("<A><B>x</B><B>y</B></A>", " A{B\"x\" B\"y\"}");
}

#[test]
fn refuses_all_else() {
    for (text, what) in [
        ("", "an element is missing"),
        ("<A>", "an element is not closed"),
        ("<A></B>", "an end tag"),
        ("<A/><B/>", "something after the root element"),
        ("<A/>x", "something after the root element"),
        ("x<A/>", "an element is missing"),
        (" <?xml version=\"1.0\"?><A/>", "an element's name"),
        ("<?xml version=\"1.1\"?><A/>", "the xml declaration"),
        ("<?xml version=\"1.0\" encoding=\"utf-16\"?><A/>", "the xml declaration"),
        ("<!DOCTYPE A><A/>", "an element's name"),
        ("<!DOCTYPE A [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><A>&e;</A>", "an element's name"),
        ("<A>&e;</A>", "a reference"),
        ("<A>&#0;</A>", "a reference"),
        ("<A>&#xD800;</A>", "a reference"),
        ("<A>&#x110000;</A>", "a reference"),
        ("<A>&#+65;</A>", "a reference"),
        ("<A>& b</A>", "a reference"),
        ("<A><?pi?></A>", "an element's name"),
        ("<A><!-- c --></A>", "an element's name"),
        ("<A><![CDATA[x]]></A>", "an element's name"),
        ("<A>]]></A>", "the end of a cdata section"),
        ("<A>text<B/></A>", "text beside elements"),
        ("<A><B/>text</A>", "text beside elements"),
        ("<A b=\"c\"/>", "a start tag"),
        ("<A><B xmlns=\"urn:y\"/></A>", "a start tag"),
        ("<A xmlns:x=\"urn:y\"/>", "an attribute"),
        ("<A xmlns=\"a\" xmlns=\"b\"/>", "a start tag"),
        ("<A xmlns=urn:x/>", "an attribute"),
        ("<A xmlns=\"a&amp;b\"/>", "an attribute"),
        ("<x:A/>", "a start tag"),
        ("<1A/>", "an element's name"),
        ("< A/>", "an element's name"),
        ("<A>\u{1}</A>", "a character"),
        ("<A>\u{fffe}</A>", "a character"),
        ("\u{feff}<A/>", "an element is missing"),
    ] {
        check(text, &format!("error: {what}"));
    }
    assert_eq!(Document::read(b"<A>\xff</A>").err(), Some(StsError::Malformed { what: "utf-8" }));
    assert_eq!(
        Document::read(" ".repeat(MAX_SIZE + 1).as_bytes()).err(),
        Some(StsError::TooLarge { max: MAX_SIZE })
    );
    check(&"<A>".repeat(20_000), "error: elements nested too deep");
}

#[test]
fn a_child_that_comes_twice_is_neither() {
    let root = Document::read(b"<A><B>1</B><B>2</B><C><D/></C><E></E></A>").unwrap().root;
    assert_eq!(root.optional_text("B"), Err(StsError::Malformed { what: "B" }));
    assert_eq!(root.optional_text("C"), Err(StsError::Malformed { what: "C" }), "elements, not text");
    assert_eq!(root.optional_text("E"), Ok(Some("")));
    assert_eq!(root.optional_text("F"), Ok(None));
    assert_eq!(root.required("F").err(), Some(StsError::Malformed { what: "F" }));
}

/// What another reader makes of it; `None` if it refuses.
fn by_roxmltree(text: &str) -> Option<String> {
    fn show(node: roxmltree::Node<'_, '_>) -> String {
        let children: Vec<String> = node.children().filter(roxmltree::Node::is_element).map(show).collect();
        let name = node.tag_name().name();
        if children.is_empty() {
            let text: String = node.children().filter_map(|child| child.text()).collect();
            format!("{name}{text:?}")
        } else {
            format!("{name}{{{}}}", children.join(" "))
        }
    }
    roxmltree::Document::parse(text).ok().map(|document| show(document.root_element()))
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "<A>", "</A>", "<B>", "</B>", "<A/>", "<A xmlns=\"urn:x\">", "&lt;", "&amp;", "&#65;", "&#xD;", "&e;", "]]>",
            "\r\n", " ", "text", "<!-- c -->", "<![CDATA[x]]>", "<?pi?>", "<!DOCTYPE A>", "<x:A/>", "&", "<", ">", "\"",
            "<?xml version=\"1.0\"?>",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

proptest! {
    #[test]
    fn whatever_is_accepted_another_reader_reads_alike(pieces in prop::collection::vec(piece(), 0..12)) {
        let text = pieces.concat();
        for text in [text.clone(), format!("<A>{text}</A>")] {
            if let Ok(document) = Document::read(text.as_bytes()) {
                prop_assert_eq!(Some(shown(&document.root)), by_roxmltree(&text));
            }
        }
    }

    #[test]
    fn any_text_comes_back(value in "[^\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}\u{ffff}]{0,40}") {
        let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let root = Document::read(format!("<A><B>{escaped}</B></A>").as_bytes()).unwrap().root;
        prop_assert_eq!(root.optional_text("B").unwrap(), Some(value.as_str()));
    }

    #[test]
    fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Document::read(&bytes);
    }
}
