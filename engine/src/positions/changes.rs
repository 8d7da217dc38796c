//! What a side no longer holds as it did: only where one text says so, or where the actor's own words differ by date. That
//! two authors read an actor differently is no change of the actor's: [`told_apart`](super::told_apart) shows that.

use super::sides::{Between, Side};
use crate::model::{ActorId, Corpus, Day, Issue, Nearness, Position};
use crate::order::IntoSet;
use std::collections::{BTreeMap, BTreeSet};

/// The stances by which a text itself says that an actor moved (section 9 of the design).
const TURNS: [&str; 2] = ["concedes", WITHDRAWS];

/// That of the two by which it takes something back.
pub(super) const WITHDRAWS: &str = "withdraws";

/// Whether a text says by this position that its actor moved.
pub(super) fn is_turn(position: &Position) -> bool {
    TURNS.contains(&position.stance.as_str()) && position.answer.is_some()
}

/// The positions that show a change, in the corpus's order: those by which a text says so, and each two of one actor's own
/// that stand at different dates and differ by the rule. Dates that overlap are one time, and what an actor held at that
/// time counts whole: who was for four all along and for two once did not change from two to four. An undated position is
/// at no time.
pub(super) fn changed(corpus: &Corpus, issue: &Issue, positions: &[usize]) -> Vec<usize> {
    let on_issue = |at: &&usize| corpus.positions[**at].issue == issue.id;
    let mut changed: BTreeSet<usize> =
        positions.iter().filter(on_issue).filter(|at| is_turn(&corpus.positions[**at])).copied().into_set();
    for times in own_words(corpus, positions.iter().filter(on_issue)).values() {
        let dates: Vec<_> = times.keys().collect();
        let overlaps = |one: &(Day, Day), two: &(Day, Day)| one.0 <= two.1 && two.0 <= one.1;
        let held: Vec<Side<'_>> = dates
            .iter()
            .map(|date| {
                let then = times.iter().filter(|(other, _)| overlaps(date, other)).flat_map(|(_, held)| held.iter());
                Side::of(corpus, issue, &then.copied().collect::<Vec<_>>())
            })
            .collect();
        for (earlier, before) in dates.iter().zip(&held) {
            for (later, after) in dates.iter().zip(&held).filter(|(later, _)| earlier.1 < later.0) {
                let dated = |at: &usize, date: &(Day, Day)| times[date].contains(at);
                let then = before.against(after, Between::TwoHolders);
                let now = after.against(before, Between::TwoHolders);
                let then: Vec<usize> = then.positions().iter().copied().filter(|at| dated(at, earlier)).collect();
                let now: Vec<usize> = now.positions().iter().copied().filter(|at| dated(at, later)).collect();
                // What differs only from what was held at both times did not change between them.
                if !then.is_empty() && !now.is_empty() {
                    changed.extend(then.into_iter().chain(now));
                }
            }
        }
    }
    changed.into_iter().collect()
}

/// Each actor's own words by the time they were held at.
type OwnWords<'a> = BTreeMap<&'a ActorId, BTreeMap<(Day, Day), Vec<usize>>>;

fn own_words<'a>(corpus: &'a Corpus, positions: impl Iterator<Item = &'a usize>) -> OwnWords<'a> {
    let mut own = OwnWords::new();
    for &at in positions {
        let position = &corpus.positions[at];
        let is_own = corpus.codebook.voice(&position.voice).is_some_and(|voice| voice.nearness == Nearness::Own);
        if let (true, Some(date)) = (is_own, &position.as_of) {
            let time = (date.first_day(), date.last_day());
            own.entry(&position.actor).or_default().entry(time).or_default().push(at);
        }
    }
    own
}
