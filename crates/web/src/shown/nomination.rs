//! A nomination as it is read: what was asked, and what was said to it, in sections that pages and letters share.

use maud::{Markup, html};
use plaudit_domain::eligibility::{self, Outlook};
use plaudit_domain::nomination::Relationship;
use plaudit_domain::progress_claim::Month;
use plaudit_domain::question::{self, Asks, Question};
use plaudit_store::nominations::Typed;
use plaudit_store::reports::nomination::Nomination;

use super::name::name;
use super::nomination_form::{Asked, field, pairs};
use crate::say;
use crate::ui::link::Link;
use crate::ui::prose::as_typed;
use crate::ui::status_tag::status_tag;
use crate::ui::summary_list::SummaryList;
use crate::ui::tone::Tone;
use crate::words::Words;

/// What a section is about, so that a page can leave out what is not for its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The nominee, and what is to be won.
    Nominee,
    /// The nominator, and how they know the nominee.
    Nominator,
    /// The rules of eligibility.
    Eligibility,
    /// The questions.
    Answers,
    /// One progress claim.
    Claim,
}

/// A part of a nomination under its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub about: About,
    /// Its heading.
    pub heading: String,
    /// What was asked and said, in order.
    pub rows: Vec<Row>,
}

/// One thing that was asked, and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The form's field, where it can be changed.
    pub field: String,
    /// What was asked.
    pub label: String,
    /// What was said; empty if nothing was.
    pub text: String,
    /// Whether that is not for publication.
    pub not_for_publication: bool,
    /// What it amounts to, where it answers a rule of eligibility.
    pub outlook: Outlook,
}

/// What was sent, in sections; nothing if nothing was.
pub fn sent(words: &Words, nomination: &Nomination) -> Vec<Section> {
    match &nomination.submission {
        Some(submission) => sections(
            words,
            &Asked::by_nomination(nomination),
            &pairs::of(words, submission),
        ),
        None => Vec::new(),
    }
}

/// What was typed, valid or not, in sections.
pub fn sections(words: &Words, asked: &Asked<'_>, typed: &Typed) -> Vec<Section> {
    let reader = Reader {
        words,
        asked,
        typed,
    };
    let mut sections = vec![
        reader.nominee(),
        reader.nominator(),
        reader.eligibility(),
        reader.answers(),
    ];
    sections.extend(reader.claims());
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// The sections for whoever decides: each answer that speaks against eligibility says so.
pub fn for_decision(words: &Words, sections: &[Section]) -> Markup {
    let value = |row: &Row| {
        html! {
            (row.value(words))
            @if row.outlook != Outlook::Met { " " (outlook(words, row.outlook)) }
        }
    };
    html! {
        @for section in sections {
            (part(section, &section.rows.iter().fold(SummaryList::new(), |list, row| list.row(&row.label, value(row)))))
        }
    }
}

/// What answers to the rules of eligibility amount to, as a tag.
pub fn outlook(words: &Words, outlook: Outlook) -> Markup {
    let tone = match outlook {
        Outlook::Met => Tone::Good,
        Outlook::Unclear => Tone::Plain,
        Outlook::NotMet => Tone::Care,
    };
    status_tag(tone, &words.get(&format!("eligibility-outlook-{outlook}")))
}

fn part(section: &Section, list: &SummaryList) -> Markup {
    html! {
        section.nomination-part .long[section.is_long()] {
            h2 { (section.heading) }
            (list)
        }
    }
}

/// The sections as a page shows them; with a link to each field, where what was said can be changed.
pub fn shown(
    words: &Words,
    sections: &[Section],
    change: Option<&dyn Fn(&str) -> String>,
) -> Markup {
    html! {
        @for section in sections {
            (part(section, &list(words, section, change)))
        }
    }
}

fn list(words: &Words, section: &Section, change: Option<&dyn Fn(&str) -> String>) -> SummaryList {
    section
        .rows
        .iter()
        .fold(SummaryList::new(), |list, row| match change {
            Some(link) => list.row_about(
                field::label(words, &row.field, &row.label),
                row.value(words),
                Link::new(say!(words, "nomination-change"), &link(&row.field)),
                (section.about == About::Claim).then_some(section.heading.as_str()),
            ),
            None => list.row(&row.label, row.value(words)),
        })
}

impl Section {
    /// Whether what was asked is a sentence, which wants the whole width.
    fn is_long(&self) -> bool {
        matches!(self.about, About::Eligibility | About::Answers)
    }
}

impl Row {
    fn value(&self, words: &Words) -> Markup {
        html! {
            @if self.text.is_empty() {
                span.muted { (say!(words, "nomination-nothing")) }
            } @else if self.text.contains('\n') || self.text.len() > LINE {
                (as_typed(&self.text))
            } @else {
                (name(&self.text))
            }
            @if self.not_for_publication {
                p.muted { (say!(words, "nomination-not-for-publication")) }
            }
        }
    }
}

/// What is longer than this, in bytes, is a text with a direction of its own rather than a name or a date.
const LINE: usize = 60;

struct Reader<'a> {
    words: &'a Words,
    asked: &'a Asked<'a>,
    typed: &'a Typed,
}

