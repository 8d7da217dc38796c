use super::positions::COLUMNS;
use super::{Matrix, contrasts, lines, matrix, positions, reference};
use crate::concordance::{Order, lines as lines_of};
use crate::messages::Language;
use crate::model::Corpus;
use crate::positions::{By, columns, contrasts as contrasts_of};
use crate::search::{Ask, Library};
use serde_json::{Value, json};

/// A corpus whose words would run in a spreadsheet and end a cell.
fn corpus() -> Corpus {
    let based = |value: Value| json!({"value": value, "basis": "stated"});
    let corpus = json!({
        "id": "harbour", "title": "The *harbour*", "description": "", "horizon": "One article", "language": "en", "licence": "CC-BY-4.0",
        "public_url": "", "version": "1", "hash": "abc", "authors": [{"id": "lee", "name": "Dana Lee"}],
        "outlets": [{"id": "post", "name": "=The \"Post\""}], "rings": [], "related": [], "search": {},
        "articles": [{"id": "lee-2031", "title": based("+Pilots, now".into()), "authors": based(json!(["lee"])),
            "outlet": based("post".into()), "date": based("2031-04".into()), "language": "en", "witnesses": [], "headings": [],
            "paragraphs": [{"n": 1, "text": "=1+1 is what pilots say."}]}],
        "codebook": {
            "issue": [{"id": "runs", "label": "Who", "question": "Who is to run it | and how?", "rule": "", "answers": [{"id": "pilots", "label": "The <pilots>"}]}],
            "stance": [{"id": "supports", "polarity": "+", "strength": 3, "rule": ""}],
            "voice": [{"id": "author", "nearness": "own", "rule": ""}],
            "actor": [{"id": "lee", "label": "Dana Lee", "kind": "person"}],
        },
        "positions": [
            {"id": "p1", "article": "lee-2031", "actor": "lee", "issue": "runs", "answer": "pilots", "stance": "supports", "summary": "-Wants it; soon.",
             "voice": "author", "as_of": "2031", "evidence": [{"p": 1, "s": 1}], "confidence": "high", "note": "@x\nline"},
            {"id": "p2", "article": "lee-2031", "actor": "lee", "issue": "runs", "answer": null, "stance": "supports", "summary": "Something else.",
             "voice": "author", "evidence": [{"p": 1, "s": null}], "confidence": "low", "note": "which"},
        ],
    });
    serde_json::from_value(corpus).unwrap()
}

/// A plain reader of RFC 4180.
fn read(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = csv.strip_prefix('\u{feff}').expect("a byte-order mark").chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    rows
}

#[test]
fn every_position_is_a_row_with_every_field() {
    let rows = read(&positions(&corpus(), &[0, 1], "https://example.org/").csv());
    assert_eq!(rows[0], COLUMNS);
    assert_eq!(rows.len(), 3);
    let cell = |row: usize, name: &str| rows[row][COLUMNS.iter().position(|column| *column == name).unwrap()].as_str();
    assert_eq!(
        (cell(1, "id"), cell(1, "authors"), cell(1, "as_of"), cell(1, "evidence")),
        ("p1", "Dana Lee", "2031", "¶1.1")
    );
    assert_eq!(
        (cell(1, "answer_label"), cell(2, "answer"), cell(2, "answer_label")),
        ("The <pilots>", "", "another answer")
    );
    assert_eq!(cell(1, "link"), "https://example.org/#view=read&article=lee-2031&p=1.1&position=p1");
}

#[test]
fn no_cell_runs_as_a_formula() {
    let rows = read(&positions(&corpus(), &[0, 1], "").csv());
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
    let library = Library::new(corpus());
    let found = lines_of(&library, &library.select(&Ask { q: "pilots".into(), ..Ask::default() }), Order::Text);
    let rows = read(&lines(library.corpus(), &found, "").csv());
    assert_eq!(rows[1][4..8], ["¶1.1", "'=1+1 is what ", "pilots", " say."]);
}

#[test]
fn the_same_rows_stand_in_json() {
    let all: Value = serde_json::from_str(&positions(&corpus(), &[1], "").json(&corpus())).unwrap();
    assert_eq!((all["hash"].as_str(), all["positions"].as_array().map(Vec::len)), (Some("abc"), Some(1)));
    assert_eq!(all["positions"][0]["note"], "which");
    assert_eq!(all["positions"][0].as_object().unwrap().len(), COLUMNS.len());
}

/// The whole table by actors.
fn whole() -> Matrix {
    let corpus = corpus();
    let values: Vec<String> =
        columns(&corpus, By::Actor, Language::English.messages()).into_iter().map(|column| column.value).collect();
    matrix(&corpus, &[0, 1], By::Actor, &values, &[0], Language::English.messages())
}

