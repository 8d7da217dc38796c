//! Where a witness differs from the base, and how.

use super::witness::Word;
use crate::text::look_alike;
use std::ops::Range;

/// A sort of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// One word, written otherwise.
    Spelling,
    /// Quotation marks that one has and the other has not.
    Quotes,
    /// A letter of another script that looks the same.
    LookAlike,
    /// Other signs.
    Punctuation,
    /// Other words.
    Wording,
    /// Words that one has and the other has not.
    Missing,
}

impl Kind {
    /// The word for it in `variants.csv`.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Spelling => "spelling",
            Kind::Quotes => "quotation marks",
            Kind::LookAlike => "look-alike letter",
            Kind::Punctuation => "punctuation",
            Kind::Wording => "wording",
            Kind::Missing => "missing",
        }
    }
}

/// A part of a word that another witness has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Lead(String),
    Core(String),
    Trail(String),
}

/// What makes the base's word the other witness's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The base's word.
    pub word: usize,
    /// What it would have.
    pub part: Part,
}

impl Change {
    pub fn apply(&self, word: &mut Word) {
        match &self.part {
            Part::Lead(text) => word.lead.clone_from(text),
            Part::Core(text) => word.core.clone_from(text),
            Part::Trail(text) => word.trail.clone_from(text),
        }
    }
}

/// A place where a witness differs from the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The base's words concerned; empty where the base has none.
    pub at: Range<usize>,
    pub kind: Kind,
    /// The base's reading.
    pub ours: String,
    /// The witness's reading.
    pub theirs: String,
    /// What would put the witness's reading into the text; none where it is not to be put there.
    pub changes: Vec<Change>,
}

impl Difference {
    /// The word that the witness has, where it differs in its letters.
    pub fn core(&self) -> Option<&str> {
        self.changes.iter().find_map(|change| match &change.part {
            Part::Core(core) => Some(core.as_str()),
            Part::Lead(_) | Part::Trail(_) => None,
        })
    }
}

/// A quotation counts as one up to this many words between its marks.
const LONGEST_QUOTATION: usize = 60;

/// The differences of a witness whose words were paired with the base's, in order.
pub(super) fn differences(pairs: &[(usize, usize)], base: &[Word], other: &[Word]) -> Vec<Difference> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(p, q) in pairs.iter().chain([&(base.len(), other.len())]) {
        unpaired(i..p, j..q, base, other, &mut found);
        if p < base.len() && q < other.len() {
            of_word(p, &base[p], &other[q], &mut found);
        }
        (i, j) = (p + 1, q + 1);
    }
    join_quotations(found, base)
}

/// Quotes and dashes in one form each, since their form is no variant.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '‘' | '’' | '‚' | '‛' | '`' | '´' | '\u{2bc}' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c => c,
    };
    text.chars().map(one).collect::<String>().replace('…', "...").replace("--", "-")
}

/// The quotation marks among signs, as written.
fn marks(signs: &str) -> String {
    signs
        .chars()
        .filter(|c| matches!(plain(&c.to_string()).as_str(), "'" | "\"") || matches!(c, '「' | '」' | '『' | '』'))
        .collect()
}

fn without_marks(signs: &str) -> String {
    let marks = marks(signs);
    plain(&signs.chars().filter(|c| !marks.contains(*c)).collect::<String>())
}

/// The differences of two words with the same key.
fn of_word(at: usize, ours: &Word, theirs: &Word, found: &mut Vec<Difference>) {
    let difference = |kind, a: String, b: String, parts: Vec<Part>| {
        let changes = parts.into_iter().map(|part| Change { word: at, part }).collect();
        Difference { at: at..at + 1, kind, ours: a, theirs: b, changes }
    };
    if plain(&ours.core) != plain(&theirs.core) {
        let core = vec![Part::Core(theirs.core.clone())];
        found.push(match look_alikes(&ours.core, &theirs.core) {
            Some((a, b)) => difference(Kind::LookAlike, a, b, core),
            None => difference(Kind::Spelling, ours.core.clone(), theirs.core.clone(), core),
        });
    }
    let same = |a: &str, b: &str| plain(a) == plain(b);
    let signs_differ = without_marks(&ours.lead) != without_marks(&theirs.lead)
        || without_marks(&ours.trail) != without_marks(&theirs.trail);
    if signs_differ {
        found.push(difference(Kind::Punctuation, ours.shown(), theirs.shown(), Vec::new()));
    } else {
        let mut parts = Vec::new();
        if !same(&ours.lead, &theirs.lead) {
            parts.push(Part::Lead(theirs.lead.clone()));
        }
        if !same(&ours.trail, &theirs.trail) {
            parts.push(Part::Trail(theirs.trail.clone()));
        }
        if !parts.is_empty() {
            let around = |w: &Word| {
                let shown = |part: &str, differs: bool| if differs { marks(part) } else { String::new() };
                let lead = shown(&w.lead, !same(&ours.lead, &theirs.lead));
                let trail = shown(&w.trail, !same(&ours.trail, &theirs.trail));
                format!("{lead}…{trail}")
            };
            found.push(difference(Kind::Quotes, around(ours), around(theirs), parts));
        }
    }
}

