//! The progress claims, as they were typed into the nomination form.

use plaudit_domain::progress_claim::{Month, ProgressClaim, WORD_LIMIT};
use plaudit_domain::season::ClaimsAsked;
use plaudit_domain::text::{self, Fault};

use super::{Reader, claims_shown, field};
use crate::http::field_errors::Fill;
use crate::say;
use crate::words::Words;

impl Reader<'_> {
    /// A month as people write it in their language.
    fn month(&self, name: &str) -> Result<Month, Fault> {
        let typed = self.one(name)?;
        match self.words.read_month(&typed) {
            Some(day) => Month::parse(&day.strftime("%Y-%m").to_string()),
            None => Month::parse(&typed),
        }
    }

    /// Claims of which nothing was filled in are passed over.
    pub(super) fn claims(&mut self, asked: ClaimsAsked) -> Vec<ProgressClaim> {
        let shown = claims_shown(self.raw, asked);
        let least = asked.least() as usize;
        let most = asked.most() as usize;
        let filled: Vec<(usize, usize)> = shown
            .iter()
            .copied()
            .zip(1_usize..)
            .filter(|(index, _)| {
                field::CLAIM
                    .iter()
                    .any(|part| !self.raw.trimmed(&field::claim(*index, part)).is_empty())
            })
            .collect();
        let blank = shown
            .iter()
            .find(|index| filled.iter().all(|(other, _)| other != *index));
        if filled.len() < least
            && let Some(index) = blank.or(shown.first())
        {
            self.errors.say_filled(
                &field::claim(*index, field::BEFORE),
                "nominate-claims-missing",
                vec![("least", Fill::Number(least))],
            );
        }
        if let Some((index, _)) = filled.get(most) {
            self.errors.say_filled(
                &field::claim(*index, field::BEFORE),
                "nominate-claims-too-many",
                vec![("most", Fill::Number(most))],
            );
        }
        filled
            .into_iter()
            .filter_map(|(index, number)| self.claim(index, number))
            .collect()
    }

    fn claim(&mut self, index: usize, number: usize) -> Option<ProgressClaim> {
        let name = |part| field::claim(index, part);
        let noun = |words: &Words, key: &str| say!(words, key, number = number);
        let mut text = |part, key: &str| {
            let value = self
                .one(&name(part))
                .and_then(|typed| text::paragraphs(&typed, Some(WORD_LIMIT)));
            self.errors.take(&name(part), noun(self.words, key), value)
        };
        let before = text(field::BEFORE, "nominate-claim-before-noun");
        let after = text(field::AFTER, "nominate-claim-after-noun");
        let shown_by = text(field::SHOWN_BY, "nominate-claim-shown-by-noun");
        let from = self.month(&name(field::FROM));
        let from = self.errors.take(
            &name(field::FROM),
            noun(self.words, "nominate-claim-from-noun"),
            from,
        );
        let to = self
            .one(&name(field::TO))
            .and_then(|typed| match typed.trim() {
                "" => Ok(None),
                _ => self.month(&name(field::TO)).map(Some),
            });
        let to = to.and_then(|to| match from {
            Some(from) => ProgressClaim::check_order(from, to).map(|()| to),
            None => Ok(to),
        });
        if to == Err(Fault::EndsBeforeStart) {
            let fills = vec![("number", Fill::Number(number))];
            self.errors
                .say_filled(&name(field::TO), "nominate-claim-order", fills);
            return None;
        }
        let to = self.errors.take(
            &name(field::TO),
            noun(self.words, "nominate-claim-to-noun"),
            to,
        );
        Some(ProgressClaim {
            before: before?,
            after: after?,
            from: from?,
            to: to?,
            shown_by: shown_by?,
        })
    }
}
