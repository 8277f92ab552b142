//! The question's form: who wants to assume which role, and how.

use leptos::prelude::*;
use nanori_identity::Timestamp;

use super::{
    desk::TrustDesk,
    form::{Form, select},
};
use crate::components::fixed::Fixed;
use crate::{
    components::{disclosure::Disclosure, field::TextAreaField, segmented::Segmented},
    messages::Messages,
    state::trust::{
        question::{MfaInput, QuestionField as F, QuestionInput},
        who::{WhoField as W, WhoKind},
    },
};

type QuestionForm = Form<QuestionInput, F>;

/// The form.
pub fn question(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    let faults = Memo::new(move |_| {
        desk.question.with(|question| question.request(Timestamp::EPOCH)).err().unwrap_or_default()
    });
    let form = QuestionForm { text, input: desk.question, faults: faults.into() };
    let kind = Memo::new(move |_| desk.question.with(|question| question.who.kind));
    let kinds = WhoKind::ALL
        .into_iter()
        .map(|kind| (kind.code(), text.compose(move |m| (m.trust().explain.kind)(kind).to_owned())));
    let choose_kind = move |code: String| {
        if let Some(kind) = WhoKind::ALL.into_iter().find(|kind| kind.code() == code) {
            desk.question.update(|question| question.who.kind = kind);
        }
    };
    let mfa = Memo::new(move |_| desk.question.with(|question| question.mfa));
    let choices = [MfaInput::None, MfaInput::WithCall, MfaInput::Earlier]
        .map(|choice| (choice, text.compose(move |m| (m.trust().explain.mfa_choice)(choice).to_owned())));
    let minutes = move || {
        (mfa.get() == MfaInput::Earlier).then(|| {
            let lens = (of(|q| &q.mfa_minutes), of_mut(|q| &mut q.mfa_minutes));
            form.line("mfa-minutes", |m| m.trust().explain.mfa_minutes, None, lens, F::MfaMinutes)
        })
    };
    view! {
        <div class="form">
            <h3>{text.say(|m| m.trust().explain.who)}</h3>
            {select(
                "who-kind",
                text.say(|m| m.trust().explain.kind_of_caller),
                kinds.collect(),
                Signal::derive(move || kind.get().code()),
                choose_kind,
            )}
            {move || who(form, kind.get())}
            <h3>{text.say(|m| m.trust().explain.what)}</h3>
            {form.line(
                "ask-role",
                |m| m.trust().explain.role,
                None,
                (|q| &q.role, |q| &mut q.role),
                F::Role,
            )}
            {form.line(
                "ask-session-name",
                |m| m.trust().explain.session_name,
                Some(|m: &'static Messages| m.trust().explain.session_name_hint),
                (|q| &q.session_name, |q| &mut q.session_name),
                F::SessionName,
            )}
            <div class="columns">
                <Segmented
                    name="ask-mfa"
                    legend=text.say(|m| m.trust().explain.mfa)
                    choices=choices.to_vec()
                    chosen=mfa.into()
                    on_choose=Callback::new(move |mfa| desk.question.update(|question| question.mfa = mfa))
                />
                {minutes}
            </div>
            {form.line(
                "ask-external-id",
                |m| m.trust().explain.external_id,
                None,
                (|q| &q.external_id, |q| &mut q.external_id),
                F::ExternalId,
            )}
            <div class="disclosures">
                {more(form)}
                {identity(desk)}
            </div>
        </div>
    }
    .fixed()
}

/// Closures coerce to these pointers only where the type is written.
fn of(read: fn(&QuestionInput) -> &String) -> fn(&QuestionInput) -> &String {
    read
}

fn of_mut(write: fn(&mut QuestionInput) -> &mut String) -> fn(&mut QuestionInput) -> &mut String {
    write
}

fn who(form: QuestionForm, kind: WhoKind) -> AnyView {
    match kind {
        WhoKind::User => form.line(
            "who-user",
            |m| m.trust().explain.user,
            None,
            (|q| &q.who.user, |q| &mut q.who.user),
            F::Who(W::User),
        ),
        WhoKind::RoleSession | WhoKind::IdentityCenter => {
            let session: super::form::Label = if kind == WhoKind::RoleSession {
                |m| m.trust().explain.own_session
            } else {
                |m| m.trust().explain.person
            };
            let role = form.line(
                "who-role",
                |m| m.trust().explain.own_role,
                Some(|m| m.trust().explain.own_role_hint),
                (|q| &q.who.role, |q| &mut q.who.role),
                F::Who(W::Role),
            );
            let session = form.line(
                "who-session",
                session,
                None,
                (|q| &q.who.session, |q| &mut q.who.session),
                F::Who(W::Session),
            );
            view! { {role} {session} }.fixed()
        }
        WhoKind::WebIdentity => {
            let provider = form.line(
                "who-provider",
                |m| m.trust().explain.provider,
                None,
                (|q| &q.who.provider, |q| &mut q.who.provider),
                F::Who(W::Provider),
            );
            let claims = form.lines(
                "who-claims",
                |m| m.trust().explain.claims,
                |m| m.trust().explain.claims_hint,
                (|q| &q.who.claims, |q| &mut q.who.claims),
                F::Who(W::Claims),
            );
            view! { {provider} {claims} }.fixed()
        }
        WhoKind::Service => form.line(
            "who-service",
            |m| m.trust().explain.service,
            None,
            (|q| &q.who.service, |q| &mut q.who.service),
            F::Who(W::Service),
        ),
        WhoKind::Root => form.line(
            "who-account",
            |m| m.trust().explain.account,
            None,
            (|q| &q.who.account, |q| &mut q.who.account),
            F::Who(W::Account),
        ),
    }
}

fn more(form: QuestionForm) -> AnyView {
    let text = form.text;
    let used = Signal::derive(move || {
        let used = form.input.with(QuestionInput::more_used);
        if used == 0 { String::new() } else { used.to_string() }
    });
    view! {
        <Disclosure summary=text.say(|m| m.trust().more) state=used>
            {form.lines(
                "who-tags",
                |m| m.trust().explain.tags_of_caller,
                |m| m.trust().write.tags_hint,
                (|q| &q.who.tags, |q| &mut q.who.tags),
                F::Who(W::Tags),
            )}
            {form.line(
                "ask-source-identity",
                |m| m.trust().explain.source_identity,
                None,
                (|q| &q.source_identity, |q| &mut q.source_identity),
                F::SourceIdentity,
            )}
            {form.lines(
                "ask-tags",
                |m| m.trust().explain.session_tags,
                |m| m.trust().write.tags_hint,
                (|q| &q.tags, |q| &mut q.tags),
                F::Tags,
            )}
            <div class="columns">
                {form.line(
                    "ask-address",
                    |m| m.trust().explain.address,
                    None,
                    (|q| &q.address, |q| &mut q.address),
                    F::Address,
                )}
                {form.line(
                    "ask-time",
                    |m| m.trust().explain.time,
                    Some(|m: &'static Messages| m.trust().explain.time_hint),
                    (|q| &q.time, |q| &mut q.time),
                    F::Time,
                )}
            </div>
            {form.lines(
                "ask-more",
                |m| m.trust().explain.other_keys,
                |m| m.trust().explain.other_keys_hint,
                (|q| &q.more, |q| &mut q.more),
                F::More,
            )}
        </Disclosure>
    }
    .fixed()
}

fn identity(desk: TrustDesk) -> AnyView {
    let text = desk.app.text;
    view! {
        <Disclosure summary=text.say(|m| m.trust().explain.identity)>
            <TextAreaField
                id="identity-policy"
                label=text.say(|m| m.trust().explain.identity)
                hint=text.say(|m| m.trust().explain.identity_hint)
                optional=true
                value=desk.identity
                rows="8"
            />
        </Disclosure>
    }
    .fixed()
}
