//! The table, and the cell that reads as its positions read.

use super::grid::Grid;
use super::{link, position, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::messages::Messages;
use sightlines_engine::model::{ContrastKind, Corpus, Issue, Nearness, VoiceId};
use sightlines_engine::order::InOrder;
use sightlines_engine::positions::{Line, lines};
use sightlines_engine::view::{Cell, View};

/// The voice of what a column's own actor is reported to have said or done.
const REPORTED: &str = "reported";

/// The table with row and column headers; turned, the questions are its columns.
pub fn table(explorer: Explorer, grid: &Grid) -> AnyView {
    let messages = grid.messages();
    explorer.corpus(|corpus| {
        let issues = &corpus.codebook.issues;
        let wide = is_wide(grid);
        if grid.view.turn {
            let head = grid.rows.iter().map(|&at| question(corpus, &issues[at], "col", grid)).collect_view();
            let rows = grid.columns.iter().map(|&column| {
                let cells = grid.rows.iter().map(|&at| cell(corpus, grid, at, column)).collect_view();
                view! { <tr>{column_head(corpus, grid, column, "row")}{cells}</tr> }
            });
            let corner = grid.by.one(messages);
            view! {
                <table class="positions turned" class:dense=grid.view.dense class:wide=wide><caption class="visually-hidden">{messages.cells.questions_go_across}</caption>
                    <thead><tr><th scope="col" class="corner">{corner}</th>{head}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        } else {
            let head = grid.columns.iter().map(|&column| column_head(corpus, grid, column, "col")).collect_view();
            let rows = grid.rows.iter().map(|&at| {
                let issue = &issues[at];
                let cells = grid.columns.iter().map(|&column| cell(corpus, grid, at, column)).collect_view();
                view! { <tr class:lit=grid.is_lit(issue)>{question(corpus, issue, "row", grid)}{cells}</tr> }
            });
            view! {
                <table class="positions" class:dense=grid.view.dense class:wide=wide><caption class="visually-hidden">{messages.cells.questions_go_down}</caption>
                    <thead>{groups(corpus, grid)}<tr><th scope="col" class="corner">{messages.cells.question}</th>{head}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        }
    })
}

/// Whether a page is not wide enough for the table: on paper its cells then stand below one another, each with what it is of. Where
/// cells name their actors they hold more.
pub fn is_wide(grid: &Grid) -> bool {
    let across = if grid.view.turn { grid.rows.len() } else { grid.columns.len() };
    across > if grid.by.is_of_actors() { 4 } else { 3 }
}

/// The groups of the actors over their columns.
fn groups(corpus: &Corpus, grid: &Grid) -> Option<AnyView> {
    let groups = grid.groups(corpus);
    (!groups.is_empty()).then(|| {
        let heads = groups.into_iter().map(|(group, count)| {
            view! { <th scope="colgroup" class="group" colspan=count.to_string()><span>{group.label(grid.messages())}</span></th> }
        });
        view! { <tr class="groups"><td class="corner"></td>{heads.collect_view()}</tr> }.into_any()
    })
}

/// A question with all its answers, attested or not.
fn question(corpus: &Corpus, issue: &Issue, scope: &'static str, grid: &Grid) -> AnyView {
    let language = grid.content_language(corpus);
    view! {
        <th scope=scope class="question" class:lit=grid.is_lit(issue) aria-label=issue.question.clone()>
            <span class="asks" lang=language.clone()>{issue.question.clone()}</span>
            {(!grid.view.dense).then(|| answers(issue, language))}
            {position::rule_of(issue)}
            {kinds(issue, grid)}
        </th>
    }
    .into_any()
}

/// How the two columns that are compared stand to each other on a question.
pub fn kinds(issue: &Issue, grid: &Grid) -> Option<AnyView> {
    let messages = grid.messages();
    let here: Vec<_> = grid.contrasts.iter().filter(|contrast| contrast.issue == issue.id).collect();
    (!here.is_empty()).then(|| {
        let kinds = here.into_iter().map(|contrast| {
            let label = |value: &str| grid.table.columns.iter().find(|c| c.value == value).map(|c| c.label.clone());
            let only = |label: Option<String>| messages.cells.only_one_speaks.with([label.unwrap_or_default()]);
            let says = match contrast.kind {
                ContrastKind::OnlyA => only(label(&contrast.a_column)),
                ContrastKind::OnlyB => only(label(&contrast.b_column)),
                kind => words::contrast(kind, messages).to_string(),
            };
            view! { <span class=format!("stands {}", contrast.kind.id())>{says}</span> }
        });
        view! { <span class="kinds">{kinds.collect_view()}</span> }.into_any()
    })
}

/// The answers of a question with their signs, in the language that is to be marked.
pub fn answers(issue: &Issue, language: Option<String>) -> AnyView {
    let answer = |(at, answer): (usize, &sightlines_engine::model::Answer)| {
        view! { <span class="answer" lang=language.clone()><span class=format!("sign a{}", at % 6) aria-hidden="true">{words::sign(Some(at))}</span>{answer.label.clone()}</span> }
    };
    view! { <span class="answers">{issue.answers.iter().enumerate().map(answer).collect_view()}</span> }.into_any()
}

fn column_head(corpus: &Corpus, grid: &Grid, column: usize, scope: &'static str) -> AnyView {
    let (positions, articles) = grid.table.counts(corpus, column);
    let label = grid.table.columns[column].label.clone();
    let unnamed = grid.table.columns[column].value == sightlines_engine::model::UNNAMED;
    let messages = grid.messages();
    let counts = &messages.counts;
    let counts = [counts.positions.with(positions), counts.articles.with(articles)].join(messages.words.comma);
    let language = grid.label_language(corpus, column);
    // By name alone: it is heard with every cell.
    let name = label.clone();
    view! { <th scope=scope class="column" aria-label=name><span class="label" class:inferred=unnamed lang=language>{label}</span><span class="counts">{counts}</span></th> }
        .into_any()
}

fn cell(corpus: &Corpus, grid: &Grid, row: usize, column: usize) -> AnyView {
    let issue = &corpus.codebook.issues[row];
    let open = grid.is_open(issue, column);
    let head = if grid.view.turn { &issue.question } else { &grid.table.columns[column].label };
    let head = is_wide(grid).then(|| head.clone());
    view! { <td data-head=head class:open=open class:lit=grid.is_lit(issue) id=open.then_some("open-cell")>{content(corpus, grid, row, column)}</td> }.into_any()
}

/// What stands in a cell: a link that opens its positions, or silence, said.
pub fn content(corpus: &Corpus, grid: &Grid, row: usize, column: usize) -> AnyView {
    let held = grid.table.cell(row, column);
    let issue = &corpus.codebook.issues[row];
    let value = &grid.table.columns[column].value;
    if held.is_empty() {
        return view! { <span class="silence">{silence(corpus, grid, row, column)}</span> }.into_any();
    }
    let open = grid.is_open(issue, column);
    let cell = (!open).then(|| Cell { column: value.clone(), issue: issue.id.to_string() });
    let href = link(&View { cell, ..grid.view.clone() });
    let label = [grid.table.columns[column].label.as_str(), &issue.question].join(grid.messages().words.colon);
    let lines = lines(corpus, held, grid.by).iter().map(|l| line(corpus, grid, value, l)).collect_view();
    let id = link_id(&Cell { column: value.clone(), issue: issue.id.to_string() });
    view! { <a class="cell" id=id href=href aria-expanded=open.to_string()><span class="visually-hidden">{label}" "</span>{lines}</a> }
        .into_any()
}

/// The element of a cell's link: where the focus returns when its evidence is closed.
pub fn link_id(cell: &Cell) -> String {
    format!("cell-{}-{}", cell.column, cell.issue)
}

/// Silence as such: nothing at all, or nothing in this selection.
pub fn silence(corpus: &Corpus, grid: &Grid, row: usize, column: usize) -> String {
    let cells = &grid.messages().cells;
    match grid.whole.cell(row, column).len() {
        0 => cells.nothing_in_these_articles.with(corpus.articles.len()),
        n => cells.nothing_here_but_elsewhere.with([n.to_string()]),
    }
}

/// One line: sign, stance, answer, then who says it and how near it is to the actor's own words.
fn line(corpus: &Corpus, grid: &Grid, column: &str, line: &Line) -> AnyView {
    let messages = grid.messages();
    let position = &corpus.positions[line.positions[0]];
    let answer = words::answer(corpus, position, messages);
    let actor = line.actor.as_ref().map(|id| {
        // A line of several actors' positions is a government's; any other is one actor's.
        let label = if position.actor == *id {
            words::actor(corpus, position, messages)
        } else {
            corpus.actor_label(id).to_string()
        };
        format!("{label} ")
    });
    let near = match line.nearness {
        Nearness::Own => "line own",
        Nearness::Ascribed => "line ascribed",
        Nearness::Inferred => "line inferred",
    };
    let stance_rule = corpus.codebook.stance(&line.stance).map(|stance| stance.rule.clone());
    let sign_class = format!("sign a{}", line.sign.unwrap_or(5) % 6);
    let answer_class = format!("word a{}", line.sign.unwrap_or(5) % 6);
    // Another answer is only told apart by what it says.
    let language = grid.content_language(corpus);
    let answer_language = line.answer.as_ref().and(language.clone());
    let other =
        line.answer.is_none().then(|| view! { <span class="other" lang=language>{position.summary.clone()}</span> });
    let who = who(corpus, column, line, messages);
    let many = line.positions.len();
    let counts = (many > 1).then(|| {
        let positions = messages.counts.positions.with(many);
        let articles = messages.cells.in_articles.with(line.articles);
        if line.articles > 1 { messages.cells.positions_in_articles.with([positions, articles]) } else { positions }
    });
    let small = [who, counts].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let small = (!small.is_empty()).then(|| view! { <span class="who">{small}</span> });
    view! {
        <span class=near>
            <span class=sign_class aria-hidden="true">{words::sign(line.sign)}</span>
            <span class="reads">{actor}<span title=stance_rule>{line.stance.word(messages).to_string()}</span>" "<strong class=answer_class lang=answer_language>{answer}</strong>{other}{small}</span>
        </span>
    }
    .into_any()
}

/// Who says it, where that is not the column itself, and how near it is: `Sergei Lavrov, reported and quoted; relayed by
/// Fyodor Lukyanov`. What a column's own actor said or did, as reported, is the plain case and needs no word.
fn who(corpus: &Corpus, column: &str, line: &Line, messages: &Messages) -> Option<String> {
    let words = &messages.words;
    let reported = VoiceId::from(REPORTED);
    let mut says: Vec<(Nearness, Option<String>, Vec<String>)> = Vec::new();
    for position in line.positions.iter().map(|&at| &corpus.positions[at]) {
        let is_column = position.actor.as_str() == column || line.actor.as_ref() == Some(&position.actor);
        let speaker = (!is_column).then(|| words::actor(corpus, position, messages));
        let near = corpus.codebook.voice(&position.voice).map_or(Nearness::Inferred, |v| v.nearness);
        let voice = words::voice(corpus, position, messages);
        match says.iter_mut().find(|(known, who, _)| *known == near && *who == speaker) {
            Some((_, _, voices)) if !voices.contains(&voice) => voices.push(voice),
            Some(_) => {}
            None => says.push((near, speaker, vec![voice])),
        }
    }
    says.retain(|(_, speaker, voices)| speaker.is_some() || *voices != [reported.word(messages)]);
    says.order_by_key(|(near, ..)| *near);
    let one = |(_, speaker, voices): (Nearness, Option<String>, Vec<String>)| {
        let voices = voices.into_iter().reduce(|one, other| words.two_listed.with([one, other])).unwrap_or_default();
        speaker.map_or(voices.clone(), |speaker| format!("{speaker}{}{voices}", words.comma))
    };
    (!says.is_empty()).then(|| says.into_iter().map(one).collect::<Vec<_>>().join(words.semicolon))
}
