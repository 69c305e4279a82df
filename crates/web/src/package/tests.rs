//! Packages of a real panel (the ladies' short programme of the ISU World Figure Skating Championships 2017; see the
//! ranking's `tests/gold`): made twice, verified, spoilt in every way, and worked out again by both scripts.

mod sample;
mod scripts;

use std::collections::BTreeMap;

use ed25519_dalek::{Signer as _, SigningKey};
use plaudit_domain::rule_set::Method;
use plaudit_domain::stage::Kind;
use plaudit_store::reports::package::Package;
use plaudit_store::secrets::Signature;

use super::check::verify;
use super::fault::Fault;
use super::manifest::{self, Describes as _, sha256};
use super::{MEMBERS, ledger, scores, write, zip};
use sample::REFERENCE;
pub(super) use sample::skating;

/// What a package holds, by the members' names.
pub(super) type Members = Vec<(String, Vec<u8>)>;

pub(super) fn sign(key: u8) -> impl Fn(&[u8]) -> Signature {
    move |message| {
        let key = SigningKey::from_bytes(&[key; 32]);
        Signature {
            public_key: key.verifying_key().to_bytes(),
            signature: key.sign(message).to_bytes(),
        }
    }
}

fn made(package: &Package) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(package, sign(1), &mut bytes).expect("memory takes it");
    bytes
}

pub(super) fn members(bytes: &[u8]) -> Members {
    let found = zip::read(bytes).expect("a package");
    let content = |(name, range): (String, std::ops::Range<usize>)| (name, bytes[range].to_vec());
    found.into_iter().map(content).collect()
}

pub(super) fn zipped(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = zip::Writer::new(&mut bytes);
    for (name, content) in members {
        writer.add(name, content).expect("memory takes it");
    }
    writer.finish().expect("memory takes it");
    bytes
}

/// The package with this member changed, and a manifest and a signature that say so: what only the installation could do.
fn resigned(bytes: &[u8], member: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut members = members(bytes);
    for (name, content) in &mut members {
        if name == member {
            *content = change(std::str::from_utf8(content).expect("text")).into_bytes();
        }
    }
    let at = |name: &str| {
        MEMBERS
            .iter()
            .position(|one| *one == name)
            .expect("a member")
    };
    let mut manifest = manifest::Manifest::read(&members[at(manifest::NAME)].1).expect("one");
    for listed in &mut manifest.members {
        *listed = manifest::Member::of(&listed.name, &members[at(&listed.name)].1);
    }
    let manifest = manifest.text().into_bytes();
    members[at(manifest::SIGNATURE)].1 = manifest::signed(&sign(1)(&manifest)).into_bytes();
    members[at(manifest::NAME)].1 = manifest;
    zipped(&members)
}

#[test]
fn a_package_is_the_same_bytes_each_time_and_holds() {
    let package = skating(Method::Calibrated);
    let bytes = made(&package);
    assert_eq!(bytes, made(&package));
    let key = hex::encode(sign(1)(b"").public_key);
    let verified = verify(&bytes, Some(&key)).expect("it holds");
    assert_eq!(verify(&bytes, None), Ok(verified.clone()));
    assert_eq!((verified.cases, verified.scorecards), (37, 37 * 9));
    assert_eq!(verified.facts, (5, 3));
    assert_eq!(verified.signed_by, key);
    let names: Vec<String> = members(&bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, MEMBERS);
}

#[test]
fn what_is_read_back_is_what_was_written() {
    let package = skating(Method::Mean);
    let rules = super::rules::read(&package.rules, Kind::Scoring).expect("rules");
    let (given, assigned) = (
        scores::write(&rules, &package.cases),
        scores::write_assignment(&package.cases),
    );
    assert_eq!(scores::read(&rules, &given, &assigned), Ok(package.cases));
    let told = ledger::check(
        &ledger::write(&package.ledger),
        ledger::ends(&package.ledger).as_ref(),
    );
    let digest = sha256(package.rules.as_bytes());
    assert_eq!(told.map(|told| told.locked), Ok(vec![digest]));
}

#[test]
fn the_results_are_those_of_the_reference() {
    let found = members(&made(&skating(Method::Calibrated)));
    let results = &found
        .iter()
        .find(|(name, _)| name == "results.csv")
        .expect("results")
        .1;
    let rows = |text: &[u8]| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(text);
        reader
            .deserialize()
            .map(|row| row.expect("a row"))
            .collect()
    };
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    let reference: BTreeMap<i64, BTreeMap<String, String>> = rows(REFERENCE.as_bytes())
        .into_iter()
        .map(|row| {
            (
                row["entry"]
                    .trim_start_matches('S')
                    .parse()
                    .expect("a start number"),
                row,
            )
        })
        .collect();
    let middle = reference
        .values()
        .map(|row| number(&row["mean"]))
        .sum::<f64>()
        / 37.0;
    let found = rows(results);
    assert_eq!(found.len(), 37);
    for row in &found {
        let of = &reference[&row["case"].parse().expect("a case's number")];
        // The reference is on the scale of the components, from nought to ten; its predictions are distances from the mean.
        for (ours, theirs, from, scale) in [
            ("by_mean", "mean", 0.0, 10.0),
            ("by_trimmed", "trimmed", 0.0, 10.0),
            ("by_borda", "borda", 0.0, 1.0),
            ("by_least_squares", "ls_fixed", 0.0, 10.0),
            ("by_calibrated", "blup", middle, 10.0),
            ("by_calibrated_spread", "blup_scaled", middle, 10.0),
            ("total", "blup", middle, 10.0),
            ("standard_error", "pev_sd", 0.0, 10.0),
        ] {
            let (is, to) = (number(&row[ours]) / scale, number(&of[theirs]) + from);
            assert!(
                (is - to).abs() < 1e-6,
                "{ours} of {}: {is} {to}",
                row["case"]
            );
        }
    }
}

