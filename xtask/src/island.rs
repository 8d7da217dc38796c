//! The corpus as a data block of the page: JSON in which nothing can end the block it stands in.

use sightlines_engine::model::Corpus;

/// The corpus as JSON for a `<script type="application/json">`.
///
/// In a script element only `<` can begin anything (`</script`, `<!--`), and in JSON it stands only in strings, where it may
/// be written as an escape. U+2028 and U+2029 are escaped too, since older scripts took them for line ends.
pub fn island(corpus: &Corpus) -> String {
    // A corpus is strings, numbers and lists: none of it can be refused by the format.
    let json = serde_json::to_string(corpus).expect("a corpus has a JSON form");
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn an_island_reads_as_the_corpus_that_was_written(title in any::<String>()) {
            let island = island(&titled(&title));
            prop_assert!(!island.contains('<'));
            prop_assert_eq!(serde_json::from_str::<Corpus>(&island).unwrap(), titled(&title));
        }
    }
}
