//! The scanner: from characters to the pieces that a query is made of. Total, in one pass.

use super::{Because, Field, Text, Wants};

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `OR`
    Or,
    /// `AND`
    And,
    /// The sign before what is excluded.
    Minus,
    /// A word, a quotation or a field with its value.
    Wants {
        /// What it names.
        wants: Wants,
        /// Whether nothing follows.
        last: bool,
    },
    /// What asks for nothing, and why.
    Idle {
        /// As typed.
        typed: &'a str,
        /// Why, as the end of a sentence.
        because: Because,
    },
    /// A quotation just read was never closed.
    Unclosed(&'a str),
}

/// Characters that open or close a quotation, straight or curly.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '（')
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '）')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '－')
}

/// The pieces of a typed string, in order. A quotation that is never closed goes to the end.
pub(super) fn pieces(typed: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        let excludes = |c: char| !c.is_whitespace() && !is_dash(c) && !is_close(c);
        rest = if is_open(first) {
            pieces.push(Piece::Open);
            after
        } else if is_close(first) {
            pieces.push(Piece::Close);
            after
        } else if is_dash(first) && after.starts_with(excludes) {
            pieces.push(Piece::Minus);
            // `-OR` excludes the word.
            if is_open(after.chars().next().unwrap_or(' ')) { after } else { wanted(after, &mut pieces, false) }
        } else {
            wanted(rest, &mut pieces, true)
        }
        .trim_start();
    }
    pieces
}

/// Reads a word, a quotation or a field; what follows it is given back.
fn wanted<'a>(text: &'a str, pieces: &mut Vec<Piece<'a>>, may_join: bool) -> &'a str {
    let named = field(text);
    let value = named.map_or(text, |(_, after)| after);
    let (found, after) = match quoted(value) {
        Some(Quotation { inside, marked, after, closed }) => {
            if !closed {
                pieces.push(Piece::Unclosed(marked));
            }
            let (within, after) = if closed { distance(after) } else { (None, after) };
            let found = (!inside.is_empty()).then(|| match within {
                Some(within) => Text::Near(inside.to_string(), within),
                None => Text::Quoted(inside.to_string()),
            });
            (found, after)
        }
        None => {
            let (word, after) = word(value);
            match word {
                "OR" if may_join && named.is_none() => {
                    pieces.push(Piece::Or);
                    return after;
                }
                "AND" if may_join && named.is_none() => {
                    pieces.push(Piece::And);
                    return after;
                }
                _ => {}
            }
            let typed = word.trim_end_matches('*');
            let found = Text::Words { typed: typed.to_string(), prefix: typed.len() < word.len() };
            ((!typed.is_empty()).then_some(found), after)
        }
    };
    let typed = text[..text.len() - after.len()].trim_end();
    let wants = match (named, found) {
        (None, Some(text)) => Some(Wants::Text(text)),
        (Some((Bound::Title, _)), Some(text)) => Some(Wants::Title(text)),
        (Some((Bound::Field(field), _)), Some(text)) => {
            let (value, goes_on) = match text {
                Text::Words { typed, prefix } => (typed, prefix),
                Text::Quoted(value) | Text::Near(value, _) => (value, false),
            };
            Some(Wants::Field { field, value, goes_on })
        }
        (_, None) => None,
    };
    pieces.push(match wants {
        Some(wants) => Piece::Wants { wants, last: after.is_empty() },
        None if named.is_some() => Piece::Idle { typed, because: Because::NoValue },
        None => Piece::Idle { typed, because: Because::NoWord },
    });
    after
}

/// What a value is bound to.
#[derive(Clone, Copy)]
enum Bound {
    Title,
    Field(Field),
}

/// The field that a clause begins with, if it is one of ours.
fn field(text: &str) -> Option<(Bound, &str)> {
    let (name, after) = text.split_at(text.find(|c: char| !c.is_ascii_alphabetic())?);
    let after = after.strip_prefix([':', '：'])?;
    let bound = match name.to_ascii_lowercase().as_str() {
        "author" => Bound::Field(Field::Author),
        "outlet" => Bound::Field(Field::Outlet),
        "year" => Bound::Field(Field::Year),
        "issue" => Bound::Field(Field::Issue),
        "actor" => Bound::Field(Field::Actor),
        "title" => Bound::Title,
        _ => return None,
    };
    Some((bound, after))
}

struct Quotation<'a> {
    /// What stands in it, without spaces around.
    inside: &'a str,
    /// The mark that opens it.
    marked: &'a str,
    after: &'a str,
    closed: bool,
}

/// What stands in quotation marks at the beginning, and what follows them.
fn quoted(text: &str) -> Option<Quotation<'_>> {
    let inside = text.strip_prefix(is_quote)?;
    let marked = &text[..text.len() - inside.len()];
    Some(match inside.find(is_quote) {
        Some(end) => {
            let after = &inside[end..];
            let after = after.strip_prefix(is_quote).unwrap_or(after);
            Quotation { inside: inside[..end].trim(), marked, after, closed: true }
        }
        None => Quotation { inside: inside.trim(), marked, after: "", closed: false },
    })
}

/// `~5` behind a quotation: how many other words may stand between.
fn distance(after: &str) -> (Option<u32>, &str) {
    let digits = |rest: &str| rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    match after.strip_prefix(['~', '～']).map(|rest| rest.split_at(digits(rest))) {
        // A number beyond all texts is as good as the greatest.
        Some((number, rest)) if !number.is_empty() => (Some(number.parse().unwrap_or(u32::MAX)), rest),
        _ => (None, after),
    }
}

/// What stands before the next space, quotation mark or parenthesis, and what follows.
fn word(text: &str) -> (&str, &str) {
    let end = |c: char| c.is_whitespace() || is_quote(c) || is_open(c) || is_close(c);
    text.split_at(text.find(end).unwrap_or(text.len()))
}
