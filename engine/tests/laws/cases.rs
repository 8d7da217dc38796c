//! What a reader would notice, case by case: the laws' properties by example, and what once was wrong.

use super::corpora::corpus_of;
use sightlines_engine::index::Place;
use sightlines_engine::model::{Corpus, Paragraph};
use sightlines_engine::query::Why;
use sightlines_engine::search::{Ask, Filters, Library, Mark, Notice, Selection, marks, matched_terms};
use sightlines_engine::text::{Lexicon, keys, tokens};
use sightlines_engine::view::{MAX_FRAGMENT, View};

/// Marun and Kelit are one island, North Quay and Pier Nine one place; North and Quay are names of their own.
fn island() -> Library {
    let texts: &[&str] = &[
        "The keepers left Kelit by boat.",                               // 1
        "Marun kept its lamps; so did the tоwer.",                       // 2, with a Cyrillic о
        "Boats of the US fed us: 17 percent of the catch.",              // 3
        "The north of the quay is dry.",                                 // 4
        "At Pier Nine the quayside cranes stand.",                       // 5
        "The keepers’ vis-à-vis, 17 boats, lost 40 per cent of pay.",    // 6
        "Зимёр и мои\u{306} причал — Boreal.",                           // 7, with a decomposed й
        "A quay-side talk about the harbour-master and the north quay.", // 8
    ];
    Library::new(corpus_of(&[("The island", texts)]))
}

/// The same in the digest edition, with these terms for the only paragraph.
fn by_terms(terms: &[&str]) -> Library {
    let mut corpus: Corpus = corpus_of(&[("The island", &[""])]);
    let terms = terms.iter().map(|term| (term.to_string(), 1)).collect();
    corpus.articles[0].paragraphs = vec![Paragraph { n: 1, terms, ..Paragraph::default() }];
    Library::new(corpus)
}

fn ask(library: &Library, q: &str) -> Selection {
    library.select(&Ask { q: q.to_string(), ..Ask::default() })
}

/// The paragraphs that a query lists; 0 is the title.
fn found(library: &Library, q: &str) -> Vec<u32> {
    let passages = ask(library, q).hits.into_iter().flat_map(|hit| hit.passages);
    passages.map(|p| if let Place::Paragraph(at) = p.place { at as u32 + 1 } else { 0 }).collect()
}

#[test]
fn queries_find_what_a_reader_would_expect() {
    let library = island();
    let rows: &[(&str, Vec<u32>)] = &[
        // Words are joined by AND within a paragraph; the title is a unit of its own.
        ("keepers boat", vec![1, 6]),
        ("keepers \"boat\"", vec![1]),
        ("keepers \"boats\"", vec![6]),
        ("island keepers", vec![]),
        ("island", vec![0]),
        // A final 's is dropped, of the possessive plural the apostrophe.
        ("keepers", vec![1, 6]),
        ("keeper's", vec![1, 6]),
        ("\"keeper's\"", vec![]),
        // Names widen, whatever their case and script.
        ("marun", vec![1, 2]),
        ("KELIT", vec![1, 2]),
        ("Zimyor", vec![7]),
        ("north quay", vec![4, 5, 8]),
        ("pier nine", vec![5, 8]),
        // The longest name counts: of `north quay`, neither North nor Quay is widened.
        ("north", vec![4, 7, 8]),
        ("the north quay*", vec![4, 8]),
        ("old Zimyor town", vec![7]),
        // What stands in quotes is not widened.
        ("\"Marun\"", vec![2]),
        ("\"north quay\"", vec![8]),
        ("\"quay of north\"", vec![]),
        // An exclusion excludes the other names as well; of joined words, what holds them all.
        ("-Marun the", vec![0, 3, 4, 5, 6, 8]),
        ("-marun -the", vec![7]),
        ("-\"Marun\" kept", vec![]),
        ("-\"Kelit\" kept", vec![2]),
        ("-north -quay the", vec![0, 1, 2, 3, 5, 6]),
        ("-nine the pier", vec![]),
        ("quay -quay-talk", vec![4]),
        ("the -vis-a-vis", vec![0, 1, 2, 3, 4, 5, 8]),
        // Case matters where the corpus says so.
        ("US", vec![3]),
        ("U.S.", vec![3]),
        ("us", vec![3]),
        ("\"US fed us\"", vec![3]),
        ("\"us fed US\"", vec![]),
        // A percentage is found however written, and only where number and unit stand together.
        ("17%", vec![3]),
        ("40%", vec![6]),
        ("\"17%\"", vec![]),
        ("17 %", vec![3, 6]),
        // Accents, look-alike letters, dashes.
        ("vis-à-vis", vec![6]),
        ("vis à vis", vec![6]),
        ("tower", vec![2]),
        ("мой", vec![7]),
        ("зимер", vec![7]),
        ("причал*", vec![7]),
        ("quay*", vec![4, 5, 8]),
        ("harbour-mas*", vec![8]),
        ("har-mas*", vec![]),
    ];
    let wrong = rows.iter().map(|(q, expected)| (q, expected, found(&library, q))).filter(|row| *row.1 != row.2);
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "expected and found: {wrong:#?}");
}

