//! What the same machine does without Plaudit: a bare "hello", and three bare rows in a transaction of their own.

use std::{net::SocketAddr, thread};

use axum::{Router, extract::State, routing::get, routing::post};
use plaudit_store::Address;
use sqlx::{
    PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::net::TcpListener;

/// Serves the routes on threads of their own, as a process of its own would, until the program ends.
pub(crate) async fn serve(routes: Router) -> SocketAddr {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("there are threads");
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let address = listener.local_addr().expect("a bound socket");
            sender.send(address).expect("somebody waits for it");
            axum::serve(listener, routes).await.expect("it serves");
        });
    });
    receiver.await.expect("it has begun")
}

/// The least that axum can do.
pub(crate) fn hello() -> Router {
    Router::new().route("/", get(|| async { "hello" }))
}

/// Three rows of what is posted, in one transaction, as durable as Plaudit's.
pub(crate) async fn three_rows(address: &Address) -> Router {
    const TABLE: &str = "create table bare (id integer, part integer, words text not null)";
    match address {
        Address::Sqlite(path) => {
            let options = SqliteConnectOptions::new()
                .filename(path.with_extension("bare"))
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full);
            // One writer, as SQLite has it: more would only meet each other.
            let pool = SqlitePoolOptions::new()
                .max_connections(1)
                .connect_with(options)
                .await
                .expect("the file opens");
            sqlx::query(TABLE)
                .execute(&pool)
                .await
                .expect("a new table");
            Router::new()
                .route("/", post(insert_in_sqlite))
                .with_state(pool)
        }
        Address::Postgres(url) => {
            let pool = PgPoolOptions::new()
                .max_connections(16)
                .connect(url)
                .await
                .expect("the server answers");
            sqlx::query(TABLE)
                .execute(&pool)
                .await
                .expect("a new table");
            Router::new()
                .route("/", post(insert_in_postgres))
                .with_state(pool)
        }
    }
}

async fn insert_in_sqlite(State(pool): State<SqlitePool>, words: String) -> &'static str {
    let mut transaction = pool.begin().await.expect("it begins");
    for part in 0..3 {
        sqlx::query("insert into bare (id, part, words) values (1, ?, ?)")
            .bind(part)
            .bind(&words[..words.len() / 3])
            .execute(&mut *transaction)
            .await
            .expect("it is inserted");
    }
    transaction.commit().await.expect("it is kept");
    "kept"
}

async fn insert_in_postgres(State(pool): State<PgPool>, words: String) -> &'static str {
    let mut transaction = pool.begin().await.expect("it begins");
    for part in 0..3 {
        sqlx::query("insert into bare (id, part, words) values (1, $1, $2)")
            .bind(part)
            .bind(&words[..words.len() / 3])
            .execute(&mut *transaction)
            .await
            .expect("it is inserted");
    }
    transaction.commit().await.expect("it is kept");
    "kept"
}
