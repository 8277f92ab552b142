//! One finding: what is wrong, why it matters, where it stands, and a button that puts it right.

use leptos::prelude::*;
use nanori_profile::{CheckCode, Diagnosis, Fix, Severity};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    messages::Messages,
};

/// The finding with its explanation. It is made anew with every reading of the files, in the language of the time.
pub fn finding(bench: Bench, m: &'static Messages, diagnosis: &Diagnosis) -> AnyView {
    let said = (m.findings().explanation)(diagnosis);
    let place = (m.profiles().at_line)(diagnosis.file.default_path(), diagnosis.place.line);
    let fix = diagnosis.fix.clone().map(|fix| fix_button(bench, m, fix));
    view! {
        <article class="remark">
            {heading(m, diagnosis.code)}
            <p>{said}</p>
            <p class="field-hint remark-foot">
                <span>{place}</span>
                <span class="mono">{diagnosis.code.as_str()}</span>
                {source(m, diagnosis.code)}
            </p>
            {fix}
        </article>
    }
    .fixed()
}

/// How bad it is, as a word and a mark, and what it is.
pub fn heading(m: &'static Messages, code: CheckCode) -> AnyView {
    let severity = code.severity();
    let (class, icon) = match severity {
        Severity::Error => ("severity severity-bad", Icon::Never),
        Severity::Warning => ("severity severity-caution", Icon::Warning),
        Severity::Hint => ("severity", Icon::Info),
    };
    view! {
        <h4 class="remark-title">
            <span class=class>
                {draw(icon)}
                {(m.findings().severity)(severity)}
            </span>
            <span>{(m.findings().title)(code)}</span>
        </h4>
    }
    .fixed()
}

/// The page of AWS's documentation that it rests on.
pub fn source(m: &'static Messages, code: CheckCode) -> AnyView {
    view! {
        <a href=code.source() target="_blank" rel="noopener noreferrer">{m.findings().source}</a>
    }
    .fixed()
}

/// Makes the fix at a click; it can be undone.
pub fn fix_button(bench: Bench, m: &'static Messages, fix: Fix) -> AnyView {
    let label = (m.findings().fix)(&fix);
    let put_right = move |_| {
        bench.edit(&fix.edits);
        bench.app.announce(bench.app.text.now().findings().fixed);
    };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=put_right>
                {draw(Icon::Pencil)}
                <span class="wrap-anywhere">{label}</span>
            </button>
        </div>
    }
    .fixed()
}
