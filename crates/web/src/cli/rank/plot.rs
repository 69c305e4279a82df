//! The ranking as a picture: scores with their intervals, the cut, and the band of what is contested, as SVG.
//!
//! It carries its own colours, for light and dark, and loads nothing. Safe, contested and left out differ by shape as well.

use std::fmt::{self, Write};

use plaudit_ranking::{EntryReport, Selection, Standing};

use super::text::{counted, label, percent};
use super::{Outcome, names};

const WIDTH: f64 = 760.0;
/// Where the scores' axis begins and ends.
const LEFT: f64 = 190.0;
const RIGHT: f64 = 650.0;
/// Where the first row begins.
const TOP: f64 = 92.0;
/// The height of a row that has its entry's name; rows without names are lower.
const ROW: f64 = 20.0;
/// Up to so many entries are named.
const NAMED: usize = 120;
/// How many standard errors on either side hold the true score nine times in ten.
const NINE_IN_TEN: f64 = 1.645;

const STYLE: &str = "\
text{font:13px system-ui,sans-serif;fill:#1d2733}\
.head{font-size:16px;font-weight:600}\
.small{font-size:11px}\
.end{text-anchor:end}\
.middle{text-anchor:middle}\
.ground{fill:#fff}\
.grid{stroke:#d5dae1}\
.band{fill:#fdf0cf}\
.cut{stroke:#1d2733;stroke-width:2;stroke-dasharray:6 4}\
.interval{stroke:#5b6775;stroke-width:2}\
.safe-in{fill:#0b6b4f;stroke:#0b6b4f}\
.contested{fill:#fff;stroke:#8a5a00;stroke-width:2}\
.safe-out{fill:#5b6775;stroke:#5b6775}\
.plain{fill:#2456a6;stroke:#2456a6}\
@media(prefers-color-scheme:dark){\
text{fill:#e8ecf1}\
.ground{fill:#141a21}\
.grid{stroke:#333d49}\
.band{fill:#3d3110}\
.cut{stroke:#e8ecf1}\
.interval{stroke:#9aa7b5}\
.safe-in{fill:#5fd0a8;stroke:#5fd0a8}\
.contested{fill:#141a21;stroke:#f0b74a}\
.safe-out{fill:#9aa7b5;stroke:#9aa7b5}\
.plain{fill:#8fb4f2;stroke:#8fb4f2}}";

/// Draws it.
pub(super) fn draw(outcome: &Outcome) -> String {
    let mut out = String::new();
    write(outcome, &mut out).expect("a string takes whatever is written");
    out
}

