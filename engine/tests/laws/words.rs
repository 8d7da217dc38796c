//! Words and sentences stand where they are said to, and folding twice is folding once.

use super::cases_of;
use super::vocabulary::{CASE_WORDS, FORMS, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sightlines_engine::model::SearchForms;
use sightlines_engine::text::{Lexicon, each_key, key, keys, sentences, tokens};
use unicode_normalization::UnicodeNormalization;

/// The lexicon of the vocabulary.
fn lexicon() -> Lexicon {
    let same = FORMS.iter().map(|ring| ring.iter().map(|form| form.to_string()).collect()).collect();
    Lexicon::new(&SearchForms { case_words: CASE_WORDS.iter().map(|w| w.to_string()).collect(), same })
}

/// Words as people and programs write them: composed and not, in several scripts and widths, with signs inside.
const WRITTEN: &[&str] = &[
    "harbour",
    "été",
    "e\u{301}te\u{301}",
    "Naı̈ve",
    "Straße",
    "ﬁsh",
    "İskele",
    "Ａｂｃ",
    "１７",
    "17",
    "1,200",
    "3.5",
    "ёж",
    "мой",
    "мои\u{306}",
    "Pоrt",
    "приxод",
    "а",
    "Ωμος",
    "Κ",
    "霧",
    "霧島",
    "霧\u{fe00}",
    "カナー",
    "が",
    "か\u{3099}",
    "ｶﾞ",
    "한국",
    "\u{1112}\u{1161}\u{11ab}",
    "צ\u{5bc}ה״ל",
    "م\u{640}ر\u{64e}",
    "US",
    "us",
    "U.S",
    "e.g",
    "Ｕ．Ｓ",
    "don't",
    "don’t",
    "x_y",
    "x＿y",
    "har\u{ad}bour",
    "har\u{200d}bour",
    "🏝",
    "🏝\u{fe0f}",
    "",
];

/// What stands at a word's beginning and at its end.
const OPENINGS: &[&str] = &["", "", "", "“", "(", "‘", "'", "*"];
const ENDINGS: &[&str] = &["", "", "", "'s", "’s", "ʼs", "＇S", "'s’s", "'", "’", "ʼ", ".", "%", "％", "…", "”"];

/// What stands between words.
const BETWEEN: &[&str] = &[
    " ", " ", " ", ", ", ". ", "-", "‑", "–", " — ", "/", ":", "：", "_", "\u{a0}", "\u{202f}", "\u{3000}", "\u{200b}",
    "\n",
];

/// Words in a row.
fn written() -> impl Strategy<Value = String> {
    let word = (select(OPENINGS), select(WRITTEN), select(ENDINGS), select(BETWEEN));
    vec(word, 0..6).prop_map(|words| {
        words.iter().flat_map(|(opening, word, end, between)| [*opening, word, end, between]).collect()
    })
}

/// Words in a row, or any string.
pub fn untidy() -> impl Strategy<Value = String> {
    prop_oneof![3 => written(), 1 => any::<String>(), 1 => text(0..8)]
}

/// Stretches of what Latin texts are made of, with signs where they are not expected.
fn latin() -> impl Strategy<Value = String> {
    let stretch = vec(
        select(&[
            "a", "Bc", "S", "US", "s", "x1", "17", "3", "'", "’", "‘", ".", ",", ";", ":", "_", "-", "‐", "–", "%",
            "(", "é", "\u{a0}", "“", "…",
        ]),
        0..7,
    );
    vec((stretch, select(&[" ", "  ", "\n", "\t"])), 0..5)
        .prop_map(|all| all.into_iter().map(|(stretch, space)| stretch.concat() + space).collect())
}

proptest! {
    #![proptest_config(cases_of(1024))]

    #[test]
    fn words_stand_on_characters_one_after_the_other(text in untidy()) {
        let mut end = 0;
        for token in tokens(&text, &lexicon()) {
            prop_assert!(end <= token.span.start && token.span.start < token.span.end, "{:?} in {:?}", token, text);
            end = token.span.end;
            let written = text.get(token.span.clone());
            prop_assert!(written.is_some_and(|w| w.trim() == w), "{:?} in {:?}", token, text);
            prop_assert!(!token.key.is_empty() && !token.key.contains(char::is_whitespace), "{:?} in {:?}", token, text);
        }
    }

    #[test]
    fn the_quick_way_gives_the_keys_of_the_tokens(
        text in prop_oneof![3 => latin(), 2 => untidy(), 1 => "[ -~’é]{0,40}"], plain: bool,
    ) {
        let lexicon = if plain { Lexicon::default() } else { lexicon() };
        let mut quick = Vec::new();
        each_key(&text, &lexicon, |key, span| quick.push((key.to_string(), span)));
        let slow: Vec<_> = tokens(&text, &lexicon).into_iter().map(|token| (token.key, token.span)).collect();
        prop_assert_eq!(quick, slow, "of {:?}", text);
    }

    #[test]
    fn folding_twice_is_folding_once(text in prop_oneof![written(), text(0..8)]) {
        let plain = Lexicon::default();
        let once = key(&text, &plain);
        prop_assert_eq!(key(&once, &plain), once, "of {:?}", text);
    }

    #[test]
    fn composed_and_decomposed_letters_are_one(text in prop_oneof![written(), text(0..8)]) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(key(&decomposed, &lexicon()), key(&composed, &lexicon()), "of {:?}", text);
    }

    #[test]
    fn case_makes_no_other_word(text in text(0..8)) {
        let plain = Lexicon::default();
        prop_assert_eq!(key(&text.to_uppercase(), &plain), key(&text.to_lowercase(), &plain), "of {:?}", text);
    }

    #[test]
    fn a_word_alone_is_found_by_the_key_it_has_in_its_text(text in prop_oneof![written(), text(0..8)]) {
        let lexicon = lexicon();
        for token in tokens(&text, &lexicon) {
            let alone = keys(&text[token.span.clone()], &lexicon);
            // A letter that stands alone between words of another script is judged by them.
            let judged = token.key.chars().count() == 1 && alone != [token.key.clone()];
            prop_assert!(judged || alone == [token.key.clone()], "{:?} is {:?} alone, in {:?}", token, alone, text);
        }
    }

    #[test]
    fn only_joining_signs_stand_between_joined_words(text in untidy()) {
        let found = tokens(&text, &lexicon());
        for pair in found.windows(2) {
            let between = &text[pair[0].span.end..pair[1].span.start];
            prop_assert_eq!(pair[1].joined, !between.contains(char::is_whitespace), "{:?} in {:?}", pair, text);
        }
        prop_assert!(found.first().is_none_or(|first| !first.joined));
    }

    #[test]
    fn sentences_hold_every_character_that_is_no_space_once(text in prop_oneof![untidy(), r"([A-Z][a-z]{0,3}[.!?…]?[ \n”’)]{0,2}){0,9}"]) {
        let spans = sentences(&text);
        let mut at = 0;
        for span in &spans {
            prop_assert!(text.get(at..span.start).is_some_and(|between| between.trim().is_empty()), "{:?} in {:?}", spans, text);
            let sentence = text.get(span.clone());
            prop_assert!(sentence.is_some_and(|s| !s.is_empty() && s.trim() == s), "{:?} in {:?}", spans, text);
            at = span.end;
        }
        prop_assert!(text[at..].trim().is_empty(), "{:?} in {:?}", spans, text);
        prop_assert!(keys(&text, &lexicon()).is_empty() || !spans.is_empty());
    }
}
