//! A view that is built once and never compared: all views as one type, which keeps the program small.
//!
//! Leptos's own type-erased view carries code to update any view in place. Here, what changes is a signal within the
//! view; a view as a whole is only ever replaced. So that code is left out, for each of a hundred views.

use leptos::{
    attr::Attribute,
    prelude::{AddAnyAttr, AnyView, IntoAny, Mountable, Render, RenderHtml},
    tachys::{
        html::attribute::any_attribute::AnyAttribute,
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Position, PositionState},
    },
};

/// Type-erases a view that is never updated in place.
pub trait Fixed {
    /// The erased view.
    fn fixed(self) -> AnyView;
}

impl<V> Fixed for V
where
    V: Render + Send + 'static,
    V::State: 'static,
{
    fn fixed(self) -> AnyView {
        FixedView(Box::new(move || FixedState(Box::new(self.build())))).into_any()
    }
}

struct FixedView(Box<dyn FnOnce() -> FixedState + Send>);

struct FixedState(Box<dyn Mountable>);

impl Render for FixedView {
    type State = FixedState;

    fn build(self) -> FixedState {
        (self.0)()
    }

    /// Puts a new view in the place of the old one. Every view has something in the document to go by.
    fn rebuild(self, state: &mut FixedState) {
        let mut next = (self.0)();
        state.0.insert_before_this(&mut next);
        state.0.unmount();
        *state = next;
    }
}

impl Mountable for FixedState {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl AddAnyAttr for FixedView {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

/// Nothing is rendered on a server: the text of these views is empty.
impl RenderHtml for FixedView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> FixedState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
