use super::*;
use crate::concordance::{Order, lines as lines_of};
use crate::search::{Ask, Library};

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
    let rows = read(&positions_csv(&corpus(), &[0, 1], "https://example.org/"));
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
    assert_eq!(cell(1, "link"), "https://example.org/#view=read&article=lee-2031&p=1.1");
}

#[test]
fn no_cell_runs_as_a_formula() {
    let rows = read(&positions_csv(&corpus(), &[0, 1], ""));
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
    let library = Library::new(corpus());
    let lines = lines_of(&library, &library.select(&Ask { q: "pilots".into(), ..Ask::default() }), Order::Text);
    let rows = read(&lines_csv(library.corpus(), &lines, ""));
    assert_eq!(rows[1][4..8], ["¶1.1", "'=1+1 is what ", "pilots", " say."]);
}

#[test]
fn the_same_rows_stand_in_json() {
    let all: Value = serde_json::from_str(&positions_json(&corpus(), &[1], "")).unwrap();
    assert_eq!((all["hash"].as_str(), all["positions"].as_array().map(Vec::len)), (Some("abc"), Some(1)));
    assert_eq!(all["positions"][0]["note"], "which");
    assert_eq!(all["positions"][0].as_object().unwrap().len(), COLUMNS.len());
}

#[test]
fn the_table_is_one_in_markdown_whatever_it_holds() {
    let text = table_markdown(&corpus(), &[0, 1], By::Actor, None, "");
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(table.len(), 3);
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(table.iter().all(|line| bars(line) == 3), "{text}");
    assert!(text.contains("supports **The \\<pilots\\>** [1]<br>supports **another answer** [2]"), "{text}");
    assert!(text.contains("\n1. Dana Lee: -Wants it; soon. Dana Lee, "), "{text}");
    assert!(text.contains("One article. Edition abc"));
}
