//! *I disagree with this coding*: what a reader would code otherwise, as rows that an editor can take up.

use crate::export::{Listing, link};
use crate::messages::Messages;
use crate::model::{Corpus, PositionId};

/// What of a position is disputed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// Which answer.
    #[default]
    Answer,
    /// How it is held.
    Stance,
    /// Who holds it.
    Actor,
    /// Which question it belongs to.
    Issue,
    /// Who vouches for it.
    Voice,
    /// Where it stands.
    Evidence,
    /// When it was held.
    AsOf,
    /// That there is such a position at all.
    Whole,
}

impl Field {
    /// All of them, in the order of the choice.
    pub const ALL: [Field; 8] = [
        Field::Answer,
        Field::Stance,
        Field::Actor,
        Field::Issue,
        Field::Voice,
        Field::Evidence,
        Field::AsOf,
        Field::Whole,
    ];

    /// Its word in the rows: the column of `positions.csv`, or `position` for the whole row.
    pub fn id(self) -> &'static str {
        match self {
            Field::Answer => "answer",
            Field::Stance => "stance",
            Field::Actor => "actor",
            Field::Issue => "issue",
            Field::Voice => "voice",
            Field::Evidence => "evidence",
            Field::AsOf => "as_of",
            Field::Whole => "position",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let messages = &messages.seminar;
        match self {
            Field::Answer => messages.field_answer,
            Field::Stance => messages.field_stance,
            Field::Actor => messages.field_actor,
            Field::Issue => messages.field_question,
            Field::Voice => messages.field_voice,
            Field::Evidence => messages.field_evidence,
            Field::AsOf => messages.field_date,
            Field::Whole => messages.field_whole,
        }
    }
}

/// A reader's note on a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The position.
    pub position: PositionId,
    /// What of it.
    pub field: Field,
    /// What the reader would have instead; may be empty.
    pub proposal: String,
    /// Why.
    pub reason: String,
}

const COLUMNS: &[&str] = &[
    "position", "article", "evidence", "actor", "issue", "summary", "field", "coded", "proposal", "reason", "link",
    "corpus", "version", "hash",
];

/// The notes as rows: each with the position as it is coded now, the edition, and a link to its passage.
pub fn disputes(corpus: &Corpus, notes: &[Dispute], base: &str) -> Listing {
    let row = |note: &Dispute| {
        let position = corpus.position(&note.position)?;
        let places: Vec<String> = position.evidence.iter().map(ToString::to_string).collect();
        let coded = match note.field {
            Field::Answer => position.answer.as_ref().map(ToString::to_string).unwrap_or_default(),
            Field::Stance => position.stance.to_string(),
            Field::Actor => position.actor.to_string(),
            Field::Issue => position.issue.to_string(),
            Field::Voice => position.voice.to_string(),
            Field::Evidence => places.join("; "),
            Field::AsOf => position.as_of.as_ref().map(ToString::to_string).unwrap_or_default(),
            Field::Whole => String::new(),
        };
        Some(vec![
            position.id.to_string(),
            position.article.to_string(),
            places.join("; "),
            position.actor.to_string(),
            position.issue.to_string(),
            position.summary.clone(),
            note.field.id().to_string(),
            coded,
            note.proposal.clone(),
            note.reason.clone(),
            link(position, base),
            corpus.id.clone(),
            corpus.version.clone(),
            corpus.hash.clone(),
        ])
    };
    Listing { name: "notes", columns: COLUMNS, rows: notes.iter().filter_map(row).collect() }
}
