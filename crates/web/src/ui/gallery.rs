//! Every component in each of its states on one page, for eyes, snapshots and axe: `/gallery`, in development only (`/gallery/public`, `/gallery/judging`, `/gallery/administration`).
mod forms;
mod lists;
mod texts;

use maud::{Markup, Render, html};

use super::button::{Look, link_button};
use super::heading::Heading;
use super::link::Link;
use super::notice::Notice;
use super::page::{Contact, Frame, Identity, Layout, Livery, NavigationItem, Page, Place};
use super::tone::Tone;
use crate::words::Words;

/// The gallery in one of the three moods; its own sentences are for developers and not translated.
pub fn page(words: &Words, place: Place) -> Markup {
    let body = html! {
        (Heading::new("The looks of Plaudit")
            .above("Gallery")
            .lede("Every component in each of its states. What is not here is not yet part of the house.")
            .beside(html! {
                (link_button(Look::Primary, &Link::new("Nominate somebody", &"#forms")))
                (Link::new("How it is judged", &"#lists"))
            })
            .grand())
        (texts::all(words))
        (forms::all(words))
        (lists::all(words))
    };
    Page::new(&frame(words, place), "Gallery", body)
        .layout(Layout::Wide)
        .failed(true)
        .render()
}

fn frame(words: &Words, place: Place) -> Frame {
    let sections = [
        ("Public", Place::Public),
        ("Judging", Place::Judging),
        ("Administration", Place::Administration),
    ];
    Frame {
        words: words.clone(),
        place,
        organisation: "Socitm".to_owned(),
        home: "/".to_owned(),
        programme: Some(Link::new("IT-progress award", &"/it-progress")),
        livery: Livery::default(),
        navigation: sections
            .into_iter()
            .map(|(label, section)| NavigationItem {
                link: Link::new(label, &format!("/gallery/{}", section.as_str())),
                current: section == place,
            })
            .collect(),
        identity: (place != Place::Public).then(|| Identity {
            name: "Morwenna Achterberg-Okonkwo".to_owned(),
            role: Some("Administrator".to_owned()),
            sign_out: "/sign-out".to_owned(),
        }),
        sign_in: (place == Place::Public).then(|| Link::new("Sign in", &"/sign-in")),
        notice: Some(Notice::new(Tone::Good, "Your scores are saved.")),
        contact: Some(Contact {
            name: "Tamsin Ellery".to_owned(),
            email: "awards@socitm.example".to_owned(),
            telephone: "01604 555 0142".to_owned(),
        }),
        footer: vec![
            Link::new("Accessibility", &"/accessibility"),
            Link::new("Privacy", &"/privacy"),
        ],
    }
}

/// A component's name and its states.
fn shown(id: &str, title: &str, body: &Markup) -> Markup {
    html! {
        section.stack #(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            (body)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WordBook;

    #[test]
    fn every_component_looks_as_it_did() {
        let html = page(&WordBook::load().english(), Place::Administration).into_string();
        // The hash in an asset's name changes with each touch of the style, which is no change of the page.
        let stable = [
            crate::assets::style(),
            crate::assets::script(),
            crate::assets::mark(),
        ]
        .into_iter()
        .fold(html, |html, path| html.replace(path, &without_hash(path)));
        insta::assert_snapshot!(stable.replace("><", ">\n<"));
    }

    fn without_hash(path: &str) -> String {
        let (name, hash) = path.split_once('-').expect("a hash follows the name");
        let (_, ending) = hash.split_once('.').expect("an ending follows the hash");
        format!("{name}.{ending}")
    }

    #[test]
    fn no_id_is_given_twice_and_no_style_or_script_is_inline() {
        for place in [Place::Public, Place::Judging, Place::Administration] {
            let html = page(&WordBook::load().english(), place).into_string();
            let document = scraper::Html::parse_document(&html);
            let select =
                |selector: &str| scraper::Selector::parse(selector).expect("a valid selector");
            let mut ids: Vec<_> = document
                .select(&select("[id]"))
                .filter_map(|element| element.attr("id"))
                .collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all);
            assert_eq!(
                document
                    .select(&select("style, [style], script:not([src]), [onclick]"))
                    .count(),
                0
            );
            let described = document
                .select(&select("[aria-describedby]"))
                .flat_map(|element| {
                    element
                        .attr("aria-describedby")
                        .unwrap_or_default()
                        .split(' ')
                })
                .filter(|id| ids.binary_search(id).is_err())
                .collect::<Vec<_>>();
            assert_eq!(described, Vec::<&str>::new(), "described by nothing");
        }
    }
}
