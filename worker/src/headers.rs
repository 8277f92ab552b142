//! The security headers of every answer, pages and API alike. The one place where they are said.

use core::cell::RefCell;

use nanori_identity::Origin;
use wasm_bindgen::JsValue;
use web_sys::Headers;

thread_local! {
    /// The headers of the last policy: an isolate has one, and a copy costs the runtime less than eight headers.
    static TEMPLATE: RefCell<Option<(String, Headers)>> = const { RefCell::new(None) };
}

/// Headers that have them. `policy` is [`content_security_policy`]'s text for this deployment.
pub(crate) fn secure(policy: &str) -> Result<Headers, JsValue> {
    let template = TEMPLATE.with_borrow(|template| match template {
        Some((of, headers)) if of == policy => Some(headers.clone()),
        _ => None,
    });
    let template = match template {
        Some(template) => template,
        None => {
            let headers = Headers::new()?;
            for (name, value) in FIXED {
                headers.set(name, value)?;
            }
            headers.set("content-security-policy", policy)?;
            TEMPLATE.set(Some((policy.to_owned(), headers.clone())));
            headers
        }
    };
    Headers::new_with_headers(&template)
}

const FIXED: [(&str, &str); 7] = [
    ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    // Severs the console's tab from the portal's as soon as it leaves our origin.
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
    ),
];

/// The policy: programs, styles and requests from our own origin only; forms also to AWS's sign-in and console hosts,
/// since browsers hold redirects after a form to the same rule.
pub(crate) fn content_security_policy(local_aws: Option<&Origin>) -> String {
    let mut policy = String::from(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    for source in nanori_federation::FORM_ACTION_SOURCES {
        policy.push(' ');
        policy.push_str(source);
    }
    if let Some(origin) = local_aws {
        policy.push(' ');
        policy.push_str(origin.as_str());
    }
    policy
}
