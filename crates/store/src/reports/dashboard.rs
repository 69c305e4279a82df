//! What needs doing next in every season that is going on: behind `/admin`.

use std::collections::BTreeMap;

use plaudit_domain::{
    acceptance, assignment, case, fact_check,
    ids::{CategoryId, SeasonId},
    interest::{self, conflicts::Ruler},
    next_steps::{NextStep, Tally, next_steps},
    nomination,
    programme::Programme,
    season::{Category, Season, Status},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use uuid::Uuid;

use super::{Viewer, administrator_only, interests as interests_report, outbox, sheet};
use crate::{
    Store, StoreError, deliberation,
    entities::{assignments, cases, categories, interests, letters, nominations},
    kept::Kept,
    outbox::LetterStatus,
    programmes,
    rule_sets::{self, NowByRules},
    seasons, stages, texts,
};

/// What an administrator comes to.
#[derive(Clone, Debug)]
pub struct Dashboard {
    /// The seasons that are neither archived nor cancelled, those of one programme together.
    pub seasons: Vec<SeasonRow>,
    /// How many letters were given up.
    pub letters_failed: u64,
    /// How many letters wait to be sent.
    pub letters_queued: u64,
    /// How many cases are kept from the viewer by an interest of their own.
    pub kept: usize,
    /// How many of these are kept from every administrator.
    pub unattended: usize,
}

/// A season that is going on.
#[derive(Clone, Debug)]
pub struct SeasonRow {
    /// The programme, for its words and its zone.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// What is won in it.
    pub categories: Vec<Category>,
    /// How much there is of everything.
    pub tally: Tally,
    /// How many cases fewer judges are left for than the quorum, so that they cannot be ranked.
    pub short: usize,
    /// What needs doing, in its order.
    pub steps: Vec<NextStep>,
    /// Of which category the resolution waits for the signature of somebody on the panel; the last of them decides the season.
    pub unsigned: Option<CategoryId>,
}

/// What needs doing now.
pub async fn dashboard(store: &Store, viewer: &Viewer) -> Result<Dashboard, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let programmes = programmes::list(store).await?;
    let going_on: Vec<Season> = seasons::list_all(store)
        .await?
        .into_iter()
        .filter(|season| !matches!(season.status, Status::Archived | Status::Cancelled))
        .collect();
    let mut categories = categories(conn, &going_on).await?;
    let kept = Kept::of(conn, viewer).await?;
    let mut tallies = tallies(conn, &going_on, &kept).await?;
    let mut rows = Vec::new();
    for programme in programmes {
        for season in going_on
            .iter()
            .filter(|season| season.programme == programme.id)
        {
            let tally = tallies.remove(&season.id).unwrap_or_default();
            let readiness = match season.status {
                Status::Draft => Some(seasons::readiness(store, season.id).await?),
                _ => None,
            };
            rows.push(SeasonRow {
                unsigned: deliberation::awaited(conn, season).await?,
                short: interests_report::count_short(conn, season, &kept).await?,
                programme: programme.clone(),
                steps: next_steps(season, readiness.as_ref(), &tally),
                categories: categories.remove(&season.id).unwrap_or_default(),
                season: season.clone(),
                tally,
            });
        }
    }
    let letters = async |status: LetterStatus| {
        letters::Entity::find()
            .filter(letters::Column::Status.eq(status.as_str()))
            .filter(outbox::not_to(&kept))
            .count(conn)
            .await
    };
    let own: Vec<Uuid> = kept.cases.iter().copied().collect();
    Ok(Dashboard {
        kept: own.len(),
        unattended: sheet::unattended(conn, &own).await?,
        seasons: rows,
        letters_failed: letters(LetterStatus::Failed).await?,
        letters_queued: letters(LetterStatus::Queued).await?,
    })
}

async fn categories(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
) -> Result<BTreeMap<SeasonId, Vec<Category>>, StoreError> {
    let rows = categories::Entity::find()
        .filter(categories::Column::SeasonId.is_in(seasons.iter().map(|season| season.id.0)))
        .order_by_asc(categories::Column::Position)
        .all(conn)
        .await?;
    let mut by_season: BTreeMap<SeasonId, Vec<Category>> = BTreeMap::new();
    for row in rows {
        by_season
            .entry(row.season_id.into())
            .or_default()
            .push(Category {
                id: row.id.into(),
                title: texts::read(row.title_texts)?,
            });
    }
    Ok(by_season)
}

type Tallies = BTreeMap<SeasonId, Tally>;

async fn tallies(
    conn: &impl ConnectionTrait,
    seasons: &[Season],
    kept: &Kept,
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
        }
    }
    count_cases(conn, (&ids, kept), &rules, &mut tallies).await?;
    count_rulings(conn, &ids, kept, &mut tallies).await?;
    count_judges(conn, &ids, kept, &mut tallies).await?;
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

fn category_of_case() -> RelationDef {
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
        Rescinded, Reserve, Shortlisted, Withdrawn,
    };
    type Light = (Uuid, Uuid, String, String, String);
    let found: Vec<Light> = cases::Entity::find()
        .select_only()
        .column(cases::Column::Id)
        .column(categories::Column::SeasonId)
        .column(cases::Column::Status)
        .column(cases::Column::Acceptance)
        .column(cases::Column::FactCheck)
        .join(JoinType::InnerJoin, category_of_case())
        .filter(categories::Column::SeasonId.is_in(seasons.iter().copied()))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let received = scorecards_by_case(conn, seasons).await?;
    for (id, season, status, acceptance, fact_check) in found {
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
            tally.not_accepted += u64::from(!accepted);
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
