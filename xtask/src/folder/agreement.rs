//! How far two readers of the same articles agree: `coding/first.csv` and `coding/second.csv` → per cent and Krippendorff's
//! alpha.
//!
//! Rows are paired one to one: those of one actor in one article whose evidence lies in the same paragraph, sentences
//! compared with a tolerance of one, the likest first (same issue, same answer, same stance). What has no partner was
//! seen by one reader only. Answers, stances and voices are compared where the issue is the same.

use super::cells::read_evidence;
use super::fault::{Fault, Faults};
use super::positions::COLUMNS;
use super::table::{self, Table};
use sightlines_engine::model::Locator;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The two readings, each in the form of positions.csv.
const READINGS: [&str; 2] = ["coding/first.csv", "coding/second.csv"];

/// A row as far as it is compared.
pub(super) struct Row {
    /// Article and actor.
    pub(super) whose: (String, String),
    pub(super) evidence: Vec<Locator>,
    pub(super) issue: String,
    pub(super) answer: String,
    pub(super) stance: String,
    pub(super) voice: String,
}

/// How often two readers give the same value, and how much more often than by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Pairs compared.
    pub pairs: usize,
    /// Pairs with the same value.
    pub same: usize,
    /// Krippendorff's alpha for nominal values and two readers; none, where only one value occurs.
    pub alpha: Option<f64>,
}

