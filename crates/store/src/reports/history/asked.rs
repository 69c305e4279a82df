//! Which facts of the ledger are asked for, and how they are found: by season, kind, who caused them, case and time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plaudit_domain::{
    fact::FactKind,
    ids::{AccountId, CaseId, FactId, SeasonId},
    text,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select,
};
use uuid::Uuid;

use crate::{
    Store, StoreError, cases as case_operations,
    entities::{assignments, cases, facts, interests, nominations, scorecards},
    kept::Kept,
    moment::stored,
    reports::{
        Viewer, administrator_only,
        names::{self, Named},
    },
    seasons,
};

/// Who caused a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CausedBy {
    /// Whoever has this account.
    Account(AccountId),
    /// A visitor, or the system itself.
    Nobody,
}

/// A case of which the history is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCase {
    /// Its id; several where categories of the season number their cases alike, and it was asked for by its number.
    pub ids: Vec<CaseId>,
    /// Its season.
    pub season: SeasonId,
    /// Its number.
    pub number: i64,
}

/// Which facts are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Of this season only.
    pub season: Option<SeasonId>,
    /// Of this kind only.
    pub kind: Option<FactKind>,
    /// Only what they caused.
    pub by: Option<CausedBy>,
    /// Only what has to do with this case.
    pub case: Option<HistoryCase>,
    /// Only from this instant on.
    pub from: Option<Timestamp>,
    /// Only what came before this instant.
    pub until: Option<Timestamp>,
    /// Only what came before this one: the way to the next page.
    pub before: Option<FactId>,
}

/// How a case is named by whoever asks for its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseAsked {
    /// By its id.
    Id(CaseId),
    /// By its number within a season.
    Number(SeasonId, i64),
}

/// The case; none where there is no such one, or it is kept from the viewer.
pub async fn case(
    store: &Store,
    viewer: &Viewer,
    asked: CaseAsked,
) -> Result<Option<HistoryCase>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let named = match asked {
        CaseAsked::Id(id) => cases::Entity::find_by_id(id.0),
        CaseAsked::Number(season, number) => {
            let categories = seasons::load_categories(conn, season).await?;
            cases::Entity::find()
                .filter(cases::Column::CategoryId.is_in(categories.iter().map(|row| row.id.0)))
                .filter(cases::Column::Number.eq(number))
        }
    };
    let kept = Kept::of(conn, viewer).await?;
    let mut found = named.all(conn).await?;
    found.retain(|row| !kept.has(row.id.into()));
    let Some(first) = found.first() else {
        return Ok(None);
    };
    let season = match asked {
        CaseAsked::Id(_) => {
            case_operations::season_of(conn, first.category_id.into())
                .await?
                .id
        }
        CaseAsked::Number(season, _) => season,
    };
    Ok(Some(HistoryCase {
        number: first.number,
        season,
        ids: found.into_iter().map(|row| row.id.into()).collect(),
    }))
}

/// Everybody who may have caused a fact: whoever has an account, by name.
pub async fn actors(store: &Store, viewer: &Viewer) -> Result<Vec<(AccountId, Named)>, StoreError> {
    administrator_only(viewer)?;
    let mut found: Vec<(AccountId, Named)> = names::every_account(store.read())
        .await?
        .into_iter()
        .map(|(id, name)| (id.into(), name))
        .collect();
    found.sort_by_cached_key(|(id, name)| match name {
        Named::Person(name) => (false, text::fold(name), *id),
        _ => (true, String::new(), *id),
    });
    Ok(found)
}

/// How many facts of each kind there are beside what else is asked for; none where cases are kept from the viewer, of which the
/// counts would tell.
pub async fn kinds(
    store: &Store,
    viewer: &Viewer,
    filter: &HistoryFilter,
) -> Result<Option<BTreeMap<FactKind, u64>>, StoreError> {
    administrator_only(viewer)?;
    let conn = store.read();
    let of_any = HistoryFilter {
        kind: None,
        ..filter.clone()
    };
    let asked = Asked::new(conn, viewer, &of_any).await?;
    if asked.is_partial {
        return Ok(None);
    }
    let counted: Vec<(String, i64)> = asked
        .query()
        .select_only()
        .column(facts::Column::Kind)
        .column_as(facts::Column::Id.count(), "counted")
        .group_by(facts::Column::Kind)
        .into_tuple()
        .all(conn)
        .await?;
    counted
        .into_iter()
        .map(|(kind, counted)| {
            let counted = u64::try_from(counted).map_err(StoreError::unreadable)?;
            Ok((FactKind::parse(&kind)?, counted))
        })
        .collect::<Result<_, StoreError>>()
        .map(Some)
}

