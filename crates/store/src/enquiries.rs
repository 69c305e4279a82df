//! Questions to the secretary: a judge asks about a case, and every judge of the case reads the answer.

use plaudit_domain::{
    assignment,
    fact::{Fact, FactKind},
    ids::{AccountId, AssignmentId, CaseId, EnquiryId, PersonId, SeasonId},
    interest,
    person::Email,
    policy,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Moment, Store, StoreError, assignments,
    cases::join_case,
    entities::{accounts, assignments as rows, cases, categories, enquiries, interests},
    error::changed_as_seen,
    kept::Kept,
    ledger,
    outbox::{self, Merge, NewLetter},
    scorecards::held_open,
    seasons,
    write::Tx,
};

/// The letter to a judge of the case that a question was answered; it does not say what.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnsweredLetter {
    /// The judge.
    pub account: AccountId,
    /// The season.
    pub season: SeasonId,
    /// Their assignment of the case; an earlier version did not say.
    #[serde(default)]
    pub assignment: Option<AssignmentId>,
}

impl Merge for AnsweredLetter {
    const KIND: &'static str = "enquiry-answered";
}

/// Asks about the case of one's own assignment, once it is open.
pub async fn ask(
    store: &Store,
    moment: &Moment,
    judge: AccountId,
    assignment: AssignmentId,
    question: String,
) -> Result<EnquiryId, StoreError> {
    store
        .write(
            (moment.clone(), judge, assignment, question),
            |tx, &(ref moment, judge, assignment, ref question)| {
                Box::pin(async move {
                    let held = held_open(tx, judge, assignment).await?;
                    policy::may_enquire(held.season_status, held.interest_status)?;
                    let id: EnquiryId = moment.id();
                    let row = enquiries::ActiveModel {
                        id: Set(id.0),
                        case_id: Set(held.case.0),
                        asked_by: Set(judge.0),
                        question: Set(question.clone()),
                        created_at: Set(moment.at()),
                        answer: Set(None),
                        answered_by: Set(None),
                        answered_at: Set(None),
                    };
                    enquiries::Entity::insert(row)
                        .exec_without_returning(tx)
                        .await?;
                    let fact = Fact::new(FactKind::EnquiryMade)
                        .in_season(held.season)
                        .about(held.case)
                        .saying("question", held.nominee, question.as_str());
                    ledger::note(tx, moment, fact).await?;
                    Ok(id)
                })
            },
        )
        .await
}

#[derive(FromQueryResult)]
#[expect(clippy::struct_field_names, reason = "they are the columns' names")]
struct Place {
    case_id: Uuid,
    nominee_id: Uuid,
    season_id: Uuid,
}

/// Answers a question, once, and tells every judge to whom the case is open. Whoever the case is kept from finds none.
pub async fn answer(
    store: &Store,
    moment: &Moment,
    by: AccountId,
    (season, enquiry): (SeasonId, EnquiryId),
    answer: String,
    language: &str,
) -> Result<(), StoreError> {
    let input = (
        moment.clone(),
        by,
        season,
        enquiry,
        answer,
        language.to_owned(),
    );
    store
        .write(
            input,
            |tx, &(ref moment, by, season, enquiry, ref answer, ref language)| {
                Box::pin(async move {
                    policy::may_answer_enquiry(seasons::status_held(tx, season).await?)?;
                    let place = place(tx, season, enquiry).await?;
                    if Kept::from(tx, by).await?.has(place.case_id.into()) {
                        return Err(StoreError::NotFound);
                    }
                    let changed = enquiries::Entity::update_many()
                        .set(enquiries::ActiveModel {
                            answer: Set(Some(answer.clone())),
                            answered_by: Set(Some(by.0)),
                            answered_at: Set(Some(moment.at())),
                            ..Default::default()
                        })
                        .filter(enquiries::Column::Id.eq(enquiry.0))
                        .filter(enquiries::Column::AnsweredAt.is_null())
                        .exec(tx)
                        .await?;
                    changed_as_seen(&changed)?;
                    let nominee: PersonId = place.nominee_id.into();
                    let fact = Fact::new(FactKind::EnquiryAnswered)
                        .in_season(season)
                        .about(place.case_id)
                        .saying("answer", nominee, answer.as_str());
                    ledger::note(tx, moment, fact).await?;
                    tell_judges(tx, moment, season, place.case_id.into(), language).await
                })
            },
        )
        .await
}

async fn place(tx: &Tx, season: SeasonId, enquiry: EnquiryId) -> Result<Place, StoreError> {
    let mut select = Query::select();
    select.from(enquiries::Entity);
    join_case(&mut select, (enquiries::Entity, enquiries::Column::CaseId))
        .column((enquiries::Entity, enquiries::Column::CaseId))
        .column((cases::Entity, cases::Column::NomineeId))
        .column((categories::Entity, categories::Column::SeasonId))
        .and_where(Expr::col((enquiries::Entity, enquiries::Column::Id)).eq(enquiry.0));
    let row = tx.query_one(&select).await?.ok_or(StoreError::NotFound)?;
    let place = Place::from_query_result(&row, "")?;
    if place.season_id == season.0 {
        Ok(place)
    } else {
        Err(StoreError::NotFound)
    }
}

/// What the assignment's id is called beside the account's.
const ASSIGNMENT: &str = "assignment_id";

/// A letter to each judge to whom the case is open; whoever is out of it, or has not passed its gate, hears nothing.
async fn tell_judges(
    tx: &Tx,
    moment: &Moment,
    season: SeasonId,
    case: CaseId,
    language: &str,
) -> Result<(), StoreError> {
    use assignment::Status::{Published, Scoring, Submitted};
    let open = [interest::Status::None, interest::Status::MayJudge].map(interest::Status::as_str);
    let theirs = [Published, Scoring, Submitted].map(assignment::Status::as_str);
    let mut select = Query::select();
    assignments::on_desks(&mut select)
        .inner_join(
            accounts::Entity,
            Expr::col((accounts::Entity, accounts::Column::Id))
                .equals((rows::Entity, rows::Column::JudgeId)),
        )
        .column((accounts::Entity, accounts::Column::Id))
        .column((accounts::Entity, accounts::Column::PersonId))
        .column((accounts::Entity, accounts::Column::Email))
        .expr_as(
            Expr::col((rows::Entity, rows::Column::Id)),
            Alias::new(ASSIGNMENT),
        )
        .and_where(Expr::col((rows::Entity, rows::Column::CaseId)).eq(case.0))
        .and_where(Expr::col((rows::Entity, rows::Column::Status)).is_in(theirs))
        .and_where(Expr::col((interests::Entity, interests::Column::Status)).is_in(open));
    let letters = tx
        .query_all(&select)
        .await?
        .iter()
        .map(|row| {
            let judge = assignments::JudgeRow::from_query_result(row, "")?;
            let merge = AnsweredLetter {
                account: judge.id.into(),
                season,
                assignment: Some(row.try_get::<Uuid>("", ASSIGNMENT)?.into()),
            };
            let address = Email::parse(&judge.email)
                .map_err(|_| StoreError::unreadable("an account's address"))?;
            let to = Some(judge.person_id.into());
            Ok(NewLetter::of(&merge, to, address, language.to_owned()))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    if !letters.is_empty() {
        outbox::queue_all(tx, moment, letters).await?;
    }
    Ok(())
}
