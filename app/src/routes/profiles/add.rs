//! New profiles: by a form, from the saved roles, or from another tool's file; and what they change in the config file.

use leptos::{ev::SubmitEvent, prelude::*};
use nanori_identity::{Partition, RoleArn};

use super::{bench::Bench, changes::Changes, roles::Roles};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        disclosure::Disclosure,
        field::{Field as FieldFrame, TextField, described_by},
        region_select::RegionSelect,
    },
    state::profiles::{
        new_profile::{Faults, Field, From, NewProfile},
        offers::{Offer, profile_name},
    },
};

/// What is typed, field by field.
#[derive(Clone, Copy)]
pub struct Typed {
    pub name: RwSignal<String>,
    pub from: RwSignal<From>,
    pub role_arn: RwSignal<String>,
    pub session_name: RwSignal<String>,
    pub source_profile: RwSignal<String>,
    pub token_file: RwSignal<String>,
    pub command: RwSignal<String>,
    pub mfa_serial: RwSignal<String>,
    pub external_id: RwSignal<String>,
    pub duration: RwSignal<String>,
    pub region: RwSignal<String>,
    pub faults: RwSignal<Faults>,
}

impl Typed {
    /// An empty form with the person's own name in it.
    pub fn new(bench: Bench) -> Self {
        let empty = || RwSignal::new(String::new());
        let start = NewProfile::default();
        let own = untrack(|| bench.session_name());
        let source = bench.review.with_untracked(|review| review.likely_source().to_owned());
        Self {
            name: empty(),
            from: RwSignal::new(start.from),
            role_arn: empty(),
            session_name: RwSignal::new(own.map(|name| name.to_string()).unwrap_or_default()),
            source_profile: RwSignal::new(source),
            token_file: empty(),
            command: empty(),
            mfa_serial: empty(),
            external_id: empty(),
            duration: empty(),
            region: empty(),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// What is typed now, tracked.
    pub fn read(self) -> NewProfile {
        NewProfile {
            name: self.name.get(),
            from: self.from.get(),
            role_arn: self.role_arn.get(),
            session_name: self.session_name.get(),
            source_profile: self.source_profile.get(),
            token_file: self.token_file.get(),
            command: self.command.get(),
            mfa_serial: self.mfa_serial.get(),
            external_id: self.external_id.get(),
            duration: self.duration.get(),
            region: self.region.get(),
        }
    }

    /// What is wrong with a field; empty for nothing.
    pub fn error(self, bench: Bench, field: Field) -> Signal<String> {
        bench.app.text.compose(move |m| {
            self.faults.with(|faults| {
                let found = faults.iter().find(|(wrong, _)| *wrong == field);
                found.map(|(_, wrong)| (m.profiles().field_wrong)(m, wrong)).unwrap_or_default()
            })
        })
    }

    /// The partition of the typed role; the commercial one while there is none.
    pub fn role_partition(self) -> Partition {
        let role: Option<RoleArn> = self.role_arn.with(|typed| typed.trim().parse().ok());
        role.map_or(Partition::Aws, |role| role.partition())
    }
}

/// The view.
#[component]
pub fn Add(
    /// The page's state.
    bench: Bench,
) -> AnyView {
    let text = bench.app.text;
    let typed = Typed::new(bench);
    let take = move |event: SubmitEvent| {
        event.prevent_default();
        let read = untrack(|| typed.read());
        match read.generate() {
            Ok(generated) => {
                typed.faults.set(Vec::new());
                bench.app.announce((text.now().profiles().added)(generated.name.as_str()));
                bench.wanted.update(|wanted| wanted.put(generated));
            }
            Err(faults) => {
                typed.faults.set(faults);
                request_animation_frame(|| document::focus_first_invalid("new-profile"));
            }
        }
    };
    let preview = move || {
        let section = typed.read().generate().ok()?.section;
        Some(view! { <pre class="code-block" tabindex="0"><code>{section}</code></pre> }.fixed())
    };
    let saved: Vec<Offer> =
        bench.app.roles.with_untracked(|book| book.roles().iter().map(Offer::saved).collect());
    let saved = (!saved.is_empty()).then(|| {
        view! {
            <Disclosure summary=text.say(|m| m.profiles().from_saved)>
                <Roles bench=bench offers=saved id="saved" />
            </Disclosure>
        }
        .fixed()
    });
    let imported = move || {
        let offers = bench.offers.get();
        (!offers.is_empty()).then(|| {
            view! {
                <Disclosure summary=text.say(|m| m.profiles().from_imported) open=true>
                    <Roles bench=bench offers=offers id="imported" />
                </Disclosure>
            }
            .fixed()
        })
    };
    view! {
        <div class="profiles-columns">
            <div class="stack">
                <form id="new-profile" class="card" novalidate on:submit=take>
                    <h2>{text.say(|m| m.profiles().new_title)}</h2>
                    <div class="form">
                        {fields(bench, typed)}
                        {preview}
                        <div class="row">
                            <button type="submit" class="button button-primary">{text.say(|m| m.profiles().add)}</button>
                        </div>
                    </div>
                </form>
                <div class="disclosures">{imported} {saved}</div>
            </div>
            <Changes bench=bench />
        </div>
    }
    .fixed()
}

fn fields(bench: Bench, typed: Typed) -> AnyView {
    let text = bench.app.text;
    let named = Memo::new(move |_| {
        typed.role_arn.with(|arn| arn.trim().parse::<RoleArn>().ok().map(|arn| profile_name(arn.name())))
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = named.get();
        // A name that was not typed follows the role.
        let own = typed.name.get_untracked();
        if own.is_empty() || before.flatten().as_ref() == Some(&own) {
            typed.name.set(now.clone().unwrap_or_default());
        }
        now
    });
    let note = move || {
        let from = typed.from.get();
        view! { <p class="field-hint">{(text.get().profiles().source_note)(from)}</p> }.fixed()
    };
    let from = move || {
        match typed.from.get() {
        From::Profile => view! {
            <TextField id="new-source" label=text.say(|m| m.profiles().source_profile) hint=text.say(|m| m.profiles().source_profile_hint)
                value=typed.source_profile error=typed.error(bench, Field::SourceProfile) mono=true />
        }
        .fixed(),
        From::WebIdentity => view! {
            <TextField id="new-token-file" label=text.say(|m| m.profiles().token_file) value=typed.token_file
                error=typed.error(bench, Field::TokenFile) mono=true />
        }
        .fixed(),
        From::Process => view! {
            <TextField id="new-command" label=text.say(|m| m.profiles().command) hint=text.say(|m| m.profiles().command_hint)
                value=typed.command error=typed.error(bench, Field::Command) mono=true />
        }
        .fixed(),
        From::Environment | From::Instance | From::Container => ().fixed(),
    }
    };
    let role = move || {
        (typed.from.get() != From::Process).then(|| {
            view! {
                <TextField id="new-role" label=text.say(|m| m.profiles().role) value=typed.role_arn
                    error=typed.error(bench, Field::Role) mono=true />
                <TextField id="new-session" label=text.say(|m| m.profiles().session_name) hint=text.say(|m| m.profiles().session_name_hint)
                    value=typed.session_name error=typed.error(bench, Field::SessionName) mono=true />
            }
            .fixed()
        })
    };
    let mfa = move || {
        typed.from.get().takes_mfa().then(|| {
            view! {
                <TextField id="new-mfa" label=text.say(|m| m.profiles().mfa) value=typed.mfa_serial optional=true
                    error=typed.error(bench, Field::Mfa) mono=true />
            }
            .fixed()
        })
    };
    let options = move || {
        typed.from.get().takes_options().then(|| {
            view! {
                <div class="columns">
                    <TextField id="new-external" label=text.say(|m| m.profiles().external_id) value=typed.external_id
                        optional=true error=typed.error(bench, Field::ExternalId) mono=true />
                    <TextField id="new-duration" label=text.say(|m| m.profiles().duration_seconds) value=typed.duration
                        optional=true inputmode="numeric" error=typed.error(bench, Field::Duration) mono=true />
                </div>
            }
            .fixed()
        })
    };
    view! {
        {source_select(bench, typed)}
        {note}
        {role}
        <TextField id="new-name" label=text.say(|m| m.profiles().name) hint=text.say(|m| m.profiles().name_hint)
            value=typed.name error=typed.error(bench, Field::Name) mono=true />
        {from}
        {mfa}
        {options}
        <FieldFrame id="new-region" label=text.say(|m| m.profiles().region) error=typed.error(bench, Field::Region)>
            <RegionSelect id="new-region" partition=Signal::derive(move || typed.role_partition()) value=typed.region />
        </FieldFrame>
    }
    .fixed()
}

fn source_select(bench: Bench, typed: Typed) -> AnyView {
    let text = bench.app.text;
    let options: Vec<AnyView> = From::ALL
        .into_iter()
        .enumerate()
        .map(|(place, from)| {
            let label = text.compose(move |m| (m.profiles().source)(from).to_owned());
            let selected = Signal::derive(move || typed.from.get() == from);
            view! { <option value=place.to_string() prop:selected=selected>{label}</option> }.fixed()
        })
        .collect();
    let choose = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        if let Some(from) = From::ALL.get(place) {
            typed.from.set(*from);
            typed.faults.set(Vec::new());
        }
    };
    view! {
        <FieldFrame id="new-from" label=text.say(|m| m.profiles().source_label)>
            <select id="new-from" class="input" aria-describedby=described_by("new-from") on:change=choose>{options}</select>
        </FieldFrame>
    }
    .fixed()
}
