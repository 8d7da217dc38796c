//! A reader's own copy → the articles of the corpus that it holds, sentence by sentence.
//!
//! In: the text of a file that a reader opened, with markup already turned into lines, and the corpus. Out: the corpus with
//! that text in it, and for each article found a [`Report`]: which sentences stand in the copy exactly, closely or not at
//! all, what was mended and what was left out. The sentences are found by their fingerprints, so a copy may come from
//! anywhere, with other boilerplate and other line breaks, in part, or with other articles in the same file. What no
//! fingerprint finds never enters an article. Nothing is kept anywhere: the caller holds the corpus.

mod put;

use crate::anchor::{Placed, anchors_of, place};
use crate::clean::{Block, CleanError, Cleaned, Hints, Repair, clean, joined};
use crate::messages::Messages;
use crate::model::{Article, ArticleId, Corpus, Found, Locator};
use crate::order::IntoSet;
use crate::text::sentences;
use std::collections::BTreeSet;

/// The longest copy that is read, in bytes: a thick book. Longer files are hardly articles, and would stop the page.
pub const LONGEST: usize = 4_000_000;

/// So many sentences word for word tell an article, however little of it is there; fewer may be a quotation.
const SURELY: usize = 3;

/// This share of an article's sentences tells it too, where none stands word for word.
const LIKELY: f32 = 0.25;

/// How much is said of what was left out, in characters a sentence.
const SHOWN: usize = 80;

/// The corpus with a copy in it, and what was found.
#[derive(Clone, Debug)]
pub struct Supplied {
    /// The corpus, with the texts of the articles that the copy holds.
    pub corpus: Corpus,
    /// One for each article found, in the order of the corpus; never empty.
    pub reports: Vec<Report>,
}

/// What a copy has of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The article.
    pub article: ArticleId,
    /// How many of its sentences stand in the copy word for word.
    pub exact: usize,
    /// Those that are like one of the copy's, with how like it in per cent.
    pub close: Vec<(Locator, u8)>,
    /// Those that it has not.
    pub lost: Vec<Locator>,
    /// What was mended in the copy or set apart.
    pub repairs: Vec<Repair>,
    /// The beginnings of what stands among the article's paragraphs and is none of its sentences.
    pub left_out: Vec<String>,
    /// Whether the edition has this article's text already: then nothing was changed.
    pub had: bool,
}

/// Why a copy was of no use.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It cannot be read as the text of an article.
    Unreadable(CleanError),
    /// It holds none of the articles.
    NoArticle {
        /// The article of which it has a few sentences, and how many.
        nearest: Option<(ArticleId, usize)>,
    },
}

impl Refusal {
    /// Why, and what to do: words that follow the file's name and a colon.
    pub fn says(&self, messages: &Messages) -> String {
        let says = &messages.own_copy;
        match self {
            Refusal::TooLong => says.too_long_for_an_article.with([(LONGEST / 1_000_000).to_string()]),
            Refusal::Unreadable(error) => error.says(messages),
            Refusal::NoArticle { nearest: None } => says.no_sentence_of_this_corpus.to_string(),
            Refusal::NoArticle { nearest: Some((id, count)) } => {
                says.too_few_to_tell.with([&says.only_some_sentences.with(*count), id.as_str()])
            }
        }
    }
}

/// Finds the articles of the corpus in a copy and puts their texts in.
///
/// # Errors
/// [`Refusal`], with what to do.
pub fn supply(corpus: &Corpus, raw: &str) -> Result<Supplied, Refusal> {
    if raw.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let whole = joined(raw).map_err(Refusal::Unreadable)?;
    let mut supplied = Supplied { corpus: corpus.clone(), reports: Vec::new() };
    let mut nearest: Option<(ArticleId, usize)> = None;
    for article in &mut supplied.corpus.articles {
        let anchors = anchors_of(article);
        let placed = place(&article.id, &anchors, &whole);
        let (exact, found) = counts(&placed);
        #[expect(clippy::cast_precision_loss, reason = "a share of some hundred sentences")]
        let likely = found as f32 >= LIKELY * anchors.len() as f32;
        if found == 0 || !(exact >= SURELY || likely) {
            if found > nearest.as_ref().map_or(0, |(_, most)| *most) {
                nearest = Some((article.id.clone(), found));
            }
            continue;
        }
        // Cleaned as a copy of this article, sentences that a teaser or a page had parted are whole again; what cleaning
        // takes for something else, such as a second article in the file, is still found in the whole.
        let cleaned = cleaned_as(corpus, article, raw);
        let placed = better(place(&article.id, &anchors, &cleaned.paragraphs), placed);
        supplied.reports.push(report(article, &placed, cleaned));
        if !article.is_full() || article.paragraphs.iter().any(|p| !p.placed.is_empty()) {
            put::put(article, &placed);
        }
    }
    if supplied.reports.is_empty() { Err(Refusal::NoArticle { nearest }) } else { Ok(supplied) }
}

