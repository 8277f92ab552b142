//! The line between the portal's tab and the tab that it opened for a console.
//!
//! The opened tab has no opener, so the two speak over a same-origin broadcast channel. Each conversation bears a random
//! nonce that only the two know: the portal answers nobody else, and the opened tab listens to nobody else.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};
use zeroize::Zeroize;

const NAME: &str = "nanori.opening";

/// What is said on the line.
#[derive(Serialize, Deserialize)]
#[serde(tag = "say", rename_all = "kebab-case")]
pub enum Said {
    /// The opened tab is there and listens.
    Ready,
    /// The portal has the form: sign out first if told so, then post it.
    Go {
        /// Where the form goes.
        action: String,
        /// Its fields.
        fields: Vec<(String, String)>,
        /// The sign-out to go through first.
        sign_out_url: Option<String>,
    },
    /// It was refused: the portal's tab shows why.
    Stop,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    nonce: String,
    said: Said,
}

/// One conversation. Dropping it closes the line.
pub struct OpeningChannel {
    channel: BroadcastChannel,
    nonce: String,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl OpeningChannel {
    /// Listens under `nonce`; `None` where the browser has no broadcast channels.
    pub fn listen(nonce: String, mut heard: impl FnMut(Said) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let expected = nonce.clone();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(mut text) = event.data().as_string() else { return };
            let envelope = serde_json::from_str::<Envelope>(&text);
            text.zeroize();
            if let Ok(Envelope { nonce, said }) = envelope
                && nonce == expected
            {
                heard(said);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, nonce, _listener: listener })
    }

    /// Says `said` to the other tab.
    pub fn say(&self, said: Said) {
        let envelope = Envelope { nonce: self.nonce.clone(), said };
        if let Ok(mut text) = serde_json::to_string(&envelope) {
            let _ = self.channel.post_message(&text.as_str().into());
            text.zeroize();
        }
    }
}

thread_local! {
    static HELD: RefCell<Option<OpeningChannel>> = const { RefCell::new(None) };
}

/// Keeps `channel` open, in the place of the one before, whatever page the portal's tab goes on to.
pub fn hold(channel: OpeningChannel) {
    let before = HELD.with_borrow_mut(|held| held.replace(channel));
    drop(before);
}

/// Says `said` on the line that is held.
pub fn say(said: Said) {
    HELD.with_borrow(|held| {
        if let Some(channel) = held {
            channel.say(said);
        }
    });
}

impl Drop for OpeningChannel {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
