//! Finding the sentences of an article in another copy of it.

use super::Anchor;
use super::print::{WORDS_FOR_EXACT, exact, word_hashes};
use crate::clean::Block;
use crate::model::{ArticleId, Found};
use crate::text::{Lexicon, sentences, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Where a sentence of the article stands in the copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The article's paragraph.
    pub p: u32,
    /// The sentence within it.
    pub s: u32,
    /// How it was found.
    pub found: Found,
    /// Paragraph and sentence of the copy where it begins.
    pub at: Option<(u32, u32)>,
    /// What the copy has of it: no word of the copy is given to two sentences. Empty where it is lost.
    pub text: String,
}

/// A sentence of the copy.
struct Sentence {
    at: (u32, u32),
    text: String,
    words: Vec<String>,
    /// Where each word stands in the text.
    spans: Vec<Range<usize>>,
    hashes: BTreeSet<u32>,
}

impl Sentence {
    /// Some words of it as they stand, with the signs that touch them.
    fn part(&self, words: Range<usize>) -> &str {
        if words.is_empty() {
            return "";
        }
        let (first, last) = (&self.spans[words.start], &self.spans[words.end - 1]);
        // The signs between this part and the next word go with this part up to the first space, those after it with the next.
        let begin = match words.start.checked_sub(1) {
            None => 0,
            Some(before) => {
                let gap = &self.text[self.spans[before].end..first.start];
                let last_space = gap.char_indices().rev().find(|(_, c)| c.is_whitespace());
                self.spans[before].end + last_space.map_or(gap.len(), |(at, c)| at + c.len_utf8())
            }
        };
        let end = match self.spans.get(words.end) {
            None => self.text.len(),
            Some(next) => {
                let gap = &self.text[last.end..next.start];
                last.end + gap.find(char::is_whitespace).unwrap_or(gap.len())
            }
        };
        self.text[begin.min(first.start)..end.max(last.end)].trim()
    }
}

/// As many sentences of the copy may be parts of one of the article, where a line end or a lost dot parted it.
const MOST_PARTS: usize = 3;

/// A close match between neighbours needs this score; elsewhere in the copy [`ANYWHERE`].
const NEARBY: f32 = 0.5;
/// Where it is the one sentence between its neighbours, this is enough.
const ALONE: f32 = 0.4;
/// A close match far from its neighbours needs this score.
const ANYWHERE: f32 = 0.75;

/// A shorter sentence far from its neighbours needs this score, and this many different words.
const ANYWHERE_SHORT: f32 = 0.9;
const FEWEST_ANYWHERE: usize = 5;

/// Places each anchor in the copy, in the order of the anchors.
pub fn place(article: &ArticleId, anchors: &[Anchor], copy: &[Block]) -> Vec<Placed> {
    let copy = Copy::new(article, copy);
    let mut spots: Vec<Option<Spot>> = vec![None; anchors.len()];
    copy.place_exact(anchors, &mut spots);
    // The surer first: each that is placed narrows the room of its neighbours.
    for least in [ANYWHERE, NEARBY] {
        copy.place_close(anchors, &mut spots, least);
    }
    copy.place_between(anchors, &mut spots);
    let texts = copy.texts(anchors, &mut spots);
    let placed = |((anchor, spot), text): ((&Anchor, &Option<Spot>), String)| Placed {
        p: anchor.p,
        s: anchor.s,
        found: spot.as_ref().map_or(Found::Lost, |spot| spot.found),
        at: spot.as_ref().map(|spot| copy.sentences[spot.span.start].at),
        text,
    };
    anchors.iter().zip(&spots).zip(texts).map(placed).collect()
}

/// The share of the article's sentences that the copy holds, from 0 to 1: tells of which article it is a copy.
pub fn likeness(article: &ArticleId, anchors: &[Anchor], copy: &[Block]) -> f32 {
    let placed = place(article, anchors, copy);
    let found = placed.iter().filter(|placed| placed.found != Found::Lost).count();
    if placed.is_empty() { 0.0 } else { found as f32 / placed.len() as f32 }
}

