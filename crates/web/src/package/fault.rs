//! What can be wrong with a package, each in a sentence for whoever checks it.

use std::fmt;

/// Something that is wrong with a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The file begins like no zip of ours.
    NoPackage,
    /// The file ends before its end.
    Truncated,
    /// Bytes follow its end.
    Trailing,
    /// Where a member or the table should begin, something else does.
    Lost {
        /// After how many bytes.
        at: usize,
    },
    /// A member's name leads out of the folder, or is none.
    Path(String),
    /// A member is compressed.
    Compressed(String),
    /// A member is there twice.
    Twice(String),
    /// A member's header is not as it was written.
    Header(String),
    /// A member's bytes are not those that were zipped.
    Damaged(String),
    /// What the zip's table says of a member is not what is there.
    Table(String),
    /// The zip's last record is not as it was written.
    End,
    /// A member is not there.
    Missing(String),
    /// A member is there that belongs to no package.
    Extra(String),
    /// The members are not in their order.
    Order,
    /// A member is not what the manifest says it is.
    Altered(String),
    /// The manifest cannot be read as one.
    Manifest(String),
    /// The signature cannot be read as one.
    SignatureUnreadable,
    /// The signature was not made of this manifest by the key beside it.
    SignatureFalse,
    /// The package is signed under another key than the one that was given.
    OtherKey {
        /// Under which, in hexadecimal.
        signed_by: String,
    },
    /// What was given as a key is none.
    NoKey,
    /// A member cannot be read as what it is.
    Unreadable {
        /// Which.
        member: &'static str,
        /// The line, from 1; nought where it is not known.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// The chain of the ledger does not hold.
    Ledger {
        /// At which fact.
        number: i64,
        /// What is wrong.
        why: &'static str,
    },
    /// The ledger does not end where the manifest says, or is not the one that it says.
    LedgerEnds,
    /// The rule set is not the one that the ledger says was locked.
    Rules,
    /// A member does not say what follows from the others.
    Otherwise {
        /// Which.
        member: &'static str,
        /// The first line that differs, from 1.
        line: usize,
    },
    /// The scores cannot be ranked.
    Unsound(String),
    /// Public results tell what they must not.
    Excess {
        /// Where.
        member: &'static str,
        /// What.
        what: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPackage => write!(
                out,
                "This is no results package: it does not begin like one."
            ),
            Self::Truncated => write!(out, "The package is cut off: its end is missing."),
            Self::Trailing => write!(out, "Something was added after the package's end."),
            Self::Lost { at } => write!(
                out,
                "The zip is damaged after {at} bytes: neither a member nor the table of members begins there."
            ),
            Self::Path(name) => write!(
                out,
                "The zip has a member called “{name}”, a name that could lead out of its folder. Do not unpack it."
            ),
            Self::Compressed(name) => write!(
                out,
                "{name}: it is compressed, which nothing in a package of ours is. Do not unpack it."
            ),
            Self::Twice(name) => write!(out, "{name}: it is in the zip twice."),
            Self::Header(name) => write!(out, "{name}: its header in the zip was changed."),
            Self::Damaged(name) => write!(
                out,
                "{name}: its content was changed (it does not have the checksum that the zip gives it)."
            ),
            Self::Table(name) => {
                write!(out, "{name}: what the zip's table says of it was changed.")
            }
            Self::End => write!(out, "The zip's last record was changed."),
            Self::Missing(name) => write!(out, "{name}: it is missing."),
            Self::Extra(name) => write!(out, "{name}: it does not belong into a package."),
            Self::Order => write!(out, "The members are not in their order."),
            Self::Altered(name) => write!(
                out,
                "{name}: its content was changed (its SHA-256 is not the one in manifest.json)."
            ),
            Self::Manifest(why) => write!(out, "manifest.json: it cannot be read: {why}."),
            Self::SignatureUnreadable => {
                write!(out, "signature.txt: it cannot be read as a signature.")
            }
            Self::SignatureFalse => write!(
                out,
                "manifest.json: the signature in signature.txt does not fit it. One of the two was changed, or the signature is false."
            ),
            Self::OtherKey { signed_by } => write!(
                out,
                "signature.txt: the package is signed under another key than the one you gave: {signed_by}."
            ),
            Self::NoKey => write!(
                out,
                "The public key you gave is none: it has 64 hexadecimal digits."
            ),
            Self::Unreadable {
                member,
                line: 0,
                why,
            } => {
                write!(out, "{member}: it cannot be read: {why}.")
            }
            Self::Unreadable { member, line, why } => {
                write!(out, "{member}, line {line}: it cannot be read: {why}.")
            }
            Self::Ledger { number, why } => write!(out, "ledger.jsonl: fact {number} {why}."),
            Self::LedgerEnds => write!(
                out,
                "ledger.jsonl: it does not begin and end with the facts that manifest.json names."
            ),
            Self::Rules => write!(
                out,
                "rules.json: it is not the rule set that the ledger says was locked."
            ),
            Self::Otherwise { member, line } => write!(
                out,
                "{member}, line {line}: it does not say what follows from the other members."
            ),
            Self::Excess { member, what } => write!(
                out,
                "{member}: it tells more than public results may: {what}."
            ),
            Self::Unsound(why) => write!(out, "scores.csv: it cannot be ranked: {why}."),
        }
    }
}
