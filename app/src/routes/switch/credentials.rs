//! Credentials to use elsewhere: in the form that a shell or tool takes, with the time that is left.
//!
//! Secrets are masked until asked for; copying and downloading take the real text.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use nanori_identity::RoleArn;

use super::{actions, desk::Desk};
use crate::components::fixed::Fixed;
use crate::{
    browser::download,
    components::{
        copy_button::CopyButton,
        icon::{Icon, draw},
        notice::{Notice, Tone},
    },
    context::Text,
    messages::Messages,
    state::{
        granted::{Granted, Held, time_left},
        hand_over::{Form, hand_over, masked},
    },
};

/// The panel.
#[component]
pub fn CredentialsPanel(
    /// The page's state.
    desk: Desk,
    /// The credentials.
    granted: Arc<Granted>,
) -> AnyView {
    let app = desk.app;
    let text = app.text;
    let expiration = granted.expiration;
    let left = RwSignal::new(time_left(expiration, app.now()).unwrap_or_default());
    let (role, arn) = (granted.role.clone(), granted.session.assumed_role_arn.clone());
    let over = Held::Over { role: role.clone(), arn: arn.clone() };
    if let Ok(ticking) = set_interval_with_handle(
        move || match time_left(expiration, app.now()) {
            Some(time) => drop(left.try_set(time)),
            // This panel goes, and with it all that holds the credentials, which are wiped so.
            None => drop(desk.granted.try_set(Some(over.clone()))),
        },
        Duration::from_secs(1),
    ) {
        on_cleanup(move || ticking.clear());
    }
    let countdown = text.compose(move |m| left.with(|time| (m.credentials().left)(time)));
    let with = granted.clone();
    let body = view! {
        <Forms desk=desk granted=granted />
        <div class="row">
            <button type="button" class="button" on:click=move |_| actions::open_with(desk, with.clone())>
                {draw(Icon::Outside)}
                <span>{text.say(|m| m.credentials().open_with)}</span>
            </button>
            {forget(desk)}
        </div>
    };
    panel(text, &role, arn, countdown, body.fixed())
}

/// What is said of credentials that are over.
pub fn expired_panel(desk: Desk, role: &RoleArn, arn: String) -> AnyView {
    let text = desk.app.text;
    let body = view! {
        <Notice tone=Tone::Caution>
            <p>
                <strong>{text.say(|m| m.credentials().expired)}</strong>
                " "
                {text.say(|m| m.credentials().expired_note)}
            </p>
        </Notice>
        <div class="row">
            <button type="button" class="button button-primary" on:click=move |_| actions::take_credentials(desk)>
                {text.say(|m| m.credentials().renew)}
            </button>
            {forget(desk)}
        </div>
    };
    panel(text, role, arn, text.say(|m| m.credentials().expired), body.fixed())
}

fn forget(desk: Desk) -> AnyView {
    view! {
        <button type="button" class="button button-quiet" on:click=move |_| desk.granted.set(None)>
            {desk.app.text.say(|m| m.credentials().forget)}
        </button>
    }
    .fixed()
}

fn panel(text: Text, role: &RoleArn, arn: String, countdown: Signal<String>, body: AnyView) -> AnyView {
    let (role, account) = (role.name().to_owned(), role.account().to_string());
    view! {
        <section class="card credentials" aria-labelledby="credentials-title">
            <div class="credentials-head">
                <div>
                    <h3 id="credentials-title" tabindex="-1">{text.say(|m| m.credentials().title)}</h3>
                    <p class="field-hint">{text.compose(move |m| (m.credentials().of_role)(&role, &account))}</p>
                </div>
                <p class="countdown tabular" role="timer" aria-live="off">
                    {draw(Icon::Clock)}
                    <span>{countdown}</span>
                </p>
            </div>
            <dl class="facts">
                <div>
                    <dt>{text.say(|m| m.credentials().arn)}</dt>
                    <dd class="mono wrap-anywhere">{arn}</dd>
                </div>
            </dl>
            {body}
        </section>
    }
    .fixed()
}

