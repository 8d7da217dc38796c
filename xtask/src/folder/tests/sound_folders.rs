use super::*;
use proptest::prelude::*;
use sightlines_engine::model::{ArticleId, Basis, ContrastKind, Corpus, Edition, Evidence, Locator};

const CSV: [&str; 9] = [
    "positions.csv",
    "terms.csv",
    "anchors.csv",
    "variants.csv",
    "repairs.csv",
    "events.csv",
    "figures.csv",
    "contrasts.csv",
    "notes.csv",
];

const FILES: [&str; 14] = [
    "corpus.toml",
    "codebook.toml",
    "articles/lee-2031.md",
    "articles/brandt-2031.md",
    "articles/leaflet-2031.md",
    "positions.csv",
    "terms.csv",
    "anchors.csv",
    "variants.csv",
    "repairs.csv",
    "events.csv",
    "figures.csv",
    "contrasts.csv",
    "notes.csv",
];

fn loaded(copy: &Copy) -> Loaded {
    copy.load().unwrap_or_else(|faults| panic!("{}", in_words(&faults).join("\n")))
}

#[test]
fn the_digest_edition_holds_what_the_folder_tells() {
    let Loaded { corpus, warnings, .. } = loaded(&Copy::new());
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(corpus.edition(), Edition::Digest);
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["brandt-2031", "leaflet-2031", "lee-2031"]);
    let lee = corpus.article(&ArticleId::from("lee-2031")).unwrap();
    let numbers: Vec<u32> = lee.paragraphs.iter().map(|paragraph| paragraph.n).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4]);
    let second = lee.paragraph(2).unwrap();
    assert_eq!(second.sentences, 3);
    assert_eq!(second.text, None);
    assert_eq!(
        second.digest.as_deref(),
        Some("The guild would run Pier One soon if the debt went; the mayor, Lee thinks, refuses.")
    );
    assert!(second.terms.contains(&("Pier One".to_string(), 1)), "{:?}", second.terms);
    let first = lee.paragraph(1).unwrap();
    assert!(first.terms.contains(&("17%".to_string(), 1)) && first.terms.contains(&("the".to_string(), 6)));
    let headings: Vec<(u32, &str, bool)> =
        lee.headings.iter().map(|h| (h.before, h.label.as_str(), h.source)).collect();
    assert_eq!(headings, [(1, "The vote", false), (2, "What the pilots want", false)]);
    let [variant] = lee.variants.as_slice() else { panic!("{:?}", lee.variants) };
    assert_eq!(variant.p, 2);
    let readings: Vec<(&str, &str)> =
        variant.readings.iter().map(|r| (r.witness.as_str(), r.reading.as_str())).collect();
    assert_eq!(readings, [("lee-a.txt", "Peir"), ("lee-b.txt", "Pier")]);
    assert!(lee.repairs.iter().any(|repair| repair.witness == "lee-a.txt"));
    let leaflet = corpus.article(&ArticleId::from("leaflet-2031")).unwrap();
    assert_eq!(leaflet.author_values(), ["unnamed"]);
    assert!(leaflet.paragraph(3).unwrap().terms.contains(&("17 процентов".to_string(), 1)));
    let position = &corpus.positions[1];
    assert_eq!(position.id.as_str(), "hb-02");
    assert_eq!(position.evidence, [Locator { p: 2, s: Some(1) }, Locator { p: 2, s: Some(2) }]);
    assert_eq!(corpus.positions.len(), 12);
}

