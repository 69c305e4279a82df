//! What a meeting has before it on paper: behind `meeting.csv`. The cases in the order of the agenda with who must be out for
//! each, for whoever keeps the meeting and for administrators, without what is kept from whom it is for.

use std::collections::BTreeMap;

use plaudit_domain::{
    case::Status as CaseStatus,
    ids::{CaseId, CategoryId},
    policy,
    refusal::Refusal,
    rule_set::WhatIf,
    season::Status as SeasonStatus,
    standing::Place,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::super::{
    Surroundings, Viewer,
    names::{self, Named},
};
use crate::{
    Store, StoreError, cases as case_operations, confidentiality,
    deliberation::table::{CONTENDING, Table},
    entities::cases,
    kept::Kept,
    standings,
};

/// The sheet.
#[derive(Clone, Debug)]
pub struct MeetingSheet {
    /// The season.
    pub about: Surroundings,
    /// In the order in which the cases are taken; those that are on no agenda come last.
    pub rows: Vec<MeetingRow>,
}

/// One case of it.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Its number.
    pub number: i64,
    /// Its place on the agenda as the reader sees it, from 1; none while it is on none.
    pub place_on_agenda: Option<usize>,
    /// Who was put forward; none once it is erased.
    pub nominee: Option<String>,
    /// Their employer.
    pub organisation: Option<String>,
    /// Where it stands in the season.
    pub status: CaseStatus,
    /// Where it stands in the ranking.
    pub place: Option<Place>,
    /// Who must be out for it.
    pub out: Vec<Named>,
}

/// The sheet as it would be printed now.
pub async fn meeting_sheet(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<MeetingSheet, StoreError> {
    let conn = store.read();
    let table = Table::load(conn, category).await?;
    let (account, sits_here) = match *viewer {
        Viewer::Administrator(account) => (account, false),
        Viewer::Chair(account) if table.role(account)?.runs_panel() => (account, true),
        _ => return Err(StoreError::NotFound),
    };
    let season = &table.season;
    if sits_here {
        confidentiality::refuse_before_acceptance(conn, account, season.id).await?;
    }
    let is_past = matches!(
        season.status,
        SeasonStatus::Decided | SeasonStatus::Announced | SeasonStatus::Archived
    );
    if policy::may_resolve_in(season.status).is_err() && !is_past {
        return Err(Refusal::NotDeliberating.into());
    }
    let kept = Kept::from(conn, account).await?;
    let found = cases::Entity::find()
        .filter(cases::Column::CategoryId.eq(category.0))
        .filter(cases::Column::Id.is_not_in(kept.cases.iter().copied()))
        .find_also_linked(case_operations::Nominee)
        .all(conn)
        .await?;
    let stood = standings::load_as_if(conn, category, &kept, &WhatIf::default()).await?;
    let seated = table.seats.iter().map(|(account, _)| account.0);
    let named = names::accounts(conn, seated).await?;
    let on_agenda: BTreeMap<CaseId, usize> = (table.agenda.iter().copied()).zip(1..).collect();
    let mut rows = Vec::new();
    for (row, person) in found {
        let case = case_operations::read(&row)?;
        let place_on_agenda = on_agenda.get(&case.id).copied();
        let is_before_the_panel = place_on_agenda.is_some() || CONTENDING.contains(&case.status);
        if !is_before_the_panel || table.is_out(account, case.id) {
            continue;
        }
        let person = person.filter(|person| person.erased_at.is_none());
        let out = table.out_of(case.id);
        rows.push(MeetingRow {
            number: row.number,
            place_on_agenda,
            nominee: person.as_ref().map(|person| person.name.clone()),
            organisation: person.and_then(|person| person.employer),
            status: case.status,
            place: stood.standing.of_case(case.id).cloned(),
            out: out
                .iter()
                .map(|account| named.get(&account.0).cloned().unwrap_or(Named::Unknown))
                .collect(),
        });
    }
    rows.sort_by_key(|row| {
        let place = row.place_on_agenda;
        (place.is_none(), place, row.number)
    });
    // A gap would tell of a case that is kept from whoever reads it.
    for (place, row) in (1..).zip(&mut rows) {
        row.place_on_agenda = row.place_on_agenda.map(|_| place);
    }
    Ok(MeetingSheet {
        about: Surroundings::load(conn, season.id).await?,
        rows,
    })
}
