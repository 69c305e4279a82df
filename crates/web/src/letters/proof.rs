//! The ledger's head for a programme's stewards: whoever keeps it can show that nothing was rewritten since.

use plaudit_store::proofs;
pub use plaudit_store::proofs::ProofLetter as Merge;

use super::written::Written;
use super::{Desk, Unwritten};
use crate::say;

/// How the seal is looked for. A seal would be broken over two lines behind it.
const COMMAND: &str = "plaudit verify --ledger --head SEAL";

/// Writes it.
pub(super) async fn write(desk: &Desk<'_>, merge: &Merge) -> Result<Written, Unwritten> {
    let words = &desk.words;
    let language = words.language();
    let proof = proofs::proof(&desk.app.store, merge).await?;
    let about = &proof.about;
    let programme = about.programme.words.title.in_language(&language);
    let season = about.season.name.as_str();
    let category = about
        .categories
        .iter()
        .find(|category| category.id == merge.category)
        .map_or("", |category| category.title.in_language(&language));
    let subject = say!(
        words,
        "letter-proof-subject",
        programme = programme,
        season = season
    );
    let signed = say!(
        words,
        "letter-proof",
        programme = programme,
        season = season,
        category = category
    );
    Ok(Written::new(subject)
        .answered_by(&about.programme.words.contact)
        .say(signed)
        .details(vec![
            (say!(words, "letter-proof-number"), proof.number.to_string()),
            (say!(words, "letter-proof-seal"), proof.seal),
        ])
        .say(say!(words, "letter-proof-keep"))
        .say(say!(words, "letter-proof-check"))
        .details(vec![(
            say!(words, "letter-proof-command"),
            COMMAND.to_owned(),
        )])
        .say(say!(words, "letter-proof-why")))
}
