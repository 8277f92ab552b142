//! Where the key goes, and where not: four facts, in the order in which a careful person asks.

use leptos::prelude::*;

use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::App,
};

/// The facts.
#[component]
pub fn WhereItGoes() -> AnyView {
    let app = App::current();
    let text = app.text;
    let minutes = Memo::new(move |_| app.settings.with(|settings| settings.idle_minutes));
    let fact = |icon: Icon, title: Signal<String>, said: Signal<String>| {
        view! {
            <li>
                {draw(icon)}
                <div>
                    <h3>{title}</h3>
                    <p>{said}</p>
                </div>
            </li>
        }
        .fixed()
    };
    view! {
        <aside class="where" aria-labelledby="where-title">
            <h2 id="where-title">{text.say(|m| m.sign_in().where_title)}</h2>
            <ol>
                {fact(
                    Icon::Memory,
                    text.say(|m| m.sign_in().where_stays),
                    text.say(|m| m.sign_in().where_stays_text),
                )}
                {fact(
                    Icon::Sign,
                    text.say(|m| m.sign_in().where_leaves),
                    text.say(|m| m.sign_in().where_leaves_text),
                )}
                {fact(
                    Icon::Never,
                    text.say(|m| m.sign_in().where_never),
                    text.say(|m| m.sign_in().where_never_text),
                )}
                {fact(
                    Icon::Clock,
                    text.say(|m| m.sign_in().where_forgotten),
                    text.compose(move |m| (m.sign_in().where_forgotten_text)(minutes.get())),
                )}
            </ol>
        </aside>
    }
    .fixed()
}
