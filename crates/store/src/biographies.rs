//! Public biographies: what people on a panel say of themselves, shown where the season shows who judges, and only in words that
//! they agreed to themselves.

use jiff::Timestamp;
use plaudit_domain::{
    fact::{Fact, FactKind},
    ids::{AccountId, MembershipId, SeasonId},
    membership::{Role, Scope, Status},
    policy,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::OnConflict,
};

use crate::{
    Moment, Store, StoreError,
    entities::{biographies as rows, memberships, public_panels},
    ledger,
    moment::read_maybe,
    seasons,
    write::Tx,
};

/// What is said of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BiographyWords {
    /// Their name, as they want it shown.
    pub name: String,
    /// Where they belong.
    pub affiliation: Option<String>,
    /// A few sentences.
    pub words: String,
}

/// A biography as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Biography {
    /// What it says.
    pub said: BiographyWords,
    /// When the person agreed to these very words; none while they have not.
    pub agreed_at: Option<Timestamp>,
    /// How often it was written.
    pub version: i64,
}

/// Writes one's own, as it was seen, and agrees that it is shown, or not.
pub async fn write_own(
    store: &Store,
    moment: &Moment,
    (account, season): (AccountId, SeasonId),
    seen: i64,
    said: BiographyWords,
    agrees: bool,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), account, season, seen, said, agrees),
            |tx, &(ref moment, account, season, seen, ref said, agrees)| {
                Box::pin(async move {
                    let place = place(tx, account, season).await?;
                    keep(tx, moment, place, seen, said, agrees).await
                })
            },
        )
        .await
}

/// Writes somebody else's, as it was seen, for an administrator. Words that they did not agree to are not shown: they are asked
/// again, while the season goes on.
pub async fn edit(
    store: &Store,
    moment: &Moment,
    (season, membership): (SeasonId, MembershipId),
    seen: i64,
    said: BiographyWords,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, membership, seen, said),
            |tx, &(ref moment, season, membership, seen, ref said)| {
                Box::pin(async move {
                    on_panel(tx, season, membership).await?;
                    policy::may_change_season(seasons::status_held(tx, season).await?)?;
                    let kept = find_in(tx, membership).await?;
                    if kept.as_ref().is_some_and(|kept| kept.said == *said) {
                        return Ok(());
                    }
                    keep(tx, moment, membership, seen, said, false).await
                })
            },
        )
        .await
}

/// Takes somebody's biography off the page, for an administrator: the words stay theirs.
pub async fn hide(
    store: &Store,
    moment: &Moment,
    (season, membership): (SeasonId, MembershipId),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, membership),
            |tx, &(ref moment, season, membership)| {
                Box::pin(async move {
                    on_panel(tx, season, membership).await?;
                    let kept = find_in(tx, membership).await?.ok_or(StoreError::NotFound)?;
                    if kept.agreed_at.is_none() {
                        return Ok(());
                    }
                    keep(tx, moment, membership, kept.version, &kept.said, false).await
                })
            },
        )
        .await
}

/// Erases one's own.
pub async fn erase_own(
    store: &Store,
    moment: &Moment,
    (account, season): (AccountId, SeasonId),
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), account, season),
            |tx, &(ref moment, account, season)| {
                Box::pin(async move {
                    let membership = place(tx, account, season).await?;
                    let erased = rows::Entity::delete_by_id(membership.0).exec(tx).await?;
                    if erased.rows_affected == 0 {
                        return Ok(());
                    }
                    note(tx, moment, membership, false).await
                })
            },
        )
        .await
}

/// Begins or ceases to show in public who judges. Once the season is over it can only cease.
pub async fn show(
    store: &Store,
    moment: &Moment,
    season: SeasonId,
    is_shown: bool,
) -> Result<(), StoreError> {
    store
        .write(
            (moment.clone(), season, is_shown),
            |tx, &(ref moment, season, is_shown)| {
                Box::pin(async move {
                    let status = seasons::status_held(tx, season).await?;
                    if is_shown_in(tx, season).await? == is_shown {
                        return Ok(());
                    }
                    if is_shown {
                        policy::may_change_season(status)?;
                    }
                    if is_shown {
                        let row = public_panels::ActiveModel {
                            season_id: Set(season.0),
                            shown_since: Set(moment.at()),
                        };
                        let once = OnConflict::column(public_panels::Column::SeasonId)
                            .do_nothing()
                            .to_owned();
                        public_panels::Entity::insert(row)
                            .on_conflict(once)
                            .exec_without_returning(tx)
                            .await?;
                    } else {
                        public_panels::Entity::delete_by_id(season.0)
                            .exec(tx)
                            .await?;
                    }
                    let fact = Fact::new(FactKind::PanelShown)
                        .in_season(season)
                        .about(season)
                        .with("shown", is_shown);
                    ledger::note(tx, moment, fact).await?;
                    Ok(())
                })
            },
        )
        .await
}

