//! What was found in a paste or a file: which key it is, never the secret; and which one of several.

use leptos::prelude::*;
use nanori_profile::{FoundCredentials, PasteProblem};

use crate::components::fixed::Fixed;
use crate::{
    components::notice::{Notice, Tone},
    context::App,
};

/// The sets of credentials to choose among, with a summary of the chosen one.
#[component]
pub fn Found(
    /// What was found; not empty.
    found: RwSignal<Vec<FoundCredentials>>,
    /// Which one is chosen.
    chosen: RwSignal<usize>,
) -> AnyView {
    let text = App::current().text;
    let options = move || {
        found.with(|found| {
            (found.len() > 1).then(|| {
                let count = found.len();
                let rows: Vec<AnyView> =
                    found.iter().enumerate().map(|(place, one)| row(place, one, chosen)).collect();
                view! {
                    <fieldset class="profiles">
                        <legend>{text.compose(move |m| (m.sign_in().profiles_found)(count))}</legend>
                        <div class="profiles-list">{rows}</div>
                    </fieldset>
                }
                .fixed()
            })
        })
    };
    let summary = move || found.with(|found| found.get(chosen.get()).map(summary));
    view! { {options} {summary} }.fixed()
}

/// What is wrong with a pasted text, each with its line.
pub fn problems(problems: &[PasteProblem]) -> AnyView {
    let text = App::current().text;
    let lines: Vec<AnyView> = problems
        .iter()
        .map(|problem| {
            let (code, line, label) = (problem.code, problem.place.line, problem.label.clone());
            let said = text.compose(move |m| {
                let place = (m.sign_in().paste_line)(line);
                let label = label.as_deref().map(|label| format!("{label}, ")).unwrap_or_default();
                format!("{} ({label}{place})", (m.sign_in().paste_refused)(code))
            });
            view! { <li>{said}</li> }.fixed()
        })
        .collect();
    view! { <Notice tone=Tone::Caution><ul class="plain-list">{lines}</ul></Notice> }.fixed()
}

fn row(place: usize, one: &FoundCredentials, chosen: RwSignal<usize>) -> AnyView {
    let id = format!("profile-{place}");
    let label = one.label.clone().unwrap_or_else(|| (place + 1).to_string());
    view! {
        <div class="profile-row">
            <input
                type="radio"
                name="profile"
                id=id.clone()
                prop:checked=Signal::derive(move || chosen.get() == place)
                on:change=move |_| chosen.set(place)
            />
            <label for=id>
                <span>{label}</span>
                <span class="mono profile-key">{one.credentials.access_key_id.to_string()}</span>
            </label>
        </div>
    }
    .fixed()
}

fn summary(one: &FoundCredentials) -> AnyView {
    let text = App::current().text;
    let temporary = one.credentials.is_temporary();
    let region = one.region.as_ref().map(|region| {
        let region = region.to_string();
        view! { <div><dt>{text.say(|m| m.sign_in().found_region)}</dt><dd class="mono">{region}</dd></div> }
            .fixed()
    });
    view! {
        <dl class="facts">
            <div>
                <dt>{text.say(|m| m.sign_in().found_key)}</dt>
                <dd class="mono">{one.credentials.access_key_id.to_string()}</dd>
            </div>
            <div>
                <dt>{text.say(|m| m.sign_in().found_secret)}</dt>
                <dd>{text.say(|m| m.sign_in().found_secret_kept)}</dd>
            </div>
            <div>
                <dt>{text.say(|m| m.sign_in().found_token)}</dt>
                <dd>
                    {text
                        .say(
                            if temporary {
                                |m| m.sign_in().found_token_yes
                            } else {
                                |m| m.sign_in().found_token_no
                            },
                        )}
                </dd>
            </div>
            {region}
        </dl>
    }
    .fixed()
}
