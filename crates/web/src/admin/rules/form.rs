//! What is asked about the rules for deciding.

use plaudit_domain::criterion::Points;
use plaudit_domain::rule_set::{
    AtTheCut, Deciding, Meeting, Method, OthersScores, Reading, RuleSet, TieBreak,
};
use plaudit_domain::text::Fault;
use plaudit_store::rule_sets::RuleSetWords;

use crate::admin::filled::VERSION;
use crate::admin::run::Run;
use crate::http::field_errors::FieldErrors;
use crate::http::form::RawForm;

pub(in crate::admin) const METHOD: &str = "method";
pub(in crate::admin) const MERIT_FLOOR: &str = "merit-floor";
pub(super) const QUORUM: &str = "quorum";
pub(in crate::admin) const SHORTLIST_SIZE: &str = "shortlist-size";
pub(super) const TIE_BREAKS: [&str; 3] = ["tie-break-1", "tie-break-2", "tie-break-3"];

pub(super) const AT_THE_CUT: &str = "at-the-cut";
pub(super) const READING: &str = "reading";
pub(super) const OTHERS_SCORES: &str = "others-scores";
pub(super) const DECIDING: &str = "deciding";
pub(super) const MEETING_QUORUM: &str = "meeting-quorum";

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 12] = [
    (METHOD, "rules-method"),
    (MERIT_FLOOR, "rules-merit-floor"),
    (QUORUM, "rules-quorum"),
    (SHORTLIST_SIZE, "rules-shortlist-size"),
    (TIE_BREAKS[0], "rules-tie-break-1"),
    (TIE_BREAKS[1], "rules-tie-break-2"),
    (TIE_BREAKS[2], "rules-tie-break-3"),
    (AT_THE_CUT, "rules-at-the-cut"),
    (READING, "rules-reading"),
    (OTHERS_SCORES, "rules-others"),
    (DECIDING, "rules-deciding"),
    (MEETING_QUORUM, "rules-meeting-quorum"),
];

/// What is decided now.
pub(super) fn written(run: &Run, rules: &RuleSet) -> RawForm {
    let tie_break = |place: usize| {
        rules
            .tie_break
            .get(place)
            .map_or_else(String::new, ToString::to_string)
    };
    RawForm::from_pairs([
        (VERSION, run.season.revision.to_string()),
        (METHOD, rules.method.to_string()),
        (MERIT_FLOOR, Points(rules.merit_floor.into()).to_string()),
        (QUORUM, rules.quorum.to_string()),
        (SHORTLIST_SIZE, rules.shortlist_size.to_string()),
        (TIE_BREAKS[0], tie_break(0)),
        (TIE_BREAKS[1], tie_break(1)),
        (TIE_BREAKS[2], tie_break(2)),
        (AT_THE_CUT, rules.at_the_cut.to_string()),
        (READING, rules.reading.to_string()),
        (OTHERS_SCORES, rules.others_scores.to_string()),
        (DECIDING, rules.meeting.deciding.to_string()),
        (MEETING_QUORUM, rules.meeting.quorum.to_string()),
    ])
}

/// Reads what was typed, or says everything that is wrong with it.
pub(super) fn parse(raw: &RawForm) -> Result<RuleSetWords, FieldErrors> {
    let mut errors = raw.errors();
    let method = errors.take(
        METHOD,
        "rules-method-noun",
        Method::parse(raw.get(METHOD)).map_err(|_| Fault::NotAChoice),
    );
    let merit_floor = errors.take(
        MERIT_FLOOR,
        "rules-merit-floor-noun",
        percent(raw.trimmed(MERIT_FLOOR)),
    );
    let quorum = errors.take(QUORUM, "rules-quorum-noun", whole(raw.trimmed(QUORUM), 100));
    let shortlist_size = errors.take(
        SHORTLIST_SIZE,
        "rules-shortlist-size-noun",
        whole(raw.trimmed(SHORTLIST_SIZE), 1_000),
    );
    let tie_break = tie_break(raw, &mut errors);
    if let Some(method) = method {
        let useless = TIE_BREAKS.into_iter().find(|name| {
            TieBreak::parse(raw.trimmed(name)).is_ok_and(|rule| !rule.works_with(method))
        });
        if let Some(name) = useless {
            errors.say(name, "rules-lower-bound-needs");
        }
    }
    let at_the_cut = AtTheCut::parse(raw.get(AT_THE_CUT)).map_err(|_| Fault::NotAChoice);
    let at_the_cut = errors.take(AT_THE_CUT, "rules-at-the-cut-noun", at_the_cut);
    let reading = Reading::parse(raw.get(READING)).map_err(|_| Fault::NotAChoice);
    let reading = errors.take(READING, "rules-reading-noun", reading);
    let others = OthersScores::parse(raw.get(OTHERS_SCORES)).map_err(|_| Fault::NotAChoice);
    let others = errors.take(OTHERS_SCORES, "rules-others-noun", others);
    let meeting = meeting(raw, &mut errors);
    let numbers = (merit_floor, quorum, shortlist_size);
    let choices = (at_the_cut, reading, others, meeting);
    match (method, numbers, tie_break, choices) {
        (
            Some(method),
            (Some(merit_floor), Some(quorum), Some(shortlist_size)),
            Some(tie_break),
            (Some(at_the_cut), Some(reading), Some(others_scores), Some(meeting)),
        ) if errors.is_empty() => Ok(RuleSetWords {
            method,
            merit_floor,
            quorum,
            shortlist_size,
            tie_break,
            at_the_cut,
            reading,
            others_scores,
            meeting,
        }),
        _ => Err(errors),
    }
}

