//! The fingerprint of a sentence.

use crate::clean::Block;
use crate::model::{Article, ArticleId, Paragraph};
use crate::order::IntoSet;
use crate::text::{Lexicon, keys, sentences};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Sentences of fewer words have no hash of the whole: the words of a short one could be found by trying.
pub const WORDS_FOR_EXACT: usize = 12;

/// How many hashes of single words an anchor holds.
const SKETCH: usize = 8;

/// The fingerprint of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The paragraph.
    pub p: u32,
    /// The sentence within it, from 1.
    pub s: u32,
    /// How many words it has, as the tokeniser counts them.
    pub words: u32,
    /// The first eight bytes of SHA-256 over the article's id, a tab, and the folded words with single spaces; none for
    /// sentences under [`WORDS_FOR_EXACT`] words. Written as sixteen small hexadecimal digits.
    pub exact: Option<u64>,
    /// The eight smallest of the first four bytes of SHA-256 over the article's id, a tab and one distinct folded word, in
    /// ascending order; fewer where there are fewer words. Written as eight small hexadecimal digits each.
    pub sketch: Vec<u32>,
}

impl Anchor {
    /// Words, hash of the whole and hashes of words, with spaces between; `-` stands for a hash that is not there.
    pub fn line(&self) -> String {
        let exact = self.exact.map_or("-".to_string(), |hash| format!("{hash:016x}"));
        let sketch = self.sketch.iter().map(|hash| format!(" {hash:08x}"));
        format!("{} {exact}", self.words) + &sketch.collect::<String>()
    }

    /// Reads what [`line`](Self::line) wrote; none, where it is anything else.
    pub fn read(p: u32, s: u32, line: &str) -> Option<Anchor> {
        let mut parts = line.split(' ');
        let words = parts.next()?.parse().ok()?;
        let exact = match parts.next()? {
            "-" => None,
            hash => Some(u64::from_str_radix(hash, 16).ok()?),
        };
        let sketch = parts.map(|hash| u32::from_str_radix(hash, 16).ok()).collect::<Option<_>>()?;
        Some(Anchor { p, s, words, exact, sketch })
    }
}

/// The fingerprints of an article's sentences: those that came with it, else those of its text.
pub fn anchors_of(article: &Article) -> Vec<Anchor> {
    let of_paragraph = |paragraph: &Paragraph| match paragraph.text() {
        Some(text) if paragraph.anchors.is_empty() => {
            anchors(&article.id, &[Block { n: paragraph.n, text: text.into_owned() }])
        }
        _ => (1..).zip(&paragraph.anchors).filter_map(|(s, line)| Anchor::read(paragraph.n, s, line)).collect(),
    };
    article.paragraphs.iter().flat_map(of_paragraph).collect()
}

/// The fingerprint of a sentence, which stands at `p` and `s` of the article.
pub fn anchor(article: &ArticleId, p: u32, s: u32, sentence: &str) -> Anchor {
    let words = keys(sentence, &Lexicon::default());
    let mut sketch: Vec<u32> = word_hashes(article, &words).into_iter().collect();
    sketch.truncate(SKETCH);
    Anchor { p, s, words: u32::try_from(words.len()).unwrap_or(u32::MAX), exact: exact(article, &words), sketch }
}

/// The fingerprints of all sentences of the paragraphs, in order.
pub fn anchors(article: &ArticleId, paragraphs: &[Block]) -> Vec<Anchor> {
    paragraphs
        .iter()
        .flat_map(|block| {
            let spans = sentences(&block.text);
            (1..).zip(spans).map(move |(s, span)| anchor(article, block.n, s, &block.text[span]))
        })
        .collect()
}

/// The hash of the whole, or none where there are too few words.
pub(super) fn exact(article: &ArticleId, words: &[String]) -> Option<u64> {
    (words.len() >= WORDS_FOR_EXACT).then(|| u64::from_be_bytes(hash(article, &words.join(" "))))
}

/// The hashes of the distinct words, ascending.
pub(super) fn word_hashes(article: &ArticleId, words: &[String]) -> BTreeSet<u32> {
    words.iter().map(|word| u32::from_be_bytes(hash(article, word))).into_set()
}

fn hash<const N: usize>(article: &ArticleId, words: &str) -> [u8; N] {
    let digest = Sha256::digest(format!("{article}\t{words}").as_bytes());
    std::array::from_fn(|i| digest[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The pilots, who had waited nine hours, went home without a word to anyone.";

    #[test]
    fn a_fingerprint_is_the_beginning_of_sha_256_over_id_tab_and_words() {
        // printf 'lee-2031\tthe quay' | sha256sum
        assert_eq!(hash::<4>(&"lee-2031".into(), "the quay"), [0x2c, 0xa6, 0xcd, 0x15]);
    }

    #[test]
    fn quotes_case_and_accents_leave_a_fingerprint_as_it_is() {
        let id = ArticleId::from("lee-2031");
        let print = |text: &str| {
            let a = anchor(&id, 1, 1, text);
            (a.words, a.exact, a.sketch)
        };
        let plain = print(LONG);
        assert_eq!(plain.0, 14);
        assert!(plain.1.is_some());
        assert_eq!(plain.2.len(), SKETCH);
        assert_eq!(print(&LONG.to_uppercase()), plain);
        assert_eq!(print("“The pílots — who had waited nine hours —\u{a0}went home without a word to anyone”"), plain);
        assert_ne!(print(&LONG.replace("nine", "ten")).1, plain.1);
        assert_ne!(anchor(&"oh-2031".into(), 1, 1, LONG).sketch, plain.2);
    }

    #[test]
    fn an_anchor_is_read_as_it_was_written() {
        for text in [LONG, "Two words.", "…"] {
            let anchor = anchor(&"lee-2031".into(), 2, 3, text);
            assert_eq!(Anchor::read(2, 3, &anchor.line()), Some(anchor));
        }
        for line in ["", "12", "x -", "12 x", "12 - x", "12  "] {
            assert_eq!(Anchor::read(1, 1, line), None, "{line:?}");
        }
    }

    #[test]
    fn a_short_sentence_has_no_hash_of_the_whole() {
        let short = anchor(&"lee-2031".into(), 2, 3, "The quay, the old quay, is shut.");
        assert_eq!((short.p, short.s, short.words, short.exact), (2, 3, 7, None));
        assert_eq!(short.sketch.len(), 5, "distinct words only");
        assert!(short.sketch.is_sorted());
    }
}
