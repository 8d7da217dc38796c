//! Words of the page that several components share.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{Article, Basis, ContrastKind, Corpus, Edition, Found, Position};
use sightlines_engine::view::Pane;

/// The signs of answers, in the codebook's order.
pub const SIGNS: [&str; 6] = ["●", "◆", "■", "▲", "★", "○"];

/// The sign of an answer; another answer has a dash.
pub fn sign(place: Option<usize>) -> &'static str {
    place.map_or("–", |at| SIGNS[at % SIGNS.len()])
}

/// The name of a part of the page.
pub fn pane(explorer: Explorer, pane: Pane) -> &'static str {
    let messages = &explorer.messages().masthead;
    match pane {
        Pane::Articles => messages.articles,
        Pane::Read => messages.read,
        Pane::Compare => messages.compare,
        Pane::Timeline => messages.timeline,
        Pane::Words => messages.words,
        Pane::Seminar => messages.seminar,
        Pane::About => messages.about,
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

/// What a reader must know before something of the selected articles leaves the page.
pub fn cautions(explorer: Explorer) -> AnyView {
    let hits: Vec<usize> =
        explorer.selection().map(|s| s.hits.iter().map(|hit| hit.article).collect()).unwrap_or_default();
    explorer.corpus(|corpus| {
        let of = hits.iter().map(|&at| &corpus.articles[at]).filter(|article| !article.notice.is_empty());
        let says =
            of.map(|a| view! { <p class="caution"><strong>{authors(corpus, a)}": "</strong>{a.notice.clone()}</p> });
        says.collect_view().into_any()
    })
}

/// What a sheet is of; on paper its head says so.
pub fn edition_line(corpus: &Corpus) -> AnyView {
    let says = format!(
        "Sightlines: {}. {}. Edition {}, version {}, digests and coding {}.",
        corpus.title, corpus.horizon, corpus.hash, corpus.version, corpus.licence
    );
    view! { <p class="minor edition-line no-print">{says}</p> }.into_any()
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

/// When a position was held, as precisely as is known.
pub fn as_of(position: &Position) -> String {
    position.as_of.as_ref().map_or("undated".to_string(), |date| format!("as of {}", date.label()))
}

/// How precise that date is, and on what it rests: the text's own dating, or the article's date.
pub fn date_basis(corpus: &Corpus, position: &Position) -> String {
    let Some(date) = &position.as_of else {
        return "The text does not date it, and it is not of the article’s own time.".to_string();
    };
    let article = corpus.article(&position.article).map(|article| &article.date).filter(|own| own.value == *date);
    let rests = match article {
        Some(own) if own.basis == Basis::Stated => "It is the article’s own date, as printed.".to_string(),
        Some(own) => format!("It is the article’s own date, {}.", own.basis.label()),
        None => "The text dates it so, or says what dates it.".to_string(),
    };
    format!("When it was held, {}. {rests}", date.precision())
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
    corpus.answer_label(position).to_string()
}

/// That a file was given to the browser; a frame may have refused it without a word, and `else_` says what to do then.
pub fn file_given(else_: &str) -> String {
    match crate::dom::is_framed() {
        true => format!("Handed to the browser as a file. If none comes{else_}."),
        false => "Handed to the browser as a file.".to_string(),
    }
}