/// Sentences of the copy that hold one of the article's.
#[derive(Clone)]
struct Spot {
    span: Range<usize>,
    /// Which words of the one sentence, where it holds more than this one.
    within: Option<Range<usize>>,
    found: Found,
}

struct Copy<'a> {
    article: &'a ArticleId,
    sentences: Vec<Sentence>,
}

impl<'a> Copy<'a> {
    fn new(article: &'a ArticleId, blocks: &[Block]) -> Copy<'a> {
        let mut found = Vec::new();
        for block in blocks {
            for (s, span) in (1..).zip(sentences(&block.text)) {
                let text = block.text[span].to_string();
                let (words, spans): (Vec<_>, Vec<_>) =
                    tokens(&text, &Lexicon::default()).into_iter().map(|token| (token.key, token.span)).unzip();
                let hashes = word_hashes(article, &words);
                found.push(Sentence { at: (block.n, s), text, words, spans, hashes });
            }
        }
        Copy { article, sentences: found }
    }

    /// The words of some sentences in succession.
    fn words(&self, span: Range<usize>) -> Vec<String> {
        self.sentences[span].iter().flat_map(|s| s.words.iter().cloned()).collect()
    }

    /// Places what stands in the copy word for word, also where the copy parts a sentence or joins two.
    fn place_exact(&self, anchors: &[Anchor], spots: &mut [Option<Spot>]) {
        let mut places: BTreeMap<u64, Vec<Range<usize>>> = BTreeMap::new();
        for parts in 1..=MOST_PARTS {
            for start in 0..(self.sentences.len() + 1).saturating_sub(parts) {
                let span = start..start + parts;
                if let Some(hash) = exact(self.article, &self.words(span.clone())) {
                    places.entry(hash).or_default().push(span);
                }
            }
        }
        // A sentence that stands twice goes to its place after the one before.
        let mut after = 0;
        for (anchor, spot) in anchors.iter().zip(spots.iter_mut()) {
            let Some(spans) = anchor.exact.and_then(|hash| places.get(&hash)) else { continue };
            let next = spans.iter().find(|span| span.start >= after).or(spans.first());
            if let Some(span) = next {
                after = span.end;
                *spot = Some(Spot { span: span.clone(), within: None, found: Found::Exact });
            }
        }
        for i in 0..anchors.len() {
            if spots[i].is_none() {
                spots[i] = self.find_within(&anchors[i], room(spots, i, self.sentences.len()));
            }
        }
    }

    /// The sentence's words in succession within longer sentences: the copy lost a dot.
    fn find_within(&self, anchor: &Anchor, room: Range<usize>) -> Option<Spot> {
        let hash = anchor.exact?;
        let count = anchor.words as usize;
        // A lost dot joins sentences: the longer one may be the neighbour's too.
        let room = room.start.saturating_sub(1)..(room.end + 1).min(self.sentences.len());
        let holds = |sentence: &Sentence| {
            sentence.words.len() > count && anchor.sketch.iter().all(|hash| sentence.hashes.contains(hash))
        };
        let candidates = room.filter(|&i| holds(&self.sentences[i]));
        for i in candidates {
            let words = &self.sentences[i].words;
            if let Some(at) = words.windows(count).position(|run| exact(self.article, run) == Some(hash)) {
                return Some(Spot { span: i..i + 1, within: Some(at..at + count), found: Found::Exact });
            }
        }
        None
    }

    /// Places what is like a sentence of the copy between its neighbours, or far from them if it is very like.
    fn place_close(&self, anchors: &[Anchor], spots: &mut [Option<Spot>], least: f32) {
        for i in 0..anchors.len() {
            if spots[i].is_some() || anchors[i].sketch.is_empty() {
                continue;
            }
            let room = room(spots, i, self.sentences.len());
            let bounded = room.len() < self.sentences.len() || self.sentences.len() <= 2;
            let alone = room.len() == 1 && bounded;
            let near = if bounded { self.best(&anchors[i], room, least, alone) } else { None };
            spots[i] = near.or_else(|| {
                let taken = |span: &Range<usize>| {
                    spots.iter().flatten().any(|s| s.span.start < span.end && span.start < s.span.end)
                };
                let enough = if anchors[i].words as usize >= WORDS_FOR_EXACT { ANYWHERE } else { ANYWHERE_SHORT };
                let few = anchors[i].sketch.len() < FEWEST_ANYWHERE;
                let far = if few { None } else { self.best(&anchors[i], 0..self.sentences.len(), enough, false) };
                far.filter(|spot| !taken(&spot.span))
            });
        }
    }

    /// Places what stands between the words of its two neighbours within one sentence of the copy: it lost two dots.
    fn place_between(&self, anchors: &[Anchor], spots: &mut [Option<Spot>]) {
        for i in 1..anchors.len().saturating_sub(1) {
            let (Some(before), None, Some(after)) = (&spots[i - 1], &spots[i], &spots[i + 1]) else { continue };
            let (Some(first), Some(last)) = (&before.within, &after.within) else { continue };
            if before.span != after.span || first.end >= last.start || anchors[i].sketch.is_empty() {
                continue;
            }
            let within = first.end..last.start;
            let hashes = word_hashes(self.article, &self.sentences[before.span.start].words[within.clone()]);
            let share = share(&anchors[i], |hash| hashes.contains(hash));
            if share >= NEARBY {
                spots[i] = Some(Spot {
                    span: before.span.clone(),
                    within: Some(within),
                    found: Found::Close(per_cent(share)),
                });
            }
        }
    }

    /// The sentences in the room that are most like the anchor, if they are like enough.
    fn best(&self, anchor: &Anchor, room: Range<usize>, least: f32, alone: bool) -> Option<Spot> {
        let mut best: Option<(f32, Range<usize>)> = None;
        for parts in 1..=MOST_PARTS {
            for start in room.start..(room.end + 1).saturating_sub(parts) {
                let span = start..start + parts;
                let score = self.score(anchor, &span);
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, span));
                }
            }
        }
        let (score, span) = best?;
        // Where one sentence stands between the same neighbours, one word in three is enough.
        let enough = if alone { score >= ALONE } else { score >= least };
        enough.then_some(Spot { span, within: None, found: Found::Close(per_cent(score)) })
    }

    /// What the copy has of each sentence. Where several stand in one sentence of the copy, since it lost a dot, each gets
    /// the words that are most like it; one for which no word is left is lost.
    fn texts(&self, anchors: &[Anchor], spots: &mut [Option<Spot>]) -> Vec<String> {
        for i in 0..spots.len() {
            let Some(Spot { span, within: None, .. }) = spots[i].clone() else { continue };
            let of_others = |at: usize| {
                spots
                    .iter()
                    .enumerate()
                    .filter(move |(k, _)| *k != i)
                    .filter_map(move |(_, spot)| spot.as_ref().filter(|other| other.span.contains(&at)))
            };
            if !span.clone().any(|at| of_others(at).next().is_some()) {
                continue;
            }
            // The first sentence that it shares is the one it was most likely joined with.
            let at = span.start;
            let mut free = vec![true; self.sentences[at].words.len()];
            of_others(at).filter_map(|other| other.within.clone()).flatten().for_each(|word| free[word] = false);
            let within = self.most_like(&anchors[i], at, &free);
            spots[i] =
                within.and_then(|within| Some(Spot { span: at..at + 1, within: Some(within), ..spots[i].clone()? }));
        }
        let text = |spot: &Option<Spot>| match spot {
            None => String::new(),
            Some(Spot { span, within: Some(within), .. }) => {
                self.sentences[span.start].part(within.clone()).to_string()
            }
            Some(Spot { span, .. }) => {
                self.sentences[span.clone()].iter().map(|s| s.text.trim()).collect::<Vec<_>>().join(" ")
            }
        };
        spots.iter().map(text).collect()
    }

    /// The run of free words in a sentence that holds most of the anchor's hashes, as long as the anchor at the most.
    fn most_like(&self, anchor: &Anchor, at: usize, free: &[bool]) -> Option<Range<usize>> {
        let words = &self.sentences[at].words;
        let held: Vec<bool> = words
            .iter()
            .map(|word| word_hashes(self.article, std::slice::from_ref(word)).iter().any(|h| anchor.sketch.contains(h)))
            .collect();
        let mut best: Option<(usize, Range<usize>)> = None;
        for start in 0..words.len() {
            let long = free[start..].iter().take(anchor.words as usize).take_while(|free| **free).count();
            let count = held[start..start + long].iter().filter(|held| **held).count();
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, start..start + long));
            }
        }
        best.map(|(_, run)| run)
    }

    /// How like the anchor some sentences are: the share of its hashes that they hold, less for a difference in length.
    fn score(&self, anchor: &Anchor, span: &Range<usize>) -> f32 {
        let part = &self.sentences[span.clone()];
        let share = share(anchor, |hash| part.iter().any(|s| s.hashes.contains(hash)));
        let words: usize = part.iter().map(|s| s.words.len()).sum();
        let (ours, theirs) = (anchor.words as f32, words as f32);
        let lengths = ours.min(theirs) / ours.max(theirs).max(1.0);
        share * (0.5 + 0.5 * lengths)
    }
}

