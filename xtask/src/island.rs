//! The corpus as a data block of the page: JSON in which nothing can end the block it stands in. Of a large corpus the articles
//! follow in blocks of their own, which the page reads bit by bit.

use serde::Serialize;
use sightlines_engine::block;
use sightlines_engine::model::{Article, Corpus};
use sightlines_engine::text::Lexicon;

/// Up to so many bytes of texts the articles stand in the corpus's own block.
const SMALL: usize = 2_000_000;
/// A block ends with the article that fills it, in bytes of JSON. Larger ones are packed smaller and indexed at less cost, since a word
/// is then told less often; but to read one is to keep nobody waiting, where no other thread does it.
const BLOCK: usize = 1_000_000;

/// A corpus without the articles that follow in blocks, and these.
pub fn parted(corpus: &Corpus) -> (Corpus, Vec<Vec<u8>>) {
    if text_bytes(corpus) <= SMALL {
        return (corpus.clone(), Vec::new());
    }
    let head = Corpus { articles: Vec::new(), later: corpus.articles.len(), ..corpus.clone() };
    let lexicon = Lexicon::new(&corpus.search);
    let bytes = |article: &Article| serde_json::to_vec(article).expect("an article has a JSON form").len();
    let (mut blocks, mut from, mut filled) = (Vec::new(), 0, 0);
    for (at, article) in corpus.articles.iter().enumerate() {
        filled += bytes(article);
        if filled > BLOCK || at + 1 == corpus.articles.len() {
            blocks.push(block::packed(&corpus.articles[from..=at], &lexicon));
            (from, filled) = (at + 1, 0);
        }
    }
    (head, blocks)
}

/// How many bytes the texts of a corpus have.
pub fn text_bytes(corpus: &Corpus) -> usize {
    corpus.articles.iter().flat_map(|a| &a.paragraphs).filter_map(|p| p.text()).map(|text| text.len()).sum()
}

/// What has a JSON form, as a corpus has: JSON for a `<script type="application/json">`.
///
/// In a script element only `<` can begin anything (`</script`, `<!--`), and in JSON it stands only in strings, where it may
/// be written as an escape. U+2028 and U+2029 are escaped too, since older scripts took them for line ends.
pub fn island(value: &impl Serialize) -> String {
    // None of it can be refused by the format.
    let json = serde_json::to_string(value).expect("strings, numbers and lists have a JSON form");
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sightlines_engine::index::Segments;

    fn titled(title: &str) -> Corpus {
        Corpus { title: title.into(), ..Corpus::default() }
    }

    #[test]
    fn nothing_in_a_corpus_ends_its_island() {
        for hostile in ["</script><script>alert(1)</script>", "<!-- <script>", "\u{2028}\u{2029}", "\\u003c", "\"}\n\\"]
        {
            let island = island(&titled(hostile));
            for sign in ['<', '\u{2028}', '\u{2029}', '\n'] {
                assert!(!island.contains(sign), "{hostile:?} leaves {sign:?}");
            }
            assert_eq!(serde_json::from_str::<Corpus>(&island).unwrap().title, hostile);
        }
    }

    #[test]
    fn a_large_corpus_comes_in_blocks_that_hold_every_article_once() {
        let article = |n: usize| -> Article {
            let based = |value: serde_json::Value| serde_json::json!({"value": value, "basis": "stated"});
            let paragraphs = [serde_json::json!({"n": 1, "text": "word ".repeat(600)})];
            serde_json::from_value(serde_json::json!({
                "id": format!("a{n:05}"), "title": based("A title".into()), "authors": based(serde_json::json!([])),
                "outlet": based("post".into()), "date": based("2031".into()), "language": "en", "witnesses": [],
                "headings": [], "paragraphs": paragraphs,
            }))
            .unwrap()
        };
        let corpus = |many: usize| Corpus { articles: (0..many).map(article).collect(), ..Corpus::default() };
        let small = corpus(10);
        assert_eq!(parted(&small), (small, Vec::new()));
        let large = corpus(1000);
        let (head, blocks) = parted(&large);
        assert_eq!((head.articles.len(), head.later), (0, 1000));
        let mut segments = Segments::default();
        let read = |packed: &Vec<u8>| {
            let made = segments.of(packed, &Lexicon::default()).unwrap();
            Segments::articles(&made).unwrap().0
        };
        let blocks: Vec<Vec<Article>> = blocks.iter().map(read).collect();
        let filling = BLOCK / serde_json::to_string(&large.articles[0]).unwrap().len() + 1;
        let lengths: Vec<usize> = large.articles.chunks(filling).map(<[Article]>::len).collect();
        assert_eq!(blocks.iter().map(Vec::len).collect::<Vec<_>>(), lengths);
        assert!(lengths.len() > 2);
        assert_eq!(blocks.concat(), large.articles);
    }

    proptest! {
        #[test]
        fn an_island_reads_as_the_corpus_that_was_written(title in any::<String>()) {
            let island = island(&titled(&title));
            prop_assert!(!island.contains('<'));
            prop_assert_eq!(serde_json::from_str::<Corpus>(&island).unwrap(), titled(&title));
        }
    }
}
