//! A role sheet: all that one actor holds, what it leaves unsaid, and whom it meets.

use crate::messages::Messages;
use crate::model::{ActorId, Corpus};
use crate::positions::{By, Contrast, column_of, contrasts};

/// Everything that a student needs who speaks for an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Which columns of the table the actor stands in: a government has those who speak for it with it.
    pub by: By,
    /// Those who speak for it in the selection, in the codebook's order.
    pub speakers: Vec<ActorId>,
    /// The questions that it has a position on, by their places in the codebook, with its positions.
    pub held: Vec<(usize, Vec<usize>)>,
    /// The questions on which nothing is told of it.
    pub unsaid: Vec<usize>,
    /// Its contrasts with the others of its table, it being the first side.
    pub meets: Vec<Contrast>,
}

/// The role sheet of an actor over the selected positions; `asked` are the questions that the selection asks, by their places in
/// the codebook.
pub fn role(corpus: &Corpus, selected: &[usize], actor: &ActorId, asked: &[usize], messages: &Messages) -> Role {
    let by = By::of_holder(corpus, actor);
    let stands_in = |at: usize| column_of(corpus, &corpus.positions[at], by);
    let own: Vec<usize> =
        selected.iter().copied().filter(|at| stands_in(*at).as_deref() == Some(actor.as_str())).collect();
    let on = |issue: usize| {
        let is_on = |at: &usize| corpus.positions[*at].issue == corpus.codebook.issues[issue].id;
        own.iter().copied().filter(is_on).collect::<Vec<_>>()
    };
    let all: Vec<(usize, Vec<usize>)> = asked.iter().map(|&issue| (issue, on(issue))).collect();
    let unsaid = all.iter().filter(|(_, held)| held.is_empty()).map(|(issue, _)| *issue).collect();
    let speaks = |id: &ActorId| id != actor && own.iter().any(|at| corpus.positions[*at].actor == *id);
    let speakers = corpus.codebook.actors.iter().map(|actor| &actor.id).filter(|id| speaks(id)).cloned().collect();
    let mut meets = Vec::new();
    for contrast in contrasts(corpus, selected, by, None, messages) {
        if contrast.a_column == actor.as_str() {
            meets.push(contrast);
        } else if contrast.b_column == actor.as_str() {
            meets.push(Contrast {
                a_column: contrast.b_column,
                b_column: contrast.a_column,
                a: contrast.b,
                b: contrast.a,
                ..contrast
            });
        }
    }
    Role { by, speakers, held: all.into_iter().filter(|(_, held)| !held.is_empty()).collect(), unsaid, meets }
}
