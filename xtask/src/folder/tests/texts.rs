use super::*;
use crate::folder::derive;
use sightlines_engine::model::{ArticleId, Edition, Text};

const GENERATED: [&str; 4] = ["terms.csv", "anchors.csv", "variants.csv", "repairs.csv"];

fn loaded(copy: &Copy) -> Loaded {
    copy.load_with_texts().unwrap_or_else(|faults| panic!("{}", in_words(&faults).join("\n")))
}

fn derived(copy: &Copy) -> Vec<PathBuf> {
    derive(copy.dir(), &copy.captures()).unwrap_or_else(|faults| panic!("{}", in_words(&faults).join("\n")))
}

fn rename(copy: &Copy, from: &str, to: &str) {
    fs::rename(copy.captures().join(from), copy.captures().join(to)).unwrap();
}

#[test]
fn texts_are_known_by_what_they_hold_whatever_their_files_are_called() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    // Each under the name of another, the two witnesses of one article among them.
    for (from, to) in [
        ("lee-a.txt", "held"),
        ("lee-b.txt", "lee-a.txt"),
        ("brandt.txt", "lee-b.txt"),
        ("leaflet.txt", "brandt.txt"),
        ("held", "leaflet.txt"),
    ] {
        rename(&copy, from, to);
    }
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(corpus, expected);
}

#[test]
fn without_anchors_a_text_is_known_by_title_and_author_and_a_further_copy_by_its_likeness() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    GENERATED.iter().for_each(|file| copy.remove(file));
    copy.edit("captures/lee-b.txt", "Let the pilots run it\nBy Dana Lee\n", "");
    rename(&copy, "brandt.txt", "x.txt");
    rename(&copy, "leaflet.txt", "y");
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(corpus.edition(), Edition::Full);
    let texts = |corpus: &sightlines_engine::model::Corpus| -> Vec<Option<Text>> {
        corpus.articles.iter().flat_map(|article| article.paragraphs.iter().map(|p| p.text.clone())).collect()
    };
    assert_eq!(texts(&corpus), texts(&expected));
    assert_eq!(corpus.articles[2].variants, expected.articles[2].variants);
}

#[test]
fn a_text_that_cannot_be_used_is_a_warning_and_stops_nothing() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    copy.write("captures/a-empty.txt", "\n \n");
    copy.write("captures/b-binary.pdf", b"%PDF\0\x01\x02".as_slice());
    copy.write("captures/c-latin.txt", b"Caf\xe9\n".as_slice());
    copy.write(
        "captures/d-other.txt",
        "The weather\n\nRain is expected over the hills on Sunday. Snow may follow in the north by the evening.\n",
    );
    copy.write("captures/.hidden", b"\0".as_slice());
    std::fs::create_dir(copy.captures().join("folder")).unwrap();
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert_eq!(corpus, expected);
    let expected = [
        ("a-empty.txt", "empty"),
        ("b-binary.pdf", "no plain text"),
        ("c-latin.txt", "not in UTF-8"),
        ("d-other.txt", "matches no article"),
    ];
    assert_eq!(warnings.len(), expected.len(), "{warnings:?}");
    for (warning, (file, says)) in warnings.iter().zip(expected) {
        assert!(warning.starts_with(file) && warning.contains(says) && warning.contains(';'), "{warning}");
    }

    let Loaded { corpus, warnings, .. } = load(copy.dir(), Some(&copy.dir().join("nowhere"))).unwrap();
    assert_eq!(corpus.edition(), Edition::Digest);
    assert!(matches!(warnings.as_slice(), [only] if only.contains("nowhere")), "{warnings:?}");
}

#[test]
fn an_article_whose_text_is_not_supplied_stays_in_the_digest_edition() {
    let copy = Copy::new();
    copy.remove("captures/brandt.txt");
    let Loaded { corpus, .. } = loaded(&copy);
    assert_eq!(corpus.edition(), Edition::Mixed);
    assert!(!corpus.article(&ArticleId::from("brandt-2031")).unwrap().is_full());

    // One witness of two gives the text, and no drift is seen in what takes both.
    copy.remove("captures/lee-a.txt");
    let Loaded { corpus, .. } = loaded(&copy);
    let lee = corpus.article(&ArticleId::from("lee-2031")).unwrap();
    assert!(lee.is_full() && lee.variants.is_empty());
    let faults = derive(copy.dir(), &copy.captures()).unwrap_err();
    assert_told(&faults, "articles/lee-2031.md", 1, &["lee-a.txt", "is not among the texts"], "derive");
}

