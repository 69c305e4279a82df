//! Three sentences on what these scores can and cannot support: what they are made of, what they show, what they do not.

use plaudit_ranking::{EntryReport, ModelStatus, Selection, Standing, Unavailable, Variances};

use super::text::{counted, grouped, label, percent};
use super::{Outcome, names};

/// The three, in that order.
pub(super) fn of(outcome: &Outcome) -> [String; 3] {
    let model = &outcome.report.model;
    if is_short(outcome) {
        return short(outcome);
    }
    match (&model.status, model.fit) {
        (ModelStatus::CalibrationUnavailable(why), _) => unavailable(*why),
        (ModelStatus::PerfectAgreement, _) => perfect(),
        (ModelStatus::EntriesIndistinguishable { p_value }, _) => indistinguishable(*p_value),
        (_, Some(fit)) => calibrated(outcome, &fit),
        (_, None) => unavailable(Unavailable::NotSolvable),
    }
}

/// Whether entries have reviews, and none has enough of them.
fn is_short(outcome: &Outcome) -> bool {
    let report = &outcome.report;
    report.model.reviews > 0
        && (report.entries.iter())
            .all(|entry| matches!(entry.standing, Standing::Insufficient | Standing::NotJudged))
}

fn short(outcome: &Outcome) -> [String; 3] {
    let most = (outcome.report.entries.iter())
        .map(|entry| entry.reviews)
        .max();
    [
        format!(
            "No entry has the {} reviews that it takes to be ranked, but {} at most.",
            outcome.quorum,
            most.unwrap_or(0)
        ),
        "So none is ranked, and entries are listed in the order of their names.".to_owned(),
        "Have each of them judged by more, or say with --quorum that fewer will do.".to_owned(),
    ]
}

fn unavailable(why: Unavailable) -> [String; 3] {
    let made_of = format!(
        "How severe a judge is cannot be told from how good an entry is: {}.",
        names::reason(why)
    );
    match why {
        Unavailable::NoReviews => [
            made_of,
            "Nothing can be said of any entry.".to_owned(),
            "Have each entry judged by two or more, and judges share entries.".to_owned(),
        ],
        Unavailable::AllEqual => [
            "All scores are the same, so judges and entries differ in nothing.".to_owned(),
            "Every entry is tied with every other.".to_owned(),
            "These scores cannot support choosing any of them; a lot can, or a scale with more points.".to_owned(),
        ],
        _ => [
            made_of,
            "Entries are in the order of their plain means, which is what these scores support and no more.".to_owned(),
            "They cannot say how sure any place is: a severe judge may have decided it, and more entries that several \
             judges share would show."
                .to_owned(),
        ],
    }
}

fn perfect() -> [String; 3] {
    [
        "Judges agree perfectly, but for how lenient each is: scores are judge plus entry and nothing else.".to_owned(),
        "They support this order, by least squares, exactly as it is.".to_owned(),
        "They cannot show how it would come out with other judges, because there is no error to learn from; so perfect an \
         agreement is rare, so ask whether the scores were given independently."
            .to_owned(),
    ]
}

fn indistinguishable(p_value: f64) -> [String; 3] {
    let chance = if p_value < 0.01 {
        "less than 1 %".to_owned()
    } else {
        format!("{:.0} %", 100.0 * p_value)
    };
    [
        format!(
            "These scores do not tell entries apart: where entries are all alike, differences as large as these come about \
             with a chance of {chance}."
        ),
        "The means are listed without ranks, and support no choice between any two entries.".to_owned(),
        "More reviews of each entry could; to choose by these means would be to draw lots and not say so.".to_owned(),
    ]
}

