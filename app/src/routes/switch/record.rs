//! What CloudTrail will record, beside what a tool without a name would have left.

use leptos::prelude::*;

use super::desk::Desk;
use crate::browser::clock;
use crate::components::fixed::Fixed;

/// The comparison.
#[component]
pub fn Record(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    // The name that botocore would make up at this moment.
    let nameless = format!("botocore-session-{}", clock::now().unix());
    let content = move || {
        let role = desk.chosen.get()?;
        let session = desk.app.session.get()?;
        let prefix = role.assumed_role_prefix();
        let name = session.view.session_name.clone();
        let account = session.view.principal.account_id.clone();
        let who = name.clone();
        Some(view! {
            <div class="record-pair">
                <article class="record-card record-yours">
                    <h4>{text.say(|m| m.record().yours)}</h4>
                    <p class="mono wrap-anywhere record-arn">{prefix.clone()}<mark>{name}</mark></p>
                    <p class="record-answer">
                        <span>{text.say(|m| m.record().answer)}</span>
                        <strong>{text.compose(move |m| (m.record().answer_yours)(&who, &account))}</strong>
                    </p>
                </article>
                <article class="record-card">
                    <h4>{text.say(|m| m.record().nameless)}</h4>
                    <p class="mono wrap-anywhere record-arn">{prefix}<mark>{nameless.clone()}</mark></p>
                    <p class="record-answer">
                        <span>{text.say(|m| m.record().answer)}</span>
                        <strong>{text.say(|m| m.record().answer_nameless)}</strong>
                    </p>
                    <p class="field-hint">{text.say(|m| m.record().console_note)}</p>
                </article>
            </div>
        }.fixed())
    };
    view! {
        <section class="record" aria-labelledby="record-title">
            <h3 id="record-title">{text.say(|m| m.record().title)}</h3>
            <p class="field-hint">{text.say(|m| m.record().lead)}</p>
            {content}
        </section>
    }
    .fixed()
}