fn counts(placed: &[Placed]) -> (usize, usize) {
    let exact = placed.iter().filter(|p| p.found == Found::Exact).count();
    (exact, placed.iter().filter(|p| p.found != Found::Lost).count())
}

/// The copy cleaned with what the record knows; nothing, where that leaves nothing.
fn cleaned_as(corpus: &Corpus, article: &Article, raw: &str) -> Cleaned {
    let authors: Vec<&str> = article.authors.value.iter().map(|id| corpus.author_label(id.as_str())).collect();
    let standfirst = (!article.paragraphs.is_empty()).then(|| article.paragraph(0).is_some());
    clean(raw, &Hints { title: &article.title.value, authors: &authors, standfirst, drops: None }).unwrap_or_default()
}

/// Of two placings of the same sentences, the better of each; of equals the first. A sentence that is like some words of the copy
/// is lost where the other placing gave these words, more surely, to another.
fn better(first: Vec<Placed>, second: Vec<Placed>) -> Vec<Placed> {
    let of_two = |(first, second): (Placed, Placed)| {
        let is_second = put::rank(second.found) > put::rank(first.found);
        (if is_second { second } else { first }, is_second)
    };
    let mut best: Vec<(Placed, bool)> = first.into_iter().zip(second).map(of_two).collect();
    for nth in 0..best.len() {
        let (placed, of) = &best[nth];
        let has_its_words = |(other, of_other): &(Placed, bool)| {
            of_other != of
                && put::rank(other.found) >= put::rank(placed.found)
                && share_words(&other.text, &placed.text)
        };
        if matches!(placed.found, Found::Close(_)) && best.iter().any(has_its_words) {
            let lost = &mut best[nth].0;
            *lost = Placed { found: Found::Lost, at: None, text: String::new(), ..lost.clone() };
        }
    }
    best.into_iter().map(|(placed, _)| placed).collect()
}

/// So many words in succession are never shared by chance.
const MOST_TELLING: usize = 12;

/// Whether two texts share words in succession: half of the shorter one's, but five at the least and twelve at the most, or all; or
/// two at the end of one and the beginning of the other, as stretches of one copy do that overlap.
fn share_words(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>());
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return false;
    }
    let many = (shorter / 2).clamp(5, MOST_TELLING).min(shorter);
    if (2..=shorter.min(MOST_TELLING)).any(|n| one.ends_with(&other[..n]) || other.ends_with(&one[..n])) {
        return true;
    }
    // A copy without full stops is one sentence, as long as the file: each run is looked up.
    let runs: BTreeSet<&[&str]> = one.windows(many).into_set();
    other.windows(many).any(|run| runs.contains(run))
}

fn report(article: &Article, placed: &[Placed], cleaned: Cleaned) -> Report {
    let at = |placed: &Placed| Locator { p: placed.p, s: Some(placed.s) };
    let mut report = Report {
        article: article.id.clone(),
        exact: counts(placed).0,
        close: Vec::new(),
        lost: Vec::new(),
        left_out: left_out(&cleaned.paragraphs, placed),
        repairs: cleaned.log,
        had: article.is_full() && article.paragraphs.iter().all(|p| p.placed.is_empty()),
    };
    for one in placed {
        match one.found {
            Found::Exact => {}
            Found::Close(score) => report.close.push((at(one), score)),
            Found::Lost => report.lost.push(at(one)),
        }
    }
    report
}

/// What stands between the article's first and last paragraph in the copy and was given to none of its sentences.
fn left_out(paragraphs: &[Block], placed: &[Placed]) -> Vec<String> {
    let all: Vec<&str> =
        paragraphs.iter().flat_map(|block| sentences(&block.text).into_iter().map(|s| block.text[s].trim())).collect();
    let held: BTreeSet<&str> =
        placed.iter().flat_map(|p| sentences(&p.text).into_iter().map(|s| p.text[s].trim())).into_set();
    let is_held = |sentence: &&str| {
        held.contains(*sentence)
            || placed.iter().any(|p| !p.text.is_empty() && (p.text.contains(*sentence) || sentence.contains(&p.text)))
    };
    let first = all.iter().position(is_held).unwrap_or(all.len());
    let last = all.iter().rposition(is_held).unwrap_or(0);
    let between = all.iter().enumerate().filter(|(nth, sentence)| (first..=last).contains(nth) && !is_held(sentence));
    between.map(|(_, sentence)| sentence.chars().take(SHOWN).collect()).collect()
}

#[cfg(test)]
mod tests;
