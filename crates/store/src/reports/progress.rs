//! How far judging is, for each judge and for each case: behind `/admin/progress/{season}` and, without the cases that they
//! are out of, `/judging/progress/{season}` for chair and deputy. No score is read for it.

mod reminded;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use plaudit_domain::{
    assignment,
    ids::{CaseId, MembershipId, SeasonId},
    interest::{self, conflicts::Ruler},
    membership::{self, Role},
    progress::{Quorum, Stand, Tally},
    reminding::Days,
    season,
};
use sea_orm::{
    ConnectionTrait, FromQueryResult,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{Surroundings, Viewer, quorum::before_judges, runs_panel};
use crate::{
    Store, StoreError, assignments,
    cases::join_case,
    confidentiality,
    entities::{
        assignments as rows, cases, categories, interests, memberships, people, scorecards,
    },
    kept::Kept,
    memberships as judges,
    moment::read_maybe,
    rule_sets, stages,
};

/// How far a season's judging is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The season.
    pub about: Surroundings,
    /// How many scorecards a case needs.
    pub quorum: u32,
    /// Who rules on what is ruled on by hand.
    pub ruler: Ruler,
    /// The days on which the season reminds its judges by itself.
    pub reminding: Option<Days>,
    /// The judges of the panel, those with most left first.
    pub judges: Vec<JudgeRow>,
    /// The cases before them, those that cannot have their quorum first.
    pub cases: Vec<CaseRow>,
    /// Whether cases are shown by their numbers alone: whoever runs the panel may score in it, and reads as the judges do.
    pub is_blind: bool,
}

/// One judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgeRow {
    /// Their membership, by which they are chosen.
    pub membership: MembershipId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// How far they are.
    pub tally: Tally,
    /// When they last declared an interest or saved a scorecard.
    pub active_at: Option<Timestamp>,
    /// When a reminder was last queued for them.
    pub reminded_at: Option<Timestamp>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// Its number in the category.
    pub number: i64,
    /// Its category's place among the categories.
    pub category: usize,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// How far its judges are.
    pub tally: Tally,
    /// Whether it has its quorum, or can still have it.
    pub quorum: Quorum,
    /// When one of its judges last declared an interest or saved a scorecard.
    pub active_at: Option<Timestamp>,
}

impl Progress {
    /// The judges to whom a reminder would tell something.
    pub fn to_remind(&self) -> impl Iterator<Item = &JudgeRow> {
        self.judges
            .iter()
            .filter(|row| self.may_remind() && row.tally.left() > 0)
    }

    /// Whether anybody is reminded at all: only while the season is in judging.
    pub fn may_remind(&self) -> bool {
        self.about.season.status == season::Status::Judging
    }

    /// How far all is together.
    pub fn whole(&self) -> Tally {
        let mut whole = Tally::default();
        for row in &self.cases {
            let of = row.tally;
            whole.add(Stand::Done, of.done);
            whole.add(Stand::Begun, of.begun);
            whole.add(Stand::NotBegun, of.not_begun);
            whole.add(Stand::Waiting, of.waiting);
            whole.add(Stand::Out, of.out);
            whole.add(Stand::Without, of.without);
        }
        whole
    }
}

impl CaseRow {
    /// Cases that cannot have their quorum before those that can, and those before the ones that have.
    fn urgency(&self) -> u8 {
        match self.quorum {
            Quorum::Impossible { .. } => 0,
            Quorum::Hanging { .. } => 1,
            Quorum::Short { .. } => 2,
            Quorum::Reached => 3,
        }
    }
}

