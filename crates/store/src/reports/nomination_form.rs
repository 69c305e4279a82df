//! The nomination form of a season: who may be put forward, what is asked. It is kept by the season's revision, so that
//! a page of the form reads one row.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use plaudit_domain::{
    eligibility::Rule,
    ids::{QuestionRevisionId, SeasonId},
    programme::{Programme, Slug},
    question::Question,
    rule_set::Reading,
    season::{Category, Season, Status},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Query,
};
use uuid::Uuid;

use super::Viewer;
use crate::{
    Store, StoreError, eligibility_rules,
    entities::{programmes as programme_rows, seasons as season_rows},
    gathered, programmes, questions, rule_sets, seasons,
};

/// What a form is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationForm {
    /// Whose form.
    pub programme: Programme,
    /// Of which season.
    pub season: Season,
    /// What can be won; one is not asked for.
    pub categories: Vec<Category>,
    /// The rules that it asks.
    pub rules: Vec<Rule>,
    /// The questions, each in the revision in which it is asked.
    pub questions: Vec<Question>,
    /// Whether judges read whom a case concerns: whoever writes is told.
    pub reading: Reading,
}

/// The forms that were read, each with the revision that it shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptForms(Arc<RwLock<HashMap<SeasonId, Arc<NominationForm>>>>);

impl KeptForms {
    fn find(&self, season: SeasonId, revision: i64) -> Option<Arc<NominationForm>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(&season)
            .filter(|form| form.season.revision == revision)
            .cloned()
    }

    fn keep(&self, form: &Arc<NominationForm>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(form.season.id, Arc::clone(form));
    }
}

/// The form of the programme at this address, of its latest season that is public; an administrator also sees the
/// form of a draft, where there is nothing else.
pub async fn find(
    store: &Store,
    viewer: &Viewer,
    slug: &Slug,
) -> Result<Option<Arc<NominationForm>>, StoreError> {
    let readers = store.read().clone();
    let read = move |slug: &String| {
        let (readers, slug) = (readers.clone(), slug.clone());
        async move { Standing::of_seasons(&readers, &slug).await }
    };
    let seasons = store
        .public_seasons()
        .read(slug.as_str().to_owned(), read)
        .await?;
    let public = seasons.iter().find(|season| !season.is_draft);
    let preview = seasons
        .first()
        .filter(|_| matches!(viewer, Viewer::Administrator(_)));
    match public.or(preview) {
        Some(season) => Ok(Some(kept(store, season.id, season.revision).await?)),
        None => Ok(None),
    }
}

/// Where those wait who ask which form is a programme's of today, by the programme's address.
pub(crate) type PublicSeasons = gathered::Reads<String, Vec<Standing>>;

/// What is read of a season to find its form: nothing else, since it is read whenever somebody asks.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    id: SeasonId,
    is_draft: bool,
    revision: i64,
}

impl Standing {
    /// The seasons of the programme at this address, the latest first, without those that were cancelled.
    async fn of_seasons(conn: &impl ConnectionTrait, slug: &str) -> Result<Vec<Self>, StoreError> {
        let programme = Query::select()
            .column(programme_rows::Column::Id)
            .from(programme_rows::Entity)
            .cond_where(programme_rows::Column::Slug.eq(slug))
            .to_owned();
        let found: Vec<(Uuid, String, i64)> = season_rows::Entity::find()
            .select_only()
            .column(season_rows::Column::Id)
            .column(season_rows::Column::Status)
            .column(season_rows::Column::Revision)
            .filter(season_rows::Column::ProgrammeId.in_subquery(programme))
            .filter(season_rows::Column::Status.ne(Status::Cancelled.as_str()))
            .order_by_desc(season_rows::Column::Id)
            .into_tuple()
            .all(conn)
            .await?;
        Ok(found
            .into_iter()
            .map(|(id, status, revision)| Self {
                id: id.into(),
                is_draft: status == Status::Draft.as_str(),
                revision,
            })
            .collect())
    }
}

/// The form of one season, whatever has become of it: for a form that was opened in an earlier one.
pub async fn of_season(store: &Store, id: SeasonId) -> Result<Arc<NominationForm>, StoreError> {
    let season = seasons::load(store.read(), id).await?;
    kept(store, id, season.revision).await
}

async fn kept(
    store: &Store,
    season: SeasonId,
    revision: i64,
) -> Result<Arc<NominationForm>, StoreError> {
    if let Some(form) = store.forms().find(season, revision) {
        return Ok(form);
    }
    let conn = store.read();
    let season = seasons::load(conn, season).await?;
    let form = Arc::new(NominationForm {
        programme: programmes::load(conn, season.programme).await?,
        categories: seasons::load_categories(conn, season.id).await?,
        rules: eligibility_rules::list_of(conn, season.id).await?,
        questions: questions::list_of(conn, season.id).await?,
        reading: rule_sets::load(conn, season.id).await?.reading,
        season,
    });
    store.forms().keep(&form);
    Ok(form)
}

/// The form as these revisions asked it: a question that was revised while somebody wrote is read as it was asked.
///
/// Revisions of other seasons' questions are not listened to.
pub async fn as_asked(
    store: &Store,
    form: Arc<NominationForm>,
    revisions: &[QuestionRevisionId],
) -> Result<Arc<NominationForm>, StoreError> {
    let earlier: Vec<_> = revisions
        .iter()
        .filter(|id| {
            form.questions
                .iter()
                .all(|question| question.revision != **id)
        })
        .map(|id| id.0)
        .collect();
    if earlier.is_empty() {
        return Ok(form);
    }
    let mut form = Arc::unwrap_or_clone(form);
    for asked in questions::as_asked(store.read(), earlier).await? {
        // Who was asked both ways answers the later one.
        let was_shown = |question: &Question| revisions.contains(&question.revision);
        if let Some(question) = form
            .questions
            .iter_mut()
            .find(|question| question.id == asked.id && !was_shown(question))
        {
            *question = asked;
        }
    }
    Ok(Arc::new(form))
}
