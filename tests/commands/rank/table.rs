//! What the table says where entries tie, where none has enough reviews, and where parts are ranked by themselves.

use super::{panel, ranked};

#[test]
fn a_rank_that_is_shared_is_marked_whatever_is_known_of_chances() {
    // Two entries with the same scores, in a panel that has a model.
    let mut scores = panel(12, 5);
    for line in panel(12, 5).lines().filter(|line| line.contains(",e3,")) {
        scores += &line.replace(",e3,", ",twin,");
        scores.push('\n');
    }
    let (code, out, error) = ranked(&[("s.csv", &scores)], &["s.csv", "--draws", "100"]);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let marked: Vec<&str> = (out.lines().skip(4))
        .map_while(|line| line.split_whitespace().next())
        .filter(|rank| rank.ends_with('='))
        .collect();
    assert_eq!(marked.len(), 2, "{out}");
    assert_eq!(marked[0], marked[1]);
}

#[test]
fn entries_without_enough_reviews_are_not_said_to_be_in_any_order_of_merit() {
    let scores = "judge,entry,score\njo,a,1\njo,b,2\nkim,c,3\n";
    let (_, out, _) = ranked(&[("s.csv", scores)], &["s.csv"]);
    assert!(
        out.contains("No entry has the 2 reviews that it takes to be ranked, but 1 at most.\n"),
        "{out}"
    );
    assert!(!out.contains("plain means"), "{out}");
    // A panel that has a model, with more asked of each entry than it has.
    let (_, out, _) = ranked(&[("s.csv", &panel(12, 5))], &["s.csv", "--quorum", "9"]);
    assert!(out.contains("No entry has the 9 reviews"), "{out}");
    assert!(!out.contains("switched off"), "{out}");
}

#[test]
fn each_part_that_is_ranked_by_itself_has_its_own_cut() {
    let apart = (panel(12, 5).replace("judge,entry,score\n", ""))
        .replace('j', "k")
        .replace('e', "f");
    let scores = format!("{}{apart}", panel(12, 5));
    let arguments = ["s.csv", "--top", "6", "--by-component", "--draws", "100"];
    let (_, out, _) = ranked(&[("s.csv", &scores)], &arguments);
    let cuts: Vec<&str> = (out.lines())
        .filter(|line| line.starts_with("───── 3 selected ─"))
        .collect();
    assert_eq!(cuts.len(), 2, "{out}");
    let (_, out, _) = ranked(
        &[("s.csv", &scores)],
        &["s.csv", "--top", "6", "--draws", "100"],
    );
    assert!(out.contains("───── 6 selected ─"), "{out}");
}

#[test]
fn chances_are_said_to_be_the_models_where_another_method_ranks() {
    let legend = |method| {
        let arguments = ["s.csv", "--method", method, "--draws", "100"];
        ranked(&[("s.csv", &panel(12, 5))], &arguments).1
    };
    assert!(legend("borda").contains("p: the chance, by the calibrated model, to be truly among"));
    assert!(legend("calibrated").contains("p: the chance to be truly among"));
}
