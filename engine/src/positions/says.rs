//! Contrasts in plain English, made from the codebook's labels: one line without a full stop.
//!
//! The line says what positions say and weighs nothing. What is held with a reserve (±) is marked so.

use super::changes::is_turn;
use super::sides::{Held, Side};
use crate::messages::Language;
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
    fn holds(&self, what: &str) -> String {
        let joint = if self.many { ":" } else { " is" };
        format!("{}{joint} {what}", self.label)
    }
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn quoted(label: &str) -> String {
    format!("“{label}”")
}

/// `for “a” and “b”, with a reserve for “c”, against “d”`.
fn stand(side: &Side<'_>) -> String {
    let labels = |wanted: Polarity, unless: Polarity| {
        let firmly = |held: Held<'_>| side.held().any(|other| other.answer == held.answer && other.polarity == unless);
        let wanted = side.held().filter(|held| held.polarity == wanted);
        wanted.filter(|held| !firmly(*held)).map(|held| quoted(held.label)).collect::<Vec<_>>()
    };
    let ways = [
        ("for", labels(Polarity::For, Polarity::Neither)),
        ("with a reserve for", labels(Polarity::Both, Polarity::For)),
        ("against", labels(Polarity::Against, Polarity::Neither)),
    ];
    let said = ways.iter().filter(|(_, labels)| !labels.is_empty());
    said.map(|(way, labels)| format!("{way} {}", listed(labels))).collect::<Vec<_>>().join(", ")
}

/// `Japan is for “All four”; Russia is against it`: each side as far as it differs.
pub(super) fn differ(a: &Name, ours: &Side<'_>, b: &Name, theirs: &Side<'_>) -> String {
    let only_answer = |side: &Side<'_>| {
        let first = side.held().next().map(|held| held.answer.clone());
        first.filter(|first| side.held().all(|held| held.answer == first))
    };
    let second = match (only_answer(ours), only_answer(theirs)) {
        (Some(one), Some(other)) if one == other => {
            stand(theirs).split(" “").next().map(|way| format!("{way} it")).unwrap_or_default()
        }
        _ => stand(theirs),
    };
    format!("{}; {}", a.holds(&stand(ours)), b.holds(&second))
}

/// `Japan and Russia are both for “Two” (Russia with a reserve)`.
pub(super) fn agree(
    issue: &Issue,
    (a, ours): (&Name, &Side<'_>),
    (b, theirs): (&Name, &Side<'_>),
    shared: &[&AnswerId],
) -> String {
    let answers: Vec<String> =
        shared.iter().map(|answer| shared_answer(issue, (a, ours), (b, theirs), answer)).collect();
    format!("{} and {} are both for {}", a.label, b.label, listed(&answers))
}

fn shared_answer(
    issue: &Issue,
    (a, ours): (&Name, &Side<'_>),
    (b, theirs): (&Name, &Side<'_>),
    answer: &AnswerId,
) -> String {
    let how = |(name, side): (&Name, &Side<'_>)| {
        let towards = side.towards(answer);
        let firm: Vec<Held<'_>> = towards.held().filter(|held| held.polarity == Polarity::For).collect();
        let by = towards.held().filter(|held| firm.is_empty() || held.polarity == Polarity::For);
        let implied: Vec<String> = by.filter(|held| held.answer != answer).map(|held| quoted(held.label)).collect();
        let reserve = if firm.is_empty() { " with a reserve" } else { "" };
        let through = if implied.is_empty() { String::new() } else { format!(" by {}", listed(&implied)) };
        let how = format!("{reserve}{through}");
        (!how.is_empty()).then(|| format!("{}{how}", name.label))
    };
    let label = issue.answer(answer).map_or(answer.as_str(), |answer| &answer.label);
    let how: Vec<String> = [how((a, ours)), how((b, theirs))].into_iter().flatten().collect();
    let how = if how.is_empty() { String::new() } else { format!(" ({})", how.join(", ")) };
    format!("{}{how}", quoted(label))
}

/// `Of the two, only Japan has a position on “Outlook”`.
pub(super) fn only(label: &str, issue: &Issue) -> String {
    format!("Of the two, only {label} has a position on {}", quoted(&issue.label))
}

/// `Japan is for “Two” (1956; October 1956), withdraws “All four” (January 2019)`: actor by actor, in the order of time.
pub(super) fn changed(corpus: &Corpus, issue: &Issue, positions: &[usize]) -> String {
    let steps_of = |actor: &Actor| {
        let of_actor = positions.iter().map(|&at| &corpus.positions[at]).filter(|position| position.actor == actor.id);
        let mut own: Vec<&Position> = of_actor.collect();
        own.order_by_key(|position| position.as_of.as_ref().map(|date| (date.first_day(), date.last_day())));
        let mut steps: Vec<(String, Vec<String>)> = Vec::new();
        for position in own {
            let way = way(corpus, issue, position);
            if steps.last().is_none_or(|(last, _)| *last != way) {
                steps.push((way, Vec::new()));
            }
            let dates = steps.last_mut().map(|(_, dates)| dates);
            let date = position.as_of.as_ref().map(|date| date.label(Language::English.messages()));
            if let (Some(dates), Some(date)) = (dates, date)
                && !dates.contains(&date)
            {
                dates.push(date);
            }
        }
        let dated = |(way, dates): &(String, Vec<String>)| match dates.as_slice() {
            [] => way.clone(),
            dates => format!("{way} ({})", dates.join("; ")),
        };
        let steps: Vec<String> = steps.iter().map(dated).collect();
        (!steps.is_empty()).then(|| format!("{} {}", actor.label, steps.join(", ")))
    };
    corpus.codebook.actors.iter().filter_map(steps_of).collect::<Vec<_>>().join("; ")
}

/// `is for “Two”`, `withdraws “All four”`.
fn way(corpus: &Corpus, issue: &Issue, position: &Position) -> String {
    let way = match corpus.codebook.stance(&position.stance).map(|stance| stance.polarity) {
        _ if is_turn(position) => position.stance.as_str(),
        Some(Polarity::Both) => "is, with a reserve, for",
        Some(Polarity::Against) => "is against",
        _ => "is for",
    };
    let answer = position.answer.as_ref().and_then(|answer| issue.answer(answer)).map_or("", |answer| &answer.label);
    format!("{way} {}", quoted(answer))
}
