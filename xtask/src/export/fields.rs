//! The three indexes and their fields, said once: each engine writes its own mapping from this.

use sightlines_engine::model::Day;

/// How a field is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Found as a whole, counted, sorted: ids, words of the codebook.
    Id,
    /// Found by its words, and counted as a whole: names, titles, labels.
    Label,
    /// Found by its words.
    Text,
    /// Only shown. So stand digests: they are the editors' words, and never found as if they were the source's.
    Shown,
    /// A whole number, not below 0.
    Number,
    /// A day, `2019-01-22`.
    Day,
}

/// One field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, in both engines.
    pub name: &'static str,
    /// How it is searched.
    pub kind: Kind,
    /// Whether its value is a list.
    pub many: bool,
    /// What it holds.
    pub says: &'static str,
}

/// One index.
#[derive(Debug)]
pub struct Index {
    /// The end of its name.
    pub name: &'static str,
    /// Its own fields; those of [`ARTICLE`] come besides.
    own: &'static [Field],
    /// Where a query searches that names no field; `other_names` come besides in engines that know no synonyms.
    pub searched: &'static [&'static str],
}

impl Index {
    /// All its fields.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.own.iter().chain(ARTICLE)
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.name == name)
    }
}

const fn one(name: &'static str, kind: Kind, says: &'static str) -> Field {
    Field { name, kind, many: false, says }
}

const fn many(name: &'static str, kind: Kind, says: &'static str) -> Field {
    Field { name, kind, many: true, says }
}

use Kind::{Day as OfDay, Id, Label, Number, Shown, Text};

/// What every document says of its article.
const ARTICLE: &[Field] = &[
    one("title", Label, "title of the article"),
    many("authors", Label, "names of those who sign the article; missing where nobody is named"),
    many("author_ids", Id, "their ids"),
    one("outlet", Label, "where the article appeared"),
    one("outlet_id", Id, "its id"),
    one("date", Id, "when the article appeared, as precisely as is known: EDTF"),
    one("date_first", OfDay, "the first day that this may mean"),
    one("date_last", OfDay, "the last day that this may mean"),
    many("years", Number, "the years in which this may lie"),
    one("language", Id, "BCP 47 tag of the article"),
];

/// The articles' records.
pub const ARTICLES: Index = Index {
    name: "articles",
    own: &[
        one("id", Id, "id of the article"),
        one("title_basis", Id, "on what ground the title stands: stated, inferred, editor, looked_up"),
        one("authors_basis", Id, "on what ground the authors stand"),
        one("outlet_basis", Id, "on what ground the outlet stands"),
        one("date_basis", Id, "on what ground the date stands"),
        one("date_precision", Id, "how precise the date is"),
        one("genre", Id, "what kind of piece it is"),
        one("edition", Id, "full where the text is here, else digest"),
        one("paragraphs", Number, "how many paragraphs are in the index of paragraphs"),
        one("positions", Number, "how many positions are in the index of positions"),
        many("other_names", Label, "what else the things are called that the title names"),
        many("witnesses", Shown, "names of the captures"),
        one("reference", Shown, "how to cite it"),
        one("url", Shown, "the publisher's page"),
        one("rights", Shown, "whose it is and what may be done with it"),
        one("contact", Shown, "whom to ask about its rights"),
        one("notice", Shown, "what a reader must know before sharing it"),
        one("link", Shown, "the article in the explorer"),
    ],
    searched: &["title", "authors", "outlet"],
};

/// The paragraphs, which are what is found.
pub const PARAGRAPHS: Index = Index {
    name: "paragraphs",
    own: &[
        one("id", Id, "article and number, as lee-2031:7"),
        one("article", Id, "id of the article"),
        one("p", Number, "number of the paragraph; 0 is a standfirst"),
        one("text", Text, "the source's words, where they were supplied"),
        many("terms", Text, "where they were not: the words, each as often as it stands there, in no order"),
        one("digest", Shown, "the editors' short restatement; not the source's words"),
        one("heading", Shown, "the source's heading before it"),
        one("digest_heading", Shown, "the editors' heading before it; not the source's"),
        one("sentences", Number, "how many sentences it has"),
        many("other_names", Label, "what else the things are called that it names; not its own words"),
        many("positions", Id, "ids of the positions whose evidence stands here"),
        many("actors", Id, "ids of the actors who hold them"),
        many("issues", Id, "ids of the questions that they answer"),
        one("notice", Shown, "what a reader must know before sharing the article"),
        one("link", Shown, "the paragraph in the explorer"),
    ],
    searched: &["title", "text", "terms"],
};

/// The coded positions, with labels beside ids.
pub const POSITIONS: Index = Index {
    name: "positions",
    own: &[
        one("id", Id, "id of the position"),
        one("article", Id, "id of the article that tells it"),
        one("actor", Id, "id of who holds it"),
        one("actor_label", Label, "who holds it"),
        one("issue", Id, "id of the question"),
        one("question", Label, "the question"),
        one("answer", Id, "id of the answer; missing where none of the question's fits"),
        one("answer_label", Label, "the answer"),
        one("stance", Id, "how the answer is held"),
        one("polarity", Id, "+ for it, - against it, ± for it with a reserve, 0 neither"),
        one("summary", Text, "the position in the editors' words; not the source's"),
        one("voice", Id, "who vouches for it"),
        one("nearness", Id, "own, ascribed or inferred: how near it is to the actor's own words"),
        one("via", Id, "id of who relays it"),
        one("as_of", Id, "when it was held, as precisely as is known: EDTF"),
        one("as_of_first", OfDay, "the first day that this may mean"),
        one("as_of_last", OfDay, "the last day that this may mean"),
        one("evidence", Shown, "where it stands, as a line"),
        many("places", Id, "where it stands: paragraph, or paragraph.sentence"),
        many("passages", Id, "ids of these paragraphs in the index of paragraphs"),
        one("confidence", Id, "how sure the coding is"),
        one("note", Shown, "the coder's remark"),
        one("link", Shown, "the position in the explorer"),
    ],
    searched: &["summary", "question", "answer_label", "actor_label"],
};

/// A day as both engines read it, `2019-01-22`.
pub fn day((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}
