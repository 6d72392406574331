//! Rooms over a log in memory that can be held up and can fail.

mod client;
mod editing;
mod keeping;
mod life;
mod memory;
mod presence;
mod refusals;
mod whole_map;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use kelias_collab::room::{Limits, Listener, RoomEvent, Rooms, UpdateLog};
use kelias_map::MapId;

use self::client::Client;
use self::memory::MemoryLog;

/// Rooms, their log and what they told.
struct House {
    rooms: Rooms,
    log: Arc<MemoryLog>,
    told: Arc<Told>,
}

/// What rooms told.
#[derive(Default)]
struct Told(Mutex<Vec<RoomEvent>>);

impl Listener for Told {
    fn notice(&self, event: RoomEvent) {
        self.0.lock().unwrap().push(event);
    }
}

impl Told {
    /// Takes what was told so far.
    fn take(&self) -> Vec<RoomEvent> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

fn shop() -> MapId {
    MapId::new("shop").unwrap()
}

fn house(limits: Limits) -> House {
    house_over(&Arc::new(MemoryLog::with(&shop())), limits)
}

/// Rooms over what a log has: as after a restart.
fn house_over(log: &Arc<MemoryLog>, limits: Limits) -> House {
    let log = log.clone();
    let told = Arc::new(Told::default());
    let rooms = Rooms::new(log.clone() as Arc<dyn UpdateLog>, told.clone(), limits);
    House { rooms, log, told }
}

impl House {
    async fn editor(&self, name: &str) -> Client {
        Client::join(&self.rooms.room(&shop()), name, true).await
    }

    async fn viewer(&self, name: &str) -> Client {
        Client::join(&self.rooms.room(&shop()), name, false).await
    }
}

/// Waits until something holds, for at most a minute.
async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..6_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("not within a minute: {what}");
}
