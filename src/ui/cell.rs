//! The table, and the cell that reads as its positions read.

use super::{link, words};
use crate::state::Explorer;
use leptos::prelude::*;
use sightlines_engine::model::{ContrastKind, Corpus, Issue, Nearness};
use sightlines_engine::positions::{By, Contrast, Line, Table, contrasts, lines, rows, table as lay_out};
use sightlines_engine::view::{Cell, View};

/// The table over the selection, beside the one over everything: what is silent here may speak elsewhere.
#[derive(Clone, PartialEq)]
pub struct Grid {
    /// Over the selection.
    pub table: Table,
    /// Over the whole corpus.
    whole: Table,
    /// Indices of the columns that are shown: the two that are compared, or all that speak.
    pub columns: Vec<usize>,
    /// Indices of the questions, in the order chosen.
    pub rows: Vec<usize>,
    /// How the two columns that are compared stand to each other; none where no two are.
    pub contrasts: Vec<Contrast>,
    /// How many columns are not shown, having nothing in this selection.
    pub hidden: usize,
    /// What the columns are.
    pub by: By,
    /// The view, for links and for the open cell.
    pub view: View,
}

impl Grid {
    /// Lays out what is selected now.
    pub fn new(explorer: Explorer) -> Grid {
        let view = explorer.view.get();
        let selected = explorer.selection().map(|s| s.positions.clone()).unwrap_or_default();
        explorer.corpus(|corpus| {
            let all: Vec<usize> = (0..corpus.positions.len()).collect();
            let table = lay_out(corpus, &selected, view.by);
            let whole = lay_out(corpus, &all, view.by);
            // Governments are few, and their silence is worth seeing; of many columns only those that say something.
            let speaks = |column: &usize| table.cells.keys().any(|(_, c)| c == column);
            let is_open =
                |column: &usize| view.cell.as_ref().is_some_and(|cell| cell.column == table.columns[*column].value);
            let all_columns = 0..table.columns.len();
            let at = |value: &str| table.columns.iter().position(|column| column.value == value);
            let pair = view.chosen_pair();
            let two: Option<Vec<usize>> = pair.and_then(|(a, b)| Some(vec![at(a)?, at(b)?]));
            let hidden = all_columns.clone().filter(|c| view.by != By::Government && !speaks(c) && !is_open(c)).count();
            let (hidden, columns) = match two {
                Some(two) => (0, two),
                None => {
                    (hidden, all_columns.filter(|c| view.by == By::Government || speaks(c) || is_open(c)).collect())
                }
            };
            let contrasts = pair.map_or(Vec::new(), |pair| contrasts(corpus, &selected, view.by, Some(pair)));
            // A link to some questions shows these; the others have nothing in its selection.
            let asked = |row: &usize| {
                let id = corpus.codebook.issues[*row].id.as_str();
                view.filters.issue.is_empty()
                    || view.filters.issue.contains(id)
                    || view.cell.as_ref().is_some_and(|cell| cell.issue == id)
            };
            let rows = rows(corpus, &table, view.by, view.rows).into_iter().filter(asked).collect();
            Grid { columns, rows, contrasts, hidden, by: view.by, table, whole, view }
        })
    }

    /// How many positions stand in the columns.
    pub fn shown_positions(&self) -> usize {
        self.table
            .cells
            .iter()
            .filter(|((_, column), _)| self.columns.contains(column))
            .map(|(_, held)| held.len())
            .sum()
    }

    /// Whether this cell is open.
    pub fn is_open(&self, issue: &Issue, column: usize) -> bool {
        self.view
            .cell
            .as_ref()
            .is_some_and(|open| open.issue == issue.id.as_str() && open.column == self.table.columns[column].value)
    }

    /// Whether a cell of this row is open, so that its answers light up.
    pub fn is_lit(&self, issue: &Issue) -> bool {
        self.view.cell.as_ref().is_some_and(|open| open.issue == issue.id.as_str())
    }
}

