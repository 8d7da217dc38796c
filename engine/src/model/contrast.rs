//! How two sides stand to each other on a question, and one row of `contrasts.csv`: what the editors say of it.

use super::{ContrastId, Evidence, IssueId};
use serde::{Deserialize, Serialize};

/// How two sides stand to each other on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContrastKind {
    /// They are for different answers, or one is for what the other is against.
    Differ,
    /// They are for the same answer.
    Agree,
    /// Only the first speaks of it.
    OnlyA,
    /// Only the second speaks of it.
    OnlyB,
    /// A side no longer holds what it held.
    Changed,
}

impl ContrastKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [ContrastKind; 5] =
        [ContrastKind::Differ, ContrastKind::Agree, ContrastKind::OnlyA, ContrastKind::OnlyB, ContrastKind::Changed];

    /// Its word in files and for scripts.
    pub fn id(self) -> &'static str {
        match self {
            ContrastKind::Differ => "differ",
            ContrastKind::Agree => "agree",
            ContrastKind::OnlyA => "only_a",
            ContrastKind::OnlyB => "only_b",
            ContrastKind::Changed => "changed",
        }
    }
}

/// A contrast that the editors wrote down; those that follow from positions by rule are not stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditorContrast {
    /// Its id.
    pub id: ContrastId,
    /// The question.
    pub issue: IssueId,
    /// How the sides stand to each other.
    pub kind: ContrastKind,
    /// The first side: an actor, an author or an outlet, by id.
    pub side_a: String,
    /// The second.
    pub side_b: String,
    /// The contrast in our own words.
    pub summary: String,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
}
