//! The language of queries by example: operators, groups, fields, nearness, and scripts without spaces.

use super::corpora::{corpus_of, positions_of};
use sightlines_engine::index::Place;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{AuthorId, Corpus, Paragraph};
use sightlines_engine::query::Why;
use sightlines_engine::search::{Ask, Library, Mark, Notice, Selection, marks, title_marks};

/// Two articles: of the harbour, unsigned, and of the ferry, by Dana Lee; paragraphs are counted through both.
fn harbour() -> Corpus {
    let harbour: &[&str] = &[
        "Two lamps burn at the quay, and one burns on the hill.", // 1
        "The town pays for lamps, the crown for oil.",            // 2
        "Nobody pays for the hill.",                              // 3
    ];
    let ferry: &[&str] = &[
        "A ferry calls twice; the crown wants a third call.", // 4
        "港の霧島灯台は霧の中。",                             // 5
        "島の霧。",                                           // 6
    ];
    let mut corpus = corpus_of(&[("Lamps of the harbour", harbour), ("A ferry to the hill", ferry)]);
    corpus.articles[1].authors.value = vec![AuthorId::from("lee")];
    corpus.articles[1].date.value = "2016-05".parse().unwrap();
    for (at, paragraph) in corpus.articles[1].paragraphs.iter_mut().enumerate() {
        paragraph.n = at as u32 + 4;
    }
    corpus.positions = positions_of(&[
        ("article-0", "town_hall", "cost", 2),
        ("article-0", "crown", "run", 2),
        ("article-0", "mayor", "run", 3),
        ("article-1", "crown", "when", 4),
    ]);
    corpus
}

/// The same with the terms of the texts only.
fn without_order(mut corpus: Corpus) -> Corpus {
    for paragraph in corpus.articles.iter_mut().flat_map(|article| &mut article.paragraphs) {
        let terms = super::naive::terms(&corpus_of(&[]), &paragraph.text().unwrap_or_default());
        *paragraph = Paragraph { n: paragraph.n, terms, ..Paragraph::default() };
    }
    corpus
}

fn ask(library: &Library, q: &str) -> Selection {
    library.select(&Ask { q: q.to_string(), ..Ask::default() })
}

/// The paragraphs that a query lists, by number; the titles are 0.
fn found(library: &Library, q: &str) -> Vec<u32> {
    let selection = ask(library, q);
    let passages = selection.hits.iter().flat_map(|hit| hit.passages.iter().map(move |passage| (hit.article, passage)));
    let mut found: Vec<u32> = passages
        .map(|(article, passage)| match passage.place {
            Place::Title => 0,
            Place::Paragraph(at) => library.corpus().articles[article].paragraphs[at].n,
        })
        .collect();
    found.sort_unstable();
    found
}

fn kinds(selection: &Selection) -> Vec<&'static str> {
    selection.notices.iter().map(Notice::kind).collect()
}

#[test]
fn operators_and_groups_mean_what_the_design_says() {
    let library = Library::new(harbour());
    for (q, expected) in [
        // `OR` binds tighter than AND.
        ("ferry OR oil", vec![0, 2, 4]),
        ("crown ferry OR oil", vec![2, 4]),
        ("(crown ferry) OR hill", vec![0, 1, 3, 4]),
        ("crown AND oil", vec![2]),
        ("ferry or oil", vec![]),
        ("\"OR\"", vec![]),
        // `-` before a word, a quotation, a field, a group; alone it keeps all others.
        ("the -(town OR nobody)", vec![0, 0, 1, 4]),
        ("the -(town pays) -(nobody pays)", vec![0, 0, 1, 4]),
        ("the -'town' -\"Nobody\" -ferry", vec![0, 1]),
        ("-the", vec![5, 6]),
        ("-(-crown)", vec![2, 4]),
        ("hill OR -the", vec![0, 1, 3, 5, 6]),
        // A group is no part of a name beside it, but stands for its words.
        ("(lamps)(hill)", vec![1]),
        // Words, names and prefixes in groups.
        ("(lam* OR fer*) -quay", vec![0, 0, 2, 4]),
    ] {
        assert_eq!(found(&library, q), expected, "{q}");
    }
}

