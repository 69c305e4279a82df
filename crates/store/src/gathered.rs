//! What is done for many at once: whoever comes while it is being done waits, and is then served together with all who
//! have come meanwhile. Nobody is answered by work that was begun before they asked.
//!
//! So under load a read or a flush is shared by as many as wait for it, and where nobody else asks nobody waits.

use std::{
    collections::BTreeMap,
    fmt, mem,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
};

use futures_util::FutureExt;
use sea_orm::DbErr;
use tokio::sync::{Notify, oneshot};
use tokio_util::task::TaskTracker;

use crate::StoreError;

/// How many are served at once at most.
const MOST: usize = 256;
/// The same where so many rows are written of each that more would only make the others wait.
const MOST_WRITTEN: usize = 64;

/// Where those wait for whom the same is to be done. A clone is the same place.
pub(crate) struct Gathered<I, O> {
    queue: Arc<Mutex<Queue<I, O>>>,
    tasks: TaskTracker,
    /// Rung whenever a server goes, since nobody waits any more.
    rest: Arc<Notify>,
}

struct Queue<I, O> {
    waiting: Vec<(I, oneshot::Sender<O>)>,
    /// How many serve those who wait, and how many do at most: while they are that many, whoever comes need only wait.
    servers: usize,
    most_servers: usize,
    /// Whether powers of two are served at once, so that there are few different statements to prepare.
    is_written: bool,
}

impl<I, O> Queue<I, O> {
    /// Takes one more server on, unless there are enough.
    fn begin(&mut self) -> bool {
        let begins = self.servers < self.most_servers;
        self.servers += usize::from(begins);
        begins
    }

    /// Those whom a server serves next; nobody, and then it goes, and whoever comes next takes one on anew.
    fn next(&mut self) -> Vec<(I, oneshot::Sender<O>)> {
        self.servers -= usize::from(self.waiting.is_empty());
        let count = match self.waiting.len().min(MOST) {
            count if self.is_written && count > 0 => 1 << count.min(MOST_WRITTEN).ilog2(),
            count => count,
        };
        let later = self.waiting.split_off(count);
        mem::replace(&mut self.waiting, later)
    }
}

impl<I: Send + 'static, O: Send + 'static> Gathered<I, O> {
    /// Hands this in, to be worked on with whatever else waits; the work answers in the order of what it is given.
    /// Nothing comes back if the work panicked. It is done even if the caller hangs up.
    pub(crate) async fn pass<W, F>(&self, input: I, work: W) -> Option<O>
    where
        W: Fn(Vec<I>) -> F + Send + 'static,
        F: Future<Output = Vec<O>> + Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let begins = {
            let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.waiting.push((input, sender));
            queue.begin()
        };
        if begins {
            let (queue, rest) = (Arc::clone(&self.queue), Arc::clone(&self.rest));
            self.tasks.spawn(async move {
                serve(queue, work).await;
                rest.notify_waiters();
            });
        }
        receiver.await.ok()
    }

    /// Waits until nobody is served and nobody waits.
    pub(crate) async fn rest(&self) {
        loop {
            let rested = self.rest.notified();
            let servers = {
                let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
                queue.servers
            };
            if servers == 0 {
                return;
            }
            rested.await;
        }
    }

    /// Waits until everything that was handed in is done.
    pub(crate) async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }
}

async fn serve<I, O, W, F>(queue: Arc<Mutex<Queue<I, O>>>, work: W)
where
    W: Fn(Vec<I>) -> F,
    F: Future<Output = Vec<O>>,
{
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        if next.is_empty() {
            return;
        }
        let (inputs, callers): (Vec<I>, Vec<_>) = next.into_iter().unzip();
        // After a panic the callers are told by being let go of; those who wait behind them are served all the same.
        let Ok(outputs) = AssertUnwindSafe(work(inputs)).catch_unwind().await else {
            continue;
        };
        for (caller, output) in callers.into_iter().zip(outputs) {
            // Whoever hung up learns nothing.
            let _ = caller.send(output);
        }
    }
}

impl<I, O> Gathered<I, O> {
    /// Where those wait of whom rows are written, by so many servers: a power of two is served at once, and the rest with
    /// the next.
    pub(crate) fn written(most_servers: usize) -> Self {
        Self::new(true, most_servers)
    }

