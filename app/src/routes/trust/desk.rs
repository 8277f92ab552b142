//! What the trust page holds while it is used, and keeps while another page shows. No secret is ever among it.

use std::cell::RefCell;

use leptos::prelude::*;
use nanori_identity::AccountId;
use nanori_trust::check::{Callers, Setting};

use crate::{
    context::App,
    state::{
        denied::Denied,
        trust::{lines::lines, question::QuestionInput, who::WhoInput, writing::WritingInput},
    },
};

/// What the person does here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Task {
    /// Check a policy.
    #[default]
    Check,
    /// Explain a decision.
    Explain,
    /// Write policies.
    Write,
    /// Go through an account.
    Account,
}

/// The page's state; `Copy`, so that every part of the page can have it.
#[derive(Clone, Copy)]
pub struct TrustDesk {
    /// What the whole program shares.
    pub app: App,
    /// What the person does.
    pub task: RwSignal<Task>,
    /// The trust policy, as it was pasted.
    pub policy: RwSignal<String>,
    /// The caller's own policy; empty for not known.
    pub identity: RwSignal<String>,
    /// The company's accounts, one a line.
    pub own_accounts: RwSignal<String>,
    /// Who comes from accounts that are trusted as a whole.
    pub callers: RwSignal<Callers>,
    /// Who asks for what.
    pub question: RwSignal<QuestionInput>,
    /// What a new policy demands.
    pub writing: RwSignal<WritingInput>,
    /// A refused switch that is to be explained.
    pub denied: RwSignal<Option<Denied>>,
}

/// What stays while another page shows.
#[derive(Clone, Default)]
struct Kept {
    task: Task,
    policy: String,
    identity: String,
    own_accounts: String,
    callers: Callers,
    question: Option<QuestionInput>,
    writing: WritingInput,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::new(Kept::default());
}

impl TrustDesk {
    /// The desk as it was left; or the refused switch on it that brought the person here.
    pub fn new(app: App) -> Self {
        let kept = KEPT.with_borrow(Clone::clone);
        let question = kept.question.unwrap_or_else(|| first_question(app));
        let desk = Self {
            app,
            task: RwSignal::new(kept.task),
            policy: RwSignal::new(kept.policy),
            identity: RwSignal::new(kept.identity),
            own_accounts: RwSignal::new(kept.own_accounts),
            callers: RwSignal::new(kept.callers),
            question: RwSignal::new(question),
            writing: RwSignal::new(kept.writing),
            denied: RwSignal::new(None),
        };
        Effect::new(move |_| {
            if let Some(denied) = app.denied.get() {
                app.denied.set(None);
                desk.question.set(denied.question());
                desk.policy.set(String::new());
                desk.denied.set(Some(denied));
                desk.task.set(Task::Explain);
            }
        });
        on_cleanup(move || {
            let kept = Kept {
                task: desk.task.get_untracked(),
                policy: desk.policy.get_untracked(),
                identity: desk.identity.get_untracked(),
                own_accounts: desk.own_accounts.get_untracked(),
                callers: desk.callers.get_untracked(),
                question: Some(desk.question.get_untracked()),
                writing: desk.writing.get_untracked(),
            };
            KEPT.set(kept);
        });
        desk
    }

    /// What is known about the surroundings of a policy, now.
    pub fn setting_now(self) -> Setting {
        untrack(|| self.setting())
    }

    /// What is known about the surroundings of a policy. Tracked.
    pub fn setting(self) -> Setting {
        let own_accounts = self
            .own_accounts
            .with(|text| lines(text).filter_map(|(_, line)| line.parse::<AccountId>().ok()).collect());
        Setting { account: None, own_accounts, callers: self.callers.get() }
    }
}

/// Whoever is signed in, under their own name.
fn first_question(app: App) -> QuestionInput {
    let session = app.session.get_untracked();
    session.map_or_else(QuestionInput::default, |session| QuestionInput {
        who: WhoInput::of(&session.view.principal.arn),
        session_name: session.view.session_name.clone(),
        ..QuestionInput::default()
    })
}
