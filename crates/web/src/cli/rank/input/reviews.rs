//! What SCORES may say of whole reviews: what each weighs, and in which order a judge made them.

use std::collections::HashMap;

use plaudit_ranking::{Ratio, Scores, WeightFault};

use super::super::super::faults::{Faults, shown};
use super::super::super::sheet::Sheet;
use super::{ENTRY, JUDGE};

/// The columns for that in SCORES.
pub(super) const WEIGHT: usize = 4;
pub(super) const PLACE: usize = 5;

/// A review's judge and entry.
type Of<'a> = (&'a str, &'a str);

/// What is known of reviews beyond their scores.
#[derive(Debug, Default)]
pub(super) struct Reviews<'a> {
    /// In the order of the file: review, weight, line.
    weights: Vec<(Of<'a>, Ratio, u32)>,
    weight_of: HashMap<Of<'a>, (Ratio, u32, &'a str)>,
    /// The least place that is given in any row of the review, and its line.
    places: HashMap<Of<'a>, (Ratio, u32)>,
}

impl<'a> Reviews<'a> {
    /// Takes what the row of a score says of its review.
    pub(super) fn take(&mut self, sheet: &'a Sheet, record: usize, faults: &mut Faults) {
        let review = (sheet.field(record, JUDGE), sheet.field(record, ENTRY));
        let line = sheet.line(record);
        let text = sheet.field(record, WEIGHT).trim();
        let is_given = |column| sheet.has(column) && !sheet.field(record, column).trim().is_empty();
        if is_given(WEIGHT)
            && let Some(weight) = sheet.number(record, WEIGHT, "weight of the review", faults)
        {
            match self.weight_of.get(&review) {
                None => {
                    self.weight_of.insert(review, (weight, line, text));
                    self.weights.push((review, weight, line));
                }
                Some((first, from, earlier)) if *first != weight => {
                    let what = format!(
                        "{} weighs {} here and {} on line {from}",
                        named(review),
                        shown(text),
                        shown(earlier)
                    );
                    faults.at(sheet.file, line, what);
                }
                Some(_) => {}
            }
        }
        if is_given(PLACE)
            && let Some(place) = sheet.number(record, PLACE, "judging order", faults)
        {
            let least = self.places.entry(review).or_insert((place, line));
            *least = (*least).min((place, line));
        }
    }

    /// The scores with these weights; `None` where one of them cannot be.
    pub(super) fn weigh(
        &self,
        scores: Scores,
        sheet: &Sheet,
        faults: &mut Faults,
    ) -> Option<Scores> {
        let weights: Vec<(&str, &str, Ratio)> = (self.weights.iter())
            .map(|&((judge, entry), weight, _)| (judge, entry, weight))
            .collect();
        let found = match scores.with_weights(&weights) {
            Ok(scores) => return Some(scores),
            Err(found) => found,
        };
        for fault in found {
            let (WeightFault::NoReview { judge, entry }
            | WeightFault::Twice { judge, entry }
            | WeightFault::OutOfRange { judge, entry, .. }) = &fault;
            let line = self.weight_of.get(&(judge.as_str(), entry.as_str()));
            let what = match &fault {
                WeightFault::OutOfRange { .. } => format!(
                    "the weight {} of a review is not from 0.001 to 1000, in thousandths",
                    shown(line.map_or("", |known| known.2))
                ),
                _ => fault.to_string(),
            };
            faults.at(sheet.file, line.map_or(0, |known| known.1), what);
        }
        None
    }

    /// (judge, entry) in the order in which reviews were made; two that a judge made at once are a fault.
    pub(super) fn order(&self, sheet: &Sheet, faults: &mut Faults) -> Vec<(String, String)> {
        let mut places: Vec<(&str, Ratio, &str, u32)> = (self.places.iter())
            .map(|(&(judge, entry), &(place, line))| (judge, place, entry, line))
            .collect();
        places.sort_unstable();
        for pair in places.windows(2) {
            let ((judge, place, ..), (other, same, ..)) = (pair[0], pair[1]);
            if (judge, place) == (other, same) {
                let (first, later) = (pair[0].3.min(pair[1].3), pair[0].3.max(pair[1].3));
                let what = format!(
                    "two reviews of judge “{}” have the judging order {place}; the first is on line {first}",
                    shown(judge)
                );
                faults.at(sheet.file, later, what);
            }
        }
        (places.into_iter())
            .map(|(judge, _, entry, _)| (judge.to_owned(), entry.to_owned()))
            .collect()
    }
}

fn named((judge, entry): Of<'_>) -> String {
    format!(
        "the review of entry “{}” by judge “{}”",
        shown(entry),
        shown(judge)
    )
}