/// What came of the comparison.
#[derive(Debug)]
pub struct Agreement {
    /// Rows of the first and of the second reader.
    pub rows: [usize; 2],
    /// Pairs of the same actor and passage.
    pub paired: usize,
    /// The levels, by name.
    pub levels: [(&'static str, Level); 4],
}

/// Compares the two readings in the folder `coding` of a corpus.
///
/// # Errors
/// The faults of the two files.
pub fn agreement(dir: &Path) -> Result<Agreement, Vec<Fault>> {
    let mut faults = Faults::default();
    let [first, second] = READINGS.map(|name| read(dir, name, &mut faults));
    let faults = faults.into_sorted();
    if faults.is_empty() { Ok(compare(&first, &second)) } else { Err(faults) }
}

/// The figures as the page shows them; none, where there are no two readings.
pub(super) fn figures(dir: &Path, faults: &mut Faults) -> Vec<(String, String)> {
    let Some([first, second]) = readings(dir, faults) else { return Vec::new() };
    let found = compare(&first, &second);
    let mut figures: Vec<(String, String)> = [("first", "second"), ("second", "first")]
        .iter()
        .zip(found.rows)
        .map(|((one, other), rows)| {
            let what = format!("rows of the {one} reading that the {other} has too");
            (what, format!("{} of {rows} ({:.0}%)", found.paired, share(found.paired, rows)))
        })
        .collect();
    for (name, level) in &found.levels {
        let alpha = level.alpha.map_or(String::new(), |alpha| format!(", alpha {alpha:.2}"));
        let figure = format!("{} of {} ({:.0}%){alpha}", level.same, level.pairs, share(level.same, level.pairs));
        figures.push((format!("same {name}"), figure));
    }
    figures
}

/// The two readings; none, where they are not there.
pub(super) fn readings(dir: &Path, faults: &mut Faults) -> Option<[Vec<Row>; 2]> {
    let are_there = READINGS.iter().all(|name| dir.join(name).is_file());
    are_there.then(|| READINGS.map(|name| read(dir, name, faults)))
}

fn read(dir: &Path, name: &str, faults: &mut Faults) -> Vec<Row> {
    let table = Table::read(dir, name, COLUMNS, faults);
    let coded = |row: &table::Row<13>, faults: &mut Faults| {
        let [_, article, actor, issue, answer, stance, _, voice, _, _, evidence, ..] = row.cells.clone();
        let evidence = read_evidence(&evidence, table.place(row), faults);
        Row { whose: (article, actor), evidence, issue, answer, stance, voice }
    };
    table.rows.iter().map(|row| coded(row, faults)).collect()
}

/// Rows of the one and of the other that are one position, by their indices: each at most once, the likest first.
pub(super) fn paired(first: &[Row], second: &[Row]) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (i, a) in first.iter().enumerate() {
        for (j, b) in second.iter().enumerate() {
            if a.whose == b.whose && meet(&a.evidence, &b.evidence) {
                let like = [a.issue == b.issue, a.answer == b.answer, a.stance == b.stance, a.voice == b.voice];
                let exactly = a.evidence == b.evidence;
                candidates.push((std::cmp::Reverse((like, exactly)), i, j));
            }
        }
    }
    candidates.sort();
    let (mut of_first, mut of_second) = (BTreeMap::new(), BTreeMap::new());
    for (_, i, j) in candidates {
        if !of_first.contains_key(&i) && !of_second.contains_key(&j) {
            of_first.insert(i, j);
            of_second.insert(j, i);
        }
    }
    of_first
}

fn compare(first: &[Row], second: &[Row]) -> Agreement {
    let pairs = paired(first, second);
    let pairs: Vec<(&Row, &Row)> = pairs.iter().map(|(i, j)| (&first[*i], &second[*j])).collect();
    let same_issue: Vec<(&Row, &Row)> = pairs.iter().copied().filter(|(a, b)| a.issue == b.issue).collect();
    // Answers of different issues are different values, even where they are called the same.
    let answer = |coded: &Row| format!("{}.{}", coded.issue, coded.answer);
    Agreement {
        rows: [first.len(), second.len()],
        paired: pairs.len(),
        levels: [
            ("issue", level(pairs.iter().map(|(a, b)| [a.issue.clone(), b.issue.clone()]))),
            ("answer", level(same_issue.iter().map(|(a, b)| [answer(a), answer(b)]))),
            ("stance", level(same_issue.iter().map(|(a, b)| [a.stance.clone(), b.stance.clone()]))),
            ("voice", level(same_issue.iter().map(|(a, b)| [a.voice.clone(), b.voice.clone()]))),
        ],
    }
}

/// Whether two rows rest on the same passage.
pub(super) fn meet(first: &[Locator], second: &[Locator]) -> bool {
    let near = |a: &Locator, b: &Locator| a.p == b.p && a.s.zip(b.s).is_none_or(|(a, b)| a.abs_diff(b) <= 1);
    first.iter().any(|a| second.iter().any(|b| near(a, b)))
}

/// Krippendorff's alpha, 1 − observed / expected disagreement: Krippendorff, "Computing Krippendorff's
/// Alpha-Reliability" (2011), nominal data, two readers, no value missing.
#[expect(clippy::cast_precision_loss, reason = "counts of some hundred rows")]
fn level(values: impl Iterator<Item = [String; 2]>) -> Level {
    let (mut counts, mut pairs, mut same): (BTreeMap<String, f64>, usize, usize) = (BTreeMap::new(), 0, 0);
    for [a, b] in values {
        pairs += 1;
        same += usize::from(a == b);
        for value in [a, b] {
            *counts.entry(value).or_default() += 1.0;
        }
    }
    let n = 2.0 * pairs as f64;
    let alike: f64 = counts.values().map(|count| count * (count - 1.0)).sum();
    let expected = 1.0 - alike / (n * (n - 1.0));
    let observed = 1.0 - same as f64 / pairs as f64;
    Level { pairs, same, alpha: (pairs > 0 && expected > 0.0).then(|| 1.0 - observed / expected) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of some hundred rows")]
fn share(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.rows;
        writeln!(f, "compared,pairs,same,per cent,alpha")?;
        for (reader, rows) in
            [("first reader's rows found by the second", first), ("second reader's rows found by the first", second)]
        {
            writeln!(f, "{reader},{rows},{},{:.1},", self.paired, share(self.paired, rows))?;
        }
        for (name, level) in &self.levels {
            let alpha = level.alpha.map_or(String::new(), |alpha| format!("{alpha:.3}"));
            writeln!(f, "{name},{},{},{:.1},{alpha}", level.pairs, level.same, share(level.same, level.pairs))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Level {
        level(pairs.iter().map(|(a, b)| [a.to_string(), b.to_string()]))
    }

    #[test]
    fn alpha_is_that_of_the_published_example() {
        // Krippendorff 2011, section A: two observers, ten units, binary data: alpha 0.095.
        let a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        let b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
        let level = level(a.iter().zip(b).map(|(a, b)| [a.to_string(), b.to_string()]));
        assert_eq!((level.pairs, level.same), (10, 6));
        assert!((level.alpha.unwrap() - 0.095).abs() < 0.0005, "{:?}", level.alpha);
        assert_eq!(values(&[("x", "x"), ("y", "y")]).alpha, Some(1.0));
        assert_eq!(values(&[("x", "x"), ("x", "x")]).alpha, None, "one value tells nothing");
        assert_eq!(values(&[]).alpha, None);
    }

    #[test]
    fn rows_are_paired_once_by_actor_and_passage_the_likest_first() {
        let row = |actor: &str, places: &[(u32, u32)], issue: &str, answer: &str| Row {
            whose: ("lee".into(), actor.into()),
            evidence: places.iter().map(|(p, s)| Locator { p: *p, s: Some(*s) }).collect(),
            issue: issue.into(),
            answer: answer.into(),
            stance: "supports".into(),
            voice: "author".into(),
        };
        let first = [
            row("mayor", &[(1, 1)], "rent", "pay"),
            row("mayor", &[(1, 2)], "lease", "end"),
            row("lee", &[(3, 1)], "rent", "pay"),
        ];
        let second = [
            row("mayor", &[(1, 2)], "rent", "pay"),
            row("mayor", &[(1, 1)], "lease", "keep"),
            row("lee", &[(3, 3)], "rent", "pay"),
        ];
        let found = compare(&first, &second);
        assert_eq!((found.rows, found.paired), ([3, 3], 2));
        let same: Vec<_> = found.levels.iter().map(|(name, level)| (*name, level.same, level.pairs)).collect();
        assert_eq!(same, [("issue", 2, 2), ("answer", 1, 2), ("stance", 2, 2), ("voice", 2, 2)]);
    }

    /// The figures that stand in the repository are those of the readings that stand there.
    #[test]
    fn the_committed_figures_are_those_of_the_committed_readings() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/kurils");
        let figures = std::fs::read_to_string(dir.join("coding/agreement.csv")).unwrap();
        assert_eq!(
            agreement(&dir).unwrap().to_string(),
            figures,
            "cargo xtask agree > corpus/kurils/coding/agreement.csv"
        );
    }
}
