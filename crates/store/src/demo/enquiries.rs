//! The demo's questions to the secretary: one that is answered, and one that waits.

use plaudit_domain::ids::SeasonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Past, email, nominating::DemoCase, told::Panel};
use crate::{Actor, Store, StoreError, accounts, enquiries, entities::assignments};

/// Each with the day on which it was asked, and its answer if it has one.
const QUESTIONS: [(&str, &str, Option<&str>); 2] = [
    (
        "2027-04-08T21:10",
        "One nomination has the checklists on the website in September 2026, the other “from about last September”. Is that the same month?",
        Some(
            "Yes, September 2026. We asked the agent, who wrote in February 2027 and meant the September before.",
        ),
    ),
    (
        "2027-04-19T20:45",
        "Are the figures before and after counted over the same months of the year?",
        None,
    ),
];

/// A judge in the middle of it asks about the first case that is open to them; the administrator answers what is answered.
pub(super) async fn ask(
    store: &Store,
    past: &Past,
    by: plaudit_domain::ids::AccountId,
    panel: &Panel,
    season: SeasonId,
    cases: &[DemoCase],
) -> Result<(), StoreError> {
    let judge = accounts::find_by_email(store, &email(&panel.judges[2].member.email)?)
        .await?
        .ok_or(StoreError::NotFound)?
        .id;
    let mut waiting = QUESTIONS.iter();
    let mut next = waiting.next();
    for case in cases {
        let Some((at, question, answer)) = next else {
            break;
        };
        let assignment = assignments::Entity::find()
            .filter(assignments::Column::CaseId.eq(case.id.0))
            .filter(assignments::Column::JudgeId.eq(judge.0))
            .one(store.read())
            .await?
            .ok_or(StoreError::NotFound)?;
        let asked = past.moment(past.at(at)?, Actor::Account(judge));
        let id = assignment.id.into();
        let enquiry = match enquiries::ask(store, &asked, judge, id, (*question).to_owned()).await {
            Ok(enquiry) => enquiry,
            // The judge is out of this one, or has not opened it.
            Err(StoreError::Refused(_) | StoreError::NotFound) => continue,
            Err(error) => return Err(error),
        };
        if let Some(answer) = answer {
            let morning = past.at(at)? + jiff::SignedDuration::from_hours(13);
            let moment = past.moment(morning, Actor::Account(by));
            let answer = (*answer).to_owned();
            enquiries::answer(store, &moment, by, (season, enquiry), answer, "en").await?;
        }
        next = waiting.next();
    }
    Ok(())
}
