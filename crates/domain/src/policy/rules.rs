//! What may be done to a rule set, before and after it is published.

use crate::{refusal::Refusal, rule_set, season};

/// Criteria and the rest of a rule set may be changed while it is a draft: the first until the season opens, a later version
/// as long as it may still take the place of what is published.
pub fn may_change_rules(season: season::Status, rules: rule_set::Status) -> Result<(), Refusal> {
    use season::Status::{Draft, Open, Screening};
    match season {
        Draft | Open | Screening if rules == rule_set::Status::Draft => Ok(()),
        _ => Err(Refusal::Locked),
    }
}

/// Its words may be corrected until the first scorecard is submitted.
pub fn may_correct_rules(
    season: season::Status,
    rules: rule_set::Status,
    is_scored: bool,
) -> Result<(), Refusal> {
    use season::Status::{Judging, Open, Screening};
    match season {
        Open | Screening | Judging if rules == rule_set::Status::Locked && !is_scored => Ok(()),
        _ => Err(Refusal::Locked),
    }
}

/// A new version may take its place while the close can still be put off, so that whoever nominated may answer to it.
pub fn may_renew_rules(
    season: season::Status,
    rules: rule_set::Status,
    is_scored: bool,
) -> Result<(), Refusal> {
    use season::Status::{Open, Screening};
    match season {
        Open | Screening if rules == rule_set::Status::Locked && !is_scored => Ok(()),
        _ => Err(Refusal::Locked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_once_a_scorecard_is_submitted() {
        for season in season::Status::ALL {
            for rules in rule_set::Status::ALL {
                assert_eq!(
                    may_correct_rules(*season, *rules, true),
                    Err(Refusal::Locked)
                );
                assert_eq!(may_renew_rules(*season, *rules, true), Err(Refusal::Locked));
            }
        }
    }

    #[test]
    fn before_that_words_change_until_judging_and_a_version_until_screening() {
        use season::Status::{Judging, Open, Screening};
        let locked = rule_set::Status::Locked;
        let allowed = |may: fn(season::Status, rule_set::Status, bool) -> Result<(), Refusal>| {
            (season::Status::ALL.iter().copied())
                .filter(|season| may(*season, locked, false).is_ok())
                .collect::<Vec<_>>()
        };
        assert_eq!(allowed(may_correct_rules), [Open, Screening, Judging]);
        assert_eq!(allowed(may_renew_rules), [Open, Screening]);
        let changed: Vec<_> = (season::Status::ALL.iter().copied())
            .filter(|season| may_change_rules(*season, rule_set::Status::Draft).is_ok())
            .collect();
        assert_eq!(changed, [season::Status::Draft, Open, Screening]);
    }
}
