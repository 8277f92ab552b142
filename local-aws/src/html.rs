//! The frame of the few pages that the local AWS shows.

pub use crate::sts::xml::escape;

/// A whole page with `title` and a body that is written already.
pub fn page(title: &str, body: &str) -> String {
    const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;margin:0;color:#16191f;background:#f2f3f3}\
        header{background:#232f3e;color:#fff;padding:.75rem 1.5rem;font-weight:600}\
        main{max-width:44rem;margin:2rem auto;padding:1.5rem 2rem;background:#fff;border:1px solid #d5dbdb}\
        h1{font-size:1.5rem;margin:0 0 1rem;overflow-wrap:anywhere}\
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.5rem;margin:0}\
        dt{color:#545b64}dd{margin:0;overflow-wrap:anywhere}a{color:#0055b3}";
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><style>{STYLE}</style></head>\
         <body><header>Local AWS</header><main>{body}</main></body></html>",
        escape(title)
    )
}
