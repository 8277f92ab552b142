//! A file or one section of it as text, with line numbers. Every key press is checked at once; secrets stay behind marks.

use leptos::{html, prelude::*};
use nanori_profile::{Document, FileKind};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    components::field::described_by,
    state::profiles::{section::Part, veil::Veil},
};

/// A text field for a part of a file.
pub struct Editor {
    /// The page's state.
    pub bench: Bench,
    /// Which file.
    pub kind: FileKind,
    /// The profile whose section it is; `None` for the whole file.
    pub name: Option<String>,
}

/// What the field shows: the part, the marks in it, and how many lines.
struct Shown {
    part: Part,
    veil: Veil,
}

impl Editor {
    /// The part that is edited, if the file has it.
    pub fn part(document: &Document, kind: FileKind, name: Option<&str>) -> Option<Part> {
        match name {
            Some(name) => Part::of_profile(document, kind, name),
            None => Some(Part::whole(document, kind)),
        }
    }

    /// The field.
    pub fn view(self) -> AnyView {
        let Self { bench, kind, name } = self;
        let text = bench.app.text;
        let id = match kind {
            FileKind::Config => "edit-config",
            FileKind::Credentials => "edit-credentials",
        };
        let node = NodeRef::<html::Textarea>::new();
        let gutter = NodeRef::<html::Pre>::new();
        let shown = StoredValue::new(None::<Shown>);
        let numbers = RwSignal::new((0_usize, 0_usize));
        let name = StoredValue::new(name);
        // Puts the file's text into the field: at first, and after every change that was not typed here.
        let refill = move |kept: Option<Part>| {
            let found = bench.file(kind).with_untracked(|file| {
                let document = file.as_deref()?;
                let found = || name.with_value(|name| Self::part(document, kind, name.as_deref()));
                let part = kept.or_else(found)?;
                let (visible, veil) = Veil::over(part.text(document));
                Some((visible, Shown { part, veil }))
            });
            let (visible, now) =
                found.map_or_else(|| (String::new(), None), |(visible, now)| (visible, Some(now)));
            if let Some(field) = node.get_untracked()
                && field.value() != visible
            {
                field.set_value(&visible);
            }
            let first = now.as_ref().map_or(1, |now| now.part.first_line);
            numbers.set((first, visible.lines().count().max(1)));
            shown.set_value(now);
        };
        Effect::new(move |_| {
            bench.turned.track();
            if node.get().is_some() {
                refill(None);
            }
        });
        let typed = move |_| {
            let Some(field) = node.get_untracked() else { return };
            let value = zeroize::Zeroizing::new(field.value());
            let changed = bench.file(kind).with_untracked(|file| {
                let document = file.as_deref()?;
                shown
                    .try_update_value(|shown| {
                        let now = shown.as_mut()?;
                        let (document, part) = now.part.replaced(document, &now.veil.lift(&value));
                        now.part = part;
                        Some((document, now.part.first_line))
                    })
                    .flatten()
            });
            if let Some((document, first)) = changed {
                numbers.set((first, value.lines().count().max(1)));
                bench.put(kind, document);
            }
        };
        // A secret that was typed goes behind a mark once the typing is over; a heading may have changed meanwhile.
        let conceal =
            move |_| refill(shown.with_value(|shown| shown.as_ref().map(|shown| shown.part.clone())));
        let lines = Memo::new(move |_| {
            let (first, count) = numbers.get();
            (first..first + count).map(|number| format!("{number}\n")).collect::<String>()
        });
        let scroll = move |_| {
            if let (Some(field), Some(gutter)) = (node.get_untracked(), gutter.get_untracked()) {
                gutter.set_scroll_top(field.scroll_top());
            }
        };
        let rows = Memo::new(move |_| numbers.with(|(_, count)| (*count + 1).clamp(4, 24).to_string()));
        view! {
            <div class="field">
                <label class="visually-hidden" for=id>{text.compose(move |m| (m.profiles().edit_label)(kind.default_path()))}</label>
                <div class="editor">
                    <pre class="editor-lines" aria-hidden="true" node_ref=gutter>{lines}</pre>
                    <textarea
                        id=id
                        class="editor-text mono"
                        rows=rows
                        wrap="off"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        node_ref=node
                        aria-describedby=described_by(id)
                        on:input=typed
                        on:scroll=scroll
                        on:change=conceal
                    ></textarea>
                </div>
                <p class="field-hint" id=format!("{id}-hint")>{text.say(|m| m.profiles().edit_hint)}</p>
            </div>
        }
        .fixed()
    }
}
