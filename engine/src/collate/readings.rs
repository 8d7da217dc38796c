//! Which of several readings is the better one.

use super::differences::{Difference, Kind};
use super::witness::Word;
use crate::text::look_alike;

/// The witness's reading that is better than the base's, if one is.
///
/// A word that the text has elsewhere is better than one that it has not; a letter of the script around it is better than
/// one that only looks like it; quotation marks that close are better than those that do not. In all else, and in doubt,
/// the base stands.
pub(super) fn better<'a>(site: &'a [(usize, Difference)], base: usize, words: &[Vec<Word>]) -> Option<&'a Difference> {
    let ours = &words[base];
    site.iter().map(|(_, difference)| difference).find(|difference| match difference.kind {
        Kind::Spelling => is_better_word(difference, site, base, words),
        Kind::LookAlike => is_better_letter(difference, ours),
        Kind::Quotes => is_better_quoted(difference, ours),
        Kind::Punctuation | Kind::Wording | Kind::Missing => false,
    })
}

fn is_better_word(difference: &Difference, site: &[(usize, Difference)], base: usize, words: &[Vec<Word>]) -> bool {
    let (at, theirs) = (difference.at.start, difference.theirs.to_lowercase());
    let is = |word: &Word, other: &str| word.core.to_lowercase() == *other;
    let here = site.iter().filter(|(_, other)| other.theirs.to_lowercase() == theirs).count();
    let everywhere = words.iter().flatten().filter(|word| is(word, &theirs)).count();
    let ours = &words[base][at].core.to_lowercase();
    let ours_elsewhere = words[base].iter().enumerate().any(|(i, word)| i != at && is(word, ours));
    // Known elsewhere, or what most witnesses have.
    !ours_elsewhere && theirs != *ours && (everywhere > here || here * 2 > words.len())
}

fn is_better_letter(difference: &Difference, ours: &[Word]) -> bool {
    let at = difference.at.start;
    let around = ours[..at].iter().rev().take(3).chain(ours[at + 1..].iter().take(3));
    let letters = || around.clone().flat_map(|word| word.core.chars()).filter(|c| c.is_alphabetic());
    let latin = letters().filter(char::is_ascii).count();
    let in_latin = latin * 2 >= letters().count();
    // Letters that only look like Latin ones.
    let foreign = |text: &str| text.chars().filter(|c| look_alike(*c).is_some()).count();
    let ours = foreign(&ours[at].core);
    let theirs = difference.core().map_or(ours, foreign);
    if in_latin { theirs < ours } else { theirs > ours }
}

fn is_better_quoted(difference: &Difference, ours: &[Word]) -> bool {
    let both = |reading: &str| reading.split_once('…').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty());
    if both(&difference.ours) && both(&difference.theirs) {
        return mirrors(&difference.theirs) && !mirrors(&difference.ours);
    }
    // Only one end differs: the paragraph's double marks must come in pairs.
    let p = ours[difference.at.start].p;
    let (mut before, mut after) = (0, 0);
    for (i, word) in ours.iter().enumerate().filter(|(_, word)| word.p == p) {
        let mut changed = word.clone();
        difference.changes.iter().filter(|change| change.word == i).for_each(|change| change.apply(&mut changed));
        before += double_marks(word);
        after += double_marks(&changed);
    }
    before % 2 == 1 && after % 2 == 0
}

/// Whether what closes is what opened, in reverse.
fn mirrors(reading: &str) -> bool {
    let one = |c: char| match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' => '\'',
        '「' | '」' => '「',
        '『' | '』' => '『',
        c => c,
    };
    reading
        .split_once('…')
        .is_some_and(|(opening, closing)| opening.chars().map(one).eq(closing.chars().rev().map(one)))
}

fn double_marks(word: &Word) -> usize {
    let double = |c: &char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」');
    word.lead.chars().chain(word.trail.chars()).filter(double).count()
}
