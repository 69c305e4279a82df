//! The interests of a season: those that wait for a ruling, the rest, and what they mean for the quorum, for who rules on them.

mod unanswered;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plaudit_domain::{
    assignment, case,
    ids::{AccountId, CaseId, InterestId, SeasonId},
    interest::{
        Kind, Status,
        conflicts::{Effect, Ruler},
    },
    membership::{self, Role},
    season::{self, Season},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Expr, ExprTrait, Order, Query},
};
use uuid::Uuid;

use super::{Surroundings, Viewer};
use crate::{
    Store, StoreError,
    cases::{join_case, of_season},
    entities::{accounts, assignments, cases, categories, interests, memberships, people},
    interests::rulers,
    kept::Kept,
    moment::read_maybe,
    rule_sets, stages,
};

pub use unanswered::{Unanswered, unanswered};

/// The interests of a season.
#[derive(Clone, Debug)]
pub struct Interests {
    /// The season.
    pub about: Surroundings,
    /// How many scorecards a case needs.
    pub quorum: u32,
    /// Who rules on what is ruled on by hand.
    pub ruler: Ruler,
    /// Every interest that was answered, by case and then by judge.
    pub rows: Vec<InterestRow>,
    /// The cases that fewer judges are left for than the quorum.
    pub short: Vec<ShortCase>,
    bench: Bench,
}

impl Interests {
    /// How many judges would be left for a case without one of them.
    pub fn left_without(&self, case: CaseId, judge: AccountId) -> u32 {
        self.bench.without(case.0, judge.0)
    }

    /// One of the interests, as far as it is among them.
    pub fn one(&self, id: InterestId) -> Option<&InterestRow> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// One person's interest in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestRow {
    /// Its id.
    pub id: InterestId,
    /// The case.
    pub case: CaseId,
    /// Whose it is.
    pub account: AccountId,
    /// Their name.
    pub judge: String,
    /// The case's number.
    pub number: i64,
    /// Who was put forward.
    pub nominee: String,
    /// Where the nominee works.
    pub employer: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What it rests on, if that was said.
    pub kind: Option<Kind>,
    /// What the rules made of it.
    pub effect: Option<Effect>,
    /// What the judge wrote.
    pub words: String,
    /// When the judge answered.
    pub declared_at: Option<Timestamp>,
    /// Why it was ruled on as it was.
    pub ruling_reason: String,
    /// When it was ruled on.
    pub ruled_at: Option<Timestamp>,
    /// Whether the judge's scorecard for the case is in, and would go with them.
    pub is_scored: bool,
    /// How many judges would be left for the case if this one were out of it.
    pub left: u32,
}

impl InterestRow {
    /// Whether it waits for a ruling.
    pub fn waits(&self) -> bool {
        matches!(self.status, Status::Declared | Status::Unsure)
    }
}

/// A case that cannot reach the quorum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortCase {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Who was put forward.
    pub nominee: String,
    /// How many judges are left for it.
    pub left: u32,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    case_id: Uuid,
    judge_id: Uuid,
    judge: String,
    number: i64,
    nominee: String,
    employer: Option<String>,
    status: String,
    kind: Option<String>,
    effect: Option<String>,
    words: Option<String>,
    declared_at: Option<sea_orm::prelude::DateTimeUtc>,
    ruling_reason: Option<String>,
    ruled_at: Option<sea_orm::prelude::DateTimeUtc>,
}

/// The interests of a season, for an administrator, and for its chair and deputy: without the cases that they have an interest
/// in themselves.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Interests, StoreError> {
    let conn = store.read();
    let kept = match viewer {
        Viewer::Administrator(account) => Kept::from(conn, *account).await?,
        Viewer::Chair(account) if rulers::leads(conn, *account, season).await? => {
            Kept::from(conn, *account).await?
        }
        Viewer::Chair(_) | Viewer::Judge(_) | Viewer::Panellist(_) | Viewer::Visitor => {
            return Err(StoreError::NotFound);
        }
    };
    let about = Surroundings::load(conn, season).await?;
    let quorum = rule_sets::in_force(conn, season).await?.quorum;
    let rules = rule_sets::load(conn, season).await?;
    let judges = Bench::load(conn, season).await?;
    let rows = answered(conn, season, &kept, &judges).await?;
    let short = short(conn, season, &kept, &judges, quorum).await?;
    Ok(Interests {
        about,
        quorum,
        ruler: rules.conflict_policy().ruler,
        rows,
        short,
        bench: judges,
    })
}

