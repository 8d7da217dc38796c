//! Contrasts hold what their rule says, by a second reading of it: position by position, on both sides of a pair.

use super::cases_of;
use super::corpora::{Small, corpora, crowded};
use super::queries::{ask, filters, queries};
use proptest::prelude::*;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{ActorKind, AnswerId, ContrastKind, Corpus, Nearness, Polarity, Position};
use sightlines_engine::positions::{By, Contrast, RowOrder, contrasts, rows, table, told_apart, told_by};
use sightlines_engine::search::{Filters, Library};
use std::collections::{BTreeMap, BTreeSet};

fn selected(corpus: &Small, filters: &Filters) -> Vec<usize> {
    let meant = super::queries::Meant(Vec::new());
    Library::new(corpus.0.clone()).select(&ask(&meant, filters, false, false)).positions
}

/// The answers that come with one, itself among them.
fn with_implied(corpus: &Corpus, position: &Position) -> BTreeSet<AnswerId> {
    let issue = corpus.codebook.issue(&position.issue).unwrap();
    let mut answers: BTreeSet<AnswerId> = position.answer.iter().cloned().collect();
    for _ in &issue.answers {
        let implied = issue.answers.iter().filter(|answer| answers.contains(&answer.id));
        let implied: Vec<AnswerId> = implied.filter_map(|answer| answer.implies.clone()).collect();
        answers.extend(implied);
    }
    answers
}

/// Whether a position is for its answer (±  counts as for) or against it; neither without an answer.
fn leans(corpus: &Corpus, position: &Position) -> Option<bool> {
    position.answer.as_ref()?;
    match corpus.codebook.stance(&position.stance).unwrap().polarity {
        Polarity::For | Polarity::Both => Some(true),
        Polarity::Against => Some(false),
        Polarity::Neither => None,
    }
}

/// All answers that these positions are for, with those that come with them.
fn fors(corpus: &Corpus, positions: &[usize]) -> BTreeSet<AnswerId> {
    let positions = positions.iter().map(|&at| &corpus.positions[at]);
    positions.filter(|p| leans(corpus, p) == Some(true)).flat_map(|p| with_implied(corpus, p)).collect()
}

/// Whether these positions are both for the answer and against it.
fn of_two_minds(corpus: &Corpus, positions: &[usize], answer: &Position) -> bool {
    let denied = with_implied(corpus, answer);
    let mut held = positions.iter().map(|&at| &corpus.positions[at]);
    held.any(|p| leans(corpus, p) == Some(false) && p.answer.iter().all(|against| denied.contains(against)))
        && answer.answer.iter().all(|answer| fors(corpus, positions).contains(answer))
}

/// The pairs of positions by which two sides differ, by the codebook's words; two tellings of one actor that both have it
/// for an answer and against it tell the same.
fn differing(corpus: &Corpus, a: &[usize], b: &[usize], one_actor: bool) -> Vec<(usize, usize)> {
    let (a_is_for, b_is_for) = (fors(corpus, a), fors(corpus, b));
    let alike = |p: &Position| one_actor && of_two_minds(corpus, a, p) && of_two_minds(corpus, b, p);
    let mut pairs = Vec::new();
    for (&at_a, &at_b) in a.iter().flat_map(|at_a| b.iter().map(move |at_b| (at_a, at_b))) {
        let (p, q) = (&corpus.positions[at_a], &corpus.positions[at_b]);
        let (Some(of_p), Some(of_q)) = (&p.answer, &q.answer) else { continue };
        let differ = match (leans(corpus, p), leans(corpus, q)) {
            (Some(true), Some(true)) => !a_is_for.contains(of_q) && !b_is_for.contains(of_p),
            (Some(true), Some(false)) => with_implied(corpus, p).contains(of_q) && !alike(p),
            (Some(false), Some(true)) => with_implied(corpus, q).contains(of_p) && !alike(q),
            _ => false,
        };
        if differ {
            pairs.push((at_a, at_b));
        }
    }
    pairs
}

