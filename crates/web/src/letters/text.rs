//! A letter as plain text, with the named human being under it.

use plaudit_store::organisations::Organisation;

use super::written::{Part, Written};
use crate::say;
use crate::words::Words;

/// The letter's body. Lines are left long: every reader of mail folds them to its own width.
pub(super) fn render(written: &Written, organisation: &Organisation, words: &Words) -> String {
    let mut paragraphs: Vec<String> = written.parts.iter().map(part).collect();
    let contact = &organisation.contact;
    paragraphs.push(format!(
        "-- \n{}\n{}",
        organisation.name,
        say!(
            words,
            "letter-contact",
            name = contact.name.as_str(),
            email = contact.email.as_str(),
            telephone = contact.telephone.as_str()
        )
    ));
    let mut text = paragraphs.join("\n\n");
    text.push('\n');
    text
}

fn part(part: &Part) -> String {
    match part {
        Part::Paragraph(text) => text.clone(),
        Part::Heading(text) => format!("{text}\n{}", "=".repeat(text.chars().count())),
        Part::Subheading(text) => format!("{text}\n{}", "-".repeat(text.chars().count())),
        Part::Link(address) => format!("    {address}"),
        Part::Code(code) => format!("    {code}"),
        Part::Answer { question, answer } => {
            let indented: Vec<String> = answer
                .lines()
                .map(|line| {
                    if line.is_empty() {
                        String::new()
                    } else {
                        format!("    {line}")
                    }
                })
                .collect();
            format!("{question}\n\n{}", indented.join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use plaudit_domain::ids::OrganisationId;
    use plaudit_domain::person::{Contact, Email, Telephone};
    use uuid::Uuid;

    use super::*;
    use crate::words::WordBook;

    #[test]
    fn a_letter_is_read_from_top_to_bottom_and_ends_with_a_human_being() {
        let organisation = Organisation {
            id: OrganisationId(Uuid::nil()),
            version: 1,
            name: "Society of Examples".to_owned(),
            contact: Contact {
                name: "Ann Lee".to_owned(),
                email: Email::parse("ann.lee@society.example").expect("an address"),
                telephone: Telephone::parse("01632 960 001").expect("a number"),
            },
        };
        let written = Written::new("Subject")
            .say("Dear Siân,")
            .link("https://award.example/x")
            .heading("What you wrote")
            .subheading("Answers")
            .answer("How were things before?", "Slow.\n\nVery slow 🐌.");
        let text = render(&written, &organisation, &WordBook::load().english());
        assert_eq!(
            text,
            "Dear Siân,\n\n    https://award.example/x\n\nWhat you wrote\n==============\n\n\
             Answers\n-------\n\nHow were things before?\n\n    Slow.\n\n    Very slow 🐌.\n\n\
             -- \nSociety of Examples\nQuestions? Ask Ann Lee: ann.lee@society.example, 01632 960 001\n"
        );
    }
}
