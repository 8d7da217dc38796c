//! Concordance lines, one row each.

use super::Listing;
use super::reference::{article_link, authors};
use crate::concordance::Line;
use crate::model::{Corpus, Locator};

const COLUMNS: &[&str] = &["article", "authors", "outlet", "date", "place", "left", "word", "right", "link"];

/// The lines as rows, each with the link to its sentence.
pub fn lines(corpus: &Corpus, lines: &[Line], base: &str) -> Listing {
    let row = |line: &Line| {
        let article = &corpus.articles[line.article];
        let place = Locator { p: line.p, s: Some(line.s) };
        vec![
            article.id.to_string(),
            authors(corpus, article),
            corpus.outlet_label(article.outlet.value.as_str()).to_string(),
            article.date.value.to_string(),
            format!("¶{place}"),
            line.left.clone(),
            line.word.clone(),
            line.right.clone(),
            article_link(base, article, Some(place)),
        ]
    };
    Listing { name: "lines", columns: COLUMNS, rows: lines.iter().map(row).collect() }
}