/// How far the season's judging is, in a number of statements that depends on nothing.
pub async fn progress(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Progress, StoreError> {
    runs_panel(store, viewer, season).await?;
    let conn = store.read();
    if let Viewer::Chair(account) = *viewer {
        confidentiality::refuse_before_acceptance(conn, account, season).await?;
    }
    let about = Surroundings::load(conn, season).await?;
    let quorum = rule_sets::in_force(conn, season).await?.quorum;
    let rules = rule_sets::load(conn, season).await?;
    let kept = match *viewer {
        Viewer::Chair(account) => Kept::from(conn, account).await?,
        _ => Kept::of(conn, viewer).await?,
    };
    let found = tallies(conn, season, &kept).await?;
    let is_blind = matches!(viewer, Viewer::Chair(_))
        && !rules
            .reading
            .shows_names(about.season.status, about.season.stage);
    let mut cases = case_rows(conn, (&about, &kept), quorum, &found).await?;
    for case in cases.iter_mut().filter(|_| is_blind) {
        case.nominee = None;
    }
    Ok(Progress {
        judges: judge_rows(conn, &about.season, &found).await?,
        cases,
        is_blind,
        reminding: assignments::days_in(conn, season).await?,
        ruler: rules.conflict_policy().ruler,
        quorum,
        about,
    })
}

/// What the judges of one membership's standing do with one case.
#[derive(FromQueryResult)]
struct Found {
    case_id: Uuid,
    judge_id: Uuid,
    status: String,
    interest_status: String,
    membership_status: String,
    role: String,
    declared_at: Option<DateTime<Utc>>,
    saved_at: Option<DateTime<Utc>>,
}

/// Counted so far, with the last activity.
#[derive(Clone, Copy, Default)]
struct Counted {
    tally: Tally,
    active_at: Option<DateTime<Utc>>,
}

impl Counted {
    fn add(&mut self, stand: Stand, at: Option<DateTime<Utc>>) {
        self.tally.add(stand, 1);
        self.active_at = latest(self.active_at, at);
    }
}

/// The later of two instants that may not have been.
fn latest(one: Option<DateTime<Utc>>, other: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    Ord::max(one, other)
}

#[derive(Default)]
struct Tallies {
    judges: BTreeMap<Uuid, Counted>,
    cases: BTreeMap<Uuid, Counted>,
}

/// Every assignment that judges could ever see, counted for its judge and for its case.
///
/// What a judge submitted who was removed since stays and counts for the case; what they did not is lost.
async fn tallies(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
) -> Result<Tallies, StoreError> {
    let mut select = Query::select();
    select.from(rows::Entity);
    join_case(&mut select, (rows::Entity, rows::Column::CaseId))
        .inner_join(
            interests::Entity,
            Expr::col((interests::Entity, interests::Column::CaseId))
                .equals((rows::Entity, rows::Column::CaseId))
                .and(
                    Expr::col((interests::Entity, interests::Column::JudgeId))
                        .equals((rows::Entity, rows::Column::JudgeId)),
                ),
        )
        .inner_join(
            memberships::Entity,
            Expr::col((memberships::Entity, memberships::Column::AccountId))
                .equals((rows::Entity, rows::Column::JudgeId))
                .and(
                    Expr::col((memberships::Entity, memberships::Column::ScopeId))
                        .equals((categories::Entity, categories::Column::SeasonId)),
                ),
        )
        .left_join(
            scorecards::Entity,
            Expr::col((scorecards::Entity, scorecards::Column::AssignmentId))
                .equals((rows::Entity, rows::Column::Id)),
        )
        .column((rows::Entity, rows::Column::CaseId))
        .column((rows::Entity, rows::Column::JudgeId))
        .column((rows::Entity, rows::Column::Status))
        .expr_as(
            Expr::col((interests::Entity, interests::Column::Status)),
            "interest_status",
        )
        .expr_as(
            Expr::col((memberships::Entity, memberships::Column::Status)),
            "membership_status",
        )
        .column((memberships::Entity, memberships::Column::Role))
        .column((interests::Entity, interests::Column::DeclaredAt))
        .expr_as(
            Expr::col((scorecards::Entity, scorecards::Column::UpdatedAt)),
            "saved_at",
        )
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((cases::Entity, cases::Column::OutAfter)).is_null())
        .and_where(Expr::col((cases::Entity, cases::Column::Status)).is_in(before_judges()))
        .and_where(
            Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases.iter().copied()),
        )
        .and_where(
            Expr::col((rows::Entity, rows::Column::StageId)).in_subquery(stages::current_ones()),
        )
        .and_where(
            Expr::col((memberships::Entity, memberships::Column::Role))
                .is_in(Role::PANEL.iter().map(|role| role.as_str())),
        );
    let mut found = Tallies::default();
    for row in conn.query_all(&select).await? {
        let row = Found::from_query_result(&row, "")?;
        let stand = Stand::of(
            assignment::Status::parse(&row.status)?,
            interest::Status::parse(&row.interest_status)?,
        );
        let is_active = row.membership_status == membership::Status::Active.as_str()
            && Role::parse(&row.role)?.scores();
        let stand = stand.map(|stand| match stand {
            Stand::Begun | Stand::NotBegun | Stand::Waiting if !is_active => Stand::Without,
            stand => stand,
        });
        if let Some(stand) = stand {
            let at = latest(row.declared_at, row.saved_at);
            found.cases.entry(row.case_id).or_default().add(stand, at);
            found.judges.entry(row.judge_id).or_default().add(stand, at);
        }
    }
    Ok(found)
}

