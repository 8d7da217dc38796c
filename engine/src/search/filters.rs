//! Filters: which articles, and which positions.

use crate::model::{Article, Day, Edtf, Position};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// What is filtered, each by ids; an empty set lets everything through. OR inside a set, AND across them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filters {
    /// Authors of the article; [`UNNAMED`](crate::model::UNNAMED) where nobody is named.
    pub author: BTreeSet<String>,
    /// Outlets.
    pub outlet: BTreeSet<String>,
    /// Years or spans of years in which the article may have appeared: `2016`, `2016..2019`.
    pub year: BTreeSet<String>,
    /// Questions.
    pub issue: BTreeSet<String>,
    /// Actors.
    pub actor: BTreeSet<String>,
    /// Answers.
    pub answer: BTreeSet<String>,
    /// Stances.
    pub stance: BTreeSet<String>,
    /// Voices.
    pub voice: BTreeSet<String>,
    /// Times or spans of time at which a position may have been held: `2018`, `2018-09`, `2016..2018-09`.
    pub as_of: BTreeSet<String>,
}

/// The years that a value of the year filter names; none where it names none.
pub fn years_of(value: &str) -> Option<RangeInclusive<i32>> {
    let year = |s: &str| (s.len() == 4 && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok())?;
    match value.split_once("..") {
        Some((from, to)) => {
            let (from, to): (i32, i32) = (year(from)?, year(to)?);
            (from <= to).then_some(from..=to)
        }
        None => year(value).map(|y| y..=y),
    }
}

/// The days that a value of the as-of filter names, both ends included; none where it names none. The ends are dates as
/// records have them, but no intervals.
pub fn span_of(value: &str) -> Option<(Day, Day)> {
    let date = |s: &str| (!s.contains('/')).then(|| s.parse::<Edtf>().ok())?;
    let (from, to) = match value.split_once("..") {
        Some((from, to)) => (date(from)?, date(to)?),
        None => (date(value)?, date(value)?),
    };
    (from.first_day() <= to.last_day()).then(|| (from.first_day(), to.last_day()))
}

fn lets(set: &BTreeSet<String>, id: &str) -> bool {
    set.is_empty() || set.contains(id)
}

impl Filters {
    /// The key of each filter in addresses, with its set, in the address's order.
    pub fn sets(&self) -> [(&'static str, &BTreeSet<String>); 9] {
        [
            ("author", &self.author),
            ("outlet", &self.outlet),
            ("year", &self.year),
            ("issue", &self.issue),
            ("actor", &self.actor),
            ("answer", &self.answer),
            ("stance", &self.stance),
            ("voice", &self.voice),
            ("as_of", &self.as_of),
        ]
    }

    /// The set of that key.
    pub fn set_mut(&mut self, key: &str) -> Option<&mut BTreeSet<String>> {
        Some(match key {
            "author" => &mut self.author,
            "outlet" => &mut self.outlet,
            "year" => &mut self.year,
            "issue" => &mut self.issue,
            "actor" => &mut self.actor,
            "answer" => &mut self.answer,
            "stance" => &mut self.stance,
            "voice" => &mut self.voice,
            "as_of" => &mut self.as_of,
            _ => return None,
        })
    }

    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.sets().iter().all(|(_, set)| set.is_empty())
    }

    /// Whether positions are filtered, and not only articles.
    pub fn select_positions(&self) -> bool {
        [&self.issue, &self.actor, &self.answer, &self.stance, &self.voice, &self.as_of]
            .iter()
            .any(|set| !set.is_empty())
    }

    /// Whether the author filter lets the article through.
    pub(super) fn lets_author(&self, article: &Article) -> bool {
        self.author.is_empty() || article.author_values().iter().any(|id| self.author.contains(*id))
    }

    /// Whether the outlet filter lets the article through.
    pub(super) fn lets_outlet(&self, article: &Article) -> bool {
        lets(&self.outlet, article.outlet.value.as_str())
    }

    /// Whether the year filter lets the article through: it may have appeared in one of the years.
    pub(super) fn lets_year(&self, article: &Article) -> bool {
        let lies = article.date.value.years();
        let meets = |span: RangeInclusive<i32>| span.start() <= lies.end() && lies.start() <= span.end();
        self.year.is_empty() || self.year.iter().filter_map(|value| years_of(value)).any(meets)
    }

    /// Whether the filters of positions let this one through.
    pub(super) fn lets_position(&self, position: &Position) -> bool {
        lets(&self.issue, position.issue.as_str())
            && lets(&self.actor, position.actor.as_str())
            && (self.answer.is_empty() || position.answer.as_ref().is_some_and(|a| self.answer.contains(a.as_str())))
            && lets(&self.stance, position.stance.as_str())
            && lets(&self.voice, position.voice.as_str())
            && (self.as_of.is_empty() || position.as_of.as_ref().is_some_and(|date| self.lets_date(date)))
    }

    /// Whether the as-of filter lets a date through: it may lie in one of the spans.
    pub fn lets_date(&self, date: &Edtf) -> bool {
        let meets = |(from, to): (Day, Day)| from <= date.last_day() && date.first_day() <= to;
        self.as_of.is_empty() || self.as_of.iter().filter_map(|value| span_of(value)).any(meets)
    }
}