impl Reader<'_> {
    fn typed(&self, name: &str) -> String {
        let values: Vec<&str> = self.typed.all(name).map(str::trim).collect();
        values.join("\n")
    }

    fn row(&self, name: &str, label: &str) -> Row {
        self.row_of(name, say!(self.words, label), self.typed(name))
    }

    #[expect(clippy::unused_self, reason = "reads as its neighbours do")]
    fn row_of(&self, name: &str, label: String, text: String) -> Row {
        Row {
            field: name.to_owned(),
            label,
            text,
            not_for_publication: false,
            outlook: Outlook::Met,
        }
    }

    fn section(&self, about: About, heading: &str, rows: Vec<Row>) -> Section {
        Section {
            about,
            heading: say!(self.words, heading),
            rows,
        }
    }

    fn nominee(&self) -> Section {
        let mut rows = Vec::new();
        if let [_, _, ..] = self.asked.categories {
            let typed = self.typed(field::CATEGORY);
            let title = self
                .asked
                .categories
                .iter()
                .find(|category| category.id.to_string() == typed)
                .map_or(typed.as_str(), |category| {
                    category.title.in_language(&self.words.language())
                })
                .to_owned();
            rows.push(self.row_of(
                field::CATEGORY,
                say!(self.words, "nomination-category"),
                title,
            ));
        }
        rows.extend([
            self.row(field::NOMINEE_NAME, "nomination-name"),
            self.row(field::NOMINEE_ROLE, "nomination-role"),
            self.row(field::NOMINEE_EMPLOYER, "nomination-employer"),
            self.row(field::NOMINEE_EMAIL, "nomination-email"),
        ]);
        self.section(About::Nominee, "nomination-nominee", rows)
    }

    fn nominator(&self) -> Section {
        let typed = self.typed(field::RELATIONSHIP);
        let relationship = match Relationship::parse(&typed) {
            Ok(relationship) => say!(self.words, &format!("relationship-{relationship}")),
            Err(_) => typed,
        };
        let mut rows = vec![
            self.row(field::NOMINATOR_NAME, "nomination-name"),
            self.row(field::NOMINATOR_EMAIL, "nomination-email"),
            self.row(field::NOMINATOR_TELEPHONE, "nomination-telephone"),
            self.row(field::NOMINATOR_ORGANISATION, "nomination-organisation"),
            self.row(field::NOMINATOR_ROLE, "nomination-role"),
            self.row_of(
                field::RELATIONSHIP,
                say!(self.words, "nomination-relationship"),
                relationship,
            ),
        ];
        let more = self.row(field::RELATIONSHIP_WORDS, "nomination-relationship-words");
        if !more.text.is_empty() {
            rows.push(more);
        }
        self.section(About::Nominator, "nomination-nominator", rows)
    }

    fn eligibility(&self) -> Section {
        let rows = self
            .asked
            .rules
            .iter()
            .map(|rule| {
                let name = field::rule(rule.id);
                let typed = self.typed(&name);
                let (said, outlook) = match eligibility::Answer::parse(&typed) {
                    Ok(answer) => (
                        say!(self.words, &format!("eligibility-{answer}")),
                        rule.outlook(answer),
                    ),
                    Err(_) => (typed, Outlook::Met),
                };
                let prompt = rule.prompt.in_language(&self.words.language());
                Row {
                    outlook,
                    ..self.row_of(&name, prompt.to_owned(), said)
                }
            })
            .collect();
        self.section(About::Eligibility, "nomination-eligibility", rows)
    }

    fn answers(&self) -> Section {
        let rows = self
            .asked
            .questions
            .iter()
            .map(|question| {
                let name = field::answer(question.revision);
                let prompt = question.prompt.in_language(&self.words.language());
                Row {
                    not_for_publication: !question.for_publication
                        && self
                            .typed
                            .all(&field::not_for_publication(question.revision))
                            .next()
                            .is_some(),
                    ..self.row_of(&name, prompt.to_owned(), self.answer(question, &name))
                }
            })
            .collect();
        self.section(About::Answers, "nomination-answers", rows)
    }

    /// What was chosen is shown by its title.
    fn answer(&self, question: &Question, name: &str) -> String {
        let (Asks::OneOf(choices) | Asks::SeveralOf(choices)) = &question.asks else {
            let typed = self.typed(name);
            // As it is read, so that a day taken for a month is seen, and where a link leads.
            let read = match &question.asks {
                Asks::Date => self.words.read_day(&typed).map(|day| self.words.day(day)),
                Asks::Link => question::link(&typed).ok(),
                _ => None,
            };
            return read.unwrap_or(typed);
        };
        let titles: Vec<&str> = self
            .typed
            .all(name)
            .map(|key| {
                choices
                    .iter()
                    .find(|choice| choice.key == key)
                    .map_or(key, |choice| {
                        choice.title.in_language(&self.words.language())
                    })
            })
            .collect();
        titles.join("\n")
    }

    fn claims(&self) -> Vec<Section> {
        let month = |name: String, label: &str| {
            let typed = self.typed(&name);
            let text = match (self.words.read_month(&typed), Month::parse(&typed)) {
                (Some(day), _) => self.words.month(day),
                (None, Ok(month)) => pairs::month(self.words, month),
                (None, Err(_)) => typed,
            };
            self.row_of(&name, say!(self.words, label), text)
        };
        let claims = field::claims_in(self.typed);
        claims
            .into_iter()
            .zip(1_usize..)
            .map(|(index, number)| {
                let name = |part| field::claim(index, part);
                let mut rows = vec![
                    self.row(&name(field::BEFORE), "nomination-claim-before"),
                    self.row(&name(field::AFTER), "nomination-claim-after"),
                    month(name(field::FROM), "nomination-claim-from"),
                    month(name(field::TO), "nomination-claim-to"),
                    self.row(&name(field::SHOWN_BY), "nomination-claim-shown-by"),
                ];
                if rows[3].text.is_empty() {
                    rows[3].text = say!(self.words, "nomination-claim-going-on");
                }
                Section {
                    about: About::Claim,
                    heading: say!(self.words, "nomination-claim", number = number),
                    rows,
                }
            })
            .collect()
    }
}