async fn judge_rows(
    conn: &impl ConnectionTrait,
    season: &season::Season,
    found: &Tallies,
) -> Result<Vec<JudgeRow>, StoreError> {
    let panel = judges::panel_in(conn, season.id).await?;
    let reminded = reminded::latest(conn, season.id).await?;
    let mut listed = Vec::with_capacity(panel.len());
    for (membership, account) in panel {
        if membership.status != membership::Status::Active || !membership.role.scores() {
            continue;
        }
        let counted = found.judges.get(&account.id.0).copied();
        if counted.is_none() && !membership.judges_in(season.stage) {
            continue;
        }
        let counted = counted.unwrap_or_default();
        listed.push(JudgeRow {
            membership: membership.id,
            name: account.name,
            email: account.email.to_string(),
            tally: counted.tally,
            active_at: read_maybe(counted.active_at)?,
            reminded_at: reminded.get(&account.person.0).copied(),
        });
    }
    listed.sort_by_key(|row| std::cmp::Reverse(row.tally.left()));
    Ok(listed)
}

#[derive(FromQueryResult)]
struct Light {
    id: Uuid,
    category_id: Uuid,
    number: i64,
    name: String,
    erased_at: Option<DateTime<Utc>>,
}

async fn case_rows(
    conn: &impl ConnectionTrait,
    (about, kept): (&Surroundings, &Kept),
    quorum: u32,
    found: &Tallies,
) -> Result<Vec<CaseRow>, StoreError> {
    let mut select = Query::select();
    select
        .from(cases::Entity)
        .inner_join(
            categories::Entity,
            Expr::col((categories::Entity, categories::Column::Id))
                .equals((cases::Entity, cases::Column::CategoryId)),
        )
        .inner_join(
            people::Entity,
            Expr::col((people::Entity, people::Column::Id))
                .equals((cases::Entity, cases::Column::NomineeId)),
        )
        .column((cases::Entity, cases::Column::Id))
        .column((cases::Entity, cases::Column::CategoryId))
        .column((cases::Entity, cases::Column::Number))
        .column((people::Entity, people::Column::Name))
        .column((people::Entity, people::Column::ErasedAt))
        .and_where(
            Expr::col((categories::Entity, categories::Column::SeasonId)).eq(about.season.id.0),
        )
        .and_where(Expr::col((cases::Entity, cases::Column::OutAfter)).is_null())
        .and_where(Expr::col((cases::Entity, cases::Column::Status)).is_in(before_judges()))
        .and_where(
            Expr::col((cases::Entity, cases::Column::Id)).is_not_in(kept.cases.iter().copied()),
        )
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc);
    let mut listed = Vec::new();
    for row in conn.query_all(&select).await? {
        let row = Light::from_query_result(&row, "")?;
        let counted = found.cases.get(&row.id).copied().unwrap_or_default();
        listed.push(CaseRow {
            id: row.id.into(),
            number: row.number,
            category: about
                .categories
                .iter()
                .position(|category| category.id.0 == row.category_id)
                .unwrap_or_default(),
            nominee: row.erased_at.is_none().then_some(row.name),
            tally: counted.tally,
            quorum: counted.tally.quorum(quorum),
            active_at: read_maybe(counted.active_at)?,
        });
    }
    listed.sort_by_key(CaseRow::urgency);
    Ok(listed)
}
