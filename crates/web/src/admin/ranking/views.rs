//! Parts of the ranking's page that are long.

pub(super) mod closeness;
