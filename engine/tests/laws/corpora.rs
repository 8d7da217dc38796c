//! Random small corpora: sound as the tools would have them, with texts of the invented vocabulary.

use super::vocabulary::{self, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use sightlines_engine::model::*;

/// Authors by id and name.
pub const AUTHORS: &[(&str, &str)] = &[("lee", "Dana Lee"), ("ode", "Ulla Öde"), ("lee-oh", "Dana Oh")];
/// Outlets by id and name.
pub const OUTLETS: &[(&str, &str)] = &[("post", "The Evening Post"), ("wire", "Harbour Wire"), ("leaf", "The Leaf")];
/// Dates of every precision.
const DATES: &[&str] =
    &["2016", "2016-05", "2019-01", "2019-01-22", "2018-12/2019-01", "2019-05/2019-06", "2019-12-31", "2019"];
/// Issues with their answers.
pub const ISSUES: &[(&str, &[&str])] =
    &[("run", &["town", "state", "anyone", "nobody"]), ("when", &["now", "later"]), ("cost", &["high"])];
/// Answers that imply another, one of them by two steps.
pub const IMPLIED: &[(&str, &str)] = &[("town", "state"), ("state", "anyone")];
/// Stances with their signs and strengths; the last two say that the actor moved.
pub const STANCES: &[(&str, Polarity, u8)] = &[
    ("demands", Polarity::For, 3),
    ("accepts", Polarity::For, 1),
    ("opposes", Polarity::Against, 2),
    ("doubts", Polarity::Neither, 1),
    ("wavers", Polarity::Both, 1),
    ("concedes", Polarity::Both, 3),
    ("withdraws", Polarity::Against, 3),
];
/// Voices with their nearness.
pub const VOICES: &[(&str, Nearness)] = &[
    ("quoted", Nearness::Own),
    ("relayed", Nearness::Ascribed),
    ("reported", Nearness::Ascribed),
    ("inferred", Nearness::Inferred),
];
/// Actors with their kinds and whom they speak for.
pub const ACTORS: &[(&str, ActorKind, Option<&str>)] = &[
    ("mayor", ActorKind::Person, Some("town_hall")),
    ("town_hall", ActorKind::Government, None),
    ("crown", ActorKind::Government, None),
    ("pilot", ActorKind::Person, None),
    ("lee", ActorKind::Author, None),
    ("dockers", ActorKind::Public, None),
];

fn based<T>(value: T) -> Based<T> {
    Based { value, basis: Basis::Editor, note: String::new(), source: String::new() }
}

fn names(rings: &[&[&str]]) -> Vec<Names> {
    rings.iter().map(|names| Names { names: names.iter().map(|n| n.to_string()).collect() }).collect()
}

fn implied(answer: &str) -> Option<AnswerId> {
    IMPLIED.iter().find(|(id, _)| *id == answer).map(|(_, implied)| (*implied).into())
}

/// The codebook that all these corpora share.
fn codebook() -> Codebook {
    let issue = |(id, answers): &(&str, &[&str])| Issue {
        id: (*id).into(),
        label: id.to_string(),
        question: format!("Which {id}?"),
        rule: String::new(),
        answers: answers
            .iter()
            .map(|a| Answer { id: (*a).into(), label: a.to_string(), implies: implied(a) })
            .collect(),
    };
    let stance = |&(id, polarity, strength): &(&str, Polarity, u8)| Stance {
        id: id.into(),
        polarity,
        strength,
        rule: String::new(),
    };
    let voice = |&(id, nearness): &(&str, Nearness)| Voice { id: id.into(), nearness, rule: String::new() };
    let actor = |&(id, kind, speaks_for): &(&str, ActorKind, Option<&str>)| Actor {
        id: id.into(),
        label: id.to_string(),
        kind,
        of: None,
        speaks_for: speaks_for.map(ActorId::from),
    };
    Codebook {
        issues: ISSUES.iter().map(issue).collect(),
        stances: STANCES.iter().map(stance).collect(),
        voices: VOICES.iter().map(voice).collect(),
        actors: ACTORS.iter().map(actor).collect(),
    }
}

/// A corpus of these articles, each with its title and its paragraphs from 1; no positions.
pub fn corpus_of(articles: &[(&str, &[&str])]) -> Corpus {
    let article = |(nth, (title, texts)): (usize, &(&str, &[&str]))| {
        article(nth, title.to_string(), Vec::new(), "post", "2019", 1, texts.iter().map(|t| t.to_string()).collect())
    };
    around(articles.iter().enumerate().map(article).collect(), Vec::new())
}

/// A corpus of coded rows: article, actor, issue, answer (perhaps empty), stance, voice and as-of date (perhaps empty).
/// The articles are numbers; the first is of 2016 by Dana Lee in the Post, the second of 2019 by Ulla Öde in the Wire, all
/// others of 2019, by nobody named, in the Leaf.
pub fn coded(rows: &[[&str; 7]]) -> Corpus {
    let some = |cell: &str| (!cell.is_empty()).then(|| cell.to_string());
    let row = |(nth, [article, actor, issue, answer, stance, voice, as_of]): (usize, &[&str; 7])| Position {
        id: PositionId(format!("row-{nth}")),
        article: ArticleId(format!("article-{article}")),
        actor: (*actor).into(),
        issue: (*issue).into(),
        answer: some(answer).map(AnswerId),
        stance: (*stance).into(),
        summary: String::new(),
        voice: (*voice).into(),
        via: None,
        as_of: some(as_of).map(|date| date.parse().expect("the dates of the cases are dates")),
        evidence: vec![Locator { p: 1, s: None }],
        confidence: Confidence::High,
        note: String::new(),
        coding: None,
    };
    let articles = (0..4).map(|nth| {
        let (authors, outlet, date) = match nth {
            0 => (vec!["lee"], "post", "2016"),
            1 => (vec!["ode"], "wire", "2019"),
            _ => (vec![], "leaf", "2019"),
        };
        article(nth, String::new(), authors, outlet, date, 1, vec!["velm".to_string()])
    });
    around(articles.collect(), rows.iter().enumerate().map(row).collect())
}

/// Positions by their article, actor and issue, each evidenced by one paragraph.
pub fn positions_of(rows: &[(&str, &str, &str, u32)]) -> Vec<Position> {
    let position = |(nth, (article, actor, issue, p)): (usize, &(&str, &str, &str, u32))| Position {
        id: PositionId(format!("row-{nth}")),
        article: (*article).into(),
        actor: (*actor).into(),
        issue: (*issue).into(),
        answer: None,
        stance: "accepts".into(),
        summary: String::new(),
        voice: "reported".into(),
        via: None,
        as_of: None,
        evidence: vec![Locator { p: *p, s: None }],
        confidence: Confidence::High,
        note: String::new(),
        coding: None,
    };
    rows.iter().enumerate().map(position).collect()
}

/// A corpus around articles and positions, with the names and forms of the vocabulary.
fn around(articles: Vec<Article>, positions: Vec<Position>) -> Corpus {
    let author = |&(id, name): &(&str, &str)| Author {
        id: id.into(),
        name: name.to_string(),
        family: String::new(),
        affiliation: String::new(),
        actor: ACTORS.iter().find(|actor| actor.0 == id).map(|_| id.into()),
    };
    let outlet = |&(id, name): &(&str, &str)| Outlet {
        id: id.into(),
        name: name.to_string(),
        kind: OutletKind::Website,
        about: String::new(),
    };
    Corpus {
        id: "laws".into(),
        authors: AUTHORS.iter().map(author).collect(),
        outlets: OUTLETS.iter().map(outlet).collect(),
        rings: names(vocabulary::RINGS),
        related: names(vocabulary::RELATED),
        search: SearchForms {
            case_words: vocabulary::CASE_WORDS.iter().map(|w| w.to_string()).collect(),
            same: names(vocabulary::FORMS).into_iter().map(|ring| ring.names).collect(),
        },
        codebook: codebook(),
        articles,
        positions,
        ..Corpus::default()
    }
}

fn article(
    nth: usize,
    title: String,
    authors: Vec<&str>,
    outlet: &str,
    date: &str,
    first: u32,
    texts: Vec<String>,
) -> Article {
    let paragraph = |(n, text): (u32, String)| Paragraph { n, text: Some(text.into()), ..Paragraph::default() };
    Article {
        id: ArticleId(format!("article-{nth}")),
        title: based(title),
        authors: based(authors.into_iter().map(AuthorId::from).collect()),
        author_actor: None,
        outlet: based(outlet.into()),
        date: based(date.parse().expect("the dates of the laws are dates")),
        genre: None,
        language: "en".into(),
        url: String::new(),
        rights: String::new(),
        contact: String::new(),
        references: Vec::new(),
        notice: String::new(),
        witnesses: Vec::new(),
        headings: Vec::new(),
        paragraphs: (first..).zip(texts).map(paragraph).collect(),
        variants: Vec::new(),
        repairs: Vec::new(),
    }
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let authors = subsequence(AUTHORS.iter().map(|a| a.0).collect::<Vec<_>>(), 0..=2);
    let outlets = select(OUTLETS.iter().map(|o| o.0).collect::<Vec<_>>());
    let record = (text(0..3), authors, outlets, select(DATES), 0..2u32, vec(text(0..7), 0..5));
    vec(record, 0..5).prop_map(|records| {
        let record = |(nth, (title, authors, outlet, date, first, texts))| {
            article(nth, title, authors, outlet, date, first, texts)
        };
        records.into_iter().enumerate().map(record).collect()
    })
}

/// What a position is made of, before it is known which articles there are.
#[derive(Clone, Debug)]
struct Coding {
    article: Index,
    actor: &'static str,
    issue: &'static (&'static str, &'static [&'static str]),
    answer: Option<Index>,
    stance: &'static str,
    voice: &'static str,
    as_of: Option<&'static str>,
    evidence: Vec<Index>,
}

