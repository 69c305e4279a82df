//! What the reader makes of files as people have them.

use super::*;
use proptest::prelude::*;

const LAYOUT: Layout = Layout {
    required: &["judge", "entry", "score"],
    optional: &["criterion"],
};

type Rows = Vec<(u32, [String; 4])>;

/// The records as line and fields, the notes, and the faults as they are told.
fn read(text: impl AsRef<[u8]>) -> (Rows, Vec<String>, String) {
    let mut faults = Faults::default();
    let file = faults.file("f");
    let sheet = Sheet::read(text.as_ref(), file, LAYOUT, &mut faults);
    let mut told = Vec::new();
    if !faults.is_empty() {
        faults.tell(&mut told, "no more").expect("memory takes it");
    }
    let (rows, notes) = sheet.map_or_else(Default::default, |sheet| {
        let rows = (0..sheet.len())
            .map(|record| {
                let fields = std::array::from_fn(|column| sheet.field(record, column).to_owned());
                (sheet.line(record), fields)
            })
            .collect();
        (rows, sheet.notes)
    });
    (rows, notes, String::from_utf8(told).expect("words"))
}

fn row(line: u32, fields: [&str; 4]) -> (u32, [String; 4]) {
    (line, fields.map(str::to_owned))
}

#[test]
fn columns_stand_in_any_order_and_lines_end_in_any_way() {
    for end in ["\n", "\r\n", "\r"] {
        let text = [
            "\u{feff}Score, JUDGE ,entry",
            "",
            "3,jo,a",
            " 4 , kim, b c ",
            ",,",
            "",
        ]
        .join(end);
        let (rows, notes, told) = read(text);
        assert_eq!(
            rows,
            [
                row(3, ["jo", "a", "3", ""]),
                row(4, ["kim", "b c", "4", ""])
            ]
        );
        assert!(notes.is_empty() && told.is_empty(), "{notes:?} {told}");
    }
}

#[test]
fn quotes_keep_commas_quotes_newlines_and_spaces() {
    let text = "judge,entry,score\n\" jo, \"\"x\"\"\r\n\ny\", \"a\" ,5\nkim,5\" disc,6\n";
    let (rows, _, told) = read(text);
    assert_eq!(told, "");
    assert_eq!(
        rows,
        [
            row(2, [" jo, \"x\"\r\n\ny", "a", "5", ""]),
            row(5, ["kim", "5\" disc", "6", ""]),
        ]
    );
}

#[test]
fn semicolons_and_tabs_are_detected_and_said() {
    let (rows, notes, _) = read("judge;entry;score;comment\njo;a;3,5;good, very\n");
    assert_eq!(rows, [row(2, ["jo", "a", "3,5", ""])]);
    assert_eq!(
        notes,
        [
            "the fields are separated by semicolons, so a comma in a number is read as a decimal comma",
            "the column comment is not used",
        ]
    );
    assert_eq!(
        read("judge\tentry\tscore\tcriterion\njo\ta b\t3\tc\n").0,
        [row(2, ["jo", "a b", "3", "c"])]
    );
    assert_eq!(
        read("sep=;\r\njudge;entry;score\r\njo;a;3\r\n").0,
        [row(3, ["jo", "a", "3", ""])]
    );
}

#[test]
fn each_fault_is_told_with_its_line_and_the_rest_is_read() {
    let (rows, _, told) =
        read("judge,entry,score\njo,a\njo,b,3,5\n\njo,\"c\"d,4\njo,d,5\n\"jo,e,5\n");
    assert_eq!(rows, [row(6, ["jo", "d", "5", ""])]);
    assert_eq!(
        told,
        "f:2: there are 2 fields where the first line names 3\n\
         f:3: there are 4 fields where the first line names 3 (a comma within a field needs quotes around it; a number \
         has a point, not a comma)\n\
         f:5: there is text after a closing quote; a quote within quotes is written twice\n\
         f:7: a quote is opened here and never closed\n\
         4 faults; no more.\n"
    );
}

#[test]
fn what_is_no_such_file_is_said_once() {
    let one = |text: &[u8]| read(text).2;
    let columns = "the first line must name the columns judge, entry, score, and if need be criterion; it says ";
    for (text, told) in [
        (&b""[..], "f: the file is empty; its first line should name the columns judge, entry, score, and if need be criterion".to_owned()),
        (b"jo,a,5\nkim,a,6\n", format!("f:1: {columns}“jo, a, 5”, without judge, entry, score")),
        (b"judge,entry\n", format!("f:1: {columns}“judge, entry”, without score")),
        (b"judge,entry,score,Entry\n", "f:1: two columns are called “entry”".to_owned()),
        (b"\xff\xfej\0", "f: the file is in UTF-16; save it as “CSV UTF-8”".to_owned()),
        (b"judge,entry,score\nJ\xf6rg,a,5\n", "f:2: “J\u{fffd}rg,a,5” is not in UTF-8; save the file as “CSV UTF-8”".to_owned()),
    ] {
        assert_eq!(one(text), format!("{told}\n1 fault; no more.\n"));
    }
}

#[test]
fn numbers_are_exact_or_told_why_not() {
    let mut faults = Faults::default();
    let file = faults.file("f");
    let text = "judge;entry;score\n1,25;\"1.000,5\";1e999\n0x1;-2;\n";
    let sheet = Sheet::read(text.as_bytes(), file, LAYOUT, &mut faults).expect("a sheet");
    let mut number = |record, column| sheet.number(record, column, "score", &mut faults);
    assert_eq!(number(0, 0), Ratio::new(5, 4));
    for (record, column) in [(0, 1), (0, 2), (1, 0), (1, 2)] {
        assert_eq!(number(record, column), None);
    }
    assert_eq!(sheet.whole(1, 1, "load", 9, &mut faults), None);
    let mut told = Vec::new();
    faults.tell(&mut told, "no more").expect("memory takes it");
    assert_eq!(
        String::from_utf8_lossy(&told),
        "f:2: the score “1.000,5” is not a number\n\
         f:2: the score “1e999” has too many digits to be counted exactly\n\
         f:3: the load “-2” is not a whole number from 0 to 9\n\
         f:3: the score is missing\n\
         f:3: the score “0x1” is not a number\n\
         5 faults; no more.\n"
    );
}

proptest! {
    #[test]
    fn whatever_is_written_in_quotes_is_read_again(ids in proptest::collection::vec("[ -~\n\r\té\"]{1,12}", 1..20)) {
        let rows: Vec<String> = (ids.iter())
            .map(|id| format!("\"{}\",j,1\n", id.replace('"', "\"\"")))
            .collect();
        let text = format!("entry,judge,score\n{}", rows.concat());
        let (rows, _, told) = read(text);
        prop_assert_eq!(told, "");
        prop_assert_eq!(rows.into_iter().map(|row| row.1[1].clone()).collect::<Vec<_>>(), ids);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read(bytes);
    }

    #[test]
    fn no_text_of_separators_and_quotes_does(text in "(judge[,;\t]entry[,;\t]score\r?\n)?([a1.,;\t\"\r\n]| |é){0,80}") {
        read(text);
    }
}
