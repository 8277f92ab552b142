//! Writing policies: a form on one side, what it comes to on the other, in every form that people keep policies in.

use leptos::prelude::*;
use nanori_trust::generate::{Form as PolicyForm, Output, write_identity, write_role};

use super::{
    desk::{Task, TrustDesk},
    form::{Form, part, select},
};
use crate::components::fixed::Fixed;
use crate::{
    browser::download,
    components::{
        copy_button::CopyButton,
        disclosure::Disclosure,
        field::Checkbox,
        icon::{Icon, draw},
        notice::{Notice, Tone},
        segmented::Segmented,
    },
    messages::Messages,
    state::trust::writing::{NameChoice, Way, WritingField as F, WritingInput},
};

type WriteForm = Form<WritingInput, F>;

/// The task.
pub fn write(desk: TrustDesk) -> AnyView {
    view! {
        <div class="trust-pair">
            {form(desk)}
            {result(desk)}
        </div>
    }
    .fixed()
}

fn form(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let input = desk.writing;
    let faults = Memo::new(move |_| input.with(WritingInput::form).err().unwrap_or_default().fields);
    let form = WriteForm { text, input, faults: faults.into() };
    let way = Memo::new(move |_| input.with(|input| input.way));
    let ways = [Way::OwnKeys, Way::Broker, Way::Provider]
        .map(|way| (way, text.compose(move |m| (m.trust().write.way_of)(way).to_owned())));
    let choose = move |way: Way| {
        input.update(|input| {
            input.way = way;
            input.name = way.names().first().copied().unwrap_or_default();
        });
    };
    view! {
        <section class="form" aria-labelledby="write-who">
            <h2 id="write-who">{text.say(|m| m.trust().write.who)}</h2>
            <Segmented
                name="way"
                legend=text.say(|m| m.trust().write.way)
                choices=ways.to_vec()
                chosen=way.into()
                on_choose=Callback::new(choose)
            />
            <p class="field-hint">{text.compose(move |m| (m.trust().write.way_why)(way.get()).to_owned())}</p>
            {form.line(
                "write-role",
                |m| m.trust().write.role,
                Some(|m: &'static Messages| m.trust().write.role_hint),
                (|w| &w.role, |w| &mut w.role),
                F::Role,
            )}
            {move || people(form, way.get())}
            <h2>{text.say(|m| m.trust().write.must)}</h2>
            {move || name(form, way.get())}
            {demands(form)}
        </section>
    }
    .fixed()
}

fn people(form: WriteForm, way: Way) -> AnyView {
    match way {
        Way::OwnKeys => form.lines(
            "write-people",
            |m| m.trust().write.people,
            |m| m.trust().write.people_hint,
            (|w| &w.who, |w| &mut w.who),
            F::Who,
        ),
        Way::Broker => form.line(
            "write-broker",
            |m| m.trust().write.broker,
            None,
            (|w| &w.broker, |w| &mut w.broker),
            F::Broker,
        ),
        Way::Provider => {
            let provider = form.line(
                "write-provider",
                |m| m.trust().write.provider,
                None,
                (|w| &w.provider, |w| &mut w.provider),
                F::Provider,
            );
            let audience = form.line(
                "write-audience",
                |m| m.trust().write.audience,
                Some(|m| m.trust().write.audience_hint),
                (|w| &w.audience, |w| &mut w.audience),
                F::Audience,
            );
            view! { {provider} {audience} }.fixed()
        }
    }
}

fn name(form: WriteForm, way: Way) -> AnyView {
    let (text, input) = (form.text, form.input);
    let chosen = Memo::new(move |_| input.with(|input| input.name));
    let names = way.names().iter().map(|name| {
        let name = *name;
        (name.code(), text.compose(move |m| (m.trust().write.name_of)(name).to_owned()))
    });
    let choose = move |code: String| {
        if let Some(name) = way.names().iter().find(|name| name.code() == code) {
            input.update(|input| input.name = *name);
        }
    };
    let tag = move || {
        (chosen.get() == NameChoice::PrincipalTag).then(|| {
            let lens: super::form::Lens<WritingInput> = (|w| &w.name_tag, |w| &mut w.name_tag);
            form.line("write-name-tag", |m| m.trust().write.name_tag, None, lens, F::NameTag)
        })
    };
    let own = (way == Way::OwnKeys).then(|| mfa(form));
    let source = move || {
        (!matches!(chosen.get(), NameChoice::Any | NameChoice::SourceIdentity)).then(|| {
            let ticked = flag(input, |w| w.source_identity, |w, on| w.source_identity = on);
            view! {
                <Checkbox
                    id="write-source-identity"
                    label=text.say(|m| m.trust().write.source_identity)
                    hint=text.say(|m| m.trust().write.source_identity_hint)
                    checked=ticked
                />
            }
            .fixed()
        })
    };
    view! {
        {select(
            "write-name",
            text.say(|m| m.trust().write.name),
            names.collect(),
            Signal::derive(move || chosen.get().code()),
            choose,
        )}
        {tag}
        {source}
        {own}
    }
    .fixed()
}

fn mfa(form: WriteForm) -> AnyView {
    let (text, input) = (form.text, form.input);
    let ticked = flag(input, |w| w.mfa, |w, on| w.mfa = on);
    let minutes = move || {
        ticked.get().then(|| {
            let lens: super::form::Lens<WritingInput> = (|w| &w.mfa_minutes, |w| &mut w.mfa_minutes);
            form.line("write-mfa-minutes", |m| m.trust().write.mfa_minutes, None, lens, F::MfaMinutes)
        })
    };
    view! {
        <Checkbox
            id="write-mfa"
            label=text.say(|m| m.trust().write.mfa)
            hint=text.say(|m| m.trust().write.mfa_hint)
            checked=ticked
        />
        {minutes}
    }
    .fixed()
}

fn flag(
    input: RwSignal<WritingInput>,
    read: fn(&WritingInput) -> bool,
    write: fn(&mut WritingInput, bool),
) -> RwSignal<bool> {
    let own = RwSignal::new(input.with_untracked(read));
    Effect::new(move |_| {
        let ticked = own.get();
        if input.with_untracked(read) != ticked {
            input.update(|input| write(input, ticked));
        }
    });
    own
}

fn demands(form: WriteForm) -> AnyView {
    let (text, input) = (form.text, form.input);
    let used = Signal::derive(move || {
        let used = input.with(WritingInput::more_used);
        if used == 0 { String::new() } else { used.to_string() }
    });
    let hours = std::iter::once(("", text.say(|m| m.trust().write.hours_any))).chain(
        HOURS
            .iter()
            .map(move |(code, hours)| (*code, text.compose(move |m| (m.trust().write.hours_count)(*hours)))),
    );
    let chosen = part(input, (|w| &w.hours, |w| &mut w.hours));
    let code = Signal::derive(move || {
        chosen.with(|chosen| HOURS.iter().map(|(code, _)| *code).find(|code| code == chosen)).unwrap_or("")
    });
    view! {
        <div class="disclosures">
            <Disclosure summary=text.say(|m| m.trust().more) state=used>
                {form.line(
                    "write-external-id",
                    |m| m.trust().write.external_id,
                    None,
                    (|w| &w.external_id, |w| &mut w.external_id),
                    F::ExternalId,
                )}
                {select("write-hours", text.say(|m| m.trust().write.hours), hours.collect(), code, move |code| chosen.set(code))}
                {form.lines(
                    "write-patterns",
                    |m| m.trust().write.name_patterns,
                    |m| m.trust().write.name_patterns_hint,
                    (|w| &w.name_patterns, |w| &mut w.name_patterns),
                    F::NameTag,
                )}
                {form.lines(
                    "write-addresses",
                    |m| m.trust().write.addresses,
                    |m| m.trust().one_a_line,
                    (|w| &w.addresses, |w| &mut w.addresses),
                    F::Addresses,
                )}
                {form.lines(
                    "write-session-tags",
                    |m| m.trust().write.session_tags,
                    |m| m.trust().write.tags_hint,
                    (|w| &w.session_tags, |w| &mut w.session_tags),
                    F::SessionTags,
                )}
                {form.lines(
                    "write-principal-tags",
                    |m| m.trust().write.principal_tags,
                    |m| m.trust().write.tags_hint,
                    (|w| &w.principal_tags, |w| &mut w.principal_tags),
                    F::PrincipalTags,
                )}
                {form.line(
                    "write-until",
                    |m| m.trust().write.until,
                    Some(|m: &'static Messages| m.trust().write.until_hint),
                    (|w| &w.until, |w| &mut w.until),
                    F::Until,
                )}
            </Disclosure>
        </div>
    }
    .fixed()
}

const HOURS: [(&str, u8); 7] = [("1", 1), ("2", 2), ("4", 4), ("6", 6), ("8", 8), ("10", 10), ("12", 12)];

fn result(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let output = RwSignal::new(Output::Json);
    let written = Memo::new(move |_| desk.writing.with(WritingInput::form));
    let outputs = Output::ALL
        .map(|output| (output, text.compose(move |m| (m.trust().write.format)(output).to_owned())));
    let body = move || match written.get() {
        Ok(form) => policies(desk, &form, output),
        Err(faults) => match faults.whole {
            Some(error) => {
                let error = StoredValue::new(error);
                let said = text.compose(move |m| error.with_value(|error| (m.trust().form_fault)(error)));
                view! { <div role="alert"><Notice tone=Tone::Caution>{said}</Notice></div> }.fixed()
            }
            None => view! { <p class="trust-waiting">{text.say(|m| m.trust().write.waiting)}</p> }.fixed(),
        },
    };
    view! {
        <section class="findings" aria-labelledby="written-title">
            <h2 id="written-title">{text.say(|m| m.trust().write.result)}</h2>
            <Segmented
                name="output"
                legend=text.say(|m| m.trust().write.formats)
                choices=outputs.to_vec()
                chosen=output.into()
                on_choose=Callback::new(move |chosen| output.set(chosen))
            />
            <div class="stack">{body}</div>
            <div class="disclosures">
                <Disclosure summary=text.say(|m| m.trust().write.equals)>
                    <p>{text.say(|m| m.trust().write.equals_why)}</p>
                </Disclosure>
            </div>
        </section>
    }
    .fixed()
}

fn policies(desk: TrustDesk, form: &PolicyForm, output: RwSignal<Output>) -> AnyView {
    let text = desk.app.text;
    let Ok(policies) = form.policies() else { return ().fixed() };
    let name = desk.writing.with_untracked(WritingInput::policy_name);
    let json = policies.trust.json();
    let role = form.role.to_string();
    let explain = move |_| {
        desk.policy.set(json.clone());
        desk.question.update(|question| question.role.clone_from(&role));
        desk.task.set(Task::Explain);
    };
    let (form, trust) = (form.clone(), policies.trust.clone());
    let of_role = Signal::derive(move || write_role(&form, &trust, output.get()));
    let identity = match policies.identity {
        Some(identity) => document(
            desk,
            "identity",
            |m| m.trust().write.identity,
            |m| m.trust().write.identity_why,
            Signal::derive(move || write_identity(&name, &identity, output.get())),
            output,
        ),
        None => view! { <p class="field-hint">{text.say(|m| m.trust().write.identity_none)}</p> }.fixed(),
    };
    view! {
        {document(desk, "trust", |m| m.trust().write.trust, |m| m.trust().write.trust_why, of_role, output)}
        <button type="button" id="explain-written" class="button" on:click=explain>
            {text.say(|m| m.trust().write.explain)}
        </button>
        {identity}
    }
    .fixed()
}

/// One document with its buttons. `what` begins the file's name.
fn document(
    desk: TrustDesk,
    what: &'static str,
    title: super::form::Label,
    why: super::form::Label,
    written: Signal<String>,
    output: RwSignal<Output>,
) -> AnyView {
    let text = desk.app.text;
    let save = move |_| {
        let name = format!("{what}-{}", output.get_untracked().file_name());
        download::download(&name, &written.get_untracked());
    };
    view! {
        <section class="written" aria-labelledby=format!("written-{what}")>
            <h3 id=format!("written-{what}")>{text.say(title)}</h3>
            <p class="field-hint">{text.say(why)}</p>
            <pre class="code-block" tabindex="0" role="group" aria-label=text.say(title)>
                <code id=format!("written-{what}-text")>{written}</code>
            </pre>
            <div class="row">
                <CopyButton
                    label=text.say(|m| m.trust().write.copy)
                    said=text.say(|m| m.shell().copied)
                    copied=Callback::new(move |()| written.get_untracked())
                />
                <button type="button" class="button" on:click=save>
                    {draw(Icon::Download)}
                    <span>{text.say(|m| m.trust().download)}</span>
                </button>
            </div>
        </section>
    }
    .fixed()
}
