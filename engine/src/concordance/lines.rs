//! Lines of a concordance: keyword in context.

use crate::index::Place;
use crate::order::InOrder;
use crate::query::Why;
use crate::search::{Library, Selection, marks};
use crate::text::keys;

/// So much stands on either side of the word, in characters, cut at a space.
const SIDE: usize = 60;

/// In which order the lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the articles, which stand by date.
    #[default]
    Text,
    /// By the words before, the nearest first.
    Left,
    /// By the words after.
    Right,
}

impl Order {
    /// All orders.
    pub const ALL: [Order; 3] = [Order::Text, Order::Left, Order::Right];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Order::Text => "text",
            Order::Left => "left",
            Order::Right => "right",
        }
    }
}

/// A word with its context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of the article in the corpus.
    pub article: usize,
    /// The paragraph's number.
    pub p: u32,
    /// The sentence in which it begins, from 1.
    pub s: u32,
    /// What stands before it in the paragraph.
    pub left: String,
    /// The word, or the run of words, as the text has it.
    pub word: String,
    /// What stands after it.
    pub right: String,
    /// Why it is one of those asked for.
    pub why: Why,
}

/// The lines of a selection: one for each mark in the texts of its passages. Paragraphs without text give none.
pub fn lines(library: &Library, selection: &Selection, order: Order) -> Vec<Line> {
    let corpus = library.corpus();
    let mut lines = Vec::new();
    let mut hits: Vec<_> = selection.hits.iter().collect();
    hits.order_by_key(|hit| (corpus.articles[hit.article].date.value.last_day(), hit.article));
    for hit in hits {
        let article = &corpus.articles[hit.article];
        for passage in &hit.passages {
            let Place::Paragraph(at) = passage.place else { continue };
            let paragraph = &article.paragraphs[at];
            let Some(text) = paragraph.text() else { continue };
            let spans = paragraph.spans(&text);
            for mark in marks(&text, &selection.leaves, library.lexicon()) {
                let (start, end) = (mark.span.start, mark.span.end);
                let s = spans.iter().rposition(|span| span.start <= start && !span.is_empty()).unwrap_or(0);
                lines.push(Line {
                    article: hit.article,
                    p: paragraph.n,
                    s: u32::try_from(s + 1).unwrap_or(1),
                    left: before(&text[..start]).to_string(),
                    word: text[mark.span].to_string(),
                    right: after(&text[end..]).to_string(),
                    why: mark.why,
                });
            }
        }
    }
    let words = |text: &str| keys(text, library.lexicon());
    match order {
        Order::Text => {}
        Order::Left => lines.order_by_cached_key(|line| words(&line.left).into_iter().rev().collect::<Vec<_>>()),
        Order::Right => lines.order_by_cached_key(|line| words(&line.right)),
    }
    lines
}

/// The last characters of a text, from a space on.
fn before(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().rev().nth(SIDE) else { return text };
    let cut = text[at..].find(char::is_whitespace).map_or(at, |space| at + space);
    text[cut..].trim_start_matches(char::is_whitespace)
}

/// The first characters of a text, up to a space.
fn after(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth(SIDE) else { return text };
    text[..text[..at].rfind(char::is_whitespace).unwrap_or(at)].trim_end()
}
