//! How each position came to be coded so: `coding/first.csv`, `coding/second.csv` and, where it is there,
//! `coding/settlement.csv`, laid beside the positions.
//!
//! A reading's row is a position's if actor, article and passage are the same, the likest first, as two readings are paired.
//! The rule is that of the settlement whose result the position is.

use super::agreement::{Row, meet, paired, readings};
use super::cells::read_evidence;
use super::fault::Faults;
use super::section::Lined;
use super::table::Table;
use sightlines_engine::model::{Coded, Coding, Position};
use std::path::Path;

const SETTLEMENT: &str = "coding/settlement.csv";

/// Says of each position that a reading had otherwise what each had; nothing, where there are no two readings.
pub(super) fn trace(dir: &Path, positions: &mut [Lined<Position>], faults: &mut Faults) {
    let Some(readings) = readings(dir, faults) else { return };
    let settled = settlement(dir, faults);
    let rows: Vec<Row> = positions.iter().map(|position| row(&position.value)).collect();
    let partners = readings.each_ref().map(|reading| paired(&rows, reading));
    for (at, (position, row)) in positions.iter_mut().zip(&rows).enumerate() {
        let found = [0, 1].map(|nth| partners[nth].get(&at).map(|partner| coded(&readings[nth][*partner])));
        let own = coded(row);
        if found.iter().all(|reading| reading.as_ref() == Some(&own)) {
            continue;
        }
        let became = format!("{}/{}/{}/{}", row.issue, row.answer, row.stance, row.voice);
        let rule = settled.iter().rev().find(|settled| {
            settled.whose == row.whose && settled.became == became && meet(&settled.evidence, &row.evidence)
        });
        let rule = rule.map(|settled| settled.rule.clone()).unwrap_or_default();
        position.value.coding = Some(Coding { readings: found, rule });
    }
}

fn row(position: &Position) -> Row {
    Row {
        whose: (position.article.to_string(), position.actor.to_string()),
        evidence: position.evidence.clone(),
        issue: position.issue.to_string(),
        answer: position.answer.as_ref().map(ToString::to_string).unwrap_or_default(),
        stance: position.stance.to_string(),
        voice: position.voice.to_string(),
    }
}

fn coded(row: &Row) -> Coded {
    Coded {
        issue: row.issue.as_str().into(),
        answer: (!row.answer.is_empty()).then(|| row.answer.as_str().into()),
        stance: row.stance.as_str().into(),
        voice: row.voice.as_str().into(),
    }
}

/// A line of the settlement.
struct Settled {
    whose: (String, String),
    evidence: Vec<sightlines_engine::model::Locator>,
    became: String,
    rule: String,
}

fn settlement(dir: &Path, faults: &mut Faults) -> Vec<Settled> {
    let columns = ["article", "evidence", "actor", "first", "second", "settled", "rule"];
    let table = Table::read(dir, SETTLEMENT, columns, faults);
    let read = |row: &super::table::Row<7>, faults: &mut Faults| {
        let [article, evidence, actor, _, _, became, rule] = row.cells.clone();
        let evidence = read_evidence(&evidence, table.place(row), faults);
        Settled { whose: (article, actor), evidence, became, rule }
    };
    table.rows.iter().map(|row| read(row, faults)).collect()
}
