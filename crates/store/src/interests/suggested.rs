//! What is made of a suggested conflict: confirmed, the judge is out of the case; dismissed, it is not suggested again.

use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, CaseId, InterestId, MembershipId, SeasonId},
    interest::{Event, Status, conflicts::Effect, signs::Sign},
    policy,
    refusal::Refusal,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    declaring::{interests_of, out_of},
    parts,
    parts::insert_out,
    recuse_assignments,
    rulers::refuse_other_rulers,
};
use crate::{
    Moment, Store, StoreError,
    assignments::JudgeRow,
    cases,
    entities::{accounts, cases as case_rows, dismissals, interests},
    ledger, memberships, seasons,
    write::Tx,
};

/// Which suggestion: about whom, in which case, by which sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The season.
    pub season: SeasonId,
    /// The case.
    pub case: CaseId,
    /// The judge.
    pub judge: AccountId,
    /// What they have in common.
    pub sign: Sign,
}

/// Confirms a suggested conflict: the judge is out of the case, whether they have answered or not.
pub async fn confirm_suggestion(
    store: &Store,
    moment: &Moment,
    about: About,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), about, reason.trim().to_owned()),
            |tx, (moment, about, reason)| {
                Box::pin(async move {
                    let judge = may_settle(tx, moment, about, reason).await?;
                    let rows = interests_of(tx, about.judge, &[about.case.0]).await?;
                    let row = rows.get(&about.case.0);
                    let from = match row {
                        Some(row) => Status::parse(&row.status)?,
                        None => Status::Asked,
                    };
                    let to = out_of(from)?;
                    let id: InterestId = row.map_or_else(|| moment.id(), |row| row.id.into());
                    let ruled = interests::ActiveModel {
                        id: Set(id.0),
                        status: Set(to.as_str().to_owned()),
                        kind: Set(Some(about.sign.kind().as_str().to_owned())),
                        ruled_by: Set(moment.by.account().map(|by| by.0)),
                        ruling_reason: Set(Some(reason.clone())),
                        ruled_at: Set(Some(moment.at())),
                        effect: Set(Some(Effect::ByHand.as_str().to_owned())),
                        ..Default::default()
                    };
                    if row.is_some() {
                        interests::Entity::update(ruled)
                            .exec_without_returning(tx)
                            .await?;
                    } else {
                        let new = interests::ActiveModel {
                            case_id: Set(about.case.0),
                            judge_id: Set(about.judge.0),
                            created_at: Set(moment.at()),
                            ..ruled
                        };
                        interests::Entity::insert(new)
                            .exec_without_returning(tx)
                            .await?;
                    }
                    recuse_assignments(tx, about.case, about.judge).await?;
                    let fact = Fact::new(FactKind::InterestRuled)
                        .in_season(about.season)
                        .about(id)
                        .with_id("case", about.case)
                        .with_id("judge", about.judge)
                        .with("from", from.as_str())
                        .with("to", to.as_str())
                        .with("sign", about.sign.as_str())
                        .saying("reason", judge.person_id.into(), reason.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Dismisses a suggested conflict: it was looked at, and is none.
pub async fn dismiss_suggestion(
    store: &Store,
    moment: &Moment,
    about: About,
    reason: &str,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), about, reason.trim().to_owned()),
            |tx, (moment, about, reason)| {
                Box::pin(async move {
                    let judge = may_settle(tx, moment, about, reason).await?;
                    let by = cases::decider(moment)?;
                    let address = judge.email.to_lowercase();
                    let there = dismissals::Entity::find()
                        .filter(dismissals::Column::CaseId.eq(about.case.0))
                        .filter(dismissals::Column::Address.eq(&address))
                        .filter(dismissals::Column::Sign.eq(about.sign.as_str()))
                        .one(tx)
                        .await?;
                    if there.is_some() {
                        return Err(StoreError::Stale);
                    }
                    let row = dismissals::ActiveModel {
                        id: Set(moment.id::<InterestId>().0),
                        case_id: Set(about.case.0),
                        address: Set(address),
                        sign: Set(about.sign.as_str().to_owned()),
                        reason: Set(reason.clone()),
                        dismissed_by: Set(by.0),
                        created_at: Set(moment.at()),
                    };
                    dismissals::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::SuggestionDismissed)
                        .in_season(about.season)
                        .about(about.case)
                        .with_id("judge", about.judge)
                        .with("sign", about.sign.as_str())
                        .saying("reason", judge.person_id.into(), reason.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// The judge's account, if the suggestion is of this season, is one to be settled, and whoever acts may settle it.
async fn may_settle(
    tx: &Tx,
    moment: &Moment,
    about: &About,
    reason: &str,
) -> Result<accounts::Model, StoreError> {
    let case = cases::load(tx, about.case).await?;
    if cases::season_of(tx, case.category).await?.id != about.season {
        return Err(StoreError::NotFound);
    }
    let judge = accounts::Entity::find_by_id(about.judge.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    refuse_other_rulers(tx, moment.by, about.season, about.case, about.judge).await?;
    let season = seasons::load(tx, about.season).await?;
    policy::may_rule(season.status, Status::Declared, Event::RuleRecused)?;
    if reason.is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    Ok(judge)
}

/// Records for whoever was invited that they are out of the cases in which they have a part.
pub async fn record_parts(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    invited: MembershipId,
) -> Result<(), StoreError> {
    let account = memberships::get(store, invited).await?.account;
    store
        .write(
            (moment.clone(), season, account),
            |tx, &(ref moment, season, account)| {
                Box::pin(async move {
                    let row = accounts::Entity::find_by_id(account.0)
                        .one(tx)
                        .await?
                        .ok_or(StoreError::NotFound)?;
                    let judge = JudgeRow {
                        id: row.id,
                        person_id: row.person_id,
                        email: row.email,
                    };
                    let there: Vec<Uuid> = case_rows::Entity::find()
                        .filter(case_rows::Column::Id.in_subquery(cases::of_season(season)))
                        .all(tx)
                        .await?
                        .into_iter()
                        .map(|case| case.id)
                        .collect();
                    let known = interests_of(tx, account, &there).await?;
                    let parts = parts(tx, &there).await?;
                    let mut facts = Vec::new();
                    for (case, parts) in parts {
                        if known.contains_key(&case) || !parts.include(&judge) {
                            continue;
                        }
                        let place = (CaseId(case), account);
                        facts.push(insert_out(tx, moment, season, place).await?);
                    }
                    ledger::note_all(tx, moment, facts).await?;
                    Ok(())
                })
            },
        )
        .await
}
