//! A fragment → a view. Whatever stands there gives a view and a list of notices.

use super::path::Stops;
use super::{Cell, Pane, Path, Stop, View, decode};
use crate::concordance::Order;
use crate::messages::{Filled, Language, Messages};
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
    /// Reads a fragment, with or without `#`. Ids are taken as they stand: [`View::settle`] holds them against a corpus. What could
    /// not be taken is said in the language that the fragment asks for.
    pub fn read(fragment: &str) -> (View, Vec<String>) {
        View::try_read(fragment).unwrap_or_else(|says| (View::default(), vec![says]))
    }

    /// The same, where it is better to stay than to go to the first view.
    ///
    /// # Errors
    /// Where it is too long to be read.
    pub fn try_read(fragment: &str) -> Result<(View, Vec<String>), String> {
        let fragment = alone(fragment.strip_prefix('#').unwrap_or(fragment));
        let messages = spoken(fragment).messages();
        let too_long = || messages.link.too_long.with([MAX_FRAGMENT.to_string()]);
        if fragment.len() > MAX_FRAGMENT {
            return Err(too_long());
        }
        let (mut view, mut notices) = (View::default(), Vec::new());
        let mut stops = Stops::new(messages);
        for (key, value) in pairs(fragment) {
            if key == "stop" {
                match Stop::read(value.trim(), messages) {
                    Some((number, stop)) => stops.take(number, stop),
                    None => notices.push(messages.link.unreadable_stop.with([clip(&value)])),
                }
            } else if let Err(says) = view.take(&key, value.trim(), messages) {
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
            notices.push(messages.link.more_could_not_be_taken.with(more));
        }
        // What stood there without escapes may be too long for an address of its own.
        if view.fragment().len() > MAX_FRAGMENT { Err(too_long()) } else { Ok((view, notices)) }
    }

    /// Reads the fragment of a stop, which has no path and no language of its own; none, where it is too long.
    pub(super) fn read_alone(fragment: &str, messages: &Messages) -> Option<(View, Vec<String>)> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut view = View::default();
        let taken = |(key, value): (String, String)| match key.as_str() {
            "path" | "stop" | "at" => None,
            _ => view.take(&key, value.trim(), messages).err(),
        };
        (fragment.len() <= MAX_FRAGMENT)
            .then(|| pairs(fragment).filter_map(taken).collect())
            .map(|notices| (view, notices))
    }

    /// Takes one pair; an error says what could not be taken.
    fn take(&mut self, key: &str, value: &str, messages: &Messages) -> Result<(), String> {
        let messages = &messages.link;
        let unknown = |says: &Filled<1>| Err(says.with([clip(value)]));
        if value.is_empty() {
            return Ok(());
        }
        match key {
            "view" => match Pane::ALL.into_iter().find(|pane| pane.id() == value) {
                Some(pane) => self.pane = pane,
                None => return unknown(&messages.unknown_view),
            },
            "q" => self.q = value.to_string(),
            "by" => match By::ALL.into_iter().find(|by| by.id() == value) {
                Some(by) => self.by = by,
                None => return unknown(&messages.unknown_columns),
            },
            "turn" => self.turn = value == "1",
            "exact" => self.exact = value == "1",
            "embed" => self.embed = value == "1",
            "cell" => match value.split_once('.') {
                Some((column, issue)) if !column.is_empty() && !issue.is_empty() => {
                    self.cell = Some(Cell { column: column.to_string(), issue: issue.to_string() });
                }
                _ => return unknown(&messages.malformed_cell),
            },
            "article" => self.article = Some(value.to_string()),
            "p" => match value.parse::<Locator>() {
                Ok(place) => self.p = Some(place),
                Err(()) => return unknown(&messages.malformed_paragraph),
            },
            "sort" => match Sort::ALL.into_iter().find(|sort| sort.id() == value) {
                Some(sort) => self.sort = sort,
                None => return unknown(&messages.unknown_order),
            },
            "a" => self.pair[0] = Some(value.to_string()),
            "b" => self.pair[1] = Some(value.to_string()),
            "rows" => match RowOrder::ALL.into_iter().find(|order| order.id() == value) {
                Some(order) => self.rows = order,
                None => return unknown(&messages.unknown_order_of_rows),
            },
            "lines" => match Order::ALL.into_iter().find(|order| order.id() == value) {
                Some(order) => self.lines = order,
                None => return unknown(&messages.unknown_order_of_lines),
            },
            "column" => {
                self.columns.insert(value.to_string());
            }
            "silence" => match Silence::ALL.into_iter().find(|silence| silence.id() == value) {
                Some(silence) => self.silence = silence,
                None => return unknown(&messages.unknown_silence),
            },
            "dense" => self.dense = value == "1",
            "position" => self.position = Some(value.into()),
            "sheet" => match Sheet::ALL.into_iter().find(|sheet| sheet.id() == value) {
                Some(sheet) => self.sheet = sheet,
                None => return unknown(&messages.unknown_sheet),
            },
            "role" => self.role = Some(value.to_string()),
            "path" => self.path.title = value.to_string(),
            // A quotation mark behind a link comes escaped.
            "at" => match value.trim_end_matches(|c: char| !c.is_ascii_digit()).parse() {
                Ok(at) => self.at = at,
                Err(_) => return unknown(&messages.malformed_stop_number),
            },
            "lang" => match Language::of(value) {
                Some(language) => self.language = language,
                None => return unknown(&messages.unknown_language),
            },
            "year" if years_of(value).is_none() => return unknown(&messages.malformed_year),
            "as_of" if span_of(value).is_none() => return unknown(&messages.malformed_time),
            _ => match self.filters.set_mut(key) {
                Some(set) => {
                    set.insert(value.to_string());
                }
                None => return Err(messages.unknown_part.with([clip(key)])),
            },
        }
        Ok(())
    }

    /// Holds the ids of a view against a corpus: what is not in this edition is left out, and said. Of a corpus that is still
    /// being read nobody knows yet what it lacks: that is said once it is whole, in the view's language.
    pub fn settle(mut self, corpus: &Corpus) -> (View, Vec<String>) {
        if !corpus.is_whole() {
            return (self, Vec::new());
        }
        let messages = &self.language.messages().link;
        let mut notices = Vec::new();
        let book = &corpus.codebook;
        let known: [(&str, &Filled<1>, BTreeSet<&str>); 7] = [
            ("author", &messages.no_such_author, corpus.articles.iter().flat_map(|a| a.author_values()).into_set()),
            ("outlet", &messages.no_such_outlet, corpus.articles.iter().map(|a| a.outlet.value.as_str()).into_set()),
            ("issue", &messages.no_such_question, book.issues.iter().map(|i| i.id.as_str()).into_set()),
            ("actor", &messages.no_such_actor, book.actors.iter().map(|a| a.id.as_str()).into_set()),
            (
                "answer",
                &messages.no_such_answer,
                book.issues.iter().flat_map(|i| &i.answers).map(|a| a.id.as_str()).into_set(),
            ),
            ("stance", &messages.no_such_stance, book.stances.iter().map(|s| s.id.as_str()).into_set()),
            ("voice", &messages.no_such_voice, book.voices.iter().map(|v| v.id.as_str()).into_set()),
        ];
        for (key, says, ids) in known {
            let set = self.filters.set_mut(key).expect("every key above names a filter");
            set.retain(|id| {
                let is_known = ids.contains(id.as_str());
                if !is_known {
                    notices.push(says.with([clip(id)]));
                }
                is_known
            });
        }
        for side in &mut self.pair {
            let known = |value: &String| {
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == *value)
            };
            if let Some(value) = side.take_if(|value| !known(value)) {
                notices.push(messages.compares_no_such_column.with([clip(&value)]));
            }
        }
        self.columns.retain(|value| {
            let is_known =
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == *value);
            if !is_known {
                notices.push(messages.shows_no_such_column.with([clip(value)]));
            }
            is_known
        });
        if let Some(role) = self.role.take_if(|role| !book.actors.iter().any(|actor| actor.id.as_str() == role)) {
            notices.push(messages.no_such_actor.with([clip(&role)]));
        }
        if let Some(id) = self.position.take_if(|id| corpus.position(id).is_none()) {
            notices.push(messages.no_such_position.with([clip(id.as_str())]));
        }
        if let Some(cell) = self.cell.take() {
            let column =
                columns(corpus, self.by, self.language.messages()).iter().any(|column| column.value == cell.column);
            let issue = book.issues.iter().any(|issue| issue.id.as_str() == cell.issue);
            if column && issue {
                self.cell = Some(cell);
            } else {
                let missing = if column { &cell.issue } else { &cell.column };
                notices.push(messages.opens_no_such_cell.with([clip(missing)]));
            }
        }
        if let Some(id) = self.article.take() {
            match corpus.articles.iter().find(|article| article.id.as_str() == id) {
                Some(article) => {
                    if let Some(place) = self.p.filter(|place| article.paragraph(place.p).is_none()) {
                        notices.push(messages.no_such_paragraph.with([place.p.to_string()]));
                        self.p = None;
                    }
                    let sentences = |p| article.paragraph(p).map_or(0, |paragraph| paragraph.sentence_count());
                    if let Some(place) = self
                        .p
                        .as_mut()
                        .filter(|place| sentences(place.p) > 0 && place.s.is_some_and(|s| s > sentences(place.p)))
                    {
                        notices.push(messages.no_such_sentence.with([place.to_string()]));
                        place.s = None;
                    }
                    self.article = Some(id);
                }
                None => {
                    notices.push(messages.no_such_article.with([clip(&id)]));
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

/// The language that a fragment asks for, which what is said of it is in: a link to a Russian page complains in Russian.
fn spoken(fragment: &str) -> Language {
    let asked = pairs(fragment).filter(|(key, _)| key == "lang").filter_map(|(_, value)| Language::of(value.trim()));
    asked.last().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_answered_in_the_language_that_it_asks_for() {
        let said = |fragment: &str| View::read(fragment).1;
        assert_eq!(said("view=x"), ["This link asks for a view that is not on this page: x."]);
        assert_eq!(said("lang=de"), ["This link asks for a language that this page does not speak: de."]);
        for fragment in ["view=x&lang=ru", "lang=ru&view=x", "lang=de&lang=ru&view=x&stop=1%20view%3Dx"] {
            let said = said(fragment);
            assert!(said.iter().all(|says| says.contains(|c| matches!(c, 'а'..='я'))), "{said:?}");
        }
        let long = format!("lang=ja&q={}", "a".repeat(MAX_FRAGMENT));
        assert!(View::try_read(&long).unwrap_err().contains("リンク"));
        let (view, said) = View { language: Language::Japanese, article: Some("gone".into()), ..View::default() }
            .settle(&Corpus::default());
        assert_eq!(
            (view.article, said),
            (None, vec!["このリンクは、この版にない記事を指しています：gone。".to_string()])
        );
    }
}
