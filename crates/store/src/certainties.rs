//! How sure each standing is: worked out beside the requests that ask for it, and kept until a score changes.
//!
//! What is kept belongs to a set of cases, so that whoever may not see one of them never gets what was worked out with it.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use plaudit_domain::{
    ids::CategoryId,
    rule_set::RuleSet,
    standing::{
        Judged,
        certainty::{Certainty, Order, weigh},
    },
};
use sha2::{Digest as _, Sha256};
use tokio::{
    sync::{Semaphore, watch},
    time::timeout,
};

use crate::StoreError;

/// How long a page waits for what is being worked out: a small award's is there by then.
const PATIENCE: Duration = Duration::from_millis(200);
/// How many are kept at most.
const MOST: usize = 32;
/// On how many threads one is worked out at most.
const THREADS: usize = 2;

type Digest = [u8; 32];
/// A category, and which of its cases: not everybody may see all of them.
type Key = (CategoryId, Digest);

/// Which cases of a category it is of, and by which rules and scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    key: Key,
    of: Digest,
}

impl Whose {
    pub(crate) fn new(
        category: CategoryId,
        rules: &RuleSet,
        cases: &[Judged],
        order: &Order,
    ) -> Self {
        Self {
            key: (category, digest_of_cases(cases)),
            of: digest(rules, cases, order),
        }
    }
}

type Answer = Result<Arc<Certainty>, String>;

/// How sure a standing is, as far as it is known now.
#[derive(Clone, Debug)]
pub enum Known {
    /// Of the scores as they are.
    Now(Arc<Certainty>),
    /// Of the scores as they were; what they are now is being worked out.
    Before(Arc<Certainty>),
    /// It is being worked out for the first time.
    NotYet,
}

impl Known {
    /// The latest that is known.
    pub fn latest(&self) -> Option<&Arc<Certainty>> {
        match self {
            Self::Now(certainty) | Self::Before(certainty) => Some(certainty),
            Self::NotYet => None,
        }
    }
}

/// Where it is kept. A clone is the same place.
#[derive(Clone, Debug)]
pub(crate) struct Certainties {
    kept: Arc<Mutex<BTreeMap<Key, Kept>>>,
    /// One at a time, so that a busy evening of judging does not take the machine away from the judges.
    turn: Arc<Semaphore>,
}

#[derive(Debug)]
struct Kept {
    /// Of which rules and scores.
    of: Digest,
    /// What comes of it.
    answer: watch::Receiver<Option<Answer>>,
    /// What came of the scores before.
    before: Option<Arc<Certainty>>,
}

impl Default for Certainties {
    fn default() -> Self {
        Self {
            kept: Arc::default(),
            turn: Arc::new(Semaphore::new(1)),
        }
    }
}

impl Certainties {
    /// How sure the standing of these cases is. What takes longer than a moment is worked out after the answer, and
    /// whoever asks again finds it.
    pub(crate) async fn of(
        &self,
        whose: Whose,
        rules: &RuleSet,
        cases: Vec<Judged>,
        order: Order,
    ) -> Result<Known, StoreError> {
        let (answer, before) = {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            let last = kept.get(&whose.key).filter(|last| !last.is_given_up());
            if let Some(last) = last.filter(|last| last.of == whose.of) {
                (last.answer.clone(), last.before.clone())
            } else {
                let before = last.and_then(Kept::latest);
                let answer = self.begin(rules.clone(), cases, order);
                make_room(&mut kept);
                kept.insert(
                    whose.key,
                    Kept {
                        of: whose.of,
                        answer: answer.clone(),
                        before: before.clone(),
                    },
                );
                (answer, before)
            }
        };
        waited_for(answer, before).await
    }

    /// The same once more, without the scores: none if it was let go of.
    pub(crate) async fn again(&self, whose: Whose) -> Result<Option<Known>, StoreError> {
        let found = {
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.get(&whose.key)
                .filter(|last| last.of == whose.of && !last.is_given_up())
                .map(|last| (last.answer.clone(), last.before.clone()))
        };
        match found {
            Some((answer, before)) => waited_for(answer, before).await.map(Some),
            None => Ok(None),
        }
    }

    fn begin(
        &self,
        rules: RuleSet,
        cases: Vec<Judged>,
        order: Order,
    ) -> watch::Receiver<Option<Answer>> {
        let (sender, receiver) = watch::channel(None);
        let turn = Arc::clone(&self.turn);
        tokio::spawn(async move {
            let Ok(_turn) = turn.acquire().await else {
                return;
            };
            let threads = std::thread::available_parallelism()
                .map_or(1, NonZeroUsize::get)
                .min(THREADS);
            let threads = NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN);
            let weighed = tokio::task::spawn_blocking(move || {
                weigh(&rules, &cases, &order, threads)
                    .map(Arc::new)
                    .map_err(|unsound| unsound.to_string())
            });
            if let Ok(answer) = weighed.await {
                // Whoever asked may have gone; the next finds it.
                sender.send_replace(Some(answer));
            }
        });
        receiver
    }
}

impl Kept {
    fn latest(&self) -> Option<Arc<Certainty>> {
        let answer = self.answer.borrow();
        match answer.as_ref() {
            Some(Ok(certainty)) => Some(Arc::clone(certainty)),
            _ => self.before.clone(),
        }
    }

    /// Whether it will never be answered: whoever worked on it fell.
    fn is_given_up(&self) -> bool {
        self.answer.borrow().is_none() && self.answer.has_changed().is_err()
    }
}

/// What is answered within a moment, or else what was known before.
async fn waited_for(
    mut answer: watch::Receiver<Option<Answer>>,
    before: Option<Arc<Certainty>>,
) -> Result<Known, StoreError> {
    let waited = timeout(PATIENCE, answer.wait_for(Option::is_some)).await;
    match waited.map(|answer| answer.ok().and_then(|answer| answer.clone())) {
        Ok(Some(Ok(certainty))) => Ok(Known::Now(certainty)),
        Ok(Some(Err(unsound))) => Err(StoreError::unreadable(unsound)),
        Ok(None) => Err(StoreError::unreadable("the model gave up")),
        Err(_) => Ok(before.map_or(Known::NotYet, Known::Before)),
    }
}

/// Lets go of one if there are too many; whichever it is, it is worked out again when it is asked for.
fn make_room(kept: &mut BTreeMap<Key, Kept>) {
    if kept.len() >= MOST {
        kept.pop_first();
    }
}

fn digest_of_cases(cases: &[Judged]) -> Digest {
    let mut digest = Sha256::new();
    for judged in cases {
        digest.update(judged.case.0.as_bytes());
    }
    digest.finalize().into()
}

/// Equal only for equal rules and scores that came in in the same order.
fn digest(rules: &RuleSet, cases: &[Judged], order: &Order) -> Digest {
    let mut digest = Sha256::new();
    digest.update(format!("{rules:?}"));
    for (judge, case) in order {
        digest.update(judge.0.as_bytes());
        digest.update(case.0.as_bytes());
    }
    for judged in cases {
        digest.update(judged.case.0.as_bytes());
        digest.update(judged.scorecards.len().to_be_bytes());
        for (judge, steps) in &judged.scorecards {
            digest.update(judge.0.as_bytes());
            digest.update(steps.len().to_be_bytes());
            for (criterion, steps) in steps {
                digest.update(criterion.0.as_bytes());
                digest.update(steps.to_be_bytes());
            }
        }
    }
    digest.finalize().into()
}
