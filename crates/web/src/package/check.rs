//! Whether a package is what it was when it was signed, and whether its ranking follows from its scores: what
//! `plaudit verify` asks, on any machine.

use std::collections::BTreeMap;

use plaudit_domain::stage::Kind;

use super::fault::Fault;
use super::manifest::{self, Describes, Ends, Manifest, Member};
use super::{ledger, results, rules, scores, threads, zip};

/// What is known of a package that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verified {
    pub(crate) programme: String,
    pub(crate) season: String,
    pub(crate) category: String,
    /// The version of Plaudit that made it.
    pub(crate) made_by: String,
    pub(crate) cases: usize,
    pub(crate) scorecards: usize,
    /// The key that it is signed under, in hexadecimal.
    pub(crate) signed_by: String,
    /// How many facts of the ledger it holds, and how many of them can be read.
    pub(crate) facts: (usize, usize),
    /// The number and the seal of the last of them.
    pub(crate) head: Option<(i64, String)>,
}

/// Checks a whole package, under this key if one is given.
///
/// # Errors
/// Everything that is wrong with it, as far as it can be told: where the zip itself is broken, nothing of what is inside.
pub(crate) fn verify(bytes: &[u8], key: Option<&str>) -> Result<Verified, Vec<Fault>> {
    let Opened {
        manifest,
        members,
        signed_by,
    } = open::<Manifest>(bytes, key)?;
    let told = follows(&manifest, &members)?;
    Ok(Verified {
        programme: manifest.programme,
        season: manifest.season,
        category: manifest.category,
        made_by: manifest.plaudit,
        cases: manifest.cases,
        scorecards: manifest.scorecards,
        signed_by,
        facts: (told.facts, told.whole),
        head: manifest.ledger.map(|Ends { last, head, .. }| (last, head)),
    })
}

/// A package each of whose members is what was signed.
pub(super) struct Opened<'a, M> {
    pub(super) manifest: M,
    members: BTreeMap<String, &'a [u8]>,
    /// The key, in hexadecimal.
    pub(super) signed_by: String,
}

impl<M> Opened<'_, M> {
    /// A member's text.
    pub(super) fn text(&self, member: &'static str) -> Result<&str, Vec<Fault>> {
        text(&self.members, member)
    }
}

fn text<'a>(
    members: &BTreeMap<String, &'a [u8]>,
    member: &'static str,
) -> Result<&'a str, Vec<Fault>> {
    let bytes = members.get(member).copied().unwrap_or_default();
    std::str::from_utf8(bytes).map_err(|_| vec![unreadable(member, "it is not UTF-8")])
}

/// Opens a package of a kind, under this key if one is given.
pub(super) fn open<'a, M: Describes>(
    bytes: &'a [u8],
    key: Option<&str>,
) -> Result<Opened<'a, M>, Vec<Fault>> {
    let found = zip::read(bytes)?;
    let mut faults = complete(M::MEMBERS, found.iter().map(|(name, _)| name.as_str()));
    let members: BTreeMap<String, &[u8]> = (found.into_iter())
        .map(|(name, range)| (name, &bytes[range]))
        .collect();
    let (Some(manifest), Some(signature)) = (
        members.get(manifest::NAME),
        members.get(manifest::SIGNATURE),
    ) else {
        return Err(faults);
    };
    let signed_by = manifest::check(signature, manifest, key);
    let read = M::read(manifest);
    if let Err(mut unsigned) = signed_by.clone() {
        faults.append(&mut unsigned);
    }
    let manifest = match read {
        Ok(manifest) => manifest,
        Err(fault) => {
            faults.push(fault);
            return Err(faults);
        }
    };
    faults.extend(altered(&manifest, &members));
    let (true, Ok(signed_by)) = (faults.is_empty(), signed_by) else {
        return Err(faults);
    };
    Ok(Opened {
        manifest,
        members,
        signed_by,
    })
}

