//! The MFA code: a device that is proposed, and six digits however they come.

use leptos::prelude::*;

use super::desk::Desk;
use crate::components::fixed::Fixed;
use crate::{
    components::field::{Checkbox, Field, described_by, invalid},
    state::{
        mfa_digits::mfa_digits,
        switch_plan::{SwitchFault, SwitchField},
    },
};

/// The sentence about `field`, if something is wrong with it.
pub fn fault(desk: Desk, field: SwitchField) -> Signal<String> {
    desk.app.text.compose(move |m| {
        desk.faults.with(|faults| {
            let found = faults.iter().find(|(at, _)| *at == field).map(|(_, fault)| fault);
            match found {
                None => String::new(),
                Some(SwitchFault::Identity(error)) => (m.fields().refused)(error),
                Some(SwitchFault::Sts(error)) => (m.fields().refused_by_sts)(error),
                Some(SwitchFault::NotJson) => m.switch().policy_not_json.to_owned(),
                Some(SwitchFault::TagForm { line }) => (m.switch().tags_form)(*line),
                Some(SwitchFault::CodeMissing) => m.switch().mfa_code_missing.to_owned(),
            }
        })
    })
}

/// The fields; nothing for role sessions, which cannot bring a code.
#[component]
pub fn MfaFields(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    if desk.proposed_mfa().is_none() {
        return ().fixed();
    }
    let on = RwSignal::new(desk.input.with_untracked(|input| input.mfa));
    Effect::new(move |before: Option<()>| {
        let chosen = on.get();
        if before.is_some() && desk.input.with_untracked(|input| input.mfa) != chosen {
            desk.input.update(|input| input.mfa = chosen);
            if chosen {
                request_animation_frame(|| crate::browser::document::focus("mfa-code"));
            }
        }
    });
    // Another role may have been used without a code, or with one.
    Effect::new(move |_| {
        let wanted = desk.input.with(|input| input.mfa);
        if on.get_untracked() != wanted {
            on.set(wanted);
        }
    });
    view! {
        <fieldset class="mfa">
            <legend class="visually-hidden">{text.say(|m| m.switch().mfa)}</legend>
            <Checkbox
                id="mfa"
                label=text.say(|m| m.switch().mfa_use)
                hint=text.say(|m| m.switch().mfa_hint)
                checked=on
            />
            <Show when=move || on.get() fallback=|| ()>
                {fields(desk)}
            </Show>
        </fieldset>
    }
    .fixed()
}

fn fields(desk: Desk) -> AnyView {
    let text = desk.app.text;
    let code_error = fault(desk, SwitchField::MfaCode);
    let serial_error = fault(desk, SwitchField::MfaSerial);
    let type_code = move |event| {
        let digits = mfa_digits(&event_target_value(&event));
        desk.input.update(|input| input.mfa_code = digits);
    };
    view! {
        <div class="mfa-fields">
            <Field
                id="mfa-code"
                label=text.say(|m| m.switch().mfa_code)
                hint=text.say(|m| m.switch().mfa_code_hint)
                error=code_error
            >
                <input
                    id="mfa-code"
                    class="input mono code"
                    type="text"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    pattern="[0-9]*"
                    spellcheck="false"
                    aria-describedby=described_by("mfa-code")
                    aria-invalid=invalid(Some(code_error))
                    prop:value=Signal::derive(move || desk.input.with(|input| input.mfa_code.clone()))
                    // Not while an input method is still composing full-width digits.
                    on:input=move |event: leptos::ev::Event| {
                        let composing = js_sys::Reflect::get(&event, &"isComposing".into())
                            .is_ok_and(|composing| composing.is_truthy());
                        if !composing {
                            type_code(event);
                        }
                    }
                    on:compositionend=move |event| type_code(event.into())
                    on:keydown=move |event| {
                        if event.key() == "Enter" && !event.is_composing() {
                            event.prevent_default();
                            super::actions::open_console(desk);
                        }
                    }
                />
            </Field>
            <Field
                id="mfa-serial"
                label=text.say(|m| m.switch().mfa_serial)
                hint=text.say(|m| m.switch().mfa_serial_hint)
                error=serial_error
            >
                <input
                    id="mfa-serial"
                    class="input mono"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=described_by("mfa-serial")
                    aria-invalid=invalid(Some(serial_error))
                    prop:value=Signal::derive(move || desk.input.with(|input| input.mfa_serial.clone()))
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        desk.input.update(|input| input.mfa_serial = typed);
                    }
                />
            </Field>
        </div>
    }
    .fixed()
}
