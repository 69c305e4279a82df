//! What the pages of a scorecard show.

mod around;
mod both;
pub(in crate::judging) mod keys;
mod others;
mod page;
mod reading;
mod scoring;
mod sift;
mod submitted;

pub(in crate::judging) use self::both::differences;
pub(super) use self::both::fragment;
pub(super) use self::page::{Shown, page};
pub(in crate::judging) use self::scoring::scale;
pub(super) use self::scoring::total_in_words;
