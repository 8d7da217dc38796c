//! A fragment → a view. Whatever stands there gives a view and a list of notices.

use super::path::Stops;
use super::{Cell, Pane, Path, Stop, View, decode};
use crate::concordance::Order;
use crate::messages::Language;
use crate::model::{Corpus, Locator};
use crate::order::IntoSet;
use crate::positions::{By, RowOrder, Silence, columns};
use crate::search::{Sort, span_of, years_of};
use crate::seminar::Sheet;
use std::collections::BTreeSet;

/// The longest fragment that is read, in bytes.
pub const MAX_FRAGMENT: usize = 8 * 1024;

/// So many things are said of a link, and how many more there were.
const MOST_NOTICES: usize = 10;

/// Every key of the address, in its order. They never change meaning.
const KEYS: &[&str] = &[
    "view", "q", "author", "outlet", "year", "issue", "actor", "answer", "stance", "voice", "by", "turn", "cell",
    "article", "p", "exact", "sort", "lang", "embed", "a", "b", "rows", "lines", "as_of", "column", "silence", "dense",
    "position", "sheet", "role", "path", "stop", "at",
];

/// The keys of the two columns that are compared.
pub(super) const PAIR: [&str; 2] = ["a", "b"];

/// Whether a key is one of ours: after `?`, others stay where they are.
pub fn is_view_key(key: &str) -> bool {
    KEYS.contains(&key)
}

impl View {
    /// Reads a fragment, with or without `#`. Ids are taken as they stand: [`View::settle`] holds them against a corpus.
    pub fn read(fragment: &str) -> (View, Vec<String>) {
        View::try_read(fragment).unwrap_or_else(|says| (View::default(), vec![says]))
    }

    /// The same, where it is better to stay than to go to the first view.
    ///
    /// # Errors
    /// Where it is too long to be read.
    pub fn try_read(fragment: &str) -> Result<(View, Vec<String>), String> {
        let fragment = alone(fragment.strip_prefix('#').unwrap_or(fragment));
        let too_long = || {
            format!("This link is longer than {MAX_FRAGMENT} bytes and was not read. Ask for it again, or search here.")
        };
        if fragment.len() > MAX_FRAGMENT {
            return Err(too_long());
        }
        let (mut view, mut notices) = (View::default(), Vec::new());
        let mut stops = Stops::default();
        for (key, value) in pairs(fragment) {
            if key == "stop" {
                match Stop::read(value.trim()) {
                    Some((number, stop)) => stops.take(number, stop),
                    None => notices.push(format!("This link has a stop that cannot be read: {}.", clip(&value))),
                }
            } else if let Err(says) = view.take(&key, value.trim()) {
                notices.push(says);
            }
        }
        let (stops, of_stops) = stops.close();
        view.path.stops = stops;
        notices.extend(of_stops);
        if view.path.is_empty() {
            (view.path, view.at) = (Path::default(), 0);
        }
        view.at = view.at.min(view.path.stops.len());
        notices.dedup();
        // A link may ask for a thousand things; whoever reads must still find the page below.
        if notices.len() > MOST_NOTICES {
            let more = notices.split_off(MOST_NOTICES).len();
            notices.push(format!("And {more} more parts of this link could not be taken."));
        }
        // What stood there without escapes may be too long for an address of its own.
        if view.fragment().len() > MAX_FRAGMENT { Err(too_long()) } else { Ok((view, notices)) }
    }

