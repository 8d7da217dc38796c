//! One row of `events.csv`: something that happened, for the timeline.

use super::{Basis, Edtf, EventId, Evidence};
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When it happened, as precisely as is known.
    pub date: Edtf,
    /// On what ground the date stands.
    pub basis: Basis,
    /// What happened, in our own words.
    pub label: String,
    /// The editors' word for what sort of event it is; empty where they gave none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Where it stands; may be empty where the editors supplied it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}
