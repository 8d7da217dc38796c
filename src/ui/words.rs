//! Words of the page that several components share.

use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
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
pub fn edition(edition: Edition, messages: &'static Messages) -> &'static str {
    let words = &messages.words;
    match edition {
        Edition::Digest => words.digest_edition,
        Edition::Full => words.full_text_edition,
        Edition::Mixed => words.mixed_edition,
    }
}

/// How two sides stand to each other.
pub fn contrast(kind: ContrastKind, messages: &'static Messages) -> &'static str {
    let words = &messages.words;
    match kind {
        ContrastKind::Differ => words.they_differ,
        ContrastKind::Agree => words.they_agree,
        ContrastKind::OnlyA => words.only_the_first_speaks,
        ContrastKind::OnlyB => words.only_the_second_speaks,
        ContrastKind::Changed => words.changed,
    }
}

/// How a sentence was found in a reader's own copy, where that must be said.
pub fn found(found: Found, messages: &Messages) -> Option<String> {
    let words = &messages.words;
    let says = match found {
        Found::Exact => return None,
        Found::Close(100) => words.close_with_all_words.to_string(),
        Found::Close(score) => words.close_by.with([score.to_string()]),
        Found::Lost => words.not_in_your_copy.to_string(),
    };
    Some(format!(" {says}"))
}

/// What a reader must know before something of the selected articles leaves the page.
pub fn cautions(explorer: Explorer) -> AnyView {
    let messages = explorer.messages();
    let hits: Vec<usize> =
        explorer.selection().map(|s| s.hits.iter().map(|hit| hit.article).collect()).unwrap_or_default();
    explorer.corpus(|corpus| {
        let of = hits.iter().map(|&at| &corpus.articles[at]).filter(|article| !article.notice.is_empty());
        let says =
            of.map(|a| view! { <p class="caution" lang=explorer.content_language()><strong>{authors(corpus, a, messages)}{messages.words.colon}</strong>{a.notice.clone()}</p> });
        says.collect_view().into_any()
    })
}

/// What a sheet is of; on paper its head says so.
pub fn edition_line(corpus: &Corpus, messages: &Messages) -> AnyView {
    let of = [&corpus.title, &corpus.horizon, &corpus.hash, &corpus.version, &corpus.licence];
    view! { <p class="minor edition-line no-print">{messages.words.edition_line.with(of)}</p> }.into_any()
}

/// An article's authors as a line names them.
pub fn authors(corpus: &Corpus, article: &Article, messages: &Messages) -> String {
    match article.authors.value.as_slice() {
        [] => messages.words.author_not_named.to_string(),
        ids => ids.iter().map(|id| corpus.author_label(id.as_str())).collect::<Vec<_>>().join(messages.words.comma),
    }
}

/// Where a field's value comes from, where that must be said: what is printed in the source needs no word.
pub fn basis(basis: Basis, messages: &'static Messages) -> Option<&'static str> {
    (basis != Basis::Stated).then(|| basis.label(messages))
}

/// Who vouches for a position: `quoted`, `relayed by Fyodor Lukyanov`, `inferred by Chris Cheang`.
pub fn voice(corpus: &Corpus, position: &Position, messages: &Messages) -> String {
    let words = &messages.words;
    // Where several articles stand together, "the author" would be nobody's.
    let author = || match corpus.article(&position.article) {
        Some(article) if !article.authors.value.is_empty() => authors(corpus, article, messages),
        Some(article) => words.the_author_in.with([corpus.outlet_label(article.outlet.value.as_str())]),
        None => words.the_articles_author.to_string(),
    };
    let word = position.voice.word(messages);
    match (position.voice.as_str(), &position.via) {
        (_, Some(via)) => words.voice_by.with([word, corpus.actor_label(via)]),
        ("attributed" | "inferred", None) => words.voice_by.with([word, &author()]),
        ("author", None) => words.the_authors_own_view.to_string(),
        _ => word.to_string(),
    }
}

/// When a position was held, as precisely as is known.
pub fn as_of(position: &Position, messages: &Messages) -> String {
    let words = &messages.words;
    position.as_of.as_ref().map_or(words.undated.to_string(), |date| words.as_of.with([date.label(messages)]))
}

/// How precise that date is, and on what it rests: the text's own dating, or the article's date.
pub fn date_basis(corpus: &Corpus, position: &Position, messages: &Messages) -> String {
    let words = &messages.words;
    let Some(date) = &position.as_of else { return words.the_text_does_not_date_it.to_string() };
    let article = corpus.article(&position.article).map(|article| &article.date).filter(|own| own.value == *date);
    let rests = match article {
        Some(own) if own.basis == Basis::Stated => words.the_articles_date_as_printed.to_string(),
        Some(own) => words.the_articles_date.with([own.basis.label(messages)]),
        None => words.the_text_dates_it.to_string(),
    };
    words.when_it_was_held.with([date.precision(messages), &rests])
}

/// Who holds a position: where it is the article's own author, that is what a reader of the article calls them.
pub fn actor(corpus: &Corpus, position: &Position, messages: &Messages) -> String {
    let unnamed = corpus.article(&position.article).and_then(|article| article.author_actor.as_ref());
    match unnamed == Some(&position.actor) {
        true => messages.words.the_author.to_string(),
        false => corpus.actor_label(&position.actor).to_string(),
    }
}

/// The answer of a position as it is read.
pub fn answer(corpus: &Corpus, position: &Position, messages: &Messages) -> String {
    corpus.answer_label(position, messages).to_string()
}

/// That a file was given to the browser; a frame may have refused it without a word, and `else_` says what to do then.
pub fn file_given(else_: &str, messages: &Messages) -> String {
    let words = &messages.words;
    match crate::dom::is_framed() {
        true => words.file_given_if_none_comes.with([else_]),
        false => words.file_given.to_string(),
    }
}
