//! JSON-LD with the words of schema.org, as a data block of the hosted page: search engines read no other.
//!
//! Dates keep their precision (a span is an interval of ISO 8601), and who is not named is left out.

use super::{licence_page, makers, told};
use serde_json::{Value, json};
use sightlines_engine::cite::{Item, Name};
use sightlines_engine::model::{Article, Corpus, OutletKind};

/// The block.
pub fn json_ld(corpus: &Corpus) -> String {
    // As in the corpus's own block, nothing may end the element that it stands in.
    let json = described(corpus).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// The corpus as a data set that is based on the articles; it does not hold them.
fn described(corpus: &Corpus) -> Value {
    let mut data = json!({"@context": "https://schema.org", "@type": "Dataset"});
    set(&mut data, "name", &corpus.title);
    set(&mut data, "description", &corpus.description);
    set(&mut data, "version", &corpus.version);
    set(&mut data, "identifier", &corpus.hash);
    set(&mut data, "license", licence_page(&corpus.licence).unwrap_or(&corpus.licence));
    set(&mut data, "inLanguage", &corpus.language);
    set(&mut data, "datePublished", &corpus.published);
    set(&mut data, "url", &corpus.public_url);
    data["creator"] = makers(corpus).into_iter().map(named).collect();
    if !told(corpus).is_empty() {
        data["isBasedOn"] = told(corpus).iter().map(|article| work(corpus, article)).collect();
    }
    data
}

/// An article.
fn work(corpus: &Corpus, article: &Article) -> Value {
    let item = Item::of_article(corpus, article);
    let (kind, within) = match item.kind {
        OutletKind::Newspaper => ("NewsArticle", "Newspaper"),
        OutletKind::Magazine => ("Article", "Periodical"),
        OutletKind::Journal => ("ScholarlyArticle", "Periodical"),
        OutletKind::Blog => ("BlogPosting", "Blog"),
        OutletKind::Website => ("Article", "WebSite"),
    };
    let mut work = json!({"@type": kind, "isPartOf": {"@type": within, "name": item.container}});
    set(&mut work, "headline", &item.title);
    if !item.authors.is_empty() {
        work["author"] = item.authors.iter().map(author).collect();
    }
    set(&mut work, "datePublished", &item.date.map(|date| date.to_string()).unwrap_or_default());
    set(&mut work, "inLanguage", &item.language);
    set(&mut work, "url", &item.url);
    set(&mut work, "copyrightNotice", &article.rights);
    work
}

fn author(name: &Name) -> Value {
    match &name.given {
        Some(given) => json!({"@type": "Person", "familyName": name.family, "givenName": given}),
        None => named(&name.family),
    }
}

/// A name of a person or of an organisation: the corpus does not say.
fn named(name: &str) -> Value {
    json!({"@type": "Thing", "name": name})
}

fn set(data: &mut Value, key: &str, value: &str) {
    if !value.is_empty() {
        data[key] = json!(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(title: &str, authors: &[&str], date: &str) -> Corpus {
        let based = |value: Value| json!({"value": value, "basis": "stated"});
        let article = json!({"id": "a", "title": based(title.into()), "authors": based(json!(authors)), "outlet": based("post".into()),
            "date": based(date.into()), "language": "en", "witnesses": [], "headings": [], "paragraphs": [{"n": 1, "text": "Words of the source."}]});
        Corpus {
            title: title.into(),
            hash: "0123456789ab".into(),
            authors: serde_json::from_value(
                json!([{"id": "lee", "name": "Dana Lee", "family": "Lee"}, {"id": "board", "name": "The Board"}]),
            )
            .unwrap(),
            outlets: serde_json::from_value(json!([{"id": "post", "name": "The Post", "kind": "newspaper"}])).unwrap(),
            articles: vec![serde_json::from_value(article).unwrap()],
            ..Corpus::default()
        }
    }

    #[test]
    fn articles_are_described_as_they_are_known_and_their_words_are_not_there() {
        let work = &described(&corpus("A title", &["lee", "board"], "2031-04"))["isBasedOn"][0];
        let wanted = json!({"@type": "NewsArticle", "headline": "A title", "isPartOf": {"@type": "Newspaper", "name": "The Post"},
            "author": [{"@type": "Person", "familyName": "Lee", "givenName": "Dana"}, {"@type": "Thing", "name": "The Board"}],
            "datePublished": "2031-04", "inLanguage": "en"});
        assert_eq!(*work, wanted);
        let unsigned = described(&corpus("A title", &[], "2031-04-02/2031-04-05"));
        assert_eq!(unsigned["isBasedOn"][0]["datePublished"], "2031-04-02/2031-04-05");
        assert!(unsigned["isBasedOn"][0].get("author").is_none());
    }

    #[test]
    fn nothing_ends_the_block() {
        for hostile in ["</script><script>alert(1)</script>", "<!--", "\"}\n\\"] {
            let block = json_ld(&corpus(hostile, &[], "2031"));
            assert_eq!(block.matches('<').count(), 2, "{block}");
            let json = block.split_once('>').unwrap().1.strip_suffix("</script>\n").unwrap();
            assert_eq!(serde_json::from_str::<Value>(json).unwrap()["name"], hostile);
        }
    }

    #[test]
    fn of_a_large_corpus_no_article_is_described() {
        let mut large = corpus("t", &[], "2031");
        large.articles = vec![large.articles[0].clone(); super::super::MOST + 1];
        assert!(described(&large).get("isBasedOn").is_none());
    }
}
