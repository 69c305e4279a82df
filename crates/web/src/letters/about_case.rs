//! What letters to a judge about one case say alike: which award, which case as its judges know it, until when, and where.

use jiff::Timestamp;
use plaudit_domain::ids::{AccountId, AssignmentId, SeasonId};
use plaudit_domain::programme::Programme;
use plaudit_domain::season::Season;
use plaudit_store::reports::{Viewer, scorecard};
use plaudit_store::{StoreError, accounts, programmes, seasons};

use super::written::Written;
use super::{Desk, Unwritten};
use crate::paths::judging;
use crate::say;
use crate::shown::case::called_in_full;

/// A case as a letter to one of its judges speaks of it.
pub(super) struct AboutCase {
    /// Whom it greets.
    pub(super) judge: String,
    /// The award with its season.
    pub(super) award: String,
    programme: Programme,
    season: Season,
    /// What the case is called and where their scorecard is; nothing while they have not accepted what the panel keeps to itself,
    /// nor in a letter that was queued before letters named it.
    found: Option<(String, AssignmentId)>,
}

impl AboutCase {
    /// Reads it as this judge may. Whoever is out of the case by now is not written to.
    pub(super) async fn load(
        desk: &Desk<'_>,
        judge: AccountId,
        season: SeasonId,
        assignment: Option<AssignmentId>,
    ) -> Result<Self, Unwritten> {
        let (store, words) = (&desk.app.store, &desk.words);
        let found = match assignment {
            None => None,
            Some(id) => match scorecard::get(store, &Viewer::Judge(judge), id).await {
                Ok(read) => {
                    let nominee = read.case.nominee.as_ref();
                    let nominee = nominee.map(|nominee| nominee.name.as_str());
                    Some((called_in_full(words, read.case.number, nominee), id))
                }
                Err(StoreError::Refused(_)) => None,
                Err(StoreError::NotFound) => return Err(Unwritten::Overtaken),
                Err(error) => return Err(error.into()),
            },
        };
        let season = seasons::get(store, season).await?;
        let programme = programmes::get(store, season.programme).await?;
        let title = programme.words.title.in_language(&words.language());
        Ok(Self {
            judge: accounts::get(store, judge).await?.name,
            award: format!("{title} {}", season.name),
            programme,
            season,
            found,
        })
    }

    /// The letter about it: what happened, of which case, perhaps why, and the way to it.
    pub(super) fn letter(
        self,
        desk: &Desk<'_>,
        subject: String,
        happened: String,
        reason: Option<String>,
    ) -> Written {
        let words = &desk.words;
        let mut facts = vec![(say!(words, "letter-case-award"), self.award.clone())];
        let fact = |key: &str, said: String| (words.get(key), said);
        let case = self.found.as_ref().map(|(case, _)| case.clone());
        facts.extend(case.map(|case| fact("letter-case", case)));
        let due = self.due(desk.moment().now);
        let zone = self.programme.words.zone.time_zone();
        facts.extend(due.map(|at| fact("letter-case-due", words.moment(at, &zone))));
        let reason = reason.filter(|reason| !reason.trim().is_empty());
        facts.extend(reason.map(|reason| fact("letter-case-reason", reason)));
        let written = Written::new(subject)
            .answered_by(&self.programme.words.contact)
            .say(say!(words, "letter-greeting", name = self.judge))
            .say(happened)
            .details(facts);
        match self.found {
            Some((_, assignment)) => written.say(say!(words, "letter-case-open")).button(
                say!(words, "letter-case-button"),
                desk.link(judging::Scorecard { assignment }),
            ),
            None => written.say(say!(words, "letter-case-on-desk")).button(
                say!(words, "letter-judge-reminder-button"),
                desk.link(judging::Desk),
            ),
        }
    }

    /// Until when scores are due, unless that is over.
    fn due(&self, now: Timestamp) -> Option<Timestamp> {
        self.season.timetable.judging_ends_at.filter(|at| *at > now)
    }
}