fn calibrated(outcome: &Outcome, fit: &Variances) -> [String; 3] {
    let model = &outcome.report.model;
    let is = |wanted: fn(&ModelStatus) -> bool| {
        std::iter::once(&model.status)
            .chain(&model.also)
            .any(wanted)
    };
    let severity = if is(|status| matches!(status, ModelStatus::NoSeverityDifferences)) {
        "nothing how severe judges are, of which no differences were found,".to_owned()
    } else {
        format!("{} how severe judges are", percent(fit.judge_share()))
    };
    let made_of = format!(
        "Of all that differs between scores, {} is how good entries are, {severity} and {} neither, so the ranking's \
         reliability is {:.2} ({}).",
        percent(fit.entry_share()),
        percent(fit.residual_share()),
        fit.reliability,
        needed(fit),
    );
    let [supports, not] = match sides(outcome) {
        Some(sides) => sides,
        None => without_chances(),
    };
    let not = if is(|status| matches!(status, ModelStatus::Disconnected)) {
        format!(
            "{} Between the {} groups that share no judge they compare nothing, unless entries were allotted to groups at \
             random.",
            not,
            grouped(model.components as u64)
        )
        .replacen(". Between", "; and between", 1)
    } else {
        not
    };
    [made_of, supports, not]
}

/// What a reliability means, in reviews. It is compared as it is shown, to two places.
fn needed(fit: &Variances) -> String {
    match fit.reviews_needed {
        _ if fit.reliability >= 0.795 => "0.8 and more is good".to_owned(),
        Some(reviews) if reviews < 1000.0 => {
            format!(
                "0.8 is good, and takes about {:.0} reviews of each entry",
                reviews.ceil()
            )
        }
        _ => "0.8 is good, and out of reach for these judges and entries".to_owned(),
    }
}

fn without_chances() -> [String; 2] {
    [
        "They support this order as the best guess.".to_owned(),
        "How sure any place is they could say too, but probabilities are switched off.".to_owned(),
    ]
}

/// What is safe and what is contested; `None` without probabilities.
fn sides(outcome: &Outcome) -> Option<[String; 2]> {
    let entries = &outcome.report.entries;
    let count = |standing| {
        entries
            .iter()
            .filter(|entry| entry.standing == standing)
            .count()
    };
    let (inside, outside) = (count(Standing::SafeIn), count(Standing::SafeOut));
    let mut contested: Vec<&EntryReport> = (entries.iter())
        .filter(|entry| entry.standing == Standing::Contested)
        .collect();
    if inside + outside + contested.len() == 0 {
        return None;
    }
    let safe = |many| match many {
        0 => "no entry".to_owned(),
        many => counted(many, "entry", "entries"),
    };
    let best = match outcome.top {
        _ if outcome.report.is_apart => "being among those selected from their part".to_owned(),
        1 => "being the best".to_owned(),
        top => format!("being among the best {}", grouped(top as u64)),
    };
    let supports = format!(
        "At 19 chances in 20 they support {} as {best}, and {} as not.",
        safe(inside),
        safe(outside)
    );
    if contested.is_empty() {
        let not = "They leave nothing contested at the cut, but do not make the ranks within either side certain.";
        return Some([supports, not.to_owned()]);
    }
    let picked = (contested.iter())
        .filter(|entry| entry.selection == Selection::In)
        .count();
    contested.sort_by(|left, right| {
        let value = |entry: &EntryReport| entry.value_of_review.unwrap_or(0.0);
        value(right).total_cmp(&value(left))
    });
    let worth: Vec<String> = contested
        .iter()
        .take(3)
        .map(|entry| label(&entry.entry))
        .collect();
    let taken = if picked == 0 {
        "none of which is selected".to_owned()
    } else {
        format!(
            "of which {} selected as the best guess",
            if picked == 1 {
                "1 is".to_owned()
            } else {
                format!("{} are", grouped(picked as u64))
            }
        )
    };
    let not = format!(
        "They cannot decide {} {taken}; one more review is worth most for {}.",
        counted(contested.len(), "contested entry,", "contested entries,"),
        join(&worth)
    );
    Some([supports, not])
}

/// `a`, `a and b`, `a, b and c`.
fn join(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
