//! Fields that are typed into.
use maud::{Markup, html};

use super::{Field, Kind};
use crate::say;
use crate::words::Words;

/// A single line.
#[derive(Default)]
pub(super) struct Line {
    input: &'static str,
    mode: Option<&'static str>,
    autocomplete: Option<&'static str>,
    width: Option<&'static str>,
    suffix: Option<String>,
    suggestions: Vec<String>,
    exact: bool,
    passed_over: bool,
}

/// Several lines.
pub(super) struct Area {
    rows: u32,
    word_limit: Option<u32>,
}

impl<'a> Field<'a> {
    fn line(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        line: Line,
    ) -> Self {
        Self::new(words, name, label, Kind::Line(line))
    }

    /// A short text.
    pub fn text(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(
            words,
            name,
            label,
            Line {
                input: "text",
                ..Line::default()
            },
        )
    }

    /// An email address.
    pub fn email(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(
            words,
            name,
            label,
            Line {
                input: "email",
                exact: true,
                ..Line::default()
            },
        )
    }

    /// A telephone number, as its owner writes it.
    pub fn telephone(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(
            words,
            name,
            label,
            Line {
                input: "tel",
                width: Some("medium"),
                ..Line::default()
            },
        )
    }

    /// An address on the web.
    pub fn link(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(
            words,
            name,
            label,
            Line {
                input: "url",
                exact: true,
                ..Line::default()
            },
        )
    }

    /// What to look for.
    pub fn search(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(
            words,
            name,
            label,
            Line {
                input: "search",
                ..Line::default()
            },
        )
    }

    /// A number. Not `type="number"`, which loses what it cannot read and changes when the wheel turns.
    pub fn number(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        let line = Line {
            input: "text",
            mode: Some("decimal"),
            width: Some("short"),
            ..Line::default()
        };
        Self::line(words, name, label, line)
    }

    /// A short code that may be pasted.
    pub fn code(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        let line = Line {
            input: "text",
            autocomplete: Some("one-time-code"),
            width: Some("medium"),
            exact: true,
            ..Line::default()
        };
        Self::line(words, name, label, line)
    }

    /// A date, typed as people write dates; read it with [`Words::read_day`]. It has a hint of its own.
    pub fn date(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        let line = Line {
            input: "text",
            width: Some("medium"),
            ..Line::default()
        };
        Self::line(words, name, label, line).hint(say!(words, "fields-date-hint"))
    }

    /// A month and year; read it with [`Words::read_month`]. It has a hint of its own.
    pub fn month(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        let line = Line {
            input: "text",
            width: Some("medium"),
            ..Line::default()
        };
        Self::line(words, name, label, line).hint(say!(words, "fields-month-hint"))
    }

    /// A time of day; read it with [`Words::read_time`]. It has a hint of its own.
    pub fn time(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        let line = Line {
            input: "text",
            width: Some("short"),
            ..Line::default()
        };
        Self::line(words, name, label, line).hint(say!(words, "fields-time-hint"))
    }

    /// A long text.
    pub fn area(words: &'a Words, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(
            words,
            name,
            label,
            Kind::Area(Area {
                rows: 6,
                word_limit: None,
            }),
        )
    }

    /// A file of one of these kinds, as `accept` names them; the form must be one that sends files.
    pub fn file(
        words: &'a Words,
        name: impl Into<String>,
        label: impl Into<String>,
        accepted: &'static str,
    ) -> Self {
        Self::new(words, name, label, Kind::File(accepted))
    }

    /// How many lines a long text shows.
    #[must_use]
    pub fn rows(mut self, lines: u32) -> Self {
        if let Kind::Area(area) = &mut self.kind {
            area.rows = lines;
        }
        self
    }

    /// Says and counts the words of a long text, and makes room for them; nothing stops more from being typed.
    #[must_use]
    pub fn word_limit(mut self, limit: Option<u32>) -> Self {
        if let Kind::Area(area) = &mut self.kind {
            area.word_limit = limit;
            area.rows = limit.map_or(area.rows, |words| (words / 16).clamp(4, 16));
        }
        self
    }

    /// The token by which a browser may fill it in, such as "name", "organization" or "email".
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        if let Kind::Line(line) = &mut self.kind {
            line.autocomplete = Some(token);
        }
        self
    }

    /// The keyboard does not come to it: for a field that people do not see.
    #[must_use]
    pub fn passed_over(mut self) -> Self {
        if let Kind::Line(line) = &mut self.kind {
            line.passed_over = true;
        }
        self
    }

    /// What stands after the field, such as "%" or "words".
    #[must_use]
    pub fn suffix(mut self, suffix: impl Into<String>) -> Self {
        if let Kind::Line(line) = &mut self.kind {
            line.suffix = Some(suffix.into());
        }
        self
    }

    /// What a browser offers while somebody types; anything else may be typed too.
    #[must_use]
    pub fn suggest(mut self, suggestions: Vec<String>) -> Self {
        if let Kind::Line(line) = &mut self.kind {
            line.suggestions = suggestions;
        }
        self
    }

    /// As wide as the answer is long: a field of few letters.
    #[must_use]
    pub fn short(mut self) -> Self {
        if let Kind::Line(line) = &mut self.kind {
            line.width = Some("short");
        }
        self
    }
}

