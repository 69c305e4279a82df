//! The public results: what of a category may be told to everybody, as a small package of its own, written and signed as the
//! whole one is, with the same bytes however often it is made.
//!
//! Two files with the same results are the same but for the version of Plaudit that made them.
//!
//! What is told is decided in [`plaudit_domain::publication`]. The ranking cannot be worked out again from it, and that is
//! meant: it leaves out the scores of everybody who won nothing.

pub(crate) mod check;
mod tables;
#[cfg(test)]
mod tests;

use std::io::Write;

use plaudit_store::reports::publication::PublicPart;
use plaudit_store::secrets::Signature;
use serde::{Deserialize, Serialize};

use super::check::{Opened, open};
use super::manifest::{self, Describes, Member};
use super::{Writing, rules, unsound};

/// What tells a reader what is told, what is not, and why.
const README: (&str, &str) = ("README.md", include_str!("shipped/README.md"));

/// Every member, in the order of the zip.
pub(crate) const MEMBERS: [&str; 8] = [
    README.0,
    rules::NAME,
    rules::OPTIONS,
    rules::CRITERIA,
    tables::FIGURES,
    tables::RESULTS,
    manifest::NAME,
    manifest::SIGNATURE,
];

/// What the public results are, and what each member is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: String,
    /// The version of Plaudit that made them.
    plaudit: String,
    programme: String,
    season: String,
    category: String,
    category_id: String,
    /// Of which stage the scores are.
    stage: String,
    /// The ledger's head when the resolution was signed.
    resolution: Option<Head>,
    members: Vec<Member>,
}

/// A fact of the ledger: it proves what came before to whoever has the ledger, and tells nothing of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    number: i64,
    seal: String,
}

impl Manifest {
    /// The same without what only the version of Plaudit makes another.
    fn told(mut self) -> Self {
        self.plaudit.clear();
        self.members.retain(|member| member.name != README.0);
        self
    }
}

impl Describes for Manifest {
    const FORMAT: &'static str = "plaudit public results 2";
    const MEMBERS: &'static [&'static str] = &MEMBERS;

    fn format(&self) -> &str {
        &self.format
    }

    fn members(&self) -> &[Member] {
        &self.members
    }
}

/// Public results as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) file: Vec<u8>,
    /// Its SHA-256 in hexadecimal.
    pub(crate) digest: String,
}

/// Whether two files tell the same under the same key. Which version of Plaudit made them, and how its README words things, is
/// nothing that they tell; a file that is none, or none of today's format, tells nothing.
pub(crate) fn tell_the_same(one: &[u8], other: &[u8]) -> bool {
    let told = |file| {
        let Opened {
            manifest,
            signed_by,
            ..
        } = open::<Manifest>(file, None).ok()?;
        Some((manifest.told(), signed_by))
    };
    told(one).is_some_and(|one| told(other) == Some(one))
}

/// Makes them.
///
/// # Errors
/// That the rules cannot be read.
pub(crate) fn made(
    part: &PublicPart,
    sign: impl FnOnce(&[u8]) -> Signature,
) -> std::io::Result<Made> {
    let mut file = Vec::new();
    write(part, sign, &mut file)?;
    Ok(Made {
        digest: manifest::sha256(&file),
        file,
    })
}

/// Writes them; `sign` signs their manifest.
///
/// # Errors
/// What writing failed with, or that the rules cannot be read.
fn write(
    part: &PublicPart,
    sign: impl FnOnce(&[u8]) -> Signature,
    out: impl Write,
) -> std::io::Result<()> {
    let rules = rules::read(&part.rules, part.stage)
        .ok_or_else(|| unsound("the rule set's sealed text cannot be read".to_owned()))?;
    let mut writing = Writing::new(out);
    writing.add(README.0, README.1)?;
    writing.add(rules::NAME, &part.rules)?;
    writing.add(rules::OPTIONS, &rules::options_table(&rules))?;
    writing.add(rules::CRITERIA, &rules::criteria_table(&rules))?;
    writing.add(tables::FIGURES, &tables::figures(&part.told))?;
    writing.add(tables::RESULTS, &tables::results(&part.told))?;
    let manifest = |members| Manifest {
        format: Manifest::FORMAT.to_owned(),
        plaudit: env!("CARGO_PKG_VERSION").to_owned(),
        programme: part.programme.clone(),
        season: part.season.clone(),
        category: part.category.clone(),
        category_id: part.category_id.to_string(),
        stage: part.stage.to_string(),
        resolution: part.resolution.as_ref().map(|head| Head {
            number: head.number,
            seal: head.seal.clone(),
        }),
        members,
    };
    writing.close(|members| manifest(members).text(), sign)
}
