//! What holds for the whole page: development, offline, a server that does not answer.

use leptos::{prelude::*, task::spawn_local};

use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::{App, Deployment},
    portal,
};

/// The banners, in the order of their weight; usually none.
#[component]
pub fn Banners() -> AnyView {
    let app = App::current();
    let text = app.text;
    let development = Memo::new(move |_| {
        app.deployment.with(|deployment| match deployment {
            Deployment::Ready { config, .. } => {
                config.development.as_ref().and_then(|development| development.local_aws_url.clone())
            }
            _ => None,
        })
    });
    let unreachable = Memo::new(move |_| {
        app.online.get() && app.deployment.with(|found| *found == Deployment::Unreachable)
    });
    let again = move |_| spawn_local(portal::load_config(app));
    view! {
        <div class="banners" role="status">
            {move || {
                (!app.online.get())
                    .then(|| view! { <p class="banner banner-caution">{draw(Icon::Warning)}<span>{text.say(|m| m.shell().offline)}</span></p> }.fixed())
            }}
            {move || {
                unreachable
                    .get()
                    .then(|| {
                        view! {
                            <div class="banner banner-bad">
                                {draw(Icon::Warning)}
                                <p>
                                    <strong>{text.say(|m| m.shell().unreachable_title)}</strong>
                                    " "
                                    {text.say(|m| m.shell().unreachable)}
                                </p>
                                <button type="button" class="button" on:click=again>
                                    {text.say(|m| m.shell().try_again)}
                                </button>
                            </div>
                        }.fixed()
                    })
            }}
            {move || {
                development
                    .get()
                    .map(|address| {
                        view! {
                            <p class="banner">
                                {draw(Icon::Info)}
                                <span>{text.compose(move |m| (m.shell().development)(&address))}</span>
                            </p>
                        }.fixed()
                    })
            }}
        </div>
    }
    .fixed()
}
