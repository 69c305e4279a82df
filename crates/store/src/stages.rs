//! Stages beside the scoring: switching them on in a draft, who judges in which, and the season's way from one to the
//! next and back.
//!
//! An assignment belongs to a stage, and a season is in one. Whatever is about judging now (desks, progress, quorum,
//! reminders, the ranking) speaks of the stage that the season is in; a season that says nothing of stages is in its only
//! one.

mod appointments;
mod candidates;
mod judges;
mod moving;

use plaudit_domain::{
    ids::{SeasonId, StageId},
    refusal::Refusal,
    stage::{Kind, Stages},
    text::Texts,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use crate::{
    Moment, Store, StoreError,
    entities::{rule_sets as rule_set_rows, seasons as season_rows, stages},
    rule_sets, seasons, texts,
    write::Tx,
};

pub use appointments::{Appointment, appoint};
pub(crate) use candidates::candidates;
pub use candidates::{Candidate, Tally};
pub use judges::{Marks, set_judges};
pub use moving::{go_back, go_on};
pub(crate) use moving::{join_late, may_still_go_back};

/// The stage that a season is in.
pub(crate) async fn current(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<Kind, StoreError> {
    let stage: Option<String> = season_rows::Entity::find_by_id(season.0)
        .select_only()
        .column(season_rows::Column::Stage)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(Kind::parse(&stage.ok_or(StoreError::NotFound)?)?)
}

/// The ids of the stages that seasons are in, as a part of another query.
pub(crate) fn current_ones() -> SelectStatement {
    Query::select()
        .column((stages::Entity, stages::Column::Id))
        .from(stages::Entity)
        .inner_join(
            season_rows::Entity,
            Expr::col((season_rows::Entity, season_rows::Column::Id))
                .equals((stages::Entity, stages::Column::SeasonId))
                .and(
                    Expr::col((season_rows::Entity, season_rows::Column::Stage))
                        .equals((stages::Entity, stages::Column::Kind)),
                ),
        )
        .to_owned()
}

/// The id of a season's stage of this kind.
pub(crate) async fn id_of(
    conn: &impl ConnectionTrait,
    season: SeasonId,
    kind: Kind,
) -> Result<StageId, StoreError> {
    stages::Entity::find()
        .filter(stages::Column::SeasonId.eq(season.0))
        .filter(stages::Column::Kind.eq(kind.as_str()))
        .order_by_asc(stages::Column::Position)
        .one(conn)
        .await?
        .map(|row| row.id.into())
        .ok_or(StoreError::NotFound)
}

/// Says in a draft, as it was seen, which stages there are beside the scoring. The criteria of an interview stay as they
/// are.
pub async fn change(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    seen: i64,
    words: Stages,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, seen, words),
            |tx, (moment, season, seen, words)| {
                Box::pin(async move {
                    let rules = rule_sets::draft(tx, *season).await?;
                    // The season's stages are its rows: they are set once, before anybody nominates.
                    if rules.number > 1 {
                        return Err(Refusal::StagesSet.into());
                    }
                    seasons::hold(tx, *season, *seen).await?;
                    let kept = words.are_on().then(|| words.to_json());
                    let row = rule_set_rows::ActiveModel {
                        id: Set(rules.id.0),
                        stages: Set(kept),
                        ..Default::default()
                    };
                    rule_set_rows::Entity::update(row)
                        .exec_without_returning(tx)
                        .await?;
                    put_in_order(tx, moment, *season, words).await?;
                    rule_sets::changed(tx, moment, *season, &rules, "stages").await
                })
            },
        )
        .await
}

/// Makes the season's rows those of these stages, and the first of them the one that judging begins with.
async fn put_in_order(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    words: &Stages,
) -> Result<(), StoreError> {
    let there = seasons::load_stages(tx, season).await?;
    let kinds = words.kinds();
    for stage in there.iter().filter(|stage| !kinds.contains(&stage.kind)) {
        stages::Entity::delete_by_id(stage.id.0).exec(tx).await?;
    }
    for (position, kind) in (0_i64..).zip(&kinds) {
        let id = there.iter().find(|stage| stage.kind == *kind);
        let row = stages::ActiveModel {
            id: Set(id
                .map_or_else(|| moment.id::<StageId>(), |stage| stage.id)
                .0),
            season_id: Set(season.0),
            kind: Set(kind.as_str().to_owned()),
            title_texts: Set(texts::stored(&Texts::english(title(*kind)))),
            position: Set(position),
        };
        if id.is_some() {
            stages::Entity::update(row)
                .exec_without_returning(tx)
                .await?;
        } else {
            stages::Entity::insert(row)
                .exec_without_returning(tx)
                .await?;
        }
    }
    set_current(tx, season, words.first()).await
}

/// The season is in this stage from now on.
async fn set_current(tx: &Tx, season: SeasonId, stage: Kind) -> Result<(), StoreError> {
    season_rows::Entity::update_many()
        .col_expr(season_rows::Column::Stage, Expr::value(stage.as_str()))
        .col_expr(
            season_rows::Column::Version,
            Expr::col(season_rows::Column::Version).add(1),
        )
        .filter(season_rows::Column::Id.eq(season.0))
        .exec(tx)
        .await?;
    Ok(())
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Sift => "Sift",
        Kind::Scoring => "Scoring",
        Kind::Interview => "Interview",
    }
}
