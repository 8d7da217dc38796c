//! What a query asks of fields: ids, or words of labels.

use super::catalogue::Values;
use super::filters::years_of;
use super::{Library, Notice};
use crate::model::{Position, UNNAMED};
use crate::query::{Field, FieldAsk};
use crate::text::{Lexicon, keys};

/// What the value of a field names.
pub(super) enum Named<'a> {
    /// Articles, by their indices.
    Articles(Vec<usize>),
    /// Positions.
    Positions(Vec<&'a Position>),
}

impl Library {
    /// What a field's value names; where it names nothing that is here, that is to be said.
    pub(super) fn named(&self, ask: &FieldAsk) -> (Named<'_>, Option<Notice>) {
        let corpus = self.corpus();
        let articles =
            |has: &dyn Fn(usize) -> bool| -> Vec<usize> { (0..corpus.articles.len()).filter(|&at| has(at)).collect() };
        // Labels are read once each, however many articles have them.
        let of_values = |values: &Values| {
            let named: Vec<bool> = values.all.iter().map(|(id, label)| names_it(ask, id, label)).collect();
            articles(&|at| values.of_article(at).iter().any(|value| named[*value as usize]))
        };
        let value = || ask.value.clone();
        match ask.field {
            Field::Author => {
                let found = of_values(&self.catalogue().author);
                let none = found.is_empty().then(|| Notice::NoAuthor(value()));
                (Named::Articles(found), none)
            }
            Field::Outlet => {
                let found = of_values(&self.catalogue().outlet);
                let none = found.is_empty().then(|| Notice::NoOutlet(value()));
                (Named::Articles(found), none)
            }
            Field::Year => {
                let asked = years_of(&ask.value);
                let found = articles(&|at| {
                    let may = corpus.articles[at].date.value.years();
                    asked.as_ref().is_some_and(|years| years.start() <= may.end() && may.start() <= years.end())
                });
                let none = found.is_empty().then(|| Notice::NoYear(value()));
                (Named::Articles(found), none)
            }
            Field::Issue => {
                let issues = corpus.codebook.issues.iter().filter(|i| names_it(ask, i.id.as_str(), &i.label));
                let ids: Vec<_> = issues.map(|issue| &issue.id).collect();
                let none = ids.is_empty().then(|| Notice::NoIssue(value()));
                (Named::Positions(corpus.positions.iter().filter(|p| ids.contains(&&p.issue)).collect()), none)
            }
            Field::Actor => {
                let actors = corpus.codebook.actors.iter().filter(|a| names_it(ask, a.id.as_str(), &a.label));
                let ids: Vec<_> = actors.map(|actor| &actor.id).collect();
                let none = ids.is_empty().then(|| Notice::NoActor(value()));
                (Named::Positions(corpus.positions.iter().filter(|p| ids.contains(&&p.actor)).collect()), none)
            }
        }
    }
}

/// Whether a field's value is the id, or whole words of the label; the last may go on where it is being typed or has a
/// star. Who is not named is no name: only the whole label finds it.
fn names_it(ask: &FieldAsk, id: &str, label: &str) -> bool {
    let words = keys(label, &Lexicon::default());
    let asked = keys(&ask.value, &Lexicon::default());
    let Some((last, before)) = asked.split_last() else { return ask.value.eq_ignore_ascii_case(id) };
    let is_last = |word: &String| if ask.goes_on { word.starts_with(last.as_str()) } else { word == last };
    ask.value.eq_ignore_ascii_case(id)
        || if id == UNNAMED {
            asked == words
        } else {
            before.iter().all(|word| words.contains(word)) && words.iter().any(is_last)
        }
}
