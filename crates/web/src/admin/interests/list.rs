//! The list of a season's interests, with who has not answered and what is suggested.

mod view;

pub(super) use view::Found;
