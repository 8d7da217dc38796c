//! Names of things, each a type of its own, so that an actor cannot stand where an issue is meant.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands in files, links and exports.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                $name(id.to_string())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A work, counted once however many captures of it there are.
    ArticleId,
    /// A person who signs articles.
    AuthorId,
    /// Where an article appeared.
    OutletId,
    /// A question of the codebook.
    IssueId,
    /// One of the answers that an issue lists.
    AnswerId,
    /// How an answer is held.
    StanceId,
    /// Who vouches for a position.
    VoiceId,
    /// Whoever holds a position.
    ActorId,
    /// One row of `positions.csv`; never changes.
    PositionId,
    /// One row of `events.csv`.
    EventId,
    /// One row of `figures.csv`.
    FigureId,
    /// One row of `contrasts.csv`.
    ContrastId,
    /// A place of the map.
    PlaceId,
}

/// The value of the author filter for articles that name nobody.
pub const UNNAMED: &str = "unnamed";
