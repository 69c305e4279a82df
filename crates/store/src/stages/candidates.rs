//! The cases of a season that may go on to its next stage, each with what the stage that ends says of it.

use std::collections::BTreeMap;

use plaudit_domain::{
    case::Status,
    ids::{CaseId, CategoryId},
    quorum::Outlook,
    rule_set::RuleSet,
    season::Season,
    stage::{Kind, Sift, Verdict, Vote},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    StoreError,
    assignments::on_desks,
    cases::{Nominee, of_season},
    entities::{assignments, cases, categories, scorecards},
    kept::Kept,
    reports::quorum,
};

/// How often each vote was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// That it goes on.
    pub passes: u32,
    /// That it does not.
    pub fails: u32,
    /// That somebody else has to say.
    pub unsure: u32,
}

impl Tally {
    fn of(votes: &[Vote]) -> Self {
        let count = |vote| {
            let found = votes.iter().filter(|one| **one == vote).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        Self {
            passes: count(Vote::Pass),
            fails: count(Vote::Fail),
            unsure: count(Vote::Unsure),
        }
    }
}

/// A case that takes part in the stage that ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub case: CaseId,
    /// What is won with it.
    pub category: CategoryId,
    /// Its version, for whoever decides on it.
    pub version: i64,
    /// Its number in the category.
    pub number: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// The votes of the sift.
    pub votes: Tally,
    /// What they come to; none where the stage that ends is not a sift.
    pub verdict: Option<Verdict>,
    /// What it has and could still get in the stage that ends.
    pub outlook: Outlook,
}

impl Candidate {
    /// Whether the stage that ends would have it go on.
    pub fn goes_on(&self) -> bool {
        match self.verdict {
            Some(verdict) => matches!(verdict, Verdict::Pass),
            None => self.status == Status::Shortlisted,
        }
    }

    /// How it looked, so that whoever decides decides on what they saw.
    pub fn mark(&self) -> String {
        let Tally {
            passes,
            fails,
            unsure,
        } = self.votes;
        format!("{}-{passes}-{fails}-{unsure}", self.version)
    }
}

/// Every case that takes part in the stage that the season is in, in its order, without what is kept from whom it is for.
pub(crate) async fn candidates(
    conn: &impl ConnectionTrait,
    season: &Season,
    rules: &RuleSet,
    kept: &Kept,
) -> Result<Vec<Candidate>, StoreError> {
    let outlook = quorum::load(conn, season.id, kept).await?.outlook();
    let votes = votes(conn, season).await?;
    let sift = rules.stages.sift.as_ref();
    let sift: Option<&Sift> = sift.filter(|_| season.stage == Kind::Sift);
    let before = [Status::InJudging, Status::Shortlisted, Status::Reserve].map(Status::as_str);
    let rows = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season.id)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::OutAfter.is_null())
        .filter(cases::Column::Status.is_in(before))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .find_also_linked(Nominee)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|(row, nominee)| {
            let case: CaseId = row.id.into();
            let given = votes.get(&row.id).map_or(&[][..], Vec::as_slice);
            Ok(Candidate {
                case,
                category: row.category_id.into(),
                version: row.version,
                number: row.number,
                nominee: nominee
                    .filter(|person| person.erased_at.is_none())
                    .map(|person| person.name),
                status: Status::parse(&row.status)?,
                votes: Tally::of(given),
                verdict: sift.map(|sift| sift.verdict(given)),
                outlook: outlook.get(&case).copied().unwrap_or_default(),
            })
        })
        .collect()
}

#[derive(FromQueryResult)]
struct Voted {
    case_id: Uuid,
    vote: Option<String>,
}

/// The votes that are in, by case, in the stage that the season is in.
async fn votes(
    conn: &impl ConnectionTrait,
    season: &Season,
) -> Result<BTreeMap<Uuid, Vec<Vote>>, StoreError> {
    use plaudit_domain::assignment;
    if season.stage != Kind::Sift {
        return Ok(BTreeMap::new());
    }
    let counting = assignment::Status::ALL
        .iter()
        .filter(|status| status.counts())
        .map(|status| status.as_str());
    let mut select = Query::select();
    on_desks(&mut select)
        .inner_join(
            scorecards::Entity,
            Expr::col((scorecards::Entity, scorecards::Column::AssignmentId))
                .equals((assignments::Entity, assignments::Column::Id)),
        )
        .column((assignments::Entity, assignments::Column::CaseId))
        .column((scorecards::Entity, scorecards::Column::Vote))
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.id.0))
        .and_where(Expr::col((assignments::Entity, assignments::Column::Status)).is_in(counting));
    let mut by_case: BTreeMap<Uuid, Vec<Vote>> = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = Voted::from_query_result(&row, "")?;
        if let Some(vote) = row.vote {
            by_case
                .entry(row.case_id)
                .or_default()
                .push(Vote::parse(&vote)?);
        }
    }
    Ok(by_case)
}
