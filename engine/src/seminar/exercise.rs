//! Code, then reveal: a passage, the reader's own answer, then ours and by which rule.

use crate::model::{AnswerId, Corpus, Position, StanceId, VoiceId};

/// How a reader codes a passage; the actor and the question are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The answer; none for another answer than the issue's.
    pub answer: Option<AnswerId>,
    /// How it is held.
    pub stance: StanceId,
    /// Who vouches for it.
    pub voice: VoiceId,
}

/// How a reader's coding stands to ours. Neither is right by itself: where they part, the rules are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The same answer.
    pub answer: bool,
    /// The same stance word.
    pub stance: bool,
    /// At least the same side: for, against, both or neither.
    pub polarity: bool,
    /// The same voice.
    pub voice: bool,
}

impl Verdict {
    /// Whether nothing differs.
    pub fn is_same(self) -> bool {
        self.answer && self.stance && self.voice
    }
}

/// Compares a reader's coding with a position.
pub fn judge(corpus: &Corpus, position: &Position, own: &Own) -> Verdict {
    let polarity = |id: &StanceId| corpus.codebook.stance(id).map(|stance| stance.polarity);
    Verdict {
        answer: own.answer == position.answer,
        stance: own.stance == position.stance,
        polarity: polarity(&own.stance) == polarity(&position.stance),
        voice: own.voice == position.voice,
    }
}

/// The order in which positions are set as exercises: each once, so mixed that neighbours come from different places. It is
/// the same for everybody, so that a class works at the same passage. Steps of the golden section spread evenly (Knuth, *The
/// Art of Computer Programming* 3, 6.4).
pub fn order(selected: &[usize]) -> Vec<usize> {
    let n = selected.len();
    let step = (n * 618 / 1000..=n).find(|step| *step > 0 && divisor(*step, n) == 1).unwrap_or(1);
    (0..n).map(|nth| selected[nth * step % n]).collect()
}

/// The greatest common divisor.
fn divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// The exercise after this one, from the first again after the last; the first where this one is none of them.
pub fn next(selected: &[usize], present: Option<usize>) -> Option<usize> {
    let order = order(selected);
    let at = present.and_then(|present| order.iter().position(|at| *at == present));
    order.get(at.map_or(0, |at| (at + 1) % order.len())).copied()
}
