//! The gallery, held to what it was.
use super::*;
use crate::words::WordBook;

fn words() -> Words {
    WordBook::load().english()
}

/// The room's exhibits, with a line for each element; the hash in an asset's name is no part of the looks.
fn seen(room: Room) -> String {
    let exhibits: Vec<String> = room.exhibits(&words()).iter().map(lines).collect();
    exhibits.join("\n\n")
}

/// A line for each element, with every asset under its plain name.
fn lines(shown: &impl Render) -> String {
    use crate::assets;
    let colours = pages::livery().colours.expect("a livery has colours");
    [
        (assets::mark(), "/assets/mark.svg"),
        (assets::style(), "/assets/plaudit.css"),
        (assets::script(), "/assets/plaudit.js"),
        (colours.as_str(), "/assets/accent.css"),
        ("><", ">\n<"),
    ]
    .into_iter()
    .fold(shown.render().into_string(), |text, (from, to)| {
        text.replace(from, to)
    })
}

#[test]
fn every_exhibit_looks_as_it_did() {
    for (name, room) in [
        ("texts", Room::Texts),
        ("forms", Room::Forms),
        ("fields", Room::Fields),
        ("lists", Room::Lists),
        ("statuses", Room::Statuses),
        ("nominations", Room::Nominations),
        ("cases", Room::Cases),
        ("records", Room::Records),
        ("errors", Room::Errors),
        ("narrow", Room::Narrow),
        ("full", Room::Full),
    ] {
        assert_eq!(name, room.as_str());
        insta::assert_snapshot!(name, seen(room));
    }
}

#[test]
fn the_frame_of_a_page_looks_as_it_did_in_each_width() {
    let words = words();
    let frames = [
        (Place::Public, Room::Narrow),
        (Place::Administration, Room::Texts),
        (Place::Judging, Room::Full),
    ]
    .map(|(place, room)| lines(&around(&words, place, room, &html! {})));
    insta::assert_snapshot!("frames", frames.join("\n\n"));
    insta::assert_snapshot!("index", lines(&index(&words)));
}

#[test]
fn cases_as_a_file_look_as_they_did() {
    let words = words();
    let seen = packs::PACKS.map(|(name, _)| {
        let pack = pack(&words, name).expect("each name has its file");
        let style = pack.0.split("</style>").next().unwrap_or_default();
        assert!(!style.contains('&'), "nothing unescapes a style");
        format!("{name}\n{}", lines(&pack))
    });
    insta::assert_snapshot!("packs", seen.join("\n\n"));
    assert!(pack(&words, "elsewhere.html").is_none());
}

#[test]
fn every_exhibit_has_a_sentence_and_more_than_nothing_to_see() {
    let words = words();
    for room in Room::ALL {
        for exhibit in room.exhibits(&words) {
            assert!(exhibit.when.ends_with('.'), "{}", exhibit.id);
            assert!(!exhibit.states.is_empty(), "{}", exhibit.id);
            for (state, body) in &exhibit.states {
                assert!(
                    !body.0.is_empty(),
                    "{}: nothing to see in \"{state}\"",
                    exhibit.id
                );
            }
        }
    }
}

#[test]
fn no_id_is_given_twice_and_no_style_or_script_is_inline() {
    let words = words();
    let pages = Room::ALL
        .into_iter()
        .flat_map(|of| Place::ALL.map(|place| (of.as_str(), room(&words, place, of))))
        .chain([("the index", index(&words))]);
    for (name, page) in pages {
        let document = scraper::Html::parse_document(&page.into_string());
        let select = |selector: &str| scraper::Selector::parse(selector).expect("a valid selector");
        let mut ids: Vec<_> = document
            .select(&select("[id]"))
            .filter_map(|element| element.attr("id"))
            .collect();
        ids.sort_unstable();
        let twice: Vec<_> = ids
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| pair[0])
            .collect();
        assert_eq!(twice, Vec::<&str>::new(), "{name}");
        let inline = select("style, [style], script:not([src]), [onclick]");
        assert_eq!(document.select(&inline).count(), 0, "{name}");
        let described: Vec<_> = document
            .select(&select("[aria-describedby]"))
            .filter_map(|element| element.attr("aria-describedby"))
            .flat_map(|ids| ids.split(' '))
            .filter(|id| ids.binary_search(id).is_err())
            .collect();
        assert_eq!(
            described,
            Vec::<&str>::new(),
            "{name}: described by nothing"
        );
    }
}
