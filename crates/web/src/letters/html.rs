//! A letter as HTML: one column that readers of mail from the oldest to a telephone can show, light or dark, with
//! nothing in it that is fetched from anywhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use plaudit_domain::person::Contact;
use plaudit_store::organisations::Organisation;

use super::written::{Part, Written};
use super::{contact, signed};
use crate::say;
use crate::ui::telephone;
use crate::words::Words;

/// How it looks in the dark. In the light each part says it for itself, since some readers of mail drop this.
const DARK: &str = ":root{color-scheme:light dark;supported-color-schemes:light dark}\
@media (prefers-color-scheme:dark){\
.desk{background:#120d14!important}\
.sheet{background:#211a25!important;border-color:#3d3343!important}\
.ink{color:#f2ebf3!important}.soft{color:#bdb0c1!important}\
.rule{border-color:#3d3343!important}\
.head{background:#330d2a!important}\
.link{color:#f0a9d8!important}\
.action{background:#f3b03c!important;color:#331c00!important}\
.code{background:#120d14!important;border-color:#93869a!important}\
}";

const SANS: &str =
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const SERIF: &str = "font-family:'Iowan Old Style',Palatino,'Book Antiqua',Georgia,serif;";
const TEXT: &str = "margin:0 0 16px;font-size:16px;line-height:1.55;color:#221a23;";
const HEADING: &str =
    "margin:28px 0 12px;font-size:20px;line-height:1.3;font-weight:600;color:#221a23;";
const SUBHEADING: &str =
    "margin:24px 0 8px;font-size:16px;line-height:1.4;font-weight:600;color:#221a23;";
const SOFT: &str = "margin:0 0 20px;font-size:14px;line-height:1.5;color:#5d5261;";
const LINK: &str = "color:#84195f;overflow-wrap:anywhere;word-break:break-word;";
const ACTION: &str = "display:inline-block;padding:13px 22px;border-radius:6px;background:#5a1e4b;color:#ffffff;\
font-size:16px;line-height:1.25;font-weight:600;text-decoration:none;";
const CODE: &str = "display:inline-block;margin:0 0 16px;padding:10px 18px;border:1px solid #857889;border-radius:6px;\
background:#f4f0f4;color:#221a23;font-family:ui-monospace,Consolas,Menlo,monospace;font-size:22px;letter-spacing:2px;";
const NAME: &str = "padding:8px 16px 8px 0;border-top:1px solid #dfd7e0;font-size:15px;line-height:1.45;\
font-weight:600;text-align:left;vertical-align:top;color:#221a23;";
const VALUE: &str = "padding:8px 0;border-top:1px solid #dfd7e0;font-size:15px;line-height:1.45;\
text-align:left;vertical-align:top;color:#221a23;";
const ANSWER: &str = "margin:0 0 20px;padding:0 0 0 14px;border-left:3px solid #dfd7e0;font-size:16px;line-height:1.55;\
color:#221a23;white-space:pre-wrap;overflow-wrap:anywhere;";

/// The letter as a page of its own.
pub(super) fn render(written: &Written, organisation: &Organisation, words: &Words) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (written.subject) }
                style { (PreEscaped(DARK)) }
            }
            body.desk style="margin:0;padding:0;background:#f4f0f4;" {
                table.desk role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;background:#f4f0f4;" {
                    tr { td align="center" style="padding:24px 12px;" { (sheet(written, organisation, words)) } }
                }
            }
        }
    };
    page.into_string()
}

fn sheet(written: &Written, organisation: &Organisation, words: &Words) -> Markup {
    html! {
        table.sheet role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"
            style={ "table-layout:fixed;max-width:600px;background:#ffffff;border:1px solid #dfd7e0;border-radius:10px;overflow:hidden;text-align:left;" (SANS) } {
            tr {
                td.head style={ "padding:18px 28px;background:#5a1e4b;color:#ffffff;font-size:18px;line-height:1.3;" (SERIF) } {
                    (organisation.name)
                }
            }
            tr {
                td style="padding:28px 28px 12px;overflow-wrap:anywhere;" {
                    @for said in &written.parts { (part(said, words)) }
                }
            }
            tr {
                td.rule style="padding:18px 28px 22px;border-top:1px solid #dfd7e0;" {
                    p.soft style={ (SOFT) "margin-bottom:0;" } { (foot(contact(written, organisation), words)) }
                }
            }
        }
    }
}