fn write(outcome: &Outcome, out: &mut String) -> fmt::Result {
    let rows: Vec<(&EntryReport, f64)> = (outcome.report.entries.iter())
        .filter(|entry| entry.standing != Standing::Insufficient)
        .filter_map(|entry| Some((entry, entry.score?)))
        .collect();
    let is_named = rows.len() <= NAMED;
    let row = if is_named {
        ROW
    } else {
        (2400.0 / real(rows.len())).max(0.4)
    };
    let bottom = TOP + row * real(rows.len().max(1));
    let height = bottom + 56.0;
    let axis = Axis::of(&rows);
    let title = format!(
        "{} ranked by {}",
        counted(rows.len(), "entry", "entries"),
        names::method(outcome.report.used)
    );
    let contested = count(&rows, Standing::Contested);
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.1}" width="{WIDTH}" height="{height:.1}" role="img" aria-labelledby="title description">"#
    )?;
    writeln!(out, r#"<title id="title">{title}</title>"#)?;
    writeln!(
        out,
        r#"<desc id="description">Each entry's score, with the interval that holds the true score nine times in ten. {} selected, {} safely in, {contested} contested, {} safely out. The command's table and CSV have the same as text.</desc>"#,
        outcome.selected(),
        count(&rows, Standing::SafeIn),
        count(&rows, Standing::SafeOut),
    )?;
    writeln!(out, "<style>{STYLE}</style>")?;
    writeln!(
        out,
        r#"<rect class="ground" width="{WIDTH}" height="{height:.1}"/>"#
    )?;
    writeln!(out, r#"<text class="head" x="20" y="30">{title}</text>"#)?;
    let knows = rows.iter().any(|(entry, _)| entry.chance.is_some());
    legend(outcome, knows, out)?;
    for (place, (entry, _)) in rows.iter().enumerate() {
        if entry.standing == Standing::Contested {
            let y = TOP + row * real(place);
            writeln!(
                out,
                r#"<rect class="band" x="12" y="{y:.2}" width="{:.1}" height="{row:.2}"/>"#,
                WIDTH - 24.0
            )?;
        }
    }
    axis.grid(bottom, out)?;
    for (place, (entry, score)) in rows.iter().enumerate() {
        let middle = TOP + row * (real(place) + 0.5);
        mark(entry, *score, &axis, middle, is_named, out)?;
    }
    if !is_named {
        places(rows.len(), row, out)?;
    }
    for (place, pair) in rows.windows(2).enumerate() {
        if pair[0].0.selection == Selection::In && pair[1].0.selection != Selection::In {
            let y = TOP + row * real(place + 1);
            // Beside the places, which stand closer than rows with names.
            let from = if is_named { 12 } else { 100 };
            writeln!(
                out,
                r#"<line class="cut" x1="{from}" y1="{y:.2}" x2="{:.1}" y2="{y:.2}"/>"#,
                WIDTH - 12.0
            )?;
        }
    }
    writeln!(out, "</svg>")
}

fn legend(outcome: &Outcome, knows: bool, out: &mut String) -> fmt::Result {
    if knows {
        for (x, class, words) in [
            (26.0, "safe-in", "safely in (95 % and more)"),
            (206.0, "contested", "contested"),
            (306.0, "safe-out", "safely out (5 % and less)"),
        ] {
            point(class, x, 52.0, out)?;
            writeln!(
                out,
                r#"<text class="small" x="{:.1}" y="56">{words}</text>"#,
                x + 12.0
            )?;
        }
    }
    writeln!(
        out,
        r#"<line class="cut" x1="480" y1="52" x2="510" y2="52"/>"#
    )?;
    let selected = outcome.selected();
    writeln!(
        out,
        r#"<text class="small" x="518" y="56">the cut: {selected} selected</text>"#
    )?;
    if knows {
        let top = outcome.top;
        writeln!(
            out,
            r#"<text class="small end" x="740" y="80">chance to be among the best {top}</text>"#
        )?;
    }
    Ok(())
}

fn mark(
    entry: &EntryReport,
    score: f64,
    axis: &Axis,
    y: f64,
    is_named: bool,
    out: &mut String,
) -> fmt::Result {
    if let Some(error) = entry.standard_error {
        let reach = NINE_IN_TEN * error;
        writeln!(
            out,
            r#"<line class="interval" x1="{:.1}" y1="{y:.2}" x2="{:.1}" y2="{y:.2}"/>"#,
            axis.x(score - reach),
            axis.x(score + reach)
        )?;
    }
    let class = match entry.standing {
        Standing::SafeIn => "safe-in",
        Standing::Contested => "contested",
        Standing::SafeOut => "safe-out",
        _ => "plain",
    };
    point(class, axis.x(score), y, out)?;
    if is_named {
        let rank = entry
            .rank
            .map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        let base = y + 4.5;
        let name = escaped(&label(&entry.entry));
        writeln!(
            out,
            r#"<text class="end" x="44" y="{base:.2}">{rank}</text>"#
        )?;
        writeln!(out, r#"<text x="54" y="{base:.2}">{name}</text>"#)?;
        if let Some(chance) = entry.chance {
            let chance = escaped(&percent(chance.probability()));
            writeln!(
                out,
                r#"<text class="end" x="740" y="{base:.2}">{chance}</text>"#
            )?;
        }
    }
    Ok(())
}

/// A point whose shape says its status: a disc, a ring, a diamond.
fn point(class: &str, x: f64, y: f64, out: &mut String) -> fmt::Result {
    if class == "safe-out" {
        writeln!(
            out,
            r#"<path class="{class}" d="M{x:.1} {:.2}l4 4l-4 4l-4 -4z"/>"#,
            y - 4.0
        )
    } else {
        writeln!(
            out,
            r#"<circle class="{class}" cx="{x:.1}" cy="{y:.2}" r="4.5"/>"#
        )
    }
}

/// Places in the ranking beside rows that are too low for names.
fn places(many: usize, row: f64, out: &mut String) -> fmt::Result {
    for part in 0..=10 {
        let place = (many * part / 10).max(1);
        let y = TOP + row * (real(place) - 0.5) + 4.5;
        writeln!(
            out,
            r#"<text class="end small" x="90" y="{y:.2}">{place}</text>"#
        )?;
    }
    Ok(())
}

fn count(rows: &[(&EntryReport, f64)], standing: Standing) -> usize {
    rows.iter()
        .filter(|(entry, _)| entry.standing == standing)
        .count()
}

/// A text within XML, without the few symbols that XML cannot hold; control characters are spelt out already.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for symbol in text.chars() {
        match symbol {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            symbol => safe.push(symbol),
        }
    }
    safe
}

