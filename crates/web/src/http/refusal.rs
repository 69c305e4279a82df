//! A refusal of the domain, as a sentence.

use plaudit_domain::refusal::Refusal;

use crate::words::{Value, Words};

/// What was refused and why, in these words.
pub fn in_words(refusal: &Refusal, words: &Words) -> String {
    let key = format!("refusal-{}", refusal.key());
    let fills: Vec<(&str, Value<'_>)> = match refusal {
        Refusal::NotPossible {
            thing,
            status,
            event,
        } => {
            let thing_said = words.get(&format!("refusal-thing-{thing}"));
            let status_said = match *thing {
                "season" => words.get(&format!("season-status-{status}")),
                "acceptance" | "assignment" | "case" | "nomination" => {
                    words.get(&format!("status-{thing}-{status}"))
                }
                // These have no tag of their own.
                _ => status.replace('-', " "),
            };
            vec![
                ("thing", thing_said.into()),
                ("status", status_said.into()),
                ("event", event.as_str().into()),
            ]
        }
        Refusal::Incomplete(missing) => {
            let missing: Vec<String> = missing
                .iter()
                .map(|key| words.get(&format!("missing-{key}")))
                .collect();
            vec![("missing", words.list(&missing).into())]
        }
        Refusal::FinalistsUnread { missing } | Refusal::ScoresMissing { missing } => {
            vec![("missing", (*missing).into())]
        }
        Refusal::NoQuorum { received, needed } => {
            vec![
                ("received", (*received).into()),
                ("needed", (*needed).into()),
            ]
        }
        Refusal::MeetingTooSmall { present, needed } => {
            vec![("present", (*present).into()), ("needed", (*needed).into())]
        }
        Refusal::NotRead { judges } => vec![("judges", (*judges).into())],
        Refusal::ShortlistFull { size } => vec![("size", (*size).into())],
        Refusal::Unsettled { cases } | Refusal::Undecided { cases } => {
            vec![("cases", (*cases).into())]
        }
        Refusal::WrongCode { tries_left } => vec![("tries", (*tries_left).into())],
        _ => Vec::new(),
    };
    words.fill(&key, &fills)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use plaudit_domain::season::{self, Readiness};
    use plaudit_domain::{
        acceptance, assignment, case, interest, membership, nomination, reference, steward, terms,
    };

    use super::*;
    use crate::words::WordBook;

    /// The refusal after this one, of each kind one; a new kind does not compile until it has its place here.
    fn after(refusal: &Refusal) -> Option<Refusal> {
        let at = Timestamp::UNIX_EPOCH;
        Some(match refusal {
            Refusal::NotPossible { .. } => Refusal::ReasonNeeded,
            Refusal::ReasonNeeded => Refusal::NotOpenYet { opens_at: None },
            Refusal::NotOpenYet { .. } => Refusal::Closed { closed_at: at },
            Refusal::Closed { .. } => Refusal::NotYetDue { due_at: at },
            Refusal::NotYetDue { .. } => Refusal::JudgingBegun,
            Refusal::JudgingBegun => Refusal::NotJudging,
            Refusal::NotJudging => Refusal::NotDeliberating,
            Refusal::NotDeliberating => Refusal::NotLockedYet,
            Refusal::NotLockedYet => Refusal::Unsettled { cases: 3 },
            Refusal::Unsettled { .. } => Refusal::Undecided { cases: 2 },
            Refusal::Undecided { .. } => Refusal::NoJudges,
            Refusal::NoJudges => Refusal::StageToCome,
            Refusal::StageToCome => Refusal::StageBegun,
            Refusal::StageBegun => Refusal::StagesSet,
            Refusal::StagesSet => Refusal::NamesSeen,
            Refusal::NamesSeen => Refusal::FinalistsUnread { missing: 2 },
            Refusal::FinalistsUnread { .. } => Refusal::InterviewOn,
            Refusal::InterviewOn => Refusal::Locked,
            Refusal::Locked => Refusal::SeasonOver,
            Refusal::SeasonOver => Refusal::PanelResolved,
            Refusal::PanelResolved => Refusal::Incomplete(vec!["terms", "dates"]),
            Refusal::Incomplete(_) => Refusal::ConfidentialityNotAccepted,
            Refusal::ConfidentialityNotAccepted => Refusal::InterestNotDeclared,
            Refusal::InterestNotDeclared => Refusal::RulingPending,
            Refusal::RulingPending => Refusal::Recused,
            Refusal::Recused => Refusal::OwnInterest,
            Refusal::OwnInterest => Refusal::OtherRuler,
            Refusal::OtherRuler => Refusal::ReadBlind,
            Refusal::ReadBlind => Refusal::MeetingBegun,
            Refusal::MeetingBegun => Refusal::Resolved,
            Refusal::Resolved => Refusal::NotSigned,
            Refusal::NotSigned => Refusal::NotResolved,
            Refusal::NotResolved => Refusal::MeetingTooSmall {
                present: 2,
                needed: 3,
            },
            Refusal::MeetingTooSmall { .. } => Refusal::NotRead { judges: 2 },
            Refusal::NotRead { .. } => Refusal::OutOfARival,
            Refusal::OutOfARival => Refusal::NoVote,
            Refusal::NoVote => Refusal::Voted,
            Refusal::Voted => Refusal::NoBallot,
            Refusal::NoBallot => Refusal::NoMajority,
            Refusal::NoMajority => Refusal::ScoresMissing { missing: 2 },
            Refusal::ScoresMissing { .. } => Refusal::NothingLeft,
            Refusal::NothingLeft => Refusal::OffScale,
            Refusal::OffScale => Refusal::BelowMeritFloor,
            Refusal::BelowMeritFloor => Refusal::NoQuorum {
                received: 1,
                needed: 3,
            },
            Refusal::NoQuorum { .. } => Refusal::ShortlistFull { size: 5 },
            Refusal::ShortlistFull { .. } => Refusal::NotAccepted,
            Refusal::NotAccepted => Refusal::NotFactChecked,
            Refusal::NotFactChecked => Refusal::ShortlistSet,
            Refusal::ShortlistSet => Refusal::Taken,
            Refusal::Taken => Refusal::LastAdministrator,
            Refusal::LastAdministrator => Refusal::SecondChair,
            Refusal::SecondChair => Refusal::OnPanel,
            Refusal::OnPanel => Refusal::OtherRole,
            Refusal::OtherRole => Refusal::HasAPart,
            Refusal::HasAPart => Refusal::Barred,
            Refusal::Barred => Refusal::LinkSpent,
            Refusal::LinkSpent => Refusal::WrongCode { tries_left: 2 },
            Refusal::WrongCode { .. } => return None,
        })
    }

    #[test]
    fn every_refusal_is_a_sentence() {
        let words = WordBook::load().english();
        let first = Refusal::NotPossible {
            thing: "season",
            status: "draft".to_owned(),
            event: "close".to_owned(),
        };
        let all: Vec<Refusal> = std::iter::successors(Some(first), after).collect();
        let poor: Vec<String> = all
            .iter()
            .map(|refusal| in_words(refusal, &words))
            .filter(|said| {
                !said.ends_with('.') || said.contains("{ $") || said.starts_with("refusal-")
            })
            .collect();
        assert_eq!(poor, Vec::<String>::new());
        assert_eq!(all.len(), 58);
    }

    #[test]
    fn a_status_in_the_way_is_called_as_on_its_page() {
        let words = WordBook::load().english();
        let refused = |thing, status: &str| {
            let refusal = Refusal::NotPossible {
                thing,
                status: status.to_owned(),
                event: "withdraw".to_owned(),
            };
            in_words(&refusal, &words)
        };
        let said = refused("case", "in-judging");
        assert_eq!(said, "This is not possible while the case is “In judging”.");
        for (thing, statuses) in [
            ("season", words_of(season::Status::ALL)),
            ("case", words_of(case::Status::ALL)),
            ("nomination", words_of(nomination::Status::ALL)),
            ("acceptance", words_of(acceptance::Status::ALL)),
            ("assignment", words_of(assignment::Status::ALL)),
            ("interest", words_of(interest::Status::ALL)),
            ("membership", words_of(membership::Status::ALL)),
            ("reference", words_of(reference::Status::ALL)),
            ("steward", words_of(steward::Status::ALL)),
            ("terms", words_of(terms::Status::ALL)),
        ] {
            for status in statuses {
                let said = refused(thing, &status);
                assert!(
                    !said.contains("status-") && !said.contains("refusal-"),
                    "{said}"
                );
            }
        }
    }

    fn words_of(statuses: &[impl ToString]) -> Vec<String> {
        statuses.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn whatever_keeps_a_season_from_opening_is_named() {
        let words = WordBook::load().english();
        let nothing_there = Readiness {
            terms_approved: false,
            dates_complete: false,
            has_questions: false,
            has_criteria: false,
            scales_described: false,
            has_category: false,
            has_eligibility_rules: false,
            rule_set: None,
        };
        let mut missing = nothing_there.missing();
        missing.extend(["nomination", "close-to-come"]);
        for key in missing {
            let key = format!("missing-{key}");
            assert_ne!(words.get(&key), key);
        }
    }
}
