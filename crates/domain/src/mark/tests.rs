//! Marks: what is kept of a good file, and each reason why another is refused.

mod arbitrary;

use super::*;

/// A drawing with this in it.
fn drawn(inside: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 64 32'>{inside}</svg>"
    )
}

fn read(text: &str) -> Result<String, Unfit> {
    Mark::read(text.as_bytes()).map(|mark| String::from_utf8(mark.bytes).expect("it is XML"))
}

fn kept(inside: &str) -> String {
    let whole = read(&drawn(inside)).expect("it is a mark");
    let opened = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32\">";
    let rest = whole.strip_prefix(opened).expect("it is opened alike");
    rest.strip_suffix("</svg>")
        .expect("it is closed")
        .to_owned()
}

/// A picture of this size in one colour.
fn points(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut file, width, height);
    encoder.set_color(::png::ColorType::Grayscale);
    encoder.set_depth(::png::BitDepth::One);
    let mut writer = encoder.write_header().expect("a header");
    let row = usize::try_from(width.div_ceil(8)).expect("small");
    let rows = usize::try_from(height).expect("small");
    writer
        .write_image_data(&vec![0; row * rows])
        .expect("its points");
    writer.finish().expect("its end");
    file
}

/// A piece of a PNG with this in it.
fn piece(kind: [u8; 4], holds: &[u8]) -> Vec<u8> {
    let mut piece = u32::try_from(holds.len())
        .expect("small")
        .to_be_bytes()
        .to_vec();
    piece.extend_from_slice(&kind);
    piece.extend_from_slice(holds);
    let mut sum = u32::MAX;
    for byte in &piece[4..] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                (sum >> 1) ^ 0xedb8_8320
            } else {
                sum >> 1
            };
        }
    }
    piece.extend_from_slice(&(!sum).to_be_bytes());
    piece
}

/// The file with this piece before its points.
fn with_piece(file: &[u8], piece: &[u8]) -> Vec<u8> {
    let header = 8 + 25;
    [&file[..header], piece, &file[header..]].concat()
}

#[test]
fn a_drawing_is_written_anew_without_what_stands_beside_it() {
    let file = "\u{feff}<?xml version='1.0' encoding='UTF-8'?><!-- by a program -->\n\
        <svg xmlns='http://www.w3.org/2000/svg' xmlns:ink='http://ink.example/' version='1.1' width='100%' \
        viewBox='0,0 64 32' ink:docname='C:\\me.svg' data-name='x'>\
        <title>Ours</title><metadata><rdf xmlns='http://rdf.example/' about='http://x.example'/></metadata>\
        <ink:view zoom='1'/><style type='text/css'>/* a */ .cls-1 , #b{fill : #fff;cursor:pointer}</style>\
        <g class='cls-1' style='fill:rgb(1, 2,3);-ink-font:x'><path id='b' d='M0 0\nL1 1'/></g>\
        <text x='1'>A &lt;&amp; B</text></svg>";
    assert_eq!(
        read(file).as_deref(),
        Ok(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32\">\
            <style>.cls-1 , #b{fill:#fff}</style><g class=\"cls-1\" style=\"fill:rgb(1, 2,3)\">\
            <path id=\"b\" d=\"M0 0 L1 1\"></path></g><text x=\"1\">A &lt;&amp; B</text></svg>"
        )
    );
}

#[test]
fn parts_of_the_drawing_itself_may_be_pointed_at() {
    assert_eq!(
        kept(
            "<defs><linearGradient id='a'/><linearGradient id='b' xlink:href='#a'/></defs>\
              <rect fill='url(#b)' clip-path='url( \"#a\" )'/><use href=' #a'/>"
        ),
        "<defs><linearGradient id=\"a\"></linearGradient><linearGradient id=\"b\" href=\"#a\"></linearGradient></defs>\
         <rect fill=\"url(#b)\" clip-path=\"url( &quot;#a&quot; )\"></rect><use href=\"#a\"></use>"
    );
}

#[test]
fn a_drawing_has_the_shape_that_it_says() {
    let size = |file: &str| Mark::read(file.as_bytes()).map(|mark| mark.size);
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'";
    assert_eq!(
        size(&format!("{svg} viewBox='-1 -1 1.5 3'/>")),
        Ok((500, 1000))
    );
    assert_eq!(
        size(&format!("{svg} width='20mm' height='10mm'/>")),
        Ok((1000, 500))
    );
    assert_eq!(
        size("<svg width='8' height='8'><path/></svg>"),
        Ok((1000, 1000))
    );
    for none in [
        "",
        " width='100%' height='100%'",
        " viewBox='0 0 0 4'",
        " viewBox='0 0 NaN 1'",
        " viewBox='1 2 3'",
        " width='inf' height='1'",
    ] {
        assert_eq!(
            size(&format!("{svg}{none}/>")),
            Err(Unfit::NoSize),
            "{none}"
        );
    }
    assert_eq!(
        size(&format!("{svg} viewBox='0 0 90 10'/>")),
        Err(Unfit::TooLong)
    );
}

