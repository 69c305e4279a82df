//! Why nothing could be assigned: the entries, judges and conflicts that make it so.

use std::io::{self, Write};

use plaudit_ranking::{Because, Infeasible};

use super::super::faults::shown;

/// Tells it, with what to change.
pub(super) fn tell(infeasible: &Infeasible, out: &mut impl Write) -> io::Result<()> {
    let why = match infeasible.because {
        Because::Fixed => "what is fixed is more than an entry needs or a judge takes",
        Because::LeastLoads => "the judges' least loads sum to more than all entries need",
        Because::LoadsAndConflicts => "the judges' loads and conflicts do not leave enough judges",
        Because::Experts => {
            "there are not enough experts; without --experts there is an assignment"
        }
        Because::OrganisationCap => {
            "too many judges come from one organisation; with a higher --cap, or none, there is an assignment"
        }
    };
    writeln!(out, "No assignment is possible: {why}.")?;
    let lacking = |what: &str, ids: &[(String, u32)], out: &mut dyn Write| -> io::Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        let all: u64 = ids.iter().map(|id| u64::from(id.1)).sum();
        writeln!(out, "{what} ({all} in all):")?;
        ids.iter()
            .try_for_each(|(id, many)| writeln!(out, "  {}  {many}", shown(id)))
    };
    let listed = |what: &str, ids: &[String], out: &mut dyn Write| -> io::Result<()> {
        if ids.is_empty() {
            return Ok(());
        }
        writeln!(out, "{what} ({}):", ids.len())?;
        ids.iter()
            .try_for_each(|id| writeln!(out, "  {}", shown(id)))
    };
    let is_of_loads = !infeasible.bound.is_empty();
    let lack = match infeasible.because {
        Because::Experts => "Entries that lack experts, and how many",
        _ => "Entries that lack judges, and how many",
    };
    lacking(lack, &infeasible.short, out)?;
    lacking(
        "Judges under their least load, and by how many",
        &infeasible.idle,
        out,
    )?;
    if is_of_loads {
        listed(
            "Judges whose least loads are too many together",
            &infeasible.bound,
            out,
        )?;
        listed(
            "The entries that they may judge, which take no more of them",
            &infeasible.entries,
            out,
        )?;
    } else if infeasible.entries.len() > infeasible.short.len() {
        listed(
            "Entries that compete for the same judges",
            &infeasible.entries,
            out,
        )?;
    }
    listed(
        "The judges who may judge these, all of them full",
        &infeasible.judges,
        out,
    )?;
    listed(
        "Judges who judge already all of these that they may",
        &infeasible.already,
        out,
    )?;
    if !infeasible.conflicts.is_empty() {
        writeln!(
            out,
            "Conflicts that keep {} ({}), judge and entry:",
            if is_of_loads {
                "them from others"
            } else {
                "others from these"
            },
            infeasible.conflicts.len()
        )?;
        for (judge, entry) in &infeasible.conflicts {
            writeln!(out, "  {}  {}", shown(judge), shown(entry))?;
        }
    }
    Ok(())
}
