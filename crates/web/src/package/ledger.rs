//! `ledger.jsonl`: a line for each fact of the season's part of the ledger, and whether they are a chain.

use plaudit_domain::fact::canonical;
use plaudit_store::ledger::{Link, Seen};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::fault::Fault;
use super::manifest::Ends;

/// The member's name.
pub(super) const NAME: &str = "ledger.jsonl";

/// Its text.
pub(super) fn write(links: &[Link]) -> String {
    let line = |link: &Link| {
        let mut line = json!({ "number": link.number, "seal": link.seal });
        match &link.seen {
            Seen::Text(text) => line["text"] = json!(text),
            Seen::Kind(kind, at) => {
                line["previous"] = json!(link.previous);
                line["kind"] = json!(kind.as_str());
                line["at"] = json!(at.to_string());
            }
            Seen::Nothing => line["previous"] = json!(link.previous),
        }
        canonical(&line) + "\n"
    };
    links.iter().map(line).collect()
}

/// Where the segment begins and ends; none where it is empty.
pub(super) fn ends(links: &[Link]) -> Option<Ends> {
    let (first, last) = (links.first()?, links.last()?);
    Some(Ends {
        first: first.number,
        last: last.number,
        head: last.seal.clone(),
    })
}

/// Checks the chain, and that it ends where the manifest says; answers with the digests of the rule sets that it says
/// were locked, and how many facts are read whole.
pub(super) fn check(text: &str, ends: Option<&Ends>) -> Result<Told, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut told = Told::default();
    let mut before: Option<(i64, String)> = None;
    let mut first = None;
    for (index, line) in text.lines().enumerate() {
        let Some(read) = Line::read(line) else {
            return Err(vec![Fault::Unreadable {
                member: NAME,
                line: index + 1,
                why: "it is no fact".to_owned(),
            }]);
        };
        let fault = |why| Fault::Ledger {
            number: read.number,
            why,
        };
        if let Some(text) = &read.text {
            if hex::encode(Sha256::digest(text.as_bytes())) != read.seal {
                faults.push(fault("has a text that is not the one that was sealed"));
            }
            told.whole += 1;
            told.locked.extend(digest_in(text));
        }
        if let Some((number, seal)) = &before {
            if number + 1 != read.number {
                faults.push(fault("does not come after the one before it"));
            }
            if *seal != read.previous {
                faults.push(fault("does not continue the seal before it"));
            }
        }
        told.facts += 1;
        first.get_or_insert(read.number);
        before = Some((read.number, read.seal));
    }
    let found = first
        .zip(before)
        .map(|(first, (last, head))| Ends { first, last, head });
    if found.as_ref() != ends {
        faults.push(Fault::LedgerEnds);
    }
    if faults.is_empty() {
        Ok(told)
    } else {
        Err(faults)
    }
}

/// What the segment tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// How many facts there are.
    pub(super) facts: usize,
    /// How many of them can be read.
    pub(super) whole: usize,
    /// The digests of the rule sets that were locked, or corrected in their words.
    pub(super) locked: Vec<String>,
}

struct Line {
    number: i64,
    seal: String,
    previous: String,
    text: Option<String>,
}

impl Line {
    fn read(line: &str) -> Option<Self> {
        let said: Value = serde_json::from_str(line).ok()?;
        let word = |of: &Value, name: &str| Some(of.get(name)?.as_str()?.to_owned());
        let text = word(&said, "text");
        let number = said.get("number")?.as_i64()?;
        let previous = match &text {
            Some(text) => {
                let sealed: Value = serde_json::from_str(text).ok()?;
                if sealed.get("number")?.as_i64()? != number {
                    return None;
                }
                word(&sealed, "previous")?
            }
            None => word(&said, "previous")?,
        };
        Some(Self {
            number,
            seal: word(&said, "seal")?,
            previous,
            text,
        })
    }
}

/// The digest of the rule set that this fact says was locked or corrected.
fn digest_in(text: &str) -> Option<String> {
    let sealed: Value = serde_json::from_str(text).ok()?;
    if !matches!(
        sealed.get("kind")?.as_str()?,
        "rule-set-locked" | "rule-set-corrected"
    ) {
        return None;
    }
    let body: Value = serde_json::from_str(sealed.get("body")?.as_str()?).ok()?;
    Some(body.get("digest")?.as_str()?.to_owned())
}
