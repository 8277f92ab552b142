//! Credentials pasted as they were copied. The text leaves the field the moment it is understood.

use leptos::{ev::SubmitEvent, html, prelude::*};
use nanori_profile::{FoundCredentials, PasteProblem, paste};
use zeroize::Zeroize;

use super::{
    Asking,
    found::{Found, problems},
    submit,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        field::{Field, described_by},
        notice::{Notice, Tone},
    },
};

/// The form; nothing outside the sign-in page.
#[component]
pub fn FromPaste() -> AnyView {
    let Some(asking) = use_context::<Asking>() else { return ().fixed() };
    let text = asking.app.text;
    let field = NodeRef::<html::Textarea>::new();
    let found = RwSignal::new(Vec::<FoundCredentials>::new());
    let wrong = RwSignal::new(Vec::<PasteProblem>::new());
    let chosen = RwSignal::new(0_usize);
    let any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    let take = move |_| {
        let Some(area) = field.get_untracked() else { return };
        let mut typed = area.value();
        let read = paste(&typed);
        typed.zeroize();
        chosen.set(0);
        wrong.set(if area.value().trim().is_empty() { Vec::new() } else { read.problems });
        if !read.found.is_empty() {
            area.set_value("");
            found.set(read.found);
            request_animation_frame(|| document::focus("sign-in-submit"));
        }
    };
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        let one = found.with_untracked(|found| found.get(chosen.get_untracked()).cloned());
        match one {
            Some(one) => asking.ask(one.credentials, one.region),
            None => document::focus("paste"),
        }
    };
    let other = move |_| {
        found.set(Vec::new());
        wrong.set(Vec::new());
        request_animation_frame(|| document::focus("paste"));
    };
    view! {
        <form class="form" novalidate on:submit=ask>
            <div hidden=any>
                <Field id="paste" label=text.say(|m| m.sign_in().paste) hint=text.say(|m| m.sign_in().paste_hint)>
                    <textarea
                        id="paste"
                        class="input mono paste"
                        rows="7"
                        node_ref=field
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-describedby=described_by("paste")
                        on:input=take
                    ></textarea>
                </Field>
            </div>
            <div role="status" class="stack">
                {move || wrong.with(|wrong| (!wrong.is_empty()).then(|| problems(wrong)))}
                {move || {
                    any.get()
                        .then(|| {
                            view! {
                                <Notice tone=Tone::Good>{text.say(|m| m.sign_in().paste_taken)}</Notice>
                                <Found found=found chosen=chosen />
                            }.fixed()
                        })
                }}
            </div>
            <div class="stack" hidden=Signal::derive(move || !any.get())>
                {submit(asking)}
                <button type="button" class="button button-quiet" on:click=other>
                    {text.say(|m| m.sign_in().found_other)}
                </button>
            </div>
        </form>
    }
    .fixed()
}
