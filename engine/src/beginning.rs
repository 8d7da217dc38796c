//! Questions to begin with: what a first reader may ask of a corpus, each with the view that answers it.
//!
//! In: a library. Out: at most three questions, made of the codebook's words and the corpus's names: where two sides differ,
//! what an actor held at two times, who uses which name; where a corpus lacks one of these, simpler ones. None leads to an
//! empty view. They are examples: what comes first is no finding. Nothing here names a corpus.

use crate::index::Place;
use crate::messages::{Language, Messages};
use crate::model::{Actor, ActorId, ContrastKind, Corpus, Issue, IssueId, Names};
use crate::order::{InOrder, IntoSet};
use crate::positions::{By, Contrast, column_of, contrasts, table};
use crate::search::{Ask, Library};
use crate::seminar::Sheet;
use crate::view::{Pane, View};
use std::cmp::Reverse;

/// So many questions are suggested.
const MOST: usize = 3;

/// Contrasts are looked for among so many columns, those that hold most: of many actors there are thousands of pairs.
const COLUMNS: usize = 6;

/// And among so many positions: the page waits for it, and an example is found long before.
const LOOKED_AT: usize = 1_000;

/// So many sets of names are tried, and so many names of each.
const TRIED: usize = 4;

/// A question that a corpus can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked.
    pub asks: String,
    /// What it is about, or why it is worth asking; may be empty.
    pub about: String,
    /// The view that answers it.
    pub view: View,
}

/// The questions, the most telling first. Of a corpus that is still being read no article is asked for, and its names are
/// trusted to stand in one.
pub fn questions(library: &Library, messages: &Messages) -> Vec<Question> {
    let corpus = library.corpus();
    let told = |by| contrasts(corpus, &of_speakers(corpus, by), by, None, messages);
    let governments = told(By::Government);
    // Of governments that say all there is to say, single actors are not asked.
    let has = |kind| governments.iter().any(|contrast| contrast.kind == kind);
    let both = has(ContrastKind::Differ) && has(ContrastKind::Changed);
    let actors = if both { Vec::new() } else { told(By::Actor) };
    let told = [(By::Government, governments), (By::Actor, actors)];
    let ways: [&dyn Fn() -> Option<Question>; 6] = [
        &|| told.iter().find_map(|(by, told)| differ(corpus, *by, told, messages)).or_else(|| asked(corpus)),
        &|| told.iter().find_map(|(_, told)| changed(corpus, told, messages)),
        &|| names(library, messages),
        &|| held(corpus, messages),
        &|| happened(corpus, messages),
        &|| read(corpus, messages),
    ];
    ways.iter().filter_map(|way| way()).take(MOST).collect()
}

/// A part of the page from its beginning, with one question of the codebook if that is given.
#[inline(never)]
fn part(pane: Pane, issue: Option<&IssueId>) -> View {
    let mut view = View::default().showing(pane);
    view.filters.issue.extend(issue.map(IssueId::to_string));
    view
}

fn question(asks: String, about: String, view: View) -> Option<Question> {
    Some(Question { asks, about, view })
}

/// The positions of the columns that hold most, in the corpus's order, of the first so many.
fn of_speakers(corpus: &Corpus, by: By) -> Vec<usize> {
    let all: Vec<usize> = (0..corpus.positions.len().min(LOOKED_AT)).collect();
    let table = table(corpus, &all, by, Language::English.messages());
    let mut held = vec![0; table.columns.len()];
    table.cells.iter().for_each(|((_, column), cell)| held[*column] += cell.len());
    let mut most: Vec<usize> = (0..held.len()).collect();
    most.order_by_key(|column| Reverse(held[*column]));
    most.truncate(COLUMNS);
    let speaks = table.cells.iter().filter(|((_, column), _)| most.contains(column));
    let mut positions: Vec<usize> = speaks.flat_map(|(_, cell)| cell).copied().collect();
    positions.order();
    positions
}

/// The item of the highest count, if that is at least so high; of equal ones the first.
fn most<T>(least: usize, items: impl Iterator<Item = (usize, T)>) -> Option<T> {
    let mut best = None;
    let mut above = least;
    for (count, item) in items {
        if count >= above {
            (above, best) = (count + 1, Some(item));
        }
    }
    best
}

/// A question of the codebook on which two columns differ: where both say so most often.
fn differ(corpus: &Corpus, by: By, told: &[Contrast], messages: &Messages) -> Option<Question> {
    let differing = told.iter().filter(|contrast| contrast.kind == ContrastKind::Differ);
    let best = most(1, differing.map(|contrast| (contrast.a.len().min(contrast.b.len()), contrast)))?;
    let [a, b] = [&best.a_column, &best.b_column].map(|column| ActorId(column.clone()));
    let mut view = part(Pane::Compare, Some(&best.issue));
    view.by = by;
    view.pair = [Some(best.a_column.clone()), Some(best.b_column.clone())];
    let about = messages.beginning.two_of_them_differ.with([corpus.actor_label(&a), corpus.actor_label(&b)]);
    question(corpus.codebook.issue(&best.issue)?.question.clone(), about, view)
}

