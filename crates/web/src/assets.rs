//! The one stylesheet, the one script and the mark, put together from `assets/` and served under names that change with their content.
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::LazyLock;

use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use plaudit_domain::accent::{Accent, Palette};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

/// Where the router mounts [`find`]; the links below begin with it.
const FOLDER: &str = "/assets/";

#[derive(RustEmbed)]
#[folder = "src/assets/"]
struct Files;

static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "plaudit",
        "css",
        "text/css; charset=utf-8",
        shorten(&together("css", |_, text| text)),
    )
});
static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    // Each file in a block of its own, so that their constants cannot meet; but for what several of them use.
    let text = together("js", |name, text| {
        if name.ends_with("/00-drafts.js") {
            text
        } else {
            format!("{{\n{text}}}\n")
        }
    });
    Asset::new("plaudit", "js", "text/javascript; charset=utf-8", text)
});
static MARK: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "mark",
        "svg",
        "image/svg+xml",
        together("svg", |_, text| text),
    )
});

/// A file as it is served: it never changes under its name, so a browser may keep it for good.
#[derive(Clone, Debug)]
pub struct Asset {
    path: String,
    media_type: &'static str,
    text: String,
    /// The text as gzip, made once: a page would cost more to compress than to send.
    packed: Vec<u8>,
}

impl Asset {
    fn new(name: &str, ending: &str, media_type: &'static str, text: String) -> Self {
        let mut digest = String::new();
        for byte in Sha256::digest(&text).iter().take(6) {
            write!(digest, "{byte:02x}").expect("a String takes all that is written");
        }
        Self {
            path: format!("{FOLDER}{name}-{digest}.{ending}"),
            media_type,
            packed: packed(&text),
            text,
        }
    }

    /// The file for who asks with these headers: as gzip if that is understood there.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let headers = [
            (CONTENT_TYPE, self.media_type),
            (CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (VARY, "accept-encoding"),
        ];
        if takes_gzip(asked) {
            (headers, [(CONTENT_ENCODING, "gzip")], self.packed.clone()).into_response()
        } else {
            (headers, self.text.clone()).into_response()
        }
    }
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(text.as_bytes())
        .and_then(|()| encoder.finish())
        .expect("a Vec takes all that is written")
}

/// Whether gzip is among the encodings that are asked for, and not with weight nothing.
fn takes_gzip(asked: &HeaderMap) -> bool {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|header| HeaderValue::to_str(header).ok())
        .flat_map(|header| header.split(','))
        .any(|one| {
            let mut parts = one.split(';').map(str::trim);
            let named = parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            named && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
}

/// The asset of this hashed name, without its folder; an old name is gone.
pub fn find(name: &str) -> Option<Asset> {
    [&STYLE, &SCRIPT, &MARK]
        .into_iter()
        .map(|asset| (**asset).clone())
        .chain(coloured(name))
        .find(|asset| asset.path.strip_prefix(FOLDER) == Some(name))
}

/// The path of the stylesheet that puts a programme's colours over Plaudit's own. It is made of the colour alone, so it
/// is kept nowhere.
pub fn colours(accent: Accent) -> String {
    colour_sheet(accent).path
}

/// The stylesheet that a name asks for, whose hash may still be another.
fn coloured(name: &str) -> Option<Asset> {
    let digits = name.strip_prefix("accent-")?.get(..6)?;
    Accent::parse(digits).ok().map(colour_sheet)
}

fn colour_sheet(accent: Accent) -> Asset {
    let rules = |scheme: &str, palette: Palette, hover: &str| {
        let Palette {
            stage,
            brand,
            soft,
            hover: pointed,
        } = palette;
        format!(
            "@media screen and (prefers-color-scheme:{scheme}){{:root{{--stage:{stage};--brand:{brand};\
             --brand-soft:{soft};--link:{brand};--link-hover:{pointed};{hover}}}}}\n"
        )
    };
    let light = accent.light();
    let button = format!("--action-hover:{}", light.hover);
    let text = rules("light", light, &button) + &rules("dark", accent.dark(), "");
    let name = format!("accent-{}", accent.digits());
    Asset::new(&name, "css", "text/css; charset=utf-8", text)
}

/// The path of the stylesheet.
pub fn style() -> &'static str {
    &STYLE.path
}

