//! What a cell reads as: one line for each way in which an answer is held.

use super::table::articles_of;
use super::{By, column_of};
use crate::model::{ActorId, AnswerId, Corpus, IssueId, Nearness, StanceId};
use crate::order::InOrder;

/// One line of a cell: an actor, a stance and an answer, with the positions that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The actor, where the column is not one.
    pub actor: Option<ActorId>,
    /// How the answer is held.
    pub stance: StanceId,
    /// The answer; none reads "another answer".
    pub answer: Option<AnswerId>,
    /// Its place among the issue's answers, which chooses its sign; none for another answer.
    pub sign: Option<usize>,
    /// The nearest of its positions to the actor's own words.
    pub nearness: Nearness,
    /// Indices of its positions.
    pub positions: Vec<usize>,
    /// From how many articles.
    pub articles: usize,
}

/// The lines of a cell: in the order of the actors where they are named, then of the answers, then the stronger stance
/// first.
pub fn lines(corpus: &Corpus, cell: &[usize], by: By) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for &at in cell {
        let position = &corpus.positions[at];
        let actor = (!by.is_of_actors()).then(|| {
            let folded = by.folds().then(|| column_of(corpus, position, By::Government)).flatten();
            folded.map_or_else(|| position.actor.clone(), ActorId)
        });
        let nearness = corpus.codebook.voice(&position.voice).map_or(Nearness::Inferred, |v| v.nearness);
        let same = |l: &&mut Line| l.actor == actor && l.stance == position.stance && l.answer == position.answer;
        match lines.iter_mut().find(same) {
            Some(line) => {
                line.positions.push(at);
                line.nearness = line.nearness.min(nearness);
            }
            None => lines.push(Line {
                actor,
                stance: position.stance.clone(),
                answer: position.answer.clone(),
                sign: position.answer.as_ref().and_then(|answer| sign(corpus, &position.issue, answer)),
                nearness,
                positions: vec![at],
                articles: 0,
            }),
        }
    }
    for line in &mut lines {
        line.articles = articles_of(corpus, &line.positions);
    }
    let actor_order = |line: &Line| corpus.codebook.actors.iter().position(|a| Some(&a.id) == line.actor.as_ref());
    let strength = |line: &Line| corpus.codebook.stance(&line.stance).map_or(0, |s| s.strength);
    lines.order_by_key(|line| {
        (actor_order(line), line.sign.unwrap_or(usize::MAX), std::cmp::Reverse(strength(line)), line.stance.clone())
    });
    lines
}

/// The place of an answer among its issue's.
fn sign(corpus: &Corpus, issue: &IssueId, answer: &AnswerId) -> Option<usize> {
    corpus.codebook.issue(issue)?.answers.iter().position(|a| a.id == *answer)
}
