//! A database for each test: a fresh file, or on the server that `PLAUDIT_TEST_POSTGRES` names a database of its own.

use std::{
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use plaudit_store::Address;
use sqlx::{
    ConnectOptions, Connection, PgConnection, SqliteConnection, sqlite::SqliteConnectOptions,
};
use tempfile::TempDir;

/// The variable whose URL may create and drop databases; without it the tests run on SQLite.
const SERVER: &str = "PLAUDIT_TEST_POSTGRES";

/// A database that nobody else knows, and that is gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Database {
    address: Address,
    place: Place,
}

#[derive(Debug)]
enum Place {
    Folder(#[expect(dead_code, reason = "the folder lives as long as this does")] TempDir),
    Server { url: String, name: String },
}

/// What a database held when nobody had it open, to begin others with. On a server it is a database, and is left there.
#[derive(Debug)]
pub(crate) enum Template {
    File(Vec<u8>),
    Server { name: String },
}

impl Database {
    /// An empty one, without even the schema.
    pub(crate) fn empty() -> Self {
        match server() {
            Some(url) => Self::on_server(url, "template0"),
            None => Self::in_folder(),
        }
    }

    /// What `Store::open` wants.
    pub(crate) fn address(&self) -> &Address {
        &self.address
    }

    /// What `--database-url` wants.
    pub(crate) fn url(&self) -> String {
        match &self.address {
            Address::Sqlite(path) => format!("sqlite://{}", path.display()),
            Address::Postgres(url) => url.clone(),
        }
    }

    /// What it holds, to begin others with. Its store must have been closed.
    pub(crate) fn into_template(self) -> Template {
        match (&self.address, &self.place) {
            (Address::Sqlite(path), _) => {
                let log = path.with_extension("sqlite-wal");
                let unwritten = std::fs::metadata(log).map_or(0, |log| log.len());
                assert_eq!(
                    unwritten, 0,
                    "the store was not closed: part of it is in the log"
                );
                Template::File(std::fs::read(path).expect("the file is there"))
            }
            (_, Place::Server { url, name }) => {
                // A pool that was let go of may still be hanging up; nobody may be connected to a template.
                psql(
                    url,
                    &format!("alter database {name} allow_connections false"),
                );
                psql(
                    url,
                    &format!(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
                    ),
                );
                let name = name.clone();
                std::mem::forget(self);
                Template::Server { name }
            }
            (Address::Postgres(_), Place::Folder(_)) => {
                unreachable!("a server's database is in no folder")
            }
        }
    }

    /// Takes what it needs to write, as another program would that has the database open, until it is released.
    pub(crate) async fn hold(&self) -> Hold {
        match &self.address {
            Address::Sqlite(path) => {
                let options = SqliteConnectOptions::new().filename(path);
                let mut holder = options.connect().await.expect("the file opens");
                let held = sqlx::query("BEGIN IMMEDIATE").execute(&mut holder).await;
                held.expect("nobody else writes");
                Hold::Sqlite(holder)
            }
            Address::Postgres(url) => {
                let mut holder = PgConnection::connect(url).await.expect("it answers");
                for statement in ["BEGIN", "LOCK TABLE nominations IN EXCLUSIVE MODE"] {
                    let held = sqlx::query(statement).execute(&mut holder).await;
                    held.expect("nobody else writes");
                }
                Hold::Postgres(holder)
            }
        }
    }

    /// Runs these statements beside the store: what is in the database need not have come through it.
    pub(crate) async fn run(&self, statements: &[String]) {
        match &self.address {
            Address::Sqlite(path) => {
                let options = SqliteConnectOptions::new().filename(path);
                let mut conn = options.connect().await.expect("the file opens");
                for statement in statements {
                    let done = sqlx::query(sqlx::AssertSqlSafe(statement.clone()))
                        .execute(&mut conn)
                        .await;
                    done.expect("the statement is right");
                }
            }
            Address::Postgres(url) => {
                let mut conn = PgConnection::connect(url).await.expect("it answers");
                for statement in statements {
                    let done = sqlx::query(sqlx::AssertSqlSafe(statement.clone()))
                        .execute(&mut conn)
                        .await;
                    done.expect("the statement is right");
                }
            }
        }
    }

    /// Lets a database on a server write no more, which is what servers do whose disk is full. A file's room is its
    /// process's: see `Server::cramped`.
    pub(crate) fn fill_up(&self, full: bool) {
        if let Place::Server { url, name } = &self.place {
            let setting = if full { "on" } else { "off" };
            psql(
                url,
                &format!("alter database {name} set default_transaction_read_only = {setting}"),
            );
            psql(
                url,
                &format!(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
                ),
            );
        }
    }

    fn in_folder() -> Self {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        Self {
            address: Address::Sqlite(folder.path().join("plaudit.sqlite")),
            place: Place::Folder(folder),
        }
    }

    fn on_server(url: String, template: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "plaudit_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        psql(&url, &format!("create database {name} template {template}"));
        let address = Address::Postgres(with_database(&url, &name));
        Self {
            address,
            place: Place::Server { url, name },
        }
    }
}

/// A connection that keeps others from writing.
#[derive(Debug)]
pub(crate) enum Hold {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Hold {
    /// Lets the others write again.
    pub(crate) async fn release(self) {
        let released = match self {
            Self::Sqlite(holder) => holder.close().await,
            Self::Postgres(holder) => holder.close().await,
        };
        released.expect("it was held until now");
    }
}

impl Template {
    /// A new database that holds the same.
    pub(crate) fn copy(&self) -> Database {
        match self {
            Self::File(bytes) => {
                let database = Database::in_folder();
                if let Address::Sqlite(path) = &database.address {
                    std::fs::write(path, bytes).expect("the file can be written");
                }
                database
            }
            Self::Server { name } => {
                let url = server().expect("a template on a server was made there");
                Database::on_server(url, name)
            }
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server { url, name } = &self.place {
            psql(url, &format!("drop database {name} with (force)"));
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "which database the run is on is told by its environment"
)]
fn server() -> Option<String> {
    std::env::var(SERVER).ok()
}

fn psql(url: &str, statement: &str) {
    let output = Command::new("psql")
        .args([
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--command",
            statement,
            url,
        ])
        .output()
        .expect("psql is installed where the tests run on PostgreSQL");
    assert!(
        output.status.success(),
        "{statement}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (server, options) = url
        .split_once('?')
        .map_or((url, String::new()), |(server, options)| {
            (server, format!("?{options}"))
        });
    let authority = server.find("://").map_or(0, |at| at + 3);
    let server = server[authority..]
        .find('/')
        .map_or(server, |at| &server[..authority + at]);
    format!("{server}/{name}{options}")
}

#[test]
fn only_the_database_of_a_url_is_changed() {
    assert_eq!(
        with_database("postgres://a@h/postgres?host=/run/x", "b"),
        "postgres://a@h/b?host=/run/x"
    );
    assert_eq!(with_database("postgres://a@h:1", "b"), "postgres://a@h:1/b");
}

#[tokio::test]
async fn a_template_is_copied_with_its_schema() {
    let now = "2027-03-02T12:00:00Z".parse().expect("an instant");
    let first = Database::empty();
    let first_url = first.url();
    let store = plaudit_store::Store::open(first.address(), now)
        .await
        .expect("an empty database opens");
    store.close().await.expect("it closes");
    drop(store);
    let template = first.into_template();
    for _ in 0..2 {
        let copy = template.copy();
        assert_ne!(copy.url(), first_url);
        let store = plaudit_store::Store::open(copy.address(), now)
            .await
            .expect("the copy opens");
        store.ping().await.expect("the copy answers");
    }
}
