//! What few switches need: external ID and source identity; session policy and tags.

use leptos::prelude::*;

use super::{desk::Desk, mfa::fault};
use crate::components::fixed::Fixed;
use crate::{
    components::{
        disclosure::Disclosure,
        field::{TextAreaField, TextField},
    },
    state::switch_plan::{SwitchField, SwitchInput},
};

/// One text of the form as a signal of its own, written back as it is typed.
fn part(
    desk: Desk,
    read: fn(&SwitchInput) -> &String,
    write: fn(&mut SwitchInput) -> &mut String,
) -> RwSignal<String> {
    let own = RwSignal::new(desk.input.with_untracked(|input| read(input).clone()));
    Effect::new(move |_| {
        let typed = own.get();
        if desk.input.with_untracked(|input| *read(input) != typed) {
            desk.input.update(|input| *write(input) = typed);
        }
    });
    // Another role begins with empty fields.
    Effect::new(move |_| {
        let held = desk.input.with(|input| read(input).clone());
        if own.with_untracked(|own| *own != held) {
            own.set(held);
        }
    });
    own
}

fn used(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// External ID and source identity.
#[component]
pub fn Options(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    let external_id = part(desk, |input| &input.external_id, |input| &mut input.external_id);
    let source_identity = part(desk, |input| &input.source_identity, |input| &mut input.source_identity);
    let external_error = fault(desk, SwitchField::ExternalId);
    let source_error = fault(desk, SwitchField::SourceIdentity);
    let name = desk.session_name().map(|name| name.to_string()).unwrap_or_default();
    let own_name = StoredValue::new(name);
    view! {
        <Disclosure
            summary=text.say(|m| m.switch().options)
            state=Signal::derive(move || used(desk.input.with(SwitchInput::options_used)))
        >
            <TextField
                id="external-id"
                label=text.say(|m| m.switch().external_id)
                hint=text.say(|m| m.switch().external_id_hint)
                error=external_error
                optional=true
                value=external_id
                mono=true
            />
            <TextField
                id="source-identity"
                label=text.say(|m| m.switch().source_identity)
                hint=text.say(|m| m.switch().source_identity_hint)
                error=source_error
                optional=true
                value=source_identity
                mono=true
            />
            <button
                type="button"
                class="link-button"
                on:click=move |_| source_identity.set(own_name.get_value())
            >
                {text.compose(move |m| own_name.with_value(|name| (m.switch().source_identity_use)(name)))}
            </button>
        </Disclosure>
    }
    .fixed()
}

/// Session policy, managed policies, tags.
#[component]
pub fn Advanced(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    let policy = part(desk, |input| &input.policy, |input| &mut input.policy);
    let policy_arns = part(desk, |input| &input.policy_arns, |input| &mut input.policy_arns);
    let tags = part(desk, |input| &input.tags, |input| &mut input.tags);
    let transitive = part(desk, |input| &input.transitive, |input| &mut input.transitive);
    let policy_error = fault(desk, SwitchField::Policy);
    let arns_error = fault(desk, SwitchField::PolicyArns);
    let tags_error = fault(desk, SwitchField::Tags);
    let transitive_error = fault(desk, SwitchField::Transitive);
    view! {
        <Disclosure
            summary=text.say(|m| m.switch().advanced)
            state=Signal::derive(move || used(desk.input.with(SwitchInput::advanced_used)))
        >
            <TextAreaField
                id="session-policy"
                label=text.say(|m| m.switch().policy)
                hint=text.say(|m| m.switch().policy_hint)
                error=policy_error
                optional=true
                value=policy
                rows="4"
            />
            <TextAreaField
                id="policy-arns"
                label=text.say(|m| m.switch().policy_arns)
                hint=text.say(|m| m.switch().policy_arns_hint)
                error=arns_error
                optional=true
                value=policy_arns
                rows="2"
            />
            <TextAreaField
                id="session-tags"
                label=text.say(|m| m.switch().tags)
                hint=text.say(|m| m.switch().tags_hint)
                error=tags_error
                optional=true
                value=tags
                rows="2"
            />
            <TextAreaField
                id="transitive-tags"
                label=text.say(|m| m.switch().transitive)
                hint=text.say(|m| m.switch().transitive_hint)
                error=transitive_error
                optional=true
                value=transitive
                rows="2"
            />
        </Disclosure>
    }
    .fixed()
}
