//! Where a trust policy is pasted, dropped or chosen as a file.

use leptos::{html, prelude::*, task::spawn_local};
use web_sys::{DragEvent, File};

use super::desk::TrustDesk;
use crate::components::fixed::Fixed;
use crate::{
    browser::{document, download::read_file},
    components::{
        field::described_by,
        icon::{Icon, draw},
    },
};

/// The field's id.
pub const ID: &str = "trust-policy";

/// What the example shows: a rule about names as older articles write it, which lets other people's names pass.
const EXAMPLE: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111111111111:root" },
      "Action": "sts:AssumeRole",
      "Condition": {
        "StringLike": { "sts:RoleSessionName": "${aws:username}*" },
        "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" }
      }
    }
  ]
}
"#;

/// The field with its buttons.
pub fn editor(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let chooser = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let take = move |file: Option<File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            if let Some(content) = read_file(&file).await {
                desk.policy.try_set(content);
            } else {
                desk.app.announce(text.now().sign_in().file_unreadable);
            }
        });
    };
    let choose = move |_| {
        if let Some(input) = chooser.get_untracked() {
            take(input.files().and_then(|files| files.get(0)));
            input.set_value("");
        }
    };
    let drop = move |event: DragEvent| {
        over.set(false);
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if file.is_some() {
            event.prevent_default();
            take(file);
        }
    };
    let empty = Signal::derive(move || desk.policy.with(String::is_empty));
    view! {
        <section class="policy" aria-labelledby="policy-title">
            <div class="policy-head">
                <h2 id="policy-title"><label for=ID>{text.say(|m| m.trust().policy)}</label></h2>
                <div class="row">
                    <button
                        type="button"
                        class="button button-quiet"
                        hidden=Signal::derive(move || !empty.get())
                        on:click=move |_| desk.policy.set(EXAMPLE.to_owned())
                    >
                        {text.say(|m| m.trust().policy_example)}
                    </button>
                    <button
                        type="button"
                        class="button button-quiet"
                        hidden=empty
                        on:click=move |_| {
                            desk.policy.set(String::new());
                            document::focus(ID);
                        }
                    >
                        {text.say(|m| m.trust().policy_clear)}
                    </button>
                    <label class="button button-quiet">
                        <input
                            id="trust-policy-file"
                            class="visually-hidden"
                            type="file"
                            accept=".json,application/json"
                            node_ref=chooser
                            on:change=choose
                        />
                        {draw(Icon::File)}
                        <span>{text.say(|m| m.trust().policy_file)}</span>
                    </label>
                </div>
            </div>
            <textarea
                id=ID
                class="input mono policy-text"
                class:drop-over=over
                rows="20"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                wrap="off"
                aria-describedby=described_by(ID)
                prop:value=desk.policy
                on:input=move |event| desk.policy.set(event_target_value(&event))
                on:dragover=move |event: DragEvent| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=drop
            ></textarea>
            <p class="field-hint" id=format!("{ID}-hint")>{text.say(|m| m.trust().policy_hint)}</p>
        </section>
    }
    .fixed()
}