async fn answered(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
    bench: &Bench,
) -> Result<Vec<InterestRow>, StoreError> {
    use interests::Column as I;
    let gone = [case::Status::Withdrawn, case::Status::Disqualified].map(case::Status::as_str);
    let active = Query::select()
        .column(memberships::Column::AccountId)
        .from(memberships::Entity)
        .and_where(Expr::col(memberships::Column::Status).eq(membership::Status::Active.as_str()))
        .to_owned();
    let mut select = Query::select();
    select.from(interests::Entity);
    join_case(&mut select, (interests::Entity, I::CaseId))
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((interests::Entity, I::JudgeId)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            people::Entity,
            "judges",
            Expr::col(("judges", people::Column::Id))
                .equals((accounts::Entity, accounts::Column::PersonId)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            people::Entity,
            "nominees",
            Expr::col(("nominees", people::Column::Id))
                .equals((cases::Entity, cases::Column::NomineeId)),
        )
        .expr_as(Expr::col(("judges", people::Column::Name)), "judge")
        .column((cases::Entity, cases::Column::Number))
        .expr_as(Expr::col(("nominees", people::Column::Name)), "nominee")
        .expr_as(
            Expr::col(("nominees", people::Column::Employer)),
            "employer",
        )
        .columns([
            (interests::Entity, I::Id),
            (interests::Entity, I::CaseId),
            (interests::Entity, I::JudgeId),
            (interests::Entity, I::Status),
            (interests::Entity, I::Kind),
            (interests::Entity, I::Effect),
            (interests::Entity, I::Words),
            (interests::Entity, I::DeclaredAt),
            (interests::Entity, I::RulingReason),
            (interests::Entity, I::RuledAt),
        ])
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((cases::Entity, cases::Column::Status)).is_not_in(gone))
        .and_where(Expr::col((interests::Entity, I::CaseId)).is_not_in(kept.cases.iter().copied()))
        .and_where(Expr::col((interests::Entity, I::JudgeId)).in_subquery(active))
        .and_where(Expr::col((interests::Entity, I::Status)).ne(Status::Asked.as_str()))
        .order_by(
            (categories::Entity, categories::Column::Position),
            Order::Asc,
        )
        .order_by((cases::Entity, cases::Column::Number), Order::Asc)
        .order_by(("judges", people::Column::Name), Order::Asc);
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let row = Row::from_query_result(row, "")?;
            Ok(InterestRow {
                id: row.id.into(),
                case: row.case_id.into(),
                account: row.judge_id.into(),
                judge: row.judge,
                number: row.number,
                nominee: row.nominee,
                employer: row.employer,
                status: Status::parse(&row.status)?,
                kind: row.kind.as_deref().map(Kind::parse).transpose()?,
                effect: row.effect.as_deref().map(Effect::parse).transpose()?,
                words: row.words.unwrap_or_default(),
                declared_at: read_maybe(row.declared_at)?,
                ruling_reason: row.ruling_reason.unwrap_or_default(),
                ruled_at: read_maybe(row.ruled_at)?,
                is_scored: bench.scored.contains(&(row.case_id, row.judge_id)),
                left: bench.without(row.case_id, row.judge_id),
            })
        })
        .collect()
}

/// Who can score what: the judges of a season, and who of them is out of which case.
#[derive(Clone, Debug)]
pub(crate) struct Bench {
    judges: BTreeSet<Uuid>,
    out: BTreeSet<(Uuid, Uuid)>,
    /// The live assignments of each case that has any.
    assigned: BTreeMap<Uuid, BTreeSet<Uuid>>,
    scored: BTreeSet<(Uuid, Uuid)>,
}

