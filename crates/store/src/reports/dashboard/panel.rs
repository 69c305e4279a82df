//! Who judges, whose sheet of interests is not filled in, and what judges asked: the part of the next steps that is about
//! people who act.

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case,
    ids::AccountId,
    interest,
    membership::{Role, Status},
    season::{self, Season},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect,
    prelude::Json,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::tallies::{Tallies, category_of_case};
use crate::{
    StoreError,
    assignments::JudgeRow,
    blind,
    entities::{cases, categories, interests, memberships},
    interests as declared,
    kept::Kept,
    memberships as memberships_of,
    reports::enquiries,
};

/// Somebody who has a sheet in some season, or will.
struct Member {
    judge: JudgeRow,
    role: Role,
    scope: Uuid,
    status: Status,
    stages: Option<Json>,
}

impl Member {
    fn is_administrator(&self) -> bool {
        self.role == Role::Administrator
    }

    /// Whether they judge in the stage that this season is in, once they have accepted.
    fn judges(&self, season: &Season) -> Result<bool, StoreError> {
        let stages = self.stages.as_ref().map(memberships_of::read_stages);
        let stages = stages.transpose()?;
        Ok(self.role.scores()
            && self.scope == season.id.0
            && stages.is_none_or(|of| of.contains(&season.stage)))
    }
}

#[derive(FromQueryResult)]
struct Row {
    role: String,
    scope_id: Uuid,
    status: String,
    stages: Option<Json>,
}

/// Counts them in each season. Sheets are filled in between the close and the judging, and counted then only.
pub(super) async fn count(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
    (viewer, kept): (AccountId, &Kept),
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let members = members(conn, seasons).await?;
    let mut sheets = Sheets::load(conn, seasons, kept).await?;
    let blind = blind::seasons(conn).await?;
    let waiting = enquiries::waiting(conn, seasons.iter().map(|season| season.id), kept).await?;
    for season in seasons {
        let Some(tally) = tallies.get_mut(&season.id) else {
            continue;
        };
        tally.enquiries = waiting.get(&season.id).copied().unwrap_or_default();
        tally.has_sheets = !blind.contains(&season.id);
        let sheets = sheets.0.remove(&season.id.0).unwrap_or_default();
        for member in &members {
            let is_active = member.status == Status::Active;
            if member.is_administrator() && is_active {
                let left = sheets.left(&member.judge, true);
                tally.own_sheets += u64::from(left > 0);
                if member.judge.id == viewer.0 {
                    tally.own_sheet = left;
                }
            }
            if member.judges(season)? {
                tally.invited += u64::from(member.status == Status::Invited);
                tally.accepted += u64::from(is_active);
                let is_left = is_active && sheets.left(&member.judge, false) > 0;
                tally.sheets += u64::from(is_left && tally.has_sheets);
            }
        }
    }
    Ok(())
}

/// Everybody who runs the installation, or was asked to judge in one of these seasons.
async fn members(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
) -> Result<Vec<Member>, StoreError> {
    use memberships::Column as M;
    let known = [Status::Invited, Status::Active].map(Status::as_str);
    let is_administrator =
        Expr::col((memberships::Entity, M::Role)).eq(Role::Administrator.as_str());
    let in_season = Expr::col((memberships::Entity, M::ScopeId))
        .is_in(seasons.iter().map(|season| season.id.0))
        .and(memberships_of::scores());
    let mut select = JudgeRow::of_members();
    select
        .column((memberships::Entity, M::Role))
        .column((memberships::Entity, M::ScopeId))
        .column((memberships::Entity, M::Status))
        .column((memberships::Entity, M::Stages))
        .and_where(Expr::col((memberships::Entity, M::Status)).is_in(known))
        .cond_where(Condition::any().add(is_administrator).add(in_season));
    conn.query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let held = Row::from_query_result(row, "")?;
            Ok(Member {
                judge: JudgeRow::from_query_result(row, "")?,
                role: Role::parse(&held.role)?,
                scope: held.scope_id,
                status: Status::parse(&held.status)?,
                stages: held.stages,
            })
        })
        .collect()
}

/// The cases that stand on the sheets of each season.
#[derive(Default)]
struct Sheets(BTreeMap<Uuid, Sheet>);

/// The cases on the sheets of one season, and who has answered for which.
#[derive(Default)]
struct Sheet {
    /// Each case, and whether only administrators have it on theirs yet.
    cases: Vec<(Uuid, bool)>,
    /// By case, who need not be asked any more.
    answered: BTreeMap<Uuid, BTreeSet<Uuid>>,
    parts: BTreeMap<Uuid, declared::Parts>,
}

impl Sheet {
    /// How many cases on their sheet somebody has not answered for. Whoever has a part in a case is not asked.
    fn left(&self, judge: &JudgeRow, runs_it: bool) -> u64 {
        let is_left = |case: &Uuid| {
            let answered = self.answered.get(case);
            let parts = self.parts.get(case);
            answered.is_none_or(|by| !by.contains(&judge.id))
                && !parts.is_some_and(|parts| parts.include(judge))
        };
        let left = self
            .cases
            .iter()
            .filter(|(case, is_forming)| (runs_it || !is_forming) && is_left(case))
            .count();
        u64::try_from(left).unwrap_or(u64::MAX)
    }
}

impl Sheets {
    async fn load(
        conn: &impl ConnectionTrait,
        seasons: &[Season],
        kept: &Kept,
    ) -> Result<Self, StoreError> {
        use case::Status::{Eligible, Forming};
        let screened: Vec<Uuid> = (seasons.iter())
            .filter(|season| season.status == season::Status::Screening)
            .map(|season| season.id.0)
            .collect();
        if screened.is_empty() {
            return Ok(Self::default());
        }
        let found: Vec<(Uuid, Uuid, String)> = cases::Entity::find()
            .select_only()
            .column(cases::Column::Id)
            .column(categories::Column::SeasonId)
            .column(cases::Column::Status)
            .join(JoinType::InnerJoin, category_of_case())
            .filter(categories::Column::SeasonId.is_in(screened))
            .filter(cases::Column::Status.is_in([Forming, Eligible].map(case::Status::as_str)))
            .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        let ids: Vec<Uuid> = found.iter().map(|(id, ..)| *id).collect();
        let mut parts = declared::parts(conn, &ids).await?;
        let mut answered: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        for row in interests::Entity::find()
            .filter(interests::Column::CaseId.is_in(ids))
            .filter(interests::Column::Status.ne(interest::Status::Asked.as_str()))
            .all(conn)
            .await?
        {
            answered
                .entry(row.case_id)
                .or_default()
                .insert(row.judge_id);
        }
        let mut sheets: BTreeMap<Uuid, Sheet> = BTreeMap::new();
        for (case, season, status) in found {
            let sheet = sheets.entry(season).or_default();
            sheet.cases.push((case, status == Forming.as_str()));
            sheet.answered.extend(answered.remove_entry(&case));
            sheet.parts.extend(parts.remove_entry(&case));
        }
        Ok(Self(sheets))
    }
}
