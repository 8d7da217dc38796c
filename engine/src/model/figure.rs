//! One row of `figures.csv`: a number that an article gives.

use super::{Edtf, Evidence, FigureId};
use serde::{Deserialize, Serialize};

/// A number that an article gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its id.
    pub id: FigureId,
    /// The number.
    pub value: f64,
    /// Of what: `per cent`, `million crowns`; empty for a plain count.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What is counted or measured, in our own words.
    pub label: String,
    /// When it held; none where that is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}
