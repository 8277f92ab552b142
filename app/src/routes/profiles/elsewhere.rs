//! What other programs than the AWS CLI make of a profile.

use leptos::prelude::*;
use nanori_profile::{Difference, Sdk};

use crate::components::fixed::Fixed;
use crate::messages::Messages;

/// A line for each SDK that goes its own way: where it differs, or that it does not.
pub fn elsewhere(m: &'static Messages, differences: &[Difference]) -> AnyView {
    let lines: Vec<AnyView> = Sdk::ALL
        .into_iter()
        .map(|sdk| {
            let own = differences.iter().filter(|difference| difference.sdk == sdk);
            let said: Vec<String> =
                own.map(|difference| (m.profiles().difference)(&difference.what)).collect();
            let said = if said.is_empty() { m.profiles().no_difference.to_owned() } else { said.join(" ") };
            view! { <div><dt>{title(sdk)}</dt><dd>{said}</dd></div> }.fixed()
        })
        .collect();
    view! {
        <section class="part">
            <h3>{m.profiles().elsewhere_title}</h3>
            <dl class="facts">{lines}</dl>
        </section>
    }
    .fixed()
}

const fn title(sdk: Sdk) -> &'static str {
    match sdk {
        Sdk::Rust => "Rust SDK",
        _ => "JavaScript SDK",
    }
}