/// How the panel decides, and with how many; a quorum may be left out.
fn meeting(raw: &RawForm, errors: &mut FieldErrors) -> Option<Meeting> {
    let deciding = Deciding::parse(raw.get(DECIDING)).map_err(|_| Fault::NotAChoice);
    let deciding = errors.take(DECIDING, "rules-deciding-noun", deciding);
    let typed = raw.trimmed(MEETING_QUORUM);
    let quorum = if matches!(typed, "" | "0") {
        Some(0)
    } else {
        errors.take(
            MEETING_QUORUM,
            "rules-meeting-quorum-noun",
            whole(typed, 100),
        )
    };
    Some(Meeting {
        deciding: deciding?,
        quorum: quorum?,
    })
}

/// A percentage with up to two decimals, in hundredths of a percent.
pub(in crate::admin) fn percent(typed: &str) -> Result<u32, Fault> {
    let typed = typed.trim_end_matches('%').trim_end();
    let hundredths = Points::parse(typed)?.0;
    u32::try_from(hundredths)
        .ok()
        .filter(|hundredths| *hundredths <= 10_000)
        .ok_or(Fault::OutOfRange {
            lowest: Some("0".to_owned()),
            highest: Some("100".to_owned()),
        })
}

pub(in crate::admin) fn whole(typed: &str, most: u32) -> Result<u32, Fault> {
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let number: u32 = typed.parse().map_err(|_| Fault::Malformed)?;
    if (1..=most).contains(&number) {
        Ok(number)
    } else {
        Err(Fault::OutOfRange {
            lowest: Some("1".to_owned()),
            highest: Some(most.to_string()),
        })
    }
}

/// The ways to tell ties apart, in their order; an empty one is left out.
fn tie_break(raw: &RawForm, errors: &mut FieldErrors) -> Option<Vec<TieBreak>> {
    let mut order = Vec::new();
    for name in TIE_BREAKS {
        let typed = raw.trimmed(name);
        if typed.is_empty() {
            continue;
        }
        let rule = TieBreak::parse(typed)
            .map_err(|_| Fault::NotAChoice)
            .and_then(|rule| {
                if order.contains(&rule) {
                    Err(Fault::Repeated)
                } else {
                    Ok(rule)
                }
            });
        order.push(errors.take(name, "rules-tie-break-noun", rule)?);
    }
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small_award() -> RawForm {
        RawForm::from_pairs([
            (METHOD, "mean"),
            (MERIT_FLOOR, "62.5 %"),
            (QUORUM, "3"),
            (SHORTLIST_SIZE, "5"),
            (TIE_BREAKS[0], "criteria"),
            (TIE_BREAKS[1], ""),
            (AT_THE_CUT, "lot"),
            (READING, "blind"),
            (OTHERS_SCORES, "after-lock"),
            (DECIDING, "ballot"),
            (MEETING_QUORUM, "3"),
        ])
    }

    #[test]
    fn a_merit_floor_may_have_decimals() {
        let words = parse(&small_award()).expect("it is complete");
        assert_eq!(words.merit_floor, 6_250);
        assert_eq!(words.tie_break, [TieBreak::Criteria]);
        assert_eq!(words.at_the_cut, AtTheCut::Lot);
        assert_eq!(words.reading, Reading::Blind);
        assert_eq!(words.others_scores, OthersScores::AfterLock);
    }

    #[test]
    fn every_fault_stands_at_its_field() {
        let wrong = |name: &str, typed: &str| {
            let errors = parse(&small_award().with(name, typed)).expect_err("it is wrong");
            let fields: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
            assert_eq!(fields, [name], "{typed}");
        };
        wrong(METHOD, "dice");
        wrong(MERIT_FLOOR, "100.5");
        wrong(MERIT_FLOOR, "-1");
        wrong(QUORUM, "0");
        wrong(SHORTLIST_SIZE, "five");
        wrong(TIE_BREAKS[1], "criteria");
        wrong(TIE_BREAKS[2], "lower-bound");
        wrong(AT_THE_CUT, "dice");
        wrong(READING, "");
        wrong(OTHERS_SCORES, "always");
        wrong(DECIDING, "by shouting");
        wrong(MEETING_QUORUM, "most of them");
    }
}
