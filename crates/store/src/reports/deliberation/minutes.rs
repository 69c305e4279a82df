//! The minutes of a meeting: behind `/judging/deliberation/{category}/minutes` and `/admin/deliberation/{category}/minutes`.
//! Who was there, who was out for which case, what was decided and why, votes as counts: never who said or voted what.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plaudit_domain::{
    case::Status as CaseStatus,
    case::decision::Kind,
    deliberation::Count,
    ids::{AccountId, CaseId, CategoryId, FactId},
    membership::Role,
    programme::Programme,
    refusal::Refusal,
    rule_set::{RuleSet, WhatIf},
    season::{Category, Season},
    standing::Place,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    Viewer, gate,
    names::{self, Named},
    shortlist::decisions,
};
use crate::{
    Store, StoreError, cases as case_operations, confidentiality,
    deliberation::{
        ballots,
        table::{CONTENDING, Table},
    },
    entities::{ballots as ballot_rows, cases, deliberations, facts, step_outs},
    kept::Kept,
    moment::read_maybe,
    seasons, standings,
};

/// The minutes of a category's meeting, as far as nothing in them is kept from the viewer.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// The category.
    pub category: Category,
    /// What it is judged by.
    pub rules: RuleSet,
    /// The revision that they are of.
    pub revision: i64,
    /// Who was there.
    pub present: Vec<(Named, Role)>,
    /// Who was not.
    pub absent: Vec<(Named, Role)>,
    /// What became of each case, in the order of the agenda.
    pub cases: Vec<Item>,
    /// How many cases nobody has decided on, that the signature leaves out.
    pub undecided: usize,
    /// The signature, once it is there.
    pub signed: Option<Signature>,
    /// Whether the viewer may sign them.
    pub signs: bool,
}

impl Minutes {
    /// How many of the cases won.
    pub fn awarded(&self) -> usize {
        self.with(CaseStatus::Awarded)
    }

    /// How many finalists have no result.
    pub fn unsettled(&self) -> usize {
        self.with(CaseStatus::Shortlisted)
    }

    fn with(&self, status: CaseStatus) -> usize {
        self.cases
            .iter()
            .filter(|item| item.status == status)
            .count()
    }
}

/// What became of a case.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Who was put forward; none once it is erased.
    pub nominee: Option<String>,
    /// Where it stands now.
    pub status: CaseStatus,
    /// Where it stands in the ranking.
    pub place: Option<Place>,
    /// Who was out while it was taken.
    pub out: Vec<Named>,
    /// What was decided, the earliest first, and by nobody in particular.
    pub decided: Vec<Decided>,
    /// The ballots on it that were counted, the earliest first.
    pub ballots: Vec<Count>,
}

/// A decision, as the minutes tell it.
#[derive(Clone, Debug)]
pub struct Decided {
    /// What.
    pub kind: Kind,
    /// Why.
    pub reason: String,
    /// Whether it departed from the ranking as that was then.
    pub departs: bool,
    /// When it was undone, and why.
    pub undone: Option<String>,
}

/// That the resolution was signed.
#[derive(Clone, Debug)]
pub struct Signature {
    /// By whom.
    pub by: Named,
    /// As what.
    pub role: Option<Role>,
    /// When.
    pub at: Timestamp,
    /// The fact of the ledger.
    pub fact: FactId,
    /// Its number and its seal in hexadecimal, once the ledger has sealed it: the ledger's head then.
    pub sealed: Option<(i64, String)>,
}

