//! The corpus as plain HTML: what a reader has before the program runs, and where it cannot run.
//!
//! In: a corpus. Out: its records with the basis of each field, its digests (where an article has none and its text was
//! supplied, the text), and its positions, one table a question. Everything is escaped; there is no markup but semantic
//! elements and the anchors `a-<article>` and `a-<article>-<paragraph>`.

mod positions;
mod records;

use crate::island::text_bytes;
use crate::skeleton::escaped;
use sightlines_engine::model::{Article, Corpus};
use std::borrow::Cow;

/// Above this many bytes of text, paragraphs are left out: records and positions stay.
const TEXT_LIMIT: usize = 2_000_000;

/// Above this many articles each has a line of its own in place of its record.
pub const CARDS_LIMIT: usize = 500;

/// The whole of it.
pub fn html(corpus: &Corpus) -> String {
    let mut html = Html::default();
    html.element("h1", &corpus.title);
    html.element("p", &corpus.description);
    if !corpus.horizon.is_empty() {
        html.element("p", &format!("What this corpus can speak for: {}.", corpus.horizon.trim_end_matches('.')));
    }
    let texts = text_bytes(corpus);
    html.element("h2", "Articles");
    if corpus.articles.len() > CARDS_LIMIT {
        records::list(&mut html, corpus);
        positions::tables(&mut html, corpus);
        return html.0;
    }
    for article in &corpus.articles {
        html.raw("<article id=\"").text(&anchor(article.id.as_str(), None)).raw("\">\n");
        records::record(&mut html, corpus, article);
        if texts <= TEXT_LIMIT {
            paragraphs(&mut html, article);
        }
        html.raw("</article>\n");
    }
    positions::tables(&mut html, corpus);
    html.0
}

/// An anchor of the page: an article, or one of its paragraphs.
fn anchor(article: &str, paragraph: Option<u32>) -> String {
    match paragraph {
        Some(n) => format!("a-{article}-{n}"),
        None => format!("a-{article}"),
    }
}

/// The digests, or where there is none, the text; each under its number.
fn paragraphs(html: &mut Html, article: &Article) {
    if article.paragraphs.iter().any(|p| p.digest.is_some()) {
        html.element("h4", "Paragraph by paragraph, in the editors’ words");
    }
    for paragraph in &article.paragraphs {
        for heading in article.headings.iter().filter(|heading| heading.before == paragraph.n) {
            html.element("h5", &heading.label);
        }
        let Some(words) = paragraph.digest.as_deref().map(Cow::Borrowed).or_else(|| paragraph.text()) else { continue };
        html.raw("<p id=\"").text(&anchor(article.id.as_str(), Some(paragraph.n))).raw("\">");
        html.text(&format!("¶{} {words}", paragraph.n)).raw("</p>\n");
    }
}

/// HTML in the making: what is text goes in escaped.
#[derive(Default)]
struct Html(String);

impl Html {
    /// Our own markup.
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Anybody's words.
    fn text(&mut self, words: &str) -> &mut Self {
        self.0.push_str(&escaped(words));
        self
    }

    /// Words in an element of their own; nothing where there are none.
    fn element(&mut self, name: &str, words: &str) {
        if !words.is_empty() {
            self.raw(&format!("<{name}>")).text(words).raw(&format!("</{name}>\n"));
        }
    }
}

#[cfg(test)]
mod tests;
