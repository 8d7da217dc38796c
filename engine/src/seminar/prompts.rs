//! A prompt from each contrast: what stands against what, and a question that only the passages can answer.
//!
//! The question follows from the kind of the contrast and from how the sides are told: a difference between an actor's own
//! words and a guess is another matter than one between two speeches.

use crate::messages::Messages;
use crate::model::{ContrastKind, Corpus, Day, EditorContrast, Evidence, IssueId, Nearness};
use crate::order::{InOrder, IntoSet};
use crate::positions::{By, Contrast, ToldApart, contrasts, told_apart};
use std::collections::BTreeSet;

/// What a prompt comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A contrast by rule.
    Rule(ContrastKind),
    /// Two articles that read one actor differently.
    Told,
    /// A contrast that the editors see.
    Editors(ContrastKind),
}

/// A question for a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// The question of the codebook that it belongs to.
    pub issue: IssueId,
    /// What it comes from.
    pub from: From,
    /// What stands against what, in a plain sentence.
    pub says: String,
    /// What is asked.
    pub asks: String,
    /// Indices of the first side's positions.
    pub a: Vec<usize>,
    /// The same of the second side.
    pub b: Vec<usize>,
    /// Places that a contrast of the editors names, where no positions say so.
    pub places: Vec<Evidence>,
    /// Indices of events that lie between the dates of what changed.
    pub events: Vec<usize>,
}

/// The prompts of a selection, in the codebook's order of questions: two articles that read one actor differently, the
/// contrasts of the table, and those that the editors see. Of a pair, only its own; of some columns, only those between them.
/// Where the columns are those who tell, that two of them read an actor differently is a contrast of the table already.
/// They ask in the language of `messages`; what the editors wrote stays as it is.
pub fn prompts(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    columns: &BTreeSet<String>,
    pair: Option<(&str, &str)>,
    messages: &Messages,
) -> Vec<Prompt> {
    let mut by_rule = contrasts(corpus, selected, by, pair, messages);
    by_rule.retain(|contrast| {
        columns.is_empty() || [&contrast.a_column, &contrast.b_column].iter().all(|c| columns.contains(*c))
    });
    let tells_apart = pair.is_none() && columns.is_empty() && !matches!(by, By::Author | By::Outlet);
    let mut prompts = Vec::new();
    for issue in &corpus.codebook.issues {
        if tells_apart {
            prompts.extend(read_differently(corpus, selected, &issue.id, messages));
        }
        let here = by_rule.iter().filter(|contrast| contrast.issue == issue.id);
        prompts.extend(here.filter_map(|contrast| of_contrast(corpus, contrast, messages)));
        let written = corpus.contrasts.iter().filter(|contrast| pair.is_none() && contrast.issue == issue.id);
        let written = written.filter(|contrast| is_within(corpus, selected, contrast));
        prompts.extend(written.map(|contrast| of_editors(contrast, messages)));
    }
    prompts
}

fn of_contrast(corpus: &Corpus, contrast: &Contrast, messages: &Messages) -> Option<Prompt> {
    let asks = match contrast.kind {
        ContrastKind::Differ => differ_asks(corpus, contrast, messages),
        ContrastKind::Agree => messages.prompts.agree_asks.to_string(),
        ContrastKind::Changed => changed_asks(corpus, contrast, messages).to_string(),
        // That one side is silent says nothing of it: these are four articles, not the world.
        ContrastKind::OnlyA | ContrastKind::OnlyB => return None,
    };
    let events = match contrast.kind {
        ContrastKind::Changed if times(corpus, contrast) > 1 => {
            between(corpus, &[contrast.a.as_slice(), contrast.b.as_slice()].concat())
        }
        _ => Vec::new(),
    };
    Some(Prompt {
        issue: contrast.issue.clone(),
        from: From::Rule(contrast.kind),
        says: messages.prompts.says.with([&contrast.says]),
        asks,
        a: contrast.a.clone(),
        b: contrast.b.clone(),
        places: Vec::new(),
        events,
    })
}

/// At how many times the positions of a contrast were held.
fn times(corpus: &Corpus, contrast: &Contrast) -> usize {
    let all = contrast.a.iter().chain(&contrast.b);
    all.filter_map(|at| corpus.positions[*at].as_of.as_ref()).into_set().len()
}

