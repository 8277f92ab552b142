//! Where a trust policy is pasted, dropped or chosen as a file.

use leptos::{prelude::*, task::spawn_local};
use web_sys::{DragEvent, File};

use super::desk::TrustDesk;
use crate::components::fixed::Fixed;
use crate::{
    browser::{document, files},
    components::{
        field::described_by,
        file_button::{FileButton, JSON, Takes},
    },
};

/// The field's id.
pub const ID: &str = "trust-policy";

/// The largest file that is read.
const MAX_BYTES: usize = 1024 * 1024;

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
    let over = RwSignal::new(false);
    let take = Callback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            if let Some(content) = files::text(&file, MAX_BYTES).await {
                desk.policy.try_set(content);
            } else {
                desk.app.announce(text.now().sign_in().file_unreadable);
            }
        });
    });
    let drop = move |event: DragEvent| {
        over.set(false);
        let files = files::chosen(event.data_transfer().and_then(|data| data.files()));
        // Text that is dropped goes where it falls.
        if !files.is_empty() {
            event.prevent_default();
            take.run(files);
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
                    <FileButton
                        id="trust-policy-file"
                        label=text.say(|m| m.trust().policy_file)
                        takes=Takes::File
                        accept=JSON
                        quiet=true
                        take=take
                    />
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
