//! The work and its record: what is known of an article, on what basis, and what may be shown of it.

use super::{ActorId, ArticleId, AuthorId, Edtf, OutletId, Text};
use crate::messages::Messages;
use crate::text::sentences;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// On what ground a field of a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Printed in the capture.
    Stated,
    /// Concluded from what the capture holds.
    Inferred,
    /// Supplied by the corpus's editors.
    Editor,
    /// Found in a source outside the capture, which the record names.
    LookedUp,
}

impl Basis {
    /// The word shown beside the field.
    pub fn label(self, messages: &Messages) -> &'static str {
        let words = &messages.words;
        match self {
            Basis::Stated => words.stated,
            Basis::Inferred => words.inferred_basis,
            Basis::Editor => words.the_editors,
            Basis::LookedUp => words.looked_up,
        }
    }
}

/// A field of a record with its basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Based<T> {
    /// What the field says.
    pub value: T,
    /// On what ground.
    pub basis: Basis,
    /// How it was concluded, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it was looked up.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A work, counted once, however many captures of it there are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its id in links and files.
    pub id: ArticleId,
    /// Its title.
    pub title: Based<String>,
    /// Who signs it; empty where nobody is named.
    pub authors: Based<Vec<AuthorId>>,
    /// Whose voice `author` is, where no author is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_actor: Option<ActorId>,
    /// Where it appeared.
    pub outlet: Based<OutletId>,
    /// When it appeared.
    pub date: Based<Edtf>,
    /// What kind of piece it is: report, opinion, commentary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub genre: Option<Based<String>>,
    /// BCP 47 tag of its language.
    pub language: String,
    /// The publisher's page, where known; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Whose it is and what may be done with it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rights: String,
    /// Whom to ask about its rights; empty: whom the corpus names.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Its reference and its citation in each [`Style`](crate::cite::Style), in the order of
    /// [`Style::ALL`](crate::cite::Style::ALL); empty where none were prepared. Not part of the corpus's hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<(String, String)>,
    /// What a reader must know before sharing it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notice: String,
    /// The captures' file names, as the record lists them.
    pub witnesses: Vec<String>,
    /// Headings, each before the paragraph that follows it.
    pub headings: Vec<Heading>,
    /// The body in order; a standfirst or synopsis is paragraph 0.
    pub paragraphs: Vec<Paragraph>,
    /// Where the witnesses differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
    /// What was mended in the captures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<RepairCount>,
}

/// A heading before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The number of the paragraph that follows.
    pub before: u32,
    /// What it says.
    pub label: String,
    /// Whether it is the source's own; otherwise it is ours, from the digests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub source: bool,
}

/// One paragraph: what is had of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number: the body counts from 1, a standfirst or synopsis is 0.
    pub n: u32,
    /// The source's words, where they were supplied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Our own short restatement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Its words with their counts, in no order, as written; stands where `text` does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<(String, u32)>,
    /// How many sentences it has; 0 where that is not known.
    #[serde(default)]
    pub sentences: u32,
    /// The fingerprints of its sentences as [`Anchor::line`](crate::anchor::Anchor::line) writes them; stand where `text`
    /// does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<String>,
    /// Where each of its sentences stands in `text`, if a reader supplied that, and how it was found there. Empty: the
    /// text is the edition's, and its sentences are those that [`sentences`] finds.
    #[serde(skip)]
    pub placed: Vec<(Range<usize>, Found)>,
}

/// How a sentence of an article was found in another copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// All its words, in order.
    Exact,
    /// Most of its words, near its neighbours; how likely it is the same, in per cent.
    Close(u8),
    /// Not at all.
    Lost,
}

/// A place where the witnesses of one article differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The paragraph.
    pub p: u32,
    /// What sort of difference: spelling, quotation marks, look-alike letter, wording.
    pub kind: String,
    /// What each witness has.
    pub readings: Vec<Reading>,
}

/// What one witness has at a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The capture's file name.
    pub witness: String,
    /// A single word or a sign; one that looks like another is followed by its code point.
    pub reading: String,
}

/// How often something was mended in a capture, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairCount {
    /// The capture's file name.
    pub witness: String,
    /// The paragraph, or none where what was removed stood outside the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p: Option<u32>,
    /// What was done.
    pub kind: String,
    /// How often.
    pub count: u32,
}

impl Paragraph {
    /// The source's words as they are written, where they are here.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        self.text.as_ref().map(Text::read)
    }

    /// How many sentences it has: counted where its words are here, else as recorded; 0 where that is not known.
    pub fn sentence_count(&self) -> u32 {
        self.text().map_or(self.sentences, |text| self.spans(&text).len() as u32)
    }

    /// Where its sentences stand in its text, which is passed in; an empty span for one that a reader's copy has not.
    pub fn spans(&self, text: &str) -> Vec<Range<usize>> {
        if self.placed.is_empty() {
            return sentences(text);
        }
        self.placed.iter().map(|(span, _)| span.clone()).collect()
    }

    /// How a sentence, counted from 1, was found; exactly, where the text is the edition's own.
    pub fn found(&self, s: u32) -> Found {
        let placed = (s as usize).checked_sub(1).and_then(|nth| self.placed.get(nth));
        placed.map_or(Found::Exact, |(_, found)| *found)
    }
}

impl Article {
    /// Whether the source's words are here.
    pub fn is_full(&self) -> bool {
        !self.paragraphs.is_empty() && self.paragraphs.iter().all(|p| p.text.is_some())
    }

    /// The paragraph of that number.
    pub fn paragraph(&self, n: u32) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|p| p.n == n)
    }

    /// The author filter's values for this article: its authors, or [`UNNAMED`](super::UNNAMED).
    pub fn author_values(&self) -> Vec<&str> {
        match self.authors.value.as_slice() {
            [] => vec![super::UNNAMED],
            ids => ids.iter().map(AuthorId::as_str).collect(),
        }
    }
}
