use super::{Broken, Copy, assert_told, broken, each_gives_its_fault_alone, each_gives_its_fault_among_others};

const LEE: &str = "articles/lee-2031.md";
const LEAFLET: &str = "articles/leaflet-2031.md";

const FAULTS: &[Broken] = &[
    broken(
        LEE,
        "id = \"lee-2031\"",
        "id = \"lee-2031\"\ntitel = \"x\"",
        "titel",
        &["`titel` is no key", "write `title`"],
    ),
    broken(
        LEE,
        "title = { value = \"Let the pilots run it\", basis = \"stated\" }",
        "title = \"Let the pilots run it\"",
        "title",
        &["`title` is a text", "{ value = \"…\", basis = \"stated\" }"],
    ),
    broken(
        LEE,
        "basis = \"stated\" }\nauthors",
        "basis = \"state\" }\nauthors",
        "title",
        &["`title.basis` is `state`", "write `stated`"],
    ),
    broken(LEE, ", basis = \"stated\" }\nauthors", " }\nauthors", "title", &["`title.basis` is missing"]),
    broken(
        LEE,
        "authors = { value = [\"lee\"], basis = \"stated\" }",
        "authors = { value = [\"le\"], basis = \"stated\" }",
        "authors",
        &["no author has the id `le`", "write `lee`"],
    ),
    broken(LEE, "value = [\"lee\"]", "value = [\"lee\", \"lee\"]", "authors", &["author `lee` stands twice"]),
    broken(
        LEE,
        "value = [\"lee\"]",
        "value = [\"unnamed\"]",
        "authors",
        &["`unnamed` is no author", "leave the list empty"],
    ),
    broken(
        LEE,
        "value = \"evening-post\"",
        "value = \"evening-pots\"",
        "outlet",
        &["no outlet has the id `evening-pots`", "write `evening-post`"],
    ),
    broken(
        LEE,
        "value = \"2031-04-02/2031-04-05\"",
        "value = \"2. April 2031\"",
        "date",
        &["“2. April 2031”", "2019-05/2019-06"],
    ),
    broken(
        LEE,
        "date = { value = \"2031-04-02/2031-04-05\", basis = \"inferred\", note = \"after the vote of the 1st\" }\n",
        "",
        "+++",
        &["`date` is missing"],
    ),
    broken(
        LEE,
        ", source = \"the paper's archive, 2 May 2031\"",
        "",
        "genre",
        &["`genre.source` is missing", "where it was looked up"],
    ),
    broken(LEE, "language = \"en\"\n", "", "+++", &["`language` is missing"]),
    broken(
        LEE,
        "notice = ",
        "author_actor = \"lee\"\nnotice = ",
        "author_actor",
        &["`author_actor` stands beside named authors"],
    ),
    broken(LEE, "\"lee-b.txt\"]", "\"lee-b.txt\", \"lee-b.txt\"]", "witnesses", &["witness `lee-b.txt` stands twice"]),
    broken(LEE, "## The vote", "### The vote", "### The vote", &["heading is of another form", "write ##"]),
    broken(LEE, "allows.\n", "allows.\n\n## The end\n", "## The end", &["no block follows the heading “The end”"]),
    broken(
        LEE,
        "[4] Lee wants users in charge, from July if the June vote allows.",
        "[4]",
        "[4]",
        &["the block [4] is empty"],
    ),
    broken(
        LEE,
        "allows.\n",
        "allows.\n\n[5] And more.\n",
        "[5]",
        &["the digest has 6 blocks (0 to 5), anchors.csv 5 paragraphs (0 to 4)"],
    ),
    broken(
        LEAFLET,
        "basis = \"editor\" }\ngenre",
        "basis = \"editor\", sauce = \"x\" }\ngenre",
        "date",
        &["`date.sauce` is no key", "write `source`"],
    ),
];

const FAULTS_WITH_CONSEQUENCES: &[Broken] = &[
    broken(LEE, "[3] Size", "[2] Size", "[2] Size", &["block [2] stands twice, first in line 24"]),
    broken(LEE, "[1] The line keeps", "[¶] The line keeps", "[¶] The line", &["this line belongs to no block"]),
    broken(
        LEAFLET,
        "author_actor = \"author_leaflet\"",
        "author_actor = \"author_leaflets\"",
        "author_actor",
        &["no actor has the id `author_leaflets`"],
    ),
];

#[test]
fn each_fault_of_a_record_is_told_with_its_line() {
    each_gives_its_fault_alone(FAULTS);
    each_gives_its_fault_among_others(FAULTS_WITH_CONSEQUENCES);
}

#[test]
fn a_record_without_its_fences_or_under_another_name_is_told() {
    let copy = Copy::new();
    copy.write(LEE, copy.read(LEE).replace("+++", "---"));
    let faults = copy.load().unwrap_err();
    assert_told(&faults, LEE, 1, &["does not stand between two lines of +++", "write +++"], "fences");
    // Its article is not called unknown wherever it is named: it is there, and only cannot be read.
    assert_eq!(faults.len(), 1, "{faults:?}");

    let copy = Copy::new();
    copy.edit(LEE, "title = {", "title = ");
    let faults = copy.load().unwrap_err();
    assert_told(&faults, LEE, 3, &["this is no TOML"], "a slip in TOML");
    assert!(faults.iter().all(|fault| fault.file == LEE), "{faults:?}");

    let copy = Copy::new();
    copy.edit(LEE, "id = \"lee-2031\"", "id = \"lee-2032\"");
    let faults = copy.load().unwrap_err();
    assert_told(&faults, LEE, 2, &["`lee-2032` is not the file's name", "call the file lee-2032.md"], "another name");

    let copy = Copy::new();
    copy.write("articles/twin.md", copy.read(LEE));
    let faults = copy.load().unwrap_err();
    assert_told(&faults, "articles/twin.md", 1, &["`lee-2031` stands twice", LEE], "a twin");
}

#[test]
fn a_corpus_without_records_is_told() {
    let copy = Copy::new();
    std::fs::remove_dir_all(copy.dir().join("articles")).unwrap();
    assert_told(&copy.load().unwrap_err(), "articles", 1, &["no such folder", "<id>.md"], "no folder");
    std::fs::create_dir(copy.dir().join("articles")).unwrap();
    assert_told(&copy.load().unwrap_err(), "articles", 1, &["there is no record", "<id>.md"], "no record");
}
