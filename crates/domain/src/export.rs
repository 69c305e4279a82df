//! The files that leave the system, each by its lasting name.

use crate::status::words;

words! {
    /// A file that can be downloaded.
    pub enum Export as "export" {
        /// Every nomination of a season with its answers.
        Nominations = "nominations",
        /// A row per judge, case and criterion of a category.
        Scores = "scores",
        /// The cases of a category in the order of the ranking, with what the meeting needs.
        Shortlist = "shortlist",
        /// Every case of a season with where it stands.
        Cases = "cases",
        /// Everybody who was ever asked onto a season's panel, with how far they are.
        Judges = "judges",
        /// Every answer about an interest, with what became of it.
        Conflicts = "conflicts",
        /// The cases of a category in the order of the ranking, with how sure it is.
        Ranking = "ranking",
        /// The cases of a category in the order in which its meeting takes them.
        Meeting = "meeting",
        /// The facts of the ledger as sentences.
        History = "history",
        /// A judge's own open cases, to be read and scored without a network.
        Pack = "pack",
        /// What the cases of a category say, to be printed for whoever runs its judging.
        CasePack = "case-pack",
        /// Who on a season's panel accepted which confidentiality terms.
        Confidentiality = "confidentiality",
        /// Everything of a category by which a stranger can work its ranking out again, signed.
        Package = "package",
    }
}