/// The letters in which two words differ, with their code points, if each looks like the other.
fn look_alikes(ours: &str, theirs: &str) -> Option<(String, String)> {
    let latin = |c: char| look_alike(c).unwrap_or(c);
    if ours.chars().count() != theirs.chars().count()
        || !ours.chars().zip(theirs.chars()).all(|(a, b)| latin(a) == latin(b))
    {
        return None;
    }
    let named = |letters: Vec<char>| {
        letters.into_iter().map(|c| format!("{c} U+{:04X}", c as u32)).collect::<Vec<_>>().join(", ")
    };
    let (a, b) = ours.chars().zip(theirs.chars()).filter(|(a, b)| a != b).unzip();
    Some((named(a), named(b)))
}

/// What stands unpaired on both sides between two pairs.
fn unpaired(ours: Range<usize>, theirs: Range<usize>, base: &[Word], other: &[Word], found: &mut Vec<Difference>) {
    if ours.is_empty() && theirs.is_empty() {
        return;
    }
    let text = |words: &[Word]| words.iter().map(|w| w.key.as_str()).collect::<String>();
    if text(&base[ours.clone()]) == text(&other[theirs.clone()]) {
        return; // the same letters, parted otherwise
    }
    let similar = if ours.len() * theirs.len() <= 10_000 {
        pair_similar(&base[ours.clone()], &other[theirs.clone()])
    } else {
        Vec::new()
    };
    let (mut i, mut j) = (ours.start, theirs.start);
    let ends = (ours.len(), theirs.len());
    for (p, q) in similar.into_iter().chain([ends]) {
        let (p, q) = (ours.start + p, theirs.start + q);
        rest(i..p, j..q, base, other, found);
        if p < ours.end && q < theirs.end {
            let change = Change { word: p, part: Part::Core(other[q].core.clone()) };
            let (a, b) = (base[p].core.clone(), other[q].core.clone());
            found.push(Difference { at: p..p + 1, kind: Kind::Spelling, ours: a, theirs: b, changes: vec![change] });
        }
        (i, j) = (p + 1, q + 1);
    }
}

/// Words that are not even similar: other words, or words that one side lacks. Never more than one word is shown.
fn rest(ours: Range<usize>, theirs: Range<usize>, base: &[Word], other: &[Word], found: &mut Vec<Difference>) {
    if ours.is_empty() && theirs.is_empty() {
        return;
    }
    let shown = |words: &[Word]| match words {
        [] => "(none)".to_string(),
        [word] => word.core.clone(),
        words => format!("… ({} words)", words.len()),
    };
    let kind = if ours.is_empty() || theirs.is_empty() { Kind::Missing } else { Kind::Wording };
    let (a, b) = (shown(&base[ours.clone()]), shown(&other[theirs]));
    found.push(Difference { at: ours, kind, ours: a, theirs: b, changes: Vec::new() });
}

/// The pairs of similar words, ascending in both and as many as can be.
fn pair_similar(ours: &[Word], theirs: &[Word]) -> Vec<(usize, usize)> {
    let wide = theirs.len() + 1;
    let mut most = vec![0u32; (ours.len() + 1) * wide];
    let alike: Vec<bool> = ours.iter().flat_map(|a| theirs.iter().map(|b| similar(&a.key, &b.key))).collect();
    for i in (0..ours.len()).rev() {
        for j in (0..theirs.len()).rev() {
            let both = if alike[i * theirs.len() + j] { most[(i + 1) * wide + j + 1] + 1 } else { 0 };
            most[i * wide + j] = both.max(most[(i + 1) * wide + j]).max(most[i * wide + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < ours.len() && j < theirs.len() {
        if alike[i * theirs.len() + j] && most[i * wide + j] == most[(i + 1) * wide + j + 1] + 1 {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if most[(i + 1) * wide + j] >= most[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Whether two words may be two spellings of one: a letter in three may differ, and one in words of three and four.
fn similar(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    longer >= 3 && a.len().abs_diff(b.len()) * 3 <= longer && distance(&a, &b) * 3 <= longer.max(3)
}

/// Insertions, deletions, changes and swaps of neighbours that make one word of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let (mut before, mut above) = (Vec::new(), (0..=b.len()).collect::<Vec<usize>>());
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let mut least = (above[j] + usize::from(a[i] != b[j])).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                let swapped: usize = before[j - 1];
                least = least.min(swapped + 1);
            }
            row.push(least);
        }
        (before, above) = (above, row);
    }
    above[b.len()]
}

/// An opening mark and the closing one after it differ together: one difference, not two.
fn join_quotations(found: Vec<Difference>, base: &[Word]) -> Vec<Difference> {
    let mut joined: Vec<Difference> = Vec::new();
    for next in found {
        let opens =
            |d: &Difference| d.kind == Kind::Quotes && d.changes.iter().all(|c| matches!(c.part, Part::Lead(_)));
        let closes =
            |d: &Difference| d.kind == Kind::Quotes && d.changes.iter().all(|c| matches!(c.part, Part::Trail(_)));
        let opening = joined.iter_mut().rev().find(|d| d.kind == Kind::Quotes).filter(|open| {
            opens(open)
                && closes(&next)
                && next.at.end - open.at.start <= LONGEST_QUOTATION
                && base[open.at.start].p == base[next.at.start].p
        });
        match opening {
            Some(open) => {
                open.at.end = next.at.end;
                open.ours = open.ours.trim_end_matches('…').to_string() + &next.ours;
                open.theirs = open.theirs.trim_end_matches('…').to_string() + &next.theirs;
                open.changes.extend(next.changes);
            }
            None => joined.push(next),
        }
    }
    joined
}
