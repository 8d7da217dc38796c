//! What one side holds on one question, and the rule by which two sides differ or agree: that of the codebook's head and
//! of the design's section 9.
//!
//! In: a question and positions on it. Out: which of them stand against which of another side's. A position without an
//! answer, or with a stance that is neither for nor against, holds nothing here.

use crate::model::{AnswerId, Corpus, Issue, Polarity};
use crate::order::InOrder;
use std::collections::BTreeMap;

/// Whose two sides are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    /// Two who hold views.
    TwoHolders,
    /// Two tellings of one actor. Where both tell that it is for an answer and against it, they tell the same.
    TwoTellings,
}

/// What a side is for and against.
#[derive(Clone, Debug)]
pub(super) struct Side<'a> {
    issue: &'a Issue,
    /// Its positions by the answer's place among the issue's and by how it is held. There are few of these, however many
    /// positions there are, so that sides are quick to compare.
    held: BTreeMap<(usize, Polarity), Vec<usize>>,
}

/// An answer as a side holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'a> {
    pub(super) answer: &'a AnswerId,
    pub(super) label: &'a str,
    pub(super) polarity: Polarity,
}

impl Held<'_> {
    /// With a reserve counts as for.
    pub(super) fn is_for(self) -> bool {
        matches!(self.polarity, Polarity::For | Polarity::Both)
    }
}

impl<'a> Side<'a> {
    /// The side of these positions, as far as they are on the issue.
    pub(super) fn of(corpus: &Corpus, issue: &'a Issue, positions: &[usize]) -> Side<'a> {
        let mut held: BTreeMap<(usize, Polarity), Vec<usize>> = BTreeMap::new();
        for &at in positions {
            let position = &corpus.positions[at];
            let polarity = corpus.codebook.stance(&position.stance).map_or(Polarity::Neither, |stance| stance.polarity);
            let is_it = |answer: &crate::model::Answer| Some(&answer.id) == position.answer.as_ref();
            let answer = issue.answers.iter().position(is_it).filter(|_| position.issue == issue.id);
            if let (Some(answer), true) = (answer, polarity != Polarity::Neither) {
                held.entry((answer, polarity)).or_default().push(at);
            }
        }
        Side { issue, held }
    }

    /// What it holds, in the order of the answers.
    pub(super) fn held(&self) -> impl Iterator<Item = Held<'_>> {
        self.held.keys().map(|&(answer, polarity)| {
            let answer = &self.issue.answers[answer];
            Held { answer: &answer.id, label: &answer.label, polarity }
        })
    }

    /// Whether it is for the answer, itself or by another that implies it.
    pub(super) fn is_for(&self, answer: &AnswerId) -> bool {
        self.held().any(|held| held.is_for() && self.issue.gives(held.answer, answer))
    }

    /// Whether it is for the answer in so many words.
    fn states(&self, answer: &AnswerId) -> bool {
        self.held().any(|held| held.is_for() && held.answer == answer)
    }

    /// Whether it is against the answer, itself or by another that the answer implies.
    fn is_against(&self, answer: &AnswerId) -> bool {
        self.held().any(|held| !held.is_for() && self.issue.gives(answer, held.answer))
    }

    /// Whether what it holds and what the other side holds are a difference: two answers, neither side being for the
    /// other's; or one for and one against the same, and who is against an answer is against those that imply it.
    fn is_at_odds(&self, ours: Held<'_>, other: &Side<'_>, theirs: Held<'_>, between: Between) -> bool {
        let stand_apart = |answer: &AnswerId, denied: &AnswerId| {
            let told_alike = || [self, other].iter().all(|side| side.is_for(answer) && side.is_against(answer));
            self.issue.gives(answer, denied) && (between == Between::TwoHolders || !told_alike())
        };
        match (ours.is_for(), theirs.is_for()) {
            (true, true) => !self.is_for(theirs.answer) && !other.is_for(ours.answer),
            (true, false) => stand_apart(ours.answer, theirs.answer),
            (false, true) => stand_apart(theirs.answer, ours.answer),
            (false, false) => false,
        }
    }

    /// The part of this side that differs from the other: nothing where the two do not differ.
    pub(super) fn against(&self, other: &Side<'_>, between: Between) -> Side<'a> {
        self.part(|ours| other.held().any(|theirs| self.is_at_odds(ours, other, theirs, between)))
    }

    /// Whether the two differ.
    pub(super) fn differs_from(&self, other: &Side<'_>, between: Between) -> bool {
        self.held().any(|ours| other.held().any(|theirs| self.is_at_odds(ours, other, theirs, between)))
    }

    /// The answers that both are for, and at least one of them in so many words: who wants four and who wants two agree on
    /// `some` only if one of them says so. What another of these answers implies goes without saying.
    pub(super) fn shared(&self, other: &Side<'_>) -> Vec<&'a AnswerId> {
        let ids = self.issue.answers.iter().map(|answer| &answer.id);
        let both = ids.filter(|id| self.is_for(id) && other.is_for(id));
        let shared: Vec<&AnswerId> = both.filter(|id| self.states(id) || other.states(id)).collect();
        let implies = |one: &AnswerId, other| self.issue.gives(one, other) && !self.issue.gives(other, one);
        shared.iter().filter(|id| !shared.iter().any(|one| implies(one, id))).copied().collect()
    }

    /// The part of this side that is for the answer: what states it, or where nothing does, what implies it.
    pub(super) fn towards(&self, answer: &AnswerId) -> Side<'a> {
        match self.states(answer) {
            true => self.part(|held| held.is_for() && held.answer == answer),
            false => self.part(|held| held.is_for() && self.issue.gives(held.answer, answer)),
        }
    }

    fn part(&self, keeps: impl Fn(Held<'_>) -> bool) -> Side<'a> {
        let kept = self.held().zip(&self.held).filter(|(held, _)| keeps(*held));
        Side { issue: self.issue, held: kept.map(|(_, (key, positions))| (*key, positions.clone())).collect() }
    }

    /// Its positions, in the corpus's order.
    pub(super) fn positions(&self) -> Vec<usize> {
        let mut positions: Vec<usize> = self.held.values().flatten().copied().collect();
        positions.order();
        positions
    }
}
