//! Where an article appeared.

use super::OutletId;
use serde::{Deserialize, Serialize};

/// What an outlet is, as reference managers tell works apart: a newspaper's piece is no journal's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OutletKind {
    /// A newspaper, printed or not.
    Newspaper,
    /// A magazine.
    Magazine,
    /// A scholarly journal.
    Journal,
    /// A blog.
    Blog,
    /// Any other site; what is meant where nothing is said.
    #[default]
    Website,
}

impl OutletKind {
    /// All of them.
    pub const ALL: [OutletKind; 5] =
        [OutletKind::Newspaper, OutletKind::Magazine, OutletKind::Journal, OutletKind::Blog, OutletKind::Website];

    /// Its word in `corpus.toml`.
    pub fn id(self) -> &'static str {
        match self {
            OutletKind::Newspaper => "newspaper",
            OutletKind::Magazine => "magazine",
            OutletKind::Journal => "journal",
            OutletKind::Blog => "blog",
            OutletKind::Website => "website",
        }
    }

    fn is_website(&self) -> bool {
        *self == OutletKind::Website
    }
}

/// Where an article appeared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// What it is called.
    pub name: String,
    /// What kind of outlet it is.
    #[serde(default, skip_serializing_if = "OutletKind::is_website")]
    pub kind: OutletKind,
    /// What it is and who stands behind it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}
