//! What the scores say of a panel, in each of its states.

use std::collections::BTreeMap;

use maud::html;
use plaudit_domain::case::Status;
use plaudit_domain::ids::{AccountId, CaseId};
use plaudit_domain::standing::Place;
use plaudit_domain::standing::certainty::{
    Agreement, Alpha, CaseCertainty, Certainty, CompletePanel, Flag, JudgeCertainty, Outlier,
    Support, Unavailable, Variances, Verdict,
};
use plaudit_store::reports::ranking::RankingRow;

use super::Exhibit;
use super::samples::{LONG_NAME, id};
use crate::shown::diagnostics::diagnostics;
use crate::shown::measures::chance;
use crate::words::Words;

pub(super) fn exhibit(words: &Words, place: Option<&Place>) -> Exhibit {
    let names = BTreeMap::from([
        (AccountId(id(1)), "Bola Idris".to_owned()),
        (AccountId(id(2)), LONG_NAME.to_owned()),
    ]);
    let rows: Vec<RankingRow> = place
        .into_iter()
        .flat_map(|place| [row(1, Some("Deborah Achebe"), place), row(2, None, place)])
        .collect();
    let shown = |certainty: &Certainty| diagnostics(words, &names, &rows, certainty);
    let flags = [
        Flag::Constant,
        Flag::Severity,
        Flag::Consistency,
        Flag::Halo,
        Flag::Drift,
        Flag::FewSteps,
    ];
    let severe = JudgeCertainty {
        leniency: Some((-6.25, 1.5)),
        outfit: Some(2.4),
        drift: Some(-0.42),
        flags: flags.to_vec(),
        ..judge(1)
    };
    let lenient = JudgeCertainty {
        leniency: Some((7.5, 1.25)),
        outfit: Some(0.3),
        drift: Some(0.25),
        flags: vec![Flag::Severity, Flag::Consistency, Flag::Drift],
        ..judge(2)
    };
    let erased = JudgeCertainty {
        flags: vec![Flag::FewSteps],
        ..judge(3)
    };
    let mut judges = vec![lenient, erased];
    judges.extend((4..12).map(judge));
    judges.push(severe);
    let outlier = |judge, case, points, places: (usize, usize)| Outlier {
        judge: AccountId(id(judge)),
        case: CaseId(id(case)),
        points,
        place: places.0,
        place_without: places.1,
    };
    let much = Certainty {
        judges,
        outliers: vec![outlier(1, 1, -31.25, (7, 3)), outlier(2, 2, 22.0, (2, 2))],
        ..certainty(30)
    };
    let nothing = Certainty {
        judges: (4..14).map(judge).collect(),
        ..certainty(30)
    };
    let measured = Certainty {
        support: Support::Measured(variances()),
        agreement: Agreement {
            complete: Some(CompletePanel {
                icc_single: Some(0.41),
                icc_average: Some(0.68),
                kendall_w: Some(0.62),
            }),
            ..certainty(12).agreement
        },
        ..certainty(12)
    };
    let small = Certainty {
        judges: (1..4).map(judge).collect(),
        ..certainty(12)
    };
    Exhibit::new(
        "diagnostics",
        "What the scores say of a panel",
        "Used for who chairs it, and behind how sure a ranking is.",
    )
    .state("Much is to be said", &shown(&much))
    .state("Nothing stands out", &shown(&nothing))
    .state("Too few to say anything of one judge", &shown(&small))
    .state(
        "How far a panel agrees that all scored all, and two judges of one case",
        &shown(&measured),
    )
}

pub(super) fn chances(words: &Words) -> Exhibit {
    let said = |share: f64| html! { p { (chance(words, share)) } };
    Exhibit::new(
        "chances",
        "A chance",
        "Used wherever scores are weighed: nothing that is measured is certain.",
    )
    .state("Nearly nothing", &said(0.001))
    .state("One in eight", &said(0.125))
    .state("Nearly all", &said(0.999))
}

fn judge(number: u128) -> JudgeCertainty {
    JudgeCertainty {
        judge: AccountId(id(number)),
        scorecards: 30,
        mean: 61.5,
        leniency: Some((0.5, 1.5)),
        outfit: Some(1.0),
        straight_lining: Some(0.1),
        agreement_with_others: Some(0.6),
        drift: None,
        flags: Vec::new(),
    }
}

/// Of a panel in which cases differ by more than judges do.
fn variances() -> Variances {
    Variances {
        mean: 61.5,
        mean_standard_error: 2.1,
        entry: 81.0,
        judge: 25.0,
        residual: 64.0,
        theta_entry: 1.125,
        theta_judge: 0.625,
        reml_criterion: 512.3,
        gradient: [0.0, 0.0],
        evaluations: 12,
        reliability: 0.71,
        reviews_needed: Some(4.4),
    }
}

fn certainty(cases: u128) -> Certainty {
    let case = CaseCertainty {
        verdict: Verdict::Unknown,
        estimate: None,
        explanation: None,
        chance: None,
        places: Vec::new(),
        value_of_scorecard: None,
        totals: Vec::new(),
    };
    Certainty {
        size: 3,
        scorecards: 300,
        support: Support::Missing(Unavailable::NotSolvable),
        groups: 1,
        has_no_severity: false,
        precision: None,
        cases: (1..=cases)
            .map(|number| (CaseId(id(number)), case.clone()))
            .collect(),
        judges: Vec::new(),
        agreement: Agreement {
            interval: Some(Alpha {
                value: 0.41,
                low: 0.29,
                high: 0.52,
            }),
            ordinal: None,
            complete: None,
        },
        outliers: Vec::new(),
    }
}

fn row(number: u128, nominee: Option<&str>, place: &Place) -> RankingRow {
    RankingRow {
        case: CaseId(id(number)),
        number: i64::try_from(number).unwrap_or_default(),
        version: 1,
        nominee: nominee.map(str::to_owned),
        organisation: None,
        status: Status::InJudging,
        nominations: 1,
        place: place.clone(),
    }
}
