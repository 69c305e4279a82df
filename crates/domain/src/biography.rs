//! What somebody on a panel says of themselves in public.

/// The most words of it.
pub const WORD_LIMIT: usize = 120;

/// The most characters of an affiliation.
pub const AFFILIATION_LIMIT: usize = 200;
