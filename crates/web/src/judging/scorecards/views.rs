//! What the pages of a scorecard show.

mod around;
pub(in crate::judging) mod keys;
mod others;
mod page;
mod reading;
mod scoring;
mod sift;
mod submitted;

pub(super) use self::page::{Shown, page};
pub(in crate::judging) use self::scoring::scale;
pub(super) use self::scoring::total_in_words;
