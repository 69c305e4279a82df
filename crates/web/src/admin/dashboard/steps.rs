//! What each step is called, where it is done, and what is said below it.

use plaudit_domain::next_steps::{NextStep, State, Step as What, WaitsFor};
use plaudit_domain::programme::Programme;
use plaudit_domain::stage;
use plaudit_store::reports::dashboard::SeasonRow;

use super::Here;
use crate::admin::part::{Part, look};
use crate::paths::admin::{
    Cases, Deliberation, Enquiries, Interests, Judges, Minutes, NewSeason, Nominations, Progress,
    SeasonAnnouncement, SeasonArchive, SeasonDecision, SeasonDeliberation, SeasonJudging,
    SeasonOpening, Shortlist, StageMove, Stewards, TermsVersions,
};
use crate::paths::{accounts, public};
use crate::say;
use crate::ui::steps::Step;
use crate::words::Words;

/// A step of a season.
pub(super) fn of_season(words: &Words, here: &Here, row: &SeasonRow, next: &NextStep) -> Step {
    let note: Vec<String> = [waits(words, row, next), left(words, here, row, next)]
        .into_iter()
        .chain([due(words, row, next)])
        .flatten()
        .collect();
    Step {
        state: look(next.state),
        title: title(words, row, next.step),
        path: path(row, next.step).filter(|_| next.state != State::Done || !is_move(next.step)),
        note: (!note.is_empty()).then(|| note.join(" ")),
    }
}

/// A step of a programme that has no season yet.
pub(super) fn of_beginning(words: &Words, programme: &Programme, next: &NextStep) -> Step {
    let programme = programme.id;
    let (title, path) = match next.step {
        What::Stewards => (
            "programmes-step-stewards",
            Stewards { programme }.to_string(),
        ),
        What::Season => ("programmes-new-season", NewSeason { programme }.to_string()),
        _ => (
            "programmes-step-terms",
            TermsVersions { programme }.to_string(),
        ),
    };
    Step {
        state: look(next.state),
        title: words.get(title),
        path: Some(path),
        note: None,
    }
}

/// Whether the season is in its sift: judges vote, and score nothing.
pub(super) fn is_sifted(row: &SeasonRow) -> bool {
    row.season.stage == stage::Kind::Sift
}

fn title(words: &Words, row: &SeasonRow, step: What) -> String {
    if let Some(part) = Part::of(step) {
        return part.title(words);
    }
    match step {
        What::Rulings if row.tally.chair_rules => say!(words, "dashboard-step-rulings-by-chair"),
        What::Quorum if is_sifted(row) => say!(words, "dashboard-step-quorum-in-sift"),
        What::Decide if row.unsigned.is_some() => match &row.signatory {
            Some(name) => say!(words, "dashboard-step-decide-by", name = name.as_str()),
            None => say!(words, "dashboard-step-decide-by-chair"),
        },
        step => words.get(&format!("dashboard-step-{step}")),
    }
}

/// What a step waits for.
fn waits(words: &Words, row: &SeasonRow, next: &NextStep) -> Option<String> {
    let zone = row.programme.words.zone.time_zone();
    match (next.waits_for?, row.season.timetable.closes_at) {
        (WaitsFor::Close, Some(at)) => Some(say!(
            words,
            "dashboard-closes",
            at = words.moment(at, &zone)
        )),
        (waits_for, _) => Some(words.get(&format!("dashboard-waits-{waits_for}"))),
    }
}

/// What is left of it.
fn left(words: &Words, here: &Here, row: &SeasonRow, next: &NextStep) -> Option<String> {
    let tally = &row.tally;
    let count = |key: &str| Some(words.fill(key, &[("count", next.left.into())]));
    match next.step {
        What::Share => Some(here.url.link(public_page(row))),
        What::Panel => Some(say!(
            words,
            "dashboard-panel",
            accepted = tally.accepted,
            invited = tally.invited,
            quorum = tally.quorum
        )),
        What::OwnSheets if tally.own_sheet > 0 => {
            Some(say!(words, "dashboard-own-sheet", count = tally.own_sheet))
        }
        _ if next.left == 0 => None,
        What::Acceptances => Some(say!(
            words,
            "dashboard-left-acceptances",
            count = next.left,
            untold = tally.not_told
        )),
        What::Confirmations if next.state == State::Done => {
            count("dashboard-left-confirmations-closed")
        }
        What::Quorum if is_sifted(row) => count("dashboard-left-quorum-in-sift"),
        step => count(&format!("dashboard-left-{step}")),
    }
}

fn due(words: &Words, row: &SeasonRow, next: &NextStep) -> Option<String> {
    let zone = row.programme.words.zone.time_zone();
    next.due_at
        .filter(|_| next.state != State::Done)
        .map(|at| say!(words, "dashboard-due", at = words.moment(at, &zone)))
}

/// Where visitors read of the award.
fn public_page(row: &SeasonRow) -> String {
    let programme = row.programme.words.slug.to_string();
    public::Programme { programme }.to_string()
}

/// Whether the step moves the season: once it has, there is no page for it.
fn is_move(step: What) -> bool {
    matches!(
        step,
        What::Open
            | What::BeginJudging
            | What::NextStage
            | What::BeginDeliberation
            | What::Decide
            | What::Announce
            | What::Archive
    )
}

/// Where a step is done, as far as it has a page.
fn path(row: &SeasonRow, step: What) -> Option<String> {
    let season = row.season.id;
    let category = row.categories.first().map(|category| category.id);
    if let Some(part) = Part::of(step).filter(|part| *part != Part::Opening) {
        return Some(part.path_in(row.programme.id, season));
    }
    match step {
        What::Share => Some(public_page(row)),
        What::Panel | What::Judges => Some(Judges { season }.to_string()),
        What::Screening => Some(Nominations { season }.waiting()),
        What::Confirmations => Some(Nominations { season }.unconfirmed()),
        What::Acceptances => Some(Cases.not_accepted(season)),
        What::FactChecks => Some(Cases.not_checked(season)),
        What::Eligibility => Some(Cases.forming(season)),
        What::OwnSheets if row.tally.own_sheet > 0 => {
            Some(accounts::Interests { season }.to_string())
        }
        What::OwnSheets => Some(Interests { season }.to_string()),
        What::Sheets => Some(Interests { season }.not_answered()),
        What::Rulings => Some(Interests { season }.waiting()),
        What::Enquiries => Some(Enquiries { season }.waiting()),
        What::Quorum => Some(Progress { season }.to_string()),
        What::Shortlist => category.map(|category| Shortlist { category }.to_string()),
        What::Open => Some(SeasonOpening { season }.to_string()),
        What::BeginJudging => Some(SeasonJudging { season }.to_string()),
        What::NextStage => Some(StageMove { season }.to_string()),
        What::BeginDeliberation => Some(SeasonDeliberation { season }.to_string()),
        What::Outcome => category.map(|category| Deliberation { category }.to_string()),
        What::Decide => Some(match row.unsigned {
            Some(category) => Minutes { category }.to_string(),
            None => SeasonDecision { season }.to_string(),
        }),
        What::Announce => Some(SeasonAnnouncement { season }.to_string()),
        What::Archive => Some(SeasonArchive { season }.to_string()),
        What::Stewards
        | What::Season
        | What::Terms
        | What::Dates
        | What::Categories
        | What::EligibilityRules
        | What::Questions
        | What::Criteria
        | What::Rules => None,
    }
}
