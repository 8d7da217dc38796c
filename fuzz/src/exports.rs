//! What is taken out of the page, with anything in the corpus, read back by parsers that others wrote.

use crate::{invented, text};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use sightlines_engine::concordance::{self, Order};
use sightlines_engine::export::{self, Listing, matrix};
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;
use sightlines_engine::positions::{By, columns, contrasts};
use sightlines_engine::search::{Ask, Library};
use sightlines_engine::seminar::{Dispute, Field, disputes};

pub const LAW: &str = "CSV, JSON and Markdown are read back by other parsers as the rows that were written; no cell runs in a \
                       spreadsheet program; nothing becomes markup or a link";

/// The signs between the words that are planted.
pub(crate) const BETWEEN: char = '\u{1f}';

pub fn check(data: &[u8]) {
    let messages = Language::English.messages();
    let words: Vec<&str> = text(data).split(BETWEEN).collect();
    let library = Library::new(planted(&words));
    let corpus = library.corpus();
    let selection = library.select(&Ask { q: words[0].to_string(), ..Ask::default() });
    let all: Vec<usize> = (0..corpus.positions.len()).collect();
    let base = "https://example.org/harbour/";
    held(&export::positions(corpus, &all, base, messages), corpus);
    held(
        &export::contrasts(corpus, &contrasts(corpus, &all, By::Actor, None, messages), By::Actor, base, messages),
        corpus,
    );
    held(&export::lines(corpus, &concordance::lines(&library, &selection, Order::Text), base), corpus);
    let note = |(at, position): (usize, &sightlines_engine::model::Position)| Dispute {
        position: position.id.clone(),
        field: Field::Whole,
        proposal: words[at % words.len()].to_string(),
        reason: words[(at + 1) % words.len()].to_string(),
    };
    let notes: Vec<Dispute> = corpus.positions.iter().enumerate().map(note).collect();
    held(&disputes(corpus, &notes, base), corpus);
    for by in By::ALL {
        let columns: Vec<String> = columns(corpus, by, messages).into_iter().map(|column| column.value).collect();
        let rows: Vec<usize> = (0..corpus.codebook.issues.len()).collect();
        let matrix = matrix(corpus, &all, by, &columns, &rows, messages);
        let width = matrix.columns.len();
        let csv = read_csv(&matrix.csv(corpus));
        assert_eq!(csv.len(), rows.len() + 1);
        assert!(csv.iter().all(|row| row.len() == width + 2), "every row has every column");
        let json: Value = serde_json::from_str(&matrix.json(corpus, base)).expect("JSON is read");
        assert_eq!(json["rows"].as_array().map(Vec::len), Some(rows.len()));
        assert_eq!(json["corpus"].as_str(), Some(corpus.title.as_str()));
        let tables = read_markdown(&matrix.markdown(corpus, base, messages), &["<br>"]);
        assert_eq!(tables.len(), rows.len() + 1, "a row a question, and the heads");
        assert!(tables.iter().all(|row| row.len() == width + 1), "{tables:?}");
    }
}

/// The invented corpus with these words wherever an editor or a source has words, one after the other.
pub(crate) fn planted(words: &[&str]) -> Corpus {
    let mut corpus = invented::corpus().clone();
    let mut words = words.iter().filter(|word| !word.is_empty());
    let mut plant = |slot: &mut String| {
        if let Some(word) = words.next() {
            *slot = (*word).to_string();
        }
    };
    plant(&mut corpus.positions[0].summary);
    plant(&mut corpus.positions[0].note);
    plant(&mut corpus.title);
    plant(&mut corpus.horizon);
    plant(&mut corpus.articles[0].title.value);
    corpus.authors.iter_mut().for_each(|author| plant(&mut author.name));
    corpus.outlets.iter_mut().for_each(|outlet| plant(&mut outlet.name));
    corpus.codebook.actors.iter_mut().for_each(|actor| plant(&mut actor.label));
    for issue in &mut corpus.codebook.issues {
        plant(&mut issue.question);
        issue.answers.iter_mut().for_each(|answer| plant(&mut answer.label));
    }
    for article in &mut corpus.articles {
        for text in article.paragraphs.iter_mut().filter_map(|paragraph| paragraph.text.as_mut()) {
            let mut planted = text.read().into_owned();
            plant(&mut planted);
            *text = planted.into();
        }
    }
    corpus.positions.iter_mut().skip(1).for_each(|position| plant(&mut position.summary));
    corpus
}

/// A list comes out of each of its forms as it went in.
fn held(listing: &Listing, corpus: &Corpus) {
    let csv = read_csv(&listing.csv());
    assert_eq!(csv[0], listing.columns);
    assert_eq!(csv.len(), listing.rows.len() + 1);
    for (read, row) in csv[1..].iter().zip(&listing.rows) {
        for (read, cell) in read.iter().zip(row) {
            assert!(read == cell || read.strip_prefix('\'') == Some(cell), "{read:?} of {cell:?}");
        }
    }
    let json: Value = serde_json::from_str(&listing.json(corpus)).expect("JSON is read");
    let rows = json[listing.name].as_array().expect("a list of that name");
    assert_eq!(rows.len(), listing.rows.len());
    for (read, row) in rows.iter().zip(&listing.rows) {
        let cells = listing.columns.iter().map(|column| read[column].as_str().unwrap_or_default());
        assert!(cells.eq(row.iter().map(String::as_str)), "{read} of {row:?}");
    }
    let table = read_markdown(&listing.markdown(corpus, Language::English.messages()), &[]);
    assert_eq!(table.len(), listing.rows.len() + 1, "{}", listing.name);
    for (read, row) in table[1..].iter().zip(&listing.rows) {
        let row: Vec<String> = row.iter().map(|cell| spaced(cell)).collect();
        assert_eq!(read.iter().map(|cell| spaced(cell)).collect::<Vec<_>>(), row);
    }
}

/// The rows of a CSV, each of whose cells is safe in a spreadsheet program.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("CSV is read").iter().map(String::from).collect()).collect();
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{cell:?} runs");
    }
    rows
}

/// The rows of the one table in a Markdown text, in which nothing else is markup but these tags of our own.
fn read_markdown(text: &str, tags: &[&str]) -> Vec<Vec<String>> {
    let (mut rows, mut cell): (Vec<Vec<String>>, Option<String>) = (Vec::new(), None);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow | Tag::TableHead) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                rows.last_mut().expect("a cell stands in a row").push(cell.take().unwrap_or_default());
            }
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::BlockQuote(_),
            ) => {
                panic!("{event:?}")
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(tags.contains(&&*html), "{html:?} is markup");
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(cell) = &mut cell {
                    cell.push(' ');
                }
            }
            _ => {}
        }
    }
    rows
}

/// A text as Markdown shows it: with single spaces, and none around it.
pub(crate) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
