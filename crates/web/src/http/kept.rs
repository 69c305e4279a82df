//! Pages that were rendered before, with holes for what is each visitor's own. Each is kept as of the revision that it
//! shows: a request reads the revision and fills the holes, so that a change is seen at once on every instance.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use plaudit_domain::ids::SeasonId;

/// What a page is kept under: the season that it is about, and the language that it is in.
type About = (SeasonId, String);

/// The state of everything that a page shows: a page of another state is old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Of the season, with its programme.
    pub season: i64,
    /// Of the organisation, whose name and contact surround the page; none before it is set up.
    pub organisation: Option<i64>,
}

/// The pages that are kept, the latest of each.
#[derive(Clone, Debug, Default)]
pub struct KeptPages(Arc<RwLock<HashMap<About, (Revision, Arc<Pierced>)>>>);

impl KeptPages {
    /// The page as of this revision, rendered now unless it is kept.
    pub fn of(
        &self,
        about: About,
        revision: Revision,
        render: impl FnOnce() -> Pierced,
    ) -> Arc<Pierced> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, page)) = kept.get(&about)
            && *of == revision
        {
            return Arc::clone(page);
        }
        drop(kept);
        let page = Arc::new(render());
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(about, (revision, Arc::clone(&page)));
        page
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
    fn a_page_is_rendered_once_for_each_revision() {
        let pages = KeptPages::default();
        let about = || (SeasonId::from(uuid::Uuid::nil()), "en".to_owned());
        let revision = |season| Revision {
            season,
            organisation: Some(1),
        };
        let render = |text: &'static str| move || Pierced::new(text, &[]);
        let first = pages.of(about(), revision(1), render("first"));
        assert_eq!(pages.of(about(), revision(1), render("never")), first);
        let second = pages.of(about(), revision(2), render("second"));
        assert_eq!(second.filled(&[]), "second");
        let moved = Revision {
            organisation: Some(2),
            ..revision(2)
        };
        assert_eq!(
            pages.of(about(), moved, render("third")).filled(&[]),
            "third"
        );
    }
}