#[test]
fn a_part_of_a_text_is_said_to_be_one_and_leaves_the_article_in_the_digest_edition() {
    for (file, kept, says) in [
        (
            "brandt.txt",
            "to imagine.",
            "brandt.txt: only 6 of the 12 sentences of `brandt-2031` are here; supply the whole",
        ),
        (
            "brandt.txt",
            "run up on.",
            "brandt.txt: only 25 in 100 sentences of `brandt-2031` are here; supply the whole",
        ),
    ] {
        let copy = Copy::new();
        let text = copy.read(&format!("captures/{file}"));
        let end = text.find(kept).unwrap() + kept.len();
        copy.write(&format!("captures/{file}"), &text[..end]);
        let Loaded { corpus, warnings, .. } = loaded(&copy);
        assert_eq!(corpus.edition(), Edition::Mixed);
        assert!(matches!(warnings.as_slice(), [only] if only.contains(says)), "{warnings:?}");
    }
}

#[test]
fn a_further_copy_of_an_article_is_said_and_left_aside() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    copy.write("captures/z.txt", copy.read("captures/brandt.txt"));
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert_eq!(corpus, expected);
    assert!(
        matches!(warnings.as_slice(), [only] if only.contains("z.txt: a further capture of `brandt-2031`")),
        "{warnings:?}"
    );
}

#[test]
fn what_derive_writes_does_not_drift_and_is_written_once() {
    let copy = Copy::new();
    let committed: Vec<String> = GENERATED.iter().map(|file| copy.read(file)).collect();
    assert_eq!(derived(&copy), Vec::<PathBuf>::new(), "the committed files are what derive writes");
    GENERATED.iter().for_each(|file| copy.remove(file));
    let written: Vec<PathBuf> = GENERATED.iter().map(|file| copy.dir().join(file)).collect();
    assert_eq!(derived(&copy), written);
    for (file, expected) in GENERATED.iter().zip(committed) {
        let text = copy.read(file);
        assert_eq!(text, expected, "{file}");
        assert!(!text.contains('\r') && !text.starts_with('\u{feff}') && text.ends_with('\n'));
    }
    loaded(&copy);
}

#[test]
fn derive_keeps_the_rows_of_articles_whose_texts_are_not_at_hand() {
    let copy = Copy::new();
    let committed: Vec<String> = GENERATED.iter().map(|file| copy.read(file)).collect();
    copy.remove("captures/leaflet.txt");
    copy.remove("captures/lee-a.txt");
    copy.remove("captures/lee-b.txt");
    copy.write("terms.csv", copy.read("terms.csv").replace("brandt-2031,1,debt,2\n", "brandt-2031,1,dept,2\n"));
    assert_eq!(derived(&copy), [copy.dir().join("terms.csv")]);
    for (file, expected) in GENERATED.iter().zip(committed) {
        assert_eq!(copy.read(file), expected, "{file}");
    }
}

#[test]
fn derive_says_what_keeps_it_from_writing() {
    let copy = Copy::new();
    fs::remove_dir_all(copy.captures()).unwrap();
    let faults = derive(copy.dir(), &copy.captures()).unwrap_err();
    assert!(faults[0].what.contains("no text here matches") && faults[0].remedy.contains("plain text"), "{faults:?}");

    // A row that would have to be kept and cannot be read.
    let copy = Copy::new();
    copy.remove("captures/leaflet.txt");
    copy.edit("terms.csv", "leaflet-2031,1,", "leaflet-2031,x,");
    let line = copy.line_of("terms.csv", "leaflet-2031,x,");
    let faults = derive(copy.dir(), &copy.captures()).unwrap_err();
    assert_told(&faults, "terms.csv", line, &["`p` is “x”"], "a broken row of another article");

    // With all the texts the files are made anew, whatever stands in them.
    let copy = Copy::new();
    copy.write("terms.csv", "nonsense");
    assert_eq!(derived(&copy), [copy.dir().join("terms.csv")]);
    loaded(&copy);
}

#[test]
fn drift_is_told_once_a_file_with_its_first_line_and_the_command() {
    for (file, from, to, says) in [
        ("terms.csv", "brandt-2031,1,debt,2\n", "brandt-2031,1,debt,3\nbrandt-2031,1,dept,2\n", "brandt-2031,1,debt,2"),
        ("anchors.csv", "brandt-2031,4,3,", "brandt-2031,4,3,1", "brandt-2031,4,3,"),
        ("variants.csv", "Peir", "Piér", "Peir"),
        (
            "repairs.csv",
            "lee-2031,lee-a.txt,",
            "lee-2031,lee-a.txt,,teacup broken,1\nlee-2031,lee-a.txt,",
            "lee-2031,lee-a.txt",
        ),
    ] {
        let copy = Copy::new();
        copy.edit(file, from, to);
        let line = copy.line_of(file, to);
        let faults = copy.load_with_texts().unwrap_err();
        assert_told(&faults, file, line, &[says, "cargo xtask derive"], file);
        assert_eq!(faults.len(), 1, "{:?}", in_words(&faults));
    }
}

