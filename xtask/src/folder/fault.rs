//! Faults: what is wrong in a corpus folder, where, and what would be right.

use std::collections::{HashMap, HashSet};
use std::fmt;

/// Something in a corpus folder that must be mended before a page is made of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the corpus folder, with `/` between its parts.
    pub file: String,
    /// The line, from 1; 1 as well where a whole file is meant. In a table, the first line of the row.
    pub line: u32,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.what, self.remedy)
    }
}

impl std::error::Error for Fault {}

/// The faults found so far. Readers add to it and go on with a placeholder, so that one run tells everything; whoever
/// reads the folder throws the placeholders away when there is any fault.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, at: Place<'_>, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Fault { file: at.file.to_string(), line: at.line, what: what.into(), remedy: remedy.into() });
    }

    /// All of them by file and line, each once.
    pub(super) fn into_sorted(mut self) -> Vec<Fault> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// A line of a file of the folder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) line: u32,
}

impl<'a> Place<'a> {
    pub(super) fn new(file: &'a str, line: u32) -> Place<'a> {
        Place { file, line }
    }
}

/// The ids of one kind that a folder knows, for naming what is unknown and offering what was meant.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// What such a thing is called: `actor`, `issue`.
    kind: String,
    /// Where it is to be added.
    home: String,
    ids: Vec<String>,
    /// False where the list could not be read whole: then nothing is called unknown, since its own fault is told already.
    complete: bool,
}

impl Register {
    pub(super) fn new<'a>(kind: &str, home: &str, complete: bool, ids: impl IntoIterator<Item = &'a str>) -> Register {
        let ids = ids.into_iter().map(str::to_string).collect();
        Register { kind: kind.to_string(), home: home.to_string(), ids, complete }
    }

    /// Whether the id is known, or cannot be judged; if it is not, a fault is added.
    pub(super) fn check(&self, id: &str, at: Place<'_>, faults: &mut Faults) -> bool {
        let known = !self.complete || self.ids.iter().any(|known| known == id);
        if !known {
            let remedy = match offer(id, self.ids.iter().map(String::as_str)) {
                Some(offered) => format!("{offered}, or add it to {}", self.home),
                None => format!("add it to {}", self.home),
            };
            faults.add(at, format!("no {} has the id `{id}`", self.kind), remedy);
        }
        known
    }
}

/// What may have been meant by an unknown word: the nearest one where it is close, else all where they are few.
pub(super) fn offer<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut known: Vec<&str> = known.into_iter().collect();
    let mut seen = HashSet::new();
    known.retain(|candidate| seen.insert(*candidate));
    let folded = word.to_lowercase().replace([' ', '-'], "_");
    let nearest = known
        .iter()
        .map(|candidate| (distance(&folded, &candidate.to_lowercase().replace([' ', '-'], "_")), *candidate))
        .min_by_key(|(steps, _)| *steps)
        .filter(|(steps, candidate)| {
            let (short, long) = (candidate.chars().count(), word.chars().count());
            let (short, long) = (short.min(long), short.max(long));
            let begins = short > 3 && (candidate.starts_with(word) || word.starts_with(*candidate));
            begins || (*steps <= 1 + short / 5 && steps * 2 < long)
        });
    match nearest {
        Some((_, candidate)) => Some(format!("write `{candidate}`")),
        None if !known.is_empty() && known.len() <= 10 => {
            let list: Vec<String> = known.iter().map(|candidate| format!("`{candidate}`")).collect();
            Some(format!("write one of {}", list.join(", ")))
        }
        None => None,
    }
}

/// Steps of insertion, deletion, change or swap between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swap = if swapped { rows[i - 2][j - 2] + 1 } else { usize::MAX };
                change.min(swap).min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
            };
        }
    }
    rows[a.len()][b.len()]
}

/// `1 cell`, `2 cells`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Adds a fault unless the id is made of `a-z`, `0-9`, `_` and `-`: it stands in links, exports and file names.
pub(super) fn check_id_form(id: &str, at: Place<'_>, faults: &mut Faults) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    if !id.chars().all(allowed) {
        let put = |c: char| {
            let c = c.to_ascii_lowercase();
            if allowed(c) { c } else { '-' }
        };
        let plain: String = id.chars().map(put).collect();
        faults.add(
            at,
            format!("the id `{id}` has characters other than a-z, 0-9, _ and -"),
            format!("write it in these, such as `{plain}`"),
        );
    }
}

/// Adds a fault for every id that stands twice; `what` names such a thing, each id comes with its line.
pub(super) fn check_unique<'a>(
    what: &str,
    file: &str,
    ids: impl IntoIterator<Item = (&'a str, u32)>,
    faults: &mut Faults,
) {
    let mut first_lines: HashMap<&str, u32> = HashMap::new();
    for (id, line) in ids.into_iter().filter(|(id, _)| !id.is_empty()) {
        match first_lines.get(id) {
            Some(first) => faults.add(
                Place::new(file, line),
                format!("the {what} `{id}` stands twice, first in line {first}"),
                "give each an id of its own, or take one out",
            ),
            None => {
                first_lines.insert(id, line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest_known_one() {
        for (word, known, expected) in [
            ("demand", vec!["demands", "opposes"], Some("write `demands`")),
            ("opopses", vec!["demands", "opposes"], Some("write `opposes`")),
            ("Evening Post", vec!["evening-post", "gazette"], Some("write `evening-post`")),
            ("wants", vec!["demands", "opposes"], Some("write one of `demands`, `opposes`")),
            ("wants", vec![], None),
        ] {
            assert_eq!(offer(word, known).as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn a_fault_reads_as_file_line_what_and_remedy() {
        let fault = Fault { file: "a.csv".into(), line: 3, what: "x".into(), remedy: "write y".into() };
        assert_eq!(fault.to_string(), "a.csv:3: x; write y");
    }
}
