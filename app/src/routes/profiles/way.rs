//! The way from a profile to credentials as it is drawn, and what is said where there is none.

use leptos::prelude::*;
use nanori_identity::RoleArn;
use nanori_profile::Hop;

use super::{bench::Bench, finding::fix_button};
use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    messages::Messages,
    state::profiles::chosen::{Refused, Way},
};

/// From where the first credentials are to the last role.
pub fn way(m: &'static Messages, found: &Way) -> AnyView {
    let origin = &found.chain.origin;
    // A role that is assumed with the credentials of a role is capped at an hour.
    let first_is_chained = origin.is_role_session();
    let hops: Vec<AnyView> = found
        .chain
        .hops
        .iter()
        .rev()
        .enumerate()
        .map(|(place, one)| hop(m, one, place > 0 || first_is_chained))
        .collect();
    view! {
        <section class="part">
            <h3>{m.profiles().way_title}</h3>
            <ol class="way">
                <li class="way-step">
                    <span class="way-mark">{draw(Icon::Key)}</span>
                    <div>
                        <p class="way-name">{(m.profiles().origin)(origin)}</p>
                        <p class="field-hint">{(m.profiles().origin_detail)(origin)}</p>
                    </div>
                </li>
                {hops}
            </ol>
        </section>
    }
    .fixed()
}

fn hop(m: &'static Messages, hop: &Hop, chained: bool) -> AnyView {
    let arn: Option<RoleArn> = hop.role_arn.parse().ok();
    let name = arn.as_ref().map_or_else(|| hop.role_arn.clone(), |arn| arn.name().to_owned());
    let account = arn.map(|arn| arn.account().to_string()).unwrap_or_default();
    let heading = (m.profiles().assumes)(&hop.profile, &account);
    let nameless = hop.session_name.is_none();
    let session = hop.session_name.clone().unwrap_or_else(|| m.profiles().nobody.to_owned());
    let duration = (m.profiles().duration)(hop.duration_seconds, chained);
    let fact = |label: &'static str, value: String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd class="mono wrap-anywhere">{value}</dd>
            </div>
        }
        .fixed()
    };
    let mfa = hop.mfa_serial.clone().map(|serial| fact(m.profiles().fact_mfa, serial));
    let external = hop.external_id.clone().map(|id| fact(m.profiles().fact_external_id, id));
    view! {
        <li class="way-step">
            <span class="way-mark way-role">{draw(Icon::Sign)}</span>
            <div>
                <p class="way-name">{name}</p>
                <p class="field-hint">{heading}</p>
                <dl class="facts">
                    <div>
                        <dt>{m.profiles().fact_session}</dt>
                        <dd class="wrap-anywhere" class:way-nobody=nameless>{session}</dd>
                    </div>
                    {mfa}
                    {external}
                    <div>
                        <dt>{m.profiles().fact_duration}</dt>
                        <dd>{duration}</dd>
                    </div>
                </dl>
            </div>
        </li>
    }
    .fixed()
}

/// Botocore's error with its cause, its line and, where there is one, the fix.
pub fn refused(bench: Bench, m: &'static Messages, why: &Refused) -> AnyView {
    let said = (m.profiles().resolve_error)(&why.error);
    let words = format!("{}: {}", why.error.class(), why.error);
    let place = why.at.map(|(file, place)| {
        let said = (m.profiles().at_line)(file.default_path(), place.line);
        view! { <p class="field-hint">{said}</p> }.fixed()
    });
    let fix = why.fix.as_ref().map(|fix| fix_button(bench, m, fix.clone()));
    view! {
        <div class="refusal" role="group" aria-labelledby="resolve-title">
            <div class="refusal-head">
                {draw(Icon::Warning)}
                <div>
                    <p class="refusal-by">{m.profiles().cli_says}</p>
                    <h3 class="refusal-title" id="resolve-title">{said}</h3>
                </div>
            </div>
            <p class="mono wrap-anywhere botocore">{words}</p>
            {place}
            {fix}
        </div>
    }
    .fixed()
}