/// The share of an anchor's hashes that are there.
fn share(anchor: &Anchor, is_there: impl Fn(&u32) -> bool) -> f32 {
    let there = anchor.sketch.iter().filter(|hash| is_there(hash)).count();
    there as f32 / anchor.sketch.len().max(1) as f32
}

/// A score as the page says it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn per_cent(score: f32) -> u8 {
    (score.clamp(0.0, 1.0) * 100.0) as u8
}

/// The sentences of the copy between those of the nearest placed neighbours; with one neighbour, as many on its side as
/// the article has there, and a few; with none, all.
fn room(spots: &[Option<Spot>], i: usize, all: usize) -> Range<usize> {
    let before = spots[..i].iter().enumerate().rev().find_map(|(k, s)| s.as_ref().map(|s| (i - k, s.span.end)));
    let after = spots[i + 1..].iter().enumerate().find_map(|(k, s)| s.as_ref().map(|s| (k + 1, s.span.start)));
    match (before, after) {
        (Some((_, start)), Some((_, end))) if start <= end => start..end,
        // The neighbours stand the other way round: parts were moved, and both sides are possible.
        (Some((_, start)), Some(_)) => start..(start + 4).min(all),
        (Some((distance, start)), None) => start..(start + distance + 3).min(all),
        (None, Some((distance, end))) => end.saturating_sub(distance + 3)..end,
        (None, None) => 0..all,
    }
}

