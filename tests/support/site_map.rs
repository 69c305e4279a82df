//! The site as somebody finds it who follows links: for each URL of the map, one that a page really leads to.

use std::collections::{BTreeMap, VecDeque};

use plaudit_web::paths::{ROUTES, Route};

use super::client::Client;

/// What following the links from page to page came upon.
#[derive(Debug, Default)]
pub(crate) struct SiteMap {
    /// The first link or form that led to each pattern.
    found: BTreeMap<&'static str, String>,
    /// What stood for each part, by the URL's first segments: a programme is a name in one place and an id in another.
    parts: BTreeMap<(String, &'static str), String>,
    /// Links that lead to no page, with the page that they are on.
    pub(crate) dead: Vec<String>,
}

impl SiteMap {
    /// Follows every link to a pattern that was not seen before, from these pages on, as this browser.
    pub(crate) async fn explore(&mut self, browser: &mut Client, from: &[&str]) {
        let mut queue: VecDeque<(String, String)> = from
            .iter()
            .map(|path| ((*path).to_owned(), "the start".to_owned()))
            .collect();
        let mut opened = Vec::new();
        while let Some((path, on)) = queue.pop_front() {
            let Some((route, _)) = matched(&path) else {
                self.dead
                    .push(format!("{path} on {on} is not on the site map"));
                continue;
            };
            if opened.contains(&route.pattern) || !route.methods.contains(&"GET") {
                continue;
            }
            opened.push(route.pattern);
            let page = browser.open(&path).await;
            if !page.status.is_success() {
                self.dead
                    .push(format!("{path} on {on} answers {}", page.status));
            }
            if !page.header("content-type").starts_with("text/html") {
                continue;
            }
            let links = [
                page.attributes("a[href]", "href"),
                page.attributes("form[action]", "action"),
                page.attributes("[formaction]", "formaction"),
            ];
            for link in links.concat() {
                let link = link.split(['?', '#']).next().unwrap_or_default();
                if link.starts_with('/') {
                    self.learn(link);
                    queue.push_back((link.to_owned(), page.path.clone()));
                }
            }
        }
    }

    fn learn(&mut self, path: &str) {
        let Some((route, parts)) = matched(path) else {
            return;
        };
        self.found
            .entry(route.pattern)
            .or_insert_with(|| path.to_owned());
        for (part, value) in parts {
            for place in [two_segments(route.pattern), first_segment(route.pattern)] {
                self.parts
                    .entry((place.to_owned(), part))
                    .or_insert_with(|| value.to_owned());
            }
        }
    }

    /// The patterns that something led to.
    pub(crate) fn found(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.found
            .iter()
            .map(|(pattern, path)| (*pattern, path.as_str()))
    }

    /// A URL of this pattern: one that was found, or one made of what was found elsewhere and what is `given`.
    pub(crate) fn url(&self, route: &Route, given: &[(&'static str, &str)]) -> Option<String> {
        if let Some(found) = self.found.get(route.pattern) {
            return Some(found.clone());
        }
        let segments = route.pattern.split('/').map(|segment| {
            let Some(part) = part_of(segment) else {
                return Some(segment);
            };
            let known = [two_segments(route.pattern), first_segment(route.pattern)]
                .into_iter()
                .find_map(|place| self.parts.get(&(place.to_owned(), part)));
            known.map(String::as_str).or_else(|| {
                given
                    .iter()
                    .find(|(name, _)| *name == part)
                    .map(|(_, value)| *value)
            })
        });
        segments
            .collect::<Option<Vec<_>>>()
            .map(|segments| segments.join("/"))
    }
}

/// The route that answers a path, with its parts; fixed segments win over parts, as in the router.
pub(crate) fn matched(path: &str) -> Option<(&'static Route, Vec<(&'static str, &str)>)> {
    let fits = |route: &'static Route| {
        let (pattern, path) = (route.pattern.split('/'), path.split('/'));
        if pattern.clone().count() != path.clone().count() {
            return None;
        }
        let mut parts = Vec::new();
        for (segment, said) in pattern.zip(path) {
            match part_of(segment) {
                Some(part) if !said.is_empty() => parts.push((part, said)),
                _ if segment == said => {}
                _ => return None,
            }
        }
        Some((route, parts))
    };
    ROUTES
        .iter()
        .filter_map(fits)
        .min_by_key(|(_, parts)| parts.len())
}

/// The name in `{name}`.
fn part_of(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

fn first_segment(pattern: &'static str) -> &'static str {
    pattern
        .split('/')
        .nth(1)
        .filter(|first| part_of(first).is_none())
        .unwrap_or_default()
}

fn two_segments(pattern: &'static str) -> &'static str {
    let end = pattern
        .match_indices('/')
        .nth(2)
        .map_or(pattern.len(), |(at, _)| at);
    &pattern[..end]
}
