//! A database for each test: a fresh file, or on the server that `PLAUDIT_TEST_POSTGRES` names a database of its own.

use std::{
    path::Path,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use plaudit_store::Address;
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
    Folder(TempDir),
    Server { url: String, name: String },
}

impl Database {
    /// An empty one, without even the schema.
    pub(crate) fn empty() -> Self {
        Self::make(None)
    }

    /// One with all that the template holds. Nobody may have the template open.
    pub(crate) fn copy_of(template: &Self) -> Self {
        Self::make(Some(template))
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

    fn make(template: Option<&Self>) -> Self {
        match std::env::var(SERVER) {
            Ok(url) => Self::on_server(url, template),
            Err(_) => Self::in_folder(template),
        }
    }

    fn in_folder(template: Option<&Self>) -> Self {
        let folder = tempfile::tempdir().expect("the system has room for a folder");
        if let Some(Place::Folder(from)) = template.map(|template| &template.place) {
            copy_files(from.path(), folder.path());
        }
        Self {
            address: Address::Sqlite(folder.path().join("plaudit.sqlite")),
            place: Place::Folder(folder),
        }
    }

    fn on_server(url: String, template: Option<&Self>) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "plaudit_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let from = match template.map(|template| &template.place) {
            Some(Place::Server { name, .. }) => {
                // A pool that was let go of may still be hanging up.
                psql(
                    &url,
                    &format!(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
                    ),
                );
                name.as_str()
            }
            _ => "template0",
        };
        psql(&url, &format!("create database {name} template {from}"));
        let address = Address::Postgres(with_database(&url, &name));
        Self {
            address,
            place: Place::Server { url, name },
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

fn copy_files(from: &Path, to: &Path) {
    for entry in from.read_dir().expect("the template's folder is there") {
        let entry = entry.expect("the template's folder can be read");
        std::fs::copy(entry.path(), to.join(entry.file_name()))
            .expect("the template can be copied");
    }
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
        with_database("postgres://a@h/postgres?host=/tmp/x", "b"),
        "postgres://a@h/b?host=/tmp/x"
    );
    assert_eq!(with_database("postgres://a@h:1", "b"), "postgres://a@h:1/b");
}

#[tokio::test]
async fn a_template_is_copied_with_its_schema() {
    let template = Database::empty();
    let now = "2027-03-02T12:00:00Z".parse().expect("an instant");
    let store = plaudit_store::Store::open(template.address(), now)
        .await
        .expect("an empty database opens");
    store.close().await.expect("it closes");
    for _ in 0..2 {
        let copy = Database::copy_of(&template);
        assert_ne!(copy.url(), template.url());
        let store = plaudit_store::Store::open(copy.address(), now)
            .await
            .expect("the copy opens");
        store.ping().await.expect("the copy answers");
    }
}
