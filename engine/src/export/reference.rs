//! An article as a reference under a handout.

use crate::messages::Language;
use crate::model::{Article, Corpus, Locator};
use crate::view::View;

/// `Dana Lee: “Pilots, now”, The Evening Post, April 2031`: as far as the record goes. Who is not named stays missing, and
/// what is not printed in the source says on what basis it stands.
pub fn reference(corpus: &Corpus, article: &Article) -> String {
    let based = |label: String, basis: crate::model::Basis| match basis {
        crate::model::Basis::Stated => label,
        other => format!("{label} ({})", other.label(Language::English.messages())),
    };
    let outlet = corpus.outlet_label(article.outlet.value.as_str()).to_string();
    let parts = [
        based(format!("“{}”", article.title.value), article.title.basis),
        based(outlet, article.outlet.basis),
        based(article.date.value.label(Language::English.messages()), article.date.basis),
    ];
    match authors(corpus, article) {
        names if names.is_empty() => parts.join(", "),
        names => format!("{names}: {}", parts.join(", ")),
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
