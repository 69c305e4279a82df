//! Whether public results are what they were when they were signed, and tell no more than such may.

use plaudit_domain::publication::{Excess, LEAST_TOLD};
use plaudit_domain::stage::Kind;

use super::{Manifest, rules, tables};
use crate::package::check::{Opened, differs, open, unreadable};
use crate::package::fault::Fault;
use crate::package::{MEMBERS, zip};

/// What is known of public results that hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verified {
    pub(crate) programme: String,
    pub(crate) season: String,
    pub(crate) category: String,
    /// The version of Plaudit that made them.
    pub(crate) made_by: String,
    /// How many cases are listed.
    pub(crate) listed: usize,
    /// The key that they are signed under, in hexadecimal.
    pub(crate) signed_by: String,
    /// The number and the seal of the fact that says that the resolution was signed.
    pub(crate) resolution: Option<(i64, String)>,
}

/// Whether a file is meant as public results, and not as a whole package: by the members that only they have.
pub(crate) fn is_meant(bytes: &[u8]) -> bool {
    let Ok(found) = zip::read(bytes) else {
        // Where the zip itself is damaged either reader says so.
        return false;
    };
    let count = |all: &[&str], others: &[&str]| {
        let is_own = |name: &&str| !others.contains(name);
        let is_there = |name: &&&str| found.iter().any(|(there, _)| there == **name);
        let own = all.iter().filter(|name| is_own(name));
        own.filter(is_there).count()
    };
    count(&super::MEMBERS, &MEMBERS) > count(&MEMBERS, &super::MEMBERS)
}

/// Checks public results, under this key if one is given.
///
/// # Errors
/// Everything that is wrong with them, as far as it can be told.
pub(crate) fn verify(bytes: &[u8], key: Option<&str>) -> Result<Verified, Vec<Fault>> {
    let opened = open::<Manifest>(bytes, key)?;
    let listed = follows(&opened)?;
    let Opened {
        manifest,
        signed_by,
        ..
    } = opened;
    Ok(Verified {
        programme: manifest.programme,
        season: manifest.season,
        category: manifest.category,
        made_by: manifest.plaudit,
        listed,
        signed_by,
        resolution: manifest.resolution.map(|head| (head.number, head.seal)),
    })
}

/// Whether options and criteria are those of the rules, and nothing is told that may not be; answers with how many cases are
/// listed.
fn follows(opened: &Opened<'_, Manifest>) -> Result<usize, Vec<Fault>> {
    let rules = Kind::parse(&opened.manifest.stage)
        .ok()
        .zip(opened.text(rules::NAME).ok())
        .and_then(|(stage, sealed)| rules::read(sealed, stage))
        .ok_or_else(|| vec![unreadable(rules::NAME, "it is no rule set")])?;
    let told = tables::read(opened.text(tables::FIGURES)?, opened.text(tables::RESULTS)?)
        .map_err(|fault| vec![fault])?;
    let mut faults = Vec::new();
    for (member, expected) in [
        (rules::OPTIONS, rules::options_table(&rules)),
        (rules::CRITERIA, rules::criteria_table(&rules)),
        (tables::FIGURES, tables::figures(&told)),
        (tables::RESULTS, tables::results(&told)),
    ] {
        if let Some(line) = differs(opened.text(member)?, &expected) {
            faults.push(Fault::Otherwise { member, line });
        }
    }
    faults.extend(told.excess().into_iter().map(excess));
    if faults.is_empty() {
        Ok(told.cases.len())
    } else {
        Err(faults)
    }
}

fn excess(excess: Excess) -> Fault {
    let (member, what) = match excess {
        Excess::Judged => (
            tables::FIGURES,
            format!(
                "how many cases were judged, though fewer than {LEAST_TOLD} of them are not listed"
            ),
        ),
        Excess::Judges => (
            tables::FIGURES,
            format!("that there were fewer than {LEAST_TOLD} judges"),
        ),
        Excess::Recusals => (
            tables::FIGURES,
            format!(
                "recusals, though they are fewer than {LEAST_TOLD}, or so many that they tell of the cases that are listed"
            ),
        ),
        Excess::Score(case) => (
            tables::RESULTS,
            format!("a score of case {case}, where scores are left out"),
        ),
        Excess::NoScore(case) => (
            tables::RESULTS,
            format!(
                "that case {case} has fewer than {LEAST_TOLD} scorecards, by leaving out its score alone"
            ),
        ),
    };
    Fault::Excess { member, what }
}
