//! What may be coded, and by which rule.

use super::{ActorId, AnswerId, IssueId, StanceId, VoiceId};
use crate::messages::Messages;
use serde::{Deserialize, Serialize};

/// The codebook: the corpus's questions, and the words in which positions are held.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// The questions, in the order of the table's rows.
    #[serde(default, rename = "issue")]
    pub issues: Vec<Issue>,
    /// How an answer may be held.
    #[serde(default, rename = "stance")]
    pub stances: Vec<Stance>,
    /// Who may vouch for a position.
    #[serde(default, rename = "voice")]
    pub voices: Vec<Voice>,
    /// Whoever may hold one.
    #[serde(default, rename = "actor")]
    pub actors: Vec<Actor>,
}

/// A question and its answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// Its short name.
    pub label: String,
    /// What it asks.
    pub question: String,
    /// What belongs to it.
    pub rule: String,
    /// The answers in the codebook's order, which is also that of their signs.
    pub answers: Vec<Answer>,
}

/// One of an issue's answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// What it says.
    pub label: String,
    /// An answer that whoever gives this one gives as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implies: Option<AnswerId>,
}

/// Whether an actor is for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Polarity {
    /// For it.
    #[serde(rename = "+")]
    For,
    /// Against it.
    #[serde(rename = "-")]
    Against,
    /// For it with a reserve.
    #[serde(rename = "±")]
    Both,
    /// Neither.
    #[serde(rename = "0")]
    Neither,
}

/// How an answer is held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// Its id, which is also the word shown in English.
    pub id: StanceId,
    /// Whether it is for the answer.
    pub polarity: Polarity,
    /// Order among stances of one polarity; the weakest that fits is taken.
    pub strength: u8,
    /// When it is used.
    pub rule: String,
}

/// How near a position is to the actor's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// Said or done by the actor.
    Own,
    /// Vouched for by another.
    Ascribed,
    /// A guess.
    Inferred,
}

impl Nearness {
    /// All of them, nearest first.
    pub const ALL: [Nearness; 3] = [Nearness::Own, Nearness::Ascribed, Nearness::Inferred];

    /// Its id in addresses and exports.
    pub fn id(self) -> &'static str {
        match self {
            Nearness::Own => "own",
            Nearness::Ascribed => "ascribed",
            Nearness::Inferred => "inferred",
        }
    }

    /// What it is called on the page.
    pub fn label(self, messages: &Messages) -> &'static str {
        let coding = &messages.coding;
        match self {
            Nearness::Own => coding.own_words_and_acts,
            Nearness::Ascribed => coding.ascribed_by_others,
            Nearness::Inferred => coding.inferred_by_others,
        }
    }

    /// The same in a word.
    pub fn word(self, messages: &Messages) -> &'static str {
        let coding = &messages.coding;
        match self {
            Nearness::Own => coding.near_own,
            Nearness::Ascribed => coding.near_ascribed,
            Nearness::Inferred => coding.near_inferred,
        }
    }
}

/// Who vouches for a position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Its id, which is also the word shown in English.
    pub id: VoiceId,
    /// How near it is to the actor's own words.
    pub nearness: Nearness,
    /// When it is used.
    pub rule: String,
}

/// What sort of actor one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A state's government.
    Government,
    /// A single person.
    Person,
    /// The author of an article.
    Author,
    /// A public or a part of one.
    Public,
    /// A medium, or the press.
    Media,
    /// An organisation of states or others.
    Organisation,
    /// Several who are spoken of as one.
    Collective,
}

/// Whoever may hold a position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Its id.
    pub id: ActorId,
    /// Its name.
    pub label: String,
    /// What sort of actor.
    pub kind: ActorKind,
    /// The country it belongs to, which is not whose view it gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<ActorId>,
    /// Whose view it gives in office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<ActorId>,
}

impl StanceId {
    /// The word that the page shows: its own, where a codebook has one that the page does not know.
    pub fn word<'a>(&'a self, messages: &Messages) -> &'a str {
        let coding = &messages.coding;
        match self.as_str() {
            "explains" => coding.explains,
            "suggests" => coding.suggests,
            "expects" => coding.expects,
            "optimistic" => coding.optimistic,
            "seeks" => coding.seeks,
            "supports" => coding.supports,
            "recommends" => coding.recommends,
            "asks" => coding.asks,
            "offers" => coding.offers,
            "demands" => coding.demands,
            "fears" => coding.fears,
            "instrumental" => coding.instrumental,
            "conditional" => coding.conditional,
            "concedes" => coding.concedes,
            "ambivalent" => coding.ambivalent,
            "indifferent" => coding.indifferent,
            "sceptical" => coding.sceptical,
            "criticises" => coding.criticises,
            "opposes" => coding.opposes,
            "withdraws" => coding.withdraws,
            own => own,
        }
    }
}

impl VoiceId {
    /// The word that the page shows: its own, where a codebook has one that the page does not know.
    pub fn word<'a>(&'a self, messages: &Messages) -> &'a str {
        let coding = &messages.coding;
        match self.as_str() {
            "quoted" => coding.quoted,
            "reported" => coding.reported,
            "author" => coding.author,
            "attributed" => coding.attributed,
            "relayed" => coding.relayed,
            "inferred" => coding.inferred,
            own => own,
        }
    }
}

impl Codebook {
    /// The issue of that id.
    pub fn issue(&self, id: &IssueId) -> Option<&Issue> {
        self.issues.iter().find(|i| i.id == *id)
    }

    /// The stance of that id.
    pub fn stance(&self, id: &StanceId) -> Option<&Stance> {
        self.stances.iter().find(|s| s.id == *id)
    }

    /// The voice of that id.
    pub fn voice(&self, id: &VoiceId) -> Option<&Voice> {
        self.voices.iter().find(|v| v.id == *id)
    }

    /// The actor of that id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|a| a.id == *id)
    }
}

impl Issue {
    /// The answer of that id.
    pub fn answer(&self, id: &AnswerId) -> Option<&Answer> {
        self.answers.iter().find(|a| a.id == *id)
    }

    /// Whether whoever gives `answer` gives `other` as well: it is the same, or implied by one or several steps.
    pub fn gives(&self, answer: &AnswerId, other: &AnswerId) -> bool {
        // As many steps as there are answers: a codebook that goes round in a circle ends here too.
        let steps = std::iter::successors(Some(answer), |at| self.answer(at)?.implies.as_ref());
        steps.take(self.answers.len().max(1)).any(|step| step == other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_gives_itself_and_whatever_it_implies_at_any_remove() {
        let answer = |id: &str, implies: Option<&str>| Answer {
            id: id.into(),
            label: id.into(),
            implies: implies.map(AnswerId::from),
        };
        let answers = vec![
            answer("all", Some("half")),
            answer("half", Some("some")),
            answer("some", None),
            answer("round", Some("about")),
            answer("about", Some("round")),
        ];
        let issue =
            Issue { id: "i".into(), label: String::new(), question: String::new(), rule: String::new(), answers };
        for (answer, other, expected) in [
            ("all", "all", true),
            ("all", "half", true),
            ("all", "some", true),
            ("some", "all", false),
            ("half", "all", false),
            ("round", "about", true),
            ("round", "some", false),
        ] {
            assert_eq!(issue.gives(&answer.into(), &other.into()), expected, "{answer} gives {other}");
        }
    }
}
