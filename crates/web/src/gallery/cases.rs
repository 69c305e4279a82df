//! Cases as judges read them, and what they are judged by.
use maud::html;
use plaudit_domain::programme::Slug;
use plaudit_store::reports::desk::Progress;
use plaudit_store::reports::enquiries::Asked;
use plaudit_store::reports::outcome::{CategoryOutcome, Honoured, Outcome};
use plaudit_store::reports::scorecard::CaseText;

use super::samples::{LONG_NAME, at, categories, full, questions, sparse, zone};
use super::{Exhibit, packs, progress, rules};
use crate::shown::{case, enquiry, outcome};
use crate::words::Words;

pub(super) fn all(words: &Words) -> Vec<Exhibit> {
    let mut all = vec![
        cases(words),
        employments(),
        places(words),
        called(words),
        results(words),
        enquiries(words),
        packs::exhibit(),
        progress::for_chair(words),
    ];
    all.extend(rules::all(words));
    all
}

fn cases(words: &Words) -> Exhibit {
    let text = |nominations: Vec<_>| {
        let case = CaseText {
            number: 12,
            nominee: Some(full().nominee),
            questions: questions(),
            nominations,
        };
        case::text(words, &case)
    };
    Exhibit::new(
        "cases",
        "A case",
        "Used beside a scorecard and where an administrator reads what judges read.",
    )
    .state("One nomination", &text(vec![full()]))
    .state(
        "Two nominations of one person",
        &text(vec![full(), sparse()]),
    )
    .state("The least", &text(vec![sparse()]))
}

fn enquiries(words: &Words) -> Exhibit {
    let asked = |is_own: bool, answer: Option<&str>| Asked {
        is_own,
        question: "Is the figure for 2025 a whole year’s?".to_owned(),
        answer: answer.map(|text| (text.to_owned(), at("2027-04-09T09:10:00Z"))),
    };
    let all = [
        asked(false, Some("Yes, from January to December.")),
        asked(true, None),
    ];
    Exhibit::new(
        "enquiries",
        "Questions to the secretary",
        "Used beside a case, for every judge of it; nobody is told who asked.",
    )
    .state(
        "One that is answered and one that waits",
        &enquiry::asked(words, &all, &zone().time_zone()),
    )
}

fn employments() -> Exhibit {
    let said = |person| html! { p { (case::employment(&person).unwrap_or_else(|| "Nothing is said.".to_owned())) } };
    Exhibit::new(
        "employments",
        "What somebody does and where",
        "Used under a nominee’s name.",
    )
    .state("Both known", &said(full().nominee))
    .state("Neither", &said(sparse().nominee))
}

fn places(words: &Words) -> Exhibit {
    let said = |done, of| html! { p { (case::place_on_desk(words, 12, Progress { done, of })) } };
    Exhibit::new(
        "places",
        "A case’s place on the desk",
        "Used above a case that a judge has opened.",
    )
    .state("The first", &said(0, 12))
    .state("The last", &said(11, 12))
    .state("The only one", &said(0, 1))
}

fn called(words: &Words) -> Exhibit {
    let said = |text: String| html! { p { (text) } };
    Exhibit::new(
        "called",
        "What a case is called",
        "Used wherever judges meet a case; those who read without names know it by its number.",
    )
    .state(
        "By its nominee",
        &said(case::called(words, 12, Some("Ann Lee"))),
    )
    .state(
        "In full",
        &said(case::called_in_full(words, 12, Some("Ann Lee"))),
    )
    .state(
        "Without names",
        &said(case::called_in_full(words, 12, None)),
    )
}

fn results(words: &Words) -> Exhibit {
    let honoured = |name: Option<&str>, employer: Option<&str>| Honoured {
        name: name.map(str::to_owned),
        employer: employer.map(str::to_owned),
    };
    let slug = Slug::parse("kettle-award").expect("an address");
    let result = |awarded: Vec<Honoured>, commended: Vec<Honoured>, is_published: bool| {
        let season = Outcome {
            season: "2027".to_owned(),
            categories: vec![CategoryOutcome {
                category: categories().remove(0),
                awarded,
                commended,
                is_published,
            }],
        };
        let published = outcome::Published {
            programme: &slug,
            public_key: &[0x2a; 32],
        };
        outcome::result(words, &season, &published)
    };
    let council = Some("Wychmere District Council");
    Exhibit::new(
        "results",
        "The result of a season",
        "Used on a programme’s page once the season is announced.",
    )
    .state(
        "One winner",
        &result(
            vec![honoured(Some("Deborah Achebe"), council)],
            Vec::new(),
            false,
        ),
    )
    .state(
        "One winner, with public results",
        &result(
            vec![honoured(Some("Deborah Achebe"), council)],
            Vec::new(),
            true,
        ),
    )
    .state(
        "Joint winners, one of whom is erased, and the commended",
        &result(
            vec![honoured(Some(LONG_NAME), council), honoured(None, None)],
            vec![
                honoured(Some("مريم الحسن"), council),
                honoured(Some("Bo"), None),
            ],
            false,
        ),
    )
    .state("No award", &result(Vec::new(), Vec::new(), false))
}