/// The path of the script, a module.
pub fn script() -> &'static str {
    &SCRIPT.path
}

/// The path of the mark, which is also the favicon.
pub fn mark() -> &'static str {
    &MARK.path
}

/// All files with this ending in the order of their names, which therefore begin with a number where order matters.
fn together(ending: &str, wrap: impl Fn(&str, String) -> String) -> String {
    let mut names: Vec<_> = Files::iter()
        .filter(|name| name.ends_with(&format!(".{ending}")))
        .collect();
    names.sort();
    names
        .iter()
        .map(|name| {
            let file = Files::get(name).expect("the name came from the embedded files");
            let text = String::from_utf8(file.data.into_owned()).expect("the assets are text");
            wrap(name, text)
        })
        .collect()
}

/// Leaves out comments and indentation: a third of the bytes, and no parser needed.
fn shorten(style: &str) -> String {
    let mut text = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn an_asset_is_found_by_its_present_name_only() {
        for path in [style(), script(), mark()] {
            let name = path
                .strip_prefix(FOLDER)
                .expect("assets lie in their folder");
            assert_eq!(find(name).map(|asset| asset.path), Some(path.to_owned()));
        }
        assert!(find("plaudit-000000000000.css").is_none());
        assert!(find("").is_none());
    }

    #[test]
    fn gzip_is_for_those_who_ask_for_it() {
        for (said, takes) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("identity", false),
            ("", false),
        ] {
            let asked = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(said))]);
            assert_eq!(takes_gzip(&asked), takes, "{said}");
        }
        let mut text = String::new();
        flate2::read::GzDecoder::new(STYLE.packed.as_slice())
            .read_to_string(&mut text)
            .expect("it is gzip of text");
        assert_eq!(text, STYLE.text);
    }

    #[test]
    fn a_colours_stylesheet_is_found_by_its_present_name_only() {
        let accent = Accent::parse("#0b5d5e").expect("a colour");
        let path = colours(accent);
        let name = path.strip_prefix(FOLDER).expect("it lies with the others");
        let sheet = find(name).expect("it is made when it is asked for");
        assert_eq!(sheet.path, path);
        assert!(sheet.text.contains("(prefers-color-scheme:light){:root{"));
        assert!(sheet.text.contains("--brand:#0b5d5e;"), "{}", sheet.text);
        assert!(sheet.text.contains("(prefers-color-scheme:dark){:root{"));
        for wrong in [
            "accent-0b5d5e-000000000000.css",
            "accent-0b5d5e.css",
            "accent-\u{e9}\u{e9}\u{e9}\u{e9}.css",
            "accent-",
        ] {
            assert!(find(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn what_is_served_needs_nothing_from_elsewhere() {
        for asset in [&STYLE, &SCRIPT] {
            for foreign in ["http:", "https:", "@import", "url(", "import "] {
                assert!(!asset.text.contains(foreign), "{}: {foreign}", asset.path);
            }
        }
    }

    #[test]
    fn the_style_is_shortened_and_whole() {
        assert_eq!(
            shorten("/* a\nb */\na {\n  color: red; /* c */\n}\n\n"),
            "a {\ncolor: red;\n}"
        );
        assert_eq!(
            STYLE.text.matches('{').count(),
            STYLE.text.matches('}').count()
        );
    }

    #[test]
    fn paper_has_the_last_word() {
        let print = STYLE
            .text
            .find("@media print")
            .expect("there is a print style");
        assert!(
            !STYLE.text[print..].contains("@media ("),
            "a component's style comes after the print style"
        );
    }
}
