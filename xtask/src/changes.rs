//! `cargo xtask changes`: what differs between two versions of a corpus, and whether every position kept its id.
//!
//! In: the folder of an earlier version and that of a later one. Out: a changelog in Markdown. Ids of positions are for ever: one that
//! is gone must stand in `withdrawn.csv`, and none may come to mean a position of another article.

use crate::args::Source;
use crate::explore::faulty;
use crate::folder::{self, Loaded};
use crate::places::Places;
use crate::trouble::{Outcome, Trouble};
use sightlines_engine::export::positions;
use sightlines_engine::messages::Language;
use sightlines_engine::model::{Corpus, PositionId};
use std::collections::BTreeMap;
use std::path::Path;

/// Columns of a position's row that say where it leads or what others are called: they change with others, or with none.
const NOT_ITS_OWN: [&str; 9] =
    ["title", "authors", "outlet", "date", "actor_label", "question", "answer_label", "nearness", "link"];

/// Prints the changelog from the corpus folder `since` to that of `source`.
///
/// # Errors
/// Every fault of either folder; positions that lost their ids.
pub fn run(places: &Places, source: &Source, since: &Path) -> Outcome<()> {
    let load = |dir: &Path| folder::load(dir, None).map_err(|faults| faulty(dir, &faults));
    let (before, after) = (load(since)?, load(&source.folder(places))?);
    let lost = lost(&before.corpus, &after);
    if !lost.is_empty() {
        return Err(Trouble::new(lost.join("\n"))
            .mend("links and exports hold these ids: give a position its own back, or withdraw it"));
    }
    print!("{}", changelog(&before.corpus, &after));
    Ok(())
}

/// The positions that did not keep their ids, each with what helps.
fn lost(before: &Corpus, after: &Loaded) -> Vec<String> {
    let mut lost = Vec::new();
    for old in &before.positions {
        match after.corpus.position(&old.id) {
            None if !after.withdrawn.iter().any(|withdrawn| withdrawn.id == old.id) => {
                lost.push(format!("positions.csv: `{}` is gone; add a row for it to withdrawn.csv, with why", old.id));
            }
            Some(new) if new.article != old.article => lost.push(format!(
                "positions.csv: `{}` was a position of {} and is one of {}; give the new one an id that never was",
                old.id, old.article, new.article
            )),
            _ => {}
        }
    }
    lost
}

/// What differs, in Markdown.
fn changelog(before: &Corpus, after: &Loaded) -> String {
    let now = &after.corpus;
    let mut text =
        format!("# {}: {} → {}\n\nEdition {} → {}.\n", now.title, version(before), version(now), before.hash, now.hash);
    let ids = |corpus: &Corpus| -> [Vec<String>; 3] {
        let book = &corpus.codebook;
        [
            corpus.articles.iter().map(|article| article.id.to_string()).collect(),
            book.issues
                .iter()
                .flat_map(|issue| {
                    let answers = issue.answers.iter().map(|answer| format!("{}: {}", issue.id, answer.id));
                    std::iter::once(issue.id.to_string()).chain(answers.collect::<Vec<_>>())
                })
                .collect(),
            book.actors.iter().map(|actor| actor.id.to_string()).collect(),
        ]
    };
    for ((heading, old), new) in
        ["Articles", "Questions and answers", "Actors"].into_iter().zip(ids(before)).zip(ids(now))
    {
        let added = new.iter().filter(|id| !old.contains(id)).map(|id| format!("new: {id}"));
        let gone = old.iter().filter(|id| !new.contains(id)).map(|id| format!("gone: {id}"));
        part(&mut text, heading, added.chain(gone).collect());
    }
    let (old, new) = (rows(before), rows(now));
    let summary = |id: &PositionId, row: &BTreeMap<&str, String>| {
        format!("new: {id}: {} {} {}: {}", row["actor"], row["stance"], row["answer"], row["summary"])
    };
    let added = new.iter().filter(|(id, _)| !old.contains_key(id)).map(|(id, row)| summary(id, row));
    let changed = new.iter().filter_map(|(id, row)| {
        let was = old.get(id)?;
        let differs = row.iter().filter(|(column, cell)| was[*column] != **cell);
        let differs: Vec<String> =
            differs.map(|(column, cell)| format!("{column} “{}” → “{cell}”", was[column])).collect();
        (!differs.is_empty()).then(|| format!("changed: {id}: {}", differs.join("; ")))
    });
    let withdrawn = after.withdrawn.iter().filter(|withdrawn| old.contains_key(&withdrawn.id)).map(|withdrawn| {
        let instead = withdrawn.instead.as_ref().map_or(String::new(), |id| format!(" (now {id})"));
        format!("withdrawn: {}: {}{instead}", withdrawn.id, withdrawn.why)
    });
    part(&mut text, "Positions", added.chain(changed).chain(withdrawn).collect());
    if before.hash == now.hash {
        text.push_str("\nNothing differs.\n");
    }
    text
}

