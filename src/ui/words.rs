//! Words of the page that several components share.

use sightlines_engine::model::{Article, Basis, ContrastKind, Corpus, Edition, Found, Position};
use sightlines_engine::view::Pane;

/// The signs of answers, in the codebook's order.
pub const SIGNS: [&str; 6] = ["●", "◆", "■", "▲", "★", "○"];

/// The sign of an answer; another answer has a dash.
pub fn sign(place: Option<usize>) -> &'static str {
    place.map_or("–", |at| SIGNS[at % SIGNS.len()])
}

/// The name of a part of the page.
pub fn pane(pane: Pane) -> &'static str {
    match pane {
        Pane::Articles => "Articles",
        Pane::Read => "Read",
        Pane::Compare => "Compare",
        Pane::Timeline => "Timeline",
        Pane::Words => "Words",
        Pane::About => "About",
    }
}

/// The name of an edition.
pub fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Digest => "Digest",
        Edition::Full => "Full-text",
        Edition::Mixed => "Mixed",
    }
}

/// What is said where a view has no link.
pub const TOO_LONG: &str = "This query is too long for a link. Search works; shorten the query to share this view.";

/// How two sides stand to each other.
pub fn contrast(kind: ContrastKind) -> &'static str {
    match kind {
        ContrastKind::Differ => "they differ",
        ContrastKind::Agree => "they agree",
        ContrastKind::OnlyA => "only the first speaks",
        ContrastKind::OnlyB => "only the second speaks",
        ContrastKind::Changed => "changed",
    }
}

/// How a sentence was found in a reader's own copy, where that must be said.
pub fn found(found: Found) -> Option<String> {
    match found {
        Found::Exact => None,
        Found::Close(100) => Some(" [close: all its words, too few to be sure]".to_string()),
        Found::Close(score) => Some(format!(" [close: {score}%]")),
        Found::Lost => Some(" [this sentence is not in your copy]".to_string()),
    }
}

/// A number with its noun.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// An article's authors as a line names them.
pub fn authors(corpus: &Corpus, article: &Article) -> String {
    match article.authors.value.as_slice() {
        [] => "Author not named".to_string(),
        ids => ids.iter().map(|id| corpus.author_label(id.as_str())).collect::<Vec<_>>().join(", "),
    }
}

/// Where a field's value comes from, where that must be said: what is printed in the source needs no word.
pub fn basis(basis: Basis) -> Option<&'static str> {
    (basis != Basis::Stated).then(|| basis.label())
}

/// Who vouches for a position: `quoted`, `relayed by Fyodor Lukyanov`, `inferred by Chris Cheang`.
pub fn voice(corpus: &Corpus, position: &Position) -> String {
    // Where several articles stand together, "the author" would be nobody's.
    let author = || match corpus.article(&position.article) {
        Some(article) if !article.authors.value.is_empty() => authors(corpus, article),
        Some(article) => format!("the author in {}", corpus.outlet_label(article.outlet.value.as_str())),
        None => "the article’s author".to_string(),
    };
    match (position.voice.as_str(), &position.via) {
        (voice, Some(via)) => format!("{voice} by {}", corpus.actor_label(via)),
        ("attributed", None) => format!("attributed by {}", author()),
        ("inferred", None) => format!("inferred by {}", author()),
        ("author", None) => "the author’s own view".to_string(),
        (voice, None) => voice.to_string(),
    }
}

/// Who holds a position: where it is the article's own author, that is what a reader of the article calls them.
pub fn actor(corpus: &Corpus, position: &Position) -> String {
    let unnamed = corpus.article(&position.article).and_then(|article| article.author_actor.as_ref());
    match unnamed == Some(&position.actor) {
        true => "The author".to_string(),
        false => corpus.actor_label(&position.actor).to_string(),
    }
}

/// The answer of a position as it is read.
pub fn answer(corpus: &Corpus, position: &Position) -> String {
    let label = || {
        let issue = corpus.codebook.issue(&position.issue)?;
        Some(issue.answer(position.answer.as_ref()?)?.label.clone())
    };
    label().unwrap_or_else(|| "another answer".to_string())
}