/// A filter with what it takes to ask the database, and what is kept from whoever asks.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    filter: HistoryFilter,
    of_case: BTreeSet<Uuid>,
    /// What no fact may speak of.
    pub(super) hidden: BTreeSet<Uuid>,
    /// Whether the viewer is kept from some cases.
    pub(super) is_partial: bool,
}

impl Asked {
    pub(super) async fn new(
        conn: &impl ConnectionTrait,
        viewer: &Viewer,
        filter: &HistoryFilter,
    ) -> Result<Self, StoreError> {
        let kept = Kept::of(conn, viewer).await?;
        Ok(Self {
            filter: filter.clone(),
            of_case: match &filter.case {
                Some(case) => things_of(conn, &case.ids).await?,
                None => BTreeSet::new(),
            },
            hidden: kept.things(conn).await?,
            is_partial: !kept.is_empty(),
        })
    }

    /// The facts, in no order yet.
    pub(super) fn query(&self) -> Select<facts::Entity> {
        let HistoryFilter {
            season,
            kind,
            by,
            case,
            from,
            until,
            before: _,
        } = &self.filter;
        let mut all = Condition::all().add(
            Condition::any()
                .add(facts::Column::SubjectId.is_null())
                .add(facts::Column::SubjectId.is_not_in(self.hidden.iter().copied())),
        );
        if let Some(season) = season {
            all = all.add(facts::Column::SeasonId.eq(season.0));
        }
        if let Some(kind) = kind {
            all = all.add(facts::Column::Kind.eq(kind.as_str()));
        }
        match by {
            Some(CausedBy::Account(account)) => {
                all = all.add(facts::Column::ActorId.eq(account.0));
            }
            Some(CausedBy::Nobody) => all = all.add(facts::Column::ActorId.is_null()),
            None => {}
        }
        if let Some(case) = case {
            // What happened to several things at once names them in its body.
            let mut in_body = Condition::any();
            for id in &case.ids {
                in_body = in_body.add(facts::Column::Body.contains(id.to_string()));
            }
            let named = Condition::all()
                .add(facts::Column::SeasonId.eq(case.season.0))
                .add(in_body);
            all = all.add(
                Condition::any()
                    .add(facts::Column::SubjectId.is_in(self.of_case.iter().copied()))
                    .add(named),
            );
        }
        if let Some(from) = from {
            all = all.add(facts::Column::At.gte(stored(*from)));
        }
        if let Some(until) = until {
            all = all.add(facts::Column::At.lt(stored(*until)));
        }
        facts::Entity::find().filter(all)
    }
}

/// What a fact about a case may be about: the case, its nominations, interests, assignments and scorecards.
async fn things_of(
    conn: &impl ConnectionTrait,
    cases: &[CaseId],
) -> Result<BTreeSet<Uuid>, StoreError> {
    let ids = || cases.iter().map(|case| case.0);
    let joined = nominations::Entity::find()
        .filter(nominations::Column::CaseId.is_in(ids()))
        .all(conn)
        .await?;
    let declared = interests::Entity::find()
        .filter(interests::Column::CaseId.is_in(ids()))
        .all(conn)
        .await?;
    let assigned: Vec<Uuid> = assignments::Entity::find()
        .filter(assignments::Column::CaseId.is_in(ids()))
        .all(conn)
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let cards = scorecards::Entity::find()
        .filter(scorecards::Column::AssignmentId.is_in(assigned.iter().copied()))
        .all(conn)
        .await?;
    let mut things = ids().collect::<BTreeSet<Uuid>>();
    things.extend(joined.into_iter().map(|row| row.id));
    things.extend(declared.into_iter().map(|row| row.id));
    things.extend(assigned);
    things.extend(cards.into_iter().map(|row| row.id));
    Ok(things)
}