#[rstest::rstest]
#[case::script("<script>alert(1)</script>", Unfit::Script)]
#[case::script_of_a_page("<script xmlns='http://www.w3.org/1999/xhtml'/>", Unfit::Script)]
#[case::script_in_words("<metadata><SCRIPT/></metadata>", Unfit::Script)]
#[case::handler("<g onload='alert(1)'/>", Unfit::Handler { name: "onload".into() })]
#[case::handler_set_otherwise("<path onClick=''/>", Unfit::Handler { name: "onClick".into() })]
#[case::foreign("<foreignObject><p/></foreignObject>", Unfit::ForeignObject)]
#[case::page("<p xmlns='http://www.w3.org/1999/xhtml'/>", Unfit::ForeignObject)]
#[case::link("<use href='other.svg#a'/>", Unfit::Reference)]
#[case::old_link(
    "<use xlink:href='https://elsewhere.example/a.svg#a'/>",
    Unfit::Reference
)]
#[case::picture("<image href='data:image/png;base64,AA=='/>", Unfit::Reference)]
#[case::base("<g xml:base='https://elsewhere.example/'/>", Unfit::Reference)]
#[case::paint("<path fill='url(https://elsewhere.example/a)'/>", Unfit::Reference)]
#[case::paint_spaced("<path fill=' URL (#a) red'/>", Unfit::Reference)]
#[case::paint_elsewhere("<path d='url(#a)'/>", Unfit::Reference)]
#[case::import("<style>@import 'a.css';</style>", Unfit::Reference)]
#[case::import_in_cdata(
    "<style><![CDATA[ @IMPORT url(//e.example) ]]></style>",
    Unfit::Reference
)]
#[case::font("<style>@font-face{src:url(a)}</style>", Unfit::Reference)]
#[case::style("<path style='fill:url(#a)'/>", Unfit::StyleReference)]
#[case::style_elsewhere(
    "<path style='background:U/**/;x:url(//e.example)'/>",
    Unfit::StyleReference
)]
#[case::sheet("<style>path{fill:url(#a)}</style>", Unfit::StyleReference)]
#[case::escaped("<path style='fill:\\75rl(#a)'/>", Unfit::Part { name: "\\".into() })]
#[case::variable("<path fill='var(--a)'/>", Unfit::Part { name: "var()".into() })]
#[case::animation("<animate attributeName='x'/>", Unfit::Moves)]
#[case::other_animation("<animateTransform/>", Unfit::Moves)]
#[case::setting("<set attributeName='href' to='x'/>", Unfit::Moves)]
#[case::styled_animation("<path style='animation: a 1s'/>", Unfit::Moves)]
#[case::frames("<style>@-webkit-keyframes a{}</style>", Unfit::Moves)]
#[case::media("<style>@media print{path{fill:red}}</style>", Unfit::Part { name: "@media".into() })]
#[case::selector("<style>path[d]{fill:red}</style>", Unfit::Part { name: "path[d]".into() })]
#[case::no_rule("<style>fill</style>", Unfit::Part { name: "style".into() })]
#[case::unknown("<filter/>", Unfit::Part { name: "filter".into() })]
#[case::anchor("<a href='#x'/>", Unfit::Part { name: "a".into() })]
#[case::itself("<g id='a'><use href='#a'/></g>", Unfit::Repeats)]
#[case::round_about(
    "<mask id='a'><path mask='url(#b)'/></mask><mask id='b'><path mask='url(#a)'/></mask>",
    Unfit::Repeats
)]
#[case::open("<g>", Unfit::NotWellFormed)]
#[case::entity("<g>&nbsp;</g>", Unfit::NotWellFormed)]
#[case::twice("<g id='a' id='b'/>", Unfit::NotWellFormed)]
fn a_drawing_with_more_in_it_is_refused(#[case] inside: &str, #[case] because: Unfit) {
    assert_eq!(read(&drawn(inside)), Err(because));
}

