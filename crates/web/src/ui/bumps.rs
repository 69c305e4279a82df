//! The same things put in order several times, side by side: a line for each, from place to place.
use maud::{Markup, Render, html};

use super::plot::{Mark, cut, figure, label, mark, real, round};

const LEFT: f64 = 200.0;
const RIGHT: f64 = 600.0;
const TOP: f64 = 44.0;
const LINE: f64 = 24.0;

/// One thing, and its place in each order, from 1.
#[derive(Clone, Debug)]
pub struct Bump {
    /// What it is.
    pub label: String,
    /// How it stands.
    pub mark: Mark,
    /// Its places; none where an order does not say.
    pub places: Vec<Option<u32>>,
}

/// The orders side by side.
pub struct Bumps {
    title: String,
    orders: Vec<String>,
    things: Vec<Bump>,
    cut: u32,
}

impl Bumps {
    /// The orders by their names, and what is put in order; the cut is below so many places.
    pub fn new(title: impl Into<String>, orders: Vec<String>, bumps: Vec<Bump>, cut: u32) -> Self {
        Self {
            title: title.into(),
            orders,
            things: bumps,
            cut,
        }
    }

    fn across(&self, order: usize) -> f64 {
        let steps = real(self.orders.len().saturating_sub(1).max(1));
        round(LEFT + real(order) / steps * (RIGHT - LEFT))
    }
}

fn down(place: u32) -> f64 {
    TOP + LINE * (f64::from(place) - 0.5)
}

impl Render for Bumps {
    fn render(&self) -> Markup {
        let places = self
            .things
            .iter()
            .flat_map(|bump| bump.places.iter().flatten());
        let lowest = places.copied().max().unwrap_or(1);
        let last = (self.labels().last()).map_or(0.0, |(_, y)| *y);
        figure(
            &self.title,
            last.max(down(lowest)) + LINE,
            &html! {
                @for (index, order) in self.orders.iter().enumerate() {
                    text.order x=(self.across(index)) y=(if index % 2 == 0 { 14.0 } else { 32.0 }) { (order) }
                }
                @if self.cut < lowest { (cut(TOP + LINE * f64::from(self.cut))) }
                @for bump in &self.things { (self.drawn(bump)) }
                @for (bump, y) in self.labels() { (label(&bump.label, y)) }
            },
        )
    }
}

impl Bumps {
    /// Where each label stands: beside its first place, or on the next free line where others share that place.
    fn labels(&self) -> Vec<(&Bump, f64)> {
        let mut labels: Vec<(&Bump, f64)> = (self.things.iter())
            .filter_map(|bump| Some((bump, down(*bump.places.iter().flatten().next()?))))
            .collect();
        labels.sort_by(|(_, one), (_, other)| one.total_cmp(other));
        let mut free = f64::NEG_INFINITY;
        for (_, y) in &mut labels {
            *y = y.max(free);
            free = *y + LINE;
        }
        labels
    }

    fn drawn(&self, bump: &Bump) -> Markup {
        let points: Vec<(f64, f64)> = (bump.places.iter().enumerate())
            .filter_map(|(order, place)| Some((self.across(order), down((*place)?))))
            .collect();
        let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        html! {
            polyline.bump.(bump.mark.class()) points=(path.join(" ")) {}
            @for &(x, y) in &points { (mark(bump.mark, x, y)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bump(label: &str, first: u32) -> Bump {
        Bump {
            label: label.to_owned(),
            mark: Mark::Plain,
            places: vec![None, Some(first)],
        }
    }

    #[test]
    fn things_that_share_a_place_have_a_line_each_for_their_names() {
        let things = vec![
            bump("Third", 3),
            bump("One", 1),
            bump("Other", 1),
            bump("Last", 4),
        ];
        let bumps = Bumps::new("Places", vec!["Mean".to_owned()], things, 2);
        let lines: Vec<(&str, f64)> = (bumps.labels().iter())
            .map(|(bump, y)| (bump.label.as_str(), *y))
            .collect();
        let line = |place| down(place);
        assert_eq!(
            lines,
            [
                ("One", line(1)),
                ("Other", line(2)),
                ("Third", line(3)),
                ("Last", line(4))
            ]
        );
    }
}
