//! The room of a meeting as one of those at its table sees it: behind `/judging/deliberation/{category}`. Whoever is out of
//! the case at hand sees that they are out, and nothing else; a case that is kept from somebody is on no agenda of theirs.

pub mod meeting_sheet;
pub mod minutes;
mod rows;

use jiff::Timestamp;
use plaudit_domain::{
    case::Status as CaseStatus,
    deliberation::Count,
    ids::{AccountId, CaseId, CategoryId},
    membership::Role,
    policy,
    programme::Programme,
    refusal::Refusal,
    rule_set::{Deciding, RuleSet, WhatIf},
    season::{Category, Season},
    shortlist,
    standing::Place,
};
use sea_orm::{ConnectionTrait, EntityTrait};

use rows::Seen;

use super::{
    Viewer, gate,
    names::{self, Named},
    scorecard::{CaseText, case_text},
    shortlist::DecisionRow,
};
use crate::{
    Store, StoreError, confidentiality,
    deliberation::table::Table,
    entities::{cases, deliberations},
    kept::Kept,
    moment::read_maybe,
    seasons, standings,
};

/// The room.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that the viewer may do here"
)]
#[derive(Clone, Debug)]
pub struct Room {
    /// The programme.
    pub programme: Programme,
    /// The season.
    pub season: Season,
    /// The category.
    pub category: Category,
    /// What it is judged by.
    pub rules: RuleSet,
    /// What the viewer is here.
    pub role: Role,
    /// What the screen shows is of this revision.
    pub revision: i64,
    /// What is at hand.
    pub at_hand: AtHand,
    /// The agenda, without what is kept from the viewer; nothing while they are out.
    pub agenda: Vec<CaseRow>,
    /// Cases that may be put on it: put forward, in reserve or in judging.
    pub besides: Vec<CaseRow>,
    /// Who sits here, and whether they are present.
    pub seats: Vec<Seat>,
    /// Whether the viewer keeps the meeting now.
    pub keeps: bool,
    /// Whether the viewer records what the panel decides, on any of its cases.
    pub records: bool,
    /// Whether the viewer has a vote on results.
    pub has_vote: bool,
    /// Whether the viewer signs once all is settled.
    pub signs: bool,
    /// When the resolution was signed.
    pub signed_at: Option<Timestamp>,
}

impl Room {
    /// Whether the panel meets: something can still be done here.
    pub fn is_open(&self) -> bool {
        policy::may_resolve_in(self.season.status).is_ok() && self.signed_at.is_none()
    }

    /// Whether there are finalists that the viewer sees, and each has a result.
    pub fn is_settled(&self) -> bool {
        use CaseStatus::{Awarded, HighlyCommended, NotAwarded, Shortlisted};
        let has = |those: &[CaseStatus]| {
            (self.agenda.iter().chain(&self.besides)).any(|row| those.contains(&row.status))
        };
        has(&[Awarded, HighlyCommended, NotAwarded]) && !has(&[Shortlisted])
    }
}

/// What a screen shows of the case at hand.
#[derive(Clone, Debug)]
pub enum AtHand {
    /// None is.
    Nothing,
    /// The viewer must be out.
    Out,
    /// A case.
    Case(CaseId),
}

/// Somebody at the table.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Who.
    pub account: AccountId,
    /// By name.
    pub name: Named,
    /// What they are here.
    pub role: Role,
    /// Whether they are noted as present.
    pub is_present: bool,
}

/// A case that the viewer sees.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: i64,
    /// Its version, for whoever decides on it.
    pub version: i64,
    /// Who is put forward; none once it is erased.
    pub nominee: Option<String>,
    /// Their employer.
    pub employer: Option<String>,
    /// Where it stands.
    pub status: CaseStatus,
    /// Where it stands in the ranking, without what is kept from the viewer.
    pub place: Option<Place>,
    /// Who must be out for it.
    pub out: Vec<Named>,
    /// Which of the judges with a vote who are present have yet to read it.
    pub unread: Vec<Named>,
    /// Whether the viewer has read it, or need not.
    pub is_read: bool,
    /// What was decided on it, the latest first.
    pub decisions: Vec<DecisionRow>,
    /// The ballots on it, the latest first.
    pub ballots: Vec<BallotRow>,
}

impl CaseRow {
    /// The ballot that is open.
    pub fn open_ballot(&self) -> Option<&BallotRow> {
        self.ballots.first().filter(|ballot| ballot.count.is_none())
    }

    /// The decision that stands, if any is in force.
    pub fn standing(&self) -> Option<&DecisionRow> {
        self.decisions
            .iter()
            .find(|decision| decision.undone.is_none())
    }

    /// Whether this decision on it departs from the ranking.
    pub fn departs(&self, event: plaudit_domain::case::Event) -> bool {
        self.place
            .as_ref()
            .is_some_and(|place| shortlist::departs(place, event))
    }
}

/// A ballot.
#[derive(Clone, Debug)]
pub struct BallotRow {
    /// Its round, from 1.
    pub round: i64,
    /// How many have voted.
    pub voted: usize,
    /// Whether the viewer has.
    pub has_voted: bool,
    /// What the papers say, once they are counted.
    pub count: Option<Count>,
}

