//! One request on its way to an answer: a future that JavaScript drives, one `await` there for each [`settled`] here.
//!
//! Not the executor of `js-sys`: it makes two closures and a microtask of the runtime's for each promise, which costs a
//! request as much as all that is decided about it. A task waits for one promise at a time.

use core::{
    cell::RefCell,
    future::{Future, poll_fn},
    mem,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Request, Response};

use crate::route;

/// A request being answered.
#[wasm_bindgen]
pub struct Task(Pin<Box<dyn Future<Output = Result<Response, JsValue>>>>);

/// Between a task and what drives it. Tasks are resumed one after another, never one within another.
enum Exchanged {
    Nothing,
    Wait(Promise),
    Settled(Result<JsValue, JsValue>),
}

thread_local! {
    static BETWEEN: RefCell<Exchanged> = const { RefCell::new(Exchanged::Nothing) };
}

#[wasm_bindgen]
impl Task {
    /// The task of answering `request` with the deployment's bindings `env`. Nothing is done before it is resumed.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(request: Request, env: JsValue) -> Self {
        Self(Box::pin(route::answer(request, env)))
    }

    /// Goes on, with what the promise of the last step came to. Gives the promise to wait for next, or the response.
    ///
    /// # Errors
    /// Those of the future.
    pub fn resume(&mut self, outcome: JsValue, is_failure: bool) -> Result<JsValue, JsValue> {
        BETWEEN.set(Exchanged::Settled(if is_failure { Err(outcome) } else { Ok(outcome) }));
        match self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(response) => response.map(Into::into),
            Poll::Pending => match BETWEEN.replace(Exchanged::Nothing) {
                Exchanged::Wait(promise) => Ok(promise.into()),
                Exchanged::Nothing | Exchanged::Settled(_) => Err(JsValue::from_str("nothing to wait for")),
            },
        }
    }
}

/// What `promise` comes to.
pub(crate) async fn settled(promise: Promise) -> Result<JsValue, JsValue> {
    BETWEEN.set(Exchanged::Wait(promise));
    poll_fn(|_| {
        BETWEEN.with_borrow_mut(|between| match mem::replace(between, Exchanged::Nothing) {
            Exchanged::Settled(outcome) => Poll::Ready(outcome),
            other => {
                *between = other;
                Poll::Pending
            }
        })
    })
    .await
}
