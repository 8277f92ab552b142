//! The way from a profile to credentials as it is drawn, and what is said where there is none.

use leptos::prelude::*;
use nanori_identity::RoleArn;
use nanori_profile::Hop;

use super::{bench::Bench, finding::fix_button};
use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::Text,
    state::profiles::chosen::{Refused, Way},
};

/// From where the first credentials are to the last role.
pub fn way(text: Text, found: &Way) -> AnyView {
    let origin = found.chain.origin.clone();
    let title = {
        let origin = origin.clone();
        text.compose(move |m| (m.profiles().origin)(&origin))
    };
    let detail = text.compose(move |m| (m.profiles().origin_detail)(&origin));
    // A role that is assumed with the credentials of a role is capped at an hour.
    let first_is_chained = found.chain.origin.is_role_session();
    let hops: Vec<AnyView> = found
        .chain
        .hops
        .iter()
        .rev()
        .enumerate()
        .map(|(place, one)| hop(text, one, place > 0 || first_is_chained))
        .collect();
    view! {
        <section class="part">
            <h3>{text.say(|m| m.profiles().way_title)}</h3>
            <ol class="way">
                <li class="way-step">
                    <span class="way-mark">{draw(Icon::Key)}</span>
                    <div>
                        <p class="way-name">{title}</p>
                        <p class="field-hint">{detail}</p>
                    </div>
                </li>
                {hops}
            </ol>
        </section>
    }
    .fixed()
}

fn hop(text: Text, hop: &Hop, chained: bool) -> AnyView {
    let arn: Option<RoleArn> = hop.role_arn.parse().ok();
    let name = arn.as_ref().map_or_else(|| hop.role_arn.clone(), |arn| arn.name().to_owned());
    let account = arn.map(|arn| arn.account().to_string()).unwrap_or_default();
    let profile = hop.profile.clone();
    let heading = text.compose(move |m| (m.profiles().assumes)(&profile, &account));
    let session = hop.session_name.clone();
    let nameless = session.is_none();
    let session = text.compose(move |m| session.clone().unwrap_or_else(|| m.profiles().nobody.to_owned()));
    let seconds = hop.duration_seconds;
    let duration = text.compose(move |m| (m.profiles().duration)(seconds, chained));
    let fact = |label: Signal<String>, value: String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd class="mono wrap-anywhere">{value}</dd>
            </div>
        }
        .fixed()
    };
    let mfa = hop.mfa_serial.clone().map(|serial| fact(text.say(|m| m.profiles().fact_mfa), serial));
    let external = hop.external_id.clone().map(|id| fact(text.say(|m| m.profiles().fact_external_id), id));
    view! {
        <li class="way-step">
            <span class="way-mark way-role">{draw(Icon::Sign)}</span>
            <div>
                <p class="way-name">{name}</p>
                <p class="field-hint">{heading}</p>
                <dl class="facts">
                    <div>
                        <dt>{text.say(|m| m.profiles().fact_session)}</dt>
                        <dd class="wrap-anywhere" class:way-nobody=nameless>{session}</dd>
                    </div>
                    {mfa}
                    {external}
                    <div>
                        <dt>{text.say(|m| m.profiles().fact_duration)}</dt>
                        <dd>{duration}</dd>
                    </div>
                </dl>
            </div>
        </li>
    }
    .fixed()
}

/// Botocore's error with its cause, its line and, where there is one, the fix.
pub fn refused(bench: Bench, why: &Refused) -> AnyView {
    let text = bench.app.text;
    let error = why.error.clone();
    let said = text.compose(move |m| (m.profiles().resolve_error)(&error));
    let words = format!("{}: {}", why.error.class(), why.error);
    let place = why.at.map(|(file, place)| {
        let said = text.compose(move |m| (m.profiles().at_line)(file.default_path(), place.line));
        view! { <p class="field-hint">{said}</p> }.fixed()
    });
    let fix = why.fix.as_ref().map(|fix| fix_button(bench, fix.clone()));
    view! {
        <div class="refusal" role="group" aria-labelledby="resolve-title">
            <div class="refusal-head">
                {draw(Icon::Warning)}
                <div>
                    <p class="refusal-by">{text.say(|m| m.profiles().cli_says)}</p>
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