    /// Reads the fragment of a stop, which has no path of its own; none, where it is too long.
    pub(super) fn read_alone(fragment: &str) -> Option<(View, Vec<String>)> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut view = View::default();
        let taken = |(key, value): (String, String)| match key.as_str() {
            "path" | "stop" | "at" => None,
            _ => view.take(&key, value.trim()).err(),
        };
        (fragment.len() <= MAX_FRAGMENT)
            .then(|| pairs(fragment).filter_map(taken).collect())
            .map(|notices| (view, notices))
    }

    /// Takes one pair; an error says what could not be taken.
    fn take(&mut self, key: &str, value: &str) -> Result<(), String> {
        let unknown = |what: &str| Err(format!("This link asks for {what}: {}.", clip(value)));
        if value.is_empty() {
            return Ok(());
        }
        match key {
            "view" => match Pane::ALL.into_iter().find(|pane| pane.id() == value) {
                Some(pane) => self.pane = pane,
                None => return unknown("a view that is not on this page"),
            },
            "q" => self.q = value.to_string(),
            "by" => match By::ALL.into_iter().find(|by| by.id() == value) {
                Some(by) => self.by = by,
                None => return unknown("columns that this page does not know"),
            },
            "turn" => self.turn = value == "1",
            "exact" => self.exact = value == "1",
            "embed" => self.embed = value == "1",
            "cell" => match value.split_once('.') {
                Some((column, issue)) if !column.is_empty() && !issue.is_empty() => {
                    self.cell = Some(Cell { column: column.to_string(), issue: issue.to_string() });
                }
                _ => return unknown("a cell that is no “column.issue”"),
            },
            "article" => self.article = Some(value.to_string()),
            "p" => match value.parse::<Locator>() {
                Ok(place) => self.p = Some(place),
                Err(()) => return unknown("a paragraph that is no number"),
            },
            "sort" => match Sort::ALL.into_iter().find(|sort| sort.id() == value) {
                Some(sort) => self.sort = sort,
                None => return unknown("an order that this page does not know"),
            },
            "a" => self.pair[0] = Some(value.to_string()),
            "b" => self.pair[1] = Some(value.to_string()),
            "rows" => match RowOrder::ALL.into_iter().find(|order| order.id() == value) {
                Some(order) => self.rows = order,
                None => return unknown("an order of rows that this page does not know"),
            },
            "lines" => match Order::ALL.into_iter().find(|order| order.id() == value) {
                Some(order) => self.lines = order,
                None => return unknown("an order of lines that this page does not know"),
            },
            "column" => {
                self.columns.insert(value.to_string());
            }
            "silence" => match Silence::ALL.into_iter().find(|silence| silence.id() == value) {
                Some(silence) => self.silence = silence,
                None => return unknown("a treatment of silence that this page does not know"),
            },
            "dense" => self.dense = value == "1",
            "position" => self.position = Some(value.into()),
            "sheet" => match Sheet::ALL.into_iter().find(|sheet| sheet.id() == value) {
                Some(sheet) => self.sheet = sheet,
                None => return unknown("a sheet that is not on this page"),
            },
            "role" => self.role = Some(value.to_string()),
            "path" => self.path.title = value.to_string(),
            // A quotation mark behind a link comes escaped.
            "at" => match value.trim_end_matches(|c: char| !c.is_ascii_digit()).parse() {
                Ok(at) => self.at = at,
                Err(_) => return unknown("a stop that is no number"),
            },
            "lang" => match Language::ALL.into_iter().find(|language| language.tag() == value) {
                Some(language) => self.language = language,
                None => return unknown("a language that this page does not speak"),
            },
            "year" if years_of(value).is_none() => return unknown("a year that is none"),
            "as_of" if span_of(value).is_none() => return unknown("a time that is none"),
            _ => match self.filters.set_mut(key) {
                Some(set) => {
                    set.insert(value.to_string());
                }
                None => return Err(format!("This link has a part that this page does not know: {}.", clip(key))),
            },
        }
        Ok(())
    }

    /// Holds the ids of a view against a corpus: what is not in this edition is left out, and said. Of a corpus that is still
    /// being read nobody knows yet what it lacks: that is said once it is whole.
    pub fn settle(mut self, corpus: &Corpus) -> (View, Vec<String>) {
        if !corpus.is_whole() {
            return (self, Vec::new());
        }
        let mut notices = Vec::new();
        let book = &corpus.codebook;
        let known: [(&str, &str, BTreeSet<&str>); 7] = [
            ("author", "an author who is", corpus.articles.iter().flat_map(|a| a.author_values()).into_set()),
            ("outlet", "an outlet that is", corpus.articles.iter().map(|a| a.outlet.value.as_str()).into_set()),
            ("issue", "a question that is", book.issues.iter().map(|i| i.id.as_str()).into_set()),
            ("actor", "an actor who is", book.actors.iter().map(|a| a.id.as_str()).into_set()),
            (
                "answer",
                "an answer that is",
                book.issues.iter().flat_map(|i| &i.answers).map(|a| a.id.as_str()).into_set(),
            ),
            ("stance", "a stance that is", book.stances.iter().map(|s| s.id.as_str()).into_set()),
            ("voice", "a voice that is", book.voices.iter().map(|v| v.id.as_str()).into_set()),
        ];
        for (key, what, ids) in known {
            let set = self.filters.set_mut(key).expect("every key above names a filter");
            set.retain(|id| {
                let is_known = ids.contains(id.as_str());
                if !is_known {
                    notices.push(format!("This link asks for {what} not in this edition: {}.", clip(id)));
                }
                is_known
            });
        }
        for side in &mut self.pair {
            let known = |value: &String| {
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == *value)
            };
            if let Some(value) = side.take_if(|value| !known(value)) {
                notices.push(format!("This link compares a column that is not in this table: {}.", clip(&value)));
            }
        }
        self.columns.retain(|value| {
            let is_known =
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == *value);
            if !is_known {
                notices.push(format!("This link shows a column that is not in this table: {}.", clip(value)));
            }
            is_known
        });
        if let Some(role) = self.role.take_if(|role| !book.actors.iter().any(|actor| actor.id.as_str() == role)) {
            notices.push(format!("This link asks for an actor who is not in this edition: {}.", clip(&role)));
        }
        if let Some(id) = self.position.take_if(|id| corpus.position(id).is_none()) {
            notices.push(format!("This link asks for a position that is not in this edition: {}.", clip(id.as_str())));
        }
        if let Some(cell) = self.cell.take() {
            let column =
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == cell.column);
            let issue = book.issues.iter().any(|issue| issue.id.as_str() == cell.issue);
            if column && issue {
                self.cell = Some(cell);
            } else {
                let missing = if column { &cell.issue } else { &cell.column };
                notices.push(format!("This link opens a cell that is not in this table: {}.", clip(missing)));
            }
        }
        if let Some(id) = self.article.take() {
            match corpus.articles.iter().find(|article| article.id.as_str() == id) {
                Some(article) => {
                    if let Some(place) = self.p.filter(|place| article.paragraph(place.p).is_none()) {
                        notices.push(format!(
                            "This link asks for a paragraph that the article does not have: ¶ {}.",
                            place.p
                        ));
                        self.p = None;
                    }
                    let sentences = |p| article.paragraph(p).map_or(0, |paragraph| paragraph.sentence_count());
                    if let Some(place) = self
                        .p
                        .as_mut()
                        .filter(|place| sentences(place.p) > 0 && place.s.is_some_and(|s| s > sentences(place.p)))
                    {
                        notices.push(format!(
                            "This link asks for a sentence that its paragraph does not have: ¶ {place}."
                        ));
                        place.s = None;
                    }
                    self.article = Some(id);
                }
                None => {
                    notices.push(format!("This link asks for an article that is not in this edition: {}.", clip(&id)));
                    self.p = None;
                }
            }
        }
        (self, notices)
    }
}

