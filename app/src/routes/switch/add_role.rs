//! Naming a role: one field that reads whatever people have, or its parts one by one. Says at once what it understood.

use leptos::{ev::SubmitEvent, prelude::*};
use nanori_identity::{IdentityError, Partition, RoleArn};

use super::edit_role::LabelAndColour;
use crate::components::fixed::Fixed;
use crate::{
    browser::document,
    components::{
        field::{Field, TextField, described_by},
        notice::{Notice, Tone},
        segmented::Segmented,
    },
    context::{App, Text},
    messages::Messages,
    state::{
        role_input::{RoleInput, RoleInputError},
        saved_role::{Colour, SavedRole},
    },
};

/// How the role is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Text,
    Parts,
}

/// The form.
#[component]
pub fn AddRole(
    /// Takes the role.
    on_use: Callback<SavedRole>,
) -> AnyView {
    let text = App::current().text;
    let by = RwSignal::new(By::Text);
    let typed = RwSignal::new(String::new());
    let partition = RwSignal::new(Partition::Aws);
    let (account, name, path) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (label, colour) = (RwSignal::new(String::new()), RwSignal::new(Colour::None));
    let asked = RwSignal::new(false);
    let read = Memo::new(move |_| match by.get() {
        By::Text => typed.with(|typed| RoleInput::read(typed)),
        By::Parts => RoleInput::assemble(partition.get(), &account.get(), &path.get(), &name.get())
            .map(|arn| RoleInput { arn, label: String::new(), colour: Colour::None, path_unknown: false })
            .map_err(RoleInputError::Refused),
    });
    // What a link says about the role fills in what is still empty.
    Effect::new(move |_| {
        if let Ok(input) = read.get() {
            if !input.label.is_empty() && label.with_untracked(String::is_empty) {
                label.set(input.label);
            }
            if input.colour != Colour::None && colour.get_untracked() == Colour::None {
                colour.set(input.colour);
            }
        }
    });
    let error = text.compose(move |m| {
        let shown = asked.get() || typed.with(|typed| typed.trim().chars().count() > 12);
        read.with(|read| match read {
            Err(error) if shown => said(m, error),
            _ => String::new(),
        })
    });
    let part_error = move |is_it: fn(&IdentityError) -> bool| {
        text.compose(move |m| {
            read.with(|read| match read {
                Err(RoleInputError::Refused(error)) if asked.get() && is_it(error) => {
                    (m.fields().refused)(error)
                }
                _ => String::new(),
            })
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match read.get_untracked() {
            Ok(input) => on_use.run(SavedRole {
                label: label.get_untracked().trim().to_owned(),
                colour: colour.get_untracked(),
                ..SavedRole::new(input.arn)
            }),
            Err(_) => {
                asked.set(true);
                request_animation_frame(|| document::focus_first_invalid("add-role-form"));
            }
        }
    };
    let fields = move || {
        match by.get() {
        By::Text => view! {
            <TextField id="role-text" label=text.say(|m| m.roles().text) hint=text.say(|m| m.roles().text_hint) error=error value=typed mono=true />
        }
        .fixed(),
        By::Parts => {
            use nanori_identity::Field as F;
            let account_error = part_error(|error| error.field() == Some(F::AccountId));
            let name_error = part_error(|error| error.field() == Some(F::RoleName));
            let path_error = part_error(|error| error.field() == Some(F::RolePath));
            view! {
                <TextField id="role-account" label=text.say(|m| m.roles().account) error=account_error value=account mono=true inputmode="numeric" />
                <TextField id="role-name" label=text.say(|m| m.roles().role_name) error=name_error value=name mono=true />
                <TextField
                    id="role-path"
                    label=text.say(|m| m.roles().path)
                    hint=text.say(|m| m.roles().path_hint)
                    error=path_error
                    optional=true
                    value=path
                    mono=true
                />
                <Field id="role-partition" label=text.say(|m| m.roles().partition)>
                    {partition_select(text, partition)}
                </Field>
            }
            .fixed()
        }
    }
    };
    view! {
        <form id="add-role-form" class="form" novalidate on:submit=submit>
            <Segmented
                name="role-by"
                legend=text.say(|m| m.roles().by)
                legend_hidden=true
                choices=vec![
                    (By::Text, text.say(|m| m.roles().by_text)),
                    (By::Parts, text.say(|m| m.roles().by_parts)),
                ]
                chosen=by.into()
                on_choose=move |chosen| by.set(chosen)
            />
            {fields}
            <div role="status">{move || read.with(|read| read.as_ref().ok().map(|input| understood(text, input)))}</div>
            <LabelAndColour label=label colour=colour />
            <button type="submit" class="button button-primary">
                {text.say(|m| m.roles().use_role)}
            </button>
        </form>
    }
    .fixed()
}

fn understood(text: Text, input: &RoleInput) -> AnyView {
    let path_unknown = input.path_unknown.then(|| {
        view! { <Notice tone=Tone::Caution>{text.say(|m| m.roles().path_unknown)}</Notice> }.fixed()
    });
    view! {
        <div class="stack">
            <dl class="facts">
                <div>
                    <dt>{text.say(|m| m.roles().understood)}</dt>
                    <dd class="mono wrap-anywhere">{arn_parts(&input.arn)}</dd>
                </div>
            </dl>
            {path_unknown}
        </div>
    }
    .fixed()
}

/// An ARN with its telling parts set off: the account and the name.
pub fn arn_parts(arn: &RoleArn) -> AnyView {
    view! {
        <span class="arn">
            {format!("arn:{}:iam::", arn.partition())} <b>{arn.account().to_string()}</b>
            {format!(":role{}", arn.path())} <b>{arn.name().to_owned()}</b>
        </span>
    }
    .fixed()
}

fn partition_select(text: Text, value: RwSignal<Partition>) -> AnyView {
    let option = move |partition: Partition, label: Signal<String>| {
        view! {
            <option value=partition.id() prop:selected=Signal::derive(move || value.get() == partition)>
                {label}
            </option>
        }
        .fixed()
    };
    view! {
        <select
            id="role-partition"
            class="input"
            aria-describedby=described_by("role-partition")
            on:change=move |event| {
                if let Ok(partition) = event_target_value(&event).parse() {
                    value.set(partition);
                }
            }
        >
            {option(Partition::Aws, text.say(|m| m.roles().partition_aws))}
            {option(Partition::AwsUsGov, text.say(|m| m.roles().partition_us_gov))}
            {option(Partition::AwsCn, text.say(|m| m.roles().partition_cn))}
            {option(Partition::AwsEusc, text.say(|m| m.roles().partition_eusc))}
        </select>
    }
    .fixed()
}

fn said(m: &Messages, error: &RoleInputError) -> String {
    match error {
        RoleInputError::Empty | RoleInputError::Unrecognised => m.roles().unrecognised.to_owned(),
        RoleInputError::AccountAlias { alias } => (m.roles().alias)(alias),
        RoleInputError::IncompleteLink => m.roles().incomplete_link.to_owned(),
        RoleInputError::Refused(error) => (m.fields().refused)(error),
    }
}