#[test]
fn fields_bind_the_word_or_quotation_behind_them() {
    let library = Library::new(harbour());
    for (q, articles, passages) in [
        // The title binds its own word and asks nothing of the unit.
        ("title:lamps", 1, vec![]),
        ("title:lamps hill", 1, vec![1, 3]),
        ("title:\"ferry to\" crown", 1, vec![4]),
        ("title:\"to ferry\"", 0, vec![]),
        ("title:\"hill ferry\"~2", 1, vec![]),
        ("title:har* -crown", 1, vec![0, 1, 3]),
        ("-title:lamps crown", 1, vec![4]),
        ("title:lamps OR title:ferry", 2, vec![]),
        ("title:oil", 0, vec![]),
        // Years are those in which the article may have appeared.
        ("year:2016", 1, vec![]),
        ("year:2016..2019 crown", 2, vec![2, 4]),
        ("-year:2016", 1, vec![]),
        ("author:lee OR year:2019", 2, vec![]),
        ("author:lee OR oil", 2, vec![0, 2, 4, 5, 6]),
        ("author:“Dana Lee” crown", 1, vec![4]),
        // Who is not named is found by the id or the whole label.
        ("author:unnamed", 1, vec![]),
        ("author:\"not named\"", 1, vec![]),
        ("author:named", 0, vec![]),
        ("author:le*", 1, vec![]),
        // Positions: the paragraphs that carry them, of one and the same position.
        ("issue:run", 1, vec![2, 3]),
        ("issue:run pays -nobody", 1, vec![2]),
        ("actor:hall", 1, vec![2]),
        ("actor:crown issue:run", 1, vec![2]),
        ("actor:crown issue:cost", 0, vec![]),
        ("actor:crown (issue:cost OR issue:when)", 1, vec![4]),
        ("actor:crown -issue:when", 1, vec![2]),
        ("actor:crown -issue:cost", 1, vec![4]),
        ("the -(actor:crown issue:cost) -ferry", 2, vec![0, 1, 2, 3, 4].into_iter().filter(|n| *n != 4).collect()),
        ("-issue:run pays", 0, vec![]),
    ] {
        // A title listed for holding no excluded word counts as article only where it is listed.
        let selection = ask(&library, q);
        assert_eq!(found(&library, q), passages, "{q}");
        if articles != 2 || passages.is_empty() {
            assert_eq!(selection.hits.len(), articles, "{q}");
        }
    }
}

#[test]
fn a_value_that_is_not_here_matches_nothing_and_is_said() {
    let library = Library::new(harbour());
    for (q, kind) in [
        ("author:nobody", "no_author"),
        ("outlet:nowhere", "no_outlet"),
        ("year:2030", "no_year"),
        ("year:soon", "no_year"),
        ("year:2019..2016", "no_year"),
        ("issue:weather", "no_issue"),
        ("actor:\"town crier\"", "no_actor"),
    ] {
        let selection = ask(&library, q);
        assert_eq!((selection.hits.len(), kinds(&selection)), (0, vec![kind]), "{q}");
        assert!(
            selection.notices[0]
                .says(Language::English.messages())
                .contains(q.split([':', '"']).next_back().filter(|v| !v.is_empty()).unwrap_or("crier"))
        );
    }
}

#[test]
fn what_has_no_effect_is_said_and_changes_nothing() {
    let library = Library::new(harbour());
    for (q, like, idle) in [
        ("OR crown", "crown", "OR"),
        ("crown OR", "crown", "OR"),
        ("crown AND", "crown", "AND"),
        ("crown ()", "crown", "()"),
        ("(crown", "crown", "("),
        ("crown)", "crown", ")"),
        ("crown \"oil", "crown oil", "\""),
        ("crown -", "crown", "-"),
        ("crown & oil", "crown oil", "&"),
        ("crown title:", "crown", "title:"),
        ("crown OR …", "crown", "…"),
        ("-… crown", "crown", "…"),
        ("\"crown\"~3", "crown", "~3"),
        ("crown \"…\"", "crown", "“…”"),
    ] {
        let selection = ask(&library, q);
        assert_eq!(found(&library, q), found(&library, like), "{q}");
        let said: Vec<&str> = selection
            .notices
            .iter()
            .filter_map(|n| if let Notice::NoEffect { typed, .. } = n { Some(typed.as_str()) } else { None })
            .collect();
        assert_eq!(said, [idle], "{q}");
    }
    // While it is being typed, what stands at its end may yet have an effect.
    for (q, says) in [("crown OR", false), ("(crown", false), ("\"oil", false), ("crown -", false), ("OR crown", true)]
    {
        let typing = library.select(&Ask { q: q.to_string(), typing: true, ..Ask::default() });
        assert_eq!(kinds(&typing).contains(&"no_effect"), says, "{q}");
    }
}

