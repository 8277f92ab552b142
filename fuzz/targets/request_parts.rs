//! The body of a switch request: parameters that are accepted become a call, and the call says exactly those parameters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nanori_api::{AssumeRoleParts, SwitchRequest};
use nanori_sts::{Audience, Call as _};

fuzz_target!(|bytes: &[u8]| {
    let Ok(request) = serde_json::from_slice::<SwitchRequest>(bytes) else { return };
    let Ok(call) = request.role.call() else { return };
    assert_eq!(AssumeRoleParts::of(&call), request.role);
    let (Ok(endpoint), Ok(signature)) = (request.signed.endpoint(None), request.signed.signature()) else {
        return;
    };
    let Ok(audience) = "https://portal.example.com".parse::<Audience>() else { return };
    let Ok(rebuilt) = call.rebuild(&endpoint, &audience, &signature) else { return };
    let host = rebuilt.uri().host().unwrap_or_default();
    let partition = endpoint.signing_region().partition();
    let is_of_aws =
        [partition.dns_suffix(), partition.dual_stack_suffix()].iter().any(|suffix| host.ends_with(suffix));
    assert!(host.starts_with("sts") && is_of_aws, "{host}");
    assert_eq!(rebuilt.uri().path_and_query().map(|path| path.as_str()), Some("/"));
});
