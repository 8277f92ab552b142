//! Sign in with one's own key: typed, pasted or from a file. The page says where the key goes and where not.

mod found;
pub mod from_file;
pub mod from_paste;
mod typed;
mod where_it_goes;

use leptos::{prelude::*, task::spawn_local};
use nanori_federation::DeepLink;
use nanori_identity::{Credentials, Region};

use self::{typed::Typed, where_it_goes::WhereItGoes};
use crate::components::fixed::Fixed;
use crate::{
    browser::{api::Failure, document},
    components::{
        notice::{Notice, Tone},
        refusal::Refusal,
        segmented::Segmented,
    },
    context::{App, Farewell},
    parts::{Part, PartPage},
    portal,
};

/// How the key is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Type,
    Paste,
    File,
}

/// What the three ways have in common: a place to hand the key to, and how the asking goes.
#[derive(Clone, Copy)]
struct Asking {
    app: App,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Asking {
    /// Asks AWS who this is; on a yes the page goes on by itself.
    fn ask(self, credentials: Credentials, region: Option<Region>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        Part::Switch.prefetch();
        let preferred =
            self.app.settings.with_untracked(|settings| settings.default_region.parse::<Region>().ok());
        let region =
            region.or(preferred).unwrap_or_else(|| Region::default_of(nanori_identity::Partition::Aws));
        spawn_local(async move {
            let outcome = portal::sign_in(self.app, credentials, region).await;
            // On success the page is gone already, and its signals with it.
            if let Err(failure) = outcome {
                self.busy.try_set(false);
                self.failure.try_set(Some(failure));
            }
        });
    }
}

/// The page.
#[component]
pub fn SignIn() -> AnyView {
    let app = App::current();
    let text = app.text;
    Effect::new(move |_| document::entitle(text.get().shell().nav_sign_in));
    let way = RwSignal::new(Way::Type);
    let asking = Asking { app, busy: RwSignal::new(false), failure: RwSignal::new(None) };
    // The ways that are parts of the program are called without arguments.
    provide_context(asking);
    let refusal = move || asking.failure.get().map(|failure| view! { <Refusal failure=failure /> }.fixed());
    view! {
        <div class="sign-in">
            <div class="sign-in-main">
                <h1>{text.say(|m| m.sign_in().title)}</h1>
                <p class="lead">{text.say(|m| m.sign_in().lead)}</p>
                <Before />
                <section
                    class="card"
                    aria-label=text.say(|m| m.shell().nav_sign_in)
                    // Who begins to fill this in goes on to the roles.
                    on:focusin=move |_| {
                        Part::FromPaste.prefetch();
                        Part::Switch.prefetch();
                    }
                >
                    <Segmented
                        name="way"
                        legend=text.say(|m| m.sign_in().way)
                        legend_hidden=true
                        choices=vec![
                            (Way::Type, text.say(|m| m.sign_in().way_type)),
                            (Way::Paste, text.say(|m| m.sign_in().way_paste)),
                            (Way::File, text.say(|m| m.sign_in().way_file)),
                        ]
                        chosen=way.into()
                        on_choose=move |chosen| way.set(chosen)
                    />
                    {move || match way.get() {
                        Way::Type => view! { <Typed asking=asking /> }.fixed(),
                        Way::Paste => view! { <PartPage part=Part::FromPaste /> }.fixed(),
                        Way::File => view! { <PartPage part=Part::FromFile /> }.fixed(),
                    }}
                    <div role="alert">{refusal}</div>
                </section>
            </div>
            <WhereItGoes />
        </div>
    }
    .fixed()
}

/// What happened before this page, and what comes after it.
#[component]
fn Before() -> AnyView {
    let app = App::current();
    let text = app.text;
    let farewell = move || {
        app.farewell.get().map(|why| {
            let said = text.compose(move |m| match why {
                Farewell::SignedOut => m.shell().signed_out.to_owned(),
                Farewell::Idle(minutes) => (m.shell().idle_signed_out)(minutes),
            });
            view! { <Notice tone=Tone::Plain>{said}</Notice> }.fixed()
        })
    };
    let remembered = RwSignal::new(None::<String>);
    if app.farewell.with_untracked(Option::is_none) {
        spawn_local(async move {
            if let Some(view) = portal::remembered().await {
                remembered.try_set(Some(view.session_name));
            }
        });
    }
    let returning = move || {
        remembered.get().map(|name| {
            view! { <Notice tone=Tone::Plain>{text.compose(move |m| (m.sign_in().returning)(&name))}</Notice> }.fixed()
        })
    };
    let after = move || {
        app.query.with(|query| DeepLink::read(query)).ok().map(|link| {
            let role = link.role.clone();
            view! {
                <section class="after" aria-labelledby="after-title">
                    <h2 id="after-title">{text.say(|m| m.sign_in().after)}</h2>
                    <p>
                        {text.compose(move |m| (m.sign_in().after_role)(role.name(), role.account().as_str()))}
                    </p>
                    <p class="mono wrap-anywhere">{link.role.to_string()}</p>
                </section>
            }
            .fixed()
        })
    };
    view! { <div class="before" role="status">{farewell}{returning}{after}</div> }.fixed()
}

/// The button that asks, with a word on what takes time.
fn submit(asking: Asking) -> AnyView {
    let text = asking.app.text;
    view! {
        <button type="submit" id="sign-in-submit" class="button button-primary button-wide" aria-disabled=Signal::derive(move || asking.busy.get().to_string())>
            {move || asking.busy.get().then(|| view! { <span class="spinner" aria-hidden="true"></span> }.fixed())}
            <span>
                {move || {
                    let m = text.get();
                    if asking.busy.get() { m.sign_in().submitting } else { m.sign_in().submit }
                }}
            </span>
        </button>
    }
    .fixed()
}