#[test]
fn the_table_is_one_in_markdown_whatever_it_holds() {
    let text = whole().markdown(&corpus(), "", Language::English.messages());
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(table.len(), 3);
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(table.iter().all(|line| bars(line) == 3), "{text}");
    assert!(text.contains("supports **The \\<pilots\\>** [1]<br>supports **another answer** [2]"), "{text}");
    assert!(text.contains("\n1. Dana Lee: -Wants it; soon. Dana Lee: “+Pilots, now”, "), "{text}");
    assert!(text.contains("One article. Edition abc"));
}

#[test]
fn the_table_in_csv_and_json_tells_the_same() {
    let rows = read(&whole().csv(&corpus()));
    assert_eq!(rows[0], ["issue", "question", "Dana Lee"]);
    assert_eq!(rows[1][2], "supports: The <pilots> (p1)\nsupports: another answer (p2)");
    let all: Value = serde_json::from_str(&whole().json(&corpus(), "")).unwrap();
    assert_eq!(all["rows"][0]["cells"][0]["says"][1]["positions"], json!(["p2"]));
    assert_eq!(all["positions"][0]["link"], "#view=read&article=lee-2031&p=1.1&position=p1");
    assert_eq!(all["columns"][0]["value"], "lee");
}

#[test]
fn a_contrast_is_a_row_that_leads_to_its_columns_side_by_side() {
    let mut corpus = corpus();
    let mut other = corpus.positions[0].clone();
    (other.id, other.actor, other.stance) = ("p3".into(), "may".into(), "opposes".into());
    corpus.positions.push(other);
    corpus.codebook = serde_json::from_value(json!({
        "issue": corpus.codebook.issues, "voice": corpus.codebook.voices,
        "stance": [{"id": "supports", "polarity": "+", "strength": 3, "rule": ""}, {"id": "opposes", "polarity": "-", "strength": 3, "rule": ""}],
        "actor": [{"id": "lee", "label": "=Lee", "kind": "person"}, {"id": "may", "label": "May", "kind": "person"}],
    }))
    .unwrap();
    let found = contrasts_of(&corpus, &[0, 1, 2], By::Actor, None, Language::English.messages());
    let rows = read(&contrasts(&corpus, &found, By::Actor, "", Language::English.messages()).csv());
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1][2..5], ["differ", "'=Lee", "May"]);
    assert_eq!(rows[1][6..], ["p1", "p3", "#view=compare&issue=runs&by=actor&a=lee&b=may"]);
}

#[test]
fn a_reference_says_on_what_basis_it_stands_and_names_nobody_who_is_not_named() {
    let mut corpus = corpus();
    corpus.articles[0].date.basis = crate::model::Basis::Inferred;
    assert_eq!(
        reference(&corpus, &corpus.articles[0], Language::English.messages()),
        "Dana Lee: “+Pilots, now”, =The \"Post\", April 2031 (inferred)"
    );
    corpus.articles[0].authors.value.clear();
    assert_eq!(
        reference(&corpus, &corpus.articles[0], Language::English.messages()),
        "“+Pilots, now”, =The \"Post\", April 2031 (inferred)"
    );
}

#[test]
fn the_line_under_a_table_is_a_line_whatever_the_horizon_begins_with() {
    // Found by fuzzing: a tab made a block of code of it.
    let horizon = "\t- two articles".to_string();
    let text = positions(&corpus(), &[0], "").markdown(&Corpus { horizon, ..corpus() }, Language::English.messages());
    assert!(text.ends_with("\n\nHorizon: \t- two articles. Edition abc, version 1, CC-BY-4.0.\n"), "{text}");
}

#[test]
fn what_people_read_of_the_table_is_in_their_language() {
    for language in [Language::Russian, Language::Japanese] {
        let messages = language.messages();
        let matrix = matrix(&corpus(), &[0, 1], By::Actor, &["lee".to_string()], &[0], messages);
        let text = matrix.markdown(&corpus(), "", messages);
        for english in ["Question", "supports", "another answer", "April", "inferred", "Edition", "“"] {
            assert!(!text.contains(english), "{english}: {text}");
        }
        assert!(text.lines().last().is_some_and(|line| line.starts_with(char::is_alphabetic)), "{text}");
    }
}

#[test]
fn any_listing_is_a_table_in_markdown() {
    let text = positions(&corpus(), &[0, 1], "").markdown(&corpus(), Language::English.messages());
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(table.len(), 4);
    assert!(table.iter().all(|line| bars(line) == COLUMNS.len() + 1), "{text}");
}
