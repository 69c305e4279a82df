//! What came back, read as a person reads it: headings, problems, fields, tables, links.

use std::io::Cursor;

use axum::http::{HeaderMap, StatusCode, header};
use calamine::{Reader, Xlsx};
use scraper::{ElementRef, Html, Selector};

use super::form::Form;

/// One answer of the application. It is parsed anew by each question, because a parsed page cannot cross threads.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Where it was asked for, after redirects if they were followed.
    pub(crate) path: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    /// All that the answer says: its text, or what stands in the cells of a spreadsheet.
    pub(crate) fn whole(&self) -> String {
        if self.header("content-type").starts_with("text/") {
            return self.body().to_owned();
        }
        let Ok(mut book) = Xlsx::new(Cursor::new(&self.bytes)) else {
            return String::from_utf8_lossy(&self.bytes).into_owned();
        };
        let cells = book.worksheets().into_iter().flat_map(|(_, range)| {
            let cells = range.cells().map(|(_, _, cell)| cell.to_string());
            cells.collect::<Vec<_>>()
        });
        cells.collect::<Vec<_>>().join("\n")
    }

    /// The body as text.
    pub(crate) fn body(&self) -> &str {
        std::str::from_utf8(&self.bytes).expect("the answer is UTF-8")
    }

    /// Where it sends the browser, if it does.
    pub(crate) fn location(&self) -> Option<&str> {
        self.headers
            .get(header::LOCATION)
            .map(|value| value.to_str().expect("a location is ASCII"))
    }

    /// A header's value; empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("our headers are ASCII"))
    }

    /// The page itself, after its status was looked at.
    #[track_caller]
    pub(crate) fn expect(self, status: StatusCode) -> Self {
        assert_eq!(
            self.status,
            status,
            "{} answered:\n{}",
            self.path,
            self.excerpt()
        );
        self
    }

    /// The page, which must have come as asked.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        self.expect(StatusCode::OK)
    }

    /// The text of `<title>`.
    pub(crate) fn title(&self) -> String {
        self.first("title")
    }

    /// The text of the one `<h1>`.
    pub(crate) fn heading(&self) -> String {
        self.first("h1")
    }

    /// All that a person can read between `<main>` and `</main>`.
    pub(crate) fn text(&self) -> String {
        let html = Html::parse_document(self.body());
        let main = html.select(&parse("main")).next();
        // What stands in two elements is two words, whatever lies between the elements.
        let words: Vec<&str> = main
            .iter()
            .flat_map(scraper::ElementRef::text)
            .flat_map(str::split_whitespace)
            .collect();
        words.join(" ")
    }

    /// The texts of everything that the selector finds, in order.
    pub(crate) fn all(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(self.body());
        html.select(&parse(selector)).map(text_of).collect()
    }

    /// The text of the first that the selector finds; empty if there is none.
    pub(crate) fn first(&self, selector: &str) -> String {
        self.all(selector).into_iter().next().unwrap_or_default()
    }

    /// Whether the selector finds anything.
    pub(crate) fn has(&self, selector: &str) -> bool {
        Html::parse_document(self.body())
            .select(&parse(selector))
            .next()
            .is_some()
    }

    /// The values of an attribute of everything that the selector finds.
    pub(crate) fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        let html = Html::parse_document(self.body());
        html.select(&parse(selector))
            .filter_map(|element| element.attr(attribute))
            .map(str::to_owned)
            .collect()
    }

    /// The target of the link with this text.
    #[track_caller]
    pub(crate) fn link(&self, text: &str) -> String {
        let html = Html::parse_document(self.body());
        let found = html
            .select(&parse("a[href]"))
            .find(|link| text_of(*link) == text)
            .and_then(|link| link.attr("href"))
            .map(str::to_owned);
        assert!(
            found.is_some(),
            "{} has no link \"{text}\":\n{}",
            self.path,
            self.excerpt()
        );
        found.unwrap_or_default()
    }

    /// The rows of the page's first table, its heading row first.
    pub(crate) fn table(&self) -> Vec<Vec<String>> {
        let html = Html::parse_document(self.body());
        let Some(table) = html.select(&parse("table")).next() else {
            return Vec::new();
        };
        table
            .select(&parse("tr"))
            .map(|row| row.select(&parse("th, td")).map(text_of).collect())
            .collect()
    }

    /// The messages of the error summary, each of which must lead to a field that is on the page.
    #[track_caller]
    pub(crate) fn problems(&self) -> Vec<String> {
        let html = Html::parse_document(self.body());
        let mut messages = Vec::new();
        for link in html.select(&parse(".error-summary a[href]")) {
            let target = link.attr("href").unwrap_or_default();
            let is_there = target.strip_prefix('#').is_some_and(|id| {
                html.select(&parse(&format!("[id='{id}']")))
                    .next()
                    .is_some()
            });
            assert!(
                is_there,
                "the problem \"{}\" leads to {target}, which is not on the page",
                text_of(link)
            );
            messages.push(text_of(link));
        }
        if !messages.is_empty() {
            assert!(
                self.title().starts_with("Error: "),
                "a page with problems has the title \"{}\"",
                self.title()
            );
        }
        messages
    }

    /// The page's forms.
    pub(crate) fn forms(&self) -> Vec<Form> {
        let html = Html::parse_document(self.body());
        html.select(&parse("form"))
            .map(|form| Form::read(form, &self.path))
            .collect()
    }

    /// The one form that posts to this path.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a typed path is written where it is used"
    )]
    #[track_caller]
    pub(crate) fn form(&self, action: impl ToString) -> Form {
        let action = action.to_string();
        let mut forms: Vec<_> = self
            .forms()
            .into_iter()
            .filter(|form| form.action == action)
            .collect();
        // A list's filter gets what its own page posts to.
        if forms.iter().any(|form| form.method == "post") {
            forms.retain(|form| form.method == "post");
        }
        assert_eq!(
            forms.len(),
            1,
            "{} has not one form for {action}, but {:#?}",
            self.path,
            self.forms()
        );
        forms.remove(0)
    }

    /// The value that a field shows, wherever on the page it is.
    #[track_caller]
    pub(crate) fn value(&self, name: &str) -> String {
        let values: Vec<_> = self
            .forms()
            .iter()
            .filter_map(|form| form.value(name))
            .collect();
        assert_eq!(
            values.len(),
            1,
            "{} shows {} fields \"{name}\"",
            self.path,
            values.len()
        );
        values.into_iter().next().unwrap_or_default()
    }

    /// Enough of the page to see in a failed test what it was.
    pub(crate) fn excerpt(&self) -> String {
        let text = if self.has("main") {
            self.text()
        } else {
            String::from_utf8_lossy(&self.bytes).into_owned()
        };
        let location = self
            .location()
            .map(|to| format!(" → {to}"))
            .unwrap_or_default();
        format!(
            "{}{location} {}\n{}",
            self.status,
            self.title(),
            text.chars().take(1200).collect::<String>()
        )
    }
}

fn parse(selector: &str) -> Selector {
    Selector::parse(selector).expect("the test's selector is CSS")
}

/// An element's words, with every run of white space as one space.
fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
