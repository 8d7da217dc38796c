//! Where an article appeared.

use super::OutletId;
use serde::{Deserialize, Serialize};

/// Where an article appeared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// What it is called.
    pub name: String,
    /// What it is and who stands behind it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}