#[test]
fn words_near_one_another_are_found_in_any_order() {
    let library = Library::new(harbour());
    for (q, expected) in [
        ("\"lamps quay\"~3", vec![1]),
        ("\"quay lamps\"~3", vec![1]),
        ("\"quay lamps\"~2", vec![]),
        ("\"lamps burn\"~0", vec![1]),
        ("\"burn lamps\"~0", vec![1]),
        // A word asked for twice stands twice.
        ("\"the the\"~4", vec![2]),
        ("\"the the\"~5", vec![1, 2]),
        ("\"the the the\"~99", vec![]),
        ("-\"lamps quay\"~3 lamps", vec![0, 2]),
        // Nothing is widened in quotation marks.
        ("\"lamp quay\"~9", vec![]),
    ] {
        assert_eq!(found(&library, q), expected, "{q}");
    }
    let selection = ask(&library, "\"burn quay\"~2");
    let text = library.corpus().articles[0].paragraphs[0].text().unwrap();
    let marked: Vec<&str> =
        marks(&text, &selection.leaves, library.lexicon()).into_iter().map(|Mark { span, .. }| &text[span]).collect();
    assert_eq!(marked, ["burn", "quay"]);
    let unordered = Library::new(without_order(harbour()));
    let selection = ask(&unordered, "\"quay hill\"~0");
    assert_eq!((selection.passage_count(), kinds(&selection)), (1, vec!["unordered"]));
    assert_eq!(kinds(&ask(&unordered, "-\"quay hill\"~0")), ["exclusion_unordered"]);
}

#[test]
fn marks_of_phrases_that_overlap_mark_all_their_words_and_titles_their_own() {
    let library = Library::new(corpus_of(&[("Oil lamps", &["one two three four five"])]));
    let selection = ask(&library, "\"one two\" \"two three four\" title:oil");
    let marked =
        |marks: Vec<Mark>, text: &str| marks.iter().map(|m| text[m.span.clone()].to_string()).collect::<Vec<_>>();
    let text = library.corpus().articles[0].paragraphs[0].text().unwrap();
    assert_eq!(marked(marks(&text, &selection.leaves, library.lexicon()), &text), ["one two", "three four"]);
    assert_eq!(marked(title_marks("Oil lamps", &selection.leaves, library.lexicon()), "Oil lamps"), ["Oil"]);
    assert!(marks("oil", &selection.leaves, library.lexicon()).is_empty());
}

#[test]
fn what_is_written_without_spaces_is_found_as_it_stands() {
    let library = Library::new(harbour());
    for (q, expected) in [
        ("霧島", vec![5]),
        ("島霧", vec![]),
        ("霧 島", vec![5, 6]),
        ("霧", vec![5, 6]),
        ("霧島灯台", vec![5]),
        ("霧島 -灯台", vec![]),
        ("霧 -霧島", vec![6]),
        ("霧島*", vec![5]),
        ("\"霧島\"", vec![5]),
        ("島の霧 OR 灯台", vec![5, 6]),
    ] {
        assert_eq!(found(&library, q), expected, "{q}");
        let typing = library.select(&Ask { q: q.to_string(), typing: true, ..Ask::default() });
        assert_eq!(typing.passage_count(), expected.len(), "{q}");
    }
    let unordered = Library::new(without_order(harbour()));
    let selection = ask(&unordered, "霧島");
    assert_eq!((found(&unordered, "霧島"), kinds(&selection)), (vec![5, 6], vec!["unordered"]));
    assert!(selection.hits[0].passages.iter().all(|passage| passage.why.iter().eq([Why::Unordered])));
    assert_eq!((found(&unordered, "霧"), kinds(&ask(&unordered, "霧"))), (vec![5, 6], vec![]));
    assert_eq!(
        (found(&unordered, "霧 -霧島"), kinds(&ask(&unordered, "霧 -霧島"))),
        (vec![5, 6], vec!["exclusion_unordered"])
    );
}

