//! Who of the panel judges in which stage; whoever is not marked judges in all.

use std::collections::BTreeSet;

use plaudit_domain::{
    fact::{Detail, Fact, FactKind},
    ids::{MembershipId, SeasonId},
    policy,
    stage::Kind,
};
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Json};
use serde_json::json;

use crate::{
    Moment, Store, StoreError, assignments, entities::memberships, ledger, memberships::panel_in,
    rule_sets, seasons,
};

/// The stages of one judge.
pub type Marks = (MembershipId, BTreeSet<Kind>);

/// Says in which stages these judges of the panel judge. What lies on a desk stays there; a judge who is marked for the
/// stage that is on finds its cases on theirs.
pub async fn set_judges(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    marks: Vec<Marks>,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, marks),
            |tx, (moment, season, marks)| {
                Box::pin(async move {
                    let about = seasons::load_locked(tx, *season).await?;
                    policy::may_change_panel(about.status)?;
                    let all: BTreeSet<Kind> = rule_sets::load(tx, *season)
                        .await?
                        .stages
                        .kinds()
                        .into_iter()
                        .collect();
                    for (membership, account) in panel_in(tx, *season).await? {
                        let Some((_, of)) = marks.iter().find(|(id, _)| *id == membership.id)
                        else {
                            continue;
                        };
                        let of: BTreeSet<Kind> = of.intersection(&all).copied().collect();
                        let before: BTreeSet<Kind> = all
                            .iter()
                            .copied()
                            .filter(|kind| membership.judges_in(*kind))
                            .collect();
                        if of == before {
                            continue;
                        }
                        let row = memberships::ActiveModel {
                            id: Set(membership.id.0),
                            stages: Set((of != all).then(|| stored(&of))),
                            ..Default::default()
                        };
                        memberships::Entity::update(row)
                            .exec_without_returning(tx)
                            .await?;
                        let said = |kinds: &BTreeSet<Kind>| {
                            Detail::List(kinds.iter().map(|kind| kind.as_str().into()).collect())
                        };
                        let fact = Fact::new(FactKind::StagesOfJudge)
                            .in_season(*season)
                            .about(membership.id)
                            .with_id("account", account.id)
                            .with("from", said(&before))
                            .with("to", said(&of));
                        ledger::note(tx, moment, fact).await?;
                    }
                    assignments::publish_late(tx, moment, *season).await
                })
            },
        )
        .await
}

fn stored(of: &BTreeSet<Kind>) -> Json {
    of.iter().map(|kind| json!(kind.as_str())).collect()
}
