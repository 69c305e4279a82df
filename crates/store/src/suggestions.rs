//! Suggested conflicts: what a judge, or whoever is about to be invited, has in common with the nominations and cases of a
//! season. Each stands with the likeness that it rests on, until somebody confirms or dismisses it.

mod domains;
mod earlier;

use std::collections::{BTreeMap, BTreeSet};

use plaudit_domain::{
    case,
    ids::{AccountId, CaseId, SeasonId},
    interest::{
        self,
        signs::{self, Concerned, Sign, Somebody},
    },
    membership::Status as Member,
    nomination::Status,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    cases::of_season,
    entities::{accounts, cases, dismissals, interests, nominations, people},
    kept::Kept,
    memberships, references,
    reports::{Viewer, administrator_only},
};

pub(crate) use domains::shared_domains;
pub use domains::{change_domains, domains};

use earlier::earlier;

/// A likeness of somebody and a case, or a nomination that is in no case yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The case; none while the nomination is in none.
    pub case: Option<CaseId>,
    /// The case's number, or the nomination's.
    pub number: String,
    /// Who was put forward.
    pub nominee: String,
    /// Where they work.
    pub employer: Option<String>,
    /// What they have in common.
    pub sign: Sign,
    /// What it rests on.
    pub likeness: String,
}

/// A suggestion about a judge of the season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// The judge.
    pub account: AccountId,
    /// Their name.
    pub judge: String,
    /// What was found.
    pub suggestion: Suggestion,
}

/// A case or a lone nomination, by its people.
struct Subject {
    case: Option<Uuid>,
    number: String,
    concerned: Concerned,
}

/// What would stand in the way of inviting somebody to judge: asked before the letter goes.
pub async fn in_the_way(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
    somebody: &Somebody,
) -> Result<Vec<Suggestion>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let subjects = subjects(conn, season, &kept).await?;
    let shared = shared_domains(conn).await?;
    let address = somebody.email.clone().unwrap_or_default().to_lowercase();
    // An account knows whom its person works for, if anybody ever said so.
    let account = accounts::Entity::find()
        .filter(accounts::Column::Email.eq(&address))
        .one(conn)
        .await?;
    let known = match account {
        Some(account) => {
            people::Entity::find_by_id(account.person_id)
                .one(conn)
                .await?
        }
        None => None,
    };
    let somebody = Somebody {
        employer: somebody
            .employer
            .clone()
            .or_else(|| known.and_then(|person| person.employer)),
        ..somebody.clone()
    };
    let earlier = earlier(conn, season, BTreeSet::from([address])).await?;
    Ok(found(&somebody, &subjects, &shared, &earlier))
}

/// What the active judges of a season have in common with its cases, as far as nobody has ruled on it or dismissed it.
pub async fn of_panel(
    store: &Store,
    viewer: &Viewer,
    season: SeasonId,
) -> Result<Vec<Suggested>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let kept = Kept::of(conn, viewer).await?;
    let mut subjects = subjects(conn, season, &kept).await?;
    subjects.retain(|subject| subject.case.is_some());
    let shared = shared_domains(conn).await?;
    let judges: Vec<_> = memberships::panel_in(conn, season)
        .await?
        .into_iter()
        .filter(|(membership, _)| membership.status == Member::Active && membership.role.scores())
        .collect();
    let persons_of: Vec<Uuid> = judges.iter().map(|(_, account)| account.person.0).collect();
    let people: BTreeMap<Uuid, people::Model> = people::Entity::find()
        .filter(people::Column::Id.is_in(persons_of))
        .all(conn)
        .await?
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    let addresses = judges
        .iter()
        .map(|(_, account)| account.email.to_string().to_lowercase())
        .collect();
    let earlier = earlier(conn, season, addresses).await?;
    let settled = settled(conn, season).await?;
    let dismissed = dismissed(conn, season).await?;
    let mut all = Vec::new();
    for (_, account) in judges {
        let address = account.email.to_string().to_lowercase();
        let somebody = Somebody {
            name: account.name.clone(),
            email: Some(address.clone()),
            employer: people
                .get(&account.person.0)
                .and_then(|person| person.employer.clone()),
        };
        for suggestion in found(&somebody, &subjects, &shared, &earlier) {
            let Some(case) = suggestion.case else {
                continue;
            };
            let is_dismissed = dismissed.contains(&(case.0, address.clone(), suggestion.sign));
            if !is_dismissed && !settled.contains(&(case.0, account.id.0)) {
                all.push(Suggested {
                    account: account.id,
                    judge: account.name.clone(),
                    suggestion,
                });
            }
        }
    }
    Ok(all)
}

fn found(
    somebody: &Somebody,
    subjects: &[Subject],
    shared: &BTreeSet<String>,
    earlier: &BTreeMap<String, BTreeMap<String, String>>,
) -> Vec<Suggestion> {
    let address = somebody.email.clone().unwrap_or_default().to_lowercase();
    let mut all = Vec::new();
    for subject in subjects {
        let mut signs = signs::signs(somebody, &subject.concerned, shared);
        let nominee = &subject.concerned.nominee;
        let before = earlier
            .get(&address)
            .and_then(|known| known.get(&nominee.email.as_deref()?.to_lowercase()));
        signs.extend(before.map(|season| (Sign::EarlierSeason, season.clone())));
        all.extend(signs.into_iter().map(|(sign, likeness)| Suggestion {
            case: subject.case.map(CaseId::from),
            number: subject.number.clone(),
            nominee: nominee.name.clone(),
            employer: nominee.employer.clone(),
            sign,
            likeness,
        }));
    }
    all
}

