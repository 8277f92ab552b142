//! Statement by statement, condition by condition: what was compared with what.

use leptos::prelude::*;
use nanori_trust::{
    explain::{ConditionTrace, Resolution, StatementTrace, ValueTrace},
    policy::Effect,
};

use crate::components::fixed::Fixed;
use crate::{
    components::icon::{Icon, draw},
    context::Text,
};

/// Everything about one action of the request.
pub fn action(text: Text, action: &str, statements: &[StatementTrace]) -> AnyView {
    let action = action.to_owned();
    let cards: Vec<AnyView> = statements.iter().map(|trace| statement(text, trace)).collect();
    view! {
        <section class="trace">
            <h4>{text.compose(move |m| (m.trust().explain.action)(&action))}</h4>
            {cards}
        </section>
    }
    .fixed()
}

fn statement(text: Text, trace: &StatementTrace) -> AnyView {
    let (index, sid, applies) = (trace.index, trace.sid.clone(), trace.applies);
    let allow = trace.effect == Effect::Allow;
    let title = text.compose(move |m| (m.trust().explain.statement)(index, sid.as_deref()));
    let (covers, resource, principal) = (trace.action, trace.resource, trace.principal);
    let part =
        |name: fn(&'static crate::messages::Messages) -> &'static str, good: bool, said: Signal<String>| {
            view! { <li class="trace-part">{mark(good)}<span>{text.say(name)}": "{said}</span></li> }.fixed()
        };
    let action = part(
        |m| m.trust().explain.part_action,
        covers,
        text.compose(move |m| (m.trust().explain.covers)(covers).to_owned()),
    );
    let principal = principal.map(|grant| {
        part(
            |m| m.trust().explain.part_principal,
            grant.is_some(),
            text.compose(move |m| (m.trust().explain.principal)(grant).to_owned()),
        )
    });
    let resource = resource.map(|covers| {
        part(
            |m| m.trust().explain.part_resource,
            covers,
            text.compose(move |m| (m.trust().explain.covers)(covers).to_owned()),
        )
    });
    let conditions: Vec<AnyView> = trace.conditions.iter().map(|trace| condition(text, trace)).collect();
    view! {
        <details class="trace-statement" open=true data-applies=applies.to_string()>
            <summary>
                <span class="disclosure-mark">{draw(Icon::Chevron)}</span>
                <span>
                    <strong>{title}</strong>
                    " "
                    <span class="badge">
                        {text.say(if allow { |m| m.trust().explain.allows } else { |m| m.trust().explain.denies })}
                    </span>
                    " "
                    {text.say(if applies { |m| m.trust().explain.applies } else { |m| m.trust().explain.not_applies })}
                </span>
            </summary>
            <ul class="trace-parts">{action} {principal} {resource} {conditions}</ul>
        </details>
    }
    .fixed()
}

fn condition(text: Text, trace: &ConditionTrace) -> AnyView {
    let outcome = trace.outcome;
    let given = match &trace.request {
        Some(values) => {
            let values: Vec<AnyView> = values
                .iter()
                .map(|value| view! { <code class="value wrap-anywhere">{value.clone()}</code> }.fixed())
                .collect();
            view! { {values} }.fixed()
        }
        None => view! { <em>{text.say(|m| m.trust().explain.request_lacks)}</em> }.fixed(),
    };
    let wanted: Vec<AnyView> = trace.policy.iter().map(|trace| value(text, trace)).collect();
    view! {
        <li class="trace-part">
            {mark(outcome.holds)}
            <div class="trace-condition">
                <p>
                    <code class="wrap-anywhere">{trace.operator.to_string()}" "{trace.key.clone()}</code>
                    " — "
                    {text.say(if outcome.holds { |m| m.trust().explain.holds } else { |m| m.trust().explain.fails })}
                </p>
                <dl class="facts">
                    <div>
                        <dt>{text.say(|m| m.trust().explain.request_has)}</dt>
                        <dd>{given}</dd>
                    </div>
                    <div>
                        <dt>{text.say(|m| m.trust().explain.policy_wants)}</dt>
                        <dd>{wanted}</dd>
                    </div>
                </dl>
                <p class="field-hint">
                    {text.compose(move |m| (m.trust().explain.reason)(outcome.reason, outcome.holds).to_owned())}
                </p>
            </div>
        </li>
    }
    .fixed()
}

fn value(text: Text, trace: &ValueTrace) -> AnyView {
    let further = match trace.resolution.clone() {
        Resolution::AsWritten => None,
        Resolution::Filled(filled) => {
            Some(view! { " → "<code class="value wrap-anywhere">{filled}</code> }.fixed())
        }
        Resolution::NoValue { key, many } => {
            let said = text.compose(move |m| (m.trust().explain.no_value)(&key, many));
            Some(view! { " — "{said} }.fixed())
        }
        Resolution::LiteralVariable => Some(view! { " — "{text.say(|m| m.trust().explain.literal)} }.fixed()),
    };
    view! { <span class="trace-value"><code class="value wrap-anywhere">{trace.written.clone()}</code>{further}</span> }
        .fixed()
}

fn mark(good: bool) -> AnyView {
    let (class, icon) = if good { ("mark mark-yes", Icon::Tick) } else { ("mark mark-no", Icon::Cross) };
    view! { <span class=class>{draw(icon)}</span> }.fixed()
}