impl Bench {
    pub(crate) async fn load(
        conn: &impl ConnectionTrait,
        season: SeasonId,
    ) -> Result<Self, StoreError> {
        use assignment::Status::{Locked, Published, Scoring, Submitted};
        let judges = memberships::Entity::find()
            .filter(memberships::Column::ScopeId.eq(season.0))
            .filter(memberships::Column::Role.is_in(Role::SCORING.iter().map(|role| role.as_str())))
            .filter(memberships::Column::Status.eq(membership::Status::Active.as_str()))
            .all(conn)
            .await?;
        let out = interests::Entity::find()
            .filter(interests::Column::CaseId.in_subquery(of_season(season)))
            .filter(interests::Column::Status.eq(Status::Recused.as_str()))
            .all(conn)
            .await?;
        let rows = assignments::Entity::find()
            .filter(assignments::Column::CaseId.in_subquery(of_season(season)))
            .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
            .all(conn)
            .await?;
        let mut assigned: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        let mut scored = BTreeSet::new();
        for row in rows {
            let judges = assigned.entry(row.case_id).or_default();
            let status = assignment::Status::parse(&row.status)?;
            if matches!(status, Published | Scoring | Submitted | Locked) {
                judges.insert(row.judge_id);
            }
            if status.counts() {
                scored.insert((row.case_id, row.judge_id));
            }
        }
        Ok(Self {
            judges: judges.into_iter().map(|row| row.account_id).collect(),
            out: out
                .into_iter()
                .map(|row| (row.case_id, row.judge_id))
                .collect(),
            assigned,
            scored,
        })
    }

    /// How many judges are left for a case: those to whom it is assigned, or may be.
    fn left(&self, case: Uuid) -> u32 {
        self.count(case, None)
    }

    /// The same without one of them.
    fn without(&self, case: Uuid, judge: Uuid) -> u32 {
        self.count(case, Some(judge))
    }

    fn count(&self, case: Uuid, but: Option<Uuid>) -> u32 {
        let judges = self.assigned.get(&case).unwrap_or(&self.judges);
        let left = judges
            .iter()
            .filter(|judge| Some(**judge) != but && !self.out.contains(&(case, **judge)))
            // What was submitted counts, whoever has left the panel since.
            .filter(|judge| self.judges.contains(judge) || self.scored.contains(&(case, **judge)))
            .count();
        u32::try_from(left).unwrap_or(u32::MAX)
    }
}

/// How many cases of a season fewer judges are left for than the quorum, while that can still be mended.
pub(crate) async fn count_short(
    conn: &impl ConnectionTrait,
    season: &Season,
    kept: &Kept,
) -> Result<usize, StoreError> {
    if !matches!(
        season.status,
        season::Status::Screening | season::Status::Judging
    ) {
        return Ok(0);
    }
    let bench = Bench::load(conn, season.id).await?;
    let quorum = rule_sets::in_force(conn, season.id).await?.quorum;
    let short = short(conn, season.id, kept, &bench, quorum).await?;
    Ok(short.len())
}

/// The cases that fewer judges are left for than the quorum.
pub(crate) async fn short(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
    bench: &Bench,
    quorum: u32,
) -> Result<Vec<ShortCase>, StoreError> {
    use case::Status::{Eligible, InJudging, Reserve, Shortlisted};
    let judged = [Eligible, InJudging, Reserve, Shortlisted].map(case::Status::as_str);
    if bench.judges.is_empty() {
        return Ok(Vec::new());
    }
    let rows = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Status.is_in(judged))
        .filter(cases::Column::OutAfter.is_null())
        .find_also_linked(crate::cases::Nominee)
        .all(conn)
        .await?;
    let mut short: Vec<ShortCase> = rows
        .into_iter()
        .map(|(case, nominee)| ShortCase {
            case: case.id.into(),
            number: case.number,
            nominee: nominee
                .filter(|person| person.erased_at.is_none())
                .map(|person| person.name)
                .unwrap_or_default(),
            left: bench.left(case.id),
        })
        .filter(|case| case.left < quorum)
        .collect();
    short.sort_by_key(|case| case.number);
    Ok(short)
}