/// The tabs and the text of the chosen one.
#[component]
fn Forms(desk: Desk, granted: Arc<Granted>) -> AnyView {
    let app = desk.app;
    let text = app.text;
    let chosen = RwSignal::new(Form::ALL[0]);
    let shown = RwSignal::new(false);
    let name = StoredValue::new(desk.session_name());
    let serial =
        StoredValue::new(desk.input.with_untracked(|input| input.mfa.then(|| input.mfa_serial.clone())));
    let external = StoredValue::new(desk.input.with_untracked(|input| input.external_id.trim().to_owned()));
    let made = Signal::derive({
        let granted = granted.clone();
        move || {
            let form = chosen.get();
            name.with_value(|name| {
                let name = name.as_ref()?;
                serial.with_value(|serial| {
                    external
                        .with_value(|external| hand_over(&granted, form, name, serial.as_deref(), external))
                })
            })
        }
    });
    let tabs: Vec<AnyView> = Form::ALL.into_iter().map(|form| tab(app.text, chosen, form)).collect();
    let preview = move || {
        made.get().map_or_else(
            || text.get().credentials().unavailable.to_owned(),
            |made| if shown.get() { made.to_string() } else { masked(&made, &granted) },
        )
    };
    let copied =
        Callback::new(move |()| made.get_untracked().map(|made| made.to_string()).unwrap_or_default());
    let save = move |_| {
        if let Some(made) = made.get_untracked() {
            download::download(chosen.get_untracked().file_name(), &made);
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=text.say(|m| m.credentials().formats) on:keydown=move |event| arrows(&event, chosen)>
            {tabs}
        </div>
        <div id="credentials-panel" role="tabpanel" tabindex="0" aria-labelledby=Signal::derive(move || tab_id(chosen.get()))>
            <p class="field-hint">{move || note(text.get(), chosen.get())}</p>
            <pre class="code-block" tabindex="0" role="group" aria-label=text.say(|m| m.credentials().formats)><code>{preview}</code></pre>
        </div>
        <div class="row">
            <CopyButton label=text.say(|m| m.credentials().copy) said=text.say(|m| m.shell().copied) copied=copied />
            <button type="button" class="button" on:click=save>
                {draw(Icon::Download)}
                <span>{text.say(|m| m.credentials().download)}</span>
            </button>
            <button
                type="button"
                class="button button-quiet"
                aria-pressed=Signal::derive(move || shown.get().to_string())
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {draw(Icon::Eye)}
                <span>
                    {move || {
                        let m = text.get();
                        if shown.get() { m.credentials().hide } else { m.credentials().show }
                    }}
                </span>
            </button>
        </div>
        <p class="field-hint">{text.say(|m| m.credentials().secret_note)}</p>
    }
    .fixed()
}

fn tab(text: Text, chosen: RwSignal<Form>, form: Form) -> AnyView {
    view! {
        <button
            type="button"
            role="tab"
            id=tab_id(form)
            class="tab"
            aria-controls="credentials-panel"
            aria-selected=Signal::derive(move || (chosen.get() == form).to_string())
            tabindex=Signal::derive(move || if chosen.get() == form { "0" } else { "-1" })
            on:click=move |_| chosen.set(form)
        >
            {text.compose(move |m| title(m, form).to_owned())}
        </button>
    }
    .fixed()
}

/// Left and right move among the tabs, as the tab pattern of ARIA has it.
fn arrows(event: &web_sys::KeyboardEvent, chosen: RwSignal<Form>) {
    let count = Form::ALL.len();
    let at = Form::ALL.iter().position(|form| *form == chosen.get_untracked()).unwrap_or_default();
    let next = match event.key().as_str() {
        "ArrowRight" => (at + 1) % count,
        "ArrowLeft" => (at + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(form) = Form::ALL.get(next) {
        chosen.set(*form);
        crate::browser::document::focus(&tab_id(*form));
    }
}

fn tab_id(form: Form) -> String {
    format!("form-{}", form.as_str())
}

const fn title(m: &Messages, form: Form) -> &'static str {
    match form {
        Form::Posix => m.credentials().bash,
        Form::Fish => m.credentials().fish,
        Form::PowerShell => m.credentials().power_shell,
        Form::Cmd => m.credentials().cmd,
        Form::DotEnv => m.credentials().env,
        Form::CredentialsFile => m.credentials().credentials_block,
        Form::ConfigProfile => m.credentials().config_profile,
        Form::CredentialProcess => m.credentials().process,
    }
}

const fn note(m: &Messages, form: Form) -> &'static str {
    match form {
        Form::Posix => m.credentials().bash_note,
        Form::Fish => m.credentials().fish_note,
        Form::PowerShell => m.credentials().power_shell_note,
        Form::Cmd => m.credentials().cmd_note,
        Form::DotEnv => m.credentials().env_note,
        Form::CredentialsFile => m.credentials().credentials_block_note,
        Form::ConfigProfile => m.credentials().config_profile_note,
        Form::CredentialProcess => m.credentials().process_note,
    }
}
