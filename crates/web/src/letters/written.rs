//! A letter as it is said, part by part, before it takes a form.

/// A written letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The subject line.
    pub subject: String,
    /// What it says, in order.
    pub parts: Vec<Part>,
}

/// One part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Paragraph(String),
    /// A heading over what follows.
    Heading(String),
    /// A heading over a part of that.
    Subheading(String),
    /// The whole address of a page, on a line of its own.
    Link(String),
    /// A short code, on a line of its own.
    Code(String),
    /// What somebody wrote, under what it answers; line breaks are kept.
    Answer {
        /// What was asked.
        question: String,
        /// What was written.
        answer: String,
    },
}

impl Written {
    /// A letter that says nothing yet.
    pub fn new(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            parts: Vec::new(),
        }
    }

    /// Says a paragraph.
    #[must_use]
    pub fn say(mut self, paragraph: impl Into<String>) -> Self {
        self.parts.push(Part::Paragraph(paragraph.into()));
        self
    }

    /// Puts a heading over what follows.
    #[must_use]
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.parts.push(Part::Heading(heading.into()));
        self
    }

    /// Puts a heading over a part of what stands under a heading.
    #[must_use]
    pub fn subheading(mut self, heading: impl Into<String>) -> Self {
        self.parts.push(Part::Subheading(heading.into()));
        self
    }

    /// Gives a page's whole address.
    #[must_use]
    pub fn link(mut self, address: impl Into<String>) -> Self {
        self.parts.push(Part::Link(address.into()));
        self
    }

    /// Gives a code.
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.parts.push(Part::Code(code.into()));
        self
    }

    /// Gives back what somebody wrote.
    #[must_use]
    pub fn answer(mut self, question: impl Into<String>, answer: impl Into<String>) -> Self {
        self.parts.push(Part::Answer {
            question: question.into(),
            answer: answer.into(),
        });
        self
    }
}
