//! What every page shares: settings, saved roles, who is signed in, what the deployment is. One `Copy` bundle of signals.
//!
//! Keys live in `session` and nowhere else; dropping the value wipes them.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use nanori_api::{Config, PrincipalKind, SessionView};
use nanori_identity::{Origin, Region, Timestamp};
use nanori_sts::Signer;

use crate::{
    browser::{clock, document, storage},
    messages::Messages,
    state::{denied::Denied, idle::IdleClock, role_book::RoleBook, settings::Settings},
};

/// The shared state, provided at the root.
#[derive(Clone, Copy)]
pub struct App {
    /// The path of the page's address.
    pub path: RwSignal<String>,
    /// The query of the page's address, without its `?`.
    pub query: RwSignal<String>,
    /// The person's settings; stored on every change.
    pub settings: RwSignal<Settings>,
    /// Whether this browser keeps what is stored.
    pub stored: RwSignal<bool>,
    /// The person's roles; stored on every change.
    pub roles: RwSignal<RoleBook>,
    /// Who is signed in, with the keys.
    pub session: RwSignal<Option<Arc<SignedIn>>>,
    /// What the worker says about itself.
    pub deployment: RwSignal<Deployment>,
    /// Why nobody is signed in any more, to be said on the sign-in page.
    pub farewell: RwSignal<Option<Farewell>>,
    /// Said politely to screen readers and shown for a while.
    pub announcement: RwSignal<String>,
    /// Whether the browser believes itself online.
    pub online: RwSignal<bool>,
    /// A refused switch on its way to the page that explains it.
    pub denied: RwSignal<Option<Denied>>,
    /// When the person last touched the page.
    pub idle: RwSignal<IdleClock>,
    /// Whether the shortcuts dialog shows.
    pub shortcuts: RwSignal<bool>,
    /// Whether the page holds changes that leaving it would lose.
    pub unsaved: RwSignal<bool>,
    /// The spoken language's table.
    pub text: Text,
}

/// Somebody with keys in memory and a portal session.
pub struct SignedIn {
    /// The key, with what was derived from it today. Wiped when this value is dropped.
    pub signer: Mutex<Signer>,
    /// The region that identity was asked in.
    pub region: Region,
    /// What the worker answered.
    pub view: SessionView,
}

/// How far the front end got with its worker.
#[derive(Clone, PartialEq)]
pub enum Deployment {
    /// Asked, not answered.
    Loading,
    /// Answered.
    Ready {
        /// The public facts.
        config: Config,
        /// Seconds to add to this browser's clock to get the worker's.
        clock_offset: i64,
    },
    /// Not reachable.
    Unreachable,
}

/// Why the keys were forgotten.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
    /// The person signed out.
    SignedOut,
    /// The page was idle for so many minutes.
    Idle(u32),
}

/// The spoken language's message table, reactive.
#[derive(Clone, Copy)]
pub struct Text(Signal<&'static Messages>);

impl App {
    /// The state as this browser stored it, with effects that store changes and apply language and theme.
    pub fn start() -> Self {
        let settings = RwSignal::new(Settings::from_stored(&storage::read(storage::SETTINGS)));
        let roles = RwSignal::new(RoleBook::from_stored(&storage::read(storage::ROLES)));
        let browser_language = document::browser_language();
        let language = Memo::new(move |_| settings.with(|settings| settings.spoken(&browser_language)));
        let text = Text(Signal::derive(move || Messages::of(language.get())));
        let app = Self {
            path: RwSignal::new(document::path()),
            query: RwSignal::new(document::query()),
            settings,
            stored: RwSignal::new(true),
            roles,
            session: RwSignal::new(None),
            deployment: RwSignal::new(Deployment::Loading),
            farewell: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            online: RwSignal::new(document::online()),
            denied: RwSignal::new(None),
            idle: RwSignal::new(IdleClock::started(clock::now_ms(), settings.get_untracked().idle_minutes)),
            shortcuts: RwSignal::new(false),
            unsaved: RwSignal::new(false),
            text,
        };
        Effect::new(move |_| document::speak(language.get()));
        Effect::new(move |_| document::paint(settings.with(|settings| settings.theme)));
        Effect::new(move |before: Option<()>| {
            let value = settings.with(Settings::to_stored);
            if before.is_some() {
                app.stored.set(storage::write(storage::SETTINGS, &value));
            }
        });
        Effect::new(move |before: Option<()>| {
            let value = roles.with(RoleBook::to_stored);
            if before.is_some() {
                app.stored.set(storage::write(storage::ROLES, &value));
            }
        });
        Effect::new(move |_| {
            let minutes = settings.with(|settings| settings.idle_minutes);
            app.idle.update(|idle| *idle = idle.allowing(minutes));
        });
        app
    }

    /// The state that the root provided.
    pub fn current() -> Self {
        use_context::<Self>().unwrap_or_else(Self::start)
    }

    /// Forgets the keys and says why.
    pub fn forget(self, why: Farewell) {
        self.session.set(None);
        self.farewell.set(Some(why));
    }

    /// The worker's time, as well as this browser can tell.
    pub fn now(self) -> Timestamp {
        let offset = match &*self.deployment.read_untracked() {
            Deployment::Ready { clock_offset, .. } => *clock_offset,
            _ => 0,
        };
        clock::now().plus(offset)
    }

    /// The local stand-in for AWS that a development deployment has.
    pub fn local_aws(self) -> Option<Origin> {
        self.deployment.with_untracked(|deployment| match deployment {
            Deployment::Ready { config, .. } => {
                let url = config.development.as_ref()?.local_aws_url.as_ref()?;
                url.trim_end_matches('/').parse().ok()
            }
            _ => None,
        })
    }

    /// Says `message` to screen readers and in the corner of the page.
    pub fn announce(self, message: impl Into<String>) {
        self.announcement.set(message.into());
    }
}

impl SignedIn {
    /// Whether the key is a temporary one.
    pub fn has_temporary_key(&self) -> bool {
        self.signer.lock().unwrap_or_else(PoisonError::into_inner).credentials().is_temporary()
    }

    /// Whether roles assumed from here are chained.
    pub fn is_role_session(&self) -> bool {
        self.view.principal.kind == PrincipalKind::RoleSession
    }
}

impl Text {
    /// The table, tracked.
    pub fn get(self) -> &'static Messages {
        self.0.get()
    }

    /// The table now, for handlers.
    pub fn now(self) -> &'static Messages {
        self.0.get_untracked()
    }

    /// One entry, following the language. One type for all of them keeps the program small.
    pub fn say(self, pick: fn(&'static Messages) -> &'static str) -> Signal<String> {
        Signal::derive(move || pick(self.get()).to_owned())
    }

    /// An entry with parts, following the language and whatever `compose` reads.
    pub fn compose(
        self,
        compose: impl Fn(&'static Messages) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || compose(self.get()))
    }
}