/// Whether the members are those of such a package, in their order.
fn complete<'a>(all: &[&str], names: impl Iterator<Item = &'a str> + Clone) -> Vec<Fault> {
    let is_there = |name: &str| names.clone().any(|there| there == name);
    let missing = (all.iter())
        .filter(|name| !is_there(name))
        .map(|name| Fault::Missing((*name).to_owned()));
    let extra = (names.clone())
        .filter(|name| !all.contains(name))
        .map(|name| Fault::Extra(name.to_owned()));
    let mut faults: Vec<Fault> = missing.chain(extra).collect();
    if faults.is_empty() && !names.eq(all.iter().copied()) {
        faults.push(Fault::Order);
    }
    faults
}

/// The members that are not what the manifest says.
fn altered<M: Describes>(manifest: &M, members: &BTreeMap<String, &[u8]>) -> Vec<Fault> {
    // All but the manifest itself and the signature, which come last.
    let listed = &M::MEMBERS[..M::MEMBERS.len() - 2];
    let said = manifest.members();
    let as_listed = |name: &&str| {
        let is = members.get(*name).map(|bytes| Member::of(name, bytes));
        is.is_none() || said.iter().find(|member| member.name == **name) == is.as_ref()
    };
    let mut faults: Vec<Fault> = (listed.iter())
        .filter(|name| !as_listed(name))
        .map(|name| Fault::Altered((*name).to_owned()))
        .collect();
    let names = said.iter().map(|member| member.name.as_str());
    if !names.eq(listed.iter().copied()) {
        let why = "the members that it lists are not those of a package";
        faults.push(Fault::Manifest(why.to_owned()));
    }
    faults
}

/// Whether what follows from the rules and the scores is what the package says, and whether the ledger is a chain in which
/// these rules were locked.
fn follows(
    manifest: &Manifest,
    members: &BTreeMap<String, &[u8]>,
) -> Result<ledger::Told, Vec<Fault>> {
    let text = |member: &'static str| text(members, member);
    let told = ledger::check(text(ledger::NAME)?, manifest.ledger.as_ref())?;
    let mut faults = Vec::new();
    let sealed = text(rules::NAME)?;
    let digest = manifest::sha256(sealed.as_bytes());
    if digest != manifest.rules || !told.locked.contains(&digest) {
        faults.push(Fault::Rules);
    }
    let rules = Kind::parse(&manifest.stage)
        .ok()
        .and_then(|stage| rules::read(sealed, stage))
        .ok_or_else(|| vec![unreadable(rules::NAME, "it is no rule set")])?;
    let cases = scores::read(&rules, text(scores::NAME)?, text(scores::ASSIGNMENT)?)
        .map_err(|fault| vec![fault])?;
    let found = results::of(&rules, &cases, threads()).map_err(|why| vec![Fault::Unsound(why)])?;
    for (member, expected) in [
        (rules::OPTIONS, rules::options_table(&rules)),
        (rules::CRITERIA, rules::criteria_table(&rules)),
        (scores::NAME, scores::write(&rules, &cases)),
        (scores::ASSIGNMENT, scores::write_assignment(&cases)),
        (results::RESULTS, found.ranking),
        (results::MODEL, found.model),
        (results::DIAGNOSTICS, found.diagnostics),
    ] {
        if let Some(line) = differs(text(member)?, &expected) {
            faults.push(Fault::Otherwise { member, line });
        }
    }
    if faults.is_empty() {
        Ok(told)
    } else {
        Err(faults)
    }
}

pub(super) fn unreadable(member: &'static str, why: &str) -> Fault {
    Fault::Unreadable {
        member,
        line: 0,
        why: why.to_owned(),
    }
}

/// The first line, from 1, in which the two differ.
pub(super) fn differs(is: &str, expected: &str) -> Option<usize> {
    if is == expected {
        return None;
    }
    let same = is.lines().zip(expected.lines());
    Some(same.take_while(|(is, to)| is == to).count() + 1)
}
