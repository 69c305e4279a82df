//! A letter as it is said, part by part, before it takes a form: every form says the same, and says it once.

use plaudit_domain::person::Contact;

/// A written letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The subject line.
    pub subject: String,
    /// What it says, in order.
    pub parts: Vec<Part>,
    /// The human being who answers it, if it is another than the organisation's own.
    pub contact: Option<Contact>,
}

/// One part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Paragraph(String),
    /// A paragraph that names the address of one of our pages.
    Pointing {
        /// What it says, with the address in it.
        text: String,
        /// The address, as it stands in the text.
        address: String,
    },
    /// A heading over what follows.
    Heading(String),
    /// A heading under a heading.
    Subheading(String),
    /// The way to one of our pages.
    Button {
        /// What the button says; plain text has no button, and gives the address alone.
        label: String,
        /// The page's whole address.
        address: String,
    },
    /// A short code, on a line of its own.
    Code(String),
    /// Short facts, each under its name.
    Details(Vec<(String, String)>),
    /// What somebody wrote, under what it answers; line breaks are kept.
    Answer {
        /// What was asked.
        question: String,
        /// What was written.
        answer: String,
        /// What is to be known of it, if anything.
        note: Option<String>,
    },
}

impl Written {
    /// A letter that says nothing yet.
    pub fn new(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            parts: Vec::new(),
            contact: None,
        }
    }

    /// Has this human being answer it: a programme's own, in a letter about one of its seasons or nominations.
    #[must_use]
    pub fn answered_by(self, contact: &Contact) -> Self {
        Self {
            contact: Some(contact.clone()),
            ..self
        }
    }

    /// Says a paragraph.
    #[must_use]
    pub fn say(self, paragraph: impl Into<String>) -> Self {
        self.with(Part::Paragraph(paragraph.into()))
    }

    /// Says a paragraph that names the address of one of our pages.
    #[must_use]
    pub fn point(self, text: impl Into<String>, address: impl Into<String>) -> Self {
        self.with(Part::Pointing {
            text: text.into(),
            address: address.into(),
        })
    }

    /// Puts a heading over what follows.
    #[must_use]
    pub fn heading(self, heading: impl Into<String>) -> Self {
        self.with(Part::Heading(heading.into()))
    }

    /// Puts a heading over a part of what stands under a heading.
    #[must_use]
    pub fn subheading(self, heading: impl Into<String>) -> Self {
        self.with(Part::Subheading(heading.into()))
    }

    /// Leads to a page: what its button says, and its whole address.
    #[must_use]
    pub fn button(self, label: impl Into<String>, address: impl Into<String>) -> Self {
        self.with(Part::Button {
            label: label.into(),
            address: address.into(),
        })
    }

    /// Gives a code.
    #[must_use]
    pub fn code(self, code: impl Into<String>) -> Self {
        self.with(Part::Code(code.into()))
    }

    /// Gives short facts, each under its name; none at all take no room.
    #[must_use]
    pub fn details(self, details: Vec<(String, String)>) -> Self {
        if details.is_empty() {
            return self;
        }
        self.with(Part::Details(details))
    }

    /// Gives back what somebody wrote.
    #[must_use]
    pub fn answer(
        self,
        question: impl Into<String>,
        answer: impl Into<String>,
        note: Option<String>,
    ) -> Self {
        self.with(Part::Answer {
            question: question.into(),
            answer: answer.into(),
            note,
        })
    }

    fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }
}
