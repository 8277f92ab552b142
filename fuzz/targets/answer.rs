//! What comes back from STS: any bytes, with any status, are an answer or an error of ours.
#![no_main]

use http::Response;
use libfuzzer_sys::fuzz_target;
use nanori_sts::{AssumeRole, Call as _, GetCallerIdentity, GetSessionToken};

fuzz_target!(|bytes: &[u8]| {
    for status in [200, 403, 503] {
        let Ok(response) = Response::builder().status(status).header("content-type", "text/xml").body(bytes)
        else {
            continue;
        };
        let granted = AssumeRole::parse(&response).is_ok();
        let identified = GetCallerIdentity::parse(&response).is_ok();
        let issued = GetSessionToken::parse(&response).is_ok();
        assert!(status == 200 || !(granted || identified || issued), "an error was taken for an answer");
        assert!(u8::from(granted) + u8::from(identified) + u8::from(issued) <= 1, "one answer to two calls");
    }
});