/// A fragment without what mail programs and people put behind a link. None of ours ends in such a sign; in one that was written
/// by hand a bracket or a quotation mark may close what it opened.
fn alone(mut fragment: &str) -> &str {
    while let Some(last) = fragment.chars().next_back() {
        let count = |c: char| fragment.matches(c).count();
        let is_foreign = match last {
            // Two are the beginning of a span without its end, which is to be said.
            '.' => !fragment.ends_with(".."),
            ',' | ';' | ':' | '!' | '?' | '’' => true,
            ')' => count('(') < count(')'),
            ']' => count('[') < count(']'),
            '}' => count('{') < count('}'),
            '>' => count('<') < count('>'),
            '”' => count('“') < count('”'),
            '"' | '\'' => count(last) % 2 == 1,
            _ => false,
        };
        if !is_foreign {
            break;
        }
        fragment = &fragment[..fragment.len() - last.len_utf8()];
    }
    fragment
}

/// The pairs of a fragment, decoded.
fn pairs(fragment: &str) -> impl Iterator<Item = (String, String)> + '_ {
    fragment.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    })
}

/// Signs that end a line or turn the direction of the words around them.
fn turns_words(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A foreign value as a notice may show it: short, on one line.
fn clip(value: &str) -> String {
    let line: String = value.chars().map(|c| if turns_words(c) { ' ' } else { c }).take(60).collect();
    if value.chars().count() > 60 { format!("{line}…") } else { line }
}
