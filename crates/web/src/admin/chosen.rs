//! What is ticked in a list: named in the address, so that it is ticked still after something was done with it.

use std::fmt::Display;

use crate::http::form::RawForm;

/// Everything on the page that something can be done with.
pub(super) const ALL: &str = "all";

/// Which are ticked, by id.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen(Vec<String>);

impl Chosen {
    /// What a query says under this name.
    pub(super) fn read(query: &RawForm, name: &str) -> Self {
        Self(query.all(name).map(str::to_owned).collect())
    }

    /// Whether this one is.
    pub(super) fn includes(&self, id: impl Display) -> bool {
        let id = id.to_string();
        self.0.iter().any(|chosen| *chosen == id || chosen == ALL)
    }

    /// Whether all are.
    pub(super) fn is_all(&self) -> bool {
        self.0.iter().any(|chosen| chosen == ALL)
    }

    /// Those that stand on another page of the list than these.
    pub(super) fn elsewhere(&self, shown: impl Iterator<Item = impl Display>) -> Vec<&str> {
        let shown: Vec<String> = shown.map(|id| id.to_string()).collect();
        (self.0.iter().map(String::as_str))
            .filter(|id| *id != ALL && !shown.iter().any(|here| here == id))
            .collect()
    }
}