#[test]
fn a_slip_that_another_form_hides_is_corrected_where_nothing_is_found_without() {
    let paragraphs: &[&str] = &["The goose is stuffed.", "Stuff for the oil lamps.", "A goose, and nothing else."];
    let full = corpus_of(&[("A kitchen", paragraphs)]);
    // The stem of `stuffe` is that of `stuff`; `stuffed` has another.
    for library in [Library::new(full.clone()), Library::new(without_order(full))] {
        assert_eq!((found(&library, "stuffe"), kinds(&ask(&library, "stuffe"))), (vec![2], vec![]));
        assert_eq!((found(&library, "stuffe goose"), kinds(&ask(&library, "stuffe goose"))), (vec![1], vec!["typo"]));
        assert_eq!(
            ask(&library, "stuffe oil").hits[0].passages[0].why.iter().collect::<Vec<_>>(),
            [Why::Exact, Why::Stem]
        );
        // Nor is more excluded than was asked for.
        assert_eq!((found(&library, "goose -stuffe"), kinds(&ask(&library, "goose -stuffe"))), (vec![1, 3], vec![]));
        assert_eq!((found(&library, "kettle -stuffe"), kinds(&ask(&library, "kettle -stuffe"))), (vec![], vec![]));
    }
}

#[test]
fn other_forms_are_found_and_a_word_that_is_lacking_is_corrected_and_said() {
    let (full, digest) = (Library::new(harbour()), Library::new(without_order(harbour())));
    let (none, unfound): (&[&str], &[Why]) = (&[], &[]);
    /// A query, whether it is exact, the paragraphs, the notices and the reasons.
    type Row<'a> = (&'a str, bool, Vec<u32>, &'a [&'a str], &'a [Why]);
    let rows: &[Row] = &[
        ("lamp", false, vec![0, 1, 2], none, &[Why::Stem]),
        ("lamps", false, vec![0, 1, 2], none, &[Why::Exact]),
        ("burning", false, vec![1], none, &[Why::Stem]),
        ("burn", false, vec![1], none, &[Why::Exact, Why::Stem]),
        ("-lamp the", false, vec![0, 3, 4], none, &[Why::Exact]),
        ("lamp", true, vec![], &["nearest"], unfound),
        ("\"lamp\"", false, vec![], &["nearest"], unfound),
        ("harbuor", false, vec![0], &["typo"], &[Why::Typo]),
        ("title:harbuor oil", false, vec![2], &["typo"], &[Why::Exact]),
        ("-harbuor lamps", false, vec![1, 2], &["typo"], &[Why::Exact]),
        ("harbuor", true, vec![], &["nearest"], unfound),
        ("\"harbuor\"", false, vec![], &["nearest"], unfound),
        ("harbuo*", false, vec![], &["nearest"], unfound),
        ("harbxyr", false, vec![], &["nearest"], unfound),
        ("\"lamps two\"", false, vec![], &["nearest"], unfound),
        // A word of a ring of which another name is here is not corrected; a number, a letter and a name in capitals never.
        ("10", false, vec![], none, unfound),
        ("q", false, vec![], &["nearest"], unfound),
        ("US", false, vec![], none, unfound),
    ];
    for (q, exact, expected, says, why) in rows {
        for library in [&full, &digest] {
            if library.corpus().articles[0].paragraphs[0].text.is_none() && q.starts_with("\"lamps") {
                continue;
            }
            let selection = library.select(&Ask { q: q.to_string(), exact: *exact, ..Ask::default() });
            let listed = selection.hits.iter().flat_map(|hit| &hit.passages);
            let whys: std::collections::BTreeSet<Why> = listed.flat_map(|passage| passage.why.iter()).collect();
            assert_eq!(whys.into_iter().collect::<Vec<_>>(), *why, "{q}");
            assert_eq!(kinds(&selection), *says, "{q}");
            let all = if *exact { Vec::new() } else { found(library, q) };
            assert_eq!(all, *expected, "{q}");
        }
    }
    let said = |q: &str| ask(&full, q).notices[0].says(Language::English.messages());
    assert_eq!(said("harbuor"), "“harbuor” is nowhere here; searched instead: harbour.");
    assert_eq!(said("harbuo*"), "Near to harbuo here: harbour.");
}
