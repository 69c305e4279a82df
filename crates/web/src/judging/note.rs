//! A page beside a scorecard that asks for one text: why a judge abstains, or a question to the secretary.

mod view;

pub(super) use self::view::{Ask, page};
