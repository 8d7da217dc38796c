//! `withdrawn.csv`: positions that were taken back. Their ids stay taken for ever, since links and exports hold them.

use super::cells::{check_filled, check_row_id};
use super::fault::{Faults, Place, check_unique};
use super::section::Lined;
use super::table::Table;
use sightlines_engine::model::{Position, PositionId};
use std::path::Path;

pub(super) const FILE: &str = "withdrawn.csv";

/// A position that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Its id.
    pub id: PositionId,
    /// The version of the corpus that has it no more.
    pub version: String,
    /// Why.
    pub why: String,
    /// The position that says it now, where one does.
    pub instead: Option<PositionId>,
}

/// Reads and checks the file; none where there is no such file.
pub(super) fn read(dir: &Path, positions: &[Lined<Position>], faults: &mut Faults) -> Vec<Withdrawn> {
    let table = Table::read(dir, FILE, ["id", "version", "why", "instead"], faults);
    let line_of = |id: &str| positions.iter().find(|row| row.value.id.as_str() == id).map(|row| row.line);
    let mut withdrawn = Vec::new();
    for row in &table.rows {
        let at = table.place(row);
        let [id, version, why, instead] = &row.cells;
        check_row_id(id, at, faults);
        check_filled("version", version, at, faults);
        check_filled("why", why, at, faults);
        if let Some(line) = line_of(id) {
            let what = format!("the position `{id}` was withdrawn and stands here again");
            let remedy =
                format!("give the row an id that never was, or take it out of {FILE} if it was withdrawn by mistake");
            faults.add(Place::new(super::positions::FILE, line), what, remedy);
        }
        if !instead.is_empty() && line_of(instead).is_none() {
            let remedy = "name a row of positions.csv that says it now, or leave the cell empty";
            faults.add(at, format!("no position has the id `{instead}`"), remedy);
        }
        let instead = (!instead.is_empty()).then(|| instead.as_str().into());
        withdrawn.push(Withdrawn { id: id.as_str().into(), version: version.clone(), why: why.clone(), instead });
    }
    check_unique("withdrawn position", FILE, table.rows.iter().map(|row| (row.cells[0].as_str(), row.line)), faults);
    withdrawn
}
