//! Texts in several languages as they lie in JSON columns.

use plaudit_domain::text::Texts;
use sea_orm::prelude::Json;

use crate::StoreError;

/// As the column holds them.
pub(crate) fn stored(texts: &Texts) -> Json {
    serde_json::to_value(texts).unwrap_or_default()
}

/// As the domain holds them.
pub(crate) fn read(column: Json) -> Result<Texts, StoreError> {
    serde_json::from_value(column).map_err(StoreError::unreadable)
}