    fn new(is_written: bool, most_servers: usize) -> Self {
        Self {
            queue: Arc::new(Mutex::new(Queue {
                waiting: Vec::new(),
                servers: 0,
                most_servers,
                is_written,
            })),
            tasks: TaskTracker::new(),
            rest: Arc::default(),
        }
    }
}

impl<I, O> Default for Gathered<I, O> {
    fn default() -> Self {
        Self::new(false, 1)
    }
}

impl<I, O> Clone for Gathered<I, O> {
    fn clone(&self) -> Self {
        Self {
            queue: Arc::clone(&self.queue),
            tasks: self.tasks.clone(),
            rest: Arc::clone(&self.rest),
        }
    }
}

impl<I, O> fmt::Debug for Gathered<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gathered")
    }
}

/// A read that those share who ask for the same thing at the same time.
pub(crate) type Reads<K, V> = Gathered<K, Result<V, StoreError>>;

impl<K: Ord + Send + Sync + 'static, V: Clone + Send + Sync + 'static> Reads<K, V> {
    /// What `read` finds under this key, read after it was asked for.
    pub(crate) async fn read<R, F>(&self, key: K, read: R) -> Result<V, StoreError>
    where
        R: Fn(&K) -> F + Send + Sync + 'static,
        F: Future<Output = Result<V, StoreError>> + Send + 'static,
    {
        let read = Arc::new(read);
        let work = move |keys| each_once(keys, Arc::clone(&read));
        self.pass(key, work)
            .await
            .unwrap_or_else(|| Err(panicked()))
    }
}

async fn each_once<K: Ord, V: Clone, R, F>(keys: Vec<K>, read: Arc<R>) -> Vec<Result<V, StoreError>>
where
    R: Fn(&K) -> F,
    F: Future<Output = Result<V, StoreError>>,
{
    let mut found: BTreeMap<&K, Result<V, StoreError>> = BTreeMap::new();
    for key in &keys {
        if !found.contains_key(key) {
            found.insert(key, read(key).await);
        }
    }
    keys.iter()
        .map(|key| match found.get(key) {
            Some(Ok(value)) => Ok(value.clone()),
            Some(Err(error)) => Err(again(error)),
            None => Err(panicked()),
        })
        .collect()
}

/// The same error for each of several callers.
fn again(error: &StoreError) -> StoreError {
    match error {
        StoreError::NotFound => StoreError::NotFound,
        StoreError::Refused(refusal) => StoreError::Refused(refusal.clone()),
        StoreError::Stale => StoreError::Stale,
        StoreError::Database(error) => DbErr::Custom(error.to_string()).into(),
    }
}

