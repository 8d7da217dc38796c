use super::{Broken, Copy, assert_told, broken, each_gives_its_fault_alone, in_words};

const POSITIONS: &str = "positions.csv";

const FAULTS: &[Broken] = &[
    broken(POSITIONS, "hb-02", "HB 02", "HB 02", &["`HB 02` has characters other than", "`hb-02`"]),
    broken(POSITIONS, "hb-02", "", ",lee-2031,pilots", &["`id` is empty"]),
    broken(POSITIONS, "hb-02", "hb-01", "hb-01,lee-2031,pilots", &["position `hb-01` stands twice, first in line 2"]),
    broken(
        POSITIONS,
        "hb-02,lee-2031",
        "hb-02,lee-2013",
        "hb-02",
        &["no article has the id `lee-2013`", "write `lee-2031`"],
    ),
    broken(
        POSITIONS,
        "lee-2031,mayor",
        "lee-2031,major",
        "hb-03",
        &["no actor has the id `major`", "write `mayor`", "codebook.toml"],
    ),
    broken(
        POSITIONS,
        "mayor,back_rent",
        "mayor,backrent",
        "hb-03",
        &["no issue has the id `backrent`", "write `back_rent`"],
    ),
    broken(
        POSITIONS,
        "forgiven,opposes",
        "forgive,opposes",
        "hb-03",
        &["`forgive` is no answer of the issue `back_rent`", "write `forgiven`"],
    ),
    broken(
        POSITIONS,
        "forgiven,opposes",
        "pilots,opposes",
        "hb-03",
        &["`pilots` is no answer of the issue `back_rent`", "an answer of `who_runs`"],
    ),
    broken(
        POSITIONS,
        "forgiven,opposes",
        ",opposes",
        "hb-03",
        &["`answer` is empty and there is no note", "say in the note"],
    ),
    broken(
        POSITIONS,
        "forgiven,opposes",
        "forgiven,oposes",
        "hb-03",
        &["no stance has the id `oposes`", "write `opposes`"],
    ),
    broken(
        POSITIONS,
        "view.\",inferred",
        "view.\",infered",
        "hb-03",
        &["no voice has the id `infered`", "write `inferred`"],
    ),
    broken(POSITIONS, "Every signatory has to pay.", "", "br-02", &["`summary` is empty"]),
    broken(
        POSITIONS,
        "relayed,author_leaflet",
        "relayed,",
        "le-01",
        &["`relayed`, and `via` is empty", "name in `via`"],
    ),
    broken(
        POSITIONS,
        "reported,,2031-04,3.1",
        "reported,lee,2031-04,3.1",
        "br-03",
        &["`via` names `lee`, and the voice is `reported`", "`relayed`"],
    ),
    broken(
        POSITIONS,
        "relayed,author_leaflet",
        "relayed,author_leafllet",
        "le-01",
        &["no actor has the id `author_leafllet`"],
    ),
    broken(
        POSITIONS,
        "lee-2031,lee,",
        "lee-2031,brandt,",
        "hb-01",
        &["the voice is `author`, and `brandt` is no author of `lee-2031`", "write the actor `lee`"],
    ),
    broken(
        POSITIONS,
        "leaflet-2031,author_leaflet,",
        "leaflet-2031,fishers,",
        "le-03",
        &["`fishers` is no author", "`author_leaflet`"],
    ),
    broken(POSITIONS, "quoted,,2031-03,", "quoted,,Mrz 2031,", "hb-04", &["“Mrz 2031” is no date", "2019-05/2019-06"]),
    broken(
        POSITIONS,
        "quoted,,2031-03,",
        "quoted,,Mar-31,",
        "hb-04",
        &["spreadsheet program seems to have rewritten the date “Mar-31”", "as text"],
    ),
    broken(POSITIONS, "quoted,,2031-03,", "quoted,,2031-13,", "hb-04", &["“2031-13” is no date"]),
    broken(
        POSITIONS,
        "2.3,medium",
        "2.3,middling",
        "hb-03",
        &["the confidence is “middling”", "`high`, `medium`, `low`"],
    ),
    broken(POSITIONS, "2.3,medium", "2.3,", "hb-03", &["`confidence` is empty"]),
    broken(POSITIONS, "2.3,medium", ",medium", "hb-03", &["`evidence` is empty"]),
    broken(
        POSITIONS,
        "2.3,medium",
        "9.1,medium",
        "hb-03",
        &["¶9 lies outside the article `lee-2031`", "5 paragraphs (0 to 4)"],
    ),
    broken(
        POSITIONS,
        "2.3,medium",
        "2.4,medium",
        "hb-03",
        &["¶2.4 lies outside the article `lee-2031`: ¶2 has 3 sentences", "¶2.1 to ¶2.3"],
    ),
    broken(POSITIONS, "2.3,medium", "2.0,medium", "hb-03", &["“2.0” is no place", "¶7.3"]),
    broken(POSITIONS, "2.3,medium", "para 2,medium", "hb-03", &["“para 2” is no place", "¶7.3"]),
    broken(POSITIONS, "2.3,medium", "3. Feb,medium", "hb-03", &["made a date of the evidence: “3. Feb”", "¶3.2"]),
    broken(POSITIONS, "2.3,medium", "03.02.2019,medium", "hb-03", &["made a date of the evidence", "column as text"]),
    broken(POSITIONS, "2.3,medium", "02-Mar,medium", "hb-03", &["made a date of the evidence: “02-Mar”"]),
    broken(
        POSITIONS,
        "2.3,medium",
        "\"2,3\",medium",
        "hb-03",
        &["made a decimal number of the evidence: “2,3”", "¶3.2"],
    ),
    broken(POSITIONS, "2.1; 2.2", "2.1; 12.2", "hb-02", &["¶12 lies outside"]),
    broken(
        POSITIONS,
        "br-04,brandt-2031,pilots,back_rent,forgiven,demands,Ask",
        "br-04,brandt-2031,pilots,back_rent,forgiven,demands,x,reported,,2031-04,¶1.3,low,\nbr-05,brandt-2031,pilots,back_rent,forgiven,demands,Ask",
        "br-05",
        &["`br-05` has the article, actor, issue, answer, stance and evidence of line 10"],
    ),
    broken(POSITIONS, "as_of,", "asof,", "id,", &["no column is called `asof`", "write `as_of`"]),
    broken(
        POSITIONS,
        "view.\",inferred",
        "view.,inferred",
        "hb-03",
        &["quotation mark is opened in this row and not closed"],
    ),
    broken(
        POSITIONS,
        "Every signatory has to pay.",
        "Every signatory, it seems, has to pay.",
        "br-02",
        &["the row has 14 cells, the header 13", "quotation marks"],
    ),
    broken("events.csv", "vote-june", "vote-2031", "vote-2031,2031-06", &["event `vote-2031` stands twice"]),
    broken("events.csv", "2031-06", "Jun-31", "vote-june", &["rewritten the date “Jun-31”"]),
    broken("events.csv", "inferred", "guessed", "vote-june", &["the basis is “guessed”", "`stated`, `inferred`"]),
    broken("events.csv", "lee-2031 ¶1.1", "", "vote-2031", &["`evidence` is empty"]),
    broken("events.csv", "lee-2031 ¶1.1", "¶1.1", "vote-2031", &["“¶1.1” names no article", "some-article ¶2.1"]),
    broken("events.csv", "lee-2031 ¶1.1", "lee-3031 ¶1.1", "vote-2031", &["no article has the id `lee-3031`"]),
    broken("events.csv", "lee-2031 ¶1.1", "lee-2031 01.01.2031", "vote-2031", &["made a date of the evidence"]),
    broken("events.csv", "lee-2031 ¶1.1", "lee-2031 ¶1.8", "vote-2031", &["¶1.8 lies outside"]),
    broken("figures.csv", "2.5", "\"2,5\"", "back-rent", &["the value “2,5” is no number", "decimal number", "2.5"]),
    broken("figures.csv", "Back rent owed by the line", "", "back-rent", &["`label` is empty"]),
    broken("figures.csv", "empty-berths", "back-rent", "back-rent,17", &["figure `back-rent` stands twice"]),
    broken("contrasts.csv", "rent,back_rent", "rent,back_rents", "rent,", &["no issue has the id `back_rents`"]),
    broken("contrasts.csv", "differ", "differs", "rent,", &["the kind is “differs”", "write `differ`"]),
    broken("contrasts.csv", "mayor,pilots", "mayor,pilot", "rent,", &["no actor has the id `pilot`", "write `pilots`"]),
    broken("contrasts.csv", "brandt-2031 ¶2.2", "brandt-2031 ¶7", "rent,", &["¶7 lies outside"]),
    broken("notes.csv", "lee-2031,3", "lee-2031,3.0", "lee-2031,3.0", &["put decimals into `p`: “3.0”", "write 3"]),
    broken("notes.csv", "lee-2031,3", "lee-2031,8", "lee-2031,8", &["¶8 lies outside"]),
    broken("notes.csv", "lee-2031,3", "lee,3", "lee,3", &["no article has the id `lee`"]),
];

