//! The page's state: the two documents, what is chosen and shown, and every change that is made to them.
//!
//! The documents live in these signals and nowhere else; forgetting them, or leaving the page, wipes them.

use std::sync::Arc;

use leptos::prelude::*;
use nanori_identity::{AccountId, SessionName, Timestamp};
use nanori_profile::{Document, Edit, FileKind, Files, Merge, Person};

use crate::{
    context::App,
    state::profiles::{intake::Intake, offers::Offer, review::Review, wanted::Wanted},
};

/// A file's text, or none.
pub type File = RwSignal<Option<Arc<Document>>>;

/// What the page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// What the files say.
    Read,
    /// New profiles.
    Add,
    /// Programs that assume a role.
    Programs,
}

/// The state.
#[derive(Clone, Copy)]
pub struct Bench {
    /// What every page shares.
    pub app: App,
    /// `~/.aws/config`.
    pub config: File,
    /// `~/.aws/credentials`.
    pub credentials: File,
    /// The name that somebody types who is not signed in.
    pub typed_name: RwSignal<String>,
    /// Both files at a glance.
    pub review: Memo<Arc<Review>>,
    /// The profile that is explained.
    pub chosen: RwSignal<Option<String>>,
    /// What is searched for.
    pub typed: RwSignal<String>,
    /// Whether a narrow screen shows the pane or the list.
    pub in_pane: RwSignal<bool>,
    /// What the page shows.
    pub view: RwSignal<View>,
    /// The managed block as it shall be.
    pub wanted: RwSignal<Wanted>,
    /// Roles out of another tool's file.
    pub offers: RwSignal<Vec<Offer>>,
    /// When the page was opened: the time that tools' made-up names bear.
    pub now: Timestamp,
    /// Counts what was taken in, so that a dialog can close.
    pub taken: RwSignal<u32>,
    /// Counts changes that did not come from the editor, which then shows the new text.
    pub turned: RwSignal<u32>,
    /// Whether there is something to undo.
    pub undoable: Memo<bool>,
    before: RwSignal<Option<[Option<Arc<Document>>; 2]>>,
    unsaved: RwSignal<[bool; 2]>,
}

impl Bench {
    /// An empty bench.
    pub fn new(app: App) -> Self {
        let (config, credentials): (File, File) = (RwSignal::new(None), RwSignal::new(None));
        let typed_name = RwSignal::new(String::new());
        let chosen = RwSignal::new(None::<String>);
        let now = app.now();
        let review = Memo::new_with_compare(
            move |_| {
                let (name, account) = person(app, typed_name);
                let person = Person { session_name: name.as_ref(), account: account.as_ref() };
                config.with(|config| {
                    credentials.with(|credentials| {
                        let files = Files { config: config.as_deref(), credentials: credentials.as_deref() };
                        // Choosing another profile changes no finding.
                        let chosen = chosen.get_untracked();
                        Arc::new(Review::of(&files, &person, chosen.as_deref(), now))
                    })
                })
            },
            |_, _| true,
        );
        let before = RwSignal::new(None);
        Self {
            app,
            config,
            credentials,
            typed_name,
            review,
            chosen,
            now,
            typed: RwSignal::new(String::new()),
            in_pane: RwSignal::new(false),
            view: RwSignal::new(View::Read),
            wanted: RwSignal::new(Wanted::default()),
            offers: RwSignal::new(Vec::new()),
            taken: RwSignal::new(0),
            turned: RwSignal::new(0),
            undoable: Memo::new(move |_| before.with(Option::is_some)),
            before,
            unsaved: RwSignal::new([false, false]),
        }
    }

    /// The file of that kind.
    pub const fn file(self, kind: FileKind) -> File {
        match kind {
            FileKind::Config => self.config,
            FileKind::Credentials => self.credentials,
        }
    }

