//! What is asked about stages.

use plaudit_domain::criterion::Points;
use plaudit_domain::ids::{CaseId, MembershipId};
use plaudit_domain::stage::{Decides, Interview, Kind, Sift, Stages};
use plaudit_domain::text::{self, Fault, Texts};
use plaudit_store::reports::stages::StagesPage;
use plaudit_store::stages::{Appointment, Marks};

use crate::admin::filled::{VERSION, YES};
use crate::admin::rules::form::{percent, whole};
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const SIFT: &str = "sift";
pub(super) const VOTES: &str = "votes";
pub(super) const DECIDES: &str = "decides";
pub(super) const GUIDANCE: &str = "guidance";

pub(super) const INTERVIEW: &str = "interview";
pub(super) const SCORECARDS: &str = "scorecards";
pub(super) const CARRIED: &str = "carried";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 7] = [
    (SIFT, "stages-sift-on"),
    (VOTES, "stages-votes"),
    (DECIDES, "stages-decides"),
    (GUIDANCE, "stages-guidance"),
    (INTERVIEW, "stages-interview-on"),
    (SCORECARDS, "stages-scorecards"),
    (CARRIED, "stages-carried"),
];

/// The most words of what a case must show to pass.
const GUIDANCE_WORDS: usize = 300;

/// The boxes of one judge.
pub(super) fn of_judge(judge: MembershipId) -> String {
    format!("judge[{judge}]")
}

/// What is said now; of a sift that is off, what it would be.
pub(super) fn written(page: &StagesPage) -> RawForm {
    let sift = page.rules.stages.sift.clone();
    let is_on = if sift.is_some() { YES } else { "" };
    let sift = sift.unwrap_or(Sift {
        votes: 2,
        decides: Decides::Majority,
        guidance: Texts::default(),
    });
    let interview = page.rules.stages.interview.as_ref();
    let interviews = if interview.is_some() { YES } else { "" };
    let quorum = interview.map_or(page.rules.quorum, |interview| interview.quorum);
    let carried = interview.map_or(0, |interview| interview.carried);
    RawForm::from_pairs([
        (VERSION, page.about.season.revision.to_string()),
        (SIFT, is_on.to_owned()),
        (VOTES, sift.votes.to_string()),
        (DECIDES, sift.decides.to_string()),
        (GUIDANCE, sift.guidance.first().to_owned()),
        (INTERVIEW, interviews.to_owned()),
        (SCORECARDS, quorum.to_string()),
        (CARRIED, Points(carried.into()).to_string()),
    ])
}

/// Reads what was typed, or says everything that is wrong with it; what belongs to a stage that is off is not read.
pub(super) fn parse(raw: &RawForm) -> Result<Stages, FieldErrors> {
    let mut errors = raw.errors();
    let mut stages = Stages::default();
    if raw.get(SIFT) == YES {
        let votes = errors.take(VOTES, "stages-votes-noun", whole(raw.trimmed(VOTES), 100));
        let decides = Decides::parse(raw.get(DECIDES)).map_err(|_| Fault::NotAChoice);
        let decides = errors.take(DECIDES, "stages-decides-noun", decides);
        let guidance = text::paragraphs(raw.get(GUIDANCE), Some(GUIDANCE_WORDS));
        let guidance = errors.take(GUIDANCE, "stages-guidance-noun", guidance);
        if let (Some(votes), Some(decides), Some(guidance)) = (votes, decides, guidance) {
            stages.sift = Some(Sift {
                votes,
                decides,
                guidance: Texts::english(&guidance),
            });
        }
    }
    if raw.get(INTERVIEW) == YES {
        let quorum = whole(raw.trimmed(SCORECARDS), 100);
        let quorum = errors.take(SCORECARDS, "stages-scorecards-noun", quorum);
        let carried = percent(raw.trimmed(CARRIED));
        let carried = errors.take(CARRIED, "stages-carried-noun", carried);
        if let (Some(quorum), Some(carried)) = (quorum, carried) {
            stages.interview = Some(Interview {
                quorum,
                carried,
                criteria: Vec::new(),
            });
        }
    }
    if errors.is_empty() {
        Ok(stages)
    } else {
        Err(errors)
    }
}

/// The field of when and where a finalist is met.
pub(super) fn of_case(case: CaseId) -> String {
    format!("appointment[{case}]")
}

/// The most characters of when and where.
const APPOINTMENT_LIMIT: usize = 300;

/// What was typed of when and where the finalists of the page are met.
pub(super) fn appointments(
    raw: &RawForm,
    page: &StagesPage,
) -> Result<Vec<Appointment>, FieldErrors> {
    let mut errors = raw.errors();
    let mut read = Vec::new();
    for one in &page.interviewed {
        let field = of_case(one.case);
        let typed = text::optional_line(raw.get(&field), APPOINTMENT_LIMIT);
        if let Some(words) = errors.take(&field, "stages-appointment-noun", typed) {
            read.push((one.case, words));
        }
    }
    if errors.is_empty() {
        Ok(read)
    } else {
        Err(errors)
    }
}

/// Which boxes are ticked for the judges that the page lists.
pub(super) fn marks(raw: &RawForm, page: &StagesPage) -> Vec<Marks> {
    let ticked = |judge: MembershipId| {
        raw.all(&of_judge(judge))
            .filter_map(|kind| Kind::parse(kind).ok())
            .collect()
    };
    page.judges
        .iter()
        .map(|judge| (judge.membership, ticked(judge.membership)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sift_that_is_off_is_not_read_and_one_that_is_on_says_what_is_wrong() {
        let off = RawForm::from_pairs([(VOTES, "many")]);
        assert_eq!(parse(&off), Ok(Stages::default()));
        let wrong = off.with(SIFT, YES).with(DECIDES, "dice");
        let errors = parse(&wrong).expect_err("it is wrong");
        let fields: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
        assert_eq!(fields, [VOTES, DECIDES, GUIDANCE]);
    }
}
