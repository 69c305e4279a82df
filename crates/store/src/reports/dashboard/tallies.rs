//! How much of everything there is in the seasons that are going on, in a number of statements that depends on nothing.

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance, assignment, case, fact_check,
    ids::{AccountId, SeasonId},
    interest::{self, conflicts::Ruler},
    next_steps::Tally,
    nomination,
    season::Season,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef,
};
use uuid::Uuid;

use super::panel;
use crate::{
    StoreError,
    entities::{assignments, cases, categories, interests, nominations},
    kept::Kept,
    rule_sets::{self, NowByRules},
    stages,
};

/// How much there is, by season.
pub(super) type Tallies = BTreeMap<SeasonId, Tally>;

/// How much of everything there is in each of these seasons, for this viewer.
pub(super) async fn tallies(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
    (viewer, kept): (AccountId, &Kept),
) -> Result<Tallies, StoreError> {
    let mut tallies: Tallies = seasons
        .iter()
        .map(|season| (season.id, Tally::default()))
        .collect();
    let ids: Vec<Uuid> = seasons.iter().map(|season| season.id.0).collect();
    count_nominations(conn, &ids, kept, &mut tallies).await?;
    let rules = rule_sets::now_in(conn, seasons).await?;
    for (season, rules) in &rules {
        if let Some(tally) = tallies.get_mut(&SeasonId::from(*season)) {
            tally.has_later_stage = rules.has_later_stage;
            tally.chair_rules = rules.ruler == Ruler::Chair;
            tally.quorum = u64::try_from(rules.quorum).unwrap_or_default();
        }
    }
    count_cases(conn, (&ids, kept), &rules, &mut tallies).await?;
    count_rulings(conn, &ids, kept, &mut tallies).await?;
    count_judges(conn, &ids, kept, &mut tallies).await?;
    panel::count(conn, seasons, (viewer, kept), &mut tallies).await?;
    Ok(tallies)
}

async fn count_nominations(
    conn: &impl ConnectionTrait,
    seasons: &[Uuid],
    kept: &Kept,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let counted: Vec<(Uuid, String, bool, i64)> = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::SeasonId)
        .column(nominations::Column::Status)
        .expr_as(nominations::Column::ConfirmedAt.is_not_null(), "confirmed")
        .column_as(nominations::Column::Id.count(), "counted")
        .filter(nominations::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
        .group_by(nominations::Column::SeasonId)
        .group_by(nominations::Column::Status)
        .group_by(nominations::Column::ConfirmedAt.is_not_null())
        .into_tuple()
        .all(conn)
        .await?;
    for (season, status, confirmed, counted) in counted {
        let Some(tally) = tallies.get_mut(&SeasonId::from(season)) else {
            continue;
        };
        let counted = u64::try_from(counted).unwrap_or_default();
        let status = nomination::Status::parse(&status)?;
        if !matches!(
            status,
            nomination::Status::Draft | nomination::Status::Lapsed
        ) {
            tally.nominations += counted;
        }
        if status == nomination::Status::Submitted {
            tally.submitted += counted;
        }
        let waits = matches!(
            status,
            nomination::Status::Submitted | nomination::Status::Accepted
        );
        if waits && !confirmed {
            tally.unconfirmed += counted;
        }
    }
    Ok(())
}

pub(super) fn category_of_case() -> RelationDef {
    cases::Entity::belongs_to(categories::Entity)
        .from(cases::Column::CategoryId)
        .to(categories::Column::Id)
        .into()
}

fn case_of_assignment() -> RelationDef {
    assignments::Entity::belongs_to(cases::Entity)
        .from(assignments::Column::CaseId)
        .to(cases::Column::Id)
        .into()
}

fn case_of_interest() -> RelationDef {
    interests::Entity::belongs_to(cases::Entity)
        .from(interests::Column::CaseId)
        .to(cases::Column::Id)
        .into()
}

