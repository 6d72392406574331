//! How fast one client is listened to.

use std::time::Duration;

use tokio::time::Instant;

/// Messages that are taken at once, and bytes.
const BURST: (f64, f64) = (10_000.0, 64.0 * 1024.0 * 1024.0);

/// Messages that are taken in a second after that, and bytes. Somebody who types fast sends twenty messages in a
/// second, and with many cursors on the map a stock client sends back a few hundred.
const SUSTAINED: (f64, f64) = (2_000.0, 8.0 * 1024.0 * 1024.0);

/// An allowance that is used up by messages and comes back with time.
///
/// Whoever uses it up is not refused, only listened to more slowly.
pub(super) struct Pace {
    messages: f64,
    bytes: f64,
    at: Instant,
}

impl Pace {
    pub(super) fn new(now: Instant) -> Self {
        Self { messages: BURST.0, bytes: BURST.1, at: now }
    }

    /// Takes a message into account; says how long to wait before the next.
    pub(super) fn take(&mut self, bytes: usize, now: Instant) -> Duration {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.at = now;
        self.messages = (self.messages + passed * SUSTAINED.0).min(BURST.0) - 1.0;
        self.bytes = (self.bytes + passed * SUSTAINED.1).min(BURST.1) - bytes as f64;
        let debt = (-self.messages / SUSTAINED.0).max(-self.bytes / SUSTAINED.1).max(0.0);
        Duration::from_secs_f64(debt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_and_pasting_never_wait() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        assert_eq!(pace.take(16 << 20, start), Duration::ZERO, "a large paste");
        for message in 0..60_000 {
            let now = start + Duration::from_millis(message * 2);
            assert_eq!(pace.take(200, now), Duration::ZERO, "five hundred messages in a second");
        }
    }

    #[test]
    fn a_flood_is_slowed_down_to_what_is_sustained() {
        let start = Instant::now();
        let (mut pace, mut now) = (Pace::new(start), start);
        for _ in 0..30_000 {
            now += pace.take(10, now);
        }
        assert!(now - start >= Duration::from_secs(9), "{:?}", now - start);
        let (mut pace, mut now) = (Pace::new(start), start);
        for _ in 0..10 {
            now += pace.take(16 << 20, now);
        }
        assert!(now - start >= Duration::from_secs(11), "{:?}", now - start);
    }
}
