//! The form body of the Query protocol, in the order in which it is written.

use core::fmt::{Display, Write};

use crate::encode;

/// The version of the STS API that every call names.
const API_VERSION: &str = "2011-06-15";

/// `Action=…&Version=2011-06-15&…`, growing.
pub(crate) struct Form(String);

impl Form {
    /// The form of `action`.
    pub(crate) fn of(action: &str) -> Self {
        Self(format!("Action={action}&Version={API_VERSION}"))
    }

    /// One more parameter.
    pub(crate) fn add(&mut self, name: impl Display, value: &str) {
        // Writing to a `String` cannot fail.
        let _ = write!(self.0, "&{name}={}", encode::component(value));
    }

    /// One more parameter if there is a value.
    pub(crate) fn add_some(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.add(name, value.as_ref());
        }
    }

    /// The body.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}
