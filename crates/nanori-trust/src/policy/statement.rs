//! One statement of a policy.

use crate::place::Place;
use crate::policy::{ActionPattern, Condition, PrincipalPattern};
use crate::template::Template;

/// One statement: whom it concerns, what it says about which actions, and under which conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// `Sid`, if it is there.
    pub sid: Option<String>,
    /// `Effect`.
    pub effect: Effect,
    /// Where the value of `Effect` stands.
    pub effect_place: Place,
    /// `Principal` or `NotPrincipal`; `None` in an identity policy.
    pub principals: Option<Matcher<PrincipalPattern>>,
    /// `Action` or `NotAction`.
    pub actions: Matcher<ActionPattern>,
    /// `Resource` or `NotResource`; `None` in a trust policy.
    pub resources: Option<Matcher<ResourcePattern>>,
    /// The conditions, all of which must hold.
    pub conditions: Vec<Condition>,
    /// Where `Condition`'s block stands, if it is there.
    pub condition_place: Option<Place>,
    /// Where the whole statement stands.
    pub place: Place,
}

/// What a statement says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It lets pass.
    Allow,
    /// It refuses, whatever other statements allow.
    Deny,
}

/// An element that comes plain or with `Not` before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Matcher<T> {
    /// Whether it is the `Not…` form.
    pub negated: bool,
    /// The entries; at least one.
    pub items: Vec<T>,
    /// Where the element's key stands.
    pub key_place: Place,
    /// Where its value stands.
    pub place: Place,
}

/// One entry of `Resource` or `NotResource`.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourcePattern {
    /// As written, with its wildcards and variables.
    pub template: Template,
    /// Where it stands.
    pub place: Place,
}
