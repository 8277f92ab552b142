use super::*;

fn good() -> GateHeaders {
    GateHeaders {
        content_type: Some("application/json".to_owned()),
        origin: Some("https://portal.example.com".to_owned()),
        request: Some("1".to_owned()),
        fetch_site: Some("same-origin".to_owned()),
    }
}

#[track_caller]
fn check(headers: &GateHeaders, wanted: Result<(), ProblemCode>) {
    assert_eq!(headers.check(&"https://portal.example.com".parse().unwrap()), wanted);
}

#[test]
fn the_portal_s_own_pages_get_through() {
    check(&good(), Ok(()));
    check(&GateHeaders { fetch_site: None, ..good() }, Ok(()));
    check(
        &GateHeaders { content_type: Some("application/json; charset=UTF-8".to_owned()), ..good() },
        Ok(()),
    );
}

#[test]
fn each_check_alone_keeps_another_site_out() {
    let cross = Err(ProblemCode::CrossSiteRequest);
    check(&GateHeaders { origin: None, ..good() }, cross);
    check(&GateHeaders { origin: Some("null".to_owned()), ..good() }, cross);
    check(
        &GateHeaders { origin: Some("https://portal.example.com.evil.example".to_owned()), ..good() },
        cross,
    );
    check(&GateHeaders { origin: Some("http://portal.example.com".to_owned()), ..good() }, cross);
    check(&GateHeaders { request: None, ..good() }, cross);
    check(&GateHeaders { fetch_site: Some("same-site".to_owned()), ..good() }, cross);
    check(&GateHeaders { fetch_site: Some("cross-site".to_owned()), ..good() }, cross);
}

#[test]
fn only_json_is_read() {
    for content_type in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("application/json, text/plain"),
        Some("application/json; charset=utf-16"),
    ] {
        check(
            &GateHeaders { content_type: content_type.map(str::to_owned), ..good() },
            Err(ProblemCode::UnsupportedMediaType),
        );
    }
}
