//! Trust policies: check one, explain a decision or a refusal, write new ones, go through a whole account.

mod account;
mod check;
mod denied;
mod desk;
mod editor;
mod explain;
mod form;
mod question;
mod table;
mod trace;
mod write;

use leptos::prelude::*;

use self::desk::{Task, TrustDesk};
use crate::components::fixed::Fixed;
use crate::{browser::document, components::segmented::Segmented, context::App};

/// The page.
#[component]
pub fn Trust() -> AnyView {
    let app = App::current();
    let text = app.text;
    Effect::new(move |_| document::entitle(text.get().trust().title));
    let desk = TrustDesk::new(app);
    let tasks = vec![
        (Task::Check, text.say(|m| m.trust().task_check)),
        (Task::Explain, text.say(|m| m.trust().task_explain)),
        (Task::Write, text.say(|m| m.trust().task_write)),
        (Task::Account, text.say(|m| m.trust().task_account)),
    ];
    let body = move || match desk.task.get() {
        Task::Check => check::check(desk),
        Task::Explain => explain::explain(desk),
        Task::Write => write::write(desk),
        Task::Account => account::account(desk),
    };
    view! {
        <div class="trust">
            <header class="trust-head">
                <h1>{text.say(|m| m.trust().title)}</h1>
                <p class="lead">{text.say(|m| m.trust().lead)}</p>
            </header>
            <Segmented
                name="trust-task"
                legend=text.say(|m| m.trust().tasks)
                legend_hidden=true
                choices=tasks
                chosen=desk.task.into()
                on_choose=Callback::new(move |task| desk.task.set(task))
            />
            {body}
        </div>
    }
    .fixed()
}
