//! One row of `positions.csv`: an actor holds an answer to a question in some way, as one article tells it, with its
//! evidence.

use super::{ActorId, AnswerId, ArticleId, Edtf, IssueId, PositionId, StanceId, VoiceId};
use crate::messages::Messages;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How sure the coding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Explicit in the text.
    High,
    /// One step of inference.
    Medium,
    /// Another reading is as good.
    Low,
}

impl Confidence {
    /// Its word in files.
    pub fn id(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let coding = &messages.coding;
        match self {
            Confidence::High => coding.high_confidence,
            Confidence::Medium => coding.medium_confidence,
            Confidence::Low => coding.low_confidence,
        }
    }

    /// When it is used.
    pub fn rule(self, messages: &Messages) -> &'static str {
        let coding = &messages.coding;
        match self {
            Confidence::High => coding.explicit_in_the_text,
            Confidence::Medium => coding.one_step_of_inference,
            Confidence::Low => coding.another_reading_is_as_good,
        }
    }
}

/// A place in an article: a paragraph, or one of its sentences, both counted as section 5 of the corpus's rules does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Locator {
    /// The paragraph; 0 is a standfirst or synopsis.
    pub p: u32,
    /// The sentence, from 1; none means the whole paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub s: Option<u32>,
}

impl fmt::Display for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.s {
            Some(s) => write!(f, "{}.{s}", self.p),
            None => write!(f, "{}", self.p),
        }
    }
}

impl FromStr for Locator {
    type Err = ();

    /// Reads `7`, `7.3`, `¶7` and `¶7.3`; anything else is an error without words, since only the file's reader knows the place.
    fn from_str(s: &str) -> Result<Self, ()> {
        let s = s.trim();
        let s = s.strip_prefix('¶').unwrap_or(s).trim_start();
        let number = |part: &str| -> Result<u32, ()> {
            let digits = !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
            if digits { part.parse().map_err(|_| ()) } else { Err(()) }
        };
        match s.split_once('.') {
            Some((p, s)) => {
                Ok(Locator { p: number(p)?, s: Some(number(s).and_then(|s| if s > 0 { Ok(s) } else { Err(()) })?) })
            }
            None => Ok(Locator { p: number(s)?, s: None }),
        }
    }
}

/// Where something stands that is not of one article alone: the article and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Evidence {
    /// The article.
    pub article: ArticleId,
    /// The place in it.
    pub at: Locator,
}

/// A position with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Its id, which never changes.
    pub id: PositionId,
    /// The article that tells it.
    pub article: ArticleId,
    /// Who holds it.
    pub actor: ActorId,
    /// The question.
    pub issue: IssueId,
    /// The answer; none where none of the issue's fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerId>,
    /// How the answer is held.
    pub stance: StanceId,
    /// The position in our own words.
    pub summary: String,
    /// Who vouches for it.
    pub voice: VoiceId,
    /// Who relays it, where the voice is `relayed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<ActorId>,
    /// When it was held; none for an undated past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Edtf>,
    /// Where it stands.
    pub evidence: Vec<Locator>,
    /// How sure the coding is.
    pub confidence: Confidence,
    /// The coder's remark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How it came to be coded so, where two readings were made and at least one had it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coding: Option<Coding>,
}

/// What two independent readings had for a position, and how it was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    /// What each of them had; nothing, where it had no such row.
    pub readings: [Option<Coded>; 2],
    /// The rule by which the difference was settled; empty where none was written down.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
}

/// A position as far as two readings are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The question.
    pub issue: IssueId,
    /// The answer, if one fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AnswerId>,
    /// How it is held.
    pub stance: StanceId,
    /// Who vouches for it.
    pub voice: VoiceId,
}
