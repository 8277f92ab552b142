//! The two accounts of a switch, drawn: who calls, what is asked, whose role it is, and what is recorded there.

use leptos::prelude::*;
use nanori_identity::{RoleArn, SessionName};

use crate::components::fixed::Fixed;
use crate::messages::Messages;

/// What is drawn.
pub struct TwoAccounts {
    /// The role.
    pub role: RoleArn,
    /// The name that the session bears.
    pub session_name: SessionName,
    /// The caller's account, where it is known.
    pub account: Option<String>,
    /// Whether a service calls rather than a person.
    pub service: bool,
}

impl TwoAccounts {
    /// The picture: three steps in a row, one below the other on a narrow screen.
    pub fn view(self, m: &'static Messages) -> AnyView {
        let Self { role, session_name, account, service } = self;
        let m = m.profiles();
        let own = (m.picture_account)(account.as_deref());
        let other = (m.picture_account)(Some(role.account().as_str()));
        let recorded = format!("{}{session_name}", role.assumed_role_prefix());
        view! {
            <figure class="accounts" aria-labelledby="accounts-title">
                <figcaption id="accounts-title">{m.picture_title}</figcaption>
                <ol>
                    <li class="account-box">
                        <p class="field-hint">{own}</p>
                        <p class="way-name">{(m.picture_caller)(service)}</p>
                        <p class="field-hint">{m.picture_allowed}</p>
                    </li>
                    <li class="account-call">
                        <code>"sts:AssumeRole"</code>
                        <span class="mono wrap-anywhere">{session_name.to_string()}</span>
                    </li>
                    <li class="account-box">
                        <p class="field-hint">{other}</p>
                        <p class="way-name">{role.name().to_owned()}</p>
                        <p class="field-hint">{m.picture_trust} " " <a href="/trust">{m.picture_trust_link}</a></p>
                    </li>
                </ol>
                <p class="field-hint">{m.picture_trail} " " <span class="mono wrap-anywhere">{recorded}</span></p>
            </figure>
        }
        .fixed()
    }
}
