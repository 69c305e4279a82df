//! Pages that were rendered before, with holes for what is each visitor's own. Each is kept as of the revision that it
//! shows: a request reads the revision and fills the holes, so that a change is seen at once on every instance.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use plaudit_domain::ids::SeasonId;

/// What a page is kept under: the season that it is about, and the language that it is in.
type About = (SeasonId, String);

/// A page with the revision of the season that it shows.
type Kept = (i64, Arc<Pierced>);

/// The pages that are kept, the latest of each.
#[derive(Clone, Debug, Default)]
pub struct KeptPages(Arc<RwLock<HashMap<About, Kept>>>);

impl KeptPages {
    /// The page as of this revision, if it is kept.
    pub fn find(&self, about: &About, revision: i64) -> Option<Arc<Pierced>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(about)
            .filter(|(of, _)| *of == revision)
            .map(|(_, page)| Arc::clone(page))
    }

    /// Keeps a page instead of the one that was kept.
    pub fn keep(&self, about: About, revision: i64, page: &Arc<Pierced>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(about, (revision, Arc::clone(page)));
    }
}

/// A page with holes in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Pierced {
    /// Each piece of text with the hole after it.
    pieces: Vec<(String, usize)>,
    end: String,
}

impl Pierced {
    /// Cuts the marks out of a page. They must be texts that stand nowhere else on it, such as fresh tokens.
    pub fn new(page: &str, marks: &[&str]) -> Self {
        let mut pieces = Vec::new();
        let mut rest = page;
        while let Some((at, hole)) = first(rest, marks) {
            pieces.push((rest[..at].to_owned(), hole));
            rest = &rest[at + marks[hole].len()..];
        }
        Self {
            pieces,
            end: rest.to_owned(),
        }
    }

    /// The page with this in its holes, in the order of the marks. What is filled in must need no escaping.
    pub fn filled(&self, holes: &[&str]) -> String {
        let length: usize = self
            .pieces
            .iter()
            .map(|(text, hole)| text.len() + holes[*hole].len())
            .sum();
        let mut page = String::with_capacity(length + self.end.len());
        for (text, hole) in &self.pieces {
            page.push_str(text);
            page.push_str(holes[*hole]);
        }
        page.push_str(&self.end);
        page
    }
}

/// Where the next mark stands, and which it is.
fn first(page: &str, marks: &[&str]) -> Option<(usize, usize)> {
    marks
        .iter()
        .enumerate()
        .filter_map(|(hole, mark)| Some((page.find(mark)?, hole)))
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_stands_where_its_mark_stood() {
        let page = Pierced::new("<a ONE>TWO<b>ONE</b>", &["ONE", "TWO"]);
        assert_eq!(page.filled(&["1", "zwei"]), "<a 1>zwei<b>1</b>");
        assert_eq!(Pierced::new("plain", &["ONE"]).filled(&["1"]), "plain");
    }

    #[test]
    fn a_page_is_found_as_of_the_revision_that_it_shows() {
        let pages = KeptPages::default();
        let about = (SeasonId::from(uuid::Uuid::nil()), "en".to_owned());
        for (revision, text) in [(1, "first"), (2, "second")] {
            assert!(pages.find(&about, revision).is_none());
            let page = Arc::new(Pierced::new(text, &[]));
            pages.keep(about.clone(), revision, &page);
            assert_eq!(pages.find(&about, revision), Some(page));
        }
        assert!(pages.find(&about, 1).is_none());
    }
}
