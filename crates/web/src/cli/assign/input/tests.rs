//! No files make `plaudit assign` panic, and what it assigns keeps every load.

use plaudit_ranking::{Wishes, assign};
use proptest::prelude::*;

use super::*;

/// The whole path from the five files; how many faults were told, or whether something was assigned.
fn whole(files: [&[u8]; 5], wishes: &Wishes) -> Result<bool, usize> {
    let mut faults = Faults::default();
    let mut sheet = |bytes: &[u8], layout| {
        let file = faults.file("f");
        Sheet::read(bytes, file, layout, &mut faults)
    };
    let files = Files {
        entries: sheet(files[0], ENTRIES),
        judges: sheet(files[1], JUDGES),
        matches: sheet(files[2], MATCH),
        conflicts: sheet(files[3], PAIRS),
        fixed: sheet(files[4], PAIRS),
    };
    let Some((problem, ..)) = files.problem(2, &mut faults).filter(|_| faults.is_empty()) else {
        assert!(!faults.is_empty(), "nothing is refused without a reason");
        let mut told = Vec::new();
        faults
            .tell(&mut told, "nothing was assigned")
            .expect("memory takes it");
        return Err(told.split(|byte| *byte == b'\n').count() - 2);
    };
    let Ok(assignment) = assign(&problem, wishes) else {
        return Ok(false);
    };
    for (judge, load) in problem.judges().iter().zip(&assignment.loads) {
        assert!((judge.least..=judge.most).contains(load), "{}", judge.judge);
    }
    assert_eq!(assignment.pairs.len(), 2 * problem.entries().len());
    Ok(true)
}

fn rows(header: &str, row: &'static str) -> impl Strategy<Value = String> {
    let header = header.to_owned();
    proptest::collection::vec(row, 0..8)
        .prop_map(move |rows| format!("{header}\n{}\n", rows.join("\n")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_files_make_it_panic_and_every_load_is_kept(
        entries in rows("entry,organisation", "[a-f],[XY]?"),
        judges in rows("judge,min_load,max_load,organisation", "[p-z],[01],[2-9],[XY]?"),
        matches in rows("judge,entry,score,expert", "[p-z],[a-f],[0-9]{1,3},(yes)?"),
        pairs in rows("judge,entry", "[p-z],[a-f]"),
        experts in 0u32..2,
        cap in proptest::option::of(1u32..3),
    ) {
        let wishes = Wishes { experts, organisation_cap: cap, ..Wishes::default() };
        let none = b"judge,entry\n";
        for files in [
            [entries.as_bytes(), judges.as_bytes(), b"judge,entry,score\n", none, none],
            [entries.as_bytes(), judges.as_bytes(), matches.as_bytes(), pairs.as_bytes(), none],
            [entries.as_bytes(), judges.as_bytes(), matches.as_bytes(), none, pairs.as_bytes()],
        ] {
            let _ = whole(files, &wishes);
        }
    }

    #[test]
    fn no_bytes_do_either(bytes in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 5)) {
        let heads = ["entry\n", "judge,min_load,max_load\n", "judge,entry,score\n", "judge,entry\n", "judge,entry\n"];
        let files: Vec<Vec<u8>> = (heads.iter().zip(&bytes))
            .map(|(head, bytes)| [head.as_bytes(), bytes].concat())
            .collect();
        let _ = whole(std::array::from_fn(|file| files[file].as_slice()), &Wishes::default());
        let _ = whole(std::array::from_fn(|file| bytes[file].as_slice()), &Wishes::default());
    }
}

#[test]
fn a_small_instance_is_assigned_and_a_faulty_one_is_not() {
    let judges = b"judge,min_load,max_load\np,0,9\nq,0,9\n";
    let none = b"judge,entry\n";
    let matches = b"judge,entry,score\n";
    let wishes = Wishes::default();
    assert_eq!(
        whole([b"entry\na\nb\n", judges, matches, none, none], &wishes),
        Ok(true)
    );
    assert_eq!(
        whole(
            [
                b"entry\na\nb\n",
                judges,
                matches,
                b"judge,entry\np,a\n",
                none
            ],
            &wishes
        ),
        Ok(false)
    );
    assert_eq!(
        whole(
            [
                b"entry\na\na\n",
                judges,
                matches,
                none,
                b"judge,entry\nx,a\n"
            ],
            &wishes
        ),
        Err(2)
    );
}
