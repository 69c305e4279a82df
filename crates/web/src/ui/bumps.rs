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
        figure(
            &self.title,
            down(lowest) + LINE,
            &html! {
                @for (index, order) in self.orders.iter().enumerate() {
                    text.order x=(self.across(index)) y=(if index % 2 == 0 { 14.0 } else { 32.0 }) { (order) }
                }
                @if self.cut < lowest { (cut(TOP + LINE * f64::from(self.cut))) }
                @for bump in &self.things { (self.drawn(bump)) }
            },
        )
    }
}

impl Bumps {
    fn drawn(&self, bump: &Bump) -> Markup {
        let points: Vec<(f64, f64)> = (bump.places.iter().enumerate())
            .filter_map(|(order, place)| Some((self.across(order), down((*place)?))))
            .collect();
        let path: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        html! {
            @if let Some((_, y)) = points.first() { (label(&bump.label, *y)) }
            polyline.bump.(bump.mark.class()) points=(path.join(" ")) {}
            @for &(x, y) in &points { (mark(bump.mark, x, y)) }
        }
    }
}