/// The room as it is now. Costs the same number of statements however many cases and judges there are.
pub async fn room(
    store: &Store,
    viewer: &Viewer,
    category: CategoryId,
) -> Result<Room, StoreError> {
    let Viewer::Panellist(account) = *viewer else {
        return Err(StoreError::NotFound);
    };
    let conn = store.read();
    let table = Table::load(conn, category).await?;
    let role = table.role(account)?;
    confidentiality::refuse_before_acceptance(conn, account, table.season.id).await?;
    let (programme, season) = gate::place(store, table.season.id).await?;
    let titled = seasons::load_categories(conn, season.id)
        .await?
        .into_iter()
        .find(|one| one.id == category)
        .ok_or(StoreError::NotFound)?;
    let kept = Kept::from(conn, account).await?;
    let row = deliberations::Entity::find_by_id(category.0)
        .one(conn)
        .await?;
    let case = row.as_ref().and_then(|row| row.case_id).map(CaseId::from);
    let at_hand = match case {
        Some(case) if table.is_out(account, case) || kept.has(case) => AtHand::Out,
        Some(case) => AtHand::Case(case),
        None => AtHand::Nothing,
    };
    let is_out = matches!(at_hand, AtHand::Out);
    let present = crate::deliberation::present(conn, category).await?;
    let ids = table.seats.iter().map(|(account, _)| account.0);
    let named = names::accounts(conn, ids).await?;
    // Before the meeting there is nothing to be seen of its cases.
    let is_before = policy::may_resolve_in(season.status).is_err()
        && !matches!(
            season.status,
            plaudit_domain::season::Status::Decided
                | plaudit_domain::season::Status::Announced
                | plaudit_domain::season::Status::Archived
        );
    let stood = standings::load_as_if(conn, category, &kept, &WhatIf::default()).await?;
    let rules = stood.rules.clone();
    let mut rows = if is_out || is_before {
        Vec::new()
    } else {
        let seen = Seen {
            table: &table,
            kept: &kept,
            present: &present,
            named: &named,
            account,
        };
        seen.rows(store, category, &stood).await?
    };
    let mut agenda = Vec::new();
    for case in &table.agenda {
        if let Some(at) = rows.iter().position(|row| row.case == *case) {
            agenda.push(rows.remove(at));
        }
    }
    let seats = table
        .seats
        .iter()
        .map(|(account, role)| Seat {
            account: *account,
            name: named.get(&account.0).cloned().unwrap_or(Named::Unknown),
            role: *role,
            is_present: present.contains(account),
        })
        .collect();
    Ok(Room {
        keeps: !is_out && table.may_keep(account, case).is_ok(),
        records: !is_out && table.may_record(account).is_ok(),
        has_vote: table.voters().contains(&account),
        signs: table.may_sign(account, 0).is_ok(),
        revision: row.as_ref().map_or(0, |row| row.revision),
        signed_at: read_maybe(row.and_then(|row| row.signed_at))?,
        programme,
        season,
        category: titled,
        rules,
        role,
        at_hand,
        agenda,
        besides: rows,
        seats,
    })
}

/// One case of the room, for whoever decides on it.
pub async fn case(
    store: &Store,
    viewer: &Viewer,
    (category, case): (CategoryId, CaseId),
) -> Result<(Room, CaseRow), StoreError> {
    let mut room = room(store, viewer, category).await?;
    let at = |rows: &[CaseRow]| rows.iter().position(|row| row.case == case);
    let row = if let Some(at) = at(&room.agenda) {
        room.agenda[at].clone()
    } else if let Some(at) = at(&room.besides) {
        room.besides.swap_remove(at)
    } else {
        return Err(StoreError::NotFound);
    };
    Ok((room, row))
}

/// What a case of the agenda says, for a judge at the table who did not score it.
pub async fn text(
    store: &Store,
    viewer: &Viewer,
    (category, id): (CategoryId, CaseId),
) -> Result<(Room, CaseRow, CaseText), StoreError> {
    let (room, row) = case(store, viewer, (category, id)).await?;
    if !room.role.scores() {
        return Err(Refusal::OtherRole.into());
    }
    if !room.agenda.iter().any(|row| row.case == id) {
        return Err(StoreError::NotFound);
    }
    let conn = store.read();
    let found = cases::Entity::find_by_id(id.0)
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    let said = case_text(conn, (id, found.number, found.nominee_id.into())).await?;
    let said = said.read_by(&room.rules, &room.season);
    Ok((room, row, said))
}

/// Whether results come by ballot here.
pub fn votes(room: &Room) -> bool {
    room.rules.meeting.deciding == Deciding::Ballot
}

/// The categories that have rooms for those of the panel who have accepted what is confidential: while it meets and after.
pub(super) async fn rooms(
    conn: &impl ConnectionTrait,
    season: &Season,
) -> Result<Vec<Category>, StoreError> {
    use plaudit_domain::season::Status::{Announced, Decided, Deliberation};
    let has_met = matches!(season.status, Deliberation | Decided | Announced);
    if has_met {
        seasons::load_categories(conn, season.id).await
    } else {
        Ok(Vec::new())
    }
}
