//! Every selected position stands in one cell or aside, and in one line of its cell.

use super::cases_of;
use super::corpora::corpora;
use super::queries::{ask, filters, queries};
use proptest::prelude::*;
use sightlines_engine::export::matrix;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{ActorKind, Corpus, Position};
use sightlines_engine::positions::{By, Silence, lines, table};
use sightlines_engine::search::Library;
use sightlines_engine::view::View;
use std::collections::BTreeSet;

/// The column of a position, by the design's words.
fn stands_under(corpus: &Corpus, position: &Position, by: By) -> Option<String> {
    let article = corpus.article(&position.article).unwrap();
    let actor = corpus.codebook.actor(&position.actor).unwrap();
    let nearness = corpus.codebook.voice(&position.voice).unwrap().nearness;
    match by {
        By::Government if actor.kind == ActorKind::Government => Some(actor.id.to_string()),
        By::Government => actor.speaks_for.as_ref().map(|id| id.to_string()),
        By::Actor => Some(actor.id.to_string()),
        By::Group => Some(
            match actor.kind {
                ActorKind::Government => "governments",
                ActorKind::Person => "people",
                ActorKind::Author => "authors",
                ActorKind::Public | ActorKind::Media => "publics",
                ActorKind::Organisation | ActorKind::Collective => "organisations",
            }
            .to_string(),
        ),
        By::Author => Some(article.author_values().join("+")),
        By::Outlet => Some(article.outlet.value.to_string()),
        By::Year => Some(article.date.value.last_day().0.to_string()),
        By::Nearness => Some(nearness.id().to_string()),
    }
}

