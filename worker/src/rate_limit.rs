//! Rate limits: token buckets in the isolate, for an address and for a principal.
//!
//! An isolate sees only its own share of the traffic; across isolates the platform's rate limiting binding, if the
//! deployment has one, is asked as well. Both are a brake on abuse, not an accounting.

mod binding;

use core::cell::RefCell;

pub(crate) use binding::admits;

/// How many requests a minute are let through, at most that many at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) address_per_minute: u32,
    pub(crate) principal_per_minute: u32,
}

impl Limits {
    const DEFAULT: Self = Self { address_per_minute: 120, principal_per_minute: 60 };

    /// Reads the limits from settings; the defaults where one is not set, `None` if one is not a positive number.
    pub(crate) fn read(address: Option<String>, principal: Option<String>) -> Option<Self> {
        let number = |text: Option<String>, default: u32| match text {
            None => Some(default),
            Some(text) => text.parse().ok().filter(|limit| *limit > 0),
        };
        Some(Self {
            address_per_minute: number(address, Self::DEFAULT.address_per_minute)?,
            principal_per_minute: number(principal, Self::DEFAULT.principal_per_minute)?,
        })
    }
}

/// What is limited. Keys of different scopes never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    Address,
    Principal,
}

impl Scope {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Principal => "principal",
        }
    }
}

thread_local! {
    static BUCKETS: RefCell<Buckets> = RefCell::new(Buckets::default());
}

/// Takes one request of `key`; `Err` gives the seconds after which to come back.
pub(crate) fn take(scope: Scope, key: &str, per_minute: u32, now_millis: u64) -> Result<(), u32> {
    BUCKETS.with_borrow_mut(|buckets| buckets.take(scope, key, per_minute, now_millis))
}

/// The buckets that are not full, sorted by key; a full one is the same as none.
#[derive(Default)]
struct Buckets(Vec<Bucket>);

struct Bucket {
    scope: Scope,
    key: String,
    tokens: f64,
    at_millis: u64,
}

impl Buckets {
    /// Where memory is bounded: past this many keys the full buckets are swept, and if all are in use, all are dropped.
    const MAX_KEYS: usize = 10_000;

    fn take(&mut self, scope: Scope, key: &str, per_minute: u32, now_millis: u64) -> Result<(), u32> {
        let capacity = f64::from(per_minute);
        let per_milli = capacity / 60_000.0;
        let Some(bucket) = self.bucket(scope, key, capacity, now_millis) else { return Ok(()) };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a gap of 2^53 ms does not occur, and would only fill the bucket"
        )]
        let gained = now_millis.saturating_sub(bucket.at_millis) as f64 * per_milli;
        bucket.tokens = (bucket.tokens + gained).min(capacity);
        bucket.at_millis = now_millis;
        if bucket.tokens >= 1.0 {
            bucket.tokens -= 1.0;
            return Ok(());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and 60 seconds"
        )]
        let seconds = ((1.0 - bucket.tokens) / per_milli / 1_000.0).ceil() as u32;
        Err(seconds.max(1))
    }

    /// The bucket of `key`, a full one if there is none yet.
    fn bucket(&mut self, scope: Scope, key: &str, capacity: f64, now_millis: u64) -> Option<&mut Bucket> {
        if self.0.len() >= Self::MAX_KEYS {
            self.0.retain(|bucket| now_millis.saturating_sub(bucket.at_millis) < 60_000);
            if self.0.len() >= Self::MAX_KEYS {
                self.0.clear();
            }
        }
        let place = self.0.binary_search_by(|bucket| (bucket.scope, bucket.key.as_str()).cmp(&(scope, key)));
        let at = place.unwrap_or_else(|at| {
            self.0.insert(at, Bucket { scope, key: key.to_owned(), tokens: capacity, at_millis: now_millis });
            at
        });
        self.0.get_mut(at)
    }
}

#[cfg(test)]
mod tests;