#[test]
fn an_anchor_whose_sentence_the_text_has_lost_is_told() {
    let copy = Copy::new();
    let row = "brandt-2031,4,3,";
    let anchors = copy.read("anchors.csv");
    let line = anchors.lines().find(|line| line.starts_with(row)).unwrap();
    let sketch: Vec<String> = (1..9).map(|nth| format!("0000000{nth}")).collect();
    copy.edit("anchors.csv", line, &format!("{row}9,,{}", sketch.join(" ")));
    let faults = copy.load_with_texts().unwrap_err();
    let says = ["¶4.3 of `brandt-2031` is lost", "supply the whole text"];
    assert_told(&faults, "anchors.csv", copy.line_of("anchors.csv", row), &says, "a lost sentence");
}

#[test]
fn a_digest_with_other_paragraphs_than_the_text_is_told() {
    for (from, to, at, says) in [
        (
            "\n[4] He proposes three years, dredging included, and later review.\n",
            "",
            "[3]",
            "the digest has 3 blocks (1 to 3), the text 4 paragraphs (1 to 4)",
        ),
        (
            "later review.\n",
            "later review.\n\n[5] Nobody agrees.\n",
            "[5]",
            "the digest has 5 blocks (1 to 5), the text 4 paragraphs (1 to 4)",
        ),
    ] {
        let copy = Copy::new();
        let file = "articles/brandt-2031.md";
        copy.edit(file, from, to);
        let faults = copy.load_with_texts().unwrap_err();
        assert_told(&faults, file, copy.line_of(file, at), &[says, "one block for each paragraph"], to);
    }
}

#[test]
fn a_digest_is_at_most_a_third_as_long_as_its_paragraph() {
    let copy = Copy::new();
    let file = "articles/brandt-2031.md";
    let long = "[2] The mayor insists on payment, from pilots no less, and says so to everyone who asks her about it, then and now.";
    copy.edit(file, "[2] The mayor insists on payment, from pilots no less.", long);
    let says = ["the digest of ¶2 has 22 words, its paragraph 38", "shorten it to 12"];
    assert_told(&copy.load_with_texts().unwrap_err(), file, copy.line_of(file, "[2]"), &says, "a long digest");
    // Without the text it is only said.
    let warnings = copy.load().unwrap().warnings;
    assert!(matches!(warnings.as_slice(), [only] if only.contains(says[0])), "{warnings:?}");
}

#[test]
fn our_own_words_may_not_repeat_nine_words_of_a_text() {
    let nine = "the town look again when the BREAKWATER is paid";
    let eight = "town look again when the breakwater is paid";
    let says = ["repeats 9 consecutive words of ¶4 of `brandt-2031`, from “the town look again …”", "words of our own"];
    for (file, from, what) in [
        ("positions.csv", "Every signatory has to pay.", "the summary of `br-02`"),
        ("articles/leaflet-2031.md", "Pilots promise repairs, the line scoffs, others wait.", "the digest of ¶2"),
        ("contrasts.csv", "\"One insists on payment, the others ask for remission.\"", "the summary of `rent`"),
        (
            "notes.csv",
            "\"The dredger was hired for a quarter of the winter by the council's own books: the article's slip, left as it is.\"",
            "the note",
        ),
    ] {
        let copy = Copy::new();
        copy.edit(file, from, &format!("So {nine}"));
        let line = copy.line_of(file, &format!("So {nine}"));
        let start = if file.ends_with(".md") { line } else { copy.line_of(file, nine) };
        let faults = copy.load_with_texts().unwrap_err();
        assert_told(&faults, file, start, &[what, says[0], says[1]], file);

        let copy = Copy::new();
        copy.edit(file, from, &format!("So {eight}"));
        let told = copy.load_with_texts().err().unwrap_or_default();
        assert!(told.iter().all(|fault| !fault.what.contains("consecutive")), "{:?}", in_words(&told));
    }
}

#[test]
fn a_title_may_be_repeated() {
    let copy = Copy::new();
    let title = "Let the town look again when the breakwater is paid for";
    copy.edit("articles/lee-2031.md", "Let the pilots run it", title);
    copy.edit("positions.csv", "Every signatory has to pay.", &format!("Against “{title}”."));
    GENERATED.iter().for_each(|file| copy.remove(file));
    copy.remove("captures/lee-a.txt");
    copy.remove("captures/lee-b.txt");
    loaded(&copy);
}
