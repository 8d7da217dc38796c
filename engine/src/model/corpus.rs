//! The corpus: everything that a page holds, as one value.

use super::{
    ActorId, Article, ArticleId, AuthorId, Codebook, EditorContrast, Event, Figure, Map, Note, Outlet, OutletId,
    Position, PositionId, UNNAMED,
};
use crate::messages::Messages;
use serde::{Deserialize, Serialize};

/// How much of the sources a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// No article's text.
    Digest,
    /// Every article's text.
    Full,
    /// Some.
    Mixed,
}

impl Edition {
    /// Its word in the interface for scripts.
    pub fn id(self) -> &'static str {
        match self {
            Edition::Digest => "digest",
            Edition::Full => "full",
            Edition::Mixed => "mixed",
        }
    }
}

fn is_none(number: &usize) -> bool {
    *number == 0
}

/// A person who signs articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// Their id.
    pub id: AuthorId,
    /// Their name.
    pub name: String,
    /// The part of the name that lists are sorted by. Empty: the name is not parted, as an organisation's is not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// What they are, as the article or a source says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub affiliation: String,
    /// The same person as an actor, where coded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
}

impl Author {
    /// The rest of the name, before or after the family's; none where the name is not parted.
    pub fn given(&self) -> Option<&str> {
        let before = self.name.strip_suffix(&self.family).filter(|rest| rest.is_empty() || rest.ends_with(' '));
        let after = || self.name.strip_prefix(&self.family).filter(|rest| rest.starts_with(' '));
        before.or_else(after).map(str::trim).filter(|_| !self.family.is_empty())
    }
}

/// Names that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The names.
    pub names: Vec<String>,
}

/// How written forms are treated in search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchForms {
    /// Words matched as written, so that `US` is not the pronoun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub case_words: Vec<String>,
    /// Written forms of one thing: `%`, `percent`, `per cent`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<Vec<String>>,
}

/// Everything that a page holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// What it can speak for; shown wherever silence is shown.
    pub horizon: String,
    /// BCP 47 tag of our own words.
    pub language: String,
    /// Licence of our own words.
    pub licence: String,
    /// Where this explorer is hosted; empty: nowhere yet.
    pub public_url: String,
    /// Version of the corpus.
    pub version: String,
    /// Who made it; empty: the makers of the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editors: Vec<String>,
    /// Whom to write to about it, and about rights; empty: nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// When this version was published: a year, a month or a day; empty: not yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub published: String,
    /// How its positions were coded, in the editors' words; empty: they say nothing of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// How far two independent readings agree, each figure with what it is of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreement: Vec<(String, String)>,
    /// The first bytes of SHA-256 over the rest, in hexadecimal: what an edition is cited by.
    pub hash: String,
    /// This explorer's own reference and citation in each [`Style`](crate::cite::Style), in the order of
    /// [`Style::ALL`](crate::cite::Style::ALL), without link and date; empty where none were prepared. Not part of the hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<(String, String)>,
    /// Those who sign articles.
    pub authors: Vec<Author>,
    /// Where articles appeared.
    pub outlets: Vec<Outlet>,
    /// Names of one thing.
    pub rings: Vec<Names>,
    /// Names that are not equal: offered, never added.
    pub related: Vec<Names>,
    /// How written forms are treated.
    pub search: SearchForms,
    /// The articles, in the order of their ids.
    pub articles: Vec<Article>,
    /// How many more articles there are, which follow these in blocks of their own: a large corpus is read bit by bit.
    #[serde(default, skip_serializing_if = "is_none")]
    pub later: usize,
    /// What may be coded.
    pub codebook: Codebook,
    /// What was coded, in the order of the file.
    pub positions: Vec<Position>,
    /// What happened, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Numbers that the articles give, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Editors' notes, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Contrasts that the editors wrote down, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contrasts: Vec<EditorContrast>,
    /// Where the places lie, if a map was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub map: Option<Map>,
}

impl Corpus {
    /// The article of that id.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.articles.iter().find(|a| a.id == *id)
    }

    /// The position of that id.
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        self.positions.iter().find(|p| p.id == *id)
    }

    /// The outlet of that id.
    pub fn outlet(&self, id: &OutletId) -> Option<&Outlet> {
        self.outlets.iter().find(|o| o.id == *id)
    }

    /// What a value of the author filter is called: a name, `not named`, or the id where nothing is known of it.
    pub fn author_label<'a>(&'a self, value: &'a str) -> &'a str {
        match self.authors.iter().find(|a| a.id.as_str() == value) {
            Some(author) => &author.name,
            None if value == UNNAMED => "not named",
            None => value,
        }
    }

    /// What an outlet is called, or its id where nothing is known of it.
    pub fn outlet_label<'a>(&'a self, id: &'a str) -> &'a str {
        self.outlets.iter().find(|o| o.id.as_str() == id).map_or(id, |o| o.name.as_str())
    }

    /// What an actor is called, or its id where nothing is known of it.
    pub fn actor_label<'a>(&'a self, id: &'a ActorId) -> &'a str {
        self.codebook.actor(id).map_or(id.as_str(), |a| a.label.as_str())
    }

    /// What a position's answer is called: its label, or `another answer` where none of the issue's fits.
    pub fn answer_label<'a>(&'a self, position: &'a Position, messages: &Messages) -> &'a str {
        let Some(id) = &position.answer else { return messages.coding.another_answer };
        let answer = self.codebook.issue(&position.issue).and_then(|issue| issue.answer(id));
        answer.map_or(id.as_str(), |answer| &answer.label)
    }

    /// Whether the actor is an author of the article, by its record or by the author's.
    pub fn wrote(&self, actor: &ActorId, article: &ArticleId) -> bool {
        let Some(article) = self.article(article) else { return false };
        let signs = |author: &&Author| article.authors.value.contains(&author.id);
        article.author_actor.as_ref() == Some(actor)
            || self.authors.iter().filter(signs).any(|author| author.actor.as_ref() == Some(actor))
    }

    /// Whether every article is here.
    pub fn is_whole(&self) -> bool {
        self.later == 0
    }

    /// How much of the sources is here.
    pub fn edition(&self) -> Edition {
        match self.articles.iter().filter(|a| a.is_full()).count() {
            0 => Edition::Digest,
            n if n == self.articles.len() => Edition::Full,
            _ => Edition::Mixed,
        }
    }
}
