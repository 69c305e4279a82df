//! Who judges what: when that is planned.

use crate::{refusal::Refusal, season};

/// Who judges what is planned, published and changed by hand from the screening's end until the deliberation.
pub fn may_plan(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Screening | season::Status::Judging => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

/// Whether a plan is made at all is decided until judging begins: afterwards every case would land on every desk.
pub fn may_stop_planning(season: season::Status) -> Result<(), Refusal> {
    use season::Status::{Draft, Open, Screening};
    match season {
        Draft | Open | Screening => Ok(()),
        _ => Err(Refusal::JudgingBegun),
    }
}

/// Judging begins once somebody has accepted to judge. Fewer than a case needs are no hindrance: others may join.
pub fn may_begin_with(judges: usize) -> Result<(), Refusal> {
    match judges {
        0 => Err(Refusal::NoJudges),
        _ => Ok(()),
    }
}

/// The season goes from one stage to the next, and back, while it is in judging.
pub fn may_move_stage(season: season::Status) -> Result<(), Refusal> {
    match season {
        season::Status::Judging => Ok(()),
        _ => Err(Refusal::NotJudging),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judging_begins_with_one_judge_and_not_with_none() {
        assert_eq!(may_begin_with(0), Err(Refusal::NoJudges));
        assert_eq!(may_begin_with(1), Ok(()));
    }

    #[test]
    fn stages_change_in_judging_and_at_no_other_time() {
        let allowed: Vec<_> = season::Status::ALL
            .iter()
            .filter(|status| may_move_stage(**status).is_ok())
            .collect();
        assert_eq!(allowed, [&season::Status::Judging]);
    }
}