/// Codings of so many of the actors and of the issues.
fn coding(actors: usize, issues: usize) -> impl Strategy<Value = Coding> {
    let actors = select(ACTORS.iter().map(|a| a.0).take(actors).collect::<Vec<_>>());
    let issues = select(ISSUES.iter().take(issues).collect::<Vec<_>>());
    let stances = select(STANCES.iter().map(|s| s.0).collect::<Vec<_>>());
    let voices = select(VOICES.iter().map(|v| v.0).collect::<Vec<_>>());
    let evidence = vec(any::<Index>(), 1..3);
    let answer = prop::option::weighted(0.8, any::<Index>());
    let as_of = prop::option::weighted(0.8, select(DATES));
    let coding = (any::<Index>(), actors, issues, answer, stances, voices, as_of, evidence);
    coding.prop_map(|(article, actor, issue, answer, stance, voice, as_of, evidence)| Coding {
        article,
        actor,
        issue,
        answer,
        stance,
        voice,
        as_of,
        evidence,
    })
}

/// The position that a coding gives in these articles; none where its article has no paragraphs.
fn position(nth: usize, coding: Coding, articles: &[Article]) -> Option<Position> {
    let article = articles.get(coding.article.index(articles.len().max(1)))?;
    let place = |at: Index| Some(article.paragraphs.get(at.index(article.paragraphs.len().max(1)))?.n);
    let places: Vec<u32> = coding.evidence.into_iter().map(place).collect::<Option<_>>()?;
    let (issue, answers) = coding.issue;
    Some(Position {
        id: PositionId(format!("row-{nth}")),
        article: article.id.clone(),
        actor: coding.actor.into(),
        issue: (*issue).into(),
        answer: coding.answer.map(|at| (*at.get(answers)).into()),
        stance: coding.stance.into(),
        summary: String::new(),
        voice: coding.voice.into(),
        via: None,
        as_of: coding.as_of.map(|date| date.parse().expect("the dates of the laws are dates")),
        evidence: places.into_iter().map(|p| Locator { p, s: Some(1) }).collect(),
        confidence: Confidence::High,
        note: String::new(),
        coding: None,
    })
}

