//! What surrounds every page: header, banners, footer.

mod banners;
mod idle_warning;

use leptos::{prelude::*, task::spawn_local};
use web_sys::MouseEvent;

use self::{banners::Banners, idle_warning::IdleWarning};
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        icon::{Icon, draw},
        live::Live,
        shortcuts::Shortcuts,
    },
    context::{App, Farewell},
    portal,
    state::settings::Language,
};

/// The surroundings of one page.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> AnyView {
    let app = App::current();
    let text = app.text;
    // A screen reader hears of a new page only if the focus goes there.
    Effect::new(move |before: Option<String>| {
        let path = app.path.get();
        if before.is_some_and(|before| before != path) {
            document::focus("main");
        }
        path
    });
    // So does somebody signing in or out, which changes what stands at the same address.
    Effect::new(move |before: Option<bool>| {
        let signed_in = app.session.with(Option::is_some);
        if before.is_some_and(|before| before != signed_in) {
            document::to_the_top();
            request_animation_frame(|| document::focus("main"));
        }
        signed_in
    });
    let skip = |event: MouseEvent| {
        event.prevent_default();
        document::focus("main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{text.say(|m| m.shell().skip)}</a>
        <Header />
        <Banners />
        <main id="main" class="main" tabindex="-1">{children()}</main>
        <Footer />
        <IdleWarning />
        <Live />
        <Shortcuts />
    }
    .fixed()
}

#[component]
fn Header() -> AnyView {
    let app = App::current();
    let text = app.text;
    let signed_in = Memo::new(move |_| app.session.with(Option::is_some));
    let first = move || {
        if signed_in.get() {
            view! { <Link href="/switch" label=text.say(|m| m.shell().nav_switch) /> }.fixed()
        } else {
            view! { <Link href="/" label=text.say(|m| m.shell().nav_sign_in) /> }.fixed()
        }
    };
    view! {
        <header class="header">
            <div class="header-inner">
                <a class="brand" href="/" aria-label=text.say(|m| m.shell().home)>
                    <img src="/seal.svg" alt="" width="28" height="28" />
                    <span>"Nanori"</span>
                </a>
                <nav class="nav" aria-label=text.say(|m| m.shell().main_navigation)>
                    {first}
                    <Link href="/profiles" label=text.say(|m| m.shell().nav_profiles) />
                    <Link href="/trust" label=text.say(|m| m.shell().nav_trust) />
                    <Link href="/settings" label=text.say(|m| m.shell().nav_settings) />
                </nav>
                <Whoami />
            </div>
        </header>
    }
    .fixed()
}

/// A link of the navigation, which says whether its page is the one that shows.
#[component]
fn Link(href: &'static str, label: Signal<String>) -> AnyView {
    let app = App::current();
    let current = Signal::derive(move || {
        // The sign-in page also stands where a link to a role was followed by somebody who is not signed in.
        let path = app.path.get();
        let here = path == href || (href == "/" && path == "/switch");
        here.then_some("page")
    });
    view! {
        <a href=href aria-current=current>
            {label}
        </a>
    }
    .fixed()
}

/// Who is signed in, and the way out.
#[component]
fn Whoami() -> AnyView {
    let app = App::current();
    let text = app.text;
    let sign_out = move |_| spawn_local(portal::sign_out(app, Farewell::SignedOut));
    (move || {
        app.session.get().map(|session| {
            let account = session.view.principal.account_id.clone();
            view! {
                <div class="whoami">
                    <p class="whoami-text">
                        <span class="visually-hidden">{text.say(|m| m.shell().signed_in_as)}" "</span>
                        <span class="whoami-name mono">{session.view.session_name.clone()}</span>
                        <span class="whoami-account tabular">
                            {text.compose(move |m| (m.shell().account)(&account))}
                        </span>
                    </p>
                    <button type="button" class="button button-quiet" on:click=sign_out>
                        {text.say(|m| m.shell().sign_out)}
                    </button>
                </div>
            }
            .fixed()
        })
    })
    .fixed()
}

#[component]
fn Footer() -> AnyView {
    let app = App::current();
    let text = app.text;
    let language = |language: Language, name: &'static str| {
        view! {
            <button
                type="button"
                class="link-button"
                lang=language.tag()
                aria-pressed=move || {
                    let spoken = app.settings.with(|settings| settings.spoken(&document::browser_language()));
                    (spoken == language).to_string()
                }
                on:click=move |_| app.settings.update(|settings| settings.language = Some(language))
            >
                {name}
            </button>
        }
        .fixed()
    };
    view! {
        <footer class="footer">
            <div class="footer-inner">
                <p class="mode">
                    <span class="mode-badge">{draw(Icon::Key)}{text.say(|m| m.shell().mode_own_key)}</span>
                    <span>{text.say(|m| m.shell().mode_own_key_why)}</span>
                </p>
                <div class="footer-tools">
                    <button
                        type="button"
                        class="link-button keyboard-only"
                        on:click=move |_| app.shortcuts.set(true)
                    >
                        {text.say(|m| m.shell().shortcuts)}
                        " "
                        <kbd aria-hidden="true">"?"</kbd>
                    </button>
                    {language(Language::En, "English")}
                    {language(Language::Ja, "日本語")}
                </div>
            </div>
        </footer>
    }
    .fixed()
}
