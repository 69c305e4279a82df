//! Ranks, ties and the cut: judging-science.md, 2e.

use super::Options;
use super::methods::{exact_mean, index, scale_of};
use crate::components::Components;
use crate::ratio::Ratio;
use crate::report::{Method, Selection};
use crate::scores::Scores;
use crate::table::Table;
use crate::ties::{self, Rule};
use crate::top_k::Field;

/// What is done where the cut falls between entries that stay tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtTheCut {
    /// All of them are selected.
    Expand,
    /// None of them is, until one more review has been made of each.
    ExtraReview,
    /// As many as there are places, by lot: those with the lowest `SHA-256(seed ‖ id)`.
    Lot,
}

/// How the judged entries are ranked: all together, or each connected part by itself, where each selects its share of the
/// places, rounded up.
pub(super) fn fields(
    judged: &[usize],
    components: &Components,
    is_apart: bool,
    top: usize,
) -> Vec<Field> {
    if !is_apart {
        return vec![Field {
            entries: judged.to_vec(),
            top,
        }];
    }
    let mut parts = vec![Vec::new(); components.count];
    for &entry in judged {
        parts[components.of_entry[entry]].push(entry);
    }
    (parts.into_iter())
        .filter(|entries| !entries.is_empty())
        .map(|entries| Field {
            top: (top * entries.len()).div_ceil(judged.len()),
            entries,
        })
        .collect()
}

/// An entry of the table in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) entry: usize,
    pub(super) rank: Option<u32>,
    pub(super) is_tied: bool,
    pub(super) selection: Selection,
}

/// What entries are put in order by.
pub(super) struct Ordered<'a> {
    pub(super) scores: &'a Scores,
    pub(super) table: &'a Table,
    pub(super) fields: &'a [Field],
    pub(super) score: &'a [Vec<Option<f64>>; 7],
    pub(super) used: Method,
    pub(super) errors: &'a [Option<f64>],
    /// Whether the model does not tell entries apart: they are listed by their means, without ranks.
    pub(super) is_flat: bool,
}

/// What decides a rank: means exactly, all else rounded to 1e-9 of a 100-point scale.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Rounded(i64),
    Exact(Ratio),
}

impl Ordered<'_> {
    /// The judged entries in their order, field by field.
    pub(super) fn order(&self, rules: &[Rule], options: &Options) -> Vec<Placed> {
        let mut placed = Vec::new();
        for field in self.fields {
            self.order_part(&field.entries, rules, options, field.top, &mut placed);
        }
        placed
    }

    fn order_part(
        &self,
        entries: &[usize],
        rules: &[Rule],
        options: &Options,
        top: usize,
        placed: &mut Vec<Placed>,
    ) {
        let unit = scale_of(self.scores, self.table) * 1e-11;
        let place = |entry: &usize| self.table.place[*entry];
        let listed = entries.iter().map(place).collect::<Vec<_>>();
        let entry_at = |place: usize| self.table.place.partition_point(|other| *other < place);
        let score = |place: usize| self.score[index(self.used)][entry_at(place)].unwrap_or(0.0);
        let by_mean = self.used == Method::Mean || self.is_flat;
        let key = |place: usize| {
            let mean = by_mean.then(|| exact_mean(self.scores, self.scores.reviews_of(place)));
            match mean.flatten() {
                Some(mean) => Key::Exact(mean),
                None => Key::Rounded(rounded(score(place) / unit)),
            }
        };
        let bound = |place: usize| {
            let error = self.errors[entry_at(place)].unwrap_or(0.0);
            rounded((score(place) - error) / unit)
        };
        let mut before = 0;
        for group in ties::split(&listed, key) {
            for mut tied in ties::settle(self.scores, group, rules, &bound) {
                let rank = u32::try_from(before + 1).ok().filter(|_| !self.is_flat);
                if options.at_the_cut == AtTheCut::Lot {
                    tied.sort_by_cached_key(|&place| {
                        options.seed.lot(&self.scores.entries()[place])
                    });
                }
                let (many, left) = (tied.len(), top.saturating_sub(before));
                for (position, &place) in tied.iter().enumerate() {
                    let selection = if left == 0 {
                        Selection::Out
                    } else if many <= left {
                        Selection::In
                    } else {
                        match options.at_the_cut {
                            AtTheCut::Expand => Selection::In,
                            AtTheCut::ExtraReview => Selection::NeedsReview,
                            AtTheCut::Lot if position < left => Selection::In,
                            AtTheCut::Lot => Selection::Out,
                        }
                    };
                    placed.push(Placed {
                        entry: entry_at(place),
                        rank,
                        is_tied: many > 1 || self.is_flat,
                        selection: if self.is_flat {
                            Selection::Out
                        } else {
                            selection
                        },
                    });
                }
                before += many;
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a score is at most 1e11 of its units, and the cast saturates"
)]
fn rounded(units: f64) -> i64 {
    libm::round(units) as i64
}
