//! The durations that the form offers. Round ones only: the sign-in service is said to fail on odd values.

/// Seconds, shortest first; those that AWS allows after a switch from another role if `chained`.
pub const fn offered(chained: bool) -> &'static [u32] {
    if chained { &[900, 1800, 3600] } else { &[900, 1800, 3600, 7200, 14_400, 28_800, 43_200] }
}

#[cfg(test)]
mod tests;
