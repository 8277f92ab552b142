//! Profile files: what they say, what is wrong with them, and new profiles for them. All of it happens in this page; no
//! file leaves it, and nothing of one is stored.

mod add;
mod bench;
mod changes;
mod editor;
mod elsewhere;
mod explained;
mod finding;
mod intake;
mod list;
mod overview;
mod programs;
mod record;
mod roles;
mod two_accounts;
mod way;

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};
use nanori_profile::{FileKind, Severity};

use self::{
    add::Add,
    bench::{Bench, View},
    explained::Explained,
    intake::IntakeForm,
    list::ProfileList,
    overview::Overview,
    programs::Programs,
};
use crate::components::fixed::Fixed;
use crate::{
    browser::{document, download},
    components::{
        dialog::Dialog,
        field::TextField,
        icon::{Icon, draw},
        segmented::Segmented,
    },
    context::App,
};

/// The page.
#[component]
pub fn Profiles() -> AnyView {
    let app = App::current();
    let text = app.text;
    Effect::new(move |_| document::entitle(text.get().profiles().title));
    let bench = Bench::new(app);
    // A page that the browser keeps for the way back would keep the files with it.
    let hidden = window_event_listener(ev::pagehide, move |_| bench.forget());
    on_cleanup(move || hidden.remove());
    Effect::new(move |_| app.unsaved.set(bench.any_changed()));
    on_cleanup(move || app.unsaved.set(false));
    // Whoever signs out, or is idle for so long that the key is forgotten, leaves no files behind either.
    Effect::new(move |before: Option<bool>| {
        let signed_in = app.session.with(Option::is_some);
        if before == Some(true) && !signed_in {
            bench.forget();
        }
        signed_in
    });
    let loaded =
        Memo::new(move |_| bench.config.with(Option::is_some) || bench.credentials.with(Option::is_some));
    (move || if loaded.get() { work(bench) } else { start(bench) }).fixed()
}

/// Before there is a file.
fn start(bench: Bench) -> AnyView {
    let text = bench.app.text;
    view! {
        <div class="narrow profiles-start">
            <h1>{text.say(|m| m.profiles().title)}</h1>
            <p class="lead">{text.say(|m| m.profiles().lead)}</p>
            <section class="card" aria-label=text.say(|m| m.profiles().open_title)>
                <IntakeForm bench=bench />
            </section>
            <p class="field-hint">{text.say(|m| m.profiles().stays_here)}</p>
            <p>
                <button type="button" class="link-button" on:click=move |_| bench.begin()>
                    {text.say(|m| m.profiles().begin)}
                </button>
            </p>
        </div>
    }
    .fixed()
}

/// With a file.
fn work(bench: Bench) -> AnyView {
    let text = bench.app.text;
    let adding = RwSignal::new(false);
    Effect::new(move |before: Option<u32>| {
        let taken = bench.taken.get();
        if before.is_some_and(|before| before != taken) {
            adding.set(false);
        }
        taken
    });
    let views = vec![
        (View::Read, text.say(|m| m.profiles().view_read)),
        (View::Add, text.say(|m| m.profiles().view_add)),
        (View::Programs, text.say(|m| m.profiles().view_programs)),
    ];
    let undo = move || {
        bench.undoable.get().then(|| {
            view! {
                <button type="button" class="button button-quiet" on:click=move |_| bench.undo()>
                    {text.say(|m| m.profiles().undo)}
                </button>
            }
            .fixed()
        })
    };
    let shown = move || match bench.view.get() {
        View::Read => read(bench),
        View::Add => view! { <Add bench=bench /> }.fixed(),
        View::Programs => view! { <Programs bench=bench /> }.fixed(),
    };
    view! {
        <div class="profiles">
            <div class="profiles-head">
                <h1>{text.say(|m| m.profiles().title)}</h1>
                <div class="row">
                    {undo}
                    <button type="button" class="button button-quiet" on:click=move |_| adding.set(true)>
                        {draw(Icon::Plus)}
                        <span>{text.say(|m| m.profiles().open_more)}</span>
                    </button>
                    <button type="button" class="button button-danger" on:click=move |_| bench.forget()>
                        {text.say(|m| m.profiles().forget)}
                    </button>
                </div>
            </div>
            <div class="sheets">{sheet(bench, FileKind::Config)} {sheet(bench, FileKind::Credentials)}</div>
            <div class="profiles-bar">
                <Segmented
                    name="profiles-view"
                    legend=text.say(|m| m.profiles().view)
                    legend_hidden=true
                    choices=views
                    chosen=bench.view.into()
                    on_choose=move |view| bench.view.set(view)
                />
                {move || own_name(bench)}
            </div>
            {shown}
            <Dialog id="open-files" title=text.say(|m| m.profiles().open_title) open=adding>
                <IntakeForm bench=bench />
            </Dialog>
        </div>
    }
    .fixed()
}

