//! Positions, one row each with everything that is known of it.

use super::Listing;
use super::reference::authors;
use crate::messages::Messages;
use crate::model::{Article, Corpus, Position};
use crate::view::View;

/// The columns, in their order: those of `positions.csv`, with labels beside ids, and the link.
pub(super) const COLUMNS: &[&str] = &[
    "id",
    "article",
    "title",
    "authors",
    "outlet",
    "date",
    "actor",
    "actor_label",
    "issue",
    "question",
    "answer",
    "answer_label",
    "stance",
    "summary",
    "voice",
    "nearness",
    "via",
    "as_of",
    "evidence",
    "confidence",
    "note",
    "link",
];

/// The positions as rows, each with its id and the link to its passage.
pub fn positions(corpus: &Corpus, positions: &[usize], base: &str, messages: &Messages) -> Listing {
    let rows = positions.iter().map(|&at| row(corpus, &corpus.positions[at], base, messages));
    Listing { name: "positions", columns: COLUMNS, rows: rows.collect() }
}

fn row(corpus: &Corpus, position: &Position, base: &str, messages: &Messages) -> Vec<String> {
    let article = corpus.article(&position.article);
    let of_article = |read: &dyn Fn(&Article) -> String| article.map(read).unwrap_or_default();
    let issue = corpus.codebook.issue(&position.issue);
    let nearness = corpus.codebook.voice(&position.voice).map(|voice| voice.nearness.id()).unwrap_or_default();
    vec![
        position.id.to_string(),
        position.article.to_string(),
        of_article(&|a| a.title.value.clone()),
        of_article(&|a| authors(corpus, a)),
        of_article(&|a| corpus.outlet_label(a.outlet.value.as_str()).to_string()),
        of_article(&|a| a.date.value.to_string()),
        position.actor.to_string(),
        corpus.actor_label(&position.actor).to_string(),
        position.issue.to_string(),
        issue.map(|issue| issue.question.clone()).unwrap_or_default(),
        position.answer.as_ref().map(ToString::to_string).unwrap_or_default(),
        corpus.answer_label(position, messages).to_string(),
        position.stance.to_string(),
        position.summary.clone(),
        position.voice.to_string(),
        nearness.to_string(),
        position.via.as_ref().map(ToString::to_string).unwrap_or_default(),
        position.as_of.as_ref().map(ToString::to_string).unwrap_or_default(),
        evidence(position),
        position.confidence.id().to_string(),
        position.note.clone(),
        link(position, base),
    ]
}

/// Where a position stands, as a line has it: `¶1.2; ¶4`.
pub fn evidence(position: &Position) -> String {
    position.evidence.iter().map(|place| format!("¶{place}")).collect::<Vec<_>>().join("; ")
}

/// The link to a position in its article; `base` is what links begin with.
pub fn link(position: &Position, base: &str) -> String {
    format!("{base}#{}", View::default().reading_position(position, None).fragment())
}