#[test]
fn each_fault_of_the_tables_is_told_with_its_line() {
    each_gives_its_fault_alone(FAULTS);
}

#[test]
fn an_id_that_was_withdrawn_is_never_given_again() {
    let copy = Copy::new();
    copy.write("withdrawn.csv", "id,version,why,instead\nhb-77,1.1.0,It was told twice.,hb-01\n");
    let loaded = copy.load().unwrap();
    assert_eq!(loaded.withdrawn.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["hb-77"]);
    copy.write("withdrawn.csv", "id,version,why,instead\nhb-02,1.1.0,,hb-98\n");
    let faults = copy.load().unwrap_err();
    assert_eq!(faults.len(), 3);
    assert_told(
        &faults,
        POSITIONS,
        copy.line_of(POSITIONS, "hb-02"),
        &["withdrawn and stands here again", "never was"],
        "again",
    );
    assert_told(&faults, "withdrawn.csv", 2, &["`why` is empty"], "why");
    assert_told(&faults, "withdrawn.csv", 2, &["no position has the id `hb-98`"], "instead");
}

#[test]
fn all_faults_are_told_at_once_by_file_and_line() {
    let copy = Copy::new();
    copy.edit(POSITIONS, "lee-2031,mayor", "lee-2031,major");
    copy.edit(POSITIONS, "2.3,medium", "9.1,middling");
    copy.edit("notes.csv", "lee-2031,3", "lee-2031,8");
    copy.edit("articles/lee-2031.md", "\"evening-post\"", "\"morning-post\"");
    copy.edit("corpus.toml", "language = \"en\"\n", "");
    let told: Vec<String> =
        copy.load().unwrap_err().iter().map(|fault| format!("{}:{}", fault.file, fault.line)).collect();
    let expected = [
        "articles/lee-2031.md:5",
        "corpus.toml:1",
        "notes.csv:2",
        "positions.csv:4",
        "positions.csv:4",
        "positions.csv:4",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_file_that_is_not_utf_8_is_told_with_the_line_of_the_first_bad_byte() {
    for file in ["positions.csv", "corpus.toml", "articles/lee-2031.md"] {
        let copy = Copy::new();
        let mut bytes = copy.read(file).into_bytes();
        let third_line = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').nth(1).unwrap().0 + 1;
        bytes.insert(third_line, 0xe9);
        copy.write(file, &bytes);
        assert_told(&copy.load().unwrap_err(), file, 3, &["not in UTF-8", "save the file as UTF-8"], file);
    }
}

#[test]
fn a_line_number_is_that_of_the_record_though_cells_before_it_hold_line_breaks() {
    let copy = Copy::new();
    copy.edit(POSITIONS, "Wants the quay given to its users.", "\"Wants the quay\ngiven\r\nto its users.\"");
    copy.edit(POSITIONS, "forgiven,opposes", "forgiven,oposes");
    let faults = copy.load().unwrap_err();
    assert_eq!(faults[0].line, 6, "{:?}", in_words(&faults));
}