pub(super) fn line(field: &Field<'_>, line: &Line, id: &str) -> Markup {
    let off = line.exact.then_some("off");
    let (kind, mode) = match line.input {
        // An address field may hold nothing but an address, and what was typed instead is shown all the same.
        "url" if !field.value.is_empty() && !field.value.contains("://") => ("text", Some("url")),
        kind => (kind, line.mode),
    };
    let input = html! {
        input
            #(id)
            .(line.width.unwrap_or("wide"))
            type=(kind)
            name=(field.name)
            value=(field.value)
            inputmode=[mode]
            dir=[(kind == "text" && mode.is_none() && !line.exact).then_some("auto")]
            tabindex=[line.passed_over.then_some("-1")]
            autocomplete=[line.autocomplete]
            autocapitalize=[off]
            spellcheck=[line.exact.then_some("false")]
            list=[(!line.suggestions.is_empty()).then(|| format!("{id}-list"))]
            aria-describedby=[field.described_by(id, line.suffix.is_some().then_some("suffix"))]
            aria-invalid=[field.error.is_some().then_some("true")];
        @if !line.suggestions.is_empty() {
            datalist id={ (id) "-list" } {
                @for suggestion in &line.suggestions { option value=(suggestion) {} }
            }
        }
    };
    match &line.suffix {
        None => input,
        Some(suffix) => {
            html! { div.with-suffix { (input) span id={ (id) "-suffix" } { (suffix) } } }
        }
    }
}

pub(super) fn file(field: &Field<'_>, accepted: &str, id: &str) -> Markup {
    html! {
        input
            #(id)
            .wide
            type="file"
            name=(field.name)
            accept=(accepted)
            aria-describedby=[field.described_by(id, None)]
            aria-invalid=[field.error.is_some().then_some("true")];
    }
}

pub(super) fn area(field: &Field<'_>, area: &Area, id: &str) -> Markup {
    let count = plaudit_domain::text::words(&field.value);
    html! {
        textarea
            #(id)
            name=(field.name)
            rows=(area.rows)
            dir="auto"
            data-word-limit=[area.word_limit]
            aria-describedby=[field.described_by(id, area.word_limit.map(|_| "count"))]
            aria-invalid=[field.error.is_some().then_some("true")]
        // A line break directly after the tag is not part of the value: this one protects those that were typed.
        { "\n" (field.value) }
        @if let Some(limit) = area.word_limit {
            p.word-count
                .over[count > limit as usize]
                id={ (id) "-count" }
                data-count=(say!(field.words, "fields-word-count", count = "{count}", limit = limit))
                data-over=(say!(field.words, "fields-word-count-over", count = "{count}", limit = limit))
            { (said_count(field.words, count, limit)) }
        }
    }
}

fn said_count(words: &Words, count: usize, limit: u32) -> String {
    if count > limit as usize {
        say!(
            words,
            "fields-word-count-over",
            count = count,
            limit = limit
        )
    } else {
        // The count of what is typed is the script's; without it, this stays true.
        say!(words, "fields-word-limit", limit = limit)
    }
}