/// The table with row and column headers; turned, the questions are its columns.
pub fn table(explorer: Explorer, grid: &Grid) -> AnyView {
    explorer.corpus(|corpus| {
        let issues = &corpus.codebook.issues;
        if grid.view.turn {
            let head = grid.rows.iter().map(|&at| question(&issues[at], "col", grid)).collect_view();
            let rows = grid.columns.iter().map(|&column| {
                let cells = grid.rows.iter().map(|&at| cell(corpus, grid, at, column)).collect_view();
                view! { <tr>{column_head(corpus, grid, column, "row")}{cells}</tr> }
            });
            let corner = corner(grid.by);
            view! {
                <table class="positions turned"><caption class="visually-hidden">"Positions, questions across"</caption>
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
                view! { <tr class:lit=grid.is_lit(issue)>{question(issue, "row", grid)}{cells}</tr> }
            });
            view! {
                <table class="positions"><caption class="visually-hidden">"Positions, questions down"</caption>
                    <thead><tr><th scope="col" class="corner">"Question"</th>{head}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        }
    })
}

fn corner(by: By) -> &'static str {
    match by {
        By::Government => "Government",
        By::Actor => "Actor",
        By::Author => "Author",
        By::Outlet => "Outlet",
        By::Year => "Year",
        By::Nearness => "Nearness",
    }
}

/// A question with all its answers, attested or not.
fn question(issue: &Issue, scope: &'static str, grid: &Grid) -> AnyView {
    view! {
        <th scope=scope class="question" class:lit=grid.is_lit(issue)>
            <span class="asks">{issue.question.clone()}</span>
            {answers(issue)}
            {kinds(issue, grid)}
        </th>
    }
    .into_any()
}

/// How the two columns that are compared stand to each other on a question.
pub fn kinds(issue: &Issue, grid: &Grid) -> Option<AnyView> {
    let here: Vec<_> = grid.contrasts.iter().filter(|contrast| contrast.issue == issue.id).collect();
    (!here.is_empty()).then(|| {
        let kinds = here.into_iter().map(|contrast| {
            let label = |value: &str| grid.table.columns.iter().find(|c| c.value == value).map(|c| c.label.clone());
            let says = match contrast.kind {
                ContrastKind::OnlyA => format!("only {} speaks", label(&contrast.a_column).unwrap_or_default()),
                ContrastKind::OnlyB => format!("only {} speaks", label(&contrast.b_column).unwrap_or_default()),
                kind => words::contrast(kind).to_string(),
            };
            view! { <span class=format!("stands {}", contrast.kind.id())>{says}</span> }
        });
        view! { <span class="kinds">{kinds.collect_view()}</span> }.into_any()
    })
}

/// The answers of a question with their signs.
pub fn answers(issue: &Issue) -> AnyView {
    let answer = |(at, answer): (usize, &sightlines_engine::model::Answer)| {
        view! { <span class="answer"><span class=format!("sign a{}", at % 6) aria-hidden="true">{words::sign(Some(at))}</span>{answer.label.clone()}</span> }
    };
    view! { <span class="answers">{issue.answers.iter().enumerate().map(answer).collect_view()}</span> }.into_any()
}

fn column_head(corpus: &Corpus, grid: &Grid, column: usize, scope: &'static str) -> AnyView {
    let (positions, articles) = grid.table.counts(corpus, column);
    let label = grid.table.columns[column].label.clone();
    let unnamed = grid.table.columns[column].value == sightlines_engine::model::UNNAMED;
    let counts = format!(
        "{}, {}",
        words::count(positions, "position", "positions"),
        words::count(articles, "article", "articles")
    );
    view! { <th scope=scope class="column"><span class="label" class:inferred=unnamed>{label}</span><span class="counts">{counts}</span></th> }
        .into_any()
}

fn cell(corpus: &Corpus, grid: &Grid, row: usize, column: usize) -> AnyView {
    let issue = &corpus.codebook.issues[row];
    let open = grid.is_open(issue, column);
    view! { <td class:open=open class:lit=grid.is_lit(issue) id=open.then_some("open-cell")>{content(corpus, grid, row, column)}</td> }.into_any()
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
    let label = format!("{}: {}", grid.table.columns[column].label, issue.question);
    let lines = lines(corpus, held, grid.by).iter().map(|l| line(corpus, value, l)).collect_view();
    let id = link_id(&Cell { column: value.clone(), issue: issue.id.to_string() });
    view! { <a class="cell" id=id href=href aria-expanded=open.to_string()><span class="visually-hidden">{label}". "</span>{lines}</a> }
        .into_any()
}

