//! Where the switch leads and for how long: region, console page, duration.

use leptos::prelude::*;
use nanori_federation::{ConsolePage, FederationError};
use nanori_identity::Partition;

use super::desk::Desk;
use crate::components::fixed::Fixed;
use crate::{
    components::{
        field::{Field, TextField, described_by},
        region_select::RegionSelect,
    },
    context::App,
    state::durations,
};

/// The value of the entry for an address of one's own.
const OWN: &str = "own";

/// The fields.
#[component]
pub fn WhereTo(
    /// The page's state.
    desk: Desk,
) -> AnyView {
    let text = desk.app.text;
    let partition = Signal::derive(move || {
        desk.chosen.with(|arn| arn.as_ref().map_or(Partition::Aws, nanori_identity::RoleArn::partition))
    });
    let own = RwSignal::new(is_own(&desk.destination.get_untracked()));
    // A role that was used with an address of one's own comes back with it.
    Effect::new(move |_| {
        if desk.destination.with(|text| is_own(text)) {
            own.set(true);
        }
    });
    let address_error = text.compose(move |m| {
        desk.region.track();
        let named = desk.destination.with(|text| text.trim().chars().count() > 8 && is_own(text));
        let refused = if named { desk.chosen.get().and_then(|role| desk.target(&role).err()) } else { None };
        match refused {
            None => String::new(),
            Some(FederationError::ForeignDestination { .. }) if own_partition(&desk.destination.get()) => {
                m.switch().destination_other_partition.to_owned()
            }
            Some(_) => m.switch().destination_refused.to_owned(),
        }
    });
    let address = move || {
        own.get().then(|| {
            view! {
                <TextField
                    id="destination-url"
                    label=text.say(|m| m.switch().destination_url)
                    hint=text.say(|m| m.switch().destination_url_hint)
                    error=address_error
                    value=desk.destination
                    mono=true
                    inputmode="url"
                    placeholder=Signal::stored("https://console.aws.amazon.com/…".to_owned())
                />
            }
            .fixed()
        })
    };
    view! {
        <div class="columns">
            <Field id="region" label=text.say(|m| m.switch().region)>
                <RegionSelect id="region" partition=partition value=desk.region />
            </Field>
            <Field id="destination" label=text.say(|m| m.switch().destination)>
                {destination_select(desk, own)}
            </Field>
            <Field id="duration" label=text.say(|m| m.switch().duration)>
                {duration_select(desk)}
            </Field>
        </div>
        {address}
        <p class="field-hint" id="duration-hint">
            {move || {
                let m = text.get();
                if chained(desk.app) { m.switch().duration_why_chained } else { m.switch().duration_why_role }
            }}
        </p>
    }
    .fixed()
}

fn destination_select(desk: Desk, own: RwSignal<bool>) -> AnyView {
    let text = desk.app.text;
    let change = move |event| {
        let value = event_target_value(&event);
        own.set(value == OWN);
        desk.destination.set(if value == OWN { String::new() } else { value });
    };
    let option = move |value: &'static str, label: Signal<String>| {
        let selected =
            move || if value == OWN { own.get() } else { !own.get() && desk.destination.get() == value };
        view! { <option value=value prop:selected=selected>{label}</option> }.fixed()
    };
    let pages: Vec<AnyView> = ConsolePage::ALL
        .into_iter()
        .filter(|page| *page != ConsolePage::HOME)
        .map(|page| option(page.id(), text.compose(move |m| (m.switch().page)(page.id()).to_owned())))
        .collect();
    view! {
        <select id="destination" class="input" aria-describedby=described_by("destination") on:change=change>
            {option("", text.say(|m| m.switch().destination_home))}
            {option(OWN, text.say(|m| m.switch().destination_own))}
            {pages}
        </select>
    }
    .fixed()
}

fn duration_select(desk: Desk) -> AnyView {
    let text = desk.app.text;
    let options = move || {
        let mut options = vec![(0, text.say(|m| m.switch().duration_default))];
        options.extend(durations::offered(chained(desk.app)).iter().map(|seconds| {
            let seconds = *seconds;
            let label = text.compose(move |m| {
                if seconds < 3600 {
                    (m.shell().minutes)(seconds / 60)
                } else {
                    (m.shell().hours)(seconds / 3600)
                }
            });
            (seconds, label)
        }));
        options
            .into_iter()
            .map(|(seconds, label)| {
                view! {
                    <option
                        value=seconds.to_string()
                        prop:selected=Signal::derive(move || desk.input.with(|input| input.duration == seconds))
                    >
                        {label}
                    </option>
                }
                .fixed()
            })
            .collect::<Vec<AnyView>>()
    };
    view! {
        <select
            id="duration"
            class="input"
            aria-describedby="duration-hint"
            on:change=move |event| {
                let seconds = event_target_value(&event).parse().unwrap_or_default();
                desk.input.update(|input| input.duration = seconds);
            }
        >
            {options}
        </select>
    }
    .fixed()
}

fn chained(app: App) -> bool {
    app.session.with(|session| session.as_ref().is_some_and(|session| session.is_role_session()))
}

/// Whether the destination is an address, not a page of the list.
fn is_own(destination: &str) -> bool {
    !destination.is_empty() && ConsolePage::find(destination.trim()).is_none()
}

/// Whether the address is of some AWS console, only not of this role's partition.
fn own_partition(address: &str) -> bool {
    Partition::ALL.into_iter().any(|partition| {
        let endpoint =
            nanori_federation::SigninEndpoint::regional(nanori_identity::Region::default_of(partition));
        nanori_federation::Destination::read(&endpoint, address.trim()).is_ok()
    })
}
