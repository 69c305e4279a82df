//! `/admin/programmes/{programme}/mark`: a mark is tried, looked at, chosen, replaced and removed; and each file that is none.

use axum::http::StatusCode;
use plaudit_domain::mark::LARGEST_MARK;
use plaudit_web::http::upload::LARGEST_UPLOAD;
use plaudit_web::paths::{admin, public, server};

use super::setup_world::Desk;
use crate::support::{Page, Stage};

const GOOD: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 20'><rect width='60' height='20'/></svg>";
const OTHER: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'><circle r='9'/></svg>";
/// A picture of one point.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";

/// A desk, and the addresses of its programme's mark.
struct Marking {
    desk: Desk,
    title: String,
    page: String,
    removal: String,
    slug: String,
}

impl Marking {
    async fn new() -> Self {
        let desk = Desk::at(Stage::Open).await;
        let programme = desk.programmes().await.remove(0);
        Self {
            page: admin::ProgrammeMark {
                programme: programme.id,
            }
            .to_string(),
            removal: admin::MarkRemoval {
                programme: programme.id,
            }
            .to_string(),
            slug: programme.words.slug.to_string(),
            title: programme.words.title.first().to_owned(),
            desk,
        }
    }

    /// Chooses a file on the page and presses the button.
    async fn upload(&mut self, file: &[u8]) -> Page {
        let page = self.desk.open(&self.page).await;
        let form = page.form(&self.page);
        assert_eq!(form.action, self.page);
        self.desk.browser.upload(&self.page, "mark", file).await
    }

    /// Uploads, looks at the picture where it is sent, and uses it.
    async fn use_it(&mut self, file: &[u8]) -> Page {
        let sent = self.upload(file).await.expect(StatusCode::SEE_OTHER);
        let trial = sent.location().expect("it leads on").to_owned();
        let page = self.desk.open(&trial).await;
        let form = page.form(&trial);
        self.desk.browser.send(form, &[]).await.ok()
    }

    async fn mark(&self) -> Option<String> {
        let programme = self.desk.programmes().await.remove(0);
        programme.mark.map(|name| name.to_string())
    }

    /// The mark's name on the public form, if it has one.
    async fn shown(&self) -> Option<(String, String)> {
        let path = public::Nominate {
            programme: self.slug.clone(),
        };
        let page = self.desk.site.visitor().open(path).await.ok();
        let image = page
            .attributes(".brand-programme img", "src")
            .into_iter()
            .next()?;
        assert_eq!(
            page.attributes(".brand-programme img", "alt"),
            [""],
            "its name stands beside it"
        );
        Some((image, page.first(".brand-programme")))
    }
}

#[tokio::test]
async fn a_mark_is_tried_chosen_replaced_and_removed() {
    let mut marking = Marking::new().await;
    assert_eq!(marking.shown().await, None);

    let sent = marking.upload(GOOD.as_bytes()).await;
    let trial = sent.location().expect("it leads on").to_owned();
    let page = marking.desk.open(&trial).await;
    assert_eq!(page.first("h1"), format!("{} How it looks", marking.title));
    assert_eq!(marking.mark().await, None, "nothing is decided by looking");
    assert_eq!(marking.shown().await, None);

    let form = page.form(&trial);
    let page = marking.desk.browser.send(form, &[]).await.ok();
    assert_eq!(
        page.first(".notice"),
        "The mark is on the programme’s pages."
    );
    let name = marking.mark().await.expect("it is chosen");
    let path = server::Mark { name: name.clone() }.to_string();
    let (shown, alternative) = marking.shown().await.expect("the kept form is drawn anew");
    assert_eq!(shown, path);
    assert_eq!(alternative, marking.title);

    let file = marking.desk.site.visitor().get(&path).await.ok();
    let said = |name: &str| file.header(name).to_owned();
    assert_eq!(said("content-type"), "image/svg+xml");
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert_eq!(
        said("content-security-policy"),
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    );
    assert_eq!(said("cache-control"), "public, max-age=31536000, immutable");

    marking.use_it(PNG).await;
    let second = marking.mark().await.expect("another is chosen");
    assert!(second.ends_with("-32x32.png"), "{second}");
    let gone = marking.desk.site.visitor().get(&path).await;
    gone.expect(StatusCode::NOT_FOUND);

    let programme = marking.desk.programmes().await.remove(0).id;
    for (name, status) in [
        (second, StatusCode::OK),
        (name, StatusCode::NOT_FOUND),
        ("mark.svg".to_owned(), StatusCode::NOT_FOUND),
    ] {
        let trial = admin::MarkTrial { programme, name };
        marking.desk.browser.get(trial).await.expect(status);
    }

    let page = marking.desk.open(&marking.page.clone()).await;
    let form = page.form(&marking.removal);
    let page = marking.desk.browser.send(form, &[]).await.ok();
    assert_eq!(
        page.first(".notice"),
        "The mark is removed. The pages show Plaudit’s own."
    );
    assert_eq!(marking.mark().await, None);
    assert_eq!(marking.shown().await, None);

    let mut kinds = Vec::new();
    for kind in ["mark-chosen", "mark-removed"] {
        let history = format!("{}?kind={kind}", admin::History);
        kinds.push(marking.desk.open(history).await.table().len());
    }
    assert_eq!(kinds, [3, 2]);
}

