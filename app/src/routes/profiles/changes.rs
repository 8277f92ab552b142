//! What new profiles change in the config file: the managed block, names that are taken, the diff, and the button.

use leptos::prelude::*;
use nanori_profile::{Clash, Diff, Document, FileKind, Line, Merge, ProfileName};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    components::{
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
    context::Text,
    state::profiles::veil::masked,
};

/// The most lines of a diff that are shown.
const MOST: usize = 400;

/// The panel.
#[component]
pub fn Changes(
    /// The page's state.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    let managed = move || {
        bench.wanted.with(|wanted| {
            let lines: Vec<AnyView> =
                wanted.profiles.iter().take(MOST).map(|profile| managed_line(bench, profile.name.clone())).collect();
            let none = lines.is_empty();
            view! {
                {none.then(|| view! { <p class="field-hint">{text.say(|m| m.profiles().managed_none)}</p> }.fixed())}
                <ul class="managed">{lines}</ul>
            }
            .fixed()
        })
    };
    let plan = move || match bench.merge() {
        None => view! { <Notice tone=Tone::Bad>{text.say(|m| m.profiles().broken_block)}</Notice> }.fixed(),
        Some(merge) => planned(bench, &merge),
    };
    view! {
        <section class="card changes" aria-labelledby="changes-title">
            <div class="stack">
                <h2 id="changes-title">{text.say(|m| m.profiles().managed_title)}</h2>
                <p class="field-hint">{text.say(|m| m.profiles().managed_hint)}</p>
                {managed}
            </div>
            {plan}
        </section>
    }
    .fixed()
}

fn managed_line(bench: Bench, name: ProfileName) -> AnyView {
    let text = bench.app.text;
    let (shown, said) = (name.to_string(), name.to_string());
    view! {
        <li class="row row-between">
            <span class="mono wrap-anywhere">{shown}</span>
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label=text.compose(move |m| (m.profiles().remove)(&said))
                on:click=move |_| bench.wanted.update(|wanted| wanted.remove(&name))
            >
                {draw(Icon::Cross)}
            </button>
        </li>
    }
    .fixed()
}

fn planned(bench: Bench, merge: &Merge) -> AnyView {
    let text = bench.app.text;
    let clashes: Vec<AnyView> = merge.clashes.iter().map(|one| clash(bench, one)).collect();
    if merge.edits.is_empty() {
        let some = bench.wanted.with(|wanted| !wanted.profiles.is_empty());
        let same = (some && clashes.is_empty())
            .then(|| view! { <p class="field-hint">{text.say(|m| m.profiles().no_change)}</p> }.fixed());
        return view! { <div class="stack">{clashes} {same}</div> }.fixed();
    }
    let diff = bench.config.with(|config| {
        let empty = Document::default();
        Diff::of(config.as_deref().unwrap_or(&empty), FileKind::Config, &merge.edits, 3)
    });
    let edits = merge.edits.clone();
    let clashing = !merge.clashes.is_empty();
    let make = move |_| {
        let wanted = bench.wanted.get_untracked();
        bench.edit(&edits);
        // Names that clash are not in the file yet, and still wanted.
        if clashing {
            bench.wanted.set(wanted);
        }
        bench.app.announce(text.now().profiles().merged);
    };
    view! {
        <div class="stack">
            {clashes}
            <h3>{text.say(|m| m.profiles().diff_title)}</h3>
            {lines(text, &diff)}
            <div class="row">
                <button type="button" class="button button-primary" on:click=make>
                    {text.say(|m| m.profiles().make_changes)}
                </button>
            </div>
            <p class="field-hint">{text.say(|m| m.profiles().make_changes_hint)}</p>
        </div>
    }
    .fixed()
}

/// A name that the file has already: another name for the new one, or none of it.
fn clash(bench: Bench, clash: &Clash) -> AnyView {
    let text = bench.app.text;
    let (name, line) = (clash.name.clone(), clash.place.line);
    let said = {
        let name = name.to_string();
        text.compose(move |m| (m.profiles().clash)(&name, line))
    };
    let other = name.clone();
    let rename = move |_| {
        let document = bench.config.get_untracked().unwrap_or_default();
        bench.wanted.update(|wanted| wanted.rename(&other, &document));
    };
    view! {
        <Notice tone=Tone::Caution>
            <p>{said}</p>
            <div class="row">
                <button type="button" class="button" on:click=rename>{text.say(|m| m.profiles().clash_rename)}</button>
                <button
                    type="button"
                    class="button button-quiet"
                    on:click=move |_| bench.wanted.update(|wanted| wanted.remove(&name))
                >
                    {text.say(|m| m.profiles().clash_leave)}
                </button>
            </div>
        </Notice>
    }
    .fixed()
}

/// Every line says by a word too whether it comes or goes.
fn lines(text: Text, diff: &Diff) -> AnyView {
    let row = |class: &'static str, sign: &'static str, line: String| {
        view! { <span class=class>{format!("{sign} {line}")}</span> }.fixed()
    };
    let mut shown: Vec<AnyView> = diff
        .lines
        .iter()
        .take(MOST)
        .map(|line| match line {
            Line::Skipped(count) => {
                let count = *count;
                let said = text.compose(move |m| (m.profiles().lines_skipped)(count));
                view! { <span class="diff-skipped">{said}</span> }.fixed()
            }
            Line::Kept(line) => row("", " ", alone(line)),
            Line::Added(line) => row("diff-added", "+", alone(line)),
            Line::Removed(line) => row("diff-removed", "-", alone(line)),
        })
        .collect();
    let rest = diff.lines.len().saturating_sub(MOST);
    if rest > 0 {
        let said = text.compose(move |m| (m.profiles().lines_skipped)(rest));
        shown.push(view! { <span class="diff-skipped">{said}</span> }.fixed());
    }
    view! { <pre class="code-block diff" tabindex="0" aria-label=text.say(|m| m.profiles().diff_title)><code>{shown}</code></pre> }
        .fixed()
}

/// A line without those around it, of which it may continue a secret.
fn alone(line: &str) -> String {
    let text = line.trim_start();
    let blanks = line.len() - text.len();
    if blanks > 0 && !text.is_empty() && !text.contains('=') && !text.starts_with(['#', ';', '[']) {
        return format!("{:blanks$}••••••••", "");
    }
    masked(line)
}
