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
    &[("run", &["town", "state", "nobody"]), ("when", &["now", "later"]), ("cost", &["high"])];
/// Stances with their signs and strengths.
pub const STANCES: &[(&str, Polarity, u8)] = &[
    ("demands", Polarity::For, 3),
    ("accepts", Polarity::For, 1),
    ("opposes", Polarity::Against, 2),
    ("doubts", Polarity::Neither, 1),
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

/// The codebook that all these corpora share.
fn codebook() -> Codebook {
    let issue = |(id, answers): &(&str, &[&str])| Issue {
        id: (*id).into(),
        label: id.to_string(),
        question: format!("Which {id}?"),
        rule: String::new(),
        answers: answers.iter().map(|a| Answer { id: (*a).into(), label: a.to_string(), implies: None }).collect(),
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
    };
    rows.iter().enumerate().map(position).collect()
}

/// A corpus around articles and positions, with the names and forms of the vocabulary.
fn around(articles: Vec<Article>, positions: Vec<Position>) -> Corpus {
    let author = |&(id, name): &(&str, &str)| Author {
        id: id.into(),
        name: name.to_string(),
        affiliation: String::new(),
        actor: None,
    };
    let outlet = |&(id, name): &(&str, &str)| Outlet { id: id.into(), name: name.to_string(), about: String::new() };
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
    let paragraph = |(n, text): (u32, String)| Paragraph { n, text: Some(text), ..Paragraph::default() };
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
    issue: Index,
    answer: Option<Index>,
    stance: &'static str,
    voice: &'static str,
    evidence: Vec<Index>,
}

fn coding() -> impl Strategy<Value = Coding> {
    let actors = select(ACTORS.iter().map(|a| a.0).collect::<Vec<_>>());
    let stances = select(STANCES.iter().map(|s| s.0).collect::<Vec<_>>());
    let voices = select(VOICES.iter().map(|v| v.0).collect::<Vec<_>>());
    let evidence = vec(any::<Index>(), 1..3);
    let coding = (any::<Index>(), actors, any::<Index>(), any::<Option<Index>>(), stances, voices, evidence);
    coding.prop_map(|(article, actor, issue, answer, stance, voice, evidence)| Coding {
        article,
        actor,
        issue,
        answer,
        stance,
        voice,
        evidence,
    })
}

/// The position that a coding gives in these articles; none where its article has no paragraphs.
fn position(nth: usize, coding: Coding, articles: &[Article]) -> Option<Position> {
    let article = articles.get(coding.article.index(articles.len().max(1)))?;
    let place = |at: Index| Some(article.paragraphs.get(at.index(article.paragraphs.len().max(1)))?.n);
    let places: Vec<u32> = coding.evidence.into_iter().map(place).collect::<Option<_>>()?;
    let (issue, answers) = coding.issue.get(ISSUES);
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
        as_of: None,
        evidence: places.into_iter().map(|p| Locator { p, s: Some(1) }).collect(),
        confidence: Confidence::High,
        note: String::new(),
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
            let Position { id, article, actor, issue, answer, stance, voice, evidence, .. } = position;
            let places: Vec<String> = evidence.iter().map(Locator::to_string).collect();
            writeln!(f, "{id}: {article} {places:?}: {actor} {stance} {issue} {answer:?} ({voice})")?;
        }
        Ok(())
    }
}

/// Corpora of up to four articles with up to four paragraphs and eight positions.
pub fn corpora() -> impl Strategy<Value = Small> {
    (articles(), vec(coding(), 0..9)).prop_map(|(articles, codings)| {
        let coded = codings.into_iter().enumerate().filter_map(|(nth, coding)| position(nth, coding, &articles));
        let positions = coded.collect();
        Small(around(articles, positions))
    })
}
