//! Opening the database: which engine, with which pools, and the schema brought up to date under a lock of our own.

use std::{
    fmt,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use plaudit_migrations::Migrator;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        self, Connection as _, PgConnection,
        postgres::PgConnectOptions,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};
use sea_orm_migration::MigratorTrait;

/// Where the data lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file, made if it is not there.
    Sqlite(PathBuf),
    /// A PostgreSQL server, by `postgres://` URL.
    Postgres(String),
}

impl Address {
    /// Reads a database's URL: `sqlite:PATH` or `postgres://…`.
    pub fn parse(url: &str) -> Option<Self> {
        if let Some(path) = url
            .strip_prefix("sqlite://")
            .or_else(|| url.strip_prefix("sqlite:"))
        {
            return (!path.is_empty()).then(|| Self::Sqlite(PathBuf::from(path)));
        }
        (url.starts_with("postgres://") || url.starts_with("postgresql://"))
            .then(|| Self::Postgres(url.to_owned()))
    }
}

impl Address {
    /// Whether opening it would find something: a file that is there; what a server holds is known only by asking.
    pub fn is_there(&self) -> bool {
        match self {
            Self::Sqlite(path) => path.exists(),
            Self::Postgres(_) => true,
        }
    }
}

/// For whoever reads the server's output: without the user, the password and the options.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            Self::Postgres(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                let (named, options) = rest.split_once('?').unwrap_or((rest, ""));
                let place = match named.rsplit_once('@') {
                    Some((_, place)) => place,
                    // Before a question mark there may be half a password.
                    None if options.contains('@') => "…",
                    None => named,
                };
                write!(f, "{scheme}://{place}")
            }
        }
    }
}

/// The two pools: one that writes, through the door only, and one that reads.
pub(crate) struct Pools {
    pub(crate) writer: DatabaseConnection,
    pub(crate) readers: DatabaseConnection,
}

const SQLITE_READERS: u32 = 4;
const POSTGRES_WRITERS: u32 = 16;
const POSTGRES_READERS: u32 = 8;

/// How many pages of 4 KiB SQLite's log holds before they are moved into the file, for which everybody who writes waits:
/// sixteen times as many as by default, so that hundreds of judges who save at once meet it twice a minute, and a page
/// that many write to is moved once for all of them. The log takes up to 64 MiB beside the file.
const LOG_PAGES: &str = "16000";

/// How much of the file a connection that reads holds in memory, in KiB, which SQLite tells from pages by the sign: half of
/// its default. What is not there comes from the system, which has the file in memory once for all connections.
const READER_CACHE: &str = "-1000";
/// The same of the one that writes: SQLite's default.
const WRITER_CACHE: &str = "-2000";

/// How long anybody waits for a connection, or for a lock that another process holds.
const PATIENCE: Duration = Duration::from_secs(5);

/// The number under which instances that start together queue for the schema; any constant does.
const MIGRATION_LOCK: i64 = 0x706c_6175_6469_7400;

/// Opens both pools and brings the schema up to date. `statements` counts whatever is sent to the database from here on.
pub(crate) async fn open(address: &Address, statements: &Arc<AtomicU64>) -> Result<Pools, DbErr> {
    // The writer first: a reader of a new SQLite file would find nothing to read.
    let mut writer = match address {
        Address::Sqlite(path) => sqlite(path, 1, false).await?,
        Address::Postgres(url) => postgres(url, POSTGRES_WRITERS).await?,
    };
    migrate(&writer).await?;
    let mut readers = match address {
        Address::Sqlite(path) => sqlite(path, SQLITE_READERS, true).await?,
        Address::Postgres(url) => postgres(url, POSTGRES_READERS).await?,
    };
    for pool in [&mut writer, &mut readers] {
        let statements = Arc::clone(statements);
        pool.set_metric_callback(move |_| {
            statements.fetch_add(1, Ordering::Relaxed);
        });
    }
    Ok(Pools { writer, readers })
}