/// What a caller is told whose work panicked.
pub(crate) fn panicked() -> StoreError {
    DbErr::Custom("an operation panicked; nothing of it was kept".into()).into()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use futures_util::future::join_all;

    /// Work that waits for a word, and notes what it was given.
    #[derive(Clone, Default)]
    struct Slow {
        go: Arc<Notify>,
        given: Arc<Mutex<Vec<Vec<u32>>>>,
    }

    impl Slow {
        async fn work(self, inputs: Vec<u32>) -> Vec<u32> {
            self.given.lock().expect("no panic").push(inputs.clone());
            self.go.notified().await;
            inputs.into_iter().map(|input| input * 10).collect()
        }
    }

    #[tokio::test]
    async fn whoever_comes_meanwhile_is_served_together() {
        let gathered = Gathered::default();
        let slow = Slow::default();
        let pass = |input: u32| {
            let (gathered, slow) = (gathered.clone(), slow.clone());
            tokio::spawn(async move {
                gathered
                    .pass(input, move |inputs| slow.clone().work(inputs))
                    .await
            })
        };
        let first = pass(1);
        tokio::task::yield_now().await;
        let later = [pass(2), pass(3), pass(4)];
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        slow.go.notify_one();
        assert_eq!(first.await.expect("no panic"), Some(10));
        slow.go.notify_one();
        let answers = join_all(later).await;
        let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
        assert_eq!(answers, [Some(20), Some(30), Some(40)]);
        let given = slow.given.lock().expect("no panic").clone();
        assert_eq!(given, [vec![1], vec![2, 3, 4]]);
    }

    #[tokio::test]
    async fn two_servers_serve_two_at_a_time() {
        let gathered = Gathered::written(2);
        let slow = Slow::default();
        let mut passing = [1, 2, 3].map(|input| {
            let slow = slow.clone();
            Box::pin(gathered.pass(input, move |inputs| slow.clone().work(inputs)))
        });
        for passed in &mut passing {
            assert_eq!(passed.now_or_never(), None);
            // A server takes whoever waits before the next one comes.
            for _ in 0..4 {
                tokio::task::yield_now().await;
            }
        }
        let given = slow.given.lock().expect("no panic").clone();
        assert_eq!(given, [vec![1], vec![2]], "the third waits");
        slow.go.notify_waiters();
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        slow.go.notify_one();
        let answers = join_all(passing).await;
        assert_eq!(answers, [Some(10), Some(20), Some(30)]);
        gathered.rest().await;
    }

    #[test]
    fn what_is_written_is_served_in_powers_of_two() {
        let served = |is_written: bool, waiting: u32| {
            let mut queue = Queue {
                waiting: (0..waiting)
                    .map(|_| ((), oneshot::channel::<()>().0))
                    .collect(),
                servers: 1,
                most_servers: 1,
                is_written,
            };
            std::iter::from_fn(|| Some(queue.next().len()).filter(|count| *count > 0))
                .collect::<Vec<_>>()
        };
        assert_eq!(served(false, 300), [256, 44]);
        assert_eq!(served(true, 107), [64, 32, 8, 2, 1]);
        assert!(served(true, 0).is_empty());
    }

    #[tokio::test]
    async fn after_a_panic_the_next_are_served() {
        let gathered: Gathered<u32, u32> = Gathered::default();
        let work = |inputs: Vec<u32>| async move {
            assert_ne!(inputs, [0], "nought is too much");
            inputs
        };
        assert_eq!(gathered.pass(0, work).await, None);
        assert_eq!(gathered.pass(1, work).await, Some(1));
        gathered.finish().await;
    }

    #[tokio::test]
    async fn what_is_handed_in_is_done_though_its_caller_hangs_up() {
        let gathered: Gathered<u32, u32> = Gathered::default();
        let done = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&done);
        let work = move |inputs: Vec<u32>| {
            let counted = Arc::clone(&counted);
            async move {
                tokio::task::yield_now().await;
                counted.fetch_add(1, Ordering::Relaxed);
                inputs
            }
        };
        let hung_up = gathered.pass(1, work).now_or_never();
        assert_eq!(hung_up, None);
        gathered.finish().await;
        assert_eq!(done.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn rest_is_when_nobody_waits_any_more() {
        let gathered = Gathered::default();
        assert_eq!(gathered.rest().now_or_never(), Some(()), "nobody came yet");
        let slow = Slow::default();
        let served = slow.clone();
        let passed = gathered.pass(1, move |inputs| served.clone().work(inputs));
        let mut passed = Box::pin(passed);
        assert_eq!((&mut passed).now_or_never(), None);
        let mut rest = Box::pin(gathered.rest());
        assert_eq!((&mut rest).now_or_never(), None, "one is being served");
        slow.go.notify_one();
        assert_eq!(passed.await, Some(10));
        rest.await;
        assert_eq!(gathered.rest().now_or_never(), Some(()));
    }

    #[tokio::test]
    async fn the_same_is_read_once_for_all_who_ask_at_once() {
        let reads: Reads<&str, usize> = Reads::default();
        let count = Arc::new(AtomicU32::new(0));
        let ask = |key: &'static str| {
            let count = Arc::clone(&count);
            reads.read(key, move |key| {
                let (count, length) = (Arc::clone(&count), key.len());
                async move {
                    tokio::task::yield_now().await;
                    count.fetch_add(1, Ordering::Relaxed);
                    if length == 0 {
                        return Err(StoreError::NotFound);
                    }
                    Ok(length)
                }
            })
        };
        let found = join_all(["ab", "ab", "", "abc", "ab", ""].map(ask)).await;
        let found: Vec<_> = found.into_iter().map(Result::ok).collect();
        assert_eq!(found, [Some(2), Some(2), None, Some(3), Some(2), None]);
        assert!(count.load(Ordering::Relaxed) <= 4, "shared");
    }
}
