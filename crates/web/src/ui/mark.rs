//! What is drawn and not written: the mark in the header, and its light on a curtain.
use maud::{Markup, html};

use crate::assets;

/// The mark that somebody brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Where its file is.
    pub path: String,
    /// Whose it is: what is read out instead.
    pub name: String,
    /// How wide it is shown.
    pub width: u32,
    /// How high it is shown.
    pub height: u32,
}

/// The mark of whoever the page is about: theirs on a light plate, since nobody knows which grounds it was drawn for, or
/// Plaudit's own, drawn in the colours of the page.
pub fn mark(theirs: Option<&Picture>) -> Markup {
    html! {
        @if let Some(Picture { path, name, width, height }) = theirs {
            img.plate src=(path) alt=(name) width=(width) height=(height);
        } @else {
            svg.mark viewBox="0 0 64 64" width="36" height="36" aria-hidden="true" focusable="false" {
                rect.mark-ground width="64" height="64" rx="14" {}
                path.mark-rays d="M32 42V12M25 43 14.500 19.500M39 43l10.500-23.500M20.500 46.500 9 33.500M43.500 46.500 55 33.500" {}
                path.mark-stage d="M22 54h20" {}
            }
        }
    }
}

/// Their mark beside their name, which says already whose it is.
pub fn beside_name(theirs: &Picture) -> Markup {
    let Picture {
        path,
        width,
        height,
        ..
    } = theirs;
    html! { img.plate src=(path) alt="" width=(width) height=(height); }
}

/// The path of the mark as a file, for the browser's tab.
pub fn favicon(theirs: Option<&Picture>) -> &str {
    match theirs {
        Some(picture) => &picture.path,
        None => assets::mark(),
    }
}

/// The mark's rays, large and low, behind the words of a curtain; they say nothing.
pub fn light() -> Markup {
    html! {
        svg.light viewBox="0 0 640 332" width="640" height="332" aria-hidden="true" focusable="false" {
            path d="M220 305L92 271M230 280L45 173M246 258L153 165M268 242L161 57M293 232L259 104M320 228L320 14M347 232L381 104M372 242L479 57M394 258L487 165M410 280L595 173M420 305L548 271" {}
        }
    }
}