/// Whether a season shows in public who judges.
pub async fn is_shown(store: &Store, season: SeasonId) -> Result<bool, StoreError> {
    is_shown_in(store.read(), season).await
}

pub(crate) async fn is_shown_in(
    conn: &impl ConnectionTrait,
    season: SeasonId,
) -> Result<bool, StoreError> {
    let row = public_panels::Entity::find_by_id(season.0)
        .one(conn)
        .await?;
    Ok(row.is_some())
}

pub(crate) async fn find_in(
    conn: &impl ConnectionTrait,
    membership: MembershipId,
) -> Result<Option<Biography>, StoreError> {
    let row = rows::Entity::find_by_id(membership.0).one(conn).await?;
    row.map(read).transpose()
}

pub(crate) fn read(row: rows::Model) -> Result<Biography, StoreError> {
    Ok(Biography {
        said: BiographyWords {
            name: row.name,
            affiliation: row.affiliation,
            words: row.words,
        },
        agreed_at: read_maybe(row.agreed_at)?,
        version: row.version,
    })
}

/// The place on the panel that an account holds now.
pub(crate) async fn place(
    conn: &impl ConnectionTrait,
    account: AccountId,
    season: SeasonId,
) -> Result<MembershipId, StoreError> {
    let panel = Role::PANEL.iter().map(|role| role.as_str());
    let row = memberships::Entity::find()
        .filter(memberships::Column::AccountId.eq(account.0))
        .filter(memberships::Column::ScopeId.eq(season.0))
        .filter(memberships::Column::Role.is_in(panel))
        .filter(memberships::Column::Status.eq(Status::Active.as_str()))
        .one(conn)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(row.id.into())
}

/// Refuses a membership that is none of this season's panel.
async fn on_panel(tx: &Tx, season: SeasonId, membership: MembershipId) -> Result<(), StoreError> {
    let row = memberships::Entity::find_by_id(membership.0)
        .one(tx)
        .await?
        .ok_or(StoreError::NotFound)?;
    let is_there = row.scope == Scope::Season(season).as_str() && row.scope_id == season.0;
    if is_there && Role::parse(&row.role)?.is_on_panel() {
        Ok(())
    } else {
        Err(StoreError::NotFound)
    }
}

async fn keep(
    tx: &Tx,
    moment: &Moment,
    membership: MembershipId,
    seen: i64,
    said: &BiographyWords,
    agrees: bool,
) -> Result<(), StoreError> {
    let kept = find_in(tx, membership).await?;
    if kept.as_ref().map_or(0, |kept| kept.version) != seen {
        return Err(StoreError::Stale);
    }
    let row = rows::ActiveModel {
        membership_id: Set(membership.0),
        name: Set(said.name.clone()),
        affiliation: Set(said.affiliation.clone()),
        words: Set(said.words.clone()),
        agreed_at: Set(agrees.then(|| moment.at())),
        version: Set(seen + 1),
        updated_at: Set(moment.at()),
    };
    if kept.is_none() {
        rows::Entity::insert(row).exec_without_returning(tx).await?;
    } else {
        rows::Entity::update(row).exec_without_returning(tx).await?;
    }
    note(tx, moment, membership, agrees).await
}

async fn note(
    tx: &Tx,
    moment: &Moment,
    membership: MembershipId,
    is_shown: bool,
) -> Result<(), StoreError> {
    let fact = Fact::new(FactKind::BiographyChanged)
        .about(membership)
        .with("shown", is_shown);
    ledger::note(tx, moment, fact).await?;
    Ok(())
}
