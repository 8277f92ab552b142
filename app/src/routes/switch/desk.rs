//! What the switch page holds while it is used: which role, what the form says, how the asking goes.

use std::sync::Arc;

use leptos::prelude::*;
use nanori_federation::{DeepLink, Destination, FederationError, SigninEndpoint, Target};
use nanori_identity::{MfaSerial, Principal, Region, RoleArn, SessionName};

use crate::{
    browser::api::Failure,
    context::{App, SignedIn},
    state::{
        granted::Held,
        saved_role::SavedRole,
        switch_plan::{Faults, SwitchInput},
    },
};

/// The page's state; `Copy`, so that every part of the page can have it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What the whole program shares.
    pub app: App,
    /// What is typed into the search field.
    pub typed: RwSignal<String>,
    /// Which role is chosen.
    pub chosen: RwSignal<Option<RoleArn>>,
    /// A role that a link brought and that is not saved yet.
    pub link: RwSignal<Option<SavedRole>>,
    /// On a narrow screen: whether the role shows instead of the list.
    pub in_role: RwSignal<bool>,
    /// Whether the dialog for a new role shows.
    pub adding: RwSignal<bool>,
    /// What the form says beside region and destination.
    pub input: RwSignal<SwitchInput>,
    /// The chosen region's name; empty for the usual one.
    pub region: RwSignal<String>,
    /// The chosen console page: its name, or the address typed.
    pub destination: RwSignal<String>,
    /// What is wrong with the form.
    pub faults: RwSignal<Faults>,
    /// What AWS is being asked for.
    pub errand: RwSignal<Option<Errand>>,
    /// Why it was refused.
    pub failure: RwSignal<Option<Failure>>,
    /// What was opened last.
    pub opened: RwSignal<Option<Opened>>,
    /// Credentials that are at hand, or were.
    pub granted: RwSignal<Option<Held>>,
}

/// What AWS is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// A console in a new tab.
    Console,
    /// Credentials to use elsewhere.
    Credentials,
}

/// How opening a console ended on this side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The tab went on to the console.
    Console {
        /// The role's name.
        role: String,
        /// Its account.
        account: String,
    },
    /// The browser opened no tab.
    Blocked,
}

impl Desk {
    /// A desk with the role on it that was used last.
    pub fn new(app: App) -> Self {
        let desk = Self {
            app,
            typed: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            link: RwSignal::new(None),
            in_role: RwSignal::new(false),
            adding: RwSignal::new(false),
            input: RwSignal::new(SwitchInput::default()),
            region: RwSignal::new(String::new()),
            destination: RwSignal::new(String::new()),
            faults: RwSignal::new(Faults::new()),
            errand: RwSignal::new(None),
            failure: RwSignal::new(None),
            opened: RwSignal::new(None),
            granted: RwSignal::new(None),
        };
        let last = app.roles.with_untracked(|book| {
            let found = crate::state::role_search::search(book.roles(), "");
            found.first().and_then(|place| book.roles().get(*place)).map(|role| role.arn.clone())
        });
        if let Some(arn) = last {
            desk.choose(&arn);
        }
        desk
    }

    /// The chosen role as it is saved, or as the link brought it. Tracked.
    pub fn role(self) -> Option<SavedRole> {
        let arn = self.chosen.get()?;
        let saved = self.app.roles.with(|book| book.find(&arn).cloned());
        saved.or_else(|| self.link.get().filter(|role| role.arn == arn))
    }

    /// Puts the role of `arn` on the desk, with what was used last.
    pub fn choose(self, arn: &RoleArn) {
        if self.chosen.with_untracked(|chosen| chosen.as_ref() == Some(arn)) {
            return;
        }
        self.chosen.set(Some(arn.clone()));
        let Some(role) = untrack(|| self.role()) else { return };
        let preferred = self.app.settings.with_untracked(|settings| settings.default_region.clone());
        let signed_in = self.session().map(|session| session.region.clone());
        let preferred = preferred
            .parse::<Region>()
            .ok()
            .or(signed_in)
            .and_then(|region| region.within(arn.partition()).ok());
        self.region.set(role.region.or(preferred).map(|region| region.to_string()).unwrap_or_default());
        self.destination.set(role.destination);
        self.input.set(SwitchInput {
            mfa: role.mfa && self.proposed_mfa().is_some(),
            mfa_serial: self.proposed_mfa().unwrap_or_default(),
            ..SwitchInput::default()
        });
        self.faults.set(Faults::new());
        self.failure.set(None);
        self.opened.set(None);
        self.granted.set(None);
    }