async fn count_cases(
    conn: &impl ConnectionTrait,
    (seasons, kept): (&[Uuid], &Kept),
    rules: &BTreeMap<Uuid, NowByRules>,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    use case::Status::{
        Awarded, Declined, Disqualified, Eligible, Forming, HighlyCommended, InJudging, NotAwarded,
        NotShortlisted, Rescinded, Reserve, Shortlisted, Withdrawn,
    };
    type Light = (Uuid, Uuid, String, String, String, Option<String>);
    let found: Vec<Light> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(categories::Column::SeasonId)
        .column(cases::Column::Status)
        .column(cases::Column::Acceptance)
        .column(cases::Column::FactCheck)
        .column(cases::Column::OutAfter)
        .join(JoinType::InnerJoin, category_of_case())
        .filter(categories::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let received = scorecards_by_case(conn, seasons).await?;
    for (id, season, status, acceptance, fact_check, out_after) in found {
        let Some(tally) = tallies.get_mut(&SeasonId::from(season)) else {
            continue;
        };
        let (counting, assigned) = received.get(&id).copied().unwrap_or((0, 0));
        let status = case::Status::parse(&status)?;
        if matches!(status, Withdrawn | Disqualified) {
            continue;
        }
        tally.cases += 1;
        tally.received += counting;
        tally.assigned += assigned;
        if matches!(status, Forming | Eligible) {
            let accepted = acceptance == acceptance::Status::Accepted.as_str();
            let checked = fact_check == fact_check::Status::Received.as_str();
            let untold = acceptance == acceptance::Status::Untold.as_str();
            tally.not_accepted += u64::from(!accepted);
            tally.not_told += u64::from(untold);
            tally.not_checked += u64::from(!checked);
        }
        match status {
            Forming => tally.forming += 1,
            Eligible => tally.eligible += 1,
            InJudging => {
                tally.in_judging += 1;
                let quorum = rules.get(&season).map_or(0, |rules| rules.quorum);
                let short = i64::try_from(counting).unwrap_or(i64::MAX) < quorum;
                tally.below_quorum += u64::from(short);
            }
            Shortlisted => {
                tally.put_forward += 1;
                tally.unsettled += 1;
            }
            Reserve => tally.put_forward += 1,
            // What a sift left behind was never before the shortlist.
            NotShortlisted if out_after.is_none() => tally.left_out += 1,
            Awarded | HighlyCommended | NotAwarded | Declined | Rescinded => tally.settled += 1,
            _ => {}
        }
    }
    Ok(())
}

/// For each case, how many scorecards count and how many were asked for.
async fn scorecards_by_case(
    conn: &impl ConnectionTrait,
    seasons: &[Uuid],
) -> Result<BTreeMap<Uuid, (u64, u64)>, StoreError> {
    use assignment::Status::{Locked, Published, Scoring, Submitted};
    let counted: Vec<(Uuid, String, i64)> = assignments::Entity::find()
        .select_only()
        .column(assignments::Column::CaseId)
        .column(assignments::Column::Status)
        .column_as(assignments::Column::Id.count(), "counted")
        .join(JoinType::InnerJoin, case_of_assignment())
        .join(JoinType::InnerJoin, category_of_case())
        .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
        .filter(categories::Column::SeasonId.is_in(seasons.iter().copied()))
        .group_by(assignments::Column::CaseId)
        .group_by(assignments::Column::Status)
        .into_tuple()
        .all(conn)
        .await?;
    let mut by_case = BTreeMap::new();
    for (case, status, counted) in counted {
        let counted = u64::try_from(counted).unwrap_or_default();
        let status = assignment::Status::parse(&status)?;
        let (received, assigned): &mut (u64, u64) = by_case.entry(case).or_default();
        if status.counts() {
            *received += counted;
        }
        if matches!(status, Published | Scoring | Submitted | Locked) {
            *assigned += counted;
        }
    }
    Ok(by_case)
}

async fn count_rulings(
    conn: &impl ConnectionTrait,
    seasons: &[Uuid],
    kept: &Kept,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    let waiting = [interest::Status::Declared, interest::Status::Unsure];
    let counted: Vec<(Uuid, i64)> = interests::Entity::find()
        .select_only()
        .column(categories::Column::SeasonId)
        .column_as(interests::Column::Id.count(), "counted")
        .join(JoinType::InnerJoin, case_of_interest())
        .join(JoinType::InnerJoin, category_of_case())
        .filter(categories::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(interests::Column::CaseId.is_not_in(kept.cases.iter().copied()))
        .filter(interests::Column::Status.is_in(waiting.map(interest::Status::as_str)))
        .group_by(categories::Column::SeasonId)
        .into_tuple()
        .all(conn)
        .await?;
    for (season, counted) in counted {
        if let Some(tally) = tallies.get_mut(&SeasonId::from(season)) {
            tally.rulings = u64::try_from(counted).unwrap_or_default();
        }
    }
    Ok(())
}

async fn count_judges(
    conn: &impl ConnectionTrait,
    seasons: &[Uuid],
    kept: &Kept,
    tallies: &mut Tallies,
) -> Result<(), StoreError> {
    use assignment::Status::{Locked, Published, Scoring, Submitted};
    let counted: Vec<(Uuid, Uuid, String)> = assignments::Entity::find()
        .select_only()
        .column(categories::Column::SeasonId)
        .column(assignments::Column::JudgeId)
        .column(assignments::Column::Status)
        .join(JoinType::InnerJoin, case_of_assignment())
        .join(JoinType::InnerJoin, category_of_case())
        .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
        .filter(categories::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(assignments::Column::CaseId.is_not_in(kept.cases.iter().copied()))
        .group_by(categories::Column::SeasonId)
        .group_by(assignments::Column::JudgeId)
        .group_by(assignments::Column::Status)
        .into_tuple()
        .all(conn)
        .await?;
    // A judge is here once for each status that some of their assignments have.
    let mut begun: BTreeMap<(Uuid, Uuid), bool> = BTreeMap::new();
    for (season, judge, status) in counted {
        let status = assignment::Status::parse(&status)?;
        if matches!(status, Published | Scoring | Submitted | Locked) {
            *begun.entry((season, judge)).or_default() |= status != Published;
        }
    }
    for ((season, _), begun) in begun {
        if let Some(tally) = tallies.get_mut(&SeasonId::from(season)) {
            tally.judges += 1;
            tally.not_begun += u64::from(!begun);
        }
    }
    Ok(())
}