#[test]
fn the_full_edition_holds_the_texts_instead_of_their_terms() {
    let copy = Copy::new();
    let Loaded { corpus, warnings, .. } =
        copy.load_with_texts().unwrap_or_else(|faults| panic!("{}", in_words(&faults).join("\n")));
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(corpus.edition(), Edition::Full);
    for (article, digest_article) in corpus.articles.iter().zip(&loaded(&copy).corpus.articles) {
        for (paragraph, in_digest) in article.paragraphs.iter().zip(&digest_article.paragraphs) {
            assert!(paragraph.text().is_some_and(|text| !text.is_empty()) && paragraph.terms.is_empty());
            assert_eq!(paragraph.sentences, in_digest.sentences, "{} ¶{}", article.id, paragraph.n);
            assert_eq!(paragraph.digest, in_digest.digest);
        }
        assert_eq!(article.variants, digest_article.variants, "{}", article.id);
        assert_eq!(article.repairs, digest_article.repairs, "{}", article.id);
    }
    let lee = corpus.article(&ArticleId::from("lee-2031")).unwrap();
    let text = lee.paragraph(2).unwrap().text().unwrap();
    assert!(text.starts_with("Our guild would take over Pier One within the year"), "{text}");
}

#[test]
fn events_figures_notes_and_contrasts_come_with_the_corpus() {
    let corpus = loaded(&Copy::new()).corpus;
    let place = |article: &str, p, s| Evidence { article: article.into(), at: Locator { p, s: Some(s) } };
    let [vote, next] = corpus.events.as_slice() else { panic!("{:?}", corpus.events) };
    assert_eq!(
        (vote.id.as_str(), vote.date.to_string().as_str(), vote.basis),
        ("vote-2031", "2031-04-01", Basis::Stated)
    );
    assert_eq!((vote.label.as_str(), vote.kind.as_str()), ("The council votes on the lease", "decision"));
    assert_eq!(vote.evidence, [place("lee-2031", 1, 1)]);
    assert_eq!(next.evidence, [place("lee-2031", 4, 3), place("leaflet-2031", 2, 3)]);
    let [rent, berths] = corpus.figures.as_slice() else { panic!("{:?}", corpus.figures) };
    assert_eq!(
        (rent.value, rent.unit.as_str(), rent.label.as_str()),
        (2.5, "million crowns", "Back rent owed by the line")
    );
    assert_eq!(rent.date.as_ref().map(ToString::to_string).as_deref(), Some("2031"));
    assert_eq!((berths.value, &berths.date), (17.0, &None));
    let [note] = corpus.notes.as_slice() else { panic!("{:?}", corpus.notes) };
    assert_eq!((note.article.as_str(), note.p), ("lee-2031", Some(3)));
    assert!(note.text.contains("the article's slip"));
    let [contrast] = corpus.contrasts.as_slice() else { panic!("{:?}", corpus.contrasts) };
    assert_eq!(
        (contrast.id.as_str(), contrast.issue.as_str(), contrast.kind),
        ("rent", "back_rent", ContrastKind::Differ)
    );
    assert_eq!((contrast.side_a.as_str(), contrast.side_b.as_str()), ("mayor", "pilots"));
    assert_eq!(contrast.evidence, [place("brandt-2031", 1, 3), place("brandt-2031", 2, 2)]);
    // The page reads them as they were written.
    let json = serde_json::to_string(&corpus).unwrap();
    assert_eq!(serde_json::from_str::<Corpus>(&json).unwrap(), corpus);
}

#[test]
fn a_corpus_without_events_figures_notes_and_contrasts_says_nothing_of_them() {
    let copy = Copy::new();
    ["events.csv", "figures.csv", "notes.csv", "contrasts.csv"].iter().for_each(|file| copy.remove(file));
    let json = serde_json::to_value(loaded(&copy).corpus).unwrap();
    for key in ["events", "figures", "notes", "contrasts"] {
        assert!(json.get(key).is_none(), "{key}");
    }
}

#[test]
fn the_hash_names_the_corpus_and_changes_with_it() {
    let copy = Copy::new();
    let first = loaded(&copy).corpus.hash;
    assert!(first.len() == 12 && first.bytes().all(|b| b.is_ascii_hexdigit()), "{first}");
    assert_eq!(loaded(&copy).corpus.hash, first);
    copy.edit("positions.csv", "Every signatory has to pay.", "Every signatory must pay.");
    assert_ne!(loaded(&copy).corpus.hash, first);
}

