//! Rooms that screens follow while something happens in them: one look a second at each room's revision, however many screens
//! follow it here, so that instances over one database show the same; at once for what happened on this one.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use plaudit_domain::ids::CategoryId;
use plaudit_store::{Store, deliberation};
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

/// How often another instance's changes are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);

struct Room {
    revision: watch::Sender<i64>,
    changed: Arc<Notify>,
}

/// The rooms that are followed on this server.
#[derive(Clone, Default)]
pub struct Live {
    rooms: Arc<Mutex<BTreeMap<CategoryId, Room>>>,
    stopping: CancellationToken,
}

impl Live {
    /// The revisions of a room from here on.
    pub fn follow(&self, store: &Store, category: CategoryId) -> watch::Receiver<i64> {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = rooms.get(&category) {
            return room.revision.subscribe();
        }
        let (revision, followed) = watch::channel(-1);
        let changed = Arc::new(Notify::new());
        let look = self.clone().look(store.clone(), category, changed.clone());
        rooms.insert(category, Room { revision, changed });
        tokio::spawn(look);
        followed
    }

    /// Something happened in a room on this server: its followers need not wait for the next look.
    pub fn changed(&self, category: CategoryId) {
        let rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = rooms.get(&category) {
            room.changed.notify_one();
        }
    }

    /// Ends whatever follows a room: the server stops.
    pub fn stop(&self) {
        self.stopping.cancel();
    }

    /// Comes true when the server stops.
    pub async fn stopped(&self) {
        self.stopping.cancelled().await;
    }

    /// Looks until nobody follows the room any more.
    async fn look(self, store: Store, category: CategoryId, changed: Arc<Notify>) {
        loop {
            let found = deliberation::revision(&store, category).await;
            if !self.tell(category, found.ok()) {
                return;
            }
            tokio::select! {
                () = self.stopping.cancelled() => return,
                () = changed.notified() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Tells the followers of a new revision; false if there are none left, and then the room is forgotten. A database that does
    /// not answer has nothing to tell.
    fn tell(&self, category: CategoryId, found: Option<i64>) -> bool {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(room) = rooms.get(&category) else {
            return false;
        };
        if room.revision.receiver_count() == 0 {
            rooms.remove(&category);
            return false;
        }
        if let Some(found) = found {
            room.revision.send_if_modified(|known| {
                let is_new = *known != found;
                *known = found;
                is_new
            });
        }
        true
    }
}
