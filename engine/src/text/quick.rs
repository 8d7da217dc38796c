//! The keys of a text and where they stand, without the rest of its tokens: what an index takes in, and what is marked, many times
//! faster.
//!
//! Most of a Latin text is runs of plain letters and digits between spaces, with signs around them. These are words by any
//! rule, and are folded by taking their capitals away. Whatever else stands between two spaces goes through [`tokens`]; and so
//! does, whole, a text with other scripts, in which a word's neighbours matter. The keys are those of `tokens`, always.

use super::{Lexicon, tokens};
use sightlines_words::{Class, Reading, each_word};
use std::ops::Range;

/// Calls `found` with each key of a text, in order, and the bytes it stands at: the same that [`tokens`] gives.
pub fn each_key(text: &str, lexicon: &Lexicon, mut found: impl FnMut(&str, Range<usize>)) {
    each_word(text, lexicon, &mut found);
}

impl Reading for Lexicon {
    fn classes(&self) -> &[Class; 256] {
        self.classes()
    }

    fn is_quick(&self, text: &str) -> bool {
        text.is_ascii() || text.chars().all(is_latin_text)
    }

    fn keeps_case(&self, word: &str) -> bool {
        self.keeps_case(word)
    }

    fn full(&self, text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
        tokens(text, self).into_iter().for_each(|token| found(&token.key, token.span));
    }
}

/// Letters and signs of Latin texts, among which a word is the same whatever stands around its spaces: no marks that join
/// others, no letters that could be taken for Latin ones.
fn is_latin_text(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{201f}'
        | '\u{2026}' | '\u{20ac}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SearchForms;

    #[test]
    fn the_keys_are_those_of_the_tokens() {
        let same = vec![vec!["%".into(), "percent".into()]];
        let lexicon = Lexicon::new(&SearchForms { case_words: vec!["US".into(), "us2".into()], same });
        for text in [
            "",
            "  two  Words\n\tand a third ",
            "Soviet-Japanese (joint) declaration; e.g. the U.S. and the US, told us.",
            "It’s 17%, 3.5 or 1,000; don't 'quote's' “it” %’s %'s a.'s",
            "a_b author:x x: y_ vis-à-vis Łódź Straße naïve—and…so",
            "For Japan, а solution",
            "а он пришёл",
            "北方領土 is カナ",
            "soft\u{ad}hyphen non\u{a0}breaking e\u{301}t\u{e9} \u{301}x",
            "end.",
            ".5 5. a.b a.1 1.a 1.2 a'1 'tis rock'n'roll s' 's S's",
            "don’t Don'T it’s’s 'n’ rock’n’roll’s ‘quoted’ x‘y U.S.’s US’s Us's 3’s 1’2 1,2,3.4;5 a;b aa.bb.c Aa.B's",
            "a_b_ _a __init__ a:b: :a::b a_'s a:'s a_’s 1_2 1_.2 a_.b a:.b x._y _.s '_s a’:s",
            "“So”—he said… “no”–‘yes’; –’s “’s” ’s ’S. „low‚ x‑y x‐y x―y a•b",
        ] {
            let mut quick = Vec::new();
            each_key(text, &lexicon, |key, span| quick.push((key.to_string(), span)));
            let slow: Vec<_> = tokens(text, &lexicon).into_iter().map(|token| (token.key, token.span)).collect();
            assert_eq!(quick, slow, "{text}");
        }
    }
}