#[expect(clippy::cast_precision_loss, reason = "places in a picture")]
fn real(count: usize) -> f64 {
    count as f64
}

/// The scores' axis.
struct Axis {
    from: f64,
    to: f64,
    step: f64,
    decimals: usize,
}

impl Axis {
    fn of(rows: &[(&EntryReport, f64)]) -> Self {
        let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
        for (entry, score) in rows {
            let reach = NINE_IN_TEN * entry.standard_error.unwrap_or(0.0);
            (from, to) = (from.min(score - reach), to.max(score + reach));
        }
        if from > to {
            (from, to) = (0.0, 1.0);
        }
        let pad = if to > from {
            (to - from) * 0.03
        } else {
            (from.abs() * 0.01).max(0.5)
        };
        (from, to) = (from - pad, to + pad);
        let (step, decimals) = step_of((to - from) / 6.0);
        Self {
            from,
            to,
            step,
            decimals,
        }
    }

    fn x(&self, score: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * (score - self.from) / (self.to - self.from)
    }

    fn grid(&self, bottom: f64, out: &mut String) -> fmt::Result {
        let first = (self.from / self.step).ceil();
        for tick in 0..=12 {
            let score = (first + f64::from(tick)) * self.step + 0.0;
            if score > self.to {
                break;
            }
            let x = self.x(score);
            writeln!(
                out,
                r#"<line class="grid" x1="{x:.1}" y1="{TOP}" x2="{x:.1}" y2="{bottom:.1}"/>"#
            )?;
            let number = if score.abs() >= 1e7 || (self.decimals > 6 && score != 0.0) {
                format!("{score:.2e}")
            } else {
                format!("{score:.*}", self.decimals.min(6))
            };
            writeln!(
                out,
                r#"<text class="small middle" x="{x:.1}" y="{:.1}">{number}</text>"#,
                bottom + 18.0
            )?;
        }
        writeln!(
            out,
            r#"<text class="small middle" x="{:.1}" y="{:.1}">score, and where the true score lies nine times in ten</text>"#,
            f64::midpoint(LEFT, RIGHT),
            bottom + 40.0
        )
    }
}

/// 1, 2 or 5 times a power of ten, about as large as `raw`, and the decimals it needs. Found by multiplication alone, so
/// that it is the same on every machine.
fn step_of(raw: f64) -> (f64, usize) {
    let (mut power, mut decimals) = (1.0_f64, 0);
    while power * 10.0 <= raw && power < 1e300 {
        power *= 10.0;
    }
    while power > raw && power > 1e-300 {
        power /= 10.0;
        decimals += 1;
    }
    let times = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|times| times * power >= raw);
    match times {
        Some(times) => (times * power, decimals),
        None => (10.0 * power, decimals.saturating_sub(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_have_the_decimals_that_they_need() {
        for (raw, step, decimals) in [
            (0.7, 1.0, 0),
            (1.2, 2.0, 0),
            (3.0, 5.0, 0),
            (42.0, 50.0, 0),
            (0.03, 0.05, 2),
        ] {
            let found = step_of(raw);
            assert!(
                (found.0 - step).abs() < 1e-12 && found.1 == decimals,
                "{raw}: {found:?}"
            );
        }
    }

    #[test]
    fn whatever_an_id_holds_the_picture_stays_xml() {
        assert_eq!(escaped("<a> & \u{ffff}b"), "&lt;a&gt; &amp; \u{fffd}b");
    }
}
