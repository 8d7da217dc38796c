//! More like a passage: the query that finds what shares its rarest words.

use super::Library;
use super::rank::rarity;
use crate::index::Place;
use crate::order::{InOrder, IntoSet};
use crate::text::keys;
use std::collections::BTreeSet;

/// So many words stand for a passage.
const WORDS: usize = 6;

impl Library {
    /// A query of a passage's most telling words, joined by OR: the rarest that stand elsewhere too, the more the oftener
    /// they stand in it, each in quotation marks, so that it means itself. Empty where every word of it is its own.
    pub fn like(&self, article: usize, place: Place) -> String {
        let index = self.index();
        let Some(unit) = index.units_of(article).find(|&unit| index.units()[unit].place == place) else {
            return String::new();
        };
        let mut words: Vec<(f64, String)> = Vec::new();
        let mut read = Vec::new();
        for word in self.words_of(article, place) {
            let holding = index.holding(&word);
            if holding < 2 || word.chars().count() < 4 {
                continue;
            }
            index.read(index.row(&word), &mut read);
            if let Some(here) = read.iter().find(|posting| posting.unit as usize == unit) {
                words.push((rarity(index, holding) * f64::from(here.count), word));
            }
        }
        // Equal weights by the word itself, so that the query is always the same.
        words.order_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.cmp(y)));
        let telling: BTreeSet<String> = words.into_iter().take(WORDS).map(|(_, word)| word).into_set();
        telling.into_iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ")
    }

    /// The keys of the words of a unit, each once.
    fn words_of(&self, article: usize, place: Place) -> BTreeSet<String> {
        let Some(article) = self.corpus().articles.get(article) else { return BTreeSet::new() };
        let of = |text: &str| keys(text, self.lexicon());
        let Place::Paragraph(at) = place else { return of(&article.title.value).into_iter().into_set() };
        let Some(paragraph) = article.paragraphs.get(at) else { return BTreeSet::new() };
        match paragraph.text() {
            Some(text) => of(&text).into_iter().into_set(),
            None => paragraph.terms.iter().flat_map(|(term, _)| of(term)).into_set(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::index::Place;
    use crate::model::Corpus;
    use crate::search::{Ask, Library};
    use serde_json::json;

    #[test]
    fn a_passage_is_found_by_its_telling_words_with_those_that_share_them() {
        let based = |value: serde_json::Value| json!({"value": value, "basis": "stated"});
        let article = |id: &str, texts: [&str; 2]| {
            let paragraphs: Vec<_> = (1..).zip(texts).map(|(n, text)| json!({"n": n, "text": text})).collect();
            json!({"id": id, "title": based("x".into()), "authors": based(json!([])), "outlet": based(id.into()),
                "date": based("2031".into()), "language": "en", "witnesses": [], "headings": [], "paragraphs": paragraphs})
        };
        let articles = json!([
            article("a", ["the pilots want the lease of the harbour", "the weather of the week was bad"]),
            article("b", ["the lease that pilots want is old", "the bells rang in the town of the bay"]),
        ]);
        let library = Library::new(Corpus { articles: serde_json::from_value(articles).unwrap(), ..Corpus::default() });
        let q = library.like(0, Place::Paragraph(0));
        assert!(["lease", "pilots", "want"].iter().all(|word| q.contains(&format!("\"{word}\""))), "{q}");
        assert!(!q.contains("harbour"), "a word that stands nowhere else finds nothing else: {q}");
        let found = library.select(&Ask { q, ..Ask::default() });
        assert_eq!(found.hits[0].article.min(found.hits[1].article), 0);
        assert_eq!(found.hits.len(), 2);
        assert_eq!(library.like(0, Place::Paragraph(9)), "");
    }
}
