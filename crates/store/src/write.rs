//! The one door for writes: a job runs in a transaction that no hang-up can cancel, and is answered only after its commit.
//!
//! On SQLite there is one writer, and jobs that wait for it share a transaction and its one disk flush: a job that
//! refuses has written nothing and leaves the others alone; an error after a write rolls the batch back, and each of
//! its jobs is run again by itself. On PostgreSQL each job has a transaction of its own, and is run again when the
//! database says that it met another. Hence the one rule for jobs: **they can be run again**; they take their input
//! by reference and keep nothing.

use std::{
    panic::AssertUnwindSafe,
    sync::atomic::{AtomicBool, Ordering},
};

use futures_util::{FutureExt, future::BoxFuture};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, RuntimeErr, SqlErr, Statement,
};
use tokio::sync::{mpsc, oneshot};
use tokio_util::task::TaskTracker;

use crate::{StoreError, connection};

/// The transaction that a job runs in; any query of the store takes it as its connection.
#[derive(Debug)]
pub(crate) struct Tx {
    transaction: DatabaseTransaction,
    wrote: AtomicBool,
}

impl Tx {
    async fn begin(writer: &DatabaseConnection) -> Result<Self, DbErr> {
        Ok(Self {
            transaction: connection::begin(writer).await?,
            wrote: AtomicBool::new(false),
        })
    }

    fn watch(&self, sql: &str) {
        if !sql
            .trim_start()
            .get(..6)
            .is_some_and(|verb| verb.eq_ignore_ascii_case("select"))
        {
            self.wrote.store(true, Ordering::Relaxed);
        }
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.watch(&statement.sql);
        self.transaction.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.watch(sql);
        self.transaction.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.watch(&statement.sql);
        self.transaction.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.watch(&statement.sql);
        self.transaction.query_all_raw(statement).await
    }
}

/// Where jobs wait for SQLite's writer, or how PostgreSQL's are started.
#[derive(Debug)]
pub(crate) struct Door {
    writer: DatabaseConnection,
    queue: Option<mpsc::Sender<Box<dyn Waiting>>>,
    tasks: TaskTracker,
}

/// How many jobs may wait at SQLite's door before callers wait to be let in.
const QUEUE: usize = 1024;
/// How many jobs share one transaction at most.
const BATCH: usize = 256;
/// How often PostgreSQL's clashes are tried again.
const TRIES: u32 = 5;

impl Door {
    pub(crate) fn new(writer: DatabaseConnection) -> Self {
        let tasks = TaskTracker::new();
        let queue = (writer.get_database_backend() == DbBackend::Sqlite).then(|| {
            let (sender, receiver) = mpsc::channel(QUEUE);
            tasks.spawn(serve(writer.clone(), receiver));
            sender
        });
        Self {
            writer,
            queue,
            tasks,
        }
    }

    pub(crate) async fn pass<I, T, F>(&self, input: I, job: F) -> Result<T, StoreError>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, StoreError>>
            + Send
            + Sync
            + 'static,
    {
        if self.tasks.is_closed() {
            return Err(closed());
        }
        let (sender, receiver) = oneshot::channel();
        let waiting = Job {
            input,
            work: job,
            result: None,
            answer: Some(sender),
        };
        if let Some(queue) = &self.queue {
            queue.send(Box::new(waiting)).await.map_err(|_| closed())?;
        } else {
            let writer = self.writer.clone();
            self.tasks
                .spawn(async move { alone_with_retries(&writer, Box::new(waiting)).await });
        }
        receiver.await.map_err(|_| closed())?
    }