fn version(corpus: &Corpus) -> &str {
    if corpus.version.is_empty() { "no version" } else { &corpus.version }
}

fn part(text: &mut String, heading: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        text.push_str(&format!("\n## {heading}\n\n"));
        lines.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
    }
}

/// The positions by id, each with its own cells by column.
fn rows(corpus: &Corpus) -> BTreeMap<PositionId, BTreeMap<&'static str, String>> {
    let all: Vec<usize> = (0..corpus.positions.len()).collect();
    let listing = positions(corpus, &all, "", Language::English.messages());
    let row = |cells: Vec<String>| -> BTreeMap<&'static str, String> {
        let cells = listing.columns.iter().copied().zip(cells);
        cells.filter(|(column, _)| !NOT_ITS_OWN.contains(column)).collect()
    };
    corpus.positions.iter().map(|position| position.id.clone()).zip(listing.rows.into_iter().map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn harbour() -> Loaded {
        folder::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbour"), None).unwrap()
    }

    #[test]
    fn a_position_that_is_gone_must_be_withdrawn_and_none_moves_to_another_article() {
        let (before, mut after) = (harbour().corpus, harbour());
        assert_eq!(lost(&before, &after), Vec::<String>::new());
        let gone = after.corpus.positions.remove(0);
        after.corpus.positions[0].article = "leaflet-2031".into();
        let told = lost(&before, &after);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains(gone.id.as_str()) && told[0].contains("withdrawn.csv"), "{told:?}");
        assert!(told[1].contains("an id that never was"), "{told:?}");
        let why = "it was told twice".to_string();
        after.withdrawn.push(folder::Withdrawn { id: gone.id, version: "2".into(), why, instead: None });
        assert_eq!(lost(&before, &after).len(), 1);
    }

    #[test]
    fn the_changelog_tells_what_is_new_changed_and_withdrawn() {
        let (before, mut after) = (harbour().corpus, harbour());
        assert!(changelog(&before, &after).ends_with("\nNothing differs.\n"));
        let gone = after.corpus.positions.remove(1);
        after.corpus.positions[0].stance = "rejects".into();
        let mut new = gone.clone();
        new.id = "hb-99".into();
        after.corpus.positions.push(new);
        after.corpus.hash = "another".into();
        let (why, instead) = ("coded too boldly".to_string(), Some("hb-99".into()));
        after.withdrawn.push(folder::Withdrawn { id: gone.id, version: "2".into(), why, instead });
        let told = changelog(&before, &after);
        for line in [
            "- changed: hb-01: stance “demands” → “rejects”",
            "- new: hb-99: pilots",
            "- withdrawn: hb-02: coded too boldly (now hb-99)",
        ] {
            assert!(told.contains(line), "{line} in {told}");
        }
        assert!(!told.contains("## Articles") && !told.contains("Nothing differs"), "{told}");
    }
}