/// The element of a cell's link: where the focus returns when its evidence is closed.
pub fn link_id(cell: &Cell) -> String {
    format!("cell-{}-{}", cell.column, cell.issue)
}

/// Silence as such: nothing at all, or nothing in this selection.
pub fn silence(corpus: &Corpus, grid: &Grid, row: usize, column: usize) -> String {
    match grid.whole.cell(row, column).len() {
        0 => format!(
            "nothing in {} {}",
            if corpus.articles.len() == 1 { "this" } else { "these" },
            words::count(corpus.articles.len(), "article", "articles")
        ),
        n => format!("nothing in this selection ({n} elsewhere)"),
    }
}

/// One line: sign, stance, answer, then who says it and how near it is to the actor's own words.
fn line(corpus: &Corpus, column: &str, line: &Line) -> AnyView {
    let position = &corpus.positions[line.positions[0]];
    let answer = words::answer(corpus, position);
    let actor = line.actor.as_ref().map(|id| {
        // A line of several actors' positions is a government's; any other is one actor's.
        let label =
            if position.actor == *id { words::actor(corpus, position) } else { corpus.actor_label(id).to_string() };
        format!("{label} ")
    });
    let near = match line.nearness {
        Nearness::Own => "line own",
        Nearness::Ascribed => "line ascribed",
        Nearness::Inferred => "line inferred",
    };
    let sign_class = format!("sign a{}", line.sign.unwrap_or(5) % 6);
    let answer_class = format!("word a{}", line.sign.unwrap_or(5) % 6);
    // Another answer is only told apart by what it says.
    let other = line.answer.is_none().then(|| view! { <span class="other">{position.summary.clone()}</span> });
    let who = who(corpus, column, line);
    let many = line.positions.len();
    let counts = (many > 1).then(|| {
        let articles = if line.articles > 1 { format!(" in {} articles", line.articles) } else { String::new() };
        format!("{many} positions{articles}")
    });
    let small = [who, counts].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let small = (!small.is_empty()).then(|| view! { <span class="who">{small}</span> });
    view! {
        <span class=near>
            <span class=sign_class aria-hidden="true">{words::sign(line.sign)}</span>
            <span class="reads">{actor}{line.stance.to_string()}" "<strong class=answer_class>{answer}</strong>{other}{small}</span>
        </span>
    }
    .into_any()
}

/// Who says it, where that is not the column itself, and how near it is: `Sergei Lavrov, reported and quoted; relayed by
/// Fyodor Lukyanov`. What a column's own actor said or did, as reported, is the plain case and needs no word.
fn who(corpus: &Corpus, column: &str, line: &Line) -> Option<String> {
    let mut says: Vec<(Nearness, Option<String>, Vec<String>)> = Vec::new();
    for position in line.positions.iter().map(|&at| &corpus.positions[at]) {
        let is_column = position.actor.as_str() == column || line.actor.as_ref() == Some(&position.actor);
        let speaker = (!is_column).then(|| words::actor(corpus, position));
        let near = corpus.codebook.voice(&position.voice).map_or(Nearness::Inferred, |v| v.nearness);
        let voice = words::voice(corpus, position);
        match says.iter_mut().find(|(known, who, _)| *known == near && *who == speaker) {
            Some((_, _, voices)) if !voices.contains(&voice) => voices.push(voice),
            Some(_) => {}
            None => says.push((near, speaker, vec![voice])),
        }
    }
    says.retain(|(_, speaker, voices)| speaker.is_some() || *voices != ["reported"]);
    says.sort_by_key(|(near, ..)| *near);
    let one = |(_, speaker, voices): (Nearness, Option<String>, Vec<String>)| {
        let voices = voices.join(" and ");
        speaker.map_or(voices.clone(), |speaker| format!("{speaker}, {voices}"))
    };
    (!says.is_empty()).then(|| says.into_iter().map(one).collect::<Vec<_>>().join("; "))
}
