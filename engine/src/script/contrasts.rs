//! `sightlines.contrasts`: who differs from whom, agrees, or has changed.

use super::ContrastOptions;
use crate::messages::Language;
use crate::model::{ContrastKind, IssueId};
use crate::positions;
use crate::search::{Ask, Library};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// One entry for each question and kind, in the codebook's order and that of the kinds: `[{issue, kind, a, b, says}]`.
///
/// With `a` and `b`, of these two columns: `a` and `b` hold the ids of each one's positions that say so. Without them, of
/// all pairs of columns: then `a` holds the positions of whichever column stands first in its pair, `b` those of the
/// other, so that one position may be in both, and `says` tells pair after pair; there is no `only_a` or `only_b`, and a
/// change stands in `a`. Ids stand once in a side, in the corpus's order.
///
/// # Errors
/// A side that is no column, since an answer about nothing would look like silence.
pub fn contrasts(library: &Library, options: &ContrastOptions) -> Result<Value, String> {
    let (table, corpus) = (&options.table, library.corpus());
    if let Some((a, b)) = &options.pair {
        let columns = positions::columns(corpus, table.by, Language::English.messages());
        for (key, value) in [("a", a), ("b", b)] {
            if !columns.iter().any(|column| column.value == *value) {
                return Err(format!("“{key}” is no column by {}: “{value}”", table.by.id()));
            }
        }
    }
    let ask = Ask { q: table.q.clone(), filters: table.filters.clone(), exact: table.exact, ..Ask::default() };
    let selected = library.select(&ask).positions;
    let pair = options.pair.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
    let mut entries: BTreeMap<(Option<usize>, ContrastKind), Entry> = BTreeMap::new();
    for contrast in positions::contrasts(corpus, &selected, table.by, pair, Language::English.messages()) {
        let row = corpus.codebook.issues.iter().position(|issue| issue.id == contrast.issue);
        let entry = entries.entry((row, contrast.kind)).or_default();
        entry.issue = contrast.issue;
        entry.a.extend(contrast.a);
        entry.b.extend(contrast.b);
        entry.says.push(contrast.says);
    }
    let ids = |side: BTreeSet<usize>| side.into_iter().map(|at| &corpus.positions[at].id).collect::<Vec<_>>();
    let entries = entries.into_iter().map(|((_, kind), entry)| {
        json!({
            "issue": entry.issue,
            "kind": kind.id(),
            "a": ids(entry.a),
            "b": ids(entry.b),
            "says": entry.says.join(". "),
        })
    });
    Ok(entries.collect())
}

/// What is said on one question in one way.
#[derive(Default)]
struct Entry {
    issue: IssueId,
    a: BTreeSet<usize>,
    b: BTreeSet<usize>,
    says: Vec<String>,
}
