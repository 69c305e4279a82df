//! Texts that people wrote: Markdown from administrators, made safe, and plain text from everybody, kept as typed.
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

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

/// Markdown as an administrator writes it. The page has its first heading, so the text's begin at the second
/// level and skip none, whichever the administrator began with.
pub fn prose(markdown: &str) -> Markup {
    let mut html_text = String::new();
    let mut open = Vec::new();
    let events = Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    )
    .map(|event| fitted(event, &mut open));
    pulldown_cmark::html::push_html(&mut html_text, events);
    html! { div.prose { (PreEscaped(SAFE.clean(&html_text).to_string())) } }
}

/// The event with its heading, if it is one, at the level of its depth; `open` are the headings that it is under.
fn fitted<'a>(event: Event<'a>, open: &mut Vec<HeadingLevel>) -> Event<'a> {
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => {
            open.retain(|above| *above < level);
            open.push(level);
            Event::Start(Tag::Heading {
                level: at_depth(open.len()),
                id,
                classes,
                attrs,
            })
        }
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(at_depth(open.len()))),
        other => other,
    }
}

fn at_depth(depth: usize) -> HeadingLevel {
    match depth {
        0 | 1 => HeadingLevel::H2,
        2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
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
    fn headings_begin_at_the_second_level_and_skip_none() {
        for (markdown, levels) in [
            ("# a\n## b\n### c\n#### d", "2344"),
            ("## a\n## b\n### c", "223"),
            ("### a\n# b\n### c\n### d", "2233"),
        ] {
            let html_text = prose(markdown).into_string();
            let found: String = html_text
                .match_indices("<h")
                .filter_map(|(at, _)| html_text.chars().nth(at + 2))
                .collect();
            assert_eq!(found, levels, "{markdown}");
        }
    }

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
