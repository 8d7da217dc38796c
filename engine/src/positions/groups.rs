//! The sorts of actors that stand together.

use crate::messages::Messages;
use crate::model::ActorKind;

/// Actors of one sort, as section 9 of the design groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Governments.
    Governments,
    /// People.
    People,
    /// Authors of the articles.
    Authors,
    /// Publics and media.
    Publics,
    /// Organisations and collectives.
    Organisations,
}

impl Group {
    /// All groups, in the order of the columns.
    pub const ALL: [Group; 5] =
        [Group::Governments, Group::People, Group::Authors, Group::Publics, Group::Organisations];

    /// The group of that sort of actor.
    pub fn of(kind: ActorKind) -> Group {
        match kind {
            ActorKind::Government => Group::Governments,
            ActorKind::Person => Group::People,
            ActorKind::Author => Group::Authors,
            ActorKind::Public | ActorKind::Media => Group::Publics,
            ActorKind::Organisation | ActorKind::Collective => Group::Organisations,
        }
    }

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Group::Governments => "governments",
            Group::People => "people",
            Group::Authors => "authors",
            Group::Publics => "publics",
            Group::Organisations => "organisations",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let columns = &messages.columns;
        match self {
            Group::Governments => columns.governments,
            Group::People => columns.people,
            Group::Authors => columns.authors,
            Group::Publics => columns.publics_and_media,
            Group::Organisations => columns.organisations_and_collectives,
        }
    }
}
