//! The whole path from bytes to the outputs and the picture: no bytes make it panic, and the order of rows changes nothing.

use proptest::prelude::*;

use super::super::sheet::Sheet;
use super::*;

/// What is written for these files, in all formats and as a picture, or the faults.
fn all(
    scores: &[u8],
    criteria: Option<&[u8]>,
    method: Choice,
    top: Option<u32>,
) -> Result<String, String> {
    let mut faults = Faults::default();
    let file = faults.file("scores.csv");
    let sheet = Sheet::read(scores, file, input::SCORES, &mut faults);
    let known = criteria.map(|criteria| {
        let file = faults.file("criteria.csv");
        let sheet = Sheet::read(criteria, file, input::CRITERIA, &mut faults);
        sheet.map(|sheet| input::Known::read(&sheet, &mut faults))
    });
    let read = match (sheet, known) {
        (Some(sheet), None) => input::read(&sheet, None, &mut faults),
        (Some(sheet), Some(Some(known))) => input::read(&sheet, Some(&known), &mut faults),
        _ => None,
    };
    let Some(read) = read.filter(|_| faults.is_empty()) else {
        assert!(!faults.is_empty(), "nothing is refused without a reason");
        let mut told = Vec::new();
        faults
            .tell(&mut told, "nothing was ranked")
            .expect("memory takes it");
        return Err(String::from_utf8(told).expect("words"));
    };
    let arguments = RankArguments {
        scores: PathBuf::new(),
        method,
        criteria: None,
        top,
        quorum: 2,
        draws: 60,
        seed: "1".to_owned(),
        by_component: false,
        integrate: false,
        format: Format::Table,
        plot: None,
    };
    let outcome = arguments.outcome(read, NonZeroUsize::MIN);
    let mut out = Vec::new();
    text::write(&outcome, &mut out).expect("memory takes it");
    csv::write(&outcome, &mut out).expect("memory takes it");
    json::write(&outcome, &mut out).expect("memory takes it");
    let picture = plot::draw(&outcome);
    roxmltree::Document::parse(&picture).expect("the picture is XML, whatever the ids");
    out.extend(picture.bytes());
    Ok(String::from_utf8(out).expect("words"))
}

fn method() -> impl Strategy<Value = Choice> {
    prop::sample::select(Choice::value_variants())
}

/// A file of scores much like a real one, with now and then a field that is wrong.
fn scores() -> impl Strategy<Value = Vec<String>> {
    let id = || prop_oneof![12 => "[a-f]", 1 => "[ \"\n,;é\\PC]{0,3}"];
    let score = prop_oneof![14 => "[0-9]", 4 => "[0-9]\\.[05]", 1 => "(|-1|1e999|NaN|3,5|inf|1e-30|9{30}|\\PC{0,4})"];
    let criterion = prop_oneof![12 => "[xy]", 1 => "z?"];
    let row = (id(), id(), criterion, score).prop_map(|(judge, entry, criterion, score)| {
        let fields = [judge, entry, criterion, score];
        fields
            .map(|field| format!("\"{}\"", field.replace('"', "\"\"")))
            .join(",")
    });
    proptest::collection::vec(row, 0..70)
}

const CRITERIA: &str = "criterion,weight,lowest,highest,step,direction,missing\nx,2,0,10,0.5,,\ny,1,0,10,0.5,lower,allowed\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_bytes_make_the_whole_path_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..120),
        more in proptest::collection::vec(any::<u8>(), 0..120),
        named: bool,
    ) {
        let with = |names: &str, bytes: &[u8]| [if named { names.as_bytes() } else { b"" }, bytes].concat();
        let scores = with("judge,entry,criterion,score\n", &bytes);
        let criteria = with("criterion,weight,lowest,highest,step\n", &more);
        let _ = all(&scores, None, Choice::Calibrated, None);
        let _ = all(&scores, Some(&criteria), Choice::Mean, Some(3));
    }

    #[test]
    fn no_file_like_a_real_one_does(rows in scores(), method in method(), top in 1u32..9, has_criteria: bool) {
        let text = format!("judge,entry,criterion,score\n{}\n", rows.join("\n"));
        let criteria = has_criteria.then_some(CRITERIA.as_bytes());
        if let Ok(out) = all(text.as_bytes(), criteria, method, Some(top)) {
            prop_assert!(!out.contains("NaN") && !out.contains("inf,"), "{out}");
        }
    }

    #[test]
    fn rows_in_another_order_give_the_same_bytes(
        values in proptest::collection::vec(proptest::option::weighted(0.7, 0u8..20), 60),
        method in method(),
    ) {
        let mut rows: Vec<String> = (values.iter().enumerate())
            .filter_map(|(place, value)| Some(format!("j{},e{},{}", place % 5, place / 5, (*value)?)))
            .collect();
        let text = |rows: &[String]| format!("judge,entry,score\n{}\n", rows.join("\n"));
        let one = all(text(&rows).as_bytes(), None, method, None);
        rows.reverse();
        prop_assert_eq!(one, all(text(&rows).as_bytes(), None, method, None));
    }
}

#[test]
fn every_fault_of_both_files_is_told_at_once() {
    let scores = "judge,entry,criterion,score\n\
        jo,a,progress,4\njo,a,cost,\"2,5\"\njo,b,progress,9\njo,b,cost,2\nkim,a,speed,3\nkim,b,progress,3\nkim,b,cost,3\n\
        kim,b,cost,3\n,a,cost,3\nlee,a,progress,4\n";
    let criteria = "criterion,weight,lowest,highest,step,direction,missing\n\
        progress,60,0,5,1,,\ncost,40,0,5,0.5,lower,required\ncost,40,0,5,0.5,sideways,maybe\nspread,x,5,0,1,,\n";
    assert_eq!(
        all(
            scores.as_bytes(),
            Some(criteria.as_bytes()),
            Choice::Calibrated,
            None
        )
        .expect_err("faults"),
        "scores.csv:3: the score “2,5” has a decimal comma; write 2.5\n\
         scores.csv:4: the score 9 is not on the scale of “progress”, from 0 to 5 in steps of 1\n\
         scores.csv:6: criterion “speed” is not in criteria.csv\n\
         scores.csv:9: judge “kim”, entry “b”, criterion “cost”: scored twice; the first is on line 8\n\
         scores.csv:10: the judge is missing\n\
         criteria.csv:4: criterion “cost” is given twice; the first is on line 3\n\
         criteria.csv:4: “maybe” is neither required nor allowed\n\
         criteria.csv:4: “sideways” is neither higher nor lower\n\
         criteria.csv:5: the lowest score 5 is not below the highest, 0\n\
         criteria.csv:5: the weight “x” is not a number\n\
         10 faults; nothing was ranked.\n"
    );
}