fn articles_of(corpus: &Corpus, positions: &[usize]) -> usize {
    positions.iter().map(|&at| corpus.positions[at].article.as_str()).collect::<BTreeSet<_>>().len()
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn every_selected_position_stands_in_one_cell_or_aside(
        corpus in corpora(), meant in queries(), filters in filters(),
    ) {
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            let table = table(&corpus, &selected, by, Language::English.messages());
            let mut laid: Vec<usize> = table.aside.clone();
            for (&(issue, column), cell) in &table.cells {
                prop_assert_eq!(table.cell(issue, column), cell.as_slice());
                prop_assert!(cell.is_sorted());
                for &at in cell {
                    let position = &corpus.positions[at];
                    prop_assert_eq!(&position.issue, &corpus.codebook.issues[issue].id);
                    let column = Some(table.columns[column].value.clone());
                    prop_assert_eq!(stands_under(&corpus, position, by), column);
                }
                laid.extend(cell);
            }
            laid.sort();
            prop_assert_eq!(&laid, &selected, "by {:?}", by);
            for &at in &table.aside {
                prop_assert_eq!(stands_under(&corpus, &corpus.positions[at], by), None);
            }
        }
    }

    #[test]
    fn a_table_turned_round_shows_the_same_selection(meant in queries(), filters in filters(), typing: bool) {
        let view = View { q: meant.to_string(), filters, ..View::default() };
        let turned = View { turn: true, ..view.clone() };
        prop_assert_eq!((view.ask(typing), view.by), (turned.ask(typing), turned.by));
    }

    #[test]
    fn the_lines_of_a_cell_share_out_its_positions(corpus in corpora(), filters in filters()) {
        let meant = super::queries::Meant(Vec::new());
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            for cell in table(&corpus, &selected, by, Language::English.messages()).cells.values() {
                let lines = lines(&corpus, cell, by);
                let mut shared: Vec<usize> = lines.iter().flat_map(|line| line.positions.clone()).collect();
                shared.sort();
                prop_assert_eq!(&shared, cell);
                let read: BTreeSet<_> = lines.iter().map(|l| (&l.actor, &l.stance, &l.answer)).collect();
                prop_assert_eq!(read.len(), lines.len(), "no two lines read alike");
                for line in &lines {
                    prop_assert_eq!(line.actor.is_none(), matches!(by, By::Government | By::Actor));
                    prop_assert_eq!(line.articles, articles_of(&corpus, &line.positions));
                    let near = |at: &usize| corpus.codebook.voice(&corpus.positions[*at].voice).unwrap().nearness;
                    prop_assert_eq!(Some(line.nearness), line.positions.iter().map(near).min());
                    for &at in &line.positions {
                        let position = &corpus.positions[at];
                        prop_assert_eq!((&line.stance, &line.answer), (&position.stance, &position.answer));
                    }
                }
            }
        }
    }

    #[test]
    fn a_matrix_numbers_each_position_of_its_cells_once_and_in_order(
        corpus in corpora(), filters in filters(), keep in prop::collection::vec(any::<bool>(), 12),
    ) {
        let meant = super::queries::Meant(Vec::new());
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            let table = table(&corpus, &selected, by, Language::English.messages());
            let kept = |at: &usize| keep[at % keep.len()];
            let columns: Vec<String> =
                (0..table.columns.len()).filter(kept).map(|at| table.columns[at].value.clone()).collect();
            let rows: Vec<usize> = (0..corpus.codebook.issues.len()).rev().filter(kept).collect();
            let matrix = matrix(&corpus, &selected, by, &columns, &rows, Language::English.messages());
            let shown = |(row, column): &(usize, usize)| rows.contains(row) && kept(column);
            let mut expected: Vec<usize> =
                table.cells.iter().filter(|(at, _)| shown(at)).flat_map(|(_, cell)| cell.clone()).collect();
            let mut numbered: Vec<usize> = matrix.evidence.iter().map(|evidence| evidence.position).collect();
            expected.sort();
            numbered.sort();
            prop_assert_eq!(numbered, expected);
            let cells = matrix.rows.iter().flat_map(|row| &row.cells);
            let numbers: Vec<usize> = cells.flatten().flat_map(|saying| saying.numbers.clone()).collect();
            prop_assert_eq!(numbers, (1..=matrix.evidence.len()).collect::<Vec<_>>());
            prop_assert_eq!(matrix.rows.iter().map(|row| row.issue).collect::<Vec<_>>(), rows);
            for evidence in &matrix.evidence {
                let article = corpus.article(&corpus.positions[evidence.position].article).unwrap();
                prop_assert_eq!(
                    &matrix.references[evidence.reference - 1],
                    &sightlines_engine::export::reference(&corpus, article, Language::English.messages())
                );
            }
        }
    }

    #[test]
    fn silence_is_hidden_shown_or_as_usual_and_no_position_with_it(corpus in corpora(), filters in filters()) {
        let meant = super::queries::Meant(Vec::new());
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            let table = table(&corpus, &selected, by, Language::English.messages());
            for silence in Silence::ALL {
                let columns: Vec<usize> =
                    (0..table.columns.len()).filter(|at| silence.shows_column(&table, by, *at)).collect();
                let rows: Vec<usize> =
                    (0..corpus.codebook.issues.len()).filter(|at| silence.shows_row(&table, &columns, *at)).collect();
                for (row, column) in table.cells.keys() {
                    prop_assert!(columns.contains(column) && rows.contains(row), "what speaks is shown");
                }
                match silence {
                    Silence::Shown => prop_assert_eq!(
                        (columns.len(), rows.len()), (table.columns.len(), corpus.codebook.issues.len())
                    ),
                    Silence::Usual => prop_assert_eq!(rows.len(), corpus.codebook.issues.len()),
                    Silence::Hidden => for row in rows {
                        prop_assert!(columns.iter().any(|column| !table.cell(row, *column).is_empty()));
                    },
                }
            }
        }
    }

    #[test]
    fn the_counts_of_columns_agree_with_their_cells(corpus in corpora(), filters in filters()) {
        let meant = super::queries::Meant(Vec::new());
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            let table = table(&corpus, &selected, by, Language::English.messages());
            let values: BTreeSet<_> = table.columns.iter().map(|column| &column.value).collect();
            prop_assert_eq!(values.len(), table.columns.len(), "no two columns are one");
            let mut total = table.aside.len();
            for column in 0..table.columns.len() {
                let held: Vec<usize> =
                    table.cells.iter().filter(|((_, at), _)| *at == column).flat_map(|(_, cell)| cell).copied().collect();
                prop_assert_eq!(table.counts(&corpus, column), (held.len(), articles_of(&corpus, &held)));
                total += held.len();
            }
            prop_assert_eq!(total, selected.len());
        }
    }
}
