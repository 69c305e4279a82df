//! Every nomination of a season that was sent, with its answers: behind `nominations.csv`.
//!
//! Read some at a time by their number, so that a slow client holds no connection.

use std::collections::{BTreeMap, VecDeque};

use futures_util::{Stream, stream};
use jiff::Timestamp;
use plaudit_domain::{
    eligibility::{self, Outlook, Rule},
    ids::{NominationId, QuestionRevisionId, SeasonId},
    nomination::{Status, Submission},
    question::Question,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Surroundings, Viewer, administrator_only};
use crate::{
    Store, StoreError, cases, eligibility_rules, entities::nominations, kept::Kept,
    moment::read_maybe, nominations as operations, questions,
};

/// What all rows of the file share.
#[derive(Clone, Debug)]
pub struct NominationsHead {
    /// What is kept from whoever takes the file.
    pub(crate) kept: Kept,
    /// The season.
    pub about: Surroundings,
    /// What its form asks: a column each.
    pub questions: Vec<Question>,
    /// The rules of eligibility that it asks.
    pub rules: Vec<Rule>,
}

/// A nomination that was sent.
#[derive(Clone, Debug)]
pub struct NominationFileRow {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub status: Status,
    /// The number of the case that it is joined to.
    pub case: Option<i64>,
    /// What was sent.
    pub submission: Submission,
    /// Each question that it answers, as it was asked.
    pub asked: Vec<Question>,
    /// What the answers to the rules amount to.
    pub outlook: Outlook,
    /// When it was submitted.
    pub submitted_at: Option<Timestamp>,
    /// When the nominator's address was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// Whether it came after the close.
    pub late: bool,
}

/// How many nominations are read at a time.
const PAGE: u64 = 100;

/// What the rows of the file share; to whoever may not have it, there is no such file.
pub async fn head(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<NominationsHead, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    Ok(NominationsHead {
        kept: Kept::of(conn, viewer).await?,
        about: Surroundings::load(conn, season).await?,
        questions: questions::list_of(conn, season).await?,
        rules: eligibility_rules::list_of(conn, season).await?,
    })
}

struct Reading {
    store: Store,
    season: SeasonId,
    kept: Kept,
    rules: Vec<Rule>,
    after: Option<String>,
    ready: VecDeque<NominationFileRow>,
    at_end: bool,
}

/// The rows, by number.
pub fn rows(
    store: &Store,
    head: &NominationsHead,
) -> impl Stream<Item = Result<NominationFileRow, StoreError>> + Send + 'static {
    let reading = Reading {
        store: store.clone(),
        season: head.about.season.id,
        kept: head.kept.clone(),
        rules: head.rules.clone(),
        after: None,
        ready: VecDeque::new(),
        at_end: false,
    };
    stream::try_unfold(reading, |mut reading| async move {
        while reading.ready.is_empty() && !reading.at_end {
            reading.read_on().await?;
        }
        Ok(reading.ready.pop_front().map(|row| (row, reading)))
    })
}

impl Reading {
    async fn read_on(&mut self) -> Result<(), StoreError> {
        let conn = self.store.read();
        let mut query = nominations::Entity::find()
            .filter(nominations::Column::SeasonId.eq(self.season.0))
            .filter(nominations::Column::Id.is_not_in(self.kept.nominations.iter().copied()))
            .filter(nominations::Column::SubmittedAt.is_not_null());
        if let Some(after) = &self.after {
            query = query.filter(nominations::Column::Number.gt(after));
        }
        let found = query
            .order_by_asc(nominations::Column::Number)
            .limit(PAGE)
            .all(conn)
            .await?;
        let Some(last) = found.last() else {
            self.at_end = true;
            return Ok(());
        };
        self.after = Some(last.number.clone());
        let mut said = operations::submissions(conn, &found).await?;
        let revisions: Vec<Uuid> = said
            .values()
            .flat_map(|submission| submission.answers.keys().map(|revision| revision.0))
            .collect();
        let asked: BTreeMap<QuestionRevisionId, Question> = questions::as_asked(conn, revisions)
            .await?
            .into_iter()
            .map(|question| (question.revision, question))
            .collect();
        let numbers = cases::numbers(conn, found.iter().filter_map(|row| row.case_id)).await?;
        for row in found {
            let Some(submission) = said.remove(&NominationId::from(row.id)) else {
                continue;
            };
            self.ready.push_back(NominationFileRow {
                number: row.number,
                status: Status::parse(&row.status)?,
                case: row.case_id.and_then(|case| numbers.get(&case).copied()),
                asked: submission
                    .answers
                    .keys()
                    .filter_map(|revision| asked.get(revision).cloned())
                    .collect(),
                outlook: eligibility::outlook(self.rules.iter().filter_map(|rule| {
                    let answer = submission.eligibility.get(&rule.id)?;
                    Some(rule.outlook(*answer))
                })),
                submission,
                submitted_at: read_maybe(row.submitted_at)?,
                confirmed_at: read_maybe(row.confirmed_at)?,
                late: row.late,
            });
        }
        Ok(())
    }
}
