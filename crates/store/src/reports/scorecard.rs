//! A scorecard beside its case: what judges read of a nominee, and what this judge has put down.

use std::collections::BTreeMap;

use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    criterion::Criterion,
    ids::{AccountId, AssignmentId, CaseId, PersonId, QuestionId, SeasonId},
    nomination::{self, Submission},
    person::Person,
    policy,
    programme::Programme,
    question::Question,
    rule_set::RuleSet,
    scorecard::Scores,
    season::Season,
    stage::Kind,
    window::Zone,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    Viewer,
    desk::{self, DeskRow, Progress},
    enquiries::{self, Asked},
    gate,
    others::{self, OtherScorecard},
};
use crate::{
    Store, StoreError,
    assignments::{self, Held},
    confidentiality,
    entities::{cases, nominations},
    gathered,
    moment::read,
    nominations::submissions,
    people, programmes, questions,
    readings::Unread,
    rule_sets, scorecards,
};

/// A scorecard with all that its page shows.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The assignment.
    pub assignment: AssignmentId,
    /// Where it stands.
    pub status: assignment::Status,
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What is read.
    pub case: CaseText,
    /// What it is judged by.
    pub rules: RuleSet,
    /// What the judge has put down.
    pub kept: Kept,
    /// How many cases of the season are on the desk, and how many of them are done.
    pub progress: Progress,
    /// The case before this one on the desk.
    pub previous: Option<DeskRow>,
    /// The case after this one on the desk.
    pub next: Option<DeskRow>,
    /// What the other judges of the case gave; none while the rule set does not show it to this one.
    pub others: Option<Vec<OtherScorecard>>,
    /// When and where the finalist is met, in an interview.
    pub appointment: Option<String>,
    /// The finalists that this judge has still to read before they score any.
    pub unread: Vec<Unread>,
    /// What was asked about the case, as far as this judge sees it.
    pub enquiries: Vec<Asked>,
}

/// A scorecard as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Scores and comments.
    pub scores: Scores,
    /// Its version: 0 if nothing was ever saved.
    pub version: i64,
    /// When it was last saved.
    pub saved_at: Option<Timestamp>,
    /// When it was submitted, if it is.
    pub submitted_at: Option<Timestamp>,
}

/// Everything that judges read of one nominee.
#[derive(Clone, Debug)]
pub struct CaseText {
    /// The case's number.
    pub number: i64,
    /// Who was put forward, without how to reach them; none where judges read without names.
    pub nominee: Option<Person>,
    /// What was asked, each question once, in the order of the form.
    pub questions: Vec<Question>,
    /// What was said, one for each nomination, the earliest first; nobody's address or telephone is among it, and where
    /// judges read without names, nobody's name, role or employer.
    pub nominations: Vec<Submission>,
}

impl CaseText {
    /// The same as judges read it while the season stands so.
    pub(super) fn read_by(self, rules: &RuleSet, season: &Season) -> Self {
        if rules.reading.shows_names(season.status, season.stage) {
            self
        } else {
            self.without_names()
        }
    }

    /// The same without who was put forward, and by whom.
    pub(super) fn without_names(self) -> Self {
        let nominations = self.nominations.into_iter().map(without_names).collect();
        Self {
            nominee: None,
            nominations,
            ..self
        }
    }

    /// What each nomination answered to a question, whichever revision of it asked.
    pub fn answers(
        &self,
        question: QuestionId,
    ) -> impl Iterator<Item = (usize, &nomination::MarkedAnswer)> {
        let revisions: Vec<_> = self
            .questions
            .iter()
            .filter(|asked| asked.id == question)
            .map(|asked| asked.revision)
            .collect();
        self.nominations
            .iter()
            .enumerate()
            .filter_map(move |(index, said)| {
                let answer = revisions
                    .iter()
                    .find_map(|revision| said.answers.get(revision))?;
                Some((index, answer))
            })
    }
}

/// The scorecard of one's own assignment, once the question of interests is answered well: refused before.
///
/// Nobody who is out of a case finds anything here.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    id: AssignmentId,
) -> Result<Scorecard, StoreError> {
    let judge = judge(viewer)?;
    let conn = store.read();
    let held = opened(conn, judge, id).await?;
    confidentiality::refuse_before_acceptance(conn, judge, held.season).await?;
    let (programme, season) = gate::place(store, held.season).await?;
    let desk = desk::on_desk(conn, judge, Some(held.season))
        .await?
        .rows
        .remove(&held.season)
        .unwrap_or_default();
    let (previous, next) = neighbours(&desk, id);
    let rules = rule_sets::in_force(conn, held.season).await?;
    let case = case_text(conn, (held.case, held.number, held.nominee)).await?;
    let others = others::of_case(conn, &held, &rules).await?;
    Ok(Scorecard {
        assignment: id,
        status: held.status,
        case: case.read_by(&rules, &season),
        rules,
        others,
        kept: kept_in(conn, id).await?,
        progress: Progress::of(&desk),
        enquiries: enquiries::of_case(conn, held.case, judge).await?,
        appointment: appointment(conn, &held).await?,
        unread: desk::unread(conn, judge, &season).await?,
        previous,
        next,
        programme,
        season,
    })
}