#[test]
fn what_is_said_before_a_drawing_is_looked_at_too() {
    let plain = drawn("");
    let entities = "<!DOCTYPE svg [<!ENTITY a 'b'>]>";
    assert_eq!(
        read(&format!("{entities}{plain}")),
        Err(Unfit::DocumentType)
    );
    assert_eq!(
        read(&format!(
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/'>{plain}"
        )),
        Err(Unfit::DocumentType)
    );
    assert_eq!(
        read(&format!("<?xml-stylesheet href='a.css'?>{plain}")),
        Err(Unfit::Reference)
    );
}

#[test]
fn a_few_lines_that_come_to_millions_of_shapes_are_refused() {
    let mut inside = String::from("<g id='l0'><path/></g>");
    for level in 1..9 {
        let again = format!("<use href='#l{}'/>", level - 1).repeat(10);
        inside += &["<g id='l", &level.to_string(), "'>", &again, "</g>"].concat();
    }
    assert_eq!(read(&drawn(&inside)), Err(Unfit::Repeats));
    let deep = format!("{}{}", "<g>".repeat(2_800), "</g>".repeat(2_800));
    assert_eq!(read(&drawn(&deep)), Err(Unfit::Repeats));
    let chain: String = (0..500)
        .map(|at| format!("<g id='c{at}'><use href='#c{}'/></g>", at + 1))
        .collect::<Vec<_>>()
        .concat();
    assert!(chain.len() <= LARGEST_MARK);
    assert_eq!(read(&drawn(&chain)), Err(Unfit::Repeats));
}

#[test]
fn what_is_no_picture_is_told_apart_by_its_content() {
    for file in [
        &b"\xff\xd8\xff\xe0JFIF"[..],
        b"GIF89a",
        b"just words",
        b"<!DOCTYPE html><html><p>Hello</p></html>",
        b"<html><svg/></html>",
        b"<svgs/>",
        b"\xff\xfe<\0s\0v\0g\0",
    ] {
        assert_eq!(Mark::read(file), Err(Unfit::NotAPicture), "{file:?}");
    }
    assert_eq!(Mark::read(b""), Err(Unfit::Missing));
    let heavy = drawn(&"<g></g>".repeat(3_000));
    assert_eq!(read(&heavy), Err(Unfit::TooHeavy));
}

#[test]
fn a_drawing_that_grows_when_it_is_written_anew_is_weighed_again() {
    let grown = drawn(&"<g/>".repeat(5_000));
    assert!(grown.len() <= LARGEST_MARK);
    assert_eq!(read(&grown), Err(Unfit::TooHeavy));
}

#[test]
fn points_are_kept_and_nothing_beside_them() {
    let plain = points(64, 32);
    let mark = Mark::read(&plain).expect("a picture");
    assert_eq!((mark.kind, mark.size), (Kind::Png, (64, 32)));
    assert_eq!(mark.bytes, plain);
    let telling = with_piece(&plain, &piece(*b"tEXt", b"Author\0Ann Lee"));
    let followed = [telling.as_slice(), b"<script>alert(1)</script>"].concat();
    assert_eq!(Mark::read(&followed).map(|mark| mark.bytes), Ok(plain));
}

#[test]
fn points_that_cannot_be_read_to_the_last_are_refused() {
    let whole = points(64, 32);
    for end in 8..whole.len() {
        assert_eq!(
            Mark::read(&whole[..end]),
            Err(Unfit::BrokenPng),
            "{end} bytes"
        );
    }
    let mut turned = whole.clone();
    let middle = whole.len() - 20;
    turned[middle] ^= 1;
    assert_eq!(Mark::read(&turned), Err(Unfit::BrokenPng));
}

#[test]
fn more_points_than_anybody_sees_are_refused() {
    for (width, height) in [(2_001, 2_001), (1_000_000, 1), (u32::MAX, u32::MAX), (0, 4)] {
        let header = [
            &width.to_be_bytes()[..],
            &height.to_be_bytes(),
            &[8, 6, 0, 0, 0],
        ]
        .concat();
        let file = [
            &b"\x89PNG\r\n\x1a\n"[..],
            &piece(*b"IHDR", &header),
            &piece(*b"IEND", b""),
        ]
        .concat();
        assert_eq!(
            Mark::read(&file),
            Err(Unfit::TooManyPoints { width, height })
        );
    }
    assert_eq!(Mark::read(&points(900, 100)), Err(Unfit::TooLong));
}

#[test]
fn points_that_move_are_refused() {
    let moving = with_piece(&points(8, 8), &piece(*b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    assert_eq!(Mark::read(&moving), Err(Unfit::Moves));
}