/// The minutes as they stand now. Costs the same number of statements however many cases and judges there are.
pub async fn get(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Minutes, StoreError> {
    let conn = store.read();
    let table = Table::load(conn, category).await?;
    let season = table.season.id;
    let account = match *viewer {
        Viewer::Administrator(account) => account,
        Viewer::Panellist(account) => {
            table.role(account)?;
            confidentiality::refuse_before_acceptance(conn, account, season).await?;
            account
        }
        _ => return Err(StoreError::NotFound),
    };
    let (programme, season) = gate::place(store, season).await?;
    if plaudit_domain::policy::may_shortlist_in(season.status).is_ok()
        && plaudit_domain::policy::may_resolve_in(season.status).is_err()
    {
        return Err(Refusal::NotDeliberating.into());
    }
    let titled = seasons::load_categories(conn, season.id)
        .await?
        .into_iter()
        .find(|one| one.id == category)
        .ok_or(StoreError::NotFound)?;
    let kept = Kept::from(conn, account).await?;
    let row = deliberations::Entity::find_by_id(category.0)
        .one(conn)
        .await?;
    let there = crate::deliberation::present(conn, category).await?;
    let items = Items::load(store, (category, &table), &kept).await?;
    let mut wanted: BTreeSet<Uuid> = table.seats.iter().map(|(account, _)| account.0).collect();
    wanted.extend(items.out.iter().map(|row| row.account_id));
    wanted.extend(row.as_ref().and_then(|row| row.signed_by));
    let named = names::accounts(conn, wanted).await?;
    let name = |account: Uuid| named.get(&account).cloned().unwrap_or(Named::Unknown);
    let seats = |is_there: bool| {
        (table.seats.iter())
            .filter(|(account, _)| there.contains(account) == is_there)
            .map(|(account, role)| (name(account.0), *role))
            .collect()
    };
    let (present, absent) = (seats(true), seats(false));
    Ok(Minutes {
        signs: matches!(viewer, Viewer::Panellist(_))
            && row.as_ref().is_none_or(|row| row.signed_at.is_none())
            && plaudit_domain::policy::may_resolve_in(season.status).is_ok()
            && table.may_sign(account, 0).is_ok(),
        revision: row.as_ref().map_or(0, |row| row.revision),
        signed: signature(store, row.as_ref(), &table, &named).await?,
        cases: items.read(&name)?,
        undecided: items.undecided,
        rules: items.stood.rules,
        programme,
        season,
        category: titled,
        present,
        absent,
    })
}

async fn signature(
    store: &Store,
    row: Option<&deliberations::Model>,
    table: &Table,
    named: &BTreeMap<Uuid, Named>,
) -> Result<Option<Signature>, StoreError> {
    let Some((by, fact, at)) =
        row.and_then(|row| Some((row.signed_by?, row.fact_id?, row.signed_at)))
    else {
        return Ok(None);
    };
    let Some(at) = read_maybe(at)? else {
        return Ok(None);
    };
    let sealed = facts::Entity::find_by_id(fact).one(store.read()).await?;
    Ok(Some(Signature {
        by: named.get(&by).cloned().unwrap_or(Named::Unknown),
        role: table.role(AccountId::from(by)).ok(),
        at,
        fact: fact.into(),
        sealed: sealed.and_then(|fact| Some((fact.number?, hex::encode(fact.seal?)))),
    }))
}

/// What the minutes say of cases, as it lies in the tables.
struct Items {
    rows: Vec<(cases::Model, Option<String>)>,
    undecided: usize,
    stood: standings::Stood,
    out: Vec<step_outs::Model>,
    decided: BTreeMap<CaseId, Vec<super::DecisionRow>>,
    counted: Vec<ballot_rows::Model>,
    counts: BTreeMap<Uuid, Count>,
}

impl Items {
    async fn load(
        store: &Store,
        (category, table): (CategoryId, &Table),
        kept: &Kept,
    ) -> Result<Self, StoreError> {
        let conn = store.read();
        let ranked = cases::Entity::find()
            .filter(cases::Column::CategoryId.eq(category.0))
            .filter(cases::Column::Status.is_in(standings::ranked_statuses()))
            .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
            .find_also_linked(case_operations::Nominee)
            .all(conn)
            .await?;
        let undecided = (ranked.iter())
            .filter(|(row, _)| row.status == CaseStatus::InJudging.as_str())
            .count();
        let mut rows: Vec<_> = (ranked.into_iter())
            .filter(|(row, _)| {
                let contends = CONTENDING
                    .iter()
                    .any(|status| status.as_str() == row.status);
                let is_later = [CaseStatus::Declined, CaseStatus::Rescinded]
                    .iter()
                    .any(|status| status.as_str() == row.status);
                // What was left out against the ranking is told apart below.
                let is_left_out = row.status == CaseStatus::NotShortlisted.as_str();
                contends || is_later || is_left_out || table.agenda.contains(&CaseId::from(row.id))
            })
            .map(|(row, person)| {
                let person = person.filter(|person| person.erased_at.is_none());
                (row, person.map(|person| person.name))
            })
            .collect();
        rows.sort_by_key(|(row, _)| {
            let at = table.agenda.iter().position(|case| case.0 == row.id);
            (at.unwrap_or(usize::MAX), row.number)
        });
        let ids: Vec<CaseId> = rows.iter().map(|(row, _)| row.id.into()).collect();
        let decided = decisions(store, &ids).await?;
        rows.retain(|(row, _)| {
            let case = CaseId::from(row.id);
            row.status != CaseStatus::NotShortlisted.as_str()
                || table.agenda.contains(&case)
                || (decided.get(&case).into_iter().flatten()).any(|decision| decision.departs)
        });
        let out = step_outs::Entity::find()
            .filter(step_outs::Column::CaseId.is_in(ids.iter().map(|case| case.0)))
            .all(conn)
            .await?;
        let counted: Vec<_> = ballot_rows::Entity::find()
            .filter(ballot_rows::Column::CaseId.is_in(ids.iter().map(|case| case.0)))
            .filter(ballot_rows::Column::CountedAt.is_not_null())
            .all(conn)
            .await?;
        let those = counted.iter().map(|row| row.id).collect();
        Ok(Self {
            stood: standings::load_as_if(conn, category, kept, &WhatIf::default()).await?,
            decided,
            counts: ballots::counts(conn, those).await?.into_iter().collect(),
            rows,
            undecided,
            out,
            counted,
        })
    }

    fn read(&self, name: &impl Fn(Uuid) -> Named) -> Result<Vec<Item>, StoreError> {
        self.rows
            .iter()
            .map(|(row, nominee)| {
                let case = case_operations::read(row)?;
                let of_case = self.decided.get(&case.id).map_or(&[][..], Vec::as_slice);
                let decided = (of_case.iter().rev())
                    .filter(|decision| is_the_panels(decision.kind))
                    .map(|decision| Decided {
                        kind: decision.kind,
                        reason: decision.reason.clone(),
                        departs: decision.departs,
                        undone: decision.undone.as_ref().map(|(_, why)| why.clone()),
                    })
                    .collect();
                let mut rounds: Vec<_> = (self.counted.iter())
                    .filter(|ballot| ballot.case_id == row.id)
                    .collect();
                rounds.sort_by_key(|ballot| ballot.round);
                Ok(Item {
                    case: case.id,
                    number: row.number,
                    nominee: nominee.clone(),
                    status: case.status,
                    place: self.stood.standing.of_case(case.id).cloned(),
                    out: (self.out.iter())
                        .filter(|out| out.case_id == row.id)
                        .map(|out| name(out.account_id))
                        .collect(),
                    decided,
                    ballots: (rounds.iter())
                        .filter_map(|ballot| self.counts.get(&ballot.id).copied())
                        .collect(),
                })
            })
            .collect()
    }
}

/// Whether a decision of this kind is one of the shortlist or of the meeting.
fn is_the_panels(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Shortlisted
            | Kind::Reserve
            | Kind::Promoted
            | Kind::NotShortlisted
            | Kind::Awarded
            | Kind::HighlyCommended
            | Kind::NotAwarded
            | Kind::Disqualified
    )
}
