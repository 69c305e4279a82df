//! Who may be what on a panel, and who acts for it.

use crate::{membership::Role, refusal::Refusal, season};

/// A panel has at most one chair, asked or active: `others` are the roles that the others hold or were asked to hold.
pub fn may_join_panel(role: Role, others: &[Role]) -> Result<(), Refusal> {
    if !role.is_on_panel() {
        return Err(Refusal::OtherRole);
    }
    if role == Role::Chair && others.contains(&Role::Chair) {
        return Err(Refusal::SecondChair);
    }
    Ok(())
}

/// Somebody's role on the panel changes until the panel has resolved.
pub fn may_change_panel(season: season::Status) -> Result<(), Refusal> {
    use season::Status::{Deliberation, Draft, Judging, Open, Screening};
    match season {
        Draft | Open | Screening | Judging | Deliberation => Ok(()),
        _ => {
            super::may_change_season(season)?;
            Err(Refusal::PanelResolved)
        }
    }
}

/// What the panel keeps to itself is agreed on until the panel has resolved.
pub fn may_write_confidentiality(season: season::Status) -> Result<(), Refusal> {
    may_change_panel(season)
}

/// Whether somebody of this role acts for the panel in a case that they are not in conflict with: the chair; the
/// deputy where the chair is in conflict, or where there is none.
pub fn may_preside(role: Role, is_in_conflict: bool, chair_is_able: bool) -> Result<(), Refusal> {
    match role {
        Role::Chair | Role::Deputy if is_in_conflict => Err(Refusal::Recused),
        Role::Chair => Ok(()),
        Role::Deputy if !chair_is_able => Ok(()),
        _ => Err(Refusal::OtherRole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_has_one_chair_and_any_number_of_the_others() {
        let chaired = [Role::Chair, Role::Deputy, Role::Judge];
        assert_eq!(
            may_join_panel(Role::Chair, &chaired),
            Err(Refusal::SecondChair)
        );
        assert_eq!(may_join_panel(Role::Chair, &[Role::Judge]), Ok(()));
        for role in [Role::Deputy, Role::Judge, Role::Secretary, Role::Observer] {
            assert_eq!(may_join_panel(role, &chaired), Ok(()), "{role}");
        }
        for role in [Role::Administrator, Role::Executive] {
            assert_eq!(may_join_panel(role, &[]), Err(Refusal::OtherRole), "{role}");
        }
    }

    #[test]
    fn the_deputy_presides_where_the_chair_cannot_and_nobody_where_they_are_in_conflict() {
        assert_eq!(may_preside(Role::Chair, false, true), Ok(()));
        assert_eq!(
            may_preside(Role::Deputy, false, true),
            Err(Refusal::OtherRole)
        );
        assert_eq!(may_preside(Role::Chair, true, false), Err(Refusal::Recused));
        assert_eq!(may_preside(Role::Deputy, false, false), Ok(()));
        assert_eq!(
            may_preside(Role::Deputy, true, false),
            Err(Refusal::Recused)
        );
        for role in [Role::Judge, Role::Secretary, Role::Observer] {
            assert_eq!(
                may_preside(role, false, false),
                Err(Refusal::OtherRole),
                "{role}"
            );
        }
    }
}
