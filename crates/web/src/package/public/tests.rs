//! Public results of a real panel: made twice, verified, spoilt in every way, and never mistaken for a whole package.

use plaudit_domain::case::Status;
use plaudit_domain::criterion::Points;
use plaudit_domain::publication::{Counted, CountedCase, Score, tell};
use plaudit_domain::rule_set::Method;
use plaudit_domain::stage::Kind;
use plaudit_store::ledger::Head;

use super::check::{Verified, is_meant, verify};
use super::*;
use crate::package::check;
use crate::package::fault::Fault;
use crate::package::tests::{members, sign, skating, zipped};

const SEAL: &str = "5ea1000000000000000000000000000000000000000000000000000000000000";

/// Nine judges and 37 cases: case 4 won, 7 is commended, 30 was a finalist, and the rest were passed over.
fn part() -> PublicPart {
    let package = skating(Method::Mean);
    let case = |number: i64| CountedCase {
        number,
        status: match number {
            4 => Status::Awarded,
            7 => Status::HighlyCommended,
            30 => Status::NotAwarded,
            _ => Status::NotShortlisted,
        },
        scorecards: 9,
        score: Some(Score {
            score: Points(100 * number + 25),
            mean: Points(100 * number),
        }),
    };
    let counted = Counted {
        judges: 9,
        recusals: 2,
        cases: (1..=37).map(case).collect(),
    };
    PublicPart {
        programme: package.programme,
        season: package.season,
        category: package.category,
        category_id: package.category_id,
        rules: package.rules,
        stage: Kind::Scoring,
        told: tell(&counted),
        resolution: Some(Head {
            number: 12,
            seal: SEAL.to_owned(),
        }),
    }
}

fn bytes() -> Vec<u8> {
    made(&part(), sign(1)).expect("memory takes it").file
}

fn text(bytes: &[u8], member: &str) -> String {
    let found = members(bytes);
    let content = found.into_iter().find(|(name, _)| name == member);
    String::from_utf8(content.expect("a member").1).expect("text")
}

/// With this member changed, and a manifest and a signature that say so: what only the installation could do.
fn resigned(bytes: &[u8], member: &str, from: &str, to: &str) -> Vec<u8> {
    let said = text(bytes, member);
    assert!(said.contains(from), "{member} says {from}");
    let changed = (member, said.replacen(from, to, 1));
    described(bytes, changed, |_| {})
}

/// The same, with what the manifest says of the whole changed too.
fn described(
    bytes: &[u8],
    (member, content): (&str, String),
    change: impl Fn(&mut Manifest),
) -> Vec<u8> {
    let mut all = members(bytes);
    let at = |name: &str| MEMBERS.iter().position(|one| *one == name).expect("one");
    all[at(member)].1 = content.into_bytes();
    let mut manifest = Manifest::read(&all[at(manifest::NAME)].1).expect("a manifest");
    for listed in &mut manifest.members {
        *listed = Member::of(&listed.name, &all[at(&listed.name)].1);
    }
    change(&mut manifest);
    let manifest = manifest.text().into_bytes();
    all[at(manifest::SIGNATURE)].1 = manifest::signed(&sign(1)(&manifest)).into_bytes();
    all[at(manifest::NAME)].1 = manifest;
    zipped(&all)
}

#[test]
fn public_results_are_the_same_bytes_each_time_and_hold() {
    let first = made(&part(), sign(1)).expect("memory takes it");
    assert_eq!(made(&part(), sign(1)).expect("memory takes it"), first);
    let key = hex::encode(sign(1)(b"").public_key);
    let verified = verify(&first.file, Some(&key)).expect("they hold");
    let expected = Verified {
        programme: part().programme,
        season: part().season,
        category: part().category,
        made_by: env!("CARGO_PKG_VERSION").to_owned(),
        listed: 3,
        signed_by: key,
        resolution: Some((12, SEAL.to_owned())),
    };
    assert_eq!(verified, expected);
    let names: Vec<String> = members(&first.file)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, MEMBERS);
}

#[test]
fn they_tell_this_and_no_more() {
    let bytes = bytes();
    assert_eq!(
        text(&bytes, "figures.csv"),
        "figure,value\ncases_judged,37\njudges,9\nrecusals,fewer than 5\n"
    );
    assert_eq!(
        text(&bytes, "results.csv"),
        "case,result,score,mean\n4,awarded,4.25,4\n7,highly-commended,7.25,7\n30,shortlisted,,\n"
    );
    let manifest = text(&bytes, "manifest.json");
    let keys: Vec<&str> = (manifest.lines())
        .filter_map(|line| line.strip_prefix("  \"")?.split('"').next())
        .collect();
    assert_eq!(
        keys,
        [
            "format",
            "plaudit",
            "programme",
            "season",
            "category",
            "category_id",
            "stage",
            "resolution",
            "members"
        ]
    );
}

#[test]
fn another_version_of_plaudit_makes_no_other_results() {
    let bytes = bytes();
    let readme = "Another README, of another version.".to_owned();
    let earlier = described(&bytes, (README.0, readme), |manifest| {
        manifest.plaudit = "0.0.1".to_owned();
    });
    verify(&earlier, None).expect("they hold");
    assert_ne!(earlier, bytes);
    assert!(tell_the_same(&earlier, &bytes));
    assert!(tell_the_same(&bytes, &earlier));

    let figures = (tables::FIGURES, text(&bytes, tables::FIGURES));
    let renamed = described(&bytes, figures.clone(), |manifest| {
        manifest.category = "Another category".to_owned();
    });
    let unresolved = described(&bytes, figures, |manifest| manifest.resolution = None);
    let others = [
        resigned(&bytes, tables::FIGURES, "judges,9", "judges,8"),
        resigned(&bytes, tables::RESULTS, "4,awarded", "5,awarded"),
        renamed,
        unresolved,
        made(&part(), sign(2)).expect("memory takes it").file,
        b"no zip".to_vec(),
    ];
    for (place, other) in others.iter().enumerate() {
        assert!(!tell_the_same(other, &bytes), "{place}");
    }
    assert!(!tell_the_same(b"no zip", b"no zip"));
}

