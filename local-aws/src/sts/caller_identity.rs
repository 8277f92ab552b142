//! GetCallerIdentity: who signed this request. It needs no permission and is never denied.

use super::xml;
use crate::caller::Caller;

/// The content of the result.
pub fn answer(caller: &Caller) -> String {
    xml::element("Arn", &caller.arn())
        + &xml::element("UserId", &caller.user_id())
        + &xml::element("Account", caller.account())
}
