//! Contrasts in plain words, made from the codebook's labels: one line without a full stop.
//!
//! The line says what positions say and weighs nothing. What is held with a reserve (±) is marked so.

use super::changes::{WITHDRAWS, is_turn};
use super::sides::{Held, Side};
use crate::messages::Messages;
use crate::model::{Actor, AnswerId, Corpus, Issue, Polarity, Position};
use crate::order::InOrder;

/// What a side is called, and whether that is one or several.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) label: String,
    pub(super) many: bool,
}

impl Name {
    /// `Japan is for …`; of several, whose number a label does not tell, `Russian commentators: for …`.
    fn holds(&self, what: &str, messages: &Messages) -> String {
        let telling = &messages.telling;
        let joint = if self.many { &telling.several } else { &telling.one_is };
        joint.with([self.label.as_str(), what])
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed(parts: &[String], messages: &Messages) -> String {
    let words = &messages.words;
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => words.two_listed.with([&most.join(words.comma), last]),
    }
}

fn quoted(label: &str, messages: &Messages) -> String {
    messages.words.quoted_label.with([label])
}

/// `for “a” and “b”, with a reserve for “c”, against “d”`.
fn stand(side: &Side<'_>, messages: &Messages) -> String {
    let telling = &messages.telling;
    let said =
        ways(side, messages).into_iter().zip([&telling.stands_for, &telling.with_a_reserve_for, &telling.against]);
    let said = said.filter(|(labels, _)| !labels.is_empty()).map(|(labels, way)| way.with([listed(&labels, messages)]));
    said.collect::<Vec<_>>().join(messages.words.comma)
}

/// The same where the only answer was just named: `against it`.
fn stand_to_it(side: &Side<'_>, messages: &Messages) -> &'static str {
    let telling = &messages.telling;
    let said =
        ways(side, messages).into_iter().zip([telling.for_it, telling.with_a_reserve_for_it, telling.against_it]);
    said.into_iter().find(|(labels, _)| !labels.is_empty()).map_or("", |(_, way)| way)
}

/// What a side is for, with a reserve for, and against.
fn ways(side: &Side<'_>, messages: &Messages) -> [Vec<String>; 3] {
    let labels = |wanted: Polarity, unless: Polarity| {
        let firmly = |held: Held<'_>| side.held().any(|other| other.answer == held.answer && other.polarity == unless);
        let wanted = side.held().filter(|held| held.polarity == wanted);
        wanted.filter(|held| !firmly(*held)).map(|held| quoted(held.label, messages)).collect()
    };
    [
        labels(Polarity::For, Polarity::Neither),
        labels(Polarity::Both, Polarity::For),
        labels(Polarity::Against, Polarity::Neither),
    ]
}

/// `Japan is for “All four”; Russia is against it`: each side as far as it differs.
pub(super) fn differ(a: &Name, ours: &Side<'_>, b: &Name, theirs: &Side<'_>, messages: &Messages) -> String {
    let only_answer = |side: &Side<'_>| {
        let first = side.held().next().map(|held| held.answer.clone());
        first.filter(|first| side.held().all(|held| held.answer == first))
    };
    let second = match (only_answer(ours), only_answer(theirs)) {
        (Some(one), Some(other)) if one == other => stand_to_it(theirs, messages).to_string(),
        _ => stand(theirs, messages),
    };
    messages.telling.two_differ.with([a.holds(&stand(ours, messages), messages), b.holds(&second, messages)])
}

/// `Japan and Russia are both for “Two” (Russia with a reserve)`.
pub(super) fn agree(
    issue: &Issue,
    (a, ours): (&Name, &Side<'_>),
    (b, theirs): (&Name, &Side<'_>),
    shared: &[&AnswerId],
    messages: &Messages,
) -> String {
    let answers: Vec<String> =
        shared.iter().map(|answer| shared_answer(issue, (a, ours), (b, theirs), answer, messages)).collect();
    messages.telling.both_are_for.with([&a.label, &b.label, &listed(&answers, messages)])
}

fn shared_answer(
    issue: &Issue,
    (a, ours): (&Name, &Side<'_>),
    (b, theirs): (&Name, &Side<'_>),
    answer: &AnswerId,
    messages: &Messages,
) -> String {
    let telling = &messages.telling;
    let how = |(name, side): (&Name, &Side<'_>)| {
        let towards = side.towards(answer);
        let firm: Vec<Held<'_>> = towards.held().filter(|held| held.polarity == Polarity::For).collect();
        let by = towards.held().filter(|held| firm.is_empty() || held.polarity == Polarity::For);
        let implied = by.filter(|held| held.answer != answer).map(|held| quoted(held.label, messages));
        let (name, implied) = (&name.label, listed(&implied.collect::<Vec<_>>(), messages));
        match (firm.is_empty(), implied.is_empty()) {
            (false, true) => None,
            (false, false) => Some(telling.holds_by.with([name, &implied])),
            (true, true) => Some(telling.holds_with_a_reserve.with([name])),
            (true, false) => Some(telling.holds_with_a_reserve_by.with([name, &implied])),
        }
    };
    let label = quoted(issue.answer(answer).map_or(answer.as_str(), |answer| &answer.label), messages);
    let how: Vec<String> = [how((a, ours)), how((b, theirs))].into_iter().flatten().collect();
    let words = &messages.words;
    if how.is_empty() { label } else { words.with_brackets.with([&label, &how.join(words.comma)]) }
}

/// `Of the two, only Japan has a position on “Outlook”`.
pub(super) fn only(label: &str, issue: &Issue, messages: &Messages) -> String {
    messages.telling.of_the_two_only.with([label, &quoted(&issue.label, messages)])
}

/// `Japan is for “Two” (1956; October 1956), withdraws “All four” (January 2019)`: actor by actor, in the order of time.
pub(super) fn changed(corpus: &Corpus, issue: &Issue, positions: &[usize], messages: &Messages) -> String {
    let words = &messages.words;
    let steps_of = |actor: &Actor| {
        let of_actor = positions.iter().map(|&at| &corpus.positions[at]).filter(|position| position.actor == actor.id);
        let mut own: Vec<&Position> = of_actor.collect();
        own.order_by_key(|position| position.as_of.as_ref().map(|date| (date.first_day(), date.last_day())));
        let mut steps: Vec<(String, Vec<String>)> = Vec::new();
        for position in own {
            let way = way(corpus, issue, position, messages);
            if steps.last().is_none_or(|(last, _)| *last != way) {
                steps.push((way, Vec::new()));
            }
            let dates = steps.last_mut().map(|(_, dates)| dates);
            let date = position.as_of.as_ref().map(|date| date.label(messages));
            if let (Some(dates), Some(date)) = (dates, date)
                && !dates.contains(&date)
            {
                dates.push(date);
            }
        }
        let dated = |(way, dates): &(String, Vec<String>)| match dates.as_slice() {
            [] => way.clone(),
            dates => words.with_brackets.with([way, &dates.join(words.semicolon)]),
        };
        let steps: Vec<String> = steps.iter().map(dated).collect();
        (!steps.is_empty()).then(|| messages.telling.actor_took_steps.with([&actor.label, &steps.join(words.comma)]))
    };
    corpus.codebook.actors.iter().filter_map(steps_of).collect::<Vec<_>>().join(words.semicolon)
}

/// `is for “Two”`, `withdraws “All four”`.
fn way(corpus: &Corpus, issue: &Issue, position: &Position, messages: &Messages) -> String {
    let telling = &messages.telling;
    let way = match corpus.codebook.stance(&position.stance).map(|stance| stance.polarity) {
        _ if is_turn(position) && position.stance.as_str() == WITHDRAWS => &telling.takes_back,
        _ if is_turn(position) => &telling.gives_way,
        Some(Polarity::Both) => &telling.is_with_a_reserve_for,
        Some(Polarity::Against) => &telling.is_against,
        _ => &telling.is_for,
    };
    let answer = position.answer.as_ref().and_then(|answer| issue.answer(answer)).map_or("", |answer| &answer.label);
    way.with([quoted(answer, messages)])
}