/// Every case of the season that is not out of it, and every nomination that waits beside them.
async fn subjects(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kept: &Kept,
) -> Result<Vec<Subject>, StoreError> {
    use case::Status::{Disqualified, NotEligible, Withdrawn};
    let gone = [NotEligible, Disqualified, Withdrawn].map(case::Status::as_str);
    let there = cases::Entity::find()
        .filter(cases::Column::Id.in_subquery(of_season(season)))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .filter(cases::Column::Status.is_not_in(gone))
        .order_by_asc(cases::Column::CategoryId)
        .order_by_asc(cases::Column::Number)
        .all(conn)
        .await?;
    let ids: Vec<Uuid> = there.iter().map(|case| case.id).collect();
    let mut concerned = concerned(conn, &ids).await?;
    let mut subjects: Vec<Subject> = there
        .into_iter()
        .filter_map(|case| {
            Some(Subject {
                case: Some(case.id),
                number: case.number.to_string(),
                concerned: concerned.remove(&case.id)?,
            })
        })
        .collect();
    let waiting = [Status::Submitted, Status::Returned].map(Status::as_str);
    let lone = nominations::Entity::find()
        .filter(nominations::Column::SeasonId.eq(season.0))
        .filter(nominations::Column::CaseId.is_null())
        .filter(nominations::Column::Id.is_not_in(kept.nominations.iter().copied()))
        .filter(nominations::Column::Status.is_in(waiting))
        .order_by_asc(nominations::Column::Number)
        .all(conn)
        .await?;
    let named = persons(conn, named_in(&lone)).await?;
    subjects.extend(lone.into_iter().filter_map(|row| {
        Some(Subject {
            case: None,
            number: row.number,
            concerned: Concerned {
                nominee: named.get(&row.nominee_id?)?.clone(),
                nominators: row
                    .nominator_id
                    .and_then(|id| named.get(&id).cloned())
                    .into_iter()
                    .collect(),
                referees: Vec::new(),
            },
        })
    }));
    Ok(subjects)
}

/// The nominee, the nominators and the referees of each of these cases.
pub(crate) async fn concerned(
    conn: &impl ConnectionTrait,
    of: &[Uuid],
) -> Result<BTreeMap<Uuid, Concerned>, StoreError> {
    let there = cases::Entity::find()
        .filter(cases::Column::Id.is_in(of.iter().copied()))
        .all(conn)
        .await?;
    let joined = nominations::Entity::find()
        .filter(nominations::Column::CaseId.is_in(of.iter().copied()))
        .filter(nominations::Column::Status.eq(Status::Accepted.as_str()))
        .order_by_asc(nominations::Column::Number)
        .all(conn)
        .await?;
    let asked = references::standing(conn, of.iter().copied()).await?;
    let wanted = there
        .iter()
        .map(|case| case.nominee_id)
        .chain(joined.iter().filter_map(|row| row.nominator_id))
        .chain(asked.iter().map(|row| row.referee_id));
    let named = persons(conn, wanted.collect()).await?;
    let mut concerned: BTreeMap<Uuid, Concerned> = there
        .into_iter()
        .map(|case| {
            let nominee = named.get(&case.nominee_id).cloned().unwrap_or_default();
            let concerned = Concerned {
                nominee,
                nominators: Vec::new(),
                referees: Vec::new(),
            };
            (case.id, concerned)
        })
        .collect();
    for row in joined {
        let case = row.case_id.and_then(|case| concerned.get_mut(&case));
        let nominator = row.nominator_id.and_then(|id| named.get(&id));
        if let Some((case, nominator)) = case.zip(nominator)
            && !case.nominators.contains(nominator)
        {
            case.nominators.push(nominator.clone());
        }
    }
    for row in asked {
        let referee = named.get(&row.referee_id);
        if let Some((case, referee)) = concerned.get_mut(&row.case_id).zip(referee) {
            case.referees.push(referee.clone());
        }
    }
    Ok(concerned)
}

/// The nominees and nominators of these nominations.
fn named_in(rows: &[nominations::Model]) -> Vec<Uuid> {
    rows.iter()
        .flat_map(|row| [row.nominee_id, row.nominator_id])
        .flatten()
        .collect()
}

async fn persons(
    conn: &impl ConnectionTrait,
    ids: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, Somebody>, StoreError> {
    Ok(people::Entity::find()
        .filter(people::Column::Id.is_in(ids))
        .filter(people::Column::ErasedAt.is_null())
        .all(conn)
        .await?
        .into_iter()
        .map(|person| {
            let somebody = Somebody {
                name: person.name,
                email: person.email,
                employer: person.employer,
            };
            (person.id, somebody)
        })
        .collect())
}

/// The cases and accounts whose interest is declared already, whatever came of it.
async fn settled(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeSet<(Uuid, Uuid)>, StoreError> {
    let said: Vec<_> = interest::Status::ALL
        .iter()
        .filter(|status| status.is_kept() || **status == interest::Status::MayJudge)
        .map(|status| status.as_str())
        .collect();
    Ok(interests::Entity::find()
        .filter(interests::Column::CaseId.in_subquery(of_season(season)))
        .filter(interests::Column::Status.is_in(said))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| (row.case_id, row.judge_id))
        .collect())
}

async fn dismissed(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<BTreeSet<(Uuid, String, Sign)>, StoreError> {
    dismissals::Entity::find()
        .filter(dismissals::Column::CaseId.in_subquery(of_season(season)))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| Ok((row.case_id, row.address, Sign::parse(&row.sign)?)))
        .collect()
}
