//! The tab that a click opened for a console. It says what it waits for, takes the form from the portal's tab, and goes.
//!
//! It has no opener and holds no secret but the form, for the moment between hearing and posting it.

use std::time::Duration;

use leptos::prelude::*;
use nanori_identity::RoleArn;
use zeroize::Zeroize;

use crate::components::fixed::Fixed;
use crate::{
    browser::{
        document,
        opening_channel::{self, OpeningChannel, Said},
        storage, tab,
    },
    context::App,
};

/// The address of this page.
pub const PATH: &str = "/opening";

/// Where the nonce waits while this tab signs out of an older console first.
const NONCE: &str = "nanori.opening";

/// Whether this tab is one that was opened for a console: by its address, or because it comes back from a sign-out.
pub fn is_this() -> bool {
    document::path() == PATH || !storage::read_tab(NONCE).is_empty()
}

/// What the address says: which console, and the nonce of the conversation.
#[derive(Default)]
struct Asked {
    nonce: String,
    role: String,
    account: String,
}

/// The page.
#[component]
pub fn Opening() -> AnyView {
    let app = App::current();
    let text = app.text;
    let asked = asked();
    let slow = RwSignal::new(false);
    let expected = !asked.nonce.is_empty();
    Effect::new(move |_| document::entitle(text.get().switch().opening_title));
    set_timeout(
        move || {
            slow.set(true);
            // Should no answer come, a reload shows the portal again.
            storage::write_tab(NONCE, "");
        },
        Duration::from_secs(8),
    );
    if expected {
        listen(asked.nonce.clone());
    }
    let (role, account) = (asked.role, asked.account);
    view! {
        <main id="main" class="opening" aria-busy=expected.to_string()>
            <img src="/seal.svg" alt="" width="48" height="48" class:opening-pulse=expected />
            <h1>{text.say(|m| m.switch().opening_title)}</h1>
            <p class="wrap-anywhere">
                {text
                    .compose(move |m| {
                        if expected {
                            (m.switch().opening_text)(&role, &account)
                        } else {
                            m.switch().opening_nothing.to_owned()
                        }
                    })}
            </p>
            <p role="status" class="field-hint">
                {move || (expected && slow.get()).then(|| text.get().switch().opening_slow)}
            </p>
        </main>
    }
    .fixed()
}

/// Tells the portal's tab that this one is there, and does what it says.
fn listen(nonce: String) {
    let again = nonce.clone();
    let heard = move |said: Said| match said {
        Said::Ready => {}
        Said::Stop => tab::close(),
        Said::Go { action, mut fields, sign_out_url } => {
            // Back from the sign-out, this page asks again and is then told without one.
            if let Some(address) = sign_out_url {
                storage::write_tab(NONCE, &again);
                tab::replace(&address);
                return;
            }
            storage::write_tab(NONCE, "");
            tab::post(&action, &fields);
            for (_, value) in &mut fields {
                value.zeroize();
            }
        }
    };
    if let Some(channel) = OpeningChannel::listen(nonce, heard) {
        opening_channel::hold(channel);
        opening_channel::say(Said::Ready);
    }
}

fn asked() -> Asked {
    let mut asked = Asked::default();
    for (key, value) in form_urlencoded::parse(document::query().as_bytes()) {
        match &*key {
            "nonce" => asked.nonce = value.into_owned(),
            "role" => {
                if let Ok(role) = value.parse::<RoleArn>() {
                    role.name().clone_into(&mut asked.role);
                    asked.account = role.account().to_string();
                }
            }
            _ => {}
        }
    }
    if asked.nonce.is_empty() {
        asked.nonce = storage::read_tab(NONCE);
    }
    asked
}
