//! What is asked about a season: its name, its dates in the programme's zone, and what nominators declare.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use plaudit_domain::season::{ClaimsAsked, Season, Status, Timetable};
use plaudit_domain::text::{self, Fault};
use plaudit_domain::window::Zone;
use plaudit_store::seasons::SeasonWords;

use crate::admin::filled::{Filled, VERSION, in_english};
use crate::admin::run::Run;
use crate::http::field_errors::{FieldErrors, Fill};
use crate::http::form::RawForm;
use crate::say;
use crate::words::Words;

pub(super) const NAME: &str = "name";
pub(super) const DECLARATION: &str = "declaration";
pub(super) const CLAIMS_LEAST: &str = "claims-least";
pub(super) const CLAIMS_MOST: &str = "claims-most";

/// What is said of a name that another season has.
const TAKEN: &str = "seasons-name-taken";

/// The longest name of a season, in characters.
const NAME_LIMIT: usize = 60;

/// The dates of a timetable by name, in their order, with the days after the one before that suit most awards.
pub(super) const DATES: [(&str, i64); 5] = [
    ("opens", 28),
    ("closes", 56),
    ("judging-ends", 35),
    ("decision", 14),
    ("announcement", 28),
];

/// The field of a date's day.
pub(in crate::admin) fn day(name: &str) -> String {
    format!("{name}-day")
}

/// The field of a date's time.
pub(in crate::admin) fn time(name: &str) -> String {
    format!("{name}-time")
}

/// What a date is for, by its name.
pub(super) fn date_in_words(words: &Words, name: &str) -> String {
    words.get(&format!("timetable-{name}"))
}

/// Every field in the order of the page, with the key of its label.
pub(super) const FIELDS: [(&str, &str); 14] = [
    (NAME, "seasons-name"),
    ("opens-day", "timetable-opens"),
    ("opens-time", "timetable-opens"),
    ("closes-day", "timetable-closes"),
    ("closes-time", "timetable-closes"),
    ("judging-ends-day", "timetable-judging-ends"),
    ("judging-ends-time", "timetable-judging-ends"),
    ("decision-day", "timetable-decision"),
    ("decision-time", "timetable-decision"),
    ("announcement-day", "timetable-announcement"),
    ("announcement-time", "timetable-announcement"),
    (DECLARATION, "seasons-declaration"),
    (CLAIMS_LEAST, "seasons-claims-least"),
    (CLAIMS_MOST, "seasons-claims-most"),
];

/// The next day from Tuesday to Thursday: people are at work, and so is whoever can help them.
fn midweek(date: Date) -> Date {
    let days = match date.weekday() {
        Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday => 0,
        Weekday::Monday => 1,
        Weekday::Friday => 4,
        Weekday::Saturday => 3,
        Weekday::Sunday => 2,
    };
    date.saturating_add(days.days())
}

/// Dates that would do, from this day on, each at noon.
pub(super) fn with_suggested_dates(words: &Words, raw: RawForm, today: Date) -> RawForm {
    let mut date = today;
    DATES.iter().fold(raw, |raw, (name, days)| {
        date = midweek(date.saturating_add(days.days()));
        raw.with(&day(name), &words.day(date))
            .with(&time(name), &say!(words, "words-noon"))
    })
}

/// What the form for a new season begins with; the declaration is the earlier season's.
pub(super) fn suggested(words: &Words, today: Date, earlier: Option<&Season>) -> RawForm {
    let declaration = earlier.map_or_else(
        || say!(words, "seasons-declaration-suggestion"),
        |earlier| earlier.declaration.first().to_owned(),
    );
    let claims = earlier.map_or_else(ClaimsAsked::default, |earlier| earlier.claims);
    // The year after the last season's, or else next year.
    let after = earlier.and_then(|earlier| earlier.name.parse::<i16>().ok());
    let year = after.unwrap_or_else(|| today.year()).saturating_add(1);
    let raw = RawForm::from_pairs([
        (NAME, year.to_string()),
        (DECLARATION, declaration),
        (CLAIMS_LEAST, claims.least().to_string()),
        (CLAIMS_MOST, claims.most().to_string()),
    ]);
    with_suggested_dates(words, raw, today)
}