#[test]
fn a_changed_byte_anywhere_is_found_and_named() {
    let bytes = made(&skating(Method::Mean));
    for (name, range) in zip::read(&bytes).expect("a package") {
        let mut places: Vec<usize> = range.clone().step_by(range.len() / 5 + 1).collect();
        places.push(range.end - 1);
        for at in places {
            for bit in [1, 0x20] {
                let mut changed = bytes.clone();
                changed[at] ^= bit;
                let faults = verify(&changed, None).expect_err("it was changed");
                assert_eq!(faults, [Fault::Damaged(name.clone())], "byte {at}");
            }
        }
    }
}

#[test]
fn a_changed_byte_is_found_by_what_was_signed_too() {
    let bytes = made(&skating(Method::Mean));
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
}

#[test]
fn missing_extra_and_misplaced_members_are_named() {
    let bytes = made(&skating(Method::Mean));
    let faults = |change: &dyn Fn(&mut Members)| {
        let mut all = members(&bytes);
        change(&mut all);
        verify(&zipped(&all), None).expect_err("it was changed")
    };
    for (place, name) in MEMBERS.into_iter().enumerate() {
        let found = faults(&|all| {
            all.remove(place);
        });
        assert_eq!(found, [Fault::Missing(name.to_owned())]);
    }
    let extra = faults(&|all| all.push(("notes.txt".to_owned(), b"x".to_vec())));
    assert_eq!(extra, [Fault::Extra("notes.txt".to_owned())]);
    assert_eq!(faults(&|all| all.swap(0, 1)), [Fault::Order]);
    let leads_out = faults(&|all| all.push(("../notes".to_owned(), b"x".to_vec())));
    assert_eq!(leads_out, [Fault::Path("../notes".to_owned())]);
}

#[test]
fn another_key_a_false_key_and_a_cut_file_are_told_apart() {
    let bytes = made(&skating(Method::Mean));
    let ours = hex::encode(sign(1)(b"").public_key);
    let theirs = hex::encode(sign(2)(b"").public_key);
    assert_eq!(
        verify(&bytes, Some(&theirs)),
        Err(vec![Fault::OtherKey { signed_by: ours }])
    );
    assert_eq!(verify(&bytes, Some("abc")), Err(vec![Fault::NoKey]));
    for length in [4, 29, 30, 1000, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(
            verify(&bytes[..length], None),
            Err(vec![Fault::Truncated]),
            "{length}"
        );
    }
    for other in [b"".as_slice(), b"PK", b"not a zip at all"] {
        assert_eq!(verify(other, None), Err(vec![Fault::NoPackage]));
    }
    // Signed by somebody else in the whole: only the organisers' key shows it.
    let mut forged = Vec::new();
    write(&skating(Method::Mean), sign(2), &mut forged).expect("memory takes it");
    assert!(verify(&forged, None).is_ok());
    let ours = hex::encode(sign(1)(b"").public_key);
    assert_eq!(
        verify(&forged, Some(&ours)),
        Err(vec![Fault::OtherKey { signed_by: theirs }])
    );
}

#[test]
fn even_whoever_holds_the_key_cannot_sign_a_ranking_that_does_not_follow() {
    let bytes = made(&skating(Method::Mean));
    let found = |member: &'static str, from: &str, to: &str| {
        let changed = resigned(&bytes, member, |text| {
            assert!(text.contains(from), "{member} says {from}");
            text.replacen(from, to, 1)
        });
        verify(&changed, None).expect_err("it was changed")
    };
    let otherwise = |member, line| vec![Fault::Otherwise { member, line }];
    assert_eq!(
        found("results.csv", "\n1,", "\n2,"),
        otherwise("results.csv", 2)
    );
    assert_eq!(
        found("model.json", "\"status\"", "\"Status\""),
        otherwise("model.json", 2)
    );
    assert_eq!(
        found("options.csv", "quorum,3", "quorum,2"),
        otherwise("options.csv", 4)
    );
    assert_eq!(found("rules.json", "\"quorum\":3", "\"quorum\":2"), {
        let mut faults = vec![Fault::Rules];
        faults.extend(otherwise("options.csv", 4));
        faults.extend(otherwise("results.csv", 2));
        faults
    });
    let unsealed = found("ledger.jsonl", "\"number\":8", "\"number\":9");
    assert_eq!(
        unsealed[0],
        Fault::Ledger {
            number: 9,
            why: "does not come after the one before it"
        }
    );
    let off_scale = found("scores.csv", "\n1,J001,", "\n1,J001x,");
    assert_eq!(
        off_scale,
        [Fault::Unreadable {
            member: "scores.csv",
            line: 2,
            why: "it does not fit the rules or the cases".to_owned()
        }]
    );
}
