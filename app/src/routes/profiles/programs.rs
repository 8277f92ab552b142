//! Programs that assume a role under a proper name: a person's own, or for a service one that stays the same.

use leptos::prelude::*;
use nanori_profile::Language;

use super::{add::Typed, bench::Bench, two_accounts::TwoAccounts};
use crate::components::fixed::Fixed;
use crate::{
    browser::download,
    components::{
        copy_button::CopyButton,
        field::{Field as FieldFrame, TextField},
        icon::{Icon, draw},
        region_select::RegionSelect,
        segmented::Segmented,
    },
    state::profiles::new_profile::Field,
};

/// The view.
#[component]
pub fn Programs(
    /// The page's state.
    bench: Bench,
) -> AnyView {
    let app = bench.app;
    let text = app.text;
    let typed = Typed::new(bench);
    // The profile that was looked at is likely to be the one that is meant.
    prefill(bench, typed);
    let service = RwSignal::new(false);
    let application = RwSignal::new(String::new());
    let language = RwSignal::new(Language::JavaScript);
    let name = move || if service.get() { application.get() } else { typed.session_name.get() };
    let program = Memo::new(move |_| typed.read().program(language.get(), &name()));
    Effect::new(move |_| {
        let began = typed.role_arn.with(|arn| !arn.trim().is_empty());
        let faults = program.with(|program| program.as_ref().err().cloned().unwrap_or_default());
        typed.faults.set(if began { faults } else { Vec::new() });
    });
    let whose =
        vec![(false, text.say(|m| m.profiles().for_person)), (true, text.say(|m| m.profiles().for_service))];
    let name_field = move || {
        if service.get() {
            view! {
                <TextField id="program-application" label=text.say(|m| m.profiles().application)
                    hint=text.say(|m| m.profiles().application_hint) value=application
                    error=typed.error(bench, Field::SessionName) mono=true />
            }
            .fixed()
        } else {
            view! {
                <TextField id="program-session" label=text.say(|m| m.profiles().session_name)
                    hint=text.say(|m| m.profiles().session_name_hint) value=typed.session_name
                    error=typed.error(bench, Field::SessionName) mono=true />
            }
            .fixed()
        }
    };
    let languages = Language::ALL
        .into_iter()
        .map(|language| (language, Signal::derive(move || title(language).to_owned())))
        .collect();
    let shown = move || {
        program.with(|program| match program {
            Err(_) => view! { <p class="pane-empty">{text.say(|m| m.profiles().program_waits)}</p> }.fixed(),
            Ok(program) => {
                let (copied, saved) = (program.clone(), program.clone());
                let file = language.get().file_name();
                let packages = language.get().packages().join(", ");
                view! {
                    <pre class="code-block" tabindex="0" aria-label=title(language.get())><code>{program.clone()}</code></pre>
                    <p class="field-hint">
                        {text.compose(move |m| (m.profiles().packages)(&packages))}
                    </p>
                    <div class="row">
                        <CopyButton
                            label=text.say(|m| m.profiles().copy)
                            said=text.say(|m| m.profiles().copied)
                            copied=move |()| copied.clone()
                        />
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| {
                                if download::download(file, &saved) {
                                    app.announce(text.now().profiles().downloaded);
                                }
                            }
                        >
                            {draw(Icon::Download)}
                            <span>{text.compose(move |m| (m.profiles().download_file)(file))}</span>
                        </button>
                    </div>
                }
                .fixed()
            }
        })
    };
    let picture = move || {
        let role = typed.role_arn.with(|arn| arn.trim().parse().ok())?;
        let session_name = name().trim().parse().ok()?;
        // A service has an account of its own, which nobody has named.
        let account = app.session.with(|session| {
            session
                .as_ref()
                .filter(|_| !service.get())
                .map(|session| session.view.principal.account_id.clone())
        });
        Some(TwoAccounts { role, session_name, account, service: service.get() }.view(text.get()))
    };
    view! {
        <div class="profiles-columns">
            <div class="card">
                <h2>{text.say(|m| m.profiles().programs_title)}</h2>
                <p class="field-hint">{text.say(|m| m.profiles().programs_hint)}</p>
                <div class="form">
                    <Segmented
                        name="program-for"
                        legend=text.say(|m| m.profiles().for_whom)
                        choices=whose
                        chosen=service.into()
                        on_choose=move |chosen| service.set(chosen)
                    />
                    {name_field}
                    <TextField id="program-role" label=text.say(|m| m.profiles().role) value=typed.role_arn
                        error=typed.error(bench, Field::Role) mono=true />
                    <FieldFrame id="program-region" label=text.say(|m| m.profiles().region) error=typed.error(bench, Field::Region)>
                        <RegionSelect id="program-region" partition=Signal::derive(move || typed.role_partition()) value=typed.region />
                    </FieldFrame>
                    <TextField id="program-mfa" label=text.say(|m| m.profiles().mfa) value=typed.mfa_serial optional=true
                        error=typed.error(bench, Field::Mfa) mono=true />
                    <div class="columns">
                        <TextField id="program-external" label=text.say(|m| m.profiles().external_id) value=typed.external_id
                            optional=true error=typed.error(bench, Field::ExternalId) mono=true />
                        <TextField id="program-duration" label=text.say(|m| m.profiles().duration_seconds) value=typed.duration
                            optional=true inputmode="numeric" error=typed.error(bench, Field::Duration) mono=true />
                    </div>
                </div>
            </div>
            <section class="card changes" aria-label=text.say(|m| m.profiles().program)>
                <Segmented
                    name="program-language"
                    legend=text.say(|m| m.profiles().language)
                    choices=languages
                    chosen=language.into()
                    on_choose=move |chosen| language.set(chosen)
                />
                <div class="stack">{shown}</div>
                {picture}
            </section>
        </div>
    }
    .fixed()
}

const fn title(language: Language) -> &'static str {
    match language {
        Language::Python => "Python",
        Language::Go => "Go",
        Language::Rust => "Rust",
        Language::Java => "Java",
        Language::Terraform => "Terraform",
        _ => "JavaScript",
    }
}

/// Takes role, region and the rest from the profile that was looked at last.
fn prefill(bench: Bench, typed: Typed) {
    let Some(name) = bench.chosen.get_untracked() else { return };
    untrack(|| {
        bench.with_files(|files| {
            let Ok(loaded) = nanori_profile::reader::python::read(files.config, files.credentials) else {
                return;
            };
            let Some(profile) = loaded.profiles.profile(&name) else { return };
            let value = |key: &str| profile.value(key).unwrap_or_default().to_owned();
            typed.role_arn.set(value("role_arn"));
            typed.region.set(value("region"));
            typed.external_id.set(value("external_id"));
            typed.mfa_serial.set(value("mfa_serial"));
            typed.duration.set(value("duration_seconds"));
            if typed.session_name.with_untracked(String::is_empty) {
                typed.session_name.set(value("role_session_name"));
            }
        });
    });
}