/// The form again, whose name another season of the programme has.
pub(super) fn taken(raw: RawForm) -> Filled {
    let mut errors = raw.errors();
    errors.say(NAME, TAKEN);
    Filled::wrong(raw, errors)
}

/// What is written about a season now.
pub(in crate::admin) fn written(words: &Words, run: &Run) -> RawForm {
    let season = &run.season;
    let raw = RawForm::from_pairs([
        (VERSION, season.version.to_string()),
        (NAME, season.name.clone()),
        (DECLARATION, season.declaration.first().to_owned()),
        (CLAIMS_LEAST, season.claims.least().to_string()),
        (CLAIMS_MOST, season.claims.most().to_string()),
    ]);
    season
        .timetable
        .dates()
        .into_iter()
        .fold(raw, |raw, (name, at)| match at {
            Some(at) => {
                let (shown_day, shown_time) = shown(words, &run.programme.words.zone, at);
                raw.with(&day(name), &shown_day)
                    .with(&time(name), &shown_time)
            }
            None => raw.with(&time(name), &say!(words, "words-noon")),
        })
}

fn shown(words: &Words, zone: &Zone, at: Timestamp) -> (String, String) {
    let local = zone.show(at);
    (words.day(local.date()), words.time(local.time()))
}

/// Reads a date: a day, and a time that is noon unless another was typed. `Ok(None)` is a date that is still to be set.
///
/// What the page showed reads back as the very instant that it was, seconds and all.
pub(in crate::admin) fn date(
    words: &Words,
    raw: &RawForm,
    errors: &mut FieldErrors,
    name: &str,
    zone: &Zone,
    before: Option<Timestamp>,
) -> Option<Timestamp> {
    let (day_field, time_field) = (day(name), time(name));
    let (typed_day, typed_time) = (raw.trimmed(&day_field), raw.trimmed(&time_field));
    if let Some(at) = before
        && (typed_day.to_owned(), typed_time.to_owned()) == shown(words, zone, at)
    {
        return Some(at);
    }
    if typed_day.is_empty() {
        return None;
    }
    let what = || {
        say!(
            words,
            "seasons-date-noun",
            date = date_in_words(words, name)
        )
    };
    let date = errors.take(
        &day_field,
        what(),
        words.read_day(typed_day).ok_or(Fault::Malformed),
    );
    let clock = if typed_time.is_empty() {
        Some(Time::constant(12, 0, 0, 0))
    } else {
        errors.take(
            &time_field,
            say!(
                words,
                "seasons-time-noun",
                date = date_in_words(words, name)
            ),
            words.read_time(typed_time).ok_or(Fault::Malformed),
        )
    };
    let instant = zone.instant(date?.to_datetime(clock?));
    if instant.is_err() {
        errors.say(&time_field, "seasons-hour-skipped");
    }
    instant.ok()
}

/// Notes at its field what comes before something that should precede it.
pub(super) fn refuse_disorder(words: &Words, timetable: &Timetable, errors: &mut FieldErrors) {
    for (name, _) in timetable.out_of_order() {
        let fill = Fill::Text(date_in_words(words, name));
        errors.say_filled(&day(name), "seasons-out-of-order", vec![("date", fill)]);
    }
}