/// When and where the finalist is met; nothing is asked of the database in any other stage.
async fn appointment(
    conn: &impl ConnectionTrait,
    held: &Held,
) -> Result<Option<String>, StoreError> {
    if held.stage != Kind::Interview {
        return Ok(None);
    }
    let found: Option<Option<String>> = cases::Entity::find_by_id(held.case.0)
        .select_only()
        .column(cases::Column::Appointment)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(found.flatten())
}

/// The cases before and after this one.
fn neighbours(desk: &[DeskRow], id: AssignmentId) -> (Option<DeskRow>, Option<DeskRow>) {
    let Some(here) = desk.iter().position(|row| row.assignment == id) else {
        return (None, None);
    };
    let previous = here.checked_sub(1).and_then(|index| desk.get(index));
    (previous.cloned(), desk.get(here + 1).cloned())
}

/// What a form of one's own assignment is read by, without the case.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What is scored.
    pub criteria: Vec<Criterion>,
    /// The zone that the judge is told times in.
    pub zone: Zone,
}

/// The frame of one's own scorecard, once the case is open to its judge.
pub async fn frame(store: &Store, viewer: &Viewer, id: AssignmentId) -> Result<Frame, StoreError> {
    let held = opened(store.read(), judge(viewer)?, id).await?;
    let readers = store.read().clone();
    let read = move |season: &SeasonId| {
        let (readers, season) = (readers.clone(), *season);
        async move {
            Ok(Frame {
                criteria: rule_sets::in_force(&readers, season).await?.criteria,
                zone: programmes::zone(&readers, season).await?,
            })
        }
    };
    store.frames().read(held.season, read).await
}

/// Where those wait who ask for the frame of a season's scorecards: hundreds of judges save every few seconds.
pub(crate) type Frames = gathered::Reads<SeasonId, Frame>;

/// What is kept of one's own scorecard, to be compared with what came from another window.
pub async fn kept(store: &Store, viewer: &Viewer, id: AssignmentId) -> Result<Kept, StoreError> {
    opened(store.read(), judge(viewer)?, id).await?;
    kept_in(store.read(), id).await
}

fn judge(viewer: &Viewer) -> Result<AccountId, StoreError> {
    match *viewer {
        Viewer::Judge(judge) => Ok(judge),
        Viewer::Visitor | Viewer::Chair(_) | Viewer::Panellist(_) | Viewer::Administrator(_) => {
            Err(StoreError::NotFound)
        }
    }
}

/// The assignment, if its judge may read the case.
async fn opened(
    conn: &impl ConnectionTrait,
    judge: AccountId,
    id: AssignmentId,
) -> Result<Held, StoreError> {
    let held = assignments::held(conn, judge, id).await?;
    if held.is_out() {
        return Err(StoreError::NotFound);
    }
    policy::may_read_case(held.at_gate())?;
    Ok(held)
}

async fn kept_in(conn: &impl ConnectionTrait, id: AssignmentId) -> Result<Kept, StoreError> {
    let row = scorecards::row(conn, id).await?;
    Ok(Kept {
        scores: scorecards::read(conn, row.as_ref()).await?,
        version: row.as_ref().map_or(0, |row| row.version),
        saved_at: row.as_ref().map(|row| read(row.updated_at)).transpose()?,
        submitted_at: row
            .as_ref()
            .and_then(|row| row.submitted_at)
            .map(read)
            .transpose()?,
    })
}

/// What a case says: by its id, its number and its nominee.
pub(super) async fn case_text(
    conn: &impl ConnectionTrait,
    (case, number, nominee): (CaseId, i64, PersonId),
) -> Result<CaseText, StoreError> {
    let rows = nominations::Entity::find()
        .filter(nominations::Column::CaseId.eq(case.0))
        .filter(nominations::Column::Status.eq(nomination::Status::Accepted.as_str()))
        .order_by_asc(nominations::Column::SubmittedAt)
        .order_by_asc(nominations::Column::Id)
        .all(conn)
        .await?;
    let mut said = submissions(conn, &rows).await?;
    let nominations: Vec<Submission> = rows
        .iter()
        .filter_map(|row| said.remove(&row.id.into()))
        .map(without_addresses)
        .collect();
    let revisions: Vec<Uuid> = nominations
        .iter()
        .flat_map(|said| said.answers.keys())
        .map(|id| id.0)
        .collect();
    Ok(CaseText {
        number,
        nominee: Some(unreachable_by_letter(people::get(conn, nominee).await?)),
        questions: questions::as_asked(conn, revisions).await?,
        nominations,
    })
}

pub(super) fn without_addresses(said: Submission) -> Submission {
    Submission {
        nominee: unreachable_by_letter(said.nominee),
        nominator: unreachable_by_letter(said.nominator),
        eligibility: BTreeMap::new(),
        ..said
    }
}

/// What was said, without who said it of whom. What was written in answer to a question stays as it was written.
fn without_names(said: Submission) -> Submission {
    let nobody = || Person {
        name: String::new(),
        email: None,
        telephone: None,
        role: None,
        employer: None,
    };
    Submission {
        nominee: nobody(),
        nominator: nobody(),
        relationship_words: None,
        ..said
    }
}

pub(super) fn unreachable_by_letter(person: Person) -> Person {
    Person {
        email: None,
        telephone: None,
        ..person
    }
}