/// A corpus that shows itself by what differs: its articles' texts and its positions.
#[derive(Clone)]
pub struct Small(pub Corpus);

impl std::ops::Deref for Small {
    type Target = Corpus;

    fn deref(&self) -> &Corpus {
        &self.0
    }
}

impl std::fmt::Debug for Small {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for article in &self.articles {
            let (authors, outlet, date) = (article.author_values(), &article.outlet.value, &article.date.value);
            writeln!(f, "\n{}: {:?} by {authors:?} in {outlet} on {date}", article.id, article.title.value)?;
            for paragraph in &article.paragraphs {
                writeln!(f, "  {}: {:?}", paragraph.n, paragraph.text)?;
            }
        }
        for position in &self.positions {
            let Position { id, article, actor, issue, answer, stance, voice, as_of, evidence, .. } = position;
            let held = as_of.as_ref().map(Edtf::to_string).unwrap_or_default();
            let places: Vec<String> = evidence.iter().map(Locator::to_string).collect();
            writeln!(f, "{id}: {article} {places:?}: {actor} {stance} {issue} {answer:?} ({voice}) {held}")?;
        }
        Ok(())
    }
}

fn coded_by(codings: impl Strategy<Value = Vec<Coding>>) -> impl Strategy<Value = Small> {
    (articles(), codings).prop_map(|(articles, codings)| {
        let coded = codings.into_iter().enumerate().filter_map(|(nth, coding)| position(nth, coding, &articles));
        let positions = coded.collect();
        Small(around(articles, positions))
    })
}

/// Corpora of up to four articles with up to four paragraphs and eight positions.
pub fn corpora() -> impl Strategy<Value = Small> {
    coded_by(vec(coding(ACTORS.len(), ISSUES.len()), 0..9))
}

/// Corpora in which the town hall, its mayor and the crown hold so much that positions often meet.
pub fn crowded() -> impl Strategy<Value = Small> {
    coded_by(vec(coding(3, ISSUES.len()), 6..30))
}