/// Reads what was typed, or says everything that is wrong with it, beside the seasons that the programme has. A season
/// that is no draft keeps its opening; the close of any other must be still to come.
pub(super) fn parse(
    words: &Words,
    raw: &RawForm,
    zone: &Zone,
    before: Option<&Season>,
    there: &[Season],
    now: Timestamp,
) -> Result<SeasonWords, FieldErrors> {
    let mut errors = raw.errors();
    let name = errors.take(
        NAME,
        "seasons-name-noun",
        text::line(raw.get(NAME), NAME_LIMIT),
    );
    let but = before.map(|season| season.id);
    let mut others = there.iter().filter(|other| Some(other.id) != but);
    if let Some(name) = &name
        && others.any(|other| other.is_called(name))
    {
        errors.say(NAME, TAKEN);
    }
    let old = before.map(|season| season.timetable).unwrap_or_default();
    let opening_stays = before.is_some_and(|season| season.status != Status::Draft);
    let mut read = |name, at| date(words, raw, &mut errors, name, zone, at);
    let timetable = Timetable {
        opens_at: if opening_stays {
            old.opens_at
        } else {
            read("opens", old.opens_at)
        },
        closes_at: read("closes", old.closes_at),
        judging_ends_at: read("judging-ends", old.judging_ends_at),
        decision_at: read("decision", old.decision_at),
        announcement_at: read("announcement", old.announcement_at),
    };
    if opening_stays {
        // Once people know the dates, one may move but not vanish.
        for (date, _) in timetable.dates().iter().filter(|(_, at)| at.is_none()) {
            let what = say!(
                words,
                "seasons-date-noun",
                date = date_in_words(words, date)
            );
            errors.fault(&day(date), what, Fault::Missing);
        }
    }
    refuse_disorder(words, &timetable, &mut errors);
    if !opening_stays && timetable.closes_at.is_some_and(|at| at <= now) {
        errors.say(&day("closes"), "seasons-close-over");
    }
    let declaration = errors.take(
        DECLARATION,
        "seasons-declaration-noun",
        text::paragraphs(raw.get(DECLARATION), None),
    );
    let claims = claims(raw, &mut errors);
    match (name, declaration, claims) {
        (Some(name), Some(declaration), Some(claims)) if errors.is_empty() => Ok(SeasonWords {
            name,
            timetable,
            declaration: in_english(before.map(|season| &season.declaration), declaration),
            claims,
        }),
        _ => {
            errors.in_order_of(FIELDS.map(|(name, _)| name));
            Err(errors)
        }
    }
}

fn claims(raw: &RawForm, errors: &mut FieldErrors) -> Option<ClaimsAsked> {
    let whole = |name| match raw.trimmed(name) {
        "" => Err(Fault::Missing),
        typed => typed.parse::<u32>().map_err(|_| Fault::Malformed),
    };
    let least = errors.take(
        CLAIMS_LEAST,
        "seasons-claims-least-noun",
        whole(CLAIMS_LEAST),
    );
    let most = errors.take(CLAIMS_MOST, "seasons-claims-most-noun", whole(CLAIMS_MOST));
    match ClaimsAsked::new(least?, most?) {
        Err(Fault::EndsBeforeStart) => {
            errors.say(CLAIMS_MOST, "seasons-claims-most-under-least");
            None
        }
        claims => errors.take(CLAIMS_MOST, "seasons-claims-most-noun", claims),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::WordBook;

    fn london() -> Zone {
        Zone::parse("Europe/London").expect("London keeps a time")
    }

    fn read(raw: &RawForm) -> Result<SeasonWords, FieldErrors> {
        let now = london().instant(date(2026, 11, 23).at(9, 0, 0, 0));
        let now = now.expect("no clock skips it");
        parse(&WordBook::load().english(), raw, &london(), None, &[], now)
    }

    fn suggested_form() -> RawForm {
        let words = WordBook::load().english();
        suggested(&words, date(2026, 11, 23), None)
    }

    #[test]
    fn suggested_dates_are_in_order_at_noon_from_tuesday_to_thursday() {
        let season = read(&suggested_form()).expect("it would do");
        assert_eq!(season.name, "2027");
        for (name, at) in season.timetable.dates() {
            let local = london().show(at.expect("every date is suggested"));
            let weekday = local.weekday().to_monday_one_offset();
            assert!((2..=4).contains(&weekday), "{name} is on {weekday}");
            assert_eq!(local.hour(), 12, "{name}");
        }
    }

    #[test]
    fn a_date_before_the_one_that_it_follows_is_wrong_at_its_own_field() {
        let raw = suggested_form()
            .with("closes-day", "1/1/2026")
            .with("decision-time", "25:00");
        let errors = read(&raw).expect_err("it closes before it opens");
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["closes-day", "decision-time"]);
    }

    #[test]
    fn an_hour_that_clocks_skip_is_wrong_at_the_time() {
        let raw = suggested_form()
            .with("opens-day", "28 March 2027")
            .with("opens-time", "1:30am");
        let errors = read(&raw).expect_err("there is no such hour");
        assert!(errors.of("opens-time").is_some());
    }

    #[test]
    fn a_date_that_is_not_set_yet_is_no_error_in_a_draft() {
        let raw = suggested_form().with("decision-day", " ");
        let season = read(&raw).expect("it may be set later");
        assert_eq!(season.timetable.missing(), ["decision"]);
    }
}
