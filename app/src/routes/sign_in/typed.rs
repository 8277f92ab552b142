//! The key typed field by field. The fields are read on the click, and go with the page when the key is accepted; a
//! refusal or a fault leaves them, so that a slip can be mended and nothing is typed twice.

use leptos::{ev::SubmitEvent, html, prelude::*};
use nanori_identity::{
    AccessKeyId, Credentials, IdentityError, Partition, Region, SecretAccessKey, SessionToken,
};

use super::{Asking, submit};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        field::{Field, described_by, invalid},
        region_select::RegionSelect,
    },
};

/// What is wrong with each field; `None` for nothing.
#[derive(Clone, Default)]
struct Faults {
    access_key_id: Option<IdentityError>,
    secret_access_key: Option<IdentityError>,
    session_token: Option<IdentityError>,
}

/// The form.
#[component]
pub fn Typed(
    /// Where the key goes.
    asking: Asking,
) -> AnyView {
    let text = asking.app.text;
    let key_id = NodeRef::<html::Input>::new();
    let secret = NodeRef::<html::Input>::new();
    let token = NodeRef::<html::Input>::new();
    let temporary = RwSignal::new(false);
    let region =
        RwSignal::new(asking.app.settings.with_untracked(|settings| settings.default_region.clone()));
    let faults = RwSignal::new(Faults::default());
    let said = move |pick: fn(&Faults) -> Option<&IdentityError>| {
        text.compose(move |m| {
            faults.with(|faults| pick(faults).map_or_else(String::new, |error| (m.fields().refused)(error)))
        })
    };
    let key_id_error = said(|faults| faults.access_key_id.as_ref());
    let secret_error = said(|faults| faults.secret_access_key.as_ref());
    let token_error = said(|faults| faults.session_token.as_ref());
    let partition = Signal::derive(move || {
        region.with(|region| region.parse::<Region>()).map_or(Partition::Aws, |region| region.partition())
    });
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = |field: NodeRef<html::Input>| {
            field.get_untracked().map(|input| input.value()).unwrap_or_default()
        };
        let read = read(&typed(key_id), &typed(secret), &typed(token), temporary.get_untracked());
        match read {
            Ok(credentials) => {
                faults.set(Faults::default());
                asking.ask(credentials, region.get_untracked().parse().ok());
            }
            Err(found) => {
                faults.set(found);
                request_animation_frame(|| document::focus_first_invalid("typed"));
            }
        }
    };
    let token_field = move || {
        temporary.get().then(|| {
            view! {
                <Field
                    id="session-token"
                    label=text.say(|m| m.sign_in().session_token)
                    hint=text.say(|m| m.sign_in().session_token_hint)
                    error=token_error
                >
                    {secret_input("session-token", token, token_error)}
                </Field>
            }
            .fixed()
        })
    };
    view! {
        <form id="typed" class="form" novalidate on:submit=ask autocomplete="off">
            <Field
                id="access-key-id"
                label=text.say(|m| m.sign_in().access_key_id)
                hint=text.say(|m| m.sign_in().access_key_id_hint)
                error=key_id_error
            >
                <input
                    id="access-key-id"
                    class="input mono"
                    type="text"
                    node_ref=key_id
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    aria-describedby=described_by("access-key-id")
                    aria-invalid=invalid(Some(key_id_error))
                    on:input=move |event| {
                        if event_target_value(&event).trim_start().starts_with("ASIA") {
                            temporary.set(true);
                        }
                    }
                />
            </Field>
            <Field id="secret-access-key" label=text.say(|m| m.sign_in().secret_access_key) error=secret_error>
                {secret_input("secret-access-key", secret, secret_error)}
            </Field>
            <div class="check">
                <input
                    id="temporary"
                    type="checkbox"
                    prop:checked=temporary
                    on:change=move |event| temporary.set(event_target_checked(&event))
                />
                <div>
                    <label for="temporary">{text.say(|m| m.sign_in().temporary)}</label>
                </div>
            </div>
            {token_field}
            <Field
                id="sign-in-region"
                label=text.say(|m| m.sign_in().region)
                hint=text.say(|m| m.sign_in().region_hint)
                optional=true
            >
                <RegionSelect id="sign-in-region" partition=partition value=region all=true />
            </Field>
            {submit(asking)}
        </form>
    }
    .fixed()
}

/// A field whose text the browser hides and does not offer to keep.
fn secret_input(id: &'static str, node: NodeRef<html::Input>, error: Signal<String>) -> AnyView {
    view! {
        <input
            id=id
            class="input mono"
            type="password"
            node_ref=node
            autocomplete="off"
            data-1p-ignore="true"
            data-lpignore="true"
            spellcheck="false"
            aria-describedby=described_by(id)
            aria-invalid=invalid(Some(error))
        />
    }
    .fixed()
}

fn read(key_id: &str, secret: &str, token: &str, temporary: bool) -> Result<Credentials, Faults> {
    let key_id = key_id.trim().parse::<AccessKeyId>();
    let secret = secret.trim().parse::<SecretAccessKey>();
    let token = temporary.then(|| token.trim().parse::<SessionToken>()).transpose();
    match (key_id, secret, token) {
        (Ok(access_key_id), Ok(secret_access_key), Ok(session_token)) => {
            Ok(Credentials { access_key_id, secret_access_key, session_token, expiration: None })
        }
        (key_id, secret, token) => Err(Faults {
            access_key_id: key_id.err(),
            secret_access_key: secret.err(),
            session_token: token.err(),
        }),
    }
}
