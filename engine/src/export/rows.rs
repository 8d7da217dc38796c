//! A position as a row with everything that is known of it.

use crate::model::{Article, Corpus, Locator, Position};
use crate::view::View;

/// The columns, in their order: those of `positions.csv`, with labels beside ids, and the link.
pub(super) const COLUMNS: [&str; 22] = [
    "id",
    "article",
    "title",
    "authors",
    "outlet",
    "date",
    "actor",
    "actor_label",
    "issue",
    "question",
    "answer",
    "answer_label",
    "stance",
    "summary",
    "voice",
    "nearness",
    "via",
    "as_of",
    "evidence",
    "confidence",
    "note",
    "link",
];

/// A position with the labels of what it names.
pub(super) struct Row {
    pub(super) summary: String,
    pub(super) authors: String,
    pub(super) outlet: String,
    pub(super) evidence: String,
    pub(super) link: String,
    cells: [String; 22],
}

impl Row {
    pub(super) fn of(corpus: &Corpus, position: &Position, base: &str) -> Row {
        let article = corpus.article(&position.article);
        let of_article = |read: &dyn Fn(&Article) -> String| article.map(read).unwrap_or_default();
        let issue = corpus.codebook.issue(&position.issue);
        let answer = position.answer.as_ref().map(ToString::to_string).unwrap_or_default();
        let answers = issue.map(|issue| issue.answers.as_slice()).unwrap_or_default();
        let answer_label =
            answers.iter().find(|a| a.id.as_str() == answer).map_or("another answer", |a| a.label.as_str());
        let evidence: Vec<String> = position.evidence.iter().map(|place| format!("¶{place}")).collect();
        let (authors_, evidence) = (of_article(&|a| authors(corpus, a)), evidence.join("; "));
        let outlet = of_article(&|a| corpus.outlet_label(a.outlet.value.as_str()).to_string());
        let link = of_article(&|a| link(base, a, position.evidence.first().copied()));
        let nearness = corpus.codebook.voice(&position.voice).map(|voice| voice.nearness.id()).unwrap_or_default();
        let cells = [
            position.id.to_string(),
            position.article.to_string(),
            of_article(&|a| a.title.value.clone()),
            authors_.clone(),
            outlet.clone(),
            of_article(&|a| a.date.value.to_string()),
            position.actor.to_string(),
            corpus.actor_label(&position.actor).to_string(),
            position.issue.to_string(),
            issue.map(|issue| issue.question.clone()).unwrap_or_default(),
            answer,
            answer_label.to_string(),
            position.stance.to_string(),
            position.summary.clone(),
            position.voice.to_string(),
            nearness.to_string(),
            position.via.as_ref().map(ToString::to_string).unwrap_or_default(),
            position.as_of.as_ref().map(ToString::to_string).unwrap_or_default(),
            evidence.clone(),
            position.confidence.id().to_string(),
            position.note.clone(),
            link.clone(),
        ];
        Row { summary: position.summary.clone(), authors: authors_, outlet, evidence, link, cells }
    }

    pub(super) fn cells(&self) -> [String; 22] {
        self.cells.clone()
    }
}

/// Who signs an article; a missing author stays missing.
pub(super) fn authors(corpus: &Corpus, article: &Article) -> String {
    article.authors.value.iter().map(|id| corpus.author_label(id.as_str())).collect::<Vec<_>>().join("; ")
}

/// The link to a place in an article.
pub(super) fn link(base: &str, article: &Article, place: Option<Locator>) -> String {
    format!("{base}#{}", View::default().reading(article.id.as_str(), place).fragment())
}
