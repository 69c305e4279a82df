//! Files that nobody would think of.

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::{drawn, points};
use crate::mark::{Kind, LARGEST_MARK, Mark};

/// Whatever is kept can be read again, to the same bytes, and has nothing in it that could run or fetch.
fn sound(file: &[u8]) {
    let Ok(mark) = Mark::read(file) else {
        return;
    };
    assert_eq!(Mark::read(&mark.bytes), Ok(mark.clone()));
    assert!(mark.bytes.len() <= LARGEST_MARK);
    if mark.kind == Kind::Svg {
        let text = String::from_utf8(mark.bytes).expect("it is XML");
        assert!(!text.contains("<!") && !text.contains("<?"), "{text}");
        let drawing = Document::parse(&text).expect("it is XML");
        drawing.descendants().for_each(harmless);
    }
}

/// Words that are shown may say anything; elements, attributes and styles may not.
fn harmless(node: Node<'_, '_>) {
    let name = node.tag_name().name().to_lowercase();
    assert!(
        !["script", "foreignobject", "image"].contains(&name.as_str()),
        "{name}"
    );
    if name == "style" {
        let sheet = node.text().unwrap_or_default().to_lowercase();
        assert!(!sheet.contains('@') && !sheet.contains("url"), "{sheet}");
    }
    for attribute in node.attributes() {
        assert!(!attribute.name().starts_with("on"), "{attribute:?}");
        let said = attribute.value();
        assert!(!said.contains("//e"), "{attribute:?}");
        if attribute.name() == "href" {
            assert!(said.starts_with('#'), "{attribute:?}");
        }
    }
}

/// What the machine found once.
#[test]
fn shown_words_may_look_like_an_address() {
    sound(drawn("<text>xlink:href='http://e' </text>").as_bytes());
}

/// Pieces of drawings, good and bad, of which one can come upon the other in any order.
const PIECES: &[&str] = &[
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>",
    "</svg>",
    "<g>",
    "</g>",
    "<g ",
    ">",
    "/>",
    "<path d='M0 0' ",
    "<script>",
    "</script>",
    "onload='x' ",
    "href='#a' ",
    "xlink:href='http://e' ",
    "id='a' ",
    "<use ",
    "style='fill:red' ",
    "style='fill:url(http://e)' ",
    "<style>",
    "</style>",
    ".a{fill:red}",
    "@import 'http://e';",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE svg>",
    "<?x y?>",
    "<image ",
    "&amp;",
    "&#x3c;script&#x3e;",
    "&#0;",
    "\\",
    "(",
    "url(",
    "<text>",
    "</text>",
    "fill='url(#a)' ",
    "\u{1f600}",
    "<foreignObject>",
    "é(",
    "viewBox='0 0 1e300 1' ",
];

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(file in proptest::collection::vec(any::<u8>(), 0..600)) {
        sound(&file);
    }

    #[test]
    fn arbitrary_drawings_are_refused_or_sound(at in proptest::collection::vec(0..PIECES.len(), 0..24), whole in any::<bool>()) {
        let inside: String = at.iter().map(|at| PIECES[*at]).collect();
        let file = if whole { drawn(&inside) } else { inside };
        sound(file.as_bytes());
    }

    #[test]
    fn points_with_any_byte_turned_never_panic(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut file = points(16, 9);
        let at = at.index(file.len());
        file[at] = to;
        sound(&file);
    }
}