/// Whose positions are compared with whose: in columns of actors all of a column, elsewhere each actor's, with those who
/// speak for it, and the authors'.
fn holder(corpus: &Corpus, at: usize, by: By) -> String {
    let position = &corpus.positions[at];
    let actor = corpus.codebook.actor(&position.actor).unwrap();
    let authors = &corpus.article(&position.article).unwrap().authors.value;
    if matches!(by, By::Government | By::Actor) {
        "the column".to_string()
    } else if by == By::Group {
        actor.id.to_string()
    } else if authors.iter().any(|author| author.as_str() == actor.id.as_str()) {
        "the author".to_string()
    } else {
        actor.speaks_for.as_ref().filter(|_| actor.kind != ActorKind::Government).unwrap_or(&actor.id).to_string()
    }
}

fn by_holder(corpus: &Corpus, cell: &[usize], by: By) -> BTreeMap<String, Vec<usize>> {
    let mut held: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    cell.iter().for_each(|&at| held.entry(holder(corpus, at, by)).or_default().push(at));
    held
}

/// The positions of both sides by which two cells differ, by the naive reading.
fn expected_difference(corpus: &Corpus, by: By, a: &[usize], b: &[usize]) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let others = by_holder(corpus, b, by);
    let of_both =
        by_holder(corpus, a, by).into_iter().filter_map(|(holder, a)| Some((a, others.get(&holder)?.clone(), holder)));
    let differ = |(a, b, holder): (Vec<usize>, Vec<usize>, String)| {
        differing(corpus, &a, &b, !["the column", "the author"].contains(&holder.as_str()))
    };
    of_both.flat_map(differ).unzip()
}

/// Each two columns' values with their cells in a row.
type Pair = (String, String, Vec<usize>, Vec<usize>);

fn pairs_of(corpus: &Corpus, selected: &[usize], by: By, row: usize) -> Vec<Pair> {
    let table = table(corpus, selected, by, Language::English.messages());
    let mut pairs = Vec::new();
    for (nth, a) in table.columns.iter().enumerate() {
        for (other, b) in table.columns.iter().enumerate().skip(nth + 1) {
            let (in_a, in_b) = (table.cell(row, nth).to_vec(), table.cell(row, other).to_vec());
            pairs.push((a.value.clone(), b.value.clone(), in_a, in_b));
        }
    }
    pairs
}

fn of_kind<'a>(found: &'a [Contrast], corpus: &Corpus, row: usize, kind: ContrastKind) -> Vec<&'a Contrast> {
    found.iter().filter(|c| c.issue == corpus.codebook.issues[row].id && c.kind == kind).collect()
}

/// The positions of a cell that show a change: whatever a text calls one, and each two of an actor's own words, one before
/// the other, that differ by the rule between all that the actor held at the one time and at the other.
fn expected_changes(corpus: &Corpus, cell: &[usize]) -> BTreeSet<usize> {
    let position = |at: usize| &corpus.positions[at];
    let is_turn = |at: &usize| ["concedes", "withdraws"].contains(&position(*at).stance.as_str());
    let mut changes: BTreeSet<usize> = cell.iter().copied().filter(is_turn).collect();
    changes.retain(|at| position(*at).answer.is_some());
    let is_own = |at: &usize| corpus.codebook.voice(&position(*at).voice).unwrap().nearness == Nearness::Own;
    let own: Vec<usize> = cell.iter().copied().filter(is_own).filter(|at| position(*at).as_of.is_some()).collect();
    let before = |p: usize, q: usize| {
        let date = |at| position(at).as_of.as_ref().unwrap();
        date(p).last_day() < date(q).first_day()
    };
    let then = |p: usize| -> Vec<usize> {
        let same = own.iter().copied().filter(|q| position(*q).actor == position(p).actor);
        same.filter(|q| !before(p, *q) && !before(*q, p)).collect()
    };
    for (p, q) in own.iter().flat_map(|p| own.iter().map(|q| (*p, *q))) {
        let same_actor = position(p).actor == position(q).actor;
        if same_actor && before(p, q) && differing(corpus, &then(p), &then(q), false).contains(&(p, q)) {
            changes.extend([p, q]);
        }
    }
    changes
}

