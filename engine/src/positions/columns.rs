//! The columns: whose positions stand together.

use super::Group;
use crate::messages::Messages;
use crate::model::{ActorId, ActorKind, Article, Corpus, Nearness, Position, UNNAMED};
use crate::order::{InOrder, IntoSet};
use std::collections::BTreeSet;

/// What the columns are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// Governments, with those who speak for them in office.
    #[default]
    Government,
    /// Every actor alone.
    Actor,
    /// Actors of one sort together, each named in the cells.
    Group,
    /// Those who sign the articles.
    Author,
    /// Where the articles appeared.
    Outlet,
    /// The articles' years.
    Year,
    /// How near the positions are to the actor's own words.
    Nearness,
}

impl By {
    /// All kinds of columns, in the order of the choice.
    pub const ALL: [By; 7] = [By::Government, By::Actor, By::Group, By::Author, By::Outlet, By::Year, By::Nearness];

    /// Its id in addresses.
    pub fn id(self) -> &'static str {
        match self {
            By::Government => "government",
            By::Actor => "actor",
            By::Group => "group",
            By::Author => "author",
            By::Outlet => "outlet",
            By::Year => "year",
            By::Nearness => "nearness",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let columns = &messages.columns;
        match self {
            By::Government => columns.governments_and_their_speakers,
            By::Actor => columns.every_actor_alone,
            By::Group => columns.groups_of_actors,
            By::Author => columns.authors_of_the_articles,
            By::Outlet => columns.outlets,
            By::Year => columns.years,
            By::Nearness => columns.how_near_to_own_words,
        }
    }

    /// What one of them is.
    pub fn one(self, messages: &Messages) -> &'static str {
        let columns = &messages.columns;
        match self {
            By::Government => columns.a_government,
            By::Actor => columns.an_actor,
            By::Group => columns.a_group,
            By::Author => columns.an_author,
            By::Outlet => columns.an_outlet,
            By::Year => columns.a_year,
            By::Nearness => columns.a_nearness,
        }
    }

    /// Whether a column is one actor, so that cells need not name it.
    pub fn is_of_actors(self) -> bool {
        matches!(self, By::Government | By::Actor)
    }

    /// Where an actor is a column with all that is told of it: a government with those who speak for it, any other alone.
    pub fn of_holder(corpus: &Corpus, actor: &ActorId) -> By {
        let is_government = corpus.codebook.actor(actor).is_some_and(|actor| actor.kind == ActorKind::Government);
        if is_government { By::Government } else { By::Actor }
    }

    /// Whether those who speak for a government are counted with it: everywhere but where actors are told one by one.
    pub fn folds(self) -> bool {
        !matches!(self, By::Actor | By::Group)
    }
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id, as it stands in addresses.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// Joins the ids of several authors of one article, who share a column.
const AND: char = '+';

impl Column {
    /// Whether it is several authors who sign together.
    pub(super) fn is_several(&self) -> bool {
        self.value.contains(AND)
    }
}

/// The column that a position stands in, or none where it stands aside.
pub fn column_of(corpus: &Corpus, position: &Position, by: By) -> Option<String> {
    let article = || corpus.article(&position.article);
    match by {
        By::Government => {
            let actor = corpus.codebook.actor(&position.actor)?;
            match (&actor.speaks_for, actor.kind) {
                (_, ActorKind::Government) => Some(actor.id.to_string()),
                (Some(government), _) => Some(government.to_string()),
                (None, _) => None,
            }
        }
        By::Actor => Some(position.actor.to_string()),
        By::Group => corpus.codebook.actor(&position.actor).map(|actor| Group::of(actor.kind).id().to_string()),
        By::Author => article().map(|a| a.author_values().join(&AND.to_string())),
        By::Outlet => article().map(|a| a.outlet.value.to_string()),
        By::Year => article().map(|a| a.date.value.last_day().0.to_string()),
        By::Nearness => {
            Some(corpus.codebook.voice(&position.voice).map_or(Nearness::Inferred, |v| v.nearness).id().to_string())
        }
    }
}

/// The columns of that kind which any position of the corpus stands in: actors in the codebook's order, governments as
/// well; authors and outlets by name; years in time; nearness, nearest first.
pub fn columns(corpus: &Corpus, by: By, messages: &Messages) -> Vec<Column> {
    let used: BTreeSet<String> = corpus.positions.iter().filter_map(|p| column_of(corpus, p, by)).into_set();
    let column = |value: &str, label: String| Column { value: value.to_string(), label };
    match by {
        By::Government | By::Actor => {
            let mut actors: Vec<_> = corpus.codebook.actors.iter().filter(|a| used.contains(a.id.as_str())).collect();
            actors.order_by_key(|actor| Group::of(actor.kind));
            actors.into_iter().map(|actor| column(actor.id.as_str(), actor.label.clone())).collect()
        }
        By::Group => {
            let groups = Group::ALL.iter().filter(|group| used.contains(group.id()));
            groups.map(|group| column(group.id(), group.label(messages).to_string())).collect()
        }
        By::Author => {
            let name =
                |id: &str| if id == UNNAMED { messages.words.not_named } else { corpus.author_label(id) }.to_string();
            let and = |one: String, other| messages.words.two_listed.with([one, other]);
            let label = |value: &str| value.split(AND).map(name).reduce(and).unwrap_or_default();
            by_label(used.iter().map(|value| column(value, label(value))).collect())
        }
        By::Outlet => by_label(used.iter().map(|v| column(v, corpus.outlet_label(v).to_string())).collect()),
        By::Year => {
            let articles: BTreeSet<String> = corpus.articles.iter().map(year).filter(|y| used.contains(y)).into_set();
            articles.iter().map(|value| column(value, value.clone())).collect()
        }
        By::Nearness => {
            let near = Nearness::ALL.iter().filter(|n| used.contains(n.id()));
            near.map(|n| column(n.id(), n.label(messages).to_string())).collect()
        }
    }
}

fn year(article: &Article) -> String {
    article.date.value.last_day().0.to_string()
}

fn by_label(mut columns: Vec<Column>) -> Vec<Column> {
    columns.order_by_key(|column| (column.value == UNNAMED, column.label.to_lowercase()));
    columns
}