#[tokio::test]
async fn whoever_comes_second_is_told_and_nothing_is_overwritten() {
    let mut marking = Marking::new().await;
    marking.use_it(GOOD.as_bytes()).await;
    let before = marking.mark().await;
    let page = marking.desk.open(&marking.page.clone()).await;
    let removal = page.form(&marking.removal);
    let sent = marking.upload(OTHER.as_bytes()).await;
    let trial = sent.location().expect("it leads on").to_owned();
    let page = marking.desk.open(&trial).await;
    let stale = page.form(&trial).forged("version", "1");
    let page = marking.desk.browser.send(stale, &[]).await;
    let page = page.expect(StatusCode::CONFLICT);
    assert_eq!(
        page.first("#conflict"),
        "Somebody else changed the programme"
    );
    assert_eq!(marking.mark().await, before);
    let again = page.form(&trial);
    marking.desk.browser.send(again, &[]).await.ok();
    let now = marking.mark().await;
    assert_ne!(now, before);
    let page = marking.desk.browser.send(removal, &[]).await;
    page.expect(StatusCode::CONFLICT);
    assert_eq!(marking.mark().await, now);
}

#[tokio::test]
async fn each_file_that_is_no_mark_is_refused_by_name_and_the_mark_stays() {
    let mut marking = Marking::new().await;
    marking.use_it(GOOD.as_bytes()).await;
    let before = marking.mark().await;
    let drawn = |inside: &str| {
        GOOD.replace("<rect", &format!("{inside}<rect"))
            .into_bytes()
    };
    let huge = [
        &PNG[..16],
        &[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10],
        &PNG[24..],
    ]
    .concat();
    let wide = GOOD.replace("0 0 60 20", "0 0 90 9").into_bytes();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (vec![], "Choose a picture"),
        (
            vec![b'<'; LARGEST_MARK + 1],
            "The picture must weigh 20 KB or less. Save it smaller, or with fewer points",
        ),
        (
            vec![b'<'; LARGEST_UPLOAD + 1],
            "The picture must weigh 20 KB or less. Save it smaller, or with fewer points",
        ),
        (
            b"\xff\xd8\xff\xe0 a photograph that calls itself mark.svg".to_vec(),
            "The file is neither an SVG nor a PNG picture, whatever it is called. Choose one of these",
        ),
        (
            PNG[..40].to_vec(),
            "The PNG file is broken: it cannot be read to its end. Save it again",
        ),
        (
            huge,
            "The picture is 10,000 by 10,000 points. Each side must have from 1 to 2,000",
        ),
        (
            wide,
            "The picture may be at most 8 times as long as it is high, or as high as it is long",
        ),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            "The SVG does not say how large it is. Save it with a width and a height, or a viewBox",
        ),
        (
            drawn("<animate attributeName='x'/>"),
            "The picture moves. Choose one that stands still",
        ),
        (
            drawn("<g>"),
            "The SVG cannot be read: it is not well-formed XML. Save it again",
        ),
        (
            format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{GOOD}").into_bytes(),
            "The SVG begins with a DOCTYPE, which may define entities. Save it without, as “plain” or “optimised” SVG",
        ),
        (
            drawn("<script>alert(1)</script>"),
            "The SVG has a script in it. Save it without",
        ),
        (
            drawn("<g onload='alert(1)'/>"),
            "The SVG has “onload” in it, which runs a script. Save it without",
        ),
        (
            drawn("<foreignObject/>"),
            "The SVG has a piece of a web page in it (foreignObject). Save its words as shapes",
        ),
        (
            drawn("<use href='https://elsewhere.example/a.svg#b'/>"),
            "The SVG fetches something from elsewhere: a picture, a font or a link. Save it with everything in it, or as PNG",
        ),
        (
            drawn("<style>@import 'a.css';</style>"),
            "The SVG fetches something from elsewhere: a picture, a font or a link. Save it with everything in it, or as PNG",
        ),
        (
            drawn("<g style='fill:url(https://elsewhere.example)'/>"),
            "A style in the SVG has an address in it (url). Save its colours as attributes, or the picture as PNG",
        ),
        (
            drawn("<g id='a'><use href='#a'/></g>"),
            "The SVG repeats parts of itself too often, or without end. Save it with less in it, or as PNG",
        ),
        (
            drawn("<filter/>"),
            "The SVG has “filter” in it, which a mark may not have. Save it as “plain” SVG, or as PNG",
        ),
    ];
    for (file, sentence) in cases {
        let page = marking.upload(&file).await;
        let page = page.expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.problems(), [sentence]);
        assert_eq!(marking.mark().await, before, "{sentence}");
    }
    let none = marking
        .desk
        .browser
        .post(&marking.page, &[("mark", "x")])
        .await;
    none.expect(StatusCode::UNSUPPORTED_MEDIA_TYPE);
}
