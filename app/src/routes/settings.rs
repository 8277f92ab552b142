//! The settings, each of which takes effect at once.

use leptos::prelude::*;
use nanori_identity::Partition;

use crate::components::fixed::Fixed;
use crate::{
    browser::{document, download},
    components::{
        dialog::Dialog,
        field::Field,
        notice::{Notice, Tone},
        region_select::RegionSelect,
        segmented::Segmented,
    },
    context::App,
    state::{
        role_book::RoleBook,
        settings::{Language, Settings as Values, Theme},
    },
};

/// The page.
#[component]
pub fn Settings() -> AnyView {
    let app = App::current();
    let text = app.text;
    Effect::new(move |_| document::entitle(text.get().settings().title));
    let region = RwSignal::new(app.settings.with_untracked(|settings| settings.default_region.clone()));
    Effect::new(move |before: Option<()>| {
        let chosen = region.get();
        if before.is_some() {
            app.settings.update(|settings| settings.default_region = chosen);
        }
    });
    let idle = Values::IDLE_CHOICES.into_iter().map(|minutes| {
        let label = text.compose(move |m| {
            if minutes >= 60 { (m.shell().hours)(minutes / 60) } else { (m.shell().minutes)(minutes) }
        });
        (minutes, label)
    });
    view! {
        <div class="narrow">
            <h1>{text.say(|m| m.settings().title)}</h1>
            <p class="lead">{text.say(|m| m.settings().lead)}</p>
            <div role="status">
                {move || {
                    (!app.stored.get())
                        .then(|| view! { <Notice tone=Tone::Caution>{text.say(|m| m.settings().not_kept)}</Notice> }.fixed())
                }}
            </div>
            <div class="settings">
                <Segmented
                    name="language"
                    legend=text.say(|m| m.settings().language)
                    choices=vec![
                        (None, text.say(|m| m.settings().language_auto)),
                        (Some(Language::En), Signal::stored("English".to_owned())),
                        (Some(Language::Ja), Signal::stored("日本語".to_owned())),
                    ]
                    chosen=Signal::derive(move || app.settings.with(|settings| settings.language))
                    on_choose=move |language| app.settings.update(|settings| settings.language = language)
                />
                <Segmented
                    name="theme"
                    legend=text.say(|m| m.settings().theme)
                    choices=vec![
                        (Theme::System, text.say(|m| m.settings().theme_system)),
                        (Theme::Light, text.say(|m| m.settings().theme_light)),
                        (Theme::Dark, text.say(|m| m.settings().theme_dark)),
                    ]
                    chosen=Signal::derive(move || app.settings.with(|settings| settings.theme))
                    on_choose=move |theme| app.settings.update(|settings| settings.theme = theme)
                />
                <div>
                    <Segmented
                        name="idle"
                        legend=text.say(|m| m.settings().idle)
                        choices=idle.collect()
                        chosen=Signal::derive(move || app.settings.with(|settings| settings.idle_minutes))
                        on_choose=move |minutes| app.settings.update(|settings| settings.idle_minutes = minutes)
                    />
                    <p class="field-hint">{text.say(|m| m.settings().idle_hint)}</p>
                </div>
                <div>
                    <Segmented
                        name="multi-session"
                        legend=text.say(|m| m.settings().multi_session)
                        choices=vec![
                            (true, text.say(|m| m.settings().multi_session_on)),
                            (false, text.say(|m| m.settings().multi_session_off)),
                        ]
                        chosen=Signal::derive(move || app.settings.with(|settings| settings.multi_session))
                        on_choose=move |on| app.settings.update(|settings| settings.multi_session = on)
                    />
                    <p class="field-hint">{text.say(|m| m.settings().multi_session_hint)}</p>
                </div>
                <Field
                    id="default-region"
                    label=text.say(|m| m.settings().default_region)
                    hint=text.say(|m| m.settings().default_region_hint)
                >
                    <RegionSelect
                        id="default-region"
                        partition=Signal::stored(Partition::Aws)
                        value=region
                        all=true
                    />
                </Field>
                <KeptRoles />
            </div>
        </div>
    }
    .fixed()
}

/// The saved roles as a whole: take a copy along, or remove them.
#[component]
fn KeptRoles() -> AnyView {
    let app = App::current();
    let text = app.text;
    let count = Memo::new(move |_| app.roles.with(|book| book.roles().len()));
    let asked = RwSignal::new(false);
    let export = move |_| {
        download::download("nanori-roles.json", &app.roles.with_untracked(RoleBook::to_stored));
    };
    let clear = move |_| {
        asked.set(false);
        app.roles.set(RoleBook::default());
        app.announce(text.now().settings().roles_cleared);
    };
    view! {
        <section class="stack" aria-labelledby="kept-roles">
            <h2 id="kept-roles" class="choice-legend">{text.say(|m| m.settings().roles)}</h2>
            <p>{text.compose(move |m| (m.settings().roles_kept)(count.get()))}</p>
            <div class="row" hidden=Signal::derive(move || count.get() == 0)>
                <button type="button" class="button" on:click=export>
                    {text.say(|m| m.settings().roles_export)}
                </button>
                <button type="button" class="button button-danger" on:click=move |_| asked.set(true)>
                    {text.say(|m| m.settings().roles_clear)}
                </button>
            </div>
            <Dialog id="clear-roles" title=text.say(|m| m.settings().roles_clear) open=asked>
                <p>{text.compose(move |m| (m.settings().roles_clear_ask)(count.get()))}</p>
                <div class="row row-end">
                    <button type="button" class="button" on:click=move |_| asked.set(false)>
                        {text.say(|m| m.shell().cancel)}
                    </button>
                    <button type="button" class="button button-danger" on:click=clear>
                        {text.say(|m| m.settings().roles_clear)}
                    </button>
                </div>
            </Dialog>
        </section>
    }
    .fixed()
}
