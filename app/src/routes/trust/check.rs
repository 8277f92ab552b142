//! Checking one policy: every finding with its place, its reason, its source and, where there is one, its fix.

use leptos::prelude::*;
use nanori_trust::check::{Callers, Finding, Report, Severity, check as check_text, name_rule};

use super::{
    desk::{Task, TrustDesk},
    editor,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        disclosure::Disclosure,
        field::TextAreaField,
        icon::{Icon, draw},
        notice::{Notice, Tone},
        segmented::Segmented,
    },
    state::trust::excerpt::{Excerpt, selection},
};

/// AWS's user guide, where the sources of findings are.
const GUIDE: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

/// The task.
pub fn check(desk: TrustDesk) -> AnyView {
    view! {
        <div class="trust-pair">
            <div class="stack">
                {editor::editor(desk)}
                {company(desk)}
            </div>
            <section class="findings" aria-labelledby="findings-title">{findings(desk)}</section>
        </div>
    }
    .fixed()
}

fn findings(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let report = Memo::new(move |_| {
        let setting = desk.setting();
        desk.policy.with(|policy| (!policy.trim().is_empty()).then(|| check_text(policy, &setting)))
    });
    let count = text.compose(move |m| {
        report.with(|report| match report {
            None => String::new(),
            Some(report) if report.findings.is_empty() => m.trust().check.clean.to_owned(),
            Some(report) => (m.trust().check.found)(report.findings.len()),
        })
    });
    let body = move || {
        report.with(|report| match report {
            None => view! { <p class="trust-waiting">{text.say(|m| m.trust().check.waiting)}</p> }.fixed(),
            Some(report) => shown(desk, report),
        })
    };
    view! {
        <div class="policy-head">
            <h2 id="findings-title">{text.say(|m| m.trust().check.title)}</h2>
            <p class="tabular findings-count" role="status">{count}</p>
        </div>
        {body}
    }
    .fixed()
}

fn shown(desk: TrustDesk, report: &Report) -> AnyView {
    let text = desk.app.text;
    let list: Vec<AnyView> = report.findings.iter().map(|found| finding(desk, found)).collect();
    let clean = list.is_empty().then(|| {
        view! { <Notice tone=Tone::Good>{text.say(|m| m.trust().check.clean_why)}</Notice> }.fixed()
    });
    let refused = report
        .policy
        .is_none()
        .then(|| view! { <Notice tone=Tone::Bad>{text.say(|m| m.trust().check.refused)}</Notice> }.fixed());
    let names = report.policy.as_ref().map(|policy| {
        let rule = name_rule(policy);
        view! {
            <dl class="facts">
                <div>
                    <dt>{text.say(|m| m.trust().check.names)}</dt>
                    <dd>
                        <span class="badge" data-names=if rule.is_enforced() { "enforced" } else { "other" }>
                            {text.compose(move |m| (m.trust().names)(Some(rule)).to_owned())}
                        </span>
                    </dd>
                </div>
            </dl>
            <button type="button" class="button" on:click=move |_| desk.task.set(Task::Explain)>
                {text.say(|m| m.trust().check.explain)}
            </button>
        }
        .fixed()
    });
    view! {
        <div class="stack">
            {refused}
            {clean}
            <ol class="finding-list">{list}</ol>
            {names}
        </div>
    }
    .fixed()
}

fn finding(desk: TrustDesk, found: &Finding) -> AnyView {
    let text = desk.app.text;
    let (severity, place, code, source) =
        (found.severity(), found.place, found.kind.code(), found.kind.source());
    let kind = StoredValue::new(found.kind.clone());
    let title = text.compose(move |m| kind.with_value(|kind| (m.trust().finding)(kind).title));
    let why = text.compose(move |m| kind.with_value(|kind| (m.trust().finding)(kind).why));
    let Excerpt { before, marked, after } = desk.policy.with_untracked(|policy| Excerpt::of(policy, place));
    let show = move |_| {
        let (start, end) = desk.policy.with_untracked(|policy| selection(policy, place));
        document::select(editor::ID, start, end, place.line);
    };
    let fix = found.fix.clone().map(|fix| {
        let apply = move |_| {
            desk.policy.update(|policy| *policy = fix.apply(policy));
            desk.app.announce(text.now().trust().check.fixed);
            request_animation_frame(|| document::focus("findings-title"));
        };
        view! {
            <button type="button" class="button" on:click=apply>
                {draw(Icon::Pencil)}
                <span>{text.say(|m| m.trust().check.fix)}</span>
            </button>
        }
        .fixed()
    });
    let (word, class) = (
        text.compose(move |m| (m.trust().check.severity)(severity).to_owned()),
        match severity {
            Severity::Error => "finding finding-error",
            Severity::Warning => "finding finding-warning",
            Severity::Note => "finding",
        },
    );
    view! {
        <li class=class data-code=code>
            <p class="finding-head">
                <span class="badge">{word}</span>
                <span class="finding-code mono">{code}</span>
            </p>
            <h3>{title}</h3>
            <p>{why}</p>
            <button
                type="button"
                class="excerpt mono"
                title=text.compose(move |m| (m.trust().check.show)(place.line, place.column))
                on:click=show
            >
                <span class="excerpt-place">{text.compose(move |m| (m.trust().check.at)(place.line, place.column))}</span>
                <span>{before}<mark>{marked}</mark>{after}</span>
            </button>
            <div class="row">
                {fix}
                <a class="finding-source" href=format!("{GUIDE}{source}.html") target="_blank" rel="noreferrer noopener">
                    {text.say(|m| m.trust().check.source)}
                </a>
            </div>
        </li>
    }
    .fixed()
}

/// What a check cannot see in the policy itself.
fn company(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let callers = vec![
        (Callers::Unknown, text.say(|m| m.trust().check.callers_unknown)),
        (Callers::Users, text.say(|m| m.trust().check.callers_users)),
        (Callers::Sessions, text.say(|m| m.trust().check.callers_sessions)),
    ];
    let used = Signal::derive(move || {
        let used = usize::from(!desk.setting().own_accounts.is_empty())
            + usize::from(desk.callers.get() != Callers::Unknown);
        if used == 0 { String::new() } else { used.to_string() }
    });
    view! {
        <div class="disclosures">
            <Disclosure summary=text.say(|m| m.trust().check.company) state=used>
                <TextAreaField
                    id="own-accounts"
                    label=text.say(|m| m.trust().check.own_accounts)
                    hint=text.say(|m| m.trust().check.own_accounts_hint)
                    optional=true
                    value=desk.own_accounts
                    rows="2"
                />
                <Segmented
                    name="callers"
                    legend=text.say(|m| m.trust().check.callers)
                    choices=callers
                    chosen=desk.callers.into()
                    on_choose=Callback::new(move |callers| desk.callers.set(callers))
                />
            </Disclosure>
        </div>
    }
    .fixed()
}
