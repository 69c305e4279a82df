//! What is known of each case: its chance, how its score comes about, its place by every method, and what it was given.

use maud::{Markup, Render, html};
use plaudit_domain::rule_set::Method;
use plaudit_domain::standing::certainty::{CaseCertainty, Certainty, Verdict};
use plaudit_store::reports::ranking::RankingRow;

use crate::say;
use crate::shown::measures::{chance, points};
use crate::shown::named;
use crate::ui::bumps::{Bump, Bumps};
use crate::ui::details::details;
use crate::ui::plot::{self, Mark, Plot, PlotLine};
use crate::ui::status_tag::status_tag;
use crate::ui::table::Table;
use crate::ui::tone::Tone;
use crate::words::Words;

/// How many cases a picture holds: those around the cut, where there are more.
const MOST_DRAWN: usize = 40;
/// How many standard errors on either side hold the true score nine times in ten.
const NINE_IN_TEN: f64 = 1.645;

/// A case of the ranking with what is known of it.
pub(in super::super) struct Row<'a> {
    name: String,
    rank: Option<u32>,
    is_within_cut: bool,
    is_below_floor: bool,
    case: &'a CaseCertainty,
}

impl Row<'_> {
    /// How it is drawn: a chance knows nothing of the merit floor, below which no case is put forward.
    fn mark(&self) -> Mark {
        if self.is_below_floor {
            Mark::Out
        } else {
            mark(self.case.verdict)
        }
    }

    /// How many methods put it on the shortlist, of how many that say anything.
    fn methods(&self, size: usize) -> (usize, usize) {
        let (within, of) = self.case.methods(size);
        (if self.is_below_floor { 0 } else { within }, of)
    }
}

/// The cases that are ranked, in the order of the ranking. One that was laid before the judges since has no row yet.
pub(in super::super) fn rows<'a>(
    words: &Words,
    ranked: &[RankingRow],
    certainty: &'a Certainty,
) -> Vec<Row<'a>> {
    (ranked.iter())
        .filter_map(|row| {
            let case = certainty.cases.get(&row.case)?;
            (case.verdict != Verdict::TooFew).then(|| Row {
                name: named::nominee_or_erased(words, row.nominee.as_deref()),
                rank: row.place.rank,
                is_within_cut: row.place.is_within_cut,
                is_below_floor: row.place.is_below_merit_floor,
                case,
            })
        })
        .collect()
}

/// The rows around the cut, as many as a picture holds, and how many of them lie above the cut.
fn drawn<'r, 'a>(rows: &'r [Row<'a>]) -> (&'r [Row<'a>], usize) {
    let above = rows
        .iter()
        .rposition(|row| row.is_within_cut)
        .map_or(0, |last| last + 1);
    let from = above
        .saturating_sub(MOST_DRAWN / 2)
        .min(rows.len().saturating_sub(MOST_DRAWN));
    let to = rows.len().min(from + MOST_DRAWN);
    (&rows[from..to], above - from.min(above))
}

fn mark(verdict: Verdict) -> Mark {
    match verdict {
        Verdict::SafeIn => Mark::Safe,
        Verdict::Contested => Mark::Open,
        Verdict::SafeOut => Mark::Out,
        Verdict::Unknown | Verdict::TooFew => Mark::Plain,
    }
}

fn verdict(words: &Words, verdict: Verdict) -> Option<(Tone, String)> {
    match verdict {
        Verdict::SafeIn => Some((Tone::Good, say!(words, "certainty-safe-in"))),
        Verdict::Contested => Some((Tone::Care, say!(words, "certainty-open"))),
        Verdict::SafeOut => Some((Tone::Plain, say!(words, "certainty-safe-out"))),
        Verdict::Unknown | Verdict::TooFew => None,
    }
}