#[test]
fn the_guide_and_the_figures_speak_of_the_same_least_count() {
    let fewer = plaudit_domain::publication::Told::Fewer.to_string();
    assert!(README.1.contains(&format!("`{fewer}`")));
    assert!(README.1.contains(tables::LEFT_OUT));
}

#[test]
fn a_changed_byte_is_found_and_named() {
    let bytes = bytes();
    for (place, name) in MEMBERS.into_iter().enumerate() {
        let mut all = members(&bytes);
        let middle = all[place].1.len() / 2;
        all[place].1[middle] ^= 1;
        let faults = verify(&zipped(&all), None).expect_err("it was changed");
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            said.iter().any(|sentence| sentence.contains(name)),
            "{name}: {said:?}"
        );
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(verify(&changed, None).is_err(), "byte {at}");
    }
}

#[test]
fn missing_extra_and_misplaced_members_are_named() {
    let bytes = bytes();
    for (place, name) in MEMBERS.into_iter().enumerate() {
        let mut all = members(&bytes);
        all.remove(place);
        assert_eq!(
            verify(&zipped(&all), None),
            Err(vec![Fault::Missing(name.to_owned())])
        );
    }
    let mut all = members(&bytes);
    all.swap(0, 1);
    assert_eq!(verify(&zipped(&all), None), Err(vec![Fault::Order]));
    let mut all = members(&bytes);
    all.push(("scores.csv".to_owned(), b"x".to_vec()));
    let extra = vec![Fault::Extra("scores.csv".to_owned())];
    assert_eq!(verify(&zipped(&all), None), Err(extra));
}

#[test]
fn each_kind_of_package_is_known_for_what_it_is() {
    let public = bytes();
    let mut whole = Vec::new();
    crate::package::write(&skating(Method::Mean), sign(1), &mut whole).expect("memory takes it");
    assert_eq!(
        [&public, &whole].map(|bytes| is_meant(bytes)),
        [true, false]
    );
    assert!(check::verify(&public, None).is_err());
    assert!(verify(&whole, None).is_err());
    for (place, name) in MEMBERS.into_iter().enumerate() {
        let mut all = members(&public);
        all.remove(place);
        assert!(is_meant(&zipped(&all)), "without {name}");
    }
    assert!(!is_meant(b"not a zip at all"));
}

#[test]
fn even_whoever_holds_the_key_cannot_sign_what_tells_too_much() {
    let bytes = bytes();
    let said = |member: &str, from: &str, to: &str| -> Vec<String> {
        let faults = verify(&resigned(&bytes, member, from, to), None).expect_err("it was changed");
        faults.iter().map(ToString::to_string).collect()
    };
    let more = "it tells more than public results may";
    assert_eq!(
        said("figures.csv", "recusals,fewer than 5", "recusals,2"),
        [format!(
            "figures.csv: {more}: recusals, though they are fewer than 5, or so many that they tell of the cases that are listed."
        )]
    );
    assert_eq!(
        said("figures.csv", "judges,9", "judges,4"),
        [format!(
            "figures.csv: {more}: that there were fewer than 5 judges."
        )]
    );
    assert_eq!(
        said("figures.csv", "cases_judged,37", "cases_judged,7"),
        [format!(
            "figures.csv: {more}: how many cases were judged, though fewer than 5 of them are not listed."
        )]
    );
    assert_eq!(
        said("results.csv", "4,awarded,4.25,4", "4,awarded,,"),
        [format!(
            "results.csv: {more}: that case 4 has fewer than 5 scorecards, by leaving out its score alone."
        )]
    );
    let all = "cases_judged,37\njudges,9\nrecusals,fewer than 5";
    let none = "cases_judged,left out\njudges,left out\nrecusals,left out";
    assert_eq!(
        said("figures.csv", all, none),
        [4, 7].map(|case| format!(
            "results.csv: {more}: a score of case {case}, where scores are left out."
        ))
    );
    for (row, line) in [
        ("cases_judged,37", 2),
        ("judges,9", 3),
        ("recusals,fewer than 5", 4),
    ] {
        let (name, _) = row.split_once(',').expect("a figure");
        assert_eq!(
            said("figures.csv", row, &format!("{name},left out")),
            [format!(
                "figures.csv, line {line}: it cannot be read: it is no figure that public results have."
            )]
        );
    }
    assert_eq!(
        said("results.csv", "30,shortlisted,,", "30,shortlisted,1,1"),
        [format!(
            "results.csv: {more}: a score of case 30, where scores are left out."
        )]
    );
    assert_eq!(
        said("results.csv", "30,shortlisted", "30,not-shortlisted"),
        ["results.csv, line 4: it cannot be read: it does not fit the rules or the cases."]
    );
    assert_eq!(
        said("results.csv", "4.25", "4.250"),
        ["results.csv, line 2: it cannot be read: it does not fit the rules or the cases."]
    );
    assert_eq!(
        said("options.csv", "quorum,3", "quorum,2"),
        ["options.csv, line 4: it does not say what follows from the other members."]
    );
    assert_eq!(
        said("figures.csv", "judges,9", "jurors,9"),
        ["figures.csv, line 3: it cannot be read: it does not fit the rules or the cases."]
    );
}