#[cfg(test)]
mod tests {
    use super::super::anchors;
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        (1..).zip(texts).map(|(n, text)| Block { n, text: text.to_string() }).collect()
    }

    const ONE: &str = "The council of Northport met on Monday to decide who shall run the old harbour. Nobody came. The \
        mayor spoke for an hour about the debts that the shipping line had left behind.";
    const TWO: &str = "Pilots say the lease was never lawful, since the town had sold the quay before the war ended. \
        They want it back.";

    fn placed(copy: &[&str]) -> Vec<Placed> {
        let id = ArticleId::from("lee-2031");
        place(&id, &anchors(&id, &blocks(&[ONE, TWO])), &blocks(copy))
    }

    fn found(copy: &[&str]) -> Vec<(Found, Option<(u32, u32)>)> {
        placed(copy).into_iter().map(|p| (p.found, p.at)).collect()
    }

    #[test]
    fn each_sentence_gets_its_own_words_of_the_copy() {
        let own: Vec<&str> =
            [ONE, TWO].iter().flat_map(|text| sentences(text).into_iter().map(|s| text[s].trim())).collect();
        let texts = |copy: &[&str]| placed(copy).into_iter().map(|p| p.text).collect::<Vec<_>>();
        assert_eq!(texts(&[ONE, TWO]), own);
        // Dots that were lost: the words are shared out, none twice.
        let joined = ONE.replace("harbour. Nobody came. The", "harbour, nobody came, the");
        let shared = texts(&[&joined, TWO]);
        assert_eq!(shared[0], own[0].replace("harbour.", "harbour,"));
        assert_eq!(shared[1], "nobody came,");
        assert!(shared[2].starts_with("the mayor spoke"), "{shared:?}");
        // A sentence that the copy parts in two is whole again.
        let parted = ONE.replace("to decide who", "to. Decide who");
        assert_eq!(texts(&[&parted, TWO])[0], own[0].replace("to decide", "to. Decide"));
        assert_eq!(texts(&[TWO])[..3], ["", "", ""]);
    }

    #[test]
    fn the_same_text_is_found_at_the_same_places() {
        use Found::{Close, Exact};
        assert_eq!(
            found(&[ONE, TWO]),
            [
                (Exact, Some((1, 1))),
                (Close(100), Some((1, 2))),
                (Exact, Some((1, 3))),
                (Exact, Some((2, 1))),
                (Close(100), Some((2, 2))),
            ]
        );
    }

    #[test]
    fn sentences_are_found_through_other_breaks_typos_and_boilerplate() {
        let parted = ONE.replace("to decide who", "to.\u{20}Decide who");
        for (copy, at) in [
            (
                vec!["Share this page with friends.", ONE, "See all news.", TWO],
                vec![(2, 1), (2, 2), (2, 3), (4, 1), (4, 2)],
            ),
            (vec![&parted, TWO], vec![(1, 1), (1, 3), (1, 4), (2, 1), (2, 2)]),
            (
                vec![&ONE.replace("shipping", "shiping").replace("decide", "dceide"), TWO],
                vec![(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)],
            ),
            (
                vec![&ONE.replace("harbour. Nobody came. The", "harbour Nobody came, the"), TWO],
                vec![(1, 1), (1, 1), (1, 1), (2, 1), (2, 2)],
            ),
        ] {
            let found = found(&copy);
            for (nth, (found, expected)) in found.iter().zip(at).enumerate() {
                // A short sentence inside a longer one has no fingerprint to be found by.
                if found.1.is_some() || nth != 1 {
                    assert_eq!(found.1, Some(expected), "{copy:?}: sentence {nth}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_there_is_lost() {
        let other =
            "The town of Southport has no harbour and its people live on what the fields and the woods give them.";
        assert!(found(&[other, "Nothing else is known of them."]).iter().all(|f| *f == (Found::Lost, None)));
        assert_eq!(found(&[TWO])[0].0, Found::Lost);
        assert_eq!(found(&[]).len(), 5);
    }

    #[test]
    fn likeness_tells_which_article_a_copy_is_of() {
        let (lee, oh) = (ArticleId::from("lee-2031"), ArticleId::from("oh-2031"));
        let (first, second) = (blocks(&[ONE]), blocks(&[TWO]));
        let copy = blocks(&["Menu", ONE]);
        assert!(likeness(&lee, &anchors(&lee, &first), &copy) > 0.9);
        assert!(likeness(&oh, &anchors(&oh, &second), &copy) < 0.1);
        assert_eq!(likeness(&oh, &[], &copy), 0.0);
    }
}
