//! The handbooks, one for each of those who work with a running Plaudit, as they stand in `docs/`.

#[doc = include_str!("../docs/secretary.md")]
pub mod secretary {}

#[doc = include_str!("../docs/judges.md")]
pub mod judges {}

#[doc = include_str!("../docs/operators.md")]
pub mod operators {}

#[doc = include_str!("../docs/calibrated.md")]
pub mod calibrated {}

#[doc = include_str!("../docs/statistics.md")]
pub mod statistics {}
