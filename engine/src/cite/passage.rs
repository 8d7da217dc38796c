//! A passage with its reference and its link, as one text to be pasted.

use super::style::{Style, citation};
use crate::export::article_link;
use crate::messages::Messages;
use crate::model::{Article, Corpus, Locator};

/// What stands at a place in an article, its citation, and the link to it; none where there are no words of it. The source's words
/// stand in quotation marks. Where they are not here, the digest has none, and says whose it is. `base` is what links begin with.
pub fn passage_with_reference(
    corpus: &Corpus,
    article: &Article,
    place: Locator,
    base: &str,
    messages: &Messages,
) -> Option<String> {
    let paragraph = article.paragraph(place.p)?;
    let text = paragraph.text();
    let source = text.as_deref().and_then(|text| {
        let sentence = place.s.and_then(|s| paragraph.spans(text).get((s as usize).checked_sub(1)?).cloned());
        // A reader's own copy may lack the sentence.
        text.get(sentence.unwrap_or(0..text.len())).map(str::trim).filter(|words| !words.is_empty())
    });
    let citation = citation(corpus, article, Style::Chicago, &[place]);
    let (words, citation) = match (source, &paragraph.digest) {
        (Some(words), _) => (messages.words.quoted_label.with([words]), citation),
        (None, Some(digest)) => {
            (messages.citing.not_the_sources_words.with([digest]), messages.citing.of.with([citation]))
        }
        (None, None) => return None,
    };
    Some(format!("{words}\n{citation}\n{}\n", article_link(base, article, Some(place))))
}
