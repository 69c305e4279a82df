//! Texts that people wrote: Markdown from administrators, made safe, and plain text from everybody, kept as typed.
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Options, Parser};

/// No images, styles or frames: nothing that fetches, hides or moves.
static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from([
            "p",
            "br",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "a",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "hr",
            "code",
            "del",
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]));
    builder
});

/// Markdown as an administrator writes it; a `#` is a second-level heading, because the page has its first.
pub fn prose(markdown: &str) -> Markup {
    let mut html_text = String::new();
    let events = Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    )
    .map(one_level_down);
    pulldown_cmark::html::push_html(&mut html_text, events);
    html! { div.prose { (PreEscaped(SAFE.clean(&html_text).to_string())) } }
}

fn one_level_down(event: pulldown_cmark::Event<'_>) -> pulldown_cmark::Event<'_> {
    use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
    let lower = |level| match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: lower(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    }
}

/// What somebody typed into a long field: line breaks kept, nothing in it has a meaning.
pub fn as_typed(text: &str) -> Markup {
    html! { div.as-typed dir="auto" { (text) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_html_without_anything_that_acts() {
        let text = "# One\n\n**bold** [on](https://a.example) [off](javascript:alert(1)) <script>alert(1)</script> <b style='x' onclick=y>b</b> ![i](https://a.example/i.png)";
        assert_eq!(
            prose(text).into_string(),
            "<div class=\"prose\"><h2>One</h2>\n<p><strong>bold</strong> <a href=\"https://a.example\" rel=\"noopener noreferrer\">on</a> <a rel=\"noopener noreferrer\">off</a>  b </p>\n</div>"
        );
    }

    #[test]
    fn what_was_typed_is_shown_and_not_obeyed() {
        assert_eq!(
            as_typed("a <b>\n\n# c").into_string(),
            "<div class=\"as-typed\" dir=\"auto\">a &lt;b&gt;\n\n# c</div>"
        );
    }
}
