//! Which cases of a season keep their quorum, and which lose it when somebody leaves the panel: behind every page that
//! says what a change of the panel would mean.

use std::collections::BTreeMap;

use plaudit_domain::{
    assignment, case,
    ids::{AccountId, CaseId, MembershipId, SeasonId},
    interest, membership,
    membership::Role,
    quorum::{Outlook, Promise, Seat, Seats, Submitted},
    text::Texts,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{Viewer, administrator_only};
use crate::{
    Store, StoreError,
    cases::of_season,
    entities::{assignments, cases, categories, interests, people},
    kept::Kept,
    memberships, rule_sets, stages, texts,
};

/// The cases before a season's judges, and who has which.
#[derive(Clone, Debug)]
pub struct Quorum {
    /// How many scorecards a case needs.
    pub needed: u32,
    /// The cases, by id.
    cases: BTreeMap<CaseId, QuorumCase>,
    /// Who was ever on the panel.
    members: Vec<Member>,
    seats: Seats,
}

/// A case as these pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuorumCase {
    /// The case.
    pub case: CaseId,
    /// What is won.
    pub category: Texts,
    /// Its number in the category.
    pub number: i64,
    /// The nominee's name; none once it is erased.
    pub nominee: Option<String>,
    /// What it has and may get.
    pub outlook: Outlook,
}

/// Who owes scorecards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owing {
    /// Their place on the panel.
    pub membership: MembershipId,
    /// Their name.
    pub name: String,
    /// How many scorecards are missing.
    pub missing: u32,
}

#[derive(Clone, Debug)]
struct Member {
    membership: MembershipId,
    account: AccountId,
    name: String,
}

/// What a change of somebody's place on the panel does to the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How many of their scorecards are in.
    pub received: usize,
    /// How many of their cases go without a scorecard of theirs.
    pub lost: usize,
    /// The cases that fall below the quorum by it, with what they would have.
    pub fall_below: Vec<QuorumCase>,
}

/// What one more judge who reads everything would do for the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    /// How many cases are before the judges.
    pub cases: usize,
    /// How many that cannot reach the quorum could then reach it.
    pub rescued: usize,
    /// How many would stay short of it.
    pub short: usize,
}

impl Quorum {
    /// What one more judge who reads everything would do.
    pub fn with_one_more(&self) -> More {
        let outlook = self.seats.outlook();
        let cases = outlook.len();
        let below: Vec<Outlook> = outlook
            .into_values()
            .filter(|outlook| outlook.is_below(self.needed))
            .collect();
        let short = below
            .iter()
            .filter(|outlook| outlook.received + outlook.expected + 1 < self.needed)
            .count();
        More {
            cases,
            rescued: below.len() - short,
            short,
        }
    }

    /// What it does when this member of the panel no longer scores.
    pub fn without(&self, membership: MembershipId, submitted: Submitted) -> Change {
        let Some(member) = self.member(membership) else {
            return Change {
                received: 0,
                lost: 0,
                fall_below: Vec::new(),
            };
        };
        let now = self.seats.outlook();
        let then = self.seats.without(member.account, submitted);
        let fall_below = then
            .into_iter()
            .filter(|(case, then)| {
                then.is_below(self.needed)
                    && now.get(case).is_some_and(|now| !now.is_below(self.needed))
            })
            .filter_map(|(case, then)| self.named(case, then))
            .collect();
        Change {
            received: self.seats.of_judge(member.account, Promise::Received).len(),
            lost: self.seats.of_judge(member.account, Promise::Expected).len(),
            fall_below,
        }
    }

    /// What each case has and may get.
    pub(crate) fn outlook(&self) -> BTreeMap<CaseId, Outlook> {
        self.seats.outlook()
    }

    /// The cases that have too few scorecards if nothing more comes, in their order.
    pub fn below_as_it_stands(&self) -> Vec<QuorumCase> {
        self.below(self.seats.as_it_stands())
    }

    /// Who still owes scorecards, in the order in which they were asked.
    pub fn owing(&self) -> Vec<Owing> {
        let owed = self.seats.owed();
        self.members
            .iter()
            .filter_map(|member| {
                Some(Owing {
                    membership: member.membership,
                    name: member.name.clone(),
                    missing: *owed.get(&member.account)?,
                })
            })
            .collect()
    }

    fn below(&self, outlook: BTreeMap<CaseId, Outlook>) -> Vec<QuorumCase> {
        outlook
            .into_iter()
            .filter(|(_, outlook)| outlook.is_below(self.needed))
            .filter_map(|(case, outlook)| self.named(case, outlook))
            .collect()
    }

