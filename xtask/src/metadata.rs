//! What library catalogues and search engines read of a corpus: DataCite's metadata as JSON, Dublin Core as XML, JSON-LD.
//!
//! In: a validated corpus. Out: two texts, which lie beside the pages, and a block in the hosted one. They describe the corpus, which is ours; the articles
//! are what it is derived from, each with its rights and whom to ask. Nothing is made up: what `corpus.toml` does not say is left out, and
//! what an article does not name is not named here.

mod datacite;
mod dublin_core;
mod json_ld;
#[cfg(test)]
mod tests;

pub use datacite::datacite;
pub use dublin_core::dublin_core;
pub use json_ld::json_ld;

use sightlines_engine::model::{Article, Corpus};

/// The name of DataCite's file.
pub const DATACITE: &str = "datacite.json";
/// The name of Dublin Core's file.
pub const DUBLIN_CORE: &str = "dublin-core.xml";

/// Who made the corpus, where it does not say: those who made the program, as CITATION.cff has them.
const MAKERS: &str = "The Sightlines authors";

/// So many articles are told one by one; of a larger corpus a catalogue takes the whole.
const MOST: usize = 500;

/// The articles that are told one by one.
fn told(corpus: &Corpus) -> &[Article] {
    if corpus.articles.len() > MOST { &[] } else { &corpus.articles }
}

/// Who made the corpus.
fn makers(corpus: &Corpus) -> Vec<&str> {
    if corpus.editors.is_empty() { vec![MAKERS] } else { corpus.editors.iter().map(String::as_str).collect() }
}

/// Whom to ask about an article: as its record says, or else as the corpus does.
fn contact<'a>(corpus: &'a Corpus, article: &'a Article) -> &'a str {
    if article.contact.is_empty() { &corpus.contact } else { &article.contact }
}

/// What is known of an article's rights, and whom to ask; none, where the record says nothing of either.
fn rights_of(corpus: &Corpus, article: &Article) -> Option<String> {
    let contact = contact(corpus, article);
    let asked = if contact.is_empty() { String::new() } else { format!(" Contact: {contact}") };
    let says = format!("{}{asked}", article.rights);
    (!says.is_empty()).then(|| format!("“{}”: {}", article.title.value, says.trim()))
}

/// Where a licence that is often chosen can be read.
fn licence_page(licence: &str) -> Option<&'static str> {
    match licence {
        "CC-BY-4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
        "CC-BY-SA-4.0" => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
        "CC0-1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
        _ => None,
    }
}

/// Which edition this is, as About cites it.
fn edition(corpus: &Corpus) -> String {
    format!("{} edition {}", corpus.edition().id(), corpus.hash)
}

/// The years of the articles, as a span of EDTF; empty where there are none.
fn years(corpus: &Corpus) -> String {
    let years = corpus.articles.iter().map(|article| article.date.value.years());
    let span = years.map(|years| (*years.start(), *years.end())).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    match span {
        None => String::new(),
        Some((first, last)) if first == last => format!("{first:04}"),
        Some((first, last)) => format!("{first:04}/{last:04}"),
    }
}