/// What is asked of a change: of one between two times, what lies between; of one that a text tells in one word, its reason.
fn changed_asks(corpus: &Corpus, contrast: &Contrast, messages: &Messages) -> &'static str {
    match times(corpus, contrast) {
        0 | 1 => messages.prompts.gave_up_asks,
        _ => messages.prompts.changed_asks,
    }
}

/// What two sides that differ are asked, by how near each is told.
fn differ_asks(corpus: &Corpus, contrast: &Contrast, messages: &Messages) -> String {
    let messages = &messages.prompts;
    let near = |side: &[usize]| {
        let of = |at: &usize| corpus.codebook.voice(&corpus.positions[*at].voice).map(|voice| voice.nearness);
        side.iter().filter_map(of).min().unwrap_or(Nearness::Inferred)
    };
    let tellers = |side: &[usize]| side.iter().map(|at| &corpus.positions[*at].article).into_set();
    let apart = tellers(&contrast.a).is_disjoint(&tellers(&contrast.b));
    let first = match (near(&contrast.a), near(&contrast.b)) {
        (Nearness::Own, Nearness::Own) => messages.both_speak_asks,
        (Nearness::Own, _) | (_, Nearness::Own) => messages.one_speaks_asks,
        _ => messages.neither_speaks_asks,
    };
    if apart { messages.and_no_article_tells_both.with([first]) } else { first.to_string() }
}

/// Two articles that read one actor differently on a question. What is told of a government by the words of one who speaks for
/// it is not asked twice.
fn read_differently(corpus: &Corpus, selected: &[usize], issue: &IssueId, messages: &Messages) -> Vec<Prompt> {
    let mut told: Vec<ToldApart> = Vec::new();
    for actor in &corpus.codebook.actors {
        for apart in told_apart(corpus, selected, By::of_holder(corpus, &actor.id), &actor.id, issue, messages) {
            if !told.iter().any(|known| (&known.a, &known.b) == (&apart.a, &apart.b)) {
                told.push(apart);
            }
        }
    }
    let prompt = |apart: ToldApart| Prompt {
        issue: issue.clone(),
        from: From::Told,
        says: messages.prompts.says.with([&apart.says]),
        asks: messages.prompts.told_apart_asks.to_string(),
        a: apart.a,
        b: apart.b,
        places: Vec::new(),
        events: Vec::new(),
    };
    told.into_iter().map(prompt).collect()
}

/// A contrast of the editors belongs to a selection that holds a position at one of its places.
fn is_within(corpus: &Corpus, selected: &[usize], contrast: &EditorContrast) -> bool {
    selected.iter().map(|&at| &corpus.positions[at]).any(|position| {
        let here = |place: &&Evidence| place.article == position.article;
        position.issue == contrast.issue
            && contrast.evidence.iter().filter(here).any(|place| position.evidence.iter().any(|e| e.p == place.at.p))
    })
}

fn of_editors(contrast: &EditorContrast, messages: &Messages) -> Prompt {
    Prompt {
        issue: contrast.issue.clone(),
        from: From::Editors(contrast.kind),
        says: contrast.summary.clone(),
        asks: messages.prompts.editors_ask.to_string(),
        a: Vec::new(),
        b: Vec::new(),
        places: contrast.evidence.clone(),
        events: Vec::new(),
    }
}

/// The events that lie whole between the earliest and the latest date of these positions.
fn between(corpus: &Corpus, positions: &[usize]) -> Vec<usize> {
    let dates = || positions.iter().filter_map(|&at| corpus.positions[at].as_of.as_ref());
    let (from, to): (Option<Day>, Option<Day>) =
        (dates().map(|date| date.first_day()).min(), dates().map(|date| date.last_day()).max());
    let Some((from, to)) = from.zip(to) else { return Vec::new() };
    let lies = |at: &usize| {
        let date = &corpus.events[*at].date;
        from <= date.first_day() && date.last_day() <= to
    };
    let mut events: Vec<usize> = (0..corpus.events.len()).filter(lies).collect();
    events.order_by_key(|at| (corpus.events[*at].date.first_day(), *at));
    events
}