    fn named(&self, case: CaseId, outlook: Outlook) -> Option<QuorumCase> {
        let case = self.cases.get(&case)?.clone();
        Some(QuorumCase { outlook, ..case })
    }

    fn member(&self, membership: MembershipId) -> Option<&Member> {
        self.members
            .iter()
            .find(|member| member.membership == membership)
    }
}

/// Who has which cases of a season, for who runs it.
pub async fn get(store: &Store, viewer: &Viewer, season: SeasonId) -> Result<Quorum, StoreError> {
    administrator_only(viewer)?;
    let kept = Kept::of(store.read(), viewer).await?;
    load(store.read(), season, &kept).await
}

pub(crate) async fn load(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
) -> Result<Quorum, StoreError> {
    let needed = rule_sets::in_force(conn, season).await?.quorum;
    let mut cases = cases_of(conn, season).await?;
    cases.retain(|case, _| !kept.has(*case));
    let panel = memberships::panel_in(conn, season).await?;
    let scoring: BTreeMap<AccountId, Role> = panel
        .iter()
        .filter(|(membership, _)| membership.status == membership::Status::Active)
        .map(|(membership, _)| (membership.account, membership.role))
        .collect();
    let interests: BTreeMap<(Uuid, Uuid), interest::Status> = interests::Entity::find()
        .filter(interests::Column::CaseId.in_subquery(of_season(season)))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| {
            let status = interest::Status::parse(&row.status)?;
            Ok(((row.case_id, row.judge_id), status))
        })
        .collect::<Result<_, StoreError>>()?;
    let mut seats = Vec::new();
    for row in assignments::Entity::find()
        .filter(assignments::Column::CaseId.in_subquery(of_season(season)))
        .filter(assignments::Column::StageId.in_subquery(stages::current_ones()))
        .all(conn)
        .await?
    {
        let case: CaseId = row.case_id.into();
        if !cases.contains_key(&case) {
            continue;
        }
        let judge: AccountId = row.judge_id.into();
        let interest = interests
            .get(&(row.case_id, row.judge_id))
            .copied()
            .unwrap_or(interest::Status::Asked);
        let is_scoring = scoring.get(&judge).is_some_and(|role| role.scores());
        let promise = Promise::of(
            assignment::Status::parse(&row.status)?,
            interest,
            is_scoring,
        );
        seats.push(Seat {
            case,
            judge,
            promise,
        });
    }
    Ok(Quorum {
        needed,
        cases,
        members: panel
            .into_iter()
            .map(|(membership, account)| Member {
                membership: membership.id,
                account: account.id,
                name: account.name,
            })
            .collect(),
        seats: Seats::new(seats),
    })
}

#[derive(FromQueryResult)]
struct CaseRow {
    id: Uuid,
    number: i64,
    title_texts: sea_orm::prelude::Json,
    name: String,
    erased_at: Option<sea_orm::prelude::DateTimeUtc>,
}

/// The cases that are before the judges, named.
async fn cases_of(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeMap<CaseId, QuorumCase>, StoreError> {
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
        .column((cases::Entity, cases::Column::Number))
        .column((categories::Entity, categories::Column::TitleTexts))
        .column((people::Entity, people::Column::Name))
        .column((people::Entity, people::Column::ErasedAt))
        .and_where(Expr::col((categories::Entity, categories::Column::SeasonId)).eq(season.0))
        .and_where(Expr::col((cases::Entity, cases::Column::OutAfter)).is_null())
        .and_where(Expr::col((cases::Entity, cases::Column::Status)).is_in(before_judges()));
    let mut by_id = BTreeMap::new();
    for row in conn.query_all(&select).await? {
        let row = CaseRow::from_query_result(&row, "")?;
        let case = QuorumCase {
            case: row.id.into(),
            category: texts::read(row.title_texts)?,
            number: row.number,
            nominee: row.erased_at.is_none().then_some(row.name),
            outlook: Outlook::default(),
        };
        by_id.insert(case.case, case);
    }
    Ok(by_id)
}

/// The statuses of cases that judges have, or had, before them.
pub(super) fn before_judges() -> impl Iterator<Item = &'static str> {
    use case::Status::{Disqualified, Eligible, Forming, NotEligible, Withdrawn};
    case::Status::ALL
        .iter()
        .filter(|status| {
            !matches!(
                status,
                Forming | Eligible | NotEligible | Withdrawn | Disqualified
            )
        })
        .map(|status| status.as_str())
}