    /// Calls `read` with both files, tracked.
    pub fn with_files<T>(self, read: impl FnOnce(&Files<'_>) -> T) -> T {
        self.config.with(|config| {
            self.credentials.with(|credentials| {
                read(&Files { config: config.as_deref(), credentials: credentials.as_deref() })
            })
        })
    }

    /// The person's own session name, from the session or the field.
    pub fn session_name(self) -> Option<SessionName> {
        person(self.app, self.typed_name).0
    }

    /// What is wrong with the typed name; empty for nothing.
    pub fn name_error(self) -> Signal<String> {
        self.app.text.compose(move |m| {
            self.typed_name.with(|typed| match typed.trim().parse::<SessionName>() {
                Err(error) if !typed.trim().is_empty() => (m.fields().refused)(&error),
                _ => String::new(),
            })
        })
    }

    /// Takes in what was dropped, chosen or pasted.
    pub fn take(self, intake: Intake) {
        match intake {
            Intake::File(kind, document) => {
                self.file(kind).set(Some(Arc::new(document)));
                self.before.set(None);
                self.unsaved.update(|unsaved| *unsaved = with(*unsaved, kind, false));
                self.refresh_wanted();
            }
            Intake::Roles(offers, _) => {
                if self.config.with_untracked(Option::is_none) {
                    self.begin();
                }
                self.offers.set(offers);
                self.view.set(View::Add);
            }
            Intake::Sections(sections) => {
                let known = self.credentials.get_untracked().unwrap_or_default();
                let gap = if known.text().is_empty() || known.text().ends_with('\n') { "" } else { "\n" };
                let joined = zeroize::Zeroizing::new([known.text(), gap, sections.text()].concat());
                self.change(FileKind::Credentials, Document::new(&joined));
            }
        }
        self.turned.update(|turned| *turned += 1);
        self.taken.update(|taken| *taken += 1);
    }

    /// Begins with an empty config file, for somebody who has none.
    pub fn begin(self) {
        self.config.set(Some(Arc::default()));
        self.view.set(View::Add);
    }

    /// Makes changes; they can be undone together.
    pub fn edit(self, edits: &[Edit]) {
        let before = self.documents();
        for kind in [FileKind::Config, FileKind::Credentials] {
            if edits.iter().any(|edit| edit.file == kind) {
                let known = self.file(kind).get_untracked().unwrap_or_default();
                self.put(kind, known.edited(kind, edits));
            }
        }
        self.before.set(Some(before));
        self.refresh_wanted();
        self.turned.update(|turned| *turned += 1);
    }

    /// Puts a new text in the place of a file; it can be undone.
    pub fn change(self, kind: FileKind, document: Document) {
        let before = self.documents();
        self.put(kind, document);
        self.before.set(Some(before));
    }

    /// Puts the text in the place of a file while somebody types; typing has an undo of its own.
    pub fn put(self, kind: FileKind, document: Document) {
        self.file(kind).set(Some(Arc::new(document)));
        if !self.unsaved.with_untracked(|unsaved| of(*unsaved, kind)) {
            self.unsaved.update(|unsaved| *unsaved = with(*unsaved, kind, true));
        }
        if self.before.with_untracked(Option::is_some) {
            self.before.set(None);
        }
    }

    /// Makes the last change undone.
    pub fn undo(self) {
        let Some([config, credentials]) = self.before.get_untracked() else { return };
        self.config.set(config);
        self.credentials.set(credentials);
        self.before.set(None);
        self.refresh_wanted();
        self.turned.update(|turned| *turned += 1);
    }

    /// The changes that make the managed block as it is wanted; `None` where its marks are broken.
    pub fn merge(self) -> Option<Merge> {
        self.config.with(|config| {
            let empty = Document::default();
            let document = config.as_deref().unwrap_or(&empty);
            self.wanted.with(|wanted| Merge::plan(document, &wanted.profiles).ok())
        })
    }

    /// Whether the file differs from what was last opened or downloaded.
    pub fn changed(self, kind: FileKind) -> bool {
        self.unsaved.with(|unsaved| of(*unsaved, kind))
    }

    /// Whether any of the two does.
    pub fn any_changed(self) -> bool {
        self.unsaved.with(|unsaved| unsaved.contains(&true))
    }

    /// The file was downloaded as it is.
    pub fn saved(self, kind: FileKind) {
        self.unsaved.update(|unsaved| *unsaved = with(*unsaved, kind, false));
    }

    /// Shows a profile.
    pub fn choose(self, name: &str) {
        self.chosen.set(Some(name.to_owned()));
        self.view.set(View::Read);
        self.in_pane.set(true);
    }

    /// Wipes everything that came out of the files.
    pub fn forget(self) {
        self.config.set(None);
        self.credentials.set(None);
        self.before.set(None);
        self.unsaved.set([false, false]);
        self.wanted.set(Wanted::default());
        self.offers.set(Vec::new());
        self.chosen.set(None);
        self.typed.set(String::new());
        self.in_pane.set(false);
        self.view.set(View::Read);
        self.app.announce(self.app.text.now().profiles().forgotten);
    }

    fn documents(self) -> [Option<Arc<Document>>; 2] {
        [self.config.get_untracked(), self.credentials.get_untracked()]
    }

    /// The managed block may be another one now.
    fn refresh_wanted(self) {
        let found = self.config.with_untracked(|config| {
            config.as_deref().map_or_else(Wanted::default, |config| Wanted::of(config).unwrap_or_default())
        });
        self.wanted.set(found);
    }
}

fn person(app: App, typed: RwSignal<String>) -> (Option<SessionName>, Option<AccountId>) {
    match app.session.get() {
        Some(session) => {
            (session.view.session_name.parse().ok(), session.view.principal.account_id.parse().ok())
        }
        None => (typed.with(|typed| typed.trim().parse().ok()), None),
    }
}

const fn of(flags: [bool; 2], kind: FileKind) -> bool {
    let [config, credentials] = flags;
    match kind {
        FileKind::Config => config,
        FileKind::Credentials => credentials,
    }
}

const fn with(flags: [bool; 2], kind: FileKind, value: bool) -> [bool; 2] {
    let [config, credentials] = flags;
    match kind {
        FileKind::Config => [value, credentials],
        FileKind::Credentials => [config, value],
    }
}
