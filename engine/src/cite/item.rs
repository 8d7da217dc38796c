//! What is cited, as far as every format needs it.

use super::style::locators;
use crate::messages::Language;
use crate::model::{Article, Basis, Corpus, Day, Edtf, OutletKind, Position};

/// What a view of the explorer stands in, as an article stands in an outlet.
const PROGRAM: &str = "Sightlines";

/// A work, or a view of this explorer, as a reference manager keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its key: letters, digits and hyphens.
    pub key: String,
    /// What it stands in is of this kind.
    pub kind: OutletKind,
    /// Its title.
    pub title: String,
    /// Who signs it; empty where nobody is named.
    pub authors: Vec<Name>,
    /// What it stands in.
    pub container: String,
    /// When it appeared, as precisely as is known; none for what has no date.
    pub date: Option<Edtf>,
    /// BCP 47 tag of its language; empty: not known.
    pub language: String,
    /// Its address; empty: none that others could open.
    pub url: String,
    /// When it was looked at there.
    pub accessed: Option<Day>,
    /// What a reader of the record must know.
    pub note: String,
}

/// A name in the parts that lists are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The family's name, or the whole of a name that is not parted.
    pub family: String,
    /// The rest; none where the name is not parted, as an organisation's is not.
    pub given: Option<String>,
}

impl Name {
    /// `Lee, Dana`; a name that is not parted stands as it is.
    pub fn sorted(&self) -> String {
        match self.given.as_deref() {
            None | Some("") => self.family.clone(),
            Some(given) => format!("{}, {given}", self.family),
        }
    }
}

impl Item {
    /// An article, as its record goes. What is not printed in the source is named in the note, with its ground.
    pub fn of_article(corpus: &Corpus, article: &Article) -> Item {
        let author = |id: &_| match corpus.authors.iter().find(|author| author.id == *id) {
            Some(author) => match author.given() {
                Some(given) => Name { family: author.family.clone(), given: Some(given.to_string()) },
                None => Name { family: author.name.clone(), given: None },
            },
            None => Name { family: id.to_string(), given: None },
        };
        let outlet = corpus.outlet(&article.outlet.value);
        let fields = [
            ("title", article.title.basis),
            ("author", article.authors.basis),
            ("outlet", article.outlet.basis),
            ("date", article.date.basis),
        ];
        let supplied = fields.iter().filter(|(_, basis)| *basis != Basis::Stated);
        let supplied: Vec<String> =
            supplied.map(|(name, basis)| format!("{name} ({})", basis.label(Language::English.messages()))).collect();
        let note = match supplied.as_slice() {
            [] => String::new(),
            fields => format!("Not printed in the source: {}.", fields.join(", ")),
        };
        Item {
            key: key(article.id.as_str()),
            kind: outlet.map(|outlet| outlet.kind).unwrap_or_default(),
            title: article.title.value.clone(),
            authors: article.authors.value.iter().map(author).collect(),
            container: corpus.outlet_label(article.outlet.value.as_str()).to_string(),
            date: Some(article.date.value.clone()),
            language: article.language.clone(),
            url: article.url.clone(),
            accessed: None,
            note,
        }
    }

    /// The article of a position; the note says where in it, what was coded, and by whom. None where the article is not here.
    pub fn of_position(corpus: &Corpus, position: &Position, link: &str, day: Day) -> Option<Item> {
        let mut item = Item::of_article(corpus, corpus.article(&position.article)?);
        let explorer = Item::of_view(corpus, link, day);
        let coded = format!(
            "¶ {}: coded as position {} in {PROGRAM}: {}, {link}, {}.",
            locators(&position.evidence),
            position.id,
            explorer.title,
            accessed(day)
        );
        item.note = [item.note, coded].join(" ").trim_start().to_string();
        Some(item)
    }

    /// A view of this explorer: the corpus with its version and its edition. Where `link` is only the view's code, as from a disk, it
    /// is no address, and stands in the note.
    pub fn of_view(corpus: &Corpus, link: &str, day: Day) -> Item {
        let item = Item { accessed: Some(day), ..Item::of_explorer(corpus, "") };
        match link.starts_with("https://") || link.starts_with("http://") {
            true => Item { url: link.to_string(), ..item },
            false => Item { note: format!("View: {link}"), ..item },
        }
    }

    /// This explorer, of no view in particular.
    pub fn of_explorer(corpus: &Corpus, url: &str) -> Item {
        Item {
            key: key(&format!("sightlines-{}-{}", corpus.id, corpus.hash)),
            kind: OutletKind::Website,
            title: edition(corpus),
            authors: corpus.editors.iter().map(|name| Name { family: name.clone(), given: None }).collect(),
            container: PROGRAM.to_string(),
            date: corpus.published.parse().ok(),
            language: corpus.language.clone(),
            url: url.to_string(),
            accessed: None,
            note: String::new(),
        }
    }
}

/// The corpus's title with its version and what edition it is of: `The harbour (version 1, digest edition 0123456789ab)`.
pub(super) fn edition(corpus: &Corpus) -> String {
    let version = match corpus.version.as_str() {
        "" => String::new(),
        version => format!("version {version}, "),
    };
    format!("{} ({version}{} edition {})", corpus.title, corpus.edition().id(), corpus.hash)
}

/// An id as every format takes keys.
fn key(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// A day as ISO 8601 has it.
pub fn accessed((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