    /// Waits until every job that was let in has been answered.
    pub(crate) async fn close(&mut self) {
        self.queue = None;
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Lets go of the database; jobs that come afterwards fail. SQLite then moves its log into the file, if nobody reads.
    pub(crate) async fn let_go(&self) -> Result<(), DbErr> {
        self.writer.close_by_ref().await
    }
}

fn closed() -> StoreError {
    DbErr::Conn(RuntimeErr::Internal("the door for writes is closed".into())).into()
}

/// A job that waits, whatever its types.
trait Waiting: Send {
    /// Runs the job and keeps its result until it is answered. Answers whether the transaction may still be committed.
    fn run<'a>(&'a mut self, tx: &'a Tx) -> BoxFuture<'a, bool>;
    /// Whether the result is a clash with another transaction, so that running the job again may help.
    fn clashed(&self) -> bool;
    /// Gives the kept result to the caller, or this error instead, unless the caller has hung up.
    fn answer(&mut self, committed: Result<(), DbErr>);
}

struct Job<I, T, F> {
    input: I,
    work: F,
    result: Option<Result<T, StoreError>>,
    answer: Option<oneshot::Sender<Result<T, StoreError>>>,
}

impl<I, T, F> Waiting for Job<I, T, F>
where
    I: Send + Sync,
    T: Send,
    F: for<'a> Fn(&'a Tx, &'a I) -> BoxFuture<'a, Result<T, StoreError>> + Send + Sync,
{
    fn run<'a>(&'a mut self, tx: &'a Tx) -> BoxFuture<'a, bool> {
        async move {
            tx.wrote.store(false, Ordering::Relaxed);
            let result = AssertUnwindSafe((self.work)(tx, &self.input))
                .catch_unwind()
                .await
                .unwrap_or_else(|_| {
                    Err(
                        DbErr::Custom("an operation panicked; nothing of it was kept".into())
                            .into(),
                    )
                });
            let refused = matches!(
                result,
                Err(StoreError::NotFound | StoreError::Refused(_) | StoreError::Stale)
            );
            let clean = result.is_ok() || (refused && !tx.wrote.load(Ordering::Relaxed));
            self.result = Some(result);
            clean
        }
        .boxed()
    }

    fn clashed(&self) -> bool {
        matches!(&self.result, Some(Err(StoreError::Database(error))) if is_clash(error))
    }

    fn answer(&mut self, committed: Result<(), DbErr>) {
        let result = match committed {
            Ok(()) => self.result.take().unwrap_or_else(|| Err(closed())),
            Err(error) => Err(error.into()),
        };
        if let Some(answer) = self.answer.take() {
            // Whoever hung up learns nothing; what was committed stays.
            let _ = answer.send(result);
        }
    }
}

/// Unique keys taken meanwhile, serialisation failures and deadlocks: the database met another transaction.
fn is_clash(error: &DbErr) -> bool {
    if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
        return true;
    }
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) =
        error
    else {
        return false;
    };
    inner
        .as_database_error()
        .and_then(|refusal| {
            refusal
                .code()
                .map(|code| matches!(code.as_ref(), "40001" | "40P01"))
        })
        .unwrap_or(false)
}

/// SQLite's one writer: takes what waits, up to a batch, and commits it together.
async fn serve(writer: DatabaseConnection, mut queue: mpsc::Receiver<Box<dyn Waiting>>) {
    let mut batch = Vec::with_capacity(BATCH);
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        together(&writer, &mut batch).await;
        batch.clear();
    }
}

async fn together(writer: &DatabaseConnection, batch: &mut [Box<dyn Waiting>]) {
    if let [only] = batch {
        return alone(writer, only.as_mut()).await;
    }
    match Tx::begin(writer).await {
        Ok(tx) => {
            let mut clean = true;
            for job in batch.iter_mut() {
                clean = job.run(&tx).await;
                if !clean {
                    break;
                }
            }
            if clean {
                let committed = tx.transaction.commit().await;
                return answer_all(batch, &committed);
            }
            // Nobody was answered yet. If this fails, the connection is not lent again (`connection::sqlite`).
            let _ = tx.transaction.rollback().await;
        }
        Err(error) => return answer_all(batch, &Err(error)),
    }
    for job in batch {
        alone(writer, job.as_mut()).await;
    }
}

fn answer_all(batch: &mut [Box<dyn Waiting>], committed: &Result<(), DbErr>) {
    for job in batch {
        job.answer(committed.as_ref().copied().map_err(again));
    }
}

/// The same error for each of several callers.
fn again(error: &DbErr) -> DbErr {
    DbErr::Custom(error.to_string())
}

async fn alone(writer: &DatabaseConnection, job: &mut dyn Waiting) {
    let committed = attempt(writer, job).await;
    job.answer(committed);
}

async fn alone_with_retries(writer: &DatabaseConnection, mut job: Box<dyn Waiting>) {
    let mut committed = attempt(writer, job.as_mut()).await;
    for _ in 1..TRIES {
        let met_another = job.clashed() || committed.as_ref().is_err_and(is_clash);
        if !met_another {
            break;
        }
        committed = attempt(writer, job.as_mut()).await;
    }
    job.answer(committed);
}

/// One run in a transaction of its own: committed if the job may be, rolled back if not.
async fn attempt(writer: &DatabaseConnection, job: &mut dyn Waiting) -> Result<(), DbErr> {
    let tx = Tx::begin(writer).await?;
    if job.run(&tx).await {
        tx.transaction.commit().await
    } else {
        // The job's own error is what the caller learns; if this fails, the connection is not lent again.
        let _ = tx.transaction.rollback().await;
        Ok(())
    }
}