/// Each case with its chance and the ranks that it may as well have, drawn and as a table.
pub(in super::super) fn each(words: &Words, certainty: &Certainty, rows: &[Row<'_>]) -> Markup {
    let (shown, above) = drawn(rows);
    let lines: Vec<PlotLine> = (shown.iter())
        .filter_map(|row| {
            let (score, error) = row.case.estimate?;
            Some(PlotLine {
                label: row.name.clone(),
                mark: row.mark(),
                at: Some(score),
                between: Some((score - NINE_IN_TEN * error, score + NINE_IN_TEN * error)),
                dots: Vec::new(),
            })
        })
        .collect();
    let is_known = rows.iter().any(|row| row.case.chance.is_some());
    let meanings: Vec<(Mark, String)> = [Verdict::SafeIn, Verdict::Contested, Verdict::SafeOut]
        .into_iter()
        .filter_map(|one| Some((mark(one), verdict(words, one)?.1)))
        .collect();
    html! {
        section.stack {
            h2 { (say!(words, "certainty-each")) }
            @if !lines.is_empty() {
                p { (say!(words, "certainty-each-text", draws = words.number(i64::from(plaudit_domain::standing::certainty::DRAWS)))) }
                (Plot::new(say!(words, "certainty-each-picture"), lines).cut_below(above))
                @if is_known { (plot::key(&meanings)) }
                (left_out(words, rows, shown))
            }
            (table_of_each(words, certainty, rows, is_known))
        }
    }
}

fn left_out(words: &Words, rows: &[Row<'_>], shown: &[Row<'_>]) -> Markup {
    html! {
        @if shown.len() < rows.len() {
            p.muted { (say!(words, "certainty-around-the-cut", shown = shown.len(), all = rows.len())) }
        }
    }
}

fn table_of_each(words: &Words, certainty: &Certainty, rows: &[Row<'_>], is_known: bool) -> Markup {
    let of = methods_that_say(rows).len();
    Table::new(say!(words, "certainty-each-table"), rows)
        .numbers(say!(words, "ranking-rank"), |row| rank(row))
        .head(say!(words, "case-nominee"), |row| html! { bdi { (row.name) } })
        .when(rows.iter().any(|row| row.case.estimate.is_some()), |table| {
            table.numbers(say!(words, "certainty-score"), |row| {
                html! {
                    @if let Some((score, error)) = row.case.estimate { (points(score)) " ± " (points(error)) }
                }
            })
        })
        .when(is_known, |table| {
            table
                .numbers(say!(words, "certainty-ranks"), |row| {
                    html! {
                        @if let Some(chance) = row.case.chance {
                            @if chance.rank_low == chance.rank_high { (chance.rank_low) }
                            @else { (chance.rank_low) "–" (chance.rank_high) }
                        }
                    }
                })
                .numbers(say!(words, "certainty-chance", size = certainty.size), |row| {
                    html! { @if let Some(known) = row.case.chance { (chance(words, known.probability())) } }
                })
                .words(say!(words, "certainty-verdict"), |row| {
                    html! {
                        // Below the floor nothing is safely in, whatever the scores say of its place.
                        @if !(row.is_below_floor && row.case.verdict == Verdict::SafeIn) {
                            @if let Some((tone, said)) = verdict(words, row.case.verdict) { (status_tag(tone, &said)) " " }
                        }
                        @if row.is_below_floor { (status_tag(Tone::Plain, &say!(words, "ranking-below-floor"))) }
                    }
                })
        })
        .words(say!(words, "certainty-methods"), |row| {
            let (within, of) = match row.methods(certainty.size) {
                (_, 0) => (0, of),
                counted => counted,
            };
            match within {
                _ if row.is_below_floor => say!(words, "ranking-below-floor"),
                0 => say!(words, "certainty-methods-none"),
                within if within == of => say!(words, "certainty-methods-all"),
                within => say!(words, "certainty-methods-some", within = within, of = of),
            }
        })
        .caption_hidden()
        .render()
}

/// The methods by which any case has a place: a panel may be too small for the others.
fn methods_that_say(rows: &[Row<'_>]) -> Vec<(usize, Method)> {
    (Method::ALL.iter().copied().enumerate())
        .filter(|(index, _)| {
            let mut places = rows.iter().map(|row| row.case.places.get(*index));
            places.any(|place| matches!(place, Some(Some(_))))
        })
        .collect()
}

fn rank(row: &Row<'_>) -> Markup {
    html! {
        @match row.rank {
            Some(rank) => (rank),
            None => span.muted { "–" },
        }
    }
}

/// How each calibrated score comes about, as a sentence that can be checked with a pencil.
pub(in super::super) fn explained(
    words: &Words,
    certainty: &Certainty,
    rows: &[Row<'_>],
) -> Markup {
    let rows: Vec<&Row<'_>> = (rows.iter())
        .filter(|row| row.case.explanation.is_some())
        .collect();
    let Some(mean) = rows
        .first()
        .and_then(|row| row.case.explanation)
        .map(|one| one.mean)
    else {
        return html! {};
    };
    let table = Table::new(say!(words, "certainty-explained-table"), &rows)
        .head(
            say!(words, "case-nominee"),
            |row| html! { bdi { (row.name) } },
        )
        .words(say!(words, "certainty-explained-column"), |row| {
            row.case.explanation.map_or_else(String::new, |one| {
                let leniency = one.panel_leniency;
                let key = if leniency < 0.0 {
                    "certainty-explained-severe"
                } else {
                    "certainty-explained-lenient"
                };
                say!(
                    words,
                    key,
                    score = points(one.score()),
                    raw = points(one.raw_mean),
                    leniency = points(leniency.abs()),
                    fair = points(one.raw_mean - leniency),
                    reliability = format!("{:.2}", one.reliability),
                    mean = points(one.mean)
                )
            })
        })
        .caption_hidden();
    html! {
        section.stack {
            h2 { (say!(words, "certainty-explained")) }
            p { (say!(words, "certainty-explained-text", mean = points(mean), scorecards = certainty.scorecards)) }
            (table)
        }
    }
}

/// The places by every method, side by side.
pub(in super::super) fn by_method(
    words: &Words,
    certainty: &Certainty,
    rows: &[Row<'_>],
) -> Markup {
    let (shown, _) = drawn(rows);
    let methods = methods_that_say(rows);
    let orders: Vec<String> = (methods.iter())
        .map(|(_, method)| words.get(&format!("certainty-by-{method}")))
        .collect();
    let first = shown.first().and_then(|row| row.rank).unwrap_or(1);
    // A method that puts a case far from the cut has it at the edge of the picture.
    let lowest = u32::try_from(shown.len() + 1).unwrap_or(u32::MAX);
    let bumps = (shown.iter())
        .map(|row| Bump {
            label: row.name.clone(),
            mark: match row.methods(certainty.size) {
                (within, of) if within == of && of > 0 => Mark::Safe,
                (0, _) => Mark::Out,
                _ => Mark::Open,
            },
            places: (methods.iter())
                .map(|(index, _)| {
                    let place = row.case.places.get(*index).copied().flatten()?;
                    Some(place.saturating_sub(first - 1).clamp(1, lowest))
                })
                .collect(),
        })
        .collect();
    let cut = u32::try_from(certainty.size)
        .unwrap_or(u32::MAX)
        .saturating_sub(first - 1);
    let meanings = [
        (Mark::Safe, say!(words, "certainty-methods-all")),
        (Mark::Open, say!(words, "certainty-methods-differ")),
        (Mark::Out, say!(words, "certainty-methods-none")),
    ];
    let mut table = Table::new(say!(words, "certainty-by-table"), rows).head(
        say!(words, "case-nominee"),
        |row| html! { bdi { (row.name) } },
    );
    for ((index, _), order) in methods.iter().zip(&orders) {
        let index = *index;
        table = table.numbers(order.clone(), move |row| {
            html! { @if let Some(Some(place)) = row.case.places.get(index) { (place) } }
        });
    }
    html! {
        section.stack {
            h2 { (say!(words, "certainty-by")) }
            p { (say!(words, "certainty-by-text")) }
            (Bumps::new(say!(words, "certainty-by-picture"), orders.clone(), bumps, cut))
            (plot::key(&meanings))
            (left_out(words, rows, shown))
            (details(&say!(words, "certainty-numbers"), &table.caption_hidden().render()))
        }
    }
}

/// What each case was given by its judges.
pub(in super::super) fn given(words: &Words, rows: &[Row<'_>]) -> Markup {
    let (shown, above) = drawn(rows);
    let lines = (shown.iter())
        .map(|row| PlotLine {
            label: row.name.clone(),
            mark: Mark::Plain,
            at: mean(&row.case.totals),
            between: row
                .case
                .totals
                .first()
                .copied()
                .zip(row.case.totals.last().copied()),
            dots: row.case.totals.clone(),
        })
        .collect();
    let value = |value: Option<&f64>| value.map(|value| points(*value));
    let table = Table::new(say!(words, "certainty-given-table"), rows)
        .head(
            say!(words, "case-nominee"),
            |row| html! { bdi { (row.name) } },
        )
        .numbers(say!(words, "case-scorecards"), |row| row.case.totals.len())
        .numbers(
            say!(words, "certainty-lowest"),
            move |row| html! { @if let Some(said) = value(row.case.totals.first()) { (said) } },
        )
        .numbers(
            say!(words, "ranking-mean"),
            |row| html! { @if let Some(mean) = mean(&row.case.totals) { (points(mean)) } },
        )
        .numbers(
            say!(words, "certainty-highest"),
            move |row| html! { @if let Some(said) = value(row.case.totals.last()) { (said) } },
        )
        .caption_hidden();
    html! {
        section.stack {
            h2 { (say!(words, "certainty-given")) }
            p { (say!(words, "certainty-given-text")) }
            (Plot::new(say!(words, "certainty-given-picture"), lines).cut_below(above))
            (left_out(words, rows, shown))
            (details(&say!(words, "certainty-numbers"), &table.render()))
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a case has few scorecards")]
fn mean(totals: &[f64]) -> Option<f64> {
    (!totals.is_empty()).then(|| totals.iter().sum::<f64>() / totals.len() as f64)
}