/// What an address may hold that a link need not encode.
const IN_AN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'+');

/// The human being who answers, a press away.
fn foot(contact: &Contact, words: &Words) -> Markup {
    let (email, telephone) = (contact.email.as_str(), contact.telephone.as_str());
    let write = format!("mailto:{}", utf8_percent_encode(email, IN_AN_ADDRESS));
    let call = format!("tel:{}", telephone::dialled(telephone));
    let links = [(email, write.as_str()), (telephone, call.as_str())];
    linked(&signed(contact, words), &links)
}

/// The text in which each of these, in this order, leads where it is said to.
fn linked(text: &str, links: &[(&str, &str)]) -> Markup {
    let Some(((shown, address), others)) = links.split_first() else {
        return html! { (text) };
    };
    match text.split_once(*shown) {
        None => linked(text, others),
        Some((before, after)) => html! {
            (before) a.link href=(address) style=(LINK) { (shown) } (linked(after, others))
        },
    }
}

fn part(part: &Part, words: &Words) -> Markup {
    match part {
        Part::Pointing { text, address } => html! {
            p.ink style=(TEXT) dir="auto" { (linked(text, &[(address.as_str(), address.as_str())])) }
        },
        Part::Paragraph(text) => html! { p.ink style=(TEXT) dir="auto" { (text) } },
        Part::Heading(text) => html! { h2.ink style={ (HEADING) (SERIF) } dir="auto" { (text) } },
        Part::Subheading(text) => html! { h3.ink style=(SUBHEADING) dir="auto" { (text) } },
        Part::Button { label, address } => html! {
            p style="margin:0 0 10px;" { a.action href=(address) style=(ACTION) { (label) } }
            p.soft style=(SOFT) {
                (say!(words, "letter-button-plain")) br;
                a.link href=(address) style=(LINK) { (address) }
            }
        },
        Part::Code(code) => html! { p style="margin:0;" { span.ink.code style=(CODE) { (code) } } },
        Part::Details(details) => html! {
            table width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed;margin:0 0 20px;border-collapse:collapse;" {
                @for (name, value) in details {
                    tr {
                        th.ink.rule scope="row" width="40%" style=(NAME) { (name) }
                        td.ink.rule style=(VALUE) dir="auto" { (value) }
                    }
                }
            }
        },
        Part::Answer {
            question,
            answer,
            note,
        } => html! {
            p.ink style={ (TEXT) "margin-bottom:6px;font-weight:600;" } dir="auto" { (question) }
            p.ink.rule style=(ANSWER) dir="auto" { (answer) }
            @if let Some(note) = note { p.soft style=(SOFT) { (note) } }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::sample;
    use crate::words::WordBook;

    fn rendered() -> String {
        render(
            &sample::letter(),
            &sample::organisation(),
            &WordBook::load().english(),
        )
    }

    #[test]
    fn a_letter_has_one_form_as_html() {
        insta::assert_snapshot!("a_letter_as_html", rendered().replace("><", ">\n<"));
    }

    #[test]
    fn what_somebody_wrote_does_nothing_in_a_letter() {
        let letter = Written::new("<script>alert(1)</script>")
            .say("<img src=https://evil.example/i.png>")
            .answer("Why?", "\"><a href='javascript:alert(1)'>x</a>", None);
        let html = render(
            &letter,
            &sample::organisation(),
            &WordBook::load().english(),
        );
        for harmful in ["<script", "<img", "<a href='"] {
            assert!(!html.contains(harmful), "{html}");
        }
    }

    #[test]
    fn a_letter_fetches_nothing_and_tells_nobody_that_it_was_read() {
        let html = rendered();
        for fetching in ["<img", "<link", "src=", "url(", "@import", "background=\""] {
            assert!(!html.contains(fetching), "{fetching} in {html}");
        }
    }
}
