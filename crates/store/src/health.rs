//! Whether the database can be worked with: it is read past what is kept in memory, its files are looked for, and its writer is
//! asked without waiting for whoever writes.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr};
use tokio::{sync::Notify, time::timeout};

use crate::{Address, Store, StoreError};

/// How long an answer may be held up to hear how the writer fares; whoever asks again learns it then.
const GLANCE: Duration = Duration::from_millis(200);

/// Any row that is always there: of the list of changes that the schema went through.
const A_ROW: &str = "SELECT version FROM seaql_migrations LIMIT 1";

/// What is remembered between two looks.
#[derive(Debug, Default)]
pub(crate) struct Health {
    files: Vec<File>,
    is_writer_asked: AtomicBool,
    is_writer_away: AtomicBool,
    writer_answered: Notify,
}

/// A file that the database has open.
#[derive(Debug)]
struct File {
    path: PathBuf,
    identity: Identity,
}

/// Which file it is, whatever it is called.
type Identity = (u64, u64);

impl Health {
    /// As it is right after the database was opened.
    pub(crate) fn of(address: &Address) -> Self {
        let files = match address {
            Address::Sqlite(path) => {
                let mut log = path.as_os_str().to_owned();
                log.push("-wal");
                vec![path.clone(), log.into()]
            }
            Address::Postgres(_) => Vec::new(),
        };
        let files = files.into_iter().filter_map(|path| {
            let identity = identity(&path)?;
            Some(File { path, identity })
        });
        Self {
            files: files.collect(),
            ..Self::default()
        }
    }

    /// That what lies at the paths is what is open. A file is only asked after: to open and close it here would let go of the locks
    /// that SQLite holds on it.
    fn look_at_files(&self) -> Result<(), DbErr> {
        let gone = |file: &&File| identity(&file.path) != Some(file.identity);
        match self.files.iter().find(gone) {
            None => Ok(()),
            Some(file) => Err(DbErr::Custom(format!(
                "the file at {} is not the one that is open: it was moved away or replaced",
                file.path.display()
            ))),
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;

    let metadata = std::fs::metadata(path).ok()?;
    // An emptied database holds nothing any more; its log may well be empty.
    let is_log = path.as_os_str().as_encoded_bytes().ends_with(b"-wal");
    let is_emptied = metadata.len() == 0 && !is_log;
    (!is_emptied).then(|| (metadata.dev(), metadata.ino()))
}

/// Where files have no number, it is enough that one is there.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some((0, 0))
}

impl Store {
    /// Whether the database can be worked with.
    pub async fn ping(&self) -> Result<(), StoreError> {
        read_a_row(&self.readers).await?;
        self.health.look_at_files()?;
        self.glance_at_writer().await;
        if self.health.is_writer_away.load(Ordering::Relaxed) {
            return Err(DbErr::Custom("nothing can be written".to_owned()).into());
        }
        Ok(())
    }

    /// Asks the writer for a transaction that does nothing, in a task of its own: behind a long write it waits for as long as that
    /// takes, and what was known before stands meanwhile.
    async fn glance_at_writer(&self) {
        // Waited for from here on, so that an answer that comes at once is not missed.
        let answered = self.health.writer_answered.notified();
        if !self.health.is_writer_asked.swap(true, Ordering::Relaxed) {
            tokio::spawn(self.clone().ask_writer());
        }
        // Out of time is as good as answered: the task goes on.
        let _ = timeout(GLANCE, answered).await;
    }

    async fn ask_writer(self) {
        let answer = self
            .write((), |tx, ()| {
                Box::pin(async move {
                    tx.execute_unprepared(A_ROW).await?;
                    Ok(())
                })
            })
            .await;
        let health = &self.health;
        let is_away = answer.is_err();
        health.is_writer_away.store(is_away, Ordering::Relaxed);
        health.is_writer_asked.store(false, Ordering::Relaxed);
        health.writer_answered.notify_waiters();
    }
}

/// Reads from the file itself, not from what the connection keeps of it.
async fn read_a_row(readers: &DatabaseConnection) -> Result<(), DbErr> {
    let forget = match readers.get_database_backend() {
        DbBackend::Sqlite => "PRAGMA shrink_memory; ",
        _ => "",
    };
    readers
        .execute_unprepared(&format!("{forget}{A_ROW}"))
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};

    use super::*;
    use crate::builders::empty_store;

    /// What is wrong, once this many looks at most have found it.
    async fn fault(store: &Store) -> String {
        for _ in 0..100 {
            if let Err(error) = store.ping().await {
                return error.to_string();
            }
        }
        String::new()
    }

    fn path(store: &Store) -> PathBuf {
        store.health.files[0].path.clone()
    }

    #[tokio::test]
    async fn a_file_that_was_moved_away_or_replaced_is_missed() {
        let (store, _folder) = empty_store().await;
        assert_eq!(store.health.files.len(), 2, "the file and its log");
        store.ping().await.expect("all is well");
        let (there, away) = (path(&store), path(&store).with_extension("away"));
        std::fs::rename(&there, &away).expect("it is moved");
        assert!(fault(&store).await.contains("moved away or replaced"));
        std::fs::copy(&away, &there).expect("it is copied");
        assert!(fault(&store).await.contains("moved away or replaced"));
        std::fs::rename(&away, &there).expect("it is moved back");
        store.ping().await.expect("all is well again");
    }

    #[tokio::test]
    async fn a_file_that_was_overwritten_is_missed() {
        let (store, _folder) = empty_store().await;
        std::fs::write(path(&store), "").expect("it is emptied");
        assert_ne!(fault(&store).await, "");
    }

    #[tokio::test]
    async fn a_writer_that_is_locked_out_is_noticed_and_one_that_is_let_in_again_too() {
        let (store, _folder) = empty_store().await;
        let options = SqliteConnectOptions::new().filename(path(&store));
        let mut holder = options.connect().await.expect("the file opens");
        let held = sqlx::query("BEGIN IMMEDIATE").execute(&mut holder).await;
        held.expect("nobody else writes");
        assert_eq!(
            fault(&store).await,
            "database: Custom Error: nothing can be written"
        );
        holder.close().await.expect("it was held until now");
        let mut is_well = false;
        for _ in 0..100 {
            is_well = is_well || store.ping().await.is_ok();
        }
        assert!(is_well, "it is let in again");
    }
}