#[test]
fn a_table_saved_by_a_spreadsheet_program_reads_as_before() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    for file in CSV {
        let text = copy.read(file);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(vec![0xef, 0xbb, 0xbf]);
        reader.records().for_each(|record| writer.write_record(&record.unwrap()).unwrap());
        copy.write(file, writer.into_inner().unwrap());
    }
    for file in ["corpus.toml", "codebook.toml", "articles/lee-2031.md"] {
        copy.write(file, format!("\u{feff}{}", copy.read(file).replace('\n', "\r\n")));
    }
    assert_eq!(loaded(&copy).corpus, expected);
    assert!(copy.load_with_texts().is_ok());
}

#[test]
fn a_pilcrow_may_stand_before_every_place_and_before_none() {
    let copy = Copy::new();
    let expected = loaded(&copy).corpus;
    copy.edit("positions.csv", "2.1; 2.2", "¶2.1;¶ 2.2");
    copy.edit("positions.csv", "¶4.1", "4.1");
    copy.edit("events.csv", "lee-2031 ¶1.1", "lee-2031 1.1");
    copy.edit("notes.csv", "lee-2031,3", "lee-2031,¶3");
    copy.edit("terms.csv", "brandt-2031,1,", "brandt-2031,¶1,");
    copy.edit("articles/lee-2031.md", "[2]", "[¶2]");
    assert_eq!(loaded(&copy).corpus, expected);
}

#[test]
fn a_corpus_may_have_no_tables_and_no_digests() {
    let copy = Copy::new();
    CSV.iter().for_each(|file| copy.remove(file));
    let corpus = loaded(&copy).corpus;
    assert!(corpus.positions.is_empty());
    assert_eq!(corpus.articles[2].paragraphs.len(), 5);

    let copy = Copy::new();
    for article in ["brandt-2031", "leaflet-2031", "lee-2031"] {
        let file = format!("articles/{article}.md");
        let text = copy.read(&file);
        let end = text.rfind("+++").unwrap() + 3;
        copy.write(&file, &text[..end]);
    }
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert!(warnings.is_empty());
    let lee = &corpus.articles[2];
    assert_eq!(lee.paragraphs.len(), 5);
    assert!(lee.paragraphs.iter().all(|p| p.digest.is_none() && p.sentences > 0 && !p.terms.is_empty()));
    assert!(copy.load_with_texts().is_ok());

    CSV.iter().for_each(|file| copy.remove(file));
    let Loaded { corpus, warnings, .. } = loaded(&copy);
    assert!(corpus.articles.iter().all(|article| article.paragraphs.is_empty()));
    assert!(warnings.iter().all(|warning| warning.contains("neither digest nor text")) && warnings.len() == 3);
}

#[test]
fn a_file_whose_name_has_a_slip_is_said_not_to_be_read() {
    let copy = Copy::new();
    copy.write("position.csv", "id\n");
    copy.write("articles/notes.txt", "x");
    let warnings = loaded(&copy).warnings;
    assert!(warnings.contains(&"position.csv is not read; write `positions.csv`".to_string()), "{warnings:?}");
    assert!(warnings.iter().any(|warning| warning.contains("articles/notes.txt is not read")), "{warnings:?}");
}

proptest! {
    // Each case reads a whole folder.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_befalls_a_file_there_are_faults_or_a_corpus(
        file in 0..FILES.len(),
        at in any::<prop::sample::Index>(),
        length in 0..40usize,
        put in prop::sample::select(vec!["", "\"", "\n", ";", "+++", "[", "]", "=", "¶", "[[issue]]", "\u{feff}", "é,", "[0]"]),
    ) {
        let copy = Copy::new();
        let bytes = copy.read(FILES[file]).into_bytes();
        let at = at.index(bytes.len());
        let rest = &bytes[(at + length).min(bytes.len())..];
        copy.write(FILES[file], [&bytes[..at], put.as_bytes(), rest].concat());
        if let Err(faults) = copy.load() {
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|fault| fault.line > 0 && !fault.remedy.is_empty() && !fault.what.is_empty()), "{:?}", faults);
        }
    }
}
