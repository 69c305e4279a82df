//! One case: what it joins, what was recorded and decided, and how its judges get on.

mod decisions;
mod view;

pub(super) use view::page;
