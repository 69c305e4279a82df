//! What is asked about stages.

use plaudit_domain::ids::MembershipId;
use plaudit_domain::stage::{Decides, Kind, Sift, Stages};
use plaudit_domain::text::{self, Fault, Texts};
use plaudit_store::reports::stages::StagesPage;
use plaudit_store::stages::Marks;

use crate::admin::filled::{VERSION, YES};
use crate::admin::rules::form::whole;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(super) const SIFT: &str = "sift";
pub(super) const VOTES: &str = "votes";
pub(super) const DECIDES: &str = "decides";
pub(super) const GUIDANCE: &str = "guidance";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 4] = [
    (SIFT, "stages-sift-on"),
    (VOTES, "stages-votes"),
    (DECIDES, "stages-decides"),
    (GUIDANCE, "stages-guidance"),
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
    RawForm::from_pairs([
        (VERSION, page.about.season.revision.to_string()),
        (SIFT, is_on.to_owned()),
        (VOTES, sift.votes.to_string()),
        (DECIDES, sift.decides.to_string()),
        (GUIDANCE, sift.guidance.first().to_owned()),
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
    if errors.is_empty() {
        Ok(stages)
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