fn lasting(options: &mut ConnectOptions, connections: u32) {
    options
        .min_connections(1)
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .sqlx_logging(false);
}

async fn sqlite(
    path: &std::path::Path,
    connections: u32,
    read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite::memory:");
    lasting(&mut options, connections);
    options
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false);
    let path = path.to_owned();
    if !read_only {
        make_private(&path)?;
    }
    let cache = if read_only {
        READER_CACHE
    } else {
        // A commit that fails, on a full disk say, ends SQLite's transaction and not the one that sqlx counts: the next
        // would begin inside it, and what it says is committed would never be. Such a connection is not lent again.
        options.map_sqlx_sqlite_before_acquire(|connection, _| {
            let is_free = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_free) })
        });
        WRITER_CACHE
    };
    options.map_sqlx_sqlite_opts(move |options| {
        options
            .in_memory(false)
            .shared_cache(false)
            .filename(&path)
            .create_if_missing(!read_only)
            .read_only(read_only)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("wal_autocheckpoint", LOG_PAGES)
            .pragma("cache_size", cache)
    });
    Database::connect(options).await
}

/// Makes the file, if it is not there, for the server's user only; SQLite gives its log beside it the same rights.
fn make_private(path: &std::path::Path) -> Result<(), DbErr> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(DbErr::Custom(format!("{}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

async fn postgres(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    // Read here first: whoever else cannot read it says it word for word, with the password.
    let server: PgConnectOptions = url.parse().map_err(|error: sqlx::Error| {
        DbErr::Custom(format!(
            "its URL cannot be read ({error}). In a name or a password, special characters are percent-encoded: # is %23, @ is %40, / is %2F, ? is %3F"
        ))
    })?;
    let mut options = ConnectOptions::new(url);
    lasting(&mut options, connections);
    // Whoever waits longer for somebody else's lock is told that the database is away.
    let limit = format!("{}ms", PATIENCE.as_millis());
    options.map_sqlx_postgres_opts(move |options| options.options([("lock_timeout", &limit)]));
    match Database::connect(options).await {
        Ok(pool) => Ok(pool),
        Err(error) => Err(away(&server).await.unwrap_or(error)),
    }
}

/// Why the server lets nobody in, asked once more: a pool says only that it was out of patience.
async fn away(server: &PgConnectOptions) -> Option<DbErr> {
    let place = match server.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", server.get_host(), server.get_port()),
    };
    let asked = tokio::time::timeout(PATIENCE, PgConnection::connect_with(server)).await;
    let said = match asked {
        Err(_) => format!("no answer within {} seconds", PATIENCE.as_secs()),
        Ok(Err(sqlx::Error::Io(error))) => error.to_string(),
        Ok(Err(_) | Ok(_)) => return None,
    };
    Some(DbErr::Custom(format!(
        "the server could not be reached at {place}: {said}"
    )))
}

/// Begins a transaction that may write; on SQLite it takes the writer's place at once, so that what it has read stays true.
#[expect(clippy::disallowed_methods, reason = "the door's own beginning")]
pub(crate) async fn begin(writer: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    writer
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        })
        .await
}

