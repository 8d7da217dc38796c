//! An article as a reference under a handout.

use crate::messages::Messages;
use crate::model::{Article, Corpus, Locator};
use crate::view::View;

/// `Dana Lee: “Pilots, now”, The Evening Post, April 2031`: as far as the record goes. Who is not named stays missing, and
/// what is not printed in the source says on what basis it stands.
pub fn reference(corpus: &Corpus, article: &Article, messages: &Messages) -> String {
    let words = &messages.words;
    let based = |label: String, basis: crate::model::Basis| match basis {
        crate::model::Basis::Stated => label,
        other => words.with_brackets.with([label.as_str(), other.label(messages)]),
    };
    let outlet = corpus.outlet_label(article.outlet.value.as_str()).to_string();
    let parts = [
        based(words.quoted_label.with([&article.title.value]), article.title.basis),
        based(outlet, article.outlet.basis),
        based(article.date.value.label(messages), article.date.basis),
    ];
    match authors(corpus, article) {
        names if names.is_empty() => parts.join(words.comma),
        names => [names, parts.join(words.comma)].join(words.colon),
    }
}

/// Who signs an article; a missing author stays missing.
pub(super) fn authors(corpus: &Corpus, article: &Article) -> String {
    article.authors.value.iter().map(|id| corpus.author_label(id.as_str())).collect::<Vec<_>>().join("; ")
}

/// The link to an article, or to a place in it; `base` is what links begin with.
pub fn article_link(base: &str, article: &Article, place: Option<Locator>) -> String {
    format!("{base}#{}", View::default().reading(article.id.as_str(), place).fragment())
}