#[test]
fn another_name_is_found_and_said_and_turned_off_by_exact() {
    let library = island();
    let selection = ask(&library, "Marun boat");
    assert_eq!(selection.hits[0].passages.len(), 1);
    assert_eq!(selection.hits[0].passages[0].why.iter().collect::<Vec<_>>(), [Why::Exact, Why::Alias]);
    assert_eq!(selection.notices[0], Notice::Alias { typed: "Marun".into(), also: vec!["Kelit".into()] });
    let related = Notice::Related { typed: "Marun".into(), offered: vec!["Outer Reach".into()] };
    assert_eq!(selection.notices[1..], [related]);
    let text = library.corpus().articles[0].paragraphs[0].text().unwrap();
    let seen: Vec<(&str, Why)> = marks(&text, &selection.leaves, library.lexicon())
        .into_iter()
        .map(|Mark { span, why }| (&text[span], why))
        .collect();
    assert_eq!(seen, [("Kelit", Why::Alias), ("boat", Why::Exact)]);
    let exact = library.select(&Ask { q: "Marun boat".into(), exact: true, ..Ask::default() });
    assert!(exact.hits.is_empty() && exact.notices.iter().all(|notice| notice.kind() != "alias"));
}

#[test]
fn a_prefix_finds_the_word_itself_and_longer_ones_and_says_both() {
    let library = island();
    let selection = ask(&library, "boat*");
    let why: Vec<Vec<Why>> = selection.hits[0].passages.iter().map(|passage| passage.why.iter().collect()).collect();
    assert_eq!(why, [vec![Why::Exact], vec![Why::Prefix], vec![Why::Prefix]]);
    let both = Library::new(corpus_of(&[("", &["boat and boats"])]));
    assert_eq!(ask(&both, "boat*").hits[0].passages[0].why.iter().collect::<Vec<_>>(), [Why::Exact, Why::Prefix]);
}

#[test]
fn the_last_word_goes_on_only_while_it_is_typed() {
    let library = island();
    let typing = |q: &str| library.select(&Ask { q: q.into(), typing: true, ..Ask::default() }).passage_count();
    assert_eq!((found(&library, "keep").len(), typing("keep"), typing("keep ")), (0, 2, 0));
    // A name before a word that goes on stays a name.
    assert_eq!((typing("marun by"), typing("north qua"), typing("boreal dr")), (1, 2, 1));
    // What is excluded does not go on: the page would flicker.
    assert_eq!((typing("-kee the"), typing("the -keep")), (8, 8));
    // An accent typed after its letter ends no word.
    let coast = Library::new(corpus_of(&[("", &["the éteule"])]));
    assert_eq!((found(&coast, "e\u{301}*"), found(&coast, "é*")), (vec![1], vec![1]));
}

#[test]
fn without_order_phrases_give_all_their_words_and_names_stay_exact() {
    let terms = ["At", "Pier", "Nine", "Pier Nine", "cranes", "17", "percent", "17 percent", "%", "3", "3%"];
    let library = by_terms(&terms);
    for (q, hits, notice) in [
        ("\"cranes at\"", 1, Some("unordered")),
        ("\"cranes on\"", 0, None),
        ("-\"cranes at\" pier", 1, Some("exclusion_unordered")),
        ("-\"cranes\" pier", 0, None),
        ("\"pier nine\"", 1, None),
        ("\"nine pier\"", 1, Some("unordered")),
        ("-\"pier nine\" cranes", 0, None),
        ("north quay", 1, Some("alias")),
        ("\"north quay\"", 0, None),
        ("-north-quay cranes", 0, None),
        ("17%", 1, Some("form")),
        ("3%", 1, None),
        ("-17% cranes", 0, None),
        ("\"17 percent\"", 1, None),
        ("\"17 %\"", 0, Some("nearest")),
    ] {
        let selection = ask(&library, q);
        let kinds: Vec<&str> = selection.notices.iter().map(Notice::kind).collect();
        assert_eq!((selection.passage_count(), kinds), (hits, notice.into_iter().collect()), "{q}");
    }
    // The terms that are shown are those by which the paragraph was found, and no others.
    let shown = |q: &str| {
        matched_terms(&library.corpus().articles[0].paragraphs[0].terms, &ask(&library, q).leaves, library.lexicon())
    };
    assert_eq!(shown("17%"), [("17 percent".to_string(), Why::Form)]);
    assert_eq!(shown("\"cranes at\""), [("At".to_string(), Why::Unordered), ("cranes".to_string(), Why::Unordered)]);
    assert_eq!(shown("north quay"), [("Pier Nine".to_string(), Why::Alias)]);
}

