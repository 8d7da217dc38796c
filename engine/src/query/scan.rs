//! The scanner: from characters to clauses. Total, in one pass.

use super::{Clause, Wants};

/// Characters that open or close a quotation, straight or curly.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

/// The clauses of a typed string, in order. A quotation that is never closed goes to the end.
pub(super) fn clauses(typed: &str, typing: bool) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let (negated, after) = match rest.strip_prefix(['-', '−', '–']) {
            Some(after) if after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)) => (true, after),
            _ => (false, rest),
        };
        let (wants, after) = clause(after, typing && !negated);
        clauses.extend(wants.map(|wants| Clause { negated, wants }));
        rest = after.trim_start();
    }
    clauses
}

/// Reads one clause; what follows it is given back.
fn clause(text: &str, typing: bool) -> (Option<Wants>, &str) {
    if let Some((field, after)) = field(text) {
        // A field that has no value yet asks for nothing.
        let (value, after) = match quoted(after) {
            Some(found) => found,
            None => word(after),
        };
        let value = value.trim().to_string();
        return ((!value.is_empty()).then(|| field(value)), after);
    }
    if let Some((inside, after)) = quoted(text) {
        return ((!inside.trim().is_empty()).then(|| Wants::Quoted(inside.trim().to_string())), after);
    }
    let (word, after) = word(text);
    let starred = word.ends_with('*');
    let prefix = starred || (typing && after.is_empty());
    let typed = word.trim_end_matches('*').to_string();
    ((!typed.is_empty()).then_some(Wants::Words { typed, prefix }), after)
}

/// What makes a field's value a clause.
type Field = fn(String) -> Wants;

/// The field that a clause begins with, if it is one of ours.
fn field(text: &str) -> Option<(Field, &str)> {
    let (name, after) = text.split_at(text.find(|c: char| !c.is_ascii_alphabetic())?);
    let after = after.strip_prefix([':', '：'])?;
    let wants: Field = match name.to_ascii_lowercase().as_str() {
        "author" => Wants::Author,
        "outlet" => Wants::Outlet,
        _ => return None,
    };
    Some((wants, after))
}

/// What stands in quotation marks at the beginning, and what follows them.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(is_quote)?;
    Some(match inside.find(is_quote) {
        Some(end) => {
            let after = &inside[end..];
            (&inside[..end], after.strip_prefix(is_quote).unwrap_or(after))
        }
        None => (inside, ""),
    })
}

/// What stands before the next space or quotation mark, and what follows.
fn word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::*;

    fn words(typed: &str) -> Wants {
        Wants::Words { typed: typed.into(), prefix: false }
    }

    #[test]
    fn every_string_means_something() {
        let yes = |wants| Clause { negated: false, wants };
        let no = |wants| Clause { negated: true, wants };
        for (typed, expected) in [
            ("", vec![]),
            ("  peace  treaty ", vec![yes(words("peace")), yes(words("treaty"))]),
            ("peace-treaty -war", vec![yes(words("peace-treaty")), no(words("war"))]),
            (
                "\"peace treaty\" -“old war”",
                vec![yes(Wants::Quoted("peace treaty".into())), no(Wants::Quoted("old war".into()))],
            ),
            ("\"never closed", vec![yes(Wants::Quoted("never closed".into()))]),
            ("trea*", vec![yes(Wants::Words { typed: "trea".into(), prefix: true })]),
            (
                "author:lee Outlet:\"evening post\" -author:x",
                vec![
                    yes(Wants::Author("lee".into())),
                    yes(Wants::Outlet("evening post".into())),
                    no(Wants::Author("x".into())),
                ],
            ),
            ("author: lee", vec![yes(words("lee"))]),
            ("author: -outlet: author:\"\"", vec![]),
            ("- -- \"\" * \"  \"", vec![yes(words("-")), yes(words("--"))]),
            ("word\"quoted\"word", vec![yes(words("word")), yes(Wants::Quoted("quoted".into())), yes(words("word"))]),
        ] {
            assert_eq!(Query::parse(typed, false).clauses, expected, "{typed}");
        }
    }

    #[test]
    fn the_last_word_may_go_on_only_while_it_is_typed() {
        let last = |typed: &str| Query::parse(typed, true).clauses.pop().map(|c| c.wants);
        assert_eq!(last("peace trea"), Some(Wants::Words { typed: "trea".into(), prefix: true }));
        assert_eq!(last("peace trea "), Some(words("trea")));
        assert_eq!(last("peace -trea"), Some(words("trea")));
        assert_eq!(last("\"peace trea"), Some(Wants::Quoted("peace trea".into())));
    }
}
