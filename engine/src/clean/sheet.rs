//! A capture while it is mended: first its lines, then its passages. Nothing is deleted: what is removed keeps its place
//! until the end, so that the log can say where it stood.

use super::repair::{Mend, RepairKind};
use super::shape::{begins_lower, ends_sentence, is_open, width, words};
use crate::order::InOrder;

/// What becomes of a line or a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing was found against it: it is body.
    #[default]
    Body,
    /// The title, or the first copy of it.
    Title,
    /// A heading.
    Heading,
    /// The word above a part; `true` above a synopsis.
    Label { synopsis: bool },
    /// Taken out.
    Removed(RepairKind),
    /// Part of a passage before it.
    Joined,
}

/// Whether an article is over where a line of this sort stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closes {
    /// It says nothing about that.
    #[default]
    No,
    /// It is over if little follows: such lines also stand at the foot of each page.
    Weakly,
    /// It is over.
    Firmly,
}

/// A line that is not blank.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its number in the capture, from 1.
    pub number: usize,
    /// Its words, with single spaces.
    pub text: String,
    /// Columns before them.
    pub indent: usize,
    /// Blank lines before it.
    pub blanks: usize,
    /// Whether a page begins with it.
    pub page: bool,
    /// What becomes of it.
    pub fate: Fate,
    /// Whether it says that the article is over.
    pub closes: Closes,
    /// What was mended in it.
    pub mends: Vec<Mend>,
}

/// A run of lines: a paragraph, a heading, a title, or something to remove.
#[derive(Clone, Debug, Default)]
pub(super) struct Passage {
    /// Its words.
    pub text: String,
    /// The number of its first line.
    pub number: usize,
    /// Blank lines before it.
    pub blanks: usize,
    /// Whether a page begins with it.
    pub page: bool,
    /// Whether its last line is as wide as the column, so that nothing says that it ends there.
    pub full: bool,
    /// What becomes of it.
    pub fate: Fate,
    /// Whether it says that the article is over.
    pub closes: Closes,
    /// Whether it belongs to the standfirst or synopsis.
    pub standfirst: bool,
    /// What was mended in it.
    pub mends: Vec<Mend>,
}

impl Line {
    pub fn is_body(&self) -> bool {
        self.fate == Fate::Body
    }
}

impl Passage {
    pub fn is_body(&self) -> bool {
        self.fate == Fate::Body
    }

    /// Takes it out, unless that was done already.
    pub fn remove(&mut self, kind: RepairKind) {
        if self.is_body() {
            self.fate = Fate::Removed(kind);
        }
    }
}

/// How many words of the body stand before each passage, and, last, how many there are.
pub(super) fn words_before(passages: &[Passage]) -> Vec<usize> {
    let mut sums = vec![0];
    for passage in passages {
        let here = if passage.is_body() { words(&passage.text) } else { 0 };
        sums.push(sums[sums.len() - 1] + here);
    }
    sums
}

/// A capture as lines.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub lines: Vec<Line>,
    /// The column at which lines were wrapped; none where each line is a paragraph.
    pub wrap: Option<usize>,
    /// The indent of lines that begin no paragraph.
    pub margin: usize,
}

impl Sheet {
    pub fn new(lines: Vec<Line>) -> Sheet {
        let mut sheet = Sheet { lines, ..Sheet::default() };
        sheet.measure();
        sheet
    }

    /// Finds the column at which lines were wrapped, and the margin.
    ///
    /// Where lines break off and go on in the next line, again and again, and few are wider than those, they were wrapped.
    /// Elsewhere each line is a paragraph of its own, whether blank lines stand between or not.
    pub fn measure(&mut self) {
        let mut indents: Vec<usize> = self.lines.iter().map(|l| l.indent).collect();
        indents.order();
        // Few lines begin further left than the body, and at least some of it is not indented.
        self.margin = indents.get(indents.len() * 3 / 20).copied().unwrap_or(0);
        let measured = |line: &&Line| line.is_body() && !line.text.contains("://");
        let widths: Vec<usize> = self.lines.iter().filter(measured).map(|line| width(&line.text)).collect();
        let all: usize = widths.iter().sum();
        let breaks_off = |pair: &&[Line]| {
            let whole = pair.iter().all(|line| measured(&line)) && pair[1].blanks == 0 && !pair[1].page;
            whole && is_open(&pair[0].text) && width(&pair[0].text) >= 25
        };
        let pairs: Vec<&[Line]> = self.lines.windows(2).filter(breaks_off).collect();
        let mut broken: Vec<usize> = pairs.iter().map(|pair| width(&pair[0].text)).collect();
        // What goes on in small letters is surer than what goes on in capitals: that may be a title over a name.
        let surely = pairs.iter().filter(|pair| begins_lower(&pair[1].text) && words(&pair[1].text) >= 3);
        let sure: usize = surely.map(|pair| width(&pair[0].text)).sum();
        broken.order();
        let share: usize = broken.iter().sum();
        let column = broken.get(broken.len() * 19 / 20).copied().unwrap_or(0);
        let wider: usize = widths.iter().filter(|w| *w * 10 > column * 13).sum();
        self.wrap = ((share * 5 >= all || sure * 12 >= all) && wider * 4 <= all && column > 0).then_some(column);
    }

    /// Whether line `i`, with the first word of the next, would have filled the column.
    pub fn is_full(&self, i: usize) -> bool {
        let Some(wrap) = self.wrap else { return false };
        let next = self.lines.get(i + 1).map_or(0, |next| {
            let word = next.text.split_whitespace().next().unwrap_or("");
            if word.chars().any(super::shape::unspaced) { 2 } else { 1 + width(word) }
        });
        let here = width(&self.lines[i].text) + self.lines[i].indent.saturating_sub(self.margin);
        // A line much wider than the column was never wrapped. Letters differ in width, hence the slack.
        (here + next) * 20 >= wrap * 17 && here * 10 <= wrap * 13
    }

    /// Whether something may begin with line `i`: the line before is over, or is none.
    pub fn begins(&self, i: usize) -> bool {
        let line = &self.lines[i];
        if i == 0 || line.blanks > 0 || line.page {
            return true;
        }
        let before = &self.lines[i - 1];
        !before.is_body() || self.wrap.is_none() || !self.is_full(i - 1) || ends_sentence(&before.text)
    }

    /// Whether something may end with line `i`.
    pub fn ends(&self, i: usize) -> bool {
        let Some(next) = self.lines.get(i + 1) else { return true };
        next.blanks > 0 || next.page || !next.is_body() || self.wrap.is_none() || !self.is_full(i)
    }

    /// Takes line `i` out, unless that was done already.
    pub fn remove(&mut self, i: usize, kind: RepairKind, closes: Closes) {
        let line = &mut self.lines[i];
        if line.is_body() {
            line.fate = Fate::Removed(kind);
            line.closes = closes;
        }
    }
}
