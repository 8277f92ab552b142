//! One finding: what is wrong, why it matters, where it stands, and a button that puts it right.

use leptos::prelude::*;
use nanori_profile::{CheckCode, Diagnosis, Fix, Severity};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::Text,
};

/// The finding with its explanation.
pub fn finding(bench: Bench, diagnosis: &Diagnosis) -> AnyView {
    let text = bench.app.text;
    let said = {
        let diagnosis = diagnosis.clone();
        text.compose(move |m| (m.findings().explanation)(&diagnosis))
    };
    let (file, line) = (diagnosis.file, diagnosis.place.line);
    let fix = diagnosis.fix.clone().map(|fix| fix_button(bench, fix));
    view! {
        <article class="remark">
            {heading(text, diagnosis.code)}
            <p>{said}</p>
            <p class="field-hint remark-foot">
                <span>{text.compose(move |m| (m.profiles().at_line)(file.default_path(), line))}</span>
                <span class="mono">{diagnosis.code.as_str()}</span>
                {source(text, diagnosis.code)}
            </p>
            {fix}
        </article>
    }
    .fixed()
}

/// How bad it is, as a word and a mark, and what it is.
pub fn heading(text: Text, code: CheckCode) -> AnyView {
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
                {text.compose(move |m| (m.findings().severity)(severity).to_owned())}
            </span>
            <span>{text.compose(move |m| (m.findings().title)(code).to_owned())}</span>
        </h4>
    }
    .fixed()
}

/// The page of AWS's documentation that it rests on.
pub fn source(text: Text, code: CheckCode) -> AnyView {
    view! {
        <a href=code.source() target="_blank" rel="noopener noreferrer">{text.say(|m| m.findings().source)}</a>
    }
    .fixed()
}

/// Makes the fix at a click; it can be undone.
pub fn fix_button(bench: Bench, fix: Fix) -> AnyView {
    let text = bench.app.text;
    let kind = fix.kind;
    let put_right = move |_| {
        bench.edit(&fix.edits);
        bench.app.announce(text.now().findings().fixed);
    };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=put_right>
                {draw(Icon::Pencil)}
                <span>{text.compose(move |m| (m.findings().fix)(kind).to_owned())}</span>
            </button>
        </div>
    }
    .fixed()
}