async fn migrate(writer: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = begin(writer).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        // An upgrade may take longer than a request may wait.
        transaction
            .execute_unprepared("SET LOCAL lock_timeout = 0")
            .await?;
        transaction
            .execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            .await?;
    }
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sqlite_keeps_its_promises_on_both_pools() {
        let folder = tempfile::tempdir().expect("a folder");
        let statements = Arc::default();
        let pools = open(
            &Address::Sqlite(folder.path().join("odd name?#%.db")),
            &statements,
        )
        .await
        .expect("it opens");
        for pool in [&pools.writer, &pools.readers] {
            for (pragma, value) in [
                ("foreign_keys", "1"),
                ("synchronous", "2"),
                ("busy_timeout", "5000"),
                ("wal_autocheckpoint", LOG_PAGES),
            ] {
                assert_eq!(pragma_value(pool, pragma).await, value, "{pragma}");
            }
            assert_eq!(pragma_text(pool, "journal_mode").await, "wal");
        }
        for (pool, cache) in [
            (&pools.writer, WRITER_CACHE),
            (&pools.readers, READER_CACHE),
        ] {
            assert_eq!(pragma_value(pool, "cache_size").await, cache);
        }
        let refused = pools.readers.execute_unprepared("DELETE FROM people").await;
        assert!(refused.is_err(), "a reader must not write");
        assert!(folder.path().join("odd name?#%.db").exists());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn the_file_and_its_log_are_for_the_servers_user_only() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plaudit.sqlite");
        let _pools = open(&Address::Sqlite(path), &Arc::default())
            .await
            .expect("it opens");
        let files = std::fs::read_dir(folder.path()).expect("a folder");
        let mut modes: Vec<(String, u32)> = files
            .map(|file| file.expect("a file"))
            .map(|file| {
                let mode = file.metadata().expect("it is there").permissions().mode();
                (
                    file.file_name().to_string_lossy().into_owned(),
                    mode & 0o777,
                )
            })
            .collect();
        modes.sort();
        let expected = ["plaudit.sqlite", "plaudit.sqlite-shm", "plaudit.sqlite-wal"];
        assert_eq!(modes, expected.map(|name| (name.to_owned(), 0o600)));
    }

    async fn row(pool: &DatabaseConnection, pragma: &str) -> sea_orm::QueryResult {
        let statement =
            sea_orm::Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {pragma}"));
        pool.query_one_raw(statement)
            .await
            .expect("it answers")
            .expect("a row")
    }

    async fn pragma_value(pool: &DatabaseConnection, pragma: &str) -> String {
        row(pool, pragma)
            .await
            .try_get_by_index::<i64>(0)
            .expect("a number")
            .to_string()
    }

    async fn pragma_text(pool: &DatabaseConnection, pragma: &str) -> String {
        row(pool, pragma)
            .await
            .try_get_by_index::<String>(0)
            .expect("a text")
    }

    /// What is said of a server that cannot be opened.
    async fn refused(url: &str) -> String {
        let opened = postgres(url, 1).await.map(|_| ());
        opened.expect_err("nobody is there").to_string()
    }

    #[tokio::test]
    async fn a_url_that_cannot_be_read_is_not_repeated_with_its_password() {
        let said = refused("postgres://plaudit:se#krit@db.example/plaudit").await;
        assert!(said.contains("percent-encoded"), "{said}");
        assert!(!said.contains("krit"), "{said}");
    }

    #[tokio::test]
    async fn a_server_that_is_not_there_is_named_by_its_host_and_port() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let place = free.local_addr().expect("an address");
        drop(free);
        let said = refused(&format!("postgres://plaudit:secret@{place}/plaudit")).await;
        let expected = format!("the server could not be reached at {place}: ");
        assert!(said.contains(&expected), "{said}");
        assert!(!said.contains("secret"), "{said}");
    }

    #[test]
    fn an_address_is_a_file_or_a_server() {
        assert_eq!(
            Address::parse("sqlite:/a/b.db"),
            Some(Address::Sqlite("/a/b.db".into()))
        );
        assert_eq!(
            Address::parse("postgres://h/d"),
            Some(Address::Postgres("postgres://h/d".into()))
        );
        assert_eq!(Address::parse("mysql://h/d"), None);
    }

    #[test]
    fn an_address_is_shown_without_its_secrets() {
        for (url, shown) in [
            (
                "postgres://ann:p%40ss@db.example:5432/award?sslmode=require",
                "postgres://db.example:5432/award",
            ),
            ("postgres:///award?password=secret", "postgres:///award"),
            ("postgres://ann:half?whole@db.example/award", "postgres://…"),
            ("sqlite:/srv/plaudit.sqlite", "/srv/plaudit.sqlite"),
        ] {
            let address = Address::parse(url).expect("an address");
            assert_eq!(address.to_string(), shown);
        }
    }
}