    /// Shows what a link names. Nothing is asked for.
    pub fn arrive(self, link: &DeepLink) {
        let saved = self.app.roles.with_untracked(|book| book.find(&link.role).is_some());
        if !saved {
            self.link.set(Some(SavedRole::new(link.role.clone())));
        }
        self.typed.set(String::new());
        self.choose(&link.role);
        if let Some(region) = &link.region {
            self.region.set(region.to_string());
        }
        if let Some(target) = &link.target {
            self.destination.set(target.as_str().to_owned());
        }
        self.in_role.set(true);
    }

    /// Saves a role and puts it on the desk.
    pub fn take_in(self, role: SavedRole) {
        let arn = role.arn.clone();
        self.app.roles.update(|book| match book.find(&arn) {
            // A role that is known keeps its history; a new label or colour replaces the old.
            Some(known) => {
                let mut merged = known.clone();
                if !role.label.is_empty() {
                    merged.label = role.label;
                }
                if role.colour != crate::state::saved_role::Colour::None {
                    merged.colour = role.colour;
                }
                book.save(merged);
            }
            None => book.save(role),
        });
        self.link.set(None);
        self.typed.set(String::new());
        self.adding.set(false);
        self.choose(&arn);
        self.in_role.set(true);
    }

    /// The link to what is on the desk, without scheme and host.
    pub fn deep_link(self) -> Option<DeepLink> {
        let role = self.chosen.get()?;
        let region = self.region.with(|region| region.parse::<Region>().ok());
        let target = self.destination.with(|text| Target::read(text.trim()).ok());
        Some(DeepLink { role, region, target })
    }

    /// The console page that the form names, checked against the hosts of the role's partition; `None` for the home.
    ///
    /// # Errors
    /// [`FederationError`] if it is not a page of that console.
    pub fn target(self, role: &RoleArn) -> Result<Option<Target>, FederationError> {
        let text = self.destination.get_untracked();
        if text.trim().is_empty() {
            return Ok(None);
        }
        let target = Target::read(text.trim())?;
        let region = self.used_region(role);
        let endpoint = match self.app.local_aws() {
            Some(origin) => SigninEndpoint::local(&origin, region),
            None => SigninEndpoint::regional(region),
        };
        let _checked: Destination = target.resolve(&endpoint)?;
        Ok(Some(target))
    }

    /// The region to use: the chosen one, or the partition's own.
    pub fn used_region(self, role: &RoleArn) -> Region {
        self.region
            .with_untracked(|region| region.parse::<Region>())
            .ok()
            .and_then(|region| region.within(role.partition()).ok())
            .unwrap_or_else(|| Region::default_of(role.partition()))
    }

    /// The name that AWS will record, if somebody is signed in.
    pub fn session_name(self) -> Option<SessionName> {
        self.session().and_then(|session| session.view.session_name.parse().ok())
    }

    /// Who is signed in, now.
    pub fn session(self) -> Option<Arc<SignedIn>> {
        self.app.session.get_untracked()
    }

    /// The MFA device that the user most likely has; `None` for role sessions, which cannot bring a code.
    pub fn proposed_mfa(self) -> Option<String> {
        let session = self.session()?;
        match session.view.principal.arn.parse::<Principal>().ok()? {
            Principal::User { partition, account, name, .. } => {
                MfaSerial::proposed(partition, &account, &name).ok().map(|serial| serial.to_string())
            }
            _ => None,
        }
    }

    /// Notes that the chosen role was used just now, and how.
    pub fn note_use(self, arn: &RoleArn) {
        let used_at = self.app.now().unix();
        let region = self.region.with_untracked(|region| region.parse::<Region>().ok());
        let destination = self.destination.get_untracked();
        let mfa = self.input.with_untracked(|input| input.mfa);
        let link = self.link.get_untracked().filter(|role| role.arn == *arn);
        self.app.roles.update(|book| {
            if book.find(arn).is_none() {
                book.save(link.unwrap_or_else(|| SavedRole::new(arn.clone())));
            }
            book.change(arn, |role| {
                role.used_at = Some(used_at);
                role.region = region;
                role.destination = destination;
                role.mfa = mfa;
            });
        });
        self.link.set(None);
        self.input.update(|input| input.mfa_code.clear());
    }
}