/// Whose names the profiles should bear: asked of somebody who is not signed in.
fn own_name(bench: Bench) -> Option<AnyView> {
    let text = bench.app.text;
    bench.app.session.with(Option::is_none).then(|| {
        view! {
            <div class="own-name">
                <TextField
                    id="own-name"
                    label=text.say(|m| m.profiles().own_name)
                    hint=text.say(|m| m.profiles().own_name_hint)
                    value=bench.typed_name
                    error=bench.name_error()
                    mono=true
                />
            </div>
        }
        .fixed()
    })
}

/// One of the two files: what is in it and wrong with it, and the way to take it away.
fn sheet(bench: Bench, kind: FileKind) -> AnyView {
    let text = bench.app.text;
    let name = match kind {
        FileKind::Config => "config",
        FileKind::Credentials => "credentials",
    };
    let there = Memo::new(move |_| bench.file(kind).with(Option::is_some));
    let content = move || {
        there.get().then(|| {
            let state = text.compose(move |m| {
                bench.review.with(|review| {
                    let count = |severity| review.count(kind, severity);
                    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
                    (m.profiles().sheet_state)(errors, warnings, count(Severity::Hint))
                })
            });
            let save = move |_| {
                let saved = bench.file(kind).with_untracked(|file| {
                    file.as_ref().is_some_and(|file| download::download(name, file.text()))
                });
                if saved {
                    bench.saved(kind);
                    bench.app.announce(text.now().profiles().downloaded);
                }
            };
            view! {
                <article class="sheet" class:sheet-changed=Signal::derive(move || bench.changed(kind))>
                    {draw(Icon::File)}
                    <div>
                        <h2 class="mono">{kind.default_path()}</h2>
                        <p class="field-hint">
                            {state}
                            {move || bench.changed(kind).then(|| text.get().profiles().sheet_changed)}
                        </p>
                    </div>
                    <button
                        type="button"
                        class="button"
                        class:button-primary=Signal::derive(move || bench.changed(kind))
                        aria-label=text.compose(move |m| (m.profiles().download_file)(name))
                        on:click=save
                    >
                        {draw(Icon::Download)}
                        <span>{text.say(|m| m.profiles().download)}</span>
                    </button>
                </article>
            }
            .fixed()
        })
    };
    content.fixed()
}

/// The list, and beside it the chosen profile or the findings of both files.
fn read(bench: Bench) -> AnyView {
    let text = bench.app.text;
    let chosen = Memo::new(move |_| bench.chosen.get());
    let pane = move || match chosen.get() {
        Some(name) => view! { <Explained bench=bench name=name /> }.fixed(),
        None => view! { <Overview bench=bench /> }.fixed(),
    };
    view! {
        <div
            class="switch"
            data-view=Signal::derive(move || if bench.in_pane.get() { "role" } else { "list" })
        >
            <ProfileList bench=bench />
            <section class="pane" aria-label=text.say(|m| m.profiles().pane)>
                <button type="button" class="button button-quiet pane-back" on:click=move |_| bench.in_pane.set(false)>
                    {draw(Icon::Back)}
                    <span>{text.say(|m| m.profiles().all_profiles)}</span>
                </button>
                {pane}
            </section>
        </div>
    }
    .fixed()
}
