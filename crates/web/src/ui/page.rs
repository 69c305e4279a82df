//! The whole document around what a page has to say: head, header, navigation, notice, main and footer.
use maud::{DOCTYPE, Markup, Render, html};

use super::link::Link;
use super::mark::{Picture, beside_name, favicon, mark};
use super::notice::Notice;
use super::telephone;
use crate::assets;
use crate::say;
use crate::words::Words;

/// What surrounds every page of one visit; made once per request, from who is asking and what the organisation is.
#[derive(Clone)]
pub struct Frame {
    /// The visitor's language.
    pub words: Words,
    /// Which of the three moods the page has.
    pub place: Place,
    /// Whose award it is, as the header's first line; the product's own name until it is set up.
    pub organisation: String,
    /// Where the header's name leads.
    pub home: String,
    /// The programme that the page is about, under the organisation's name.
    pub programme: Option<Link>,
    /// What the programme changes of the looks.
    pub livery: Livery,
    /// The sections of this place; empty on a page with nothing beside it.
    pub navigation: Vec<NavigationItem>,
    /// Who is signed in.
    pub identity: Option<Identity>,
    /// A link for who is not signed in, usually to sign in.
    pub sign_in: Option<Link>,
    /// What the visitor's last action came to.
    pub notice: Option<Notice>,
    /// The named human; none only before set-up.
    pub contact: Option<Contact>,
    /// Further links of the footer.
    pub footer: Vec<Link>,
    /// A second way past the header, to what the page is used for.
    pub skip: Option<Link>,
}

/// What a programme brings of its own: nothing, as a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Livery {
    /// The path of the stylesheet with its colours.
    pub colours: Option<String>,
    /// Its mark.
    pub mark: Option<Picture>,
}

/// A place's mood: an invitation, a quiet reading room, or a well-kept desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Pages that anybody may read.
    Public,
    /// What a judge reads and scores.
    Judging,
    /// What an administrator or steward works with.
    Administration,
}

/// One section of a place.
#[derive(Clone, Debug)]
pub struct NavigationItem {
    /// The section.
    pub link: Link,
    /// Whether the page is in this section.
    pub current: bool,
}

/// The person who is signed in, as the header shows them.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Their name, or address if they have none.
    pub name: String,
    /// In which role they see this page.
    pub role: Option<String>,
    /// Where the sign-out button posts to.
    pub sign_out: String,
}

/// The named human who answers questions.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their telephone number, as they write it.
    pub telephone: String,
}

/// How wide the page's column is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Forms and running text: a readable measure.
    #[default]
    Narrow,
    /// Tables, dashboards and cards.
    Wide,
    /// All there is, for a scorecard beside its case.
    Full,
}

/// A whole page: `Page::new(&frame, title, body).failed(!errors.is_empty())`.
pub struct Page<'a> {
    frame: &'a Frame,
    title: String,
    body: Markup,
    layout: Layout,
    failed: bool,
}

impl<'a> Page<'a> {
    /// A page in the narrow layout; the title is for the browser's tab, the body brings its own `h1`.
    pub fn new(frame: &'a Frame, title: impl Into<String>, body: Markup) -> Self {
        Self {
            frame,
            title: title.into(),
            body,
            layout: Layout::default(),
            failed: false,
        }
    }

    /// Another width.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Puts "Error: " before the title when the form on the page was refused.
    #[must_use]
    pub fn failed(mut self, failed: bool) -> Self {
        self.failed = failed;
        self
    }

    fn full_title(&self) -> String {
        let words = &self.frame.words;
        let title = say!(
            words,
            "page-title",
            page = &self.title,
            place = &self.frame.organisation
        );
        if self.failed {
            say!(words, "page-title-error", title = title)
        } else {
            title
        }
    }
}

impl Render for Page<'_> {
    fn render(&self) -> Markup {
        let frame = self.frame;
        let words = &frame.words;
        html! {
            (DOCTYPE)
            html lang=(words.language()) class=(frame.place.as_str()) {
                head {
                    meta charset="utf-8";
                    title { (self.full_title()) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    link rel="icon" href=(favicon(frame.livery.mark.as_ref()));
                    link rel="stylesheet" href=(assets::style());
                    @if let Some(colours) = &frame.livery.colours { link rel="stylesheet" href=(colours); }
                    script type="module" src=(assets::script()) {}
                }
                body data-offline=(say!(words, "page-offline")) {
                    a.skip href="#main" { (say!(words, "page-skip")) }
                    @if let Some(skip) = &frame.skip { a.skip href=(skip.path) { (skip.label) } }
                    (header(frame))
                    main #main .page .(self.layout.class()) tabindex="-1" {
                        @if let Some(notice) = &frame.notice { (notice) }
                        (self.body)
                    }
                    (footer(frame))
                }
            }
        }
    }
}

impl Place {
    /// All places, for the gallery.
    pub const ALL: [Self; 3] = [Self::Public, Self::Judging, Self::Administration];

    /// The place's word in the style and in the gallery's URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Judging => "judging",
            Self::Administration => "administration",
        }
    }
}

impl Layout {
    fn class(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Wide => "wide",
            Self::Full => "full",
        }
    }
}

fn header(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        header.masthead {
            div.masthead-inner {
                // A programme's mark stands beside the programme's name: beside the organisation's it would be taken for theirs.
                a.brand href=(frame.home) {
                    (mark(frame.livery.mark.as_ref().filter(|_| frame.programme.is_none())))
                    span.brand-name { (frame.organisation) }
                }
                @if let Some(programme) = &frame.programme {
                    a.brand-programme href=(programme.path) {
                        @if let Some(picture) = &frame.livery.mark { (beside_name(picture)) }
                        span { (programme.label) }
                    }
                }
                (identity(frame))
            }
            @if !frame.navigation.is_empty() {
                nav.sections aria-label=(say!(words, "page-navigation")) {
                    ul {
                        @for item in &frame.navigation {
                            li { a href=(item.link.path) aria-current=[item.current.then_some("page")] { (item.link.label) } }
                        }
                    }
                }
            }
        }
    }
}

fn identity(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        @if let Some(identity) = &frame.identity {
            div.identity {
                p {
                    span.visually-hidden { (say!(words, "page-signed-in-as")) " " }
                    span.identity-name { (identity.name) }
                    @if let Some(role) = &identity.role { " " span.identity-role { (role) } }
                }
                form method="post" action=(identity.sign_out) data-sign-out {
                    button.button.quiet type="submit" { (say!(words, "page-sign-out")) }
                }
            }
        } @else if let Some(link) = &frame.sign_in {
            div.identity { (link) }
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        footer.foot {
            div.foot-inner {
                @if let Some(contact) = &frame.contact {
                    address {
                        p { (say!(words, "page-contact", name = &contact.name)) }
                        ul {
                            li { (say!(words, "page-contact-email")) " " a href={ "mailto:" (contact.email) } { (contact.email) } }
                            li { (say!(words, "page-contact-telephone")) " " a href={ "tel:" (telephone::dialled(&contact.telephone)) } { (contact.telephone) } }
                        }
                    }
                }
                @if !frame.footer.is_empty() {
                    nav aria-label=(say!(words, "page-footer-links")) {
                        ul { @for link in &frame.footer { li { (link) } } }
                    }
                }
                p.made-with { (say!(words, "page-made-with")) }
            }
        }
    }
}
