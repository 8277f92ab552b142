//! Many profiles at once, for roles that are known already: which of them, and what is the same for all.

use leptos::{ev::SubmitEvent, prelude::*};
use nanori_identity::{IdentityError, SessionName};

use super::bench::Bench;
use crate::components::fixed::Fixed;
use crate::{
    components::{
        field::TextField,
        notice::{Notice, Tone},
    },
    state::profiles::offers::{Common, Offer},
};

/// The form.
#[component]
pub fn Roles(
    /// The page's state.
    bench: Bench,
    /// The roles.
    offers: Vec<Offer>,
    /// Tells the ids of two such forms apart.
    id: &'static str,
) -> AnyView {
    let text = bench.app.text;
    let ids = match id {
        "saved" => ["saved-source", "saved-mfa", "saved-session"],
        _ => ["imported-source", "imported-mfa", "imported-session"],
    };
    let chosen: Vec<RwSignal<bool>> = offers.iter().map(|_| RwSignal::new(true)).collect();
    let source = RwSignal::new(bench.review.with_untracked(|review| review.likely_source().to_owned()));
    let mfa = RwSignal::new(String::new());
    let own = untrack(|| bench.session_name()).map(|name| name.to_string()).unwrap_or_default();
    let session = RwSignal::new(own);
    let wrong = RwSignal::new(String::new());
    let lines: Vec<AnyView> = offers
        .iter()
        .zip(&chosen)
        .enumerate()
        .map(|(place, (offer, chosen))| line(format!("{id}-{place}"), offer, *chosen))
        .collect();
    let offers = StoredValue::new(offers);
    let take = move |event: SubmitEvent| {
        event.prevent_default();
        let messages = text.now();
        let refused = |error: &IdentityError| (messages.fields().refused)(error);
        let typed = mfa.with_untracked(|mfa| mfa.trim().to_owned());
        let common = || -> Result<Common, String> {
            Ok(Common {
                session_name: session
                    .with_untracked(|name| name.trim().parse::<SessionName>())
                    .map_err(|e| refused(&e))?,
                source_profile: source
                    .with_untracked(|name| name.trim().parse())
                    .map_err(|_| messages.profiles().bad_name.to_owned())?,
                mfa_serial: if typed.is_empty() {
                    None
                } else {
                    Some(typed.parse().map_err(|e| refused(&e))?)
                },
                region: None,
            })
        };
        match common() {
            Err(said) => wrong.set(said),
            Ok(common) => {
                let made: Vec<_> = offers.with_value(|offers| {
                    let taken = offers.iter().zip(&chosen).filter(|(_, chosen)| chosen.get_untracked());
                    taken.map(|(offer, _)| offer.generate(&common)).collect()
                });
                let failed = made.iter().filter(|made| made.is_err()).count();
                wrong.set(if failed > 0 { (messages.profiles().not_made)(failed) } else { String::new() });
                bench.app.announce((messages.profiles().added_many)(made.len() - failed));
                bench.wanted.update(|wanted| made.into_iter().flatten().for_each(|made| wanted.put(made)));
            }
        }
    };
    let problem = move || {
        let said = wrong.get();
        (!said.is_empty()).then(|| view! { <Notice tone=Tone::Bad>{said}</Notice> }.fixed())
    };
    let [source_id, mfa_id, session_id] = ids;
    view! {
        <form class="form" novalidate on:submit=take>
            <fieldset class="offers">
                <legend class="visually-hidden">{text.say(|m| m.profiles().which_roles)}</legend>
                {lines}
            </fieldset>
            <TextField id=session_id label=text.say(|m| m.profiles().session_name) value=session mono=true />
            <TextField id=source_id label=text.say(|m| m.profiles().source_profile) value=source mono=true />
            <TextField id=mfa_id label=text.say(|m| m.profiles().mfa) value=mfa optional=true mono=true />
            <div role="status" class="stack">{problem}</div>
            <div class="row">
                <button type="submit" class="button">{text.say(|m| m.profiles().add_chosen)}</button>
            </div>
        </form>
    }
    .fixed()
}

fn line(id: String, offer: &Offer, chosen: RwSignal<bool>) -> AnyView {
    view! {
        <div class="check">
            <input
                id=id.clone()
                type="checkbox"
                prop:checked=chosen
                on:change=move |event| chosen.set(event_target_checked(&event))
            />
            <label for=id>
                <span class="mono">{offer.name.clone()}</span>
                " "
                <span class="field-hint wrap-anywhere">{offer.role_arn.to_string()}</span>
            </label>
        </div>
    }
    .fixed()
}