/// What an actor held at two times, or at most of them.
fn changed(corpus: &Corpus, told: &[Contrast], messages: &Messages) -> Option<Question> {
    let changes = told.iter().filter(|contrast| contrast.kind == ContrastKind::Changed);
    let steps = changes.flat_map(|contrast| contrast.a.iter().map(move |at| (contrast, &corpus.positions[*at].actor)));
    let times = |(contrast, actor): (&Contrast, &ActorId)| {
        let of_actor = contrast.a.iter().map(|&at| &corpus.positions[at]).filter(|position| position.actor == *actor);
        of_actor.filter_map(|position| position.as_of.as_ref()).into_set().len()
    };
    let (contrast, actor) = most(2, steps.map(|step| (times(step), step)))?;
    let mut view = part(Pane::Timeline, Some(&contrast.issue));
    view.filters.actor.insert(actor.to_string());
    let asks = messages.beginning.what_was_held_earlier_and_later.with([corpus.actor_label(actor)]);
    question(asks, corpus.codebook.issue(&contrast.issue)?.question.clone(), view)
}

/// The question of the codebook on which most positions are held.
fn asked(corpus: &Corpus) -> Option<Question> {
    let held = |issue: &Issue, by: By| {
        corpus.positions.iter().filter(|p| p.issue == issue.id && column_of(corpus, p, by).is_some()).count()
    };
    let issue = most(1, corpus.codebook.issues.iter().map(|issue| (held(issue, By::Actor), issue)))?;
    let mut view = part(Pane::Compare, Some(&issue.id));
    if held(issue, By::Government) == 0 {
        view.by = By::Actor;
    }
    question(issue.question.clone(), String::new(), view)
}

/// Who uses which of two names; else where a name stands, or the longest word of a title.
fn names(library: &Library, messages: &Messages) -> Option<Question> {
    let corpus = library.corpus();
    let quoted = |name: &String| format!("\"{name}\"");
    let stands = |name: &&String| {
        let is_found = || {
            let found = library.select(&Ask { q: quoted(name), ..Ask::default() });
            let in_text = |place: &Place| matches!(place, Place::Paragraph(_));
            found.hits.iter().any(|hit| hit.passages.iter().any(|passage| in_text(&passage.place)))
        };
        !name.contains('"') && (!corpus.is_whole() || is_found())
    };
    let found = |names: &Names| names.names.iter().take(TRIED).filter(stands).cloned().collect::<Vec<_>>();
    let sets: Vec<Vec<String>> = corpus.related.iter().chain(&corpus.rings).take(TRIED).map(found).collect();
    let searching = |q: String| {
        let mut view = part(Pane::Words, None);
        view.q = q;
        view
    };
    if let Some([one, .., other]) = sets.iter().find(|names| names.len() > 1).map(Vec::as_slice) {
        let asks = messages.beginning.who_writes_which.with([one, other]);
        return question(asks, String::new(), searching(format!("{} OR {}", quoted(one), quoted(other))));
    }
    let titles = corpus.articles.iter().take(TRIED).flat_map(|article| article.title.value.split(' '));
    let words = titles.filter(|word| word.chars().all(char::is_alphabetic)).map(str::to_string);
    let longest = most(1, words.map(|word| (word.chars().count(), word)));
    let one = sets.into_iter().flatten().next().or_else(|| longest.filter(|word| stands(&word)))?;
    question(messages.beginning.where_does_it_stand.with([&one]), String::new(), searching(quoted(&one)))
}

/// All that is told of the actor who is told of most.
fn held(corpus: &Corpus, messages: &Messages) -> Option<Question> {
    let told = |actor: &Actor| corpus.positions.iter().filter(|position| position.actor == actor.id).count();
    let actor = most(1, corpus.codebook.actors.iter().map(|actor| (told(actor), actor)))?;
    let mut view = part(Pane::Seminar, None);
    view.sheet = Sheet::Role;
    view.role = Some(actor.id.to_string());
    question(messages.beginning.what_is_told_of.with([&actor.label]), String::new(), view)
}

/// What happened.
fn happened(corpus: &Corpus, messages: &Messages) -> Option<Question> {
    corpus.events.first()?;
    question(messages.beginning.what_happened.to_string(), String::new(), part(Pane::Timeline, None))
}

/// What an article says.
fn read(corpus: &Corpus, messages: &Messages) -> Option<Question> {
    let article = corpus.articles.first().filter(|_| corpus.is_whole())?;
    let view = View::default().reading(article.id.as_str(), None);
    question(messages.beginning.what_does_it_say.with([&article.title.value]), String::new(), view)
}