proptest! {
    #![proptest_config(cases_of(256))]

    #[test]
    fn two_columns_differ_exactly_where_a_naive_reading_says_so(corpus in prop_oneof![corpora(), crowded()], filters in filters()) {
        let selected = selected(&corpus, &filters);
        for by in By::ALL {
            for row in 0..corpus.codebook.issues.len() {
                for (a, b, in_a, in_b) in pairs_of(&corpus, &selected, by, row) {
                    let (of_a, of_b) = expected_difference(&corpus, by, &in_a, &in_b);
                    let found = contrasts(&corpus, &selected, by, Some((&a, &b)), Language::English.messages());
                    let differ = of_kind(&found, &corpus, row, ContrastKind::Differ);
                    prop_assert_eq!(differ.len(), usize::from(!of_a.is_empty()), "{} and {} by {:?}", a, b, by);
                    for contrast in differ {
                        prop_assert_eq!(&contrast.a.iter().copied().collect::<BTreeSet<_>>(), &of_a);
                        prop_assert_eq!(&contrast.b.iter().copied().collect::<BTreeSet<_>>(), &of_b);
                    }
                }
            }
        }
    }

    #[test]
    fn two_columns_agree_exactly_where_both_are_for_an_answer_that_one_of_them_gives(
        corpus in prop_oneof![corpora(), crowded()], filters in filters(),
    ) {
        let selected = selected(&corpus, &filters);
        let stated = |positions: &[usize]| -> BTreeSet<AnswerId> {
            let positions = positions.iter().map(|&at| &corpus.positions[at]);
            positions.filter(|p| leans(&corpus, p) == Some(true)).filter_map(|p| p.answer.clone()).collect()
        };
        for by in [By::Government, By::Actor] {
            for row in 0..corpus.codebook.issues.len() {
                for (a, b, in_a, in_b) in pairs_of(&corpus, &selected, by, row) {
                    let both: BTreeSet<AnswerId> = &fors(&corpus, &in_a) & &fors(&corpus, &in_b);
                    let either: BTreeSet<AnswerId> = &stated(&in_a) | &stated(&in_b);
                    let shared = &both & &either;
                    let found = contrasts(&corpus, &selected, by, Some((&a, &b)), Language::English.messages());
                    let agree = of_kind(&found, &corpus, row, ContrastKind::Agree);
                    prop_assert_eq!(agree.len(), usize::from(!shared.is_empty()));
                    for at in agree.iter().flat_map(|contrast| contrast.a.iter().chain(&contrast.b)) {
                        prop_assert_eq!(leans(&corpus, &corpus.positions[*at]), Some(true));
                        prop_assert!(!with_implied(&corpus, &corpus.positions[*at]).is_disjoint(&shared));
                    }
                }
            }
        }
    }

    #[test]
    fn a_pair_turned_round_has_the_same_contrasts_with_the_sides_exchanged(
        corpus in prop_oneof![corpora(), crowded()], filters in filters(),
    ) {
        let selected = selected(&corpus, &filters);
        for by in By::ALL {
            for (a, b, ..) in pairs_of(&corpus, &selected, by, 0) {
                let key = |c: &Contrast| (c.issue.to_string(), c.kind, c.a.clone(), c.b.clone());
                let mut there: Vec<_> = contrasts(&corpus, &selected, by, Some((&a, &b)), Language::English.messages()).iter().map(key).collect();
                let back = contrasts(&corpus, &selected, by, Some((&b, &a)), Language::English.messages());
                let exchanged = |c: &Contrast| {
                    let kind = match c.kind {
                        ContrastKind::OnlyA => ContrastKind::OnlyB,
                        ContrastKind::OnlyB => ContrastKind::OnlyA,
                        kind => kind,
                    };
                    (c.issue.to_string(), kind, c.b.clone(), c.a.clone())
                };
                let mut back: Vec<_> = back.iter().map(exchanged).collect();
                there.sort();
                back.sort();
                prop_assert_eq!(there, back);
            }
        }
    }

    #[test]
    fn a_contrast_holds_selected_positions_of_its_columns_and_question(
        corpus in prop_oneof![corpora(), crowded()], meant in queries(), filters in filters(),
    ) {
        let selected = Library::new(corpus.0.clone()).select(&ask(&meant, &filters, false, false)).positions;
        for by in By::ALL {
            let columns = table(&corpus, &selected, by, Language::English.messages()).columns;
            let mut found = contrasts(&corpus, &selected, by, None, Language::English.messages());
            prop_assert!(!found.iter().any(|c| matches!(c.kind, ContrastKind::OnlyA | ContrastKind::OnlyB)));
            for (a, b) in columns.iter().flat_map(|a| columns.iter().map(move |b| (a, b))) {
                let of_pair = contrasts(&corpus, &selected, by, Some((&a.value, &b.value)), Language::English.messages());
                let kinds: BTreeSet<_> = of_pair.iter().map(|c| (c.issue.clone(), c.kind)).collect();
                prop_assert_eq!(kinds.len(), of_pair.len(), "one of a kind on a question");
                prop_assert!(a != b || of_pair.is_empty(), "a column is not contrasted with itself");
                found.extend(of_pair);
            }
            let order = |c: &Contrast| corpus.codebook.issues.iter().position(|issue| issue.id == c.issue);
            let all = contrasts(&corpus, &selected, by, None, Language::English.messages());
            prop_assert!(all.is_sorted_by_key(order));
            for contrast in found {
                let table = table(&corpus, &selected, by, Language::English.messages());
                let row = order(&contrast).unwrap();
                prop_assert!(!contrast.says.is_empty() && !contrast.a.is_empty() | !contrast.b.is_empty());
                for (value, side) in [(&contrast.a_column, &contrast.a), (&contrast.b_column, &contrast.b)] {
                    let column = table.columns.iter().position(|column| column.value == *value).unwrap();
                    prop_assert!(side.is_sorted_by(|one, next| one < next));
                    prop_assert!(side.iter().all(|at| table.cell(row, column).contains(at)));
                }
                let held = |at: &usize| corpus.positions[*at].answer.is_some();
                let speaks_only = matches!(contrast.kind, ContrastKind::OnlyA | ContrastKind::OnlyB);
                prop_assert!(speaks_only || contrast.a.iter().chain(&contrast.b).all(held), "no empty answer contrasts");
            }
        }
    }

    #[test]
    fn only_one_speaks_where_the_others_cell_is_empty(corpus in prop_oneof![corpora(), crowded()], filters in filters()) {
        let selected = selected(&corpus, &filters);
        for by in By::ALL {
            for row in 0..corpus.codebook.issues.len() {
                for (a, b, in_a, in_b) in pairs_of(&corpus, &selected, by, row) {
                    let found = contrasts(&corpus, &selected, by, Some((&a, &b)), Language::English.messages());
                    for (kind, ours, theirs) in
                        [(ContrastKind::OnlyA, &in_a, &in_b), (ContrastKind::OnlyB, &in_b, &in_a)]
                    {
                        let only = of_kind(&found, &corpus, row, kind);
                        prop_assert_eq!(only.len(), usize::from(!ours.is_empty() && theirs.is_empty()));
                    }
                }
            }
        }
    }

    #[test]
    fn a_change_is_exactly_what_a_text_says_or_the_actors_own_words_at_two_times_show(
        corpus in prop_oneof![corpora(), crowded()], filters in filters(),
    ) {
        let selected = selected(&corpus, &filters);
        for by in By::ALL {
            let all = contrasts(&corpus, &selected, by, None, Language::English.messages());
            let table = table(&corpus, &selected, by, Language::English.messages());
            for row in 0..corpus.codebook.issues.len() {
                let changed = of_kind(&all, &corpus, row, ContrastKind::Changed);
                prop_assert!(changed.iter().all(|c| c.a_column == c.b_column && c.b.is_empty()));
                for (at, column) in table.columns.iter().enumerate() {
                    let found = changed.iter().filter(|c| c.a_column == column.value).flat_map(|c| c.a.clone());
                    let expected = expected_changes(&corpus, table.cell(row, at));
                    prop_assert_eq!(found.collect::<BTreeSet<_>>(), expected);
                }
                for (a, b, in_a, in_b) in pairs_of(&corpus, &selected, by, row) {
                    let found = contrasts(&corpus, &selected, by, Some((&a, &b)), Language::English.messages());
                    let sides = of_kind(&found, &corpus, row, ContrastKind::Changed);
                    let sides = sides.first().map(|c| (c.a.clone(), c.b.clone())).unwrap_or_default();
                    let expected = [in_a, in_b].map(|cell| Vec::from_iter(expected_changes(&corpus, &cell)));
                    prop_assert_eq!([sides.0, sides.1], expected);
                }
            }
        }
    }

    #[test]
    fn what_articles_tell_of_an_actor_is_shared_out_and_apart_by_the_same_rule(
        corpus in prop_oneof![corpora(), crowded()], filters in filters(),
    ) {
        let selected = selected(&corpus, &filters);
        for (actor, by) in corpus.codebook.actors.iter().flat_map(|actor| [(actor, By::Government), (actor, By::Actor)]) {
            for issue in &corpus.codebook.issues {
                let told = told_by(&corpus, &selected, by, &actor.id, &issue.id);
                let is_told = |at: &&usize| {
                    let position = &corpus.positions[**at];
                    let speaker = corpus.codebook.actor(&position.actor).unwrap();
                    let is_government = actor.kind == ActorKind::Government;
                    let speaks = by == By::Government && is_government && speaker.speaks_for.as_ref() == Some(&actor.id);
                    let stands = by == By::Actor || is_government;
                    position.issue == issue.id && stands && (speaker.id == actor.id || speaks)
                };
                let expected: BTreeSet<usize> = selected.iter().filter(is_told).copied().collect();
                let all: Vec<usize> = told.iter().flat_map(|(_, positions)| positions.clone()).collect();
                prop_assert_eq!(all.len(), expected.len());
                prop_assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), expected);
                prop_assert!(told.iter().all(|(id, held)| held.iter().all(|at| corpus.positions[*at].article == *id)));

                let mut apart = told_apart(&corpus, &selected, by, &actor.id, &issue.id, Language::English.messages()).into_iter();
                for (nth, (a_article, a)) in told.iter().enumerate() {
                    for (b_article, b) in &told[nth + 1..] {
                        let (of_a, of_b): (BTreeSet<_>, BTreeSet<_>) = differing(&corpus, a, b, true).into_iter().unzip();
                        if !of_a.is_empty() {
                            let found = apart.next().unwrap();
                            prop_assert_eq!((&found.a_article, &found.b_article), (a_article, b_article));
                            prop_assert_eq!(found.a, of_a.into_iter().collect::<Vec<_>>());
                            prop_assert_eq!(found.b, of_b.into_iter().collect::<Vec<_>>());
                        }
                    }
                }
                prop_assert!(apart.next().is_none());
            }
        }
    }

    #[test]
    fn every_order_of_rows_holds_each_question_once_and_counts_what_it_says(corpus in prop_oneof![corpora(), crowded()], filters in filters()) {
        let selected = selected(&corpus, &filters);
        for by in By::ALL {
            let table = table(&corpus, &selected, by, Language::English.messages());
            let all = contrasts(&corpus, &selected, by, None, Language::English.messages());
            let held = |row: usize| -> usize { (0..table.columns.len()).map(|at| table.cell(row, at).len()).sum() };
            let pairs = |row: usize| of_kind(&all, &corpus, row, ContrastKind::Differ).len();
            for order in RowOrder::ALL {
                let ordered = rows(&corpus, &table, by, order);
                let mut sorted = ordered.clone();
                sorted.sort();
                prop_assert_eq!(sorted, (0..corpus.codebook.issues.len()).collect::<Vec<_>>());
                let count = |row| match order {
                    RowOrder::Codebook => 0,
                    RowOrder::Positions => held(row),
                    RowOrder::Disagreement => pairs(row),
                };
                let stands = |row: &usize| (std::cmp::Reverse(count(*row)), *row);
                prop_assert!(ordered.is_sorted_by_key(stands));
            }
        }
    }
}