#[test]
fn a_query_of_fields_gives_the_articles_and_lists_no_passages() {
    let library = island();
    for (q, hits) in [
        ("", 1),
        ("author:unnamed", 1),
        ("outlet:post", 1),
        ("outlet:\"evening post\"", 1),
        ("-outlet:post", 0),
        ("author: unnamed", 0),
    ] {
        let selection = ask(&library, q);
        assert_eq!((selection.hits.len(), selection.passage_count()), (hits, 0), "{q}");
    }
    let nobody = ask(&library, "author:nobody");
    assert_eq!((nobody.hits.len(), nobody.notices), (0, vec![Notice::NoAuthor("nobody".into())]));
    let filters = Filters { outlet: ["post".to_string()].into(), ..Filters::default() };
    assert_eq!(library.select(&Ask { q: "-marun".into(), filters, ..Ask::default() }).passage_count(), 7);
}

#[test]
fn words_stand_whole_where_signs_and_spaces_are_odd() {
    for (text, expected) in [
        // A dot after a possessive of initials is the sentence's; the mark ended inside the apostrophe once.
        ("in the U.S’s. So", vec![("in", "in"), ("the", "the"), ("U.S", "us"), ("So", "so")]),
        ("17\u{202f}% du\u{202f}port\u{202f}!", vec![("17", "17"), ("du", "du"), ("port", "port")]),
        ("港：島＿x", vec![("港", "港"), ("島", "島"), ("x", "x")]),
        ("か\u{3099}霧\u{fe00}a", vec![("か\u{3099}", "が"), ("霧\u{fe00}", "霧"), ("a", "a")]),
        (" \u{c46} x", vec![("x", "x")]),
        ("U.S.’s lamps, “Quay”'s 's", vec![("U.S.", "us"), ("lamps", "lamps"), ("Quay", "quay"), ("s", "s")]),
        // A possessive's s makes no neighbour Latin.
        ("Олега's а Олега's", vec![("Олега", "олега"), ("а", "а"), ("Олега", "олега")]),
        // A dot that a mark stands on is no dot of initials.
        ("a.b.\u{1e000}0", vec![("a.b", "ab"), (".\u{1e000}", "\u{1e000}"), ("0", "0")]),
        ("the boss's’s", vec![("the", "the"), ("boss", "boss")]),
    ] {
        let seen = tokens(text, &Lexicon::default());
        let seen: Vec<(&str, &str)> = seen.iter().map(|t| (&text[t.span.clone()], t.key.as_str())).collect();
        assert_eq!(seen, expected, "{text}");
    }
    assert_eq!(keys("мои\u{306} \u{1112}\u{1161}\u{11ab}", &Lexicon::default()), ["мой", "한"]);
}

#[test]
fn a_link_that_would_be_too_long_for_an_address_of_its_own_is_not_read() {
    let raw = format!("q={}", "ё".repeat(MAX_FRAGMENT / 4));
    assert!(raw.len() < MAX_FRAGMENT);
    let (view, notices) = View::read(&raw);
    assert_eq!((view, notices.len()), (View::default(), 1));
    let (view, notices) = View::read("q=ё&author=%D1%91&p=7.3&by=outlet");
    assert_eq!((view.fragment().as_str(), notices.len()), ("q=%D1%91&author=%D1%91&by=outlet&p=7.3", 0));
}

#[test]
fn what_a_link_asks_for_in_vain_is_said_one_by_one() {
    for fragment in
        ["year=soon", "year=2019..2016", "by=colour", "p=last", "cell=x", "view=x", "sort=x", "lang=xx", "colour=red"]
    {
        let (view, notices) = View::read(fragment);
        assert_eq!((view, notices.len()), (View::default(), 1), "{fragment}");
    }
    for fragment in ["", "#", "section-2", "q=", "year=", "turn=0", "lang=en", "&&", "view=articles&sort=relevance"] {
        let (view, notices) = View::read(fragment);
        assert_eq!((view, notices), (View::default(), Vec::new()), "{fragment}");
    }
}
