//! The fact check, recorded by hand: who at the nominee's body confirmed what, and asked for again with a reason.

use plaudit_domain::{
    case::decision::{self, Kind},
    fact::{Fact, FactKind},
    fact_check::{Event, Status},
    ids::{CaseId, SeasonId},
    policy,
    refusal::Refusal,
    text,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Case, Seen, decided, decider, load_seen, reasoned, set, undone};
use crate::{
    Moment, Store, StoreError,
    entities::{cases, nominations, people},
    ledger,
    write::Tx,
};

/// What somebody at the nominee's body answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Who answered, by name and role.
    pub by: String,
    /// Whether employment, facts and permission to publish are confirmed.
    pub confirmed: bool,
    /// How the answer came, and what it said.
    pub note: String,
}

/// Records the answer to the fact check. The nominators of the case cannot give it.
pub async fn record_fact_check(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    checked: Checked,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, checked),
            |tx, &(ref moment, seen, ref checked)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    policy::may_change_season(season.status)?;
                    policy::may_record_fact_check(case.status)?;
                    let status = answered(case.fact_check, checked.confirmed)?;
                    refuse_nominators(tx, case.id, &checked.by).await?;
                    decider(moment)?;
                    let change = cases::ActiveModel {
                        fact_check: Set(status.as_str().to_owned()),
                        fact_check_by: Set(Some(checked.by.clone())),
                        ..Default::default()
                    };
                    set(tx, &case, change).await?;
                    let kind = if checked.confirmed {
                        Kind::FactsConfirmed
                    } else {
                        Kind::FactsNotConfirmed
                    };
                    decided(tx, moment, case.id, kind, checked.note.trim()).await?;
                    let fact = fact(&case, season.id, status)
                        .saying("by", case.nominee, checked.by.clone())
                        .saying("note", case.nominee, checked.note.trim());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Asks for the fact check anew, because the answer was recorded in error or another is wanted.
pub async fn restart_fact_check(
    store: &Store,
    moment: &Moment,
    seen: Seen,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), seen, reason.to_owned()),
            |tx, &(ref moment, seen, ref reason)| {
                Box::pin(async move {
                    let (case, season) = load_seen(tx, moment, seen).await?;
                    policy::may_change_season(season.status)?;
                    policy::may_record_fact_check(case.status)?;
                    if matches!(case.fact_check, Status::Requested | Status::Opened) {
                        return Err(Refusal::NotPossible {
                            thing: "fact-check",
                            status: case.fact_check.to_string(),
                            event: "ask-again".to_owned(),
                        }
                        .into());
                    }
                    let reason = reasoned(true, reason)?;
                    let change = cases::ActiveModel {
                        fact_check: Set(Status::Requested.as_str().to_owned()),
                        fact_check_by: Set(None),
                        ..Default::default()
                    };
                    set(tx, &case, change).await?;
                    let kinds: &[decision::Kind] = &[Kind::FactsConfirmed, Kind::FactsNotConfirmed];
                    undone(tx, moment, case.id, kinds, reason).await?;
                    let fact = fact(&case, season.id, Status::Requested).saying(
                        "reason",
                        case.nominee,
                        reason,
                    );
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// An answer that came by letter or telephone opens the check and settles it in one.
fn answered(status: Status, confirmed: bool) -> Result<Status, StoreError> {
    let opened = match status {
        Status::Requested => status.after(Event::Open),
        other => Ok(other),
    };
    let event = if confirmed {
        Event::Receive
    } else {
        Event::Decline
    };
    Ok(opened
        .and_then(|opened| opened.after(event))
        .map_err(|refused| Refusal::not_possible("fact-check", &refused))?)
}

fn fact(case: &Case, season: SeasonId, to: Status) -> Fact {
    Fact::new(FactKind::FactCheckRecorded)
        .in_season(season)
        .about(case.id)
        .with("from", case.fact_check.as_str())
        .with("to", to.as_str())
}

async fn refuse_nominators(tx: &Tx, case: CaseId, by: &str) -> Result<(), StoreError> {
    let nominators = nominations::Entity::find()
        .select_only()
        .column(nominations::Column::NominatorId)
        .filter(nominations::Column::CaseId.eq(case.0));
    let names = people::Entity::find()
        .filter(people::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(nominators)))
        .all(tx)
        .await?;
    if names
        .iter()
        .any(|person| begins_with_name(by, &person.name))
    {
        return Err(Refusal::HasAPart.into());
    }
    Ok(())
}

/// Whether whoever is described so bears this name: it stands alone, or before a role.
fn begins_with_name(by: &str, name: &str) -> bool {
    let (by, name) = (text::fold(by), text::fold(name));
    !name.is_empty()
        && by
            .strip_prefix(&name)
            .is_some_and(|role| !role.trim_start().starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_recognised_before_a_role_and_not_in_a_longer_name() {
        let said = |by| begins_with_name(by, "Bob O’Dowd");
        for by in [
            "Bob O'Dowd",
            "bob o'dowd, manager",
            "Bob O’Dowd (clerk)",
            "Bob O’Dowd – clerk",
        ] {
            assert!(said(by), "{by}");
        }
        for by in ["Bob O’Dowd Hart, clerk", "Ann Lee, for Bob O’Dowd"] {
            assert!(!said(by), "{by}");
        }
        assert!(!begins_with_name("Ann Lee", ""));
    }
}
