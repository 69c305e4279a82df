//! The results package: everything of a category by which a stranger can work its ranking out again and check that nobody
//! changed it, as one zip, signed, with the same bytes however often it is made.
//!
//! What is given is read from the store ([`plaudit_store::reports::package`]); what follows from it is worked out by
//! [`results`], when the package is made and again when it is verified. Nothing here asks the clock, a database or the
//! network.

pub(crate) mod check;
pub(crate) mod fault;
mod ledger;
mod manifest;
pub(crate) mod public;
mod results;
mod rules;
mod scores;
mod table;
#[cfg(test)]
mod tests;
mod zip;

use std::collections::BTreeSet;
use std::io::Write;
use std::num::NonZeroUsize;

use plaudit_store::reports::package::Package;
use plaudit_store::secrets::Signature;

use manifest::{Describes, Manifest, Member, Seeds};

/// What tells a reader how to work the ranking out again, and does.
const RECOMPUTE: (&str, &str) = ("RECOMPUTE.md", include_str!("package/shipped/RECOMPUTE.md"));
const IN_PYTHON: (&str, &str) = ("recompute.py", include_str!("package/shipped/recompute.py"));
const IN_R: (&str, &str) = ("recompute.R", include_str!("package/shipped/recompute.R"));

/// Every member, in the order of the zip.
pub(crate) const MEMBERS: [&str; 14] = [
    RECOMPUTE.0,
    IN_PYTHON.0,
    IN_R.0,
    rules::NAME,
    rules::OPTIONS,
    rules::CRITERIA,
    scores::NAME,
    scores::ASSIGNMENT,
    results::RESULTS,
    results::MODEL,
    results::DIAGNOSTICS,
    ledger::NAME,
    manifest::NAME,
    manifest::SIGNATURE,
];

/// On how many threads the ranking is worked out; the bytes do not depend on it.
fn threads() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// A package that is being written: its members, then what they are, then who says so.
struct Writing<W> {
    zip: zip::Writer<W>,
    members: Vec<Member>,
}

impl<W: Write> Writing<W> {
    fn new(out: W) -> Self {
        Self {
            zip: zip::Writer::new(out),
            members: Vec::new(),
        }
    }

    fn add(&mut self, name: &str, text: &str) -> std::io::Result<()> {
        self.members.push(Member::of(name, text.as_bytes()));
        self.zip.add(name, text.as_bytes())
    }

    /// Ends it with its manifest, in which the members are, and the signature over that.
    fn close(
        mut self,
        manifest: impl FnOnce(Vec<Member>) -> String,
        sign: impl FnOnce(&[u8]) -> Signature,
    ) -> std::io::Result<()> {
        let manifest = manifest(self.members);
        self.zip.add(manifest::NAME, manifest.as_bytes())?;
        let signature = manifest::signed(&sign(manifest.as_bytes()));
        self.zip.add(manifest::SIGNATURE, signature.as_bytes())?;
        self.zip.finish()
    }
}

/// Why something cannot be packed.
fn unsound(why: String) -> std::io::Error {
    std::io::Error::other(why)
}

/// Writes the package; `sign` signs its manifest.
///
/// # Errors
/// What writing failed with, or why what the store holds cannot be ranked.
pub(crate) fn write(
    package: &Package,
    sign: impl FnOnce(&[u8]) -> Signature,
    out: impl Write,
) -> std::io::Result<()> {
    let rules = rules::read(&package.rules, package.stage)
        .ok_or_else(|| unsound("the rule set's sealed text cannot be read".to_owned()))?;
    let found = results::of(&rules, &package.cases, threads()).map_err(unsound)?;
    let mut writing = Writing::new(out);
    let mut add = |name: &str, text: &str| writing.add(name, text);
    for (name, text) in [RECOMPUTE, IN_PYTHON, IN_R] {
        add(name, text)?;
    }
    add(rules::NAME, &package.rules)?;
    add(rules::OPTIONS, &rules::options_table(&rules))?;
    add(rules::CRITERIA, &rules::criteria_table(&rules))?;
    add(scores::NAME, &scores::write(&rules, &package.cases))?;
    add(
        scores::ASSIGNMENT,
        &scores::write_assignment(&package.cases),
    )?;
    add(results::RESULTS, &found.ranking)?;
    add(results::MODEL, &found.model)?;
    add(results::DIAGNOSTICS, &found.diagnostics)?;
    add(ledger::NAME, &ledger::write(&package.ledger))?;
    let judges: BTreeSet<_> = (package.cases.iter())
        .flat_map(|case| case.judged.scorecards.keys())
        .collect();
    let manifest = |members| Manifest {
        format: Manifest::FORMAT.to_owned(),
        plaudit: env!("CARGO_PKG_VERSION").to_owned(),
        programme: package.programme.clone(),
        season: package.season.clone(),
        category: package.category.clone(),
        category_id: package.category_id.to_string(),
        stage: package.stage.to_string(),
        rules: manifest::sha256(package.rules.as_bytes()),
        method: rules.method.to_string(),
        cases: package.cases.len(),
        judges: judges.len(),
        scorecards: (package.cases.iter())
            .map(|case| case.judged.scorecards.len())
            .sum(),
        seeds: Seeds {
            draws: rules::SEED.to_owned(),
            lots: rules.lot_seed.clone(),
        },
        ledger: ledger::ends(&package.ledger),
        members,
    };
    writing.close(|members| manifest(members).text(), sign)
}
