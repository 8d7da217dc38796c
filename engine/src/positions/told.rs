//! As told by: one actor and one question, article by article.
//!
//! Where two articles read the actor differently, that is said as the articles' difference. It is no change of the actor's.

use super::says::{self, Name};
use super::sides::{Between, Side};
use super::{By, column_of};
use crate::messages::Messages;
use crate::model::{ActorId, Article, ArticleId, Corpus, IssueId};

/// The selected positions in an actor's column on a question, by the article that tells them, in the order of the articles. With
/// the columns `by` government, those who speak for one are told with it.
pub fn told_by(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    actor: &ActorId,
    issue: &IssueId,
) -> Vec<(ArticleId, Vec<usize>)> {
    let is_told = |at: &usize| {
        let position = &corpus.positions[*at];
        position.issue == *issue && column_of(corpus, position, by).as_deref() == Some(actor.as_str())
    };
    let told: Vec<usize> = selected.iter().copied().filter(is_told).collect();
    let by_article = corpus.articles.iter().map(|article| {
        let positions = told.iter().copied().filter(|at| corpus.positions[*at].article == article.id);
        (article.id.clone(), positions.collect::<Vec<_>>())
    });
    by_article.filter(|(_, positions)| !positions.is_empty()).collect()
}

/// Two articles that read one actor differently on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldApart {
    /// The first article, in the order of the articles.
    pub a_article: ArticleId,
    /// The second.
    pub b_article: ArticleId,
    /// Indices of the positions in the first that differ from the second, in the corpus's order.
    pub a: Vec<usize>,
    /// The same of the second.
    pub b: Vec<usize>,
    /// The same in plain words: one line without a full stop.
    pub says: String,
}

/// Which two articles read the actor differently on the question, by the rule by which two actors differ; each two that do.
/// Two articles of which both tell that it was for an answer and against it tell the same.
pub fn told_apart(
    corpus: &Corpus,
    selected: &[usize],
    by: By,
    actor: &ActorId,
    issue: &IssueId,
    messages: &Messages,
) -> Vec<ToldApart> {
    let Some(question) = corpus.codebook.issue(issue) else { return Vec::new() };
    let told = told_by(corpus, selected, by, actor, issue);
    let name = |article: &ArticleId| {
        let teller = corpus.article(article).map_or(article.to_string(), |article| teller(corpus, article, messages));
        Name { label: messages.telling.actor_in_article.with([corpus.actor_label(actor), &teller]), many: true }
    };
    let mut apart = Vec::new();
    for (nth, (a_article, a)) in told.iter().enumerate() {
        for (b_article, b) in &told[nth + 1..] {
            let (ours, theirs) = (Side::of(corpus, question, a), Side::of(corpus, question, b));
            let (ours, theirs) =
                (ours.against(&theirs, Between::TwoTellings), theirs.against(&ours, Between::TwoTellings));
            if !ours.positions().is_empty() {
                apart.push(ToldApart {
                    a_article: a_article.clone(),
                    b_article: b_article.clone(),
                    a: ours.positions(),
                    b: theirs.positions(),
                    says: says::differ(&name(a_article), &ours, &name(b_article), &theirs, messages),
                });
            }
        }
    }
    apart
}

/// Who tells something in an article: `Dana Lee, May 2031`; where nobody is named, the outlet.
pub fn teller(corpus: &Corpus, article: &Article, messages: &Messages) -> String {
    let authors: Vec<String> =
        article.authors.value.iter().map(|id| corpus.author_label(id.as_str()).to_string()).collect();
    let teller = match authors.as_slice() {
        [] => corpus.outlet_label(article.outlet.value.as_str()).to_string(),
        authors => says::listed(authors, messages),
    };
    [teller, article.date.value.label(messages)].join(messages.words.comma)
}
