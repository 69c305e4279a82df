//! What a nomination says, in rows: the answers, the progress claims and the two people.

use std::collections::{BTreeMap, HashMap};

use plaudit_domain::{
    eligibility::{self, Outlook, Rule},
    ids::{EligibilityRuleId, NominationId},
    nomination::{MarkedAnswer, Relationship, Submission},
    progress_claim::{Month, ProgressClaim},
    question::Answer,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Moment, StoreError,
    entities::{answers, nominations, people, progress_claims},
    people as persons, prepared,
    write::Tx,
};

/// An answer as the column `value` holds it: one member, by the kind of answer; none for an empty one.
#[derive(Default, Serialize, Deserialize)]
struct AnswerValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<jiff::civil::Date>,
}

fn write_answer(answer: &Answer) -> Value {
    let mut value = AnswerValue::default();
    match answer {
        Answer::Empty => {}
        Answer::Text(text) => value.text = Some(text.clone()),
        Answer::Chosen(keys) => value.chosen = Some(keys.clone()),
        Answer::Number(number) => value.number = Some(*number),
        Answer::Date(date) => value.date = Some(*date),
    }
    serde_json::to_value(value).expect("an answer is plain JSON")
}

fn read_answer(value: &Value) -> Result<Answer, StoreError> {
    let value = AnswerValue::deserialize(value).map_err(StoreError::unreadable)?;
    Ok(match value {
        AnswerValue {
            text: Some(text), ..
        } => Answer::Text(text),
        AnswerValue {
            chosen: Some(keys), ..
        } => Answer::Chosen(keys),
        AnswerValue {
            number: Some(number),
            ..
        } => Answer::Number(number),
        AnswerValue {
            date: Some(date), ..
        } => Answer::Date(date),
        _ => Answer::Empty,
    })
}

/// The answers to the rules, as the column `eligibility` holds them.
pub(super) fn write_eligibility(
    answers: &BTreeMap<EligibilityRuleId, eligibility::Answer>,
) -> Value {
    answers
        .iter()
        .map(|(rule, answer)| (rule.to_string(), Value::from(answer.as_str())))
        .collect()
}

fn read_eligibility(
    value: &Value,
) -> Result<BTreeMap<EligibilityRuleId, eligibility::Answer>, StoreError> {
    let words = BTreeMap::<EligibilityRuleId, String>::deserialize(value)
        .map_err(StoreError::unreadable)?;
    words
        .into_iter()
        .map(|(rule, word)| Ok((rule, eligibility::Answer::parse(&word)?)))
        .collect()
}

/// What a nomination's answers amount to by these rules; a draft that was never sent answers none of them.
pub(crate) fn outlook(rules: &[Rule], answers: &Value) -> Result<Outlook, StoreError> {
    let answers = read_eligibility(answers)?;
    Ok(eligibility::outlook(rules.iter().filter_map(|rule| {
        Some(rule.outlook(*answers.get(&rule.id)?))
    })))
}

/// Writes answers and claims, few statements for each table however many nominations.
pub(super) async fn insert<'a>(
    tx: &Tx,
    said: impl IntoIterator<Item = (&'a Moment, Uuid, &'a Submission)>,
) -> Result<(), StoreError> {
    let (mut answers, mut claims) = (Vec::new(), Vec::new());
    for (moment, nomination, submission) in said {
        answers.extend(
            submission
                .answers
                .iter()
                .map(|(revision, marked)| answers::ActiveModel {
                    id: Set(moment.id()),
                    nomination_id: Set(nomination),
                    question_revision_id: Set(revision.0),
                    value: Set(write_answer(&marked.answer)),
                    not_for_publication: Set(marked.not_for_publication),
                }),
        );
        claims.extend((0..).zip(&submission.claims).map(|(position, claim)| {
            progress_claims::ActiveModel {
                id: Set(moment.id()),
                nomination_id: Set(nomination),
                position: Set(position),
                before: Set(claim.before.clone()),
                after: Set(claim.after.clone()),
                from_month: Set(claim.from.to_string()),
                to_month: Set(claim.to.map(|month| month.to_string())),
                shown_by: Set(claim.shown_by.clone()),
                sfia_version: Set(None),
                sfia_skill: Set(None),
                sfia_before: Set(None),
                sfia_after: Set(None),
            }
        }));
    }
    prepared::insert(tx, answers).await?;
    prepared::insert(tx, claims).await?;
    Ok(())
}

