//! The URLs of the panel: judges' desks, and the room in which they meet.

use axum_extra::routing::TypedPath;
use plaudit_domain::ids::{AssignmentId, CaseId, CategoryId, InterestId, SeasonId};
use serde::Deserialize;

use super::route::{Area, Route};
use crate::http::error::NoSuchPage;

site_map! { JUDGING
    /// Behind the judge's gate.
    judging = Judging {
        /// What is left, done, and next.
        Desk "/judging" [GET];
        /// The panels on which one sits: who is on them, and when.
        Panels "/judging/panels" [GET];
        /// What one is asked to keep to oneself, on each of one's panels.
        Confidentiality "/judging/confidentiality" [GET];
        /// Accepts the version that is in force.
        ConfidentialityAcceptance "/judging/confidentiality/{season}/acceptance" { season: SeasonId } [POST];
        /// What one says of oneself in public, where the season shows who judges.
        Biography "/judging/biographies/{season}" { season: SeasonId } [GET POST];
        /// Erases it.
        BiographyRemoval "/judging/biographies/{season}/removal" { season: SeasonId } [POST];
        /// The gate of a case: whom it concerns, and the question of interests.
        Gate "/judging/interests/{assignment}" { assignment: AssignmentId } [GET POST];
        /// The interests that the chair rules on, or the deputy where the chair is in conflict.
        Rulings "/judging/rulings/{season}" { season: SeasonId } [GET];
        /// One of them, to be ruled on.
        Ruling "/judging/rulings/{season}/{interest}" { season: SeasonId, interest: InterestId } [GET POST];
        /// How far judging is, for chair and deputy, without the cases that they are out of.
        Progress "/judging/progress/{season}" { season: SeasonId } [GET];
        /// Which judges a reminder would go to, and the button that sends it.
        JudgeReminders "/judging/progress/{season}/reminders" { season: SeasonId } [GET POST];
        /// What the scores say of the panel, for chair and deputy, once they are locked.
        Diagnostics "/judging/diagnostics/{category}" { category: CategoryId } [GET];
        /// The room of the panel's meeting on a category.
        Deliberation "/judging/deliberation/{category}" { category: CategoryId } [GET];
        /// Tells a screen of the room when it shows something new.
        DeliberationEvents "/judging/deliberation/{category}/events" { category: CategoryId } [GET];
        /// The order of its cases; a post draws it up so that people leave the room least.
        Agenda "/judging/deliberation/{category}/agenda" { category: CategoryId } [GET POST];
        /// Moves a case on the agenda, adds it or takes it off.
        AgendaItem "/judging/deliberation/{category}/agenda/{case}" { category: CategoryId, case: CaseId } [POST];
        /// Takes a case in hand, or puts it down.
        CaseAtHand "/judging/deliberation/{category}/case" { category: CategoryId } [POST];
        /// Notes who is there.
        Attendance "/judging/deliberation/{category}/attendance" { category: CategoryId } [GET POST];
        /// What was decided there, to read, to print and to sign.
        Minutes "/judging/deliberation/{category}/minutes" { category: CategoryId } [GET];
        /// Signs the resolution.
        Resolution "/judging/deliberation/{category}/resolution" { category: CategoryId } [POST];
        /// One case, to be decided on.
        DeliberatedCase "/judging/deliberation/{category}/{case}" { category: CategoryId, case: CaseId } [GET POST];
        /// Takes the decision on it back.
        DecisionRemoval "/judging/deliberation/{category}/{case}/removal" { category: CategoryId, case: CaseId } [POST];
        /// What it says, for whoever did not score it; a post confirms that it was read.
        CaseToRead "/judging/deliberation/{category}/{case}/reading" { category: CategoryId, case: CaseId } [GET POST];
        /// Opens a ballot on it.
        Ballot "/judging/deliberation/{category}/{case}/ballot" { category: CategoryId, case: CaseId } [POST];
        /// Votes in it.
        BallotPaper "/judging/deliberation/{category}/{case}/ballot/paper" { category: CategoryId, case: CaseId } [POST];
        /// Counts it.
        BallotCount "/judging/deliberation/{category}/{case}/ballot/count" { category: CategoryId, case: CaseId } [POST];
        /// Steps out of a case for an interest that was found later.
        Recusal "/judging/interests/{assignment}/recusal" { assignment: AssignmentId } [POST];
        /// The practice case.
        Practice "/judging/practice/{season}" { season: SeasonId } [GET];
        /// What was given it beside what the panel gives.
        PracticeAnswers "/judging/practice/{season}/answers" { season: SeasonId } [GET];
        /// A case beside its scorecard.
        Scorecard "/judging/scorecards/{assignment}" { assignment: AssignmentId } [GET POST];
        /// Abstains from the case, with a reason.
        Abstention "/judging/scorecards/{assignment}/abstention" { assignment: AssignmentId } [GET POST];
        /// A question to the secretary about a case.
        Enquiry "/judging/enquiries/{assignment}" { assignment: AssignmentId } [GET POST];
        /// One's open cases to take away; a post reads a filled score form back.
        OfflinePack "/judging/pack/{season}" { season: SeasonId } [GET POST];
        /// The cases as one file, in large print and to be printed.
        PackCases "/judging/pack/{season}/cases.html" { season: SeasonId } [GET];
        /// The score form.
        PackScores "/judging/pack/{season}/scores.csv" { season: SeasonId } [GET];
        /// Which scores to keep where a filled form clashed.
        PackChoices "/judging/pack/{season}/choices" { season: SeasonId } [POST];
        /// The scorecards that whoever presides over a panel may open again.
        Reopenings "/judging/reopenings/{season}" { season: SeasonId } [GET];
        /// Opens one of them again, with a reason.
        Reopening "/judging/reopenings/{season}/{assignment}" { season: SeasonId, assignment: AssignmentId } [GET POST];
        /// Takes a submitted scorecard back.
        SubmissionRemoval "/judging/scorecards/{assignment}/submission/removal" { assignment: AssignmentId } [POST];
        /// Says that one has read a finalist.
        Reading "/judging/scorecards/{assignment}/reading" { assignment: AssignmentId } [POST];
        /// Says in a sift whether the case goes on.
        Vote "/judging/scorecards/{assignment}/vote" { assignment: AssignmentId } [POST];
    }
}