/// Takes answers and claims away, to be written anew.
pub(super) async fn remove(tx: &Tx, nomination: Uuid) -> Result<(), StoreError> {
    answers::Entity::delete_many()
        .filter(answers::Column::NominationId.eq(nomination))
        .exec(tx)
        .await?;
    progress_claims::Entity::delete_many()
        .filter(progress_claims::Column::NominationId.eq(nomination))
        .exec(tx)
        .await?;
    Ok(())
}

/// What these nominations say, by nomination; a draft that was never sent says nothing and is left out.
///
/// Three statements, however many nominations.
pub(crate) async fn submissions(
    conn: &impl ConnectionTrait,
    rows: &[nominations::Model],
) -> Result<HashMap<NominationId, Submission>, StoreError> {
    let sent: Vec<&nominations::Model> =
        rows.iter().filter(|row| row.nominee_id.is_some()).collect();
    if sent.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<Uuid> = sent.iter().map(|row| row.id).collect();
    let mut answers = answers_of(conn, &ids).await?;
    let mut claims = claims_of(conn, &ids).await?;
    let people = people_of(conn, &sent).await?;
    let person = |id: Option<Uuid>| {
        id.and_then(|id| people.get(&id).cloned())
            .ok_or_else(|| StoreError::unreadable("a nomination without its people"))
    };
    sent.into_iter()
        .map(|row| {
            let submission = Submission {
                category: row
                    .category_id
                    .ok_or_else(|| StoreError::unreadable("a nomination without category"))?
                    .into(),
                nominee: persons::read(person(row.nominee_id)?)?,
                nominator: persons::read(person(row.nominator_id)?)?,
                relationship: Relationship::parse(row.relationship.as_deref().unwrap_or_default())?,
                relationship_words: row.relationship_words.clone(),
                eligibility: read_eligibility(&row.eligibility)?,
                answers: answers.remove(&row.id).unwrap_or_default(),
                claims: claims.remove(&row.id).unwrap_or_default(),
            };
            Ok((row.id.into(), submission))
        })
        .collect()
}

type Answers = BTreeMap<plaudit_domain::ids::QuestionRevisionId, MarkedAnswer>;

async fn answers_of(
    conn: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Answers>, StoreError> {
    let mut all: HashMap<Uuid, Answers> = HashMap::new();
    let rows = answers::Entity::find()
        .filter(answers::Column::NominationId.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    for row in rows {
        let marked = MarkedAnswer {
            answer: read_answer(&row.value)?,
            not_for_publication: row.not_for_publication,
        };
        all.entry(row.nomination_id)
            .or_default()
            .insert(row.question_revision_id.into(), marked);
    }
    Ok(all)
}

async fn claims_of(
    conn: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ProgressClaim>>, StoreError> {
    let month =
        |text: &str| Month::parse(text).map_err(|_| StoreError::unreadable("a claim's month"));
    let mut all: HashMap<Uuid, Vec<ProgressClaim>> = HashMap::new();
    let rows = progress_claims::Entity::find()
        .filter(progress_claims::Column::NominationId.is_in(ids.iter().copied()))
        .order_by_asc(progress_claims::Column::Position)
        .all(conn)
        .await?;
    for row in rows {
        let claim = ProgressClaim {
            from: month(&row.from_month)?,
            to: row.to_month.as_deref().map(month).transpose()?,
            before: row.before,
            after: row.after,
            shown_by: row.shown_by,
        };
        all.entry(row.nomination_id).or_default().push(claim);
    }
    Ok(all)
}

async fn people_of(
    conn: &impl ConnectionTrait,
    rows: &[&nominations::Model],
) -> Result<HashMap<Uuid, people::Model>, StoreError> {
    let ids = rows
        .iter()
        .flat_map(|row| [row.nominee_id, row.nominator_id])
        .flatten();
    let rows = people::Entity::find()
        .filter(people::Column::Id.is_in(ids))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_answer_reads_back() {
        let answers = [
            Answer::Empty,
            Answer::Text("Siân\n🎉".into()),
            Answer::Chosen(vec!["hall".into()]),
            Answer::Number(-3),
            Answer::Date(jiff::civil::date(2027, 3, 4)),
        ];
        for answer in answers {
            assert_eq!(
                read_answer(&write_answer(&answer)).expect("it reads back"),
                answer
            );
        }
    }
}
