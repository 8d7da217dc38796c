//! The parser: from pieces to a tree. Total, without recursion, and of bounded depth.

use super::scan::Piece;
use super::{Because, Clause, Idle, Query, Text, Wants};

/// So deep may parentheses stand in one another; what lies deeper is read as if it had none.
const DEPTH: usize = 32;

/// A group that is being read; the query itself is the first.
#[derive(Default)]
struct Group {
    clauses: Vec<Clause>,
    /// Whether it is excluded as a whole.
    negated: bool,
    /// The operator that waits for what follows it.
    waiting: Option<&'static str>,
}

impl Group {
    /// Adds a clause, to the one before it where `OR` stands between.
    fn push(&mut self, clause: Clause) {
        match (self.waiting.take(), self.clauses.pop()) {
            // A chain of parts is the only thing of this sort, since a group in parentheses is one of its own.
            (Some("OR"), Some(Clause::Any(mut parts))) => {
                parts.push(clause);
                self.clauses.push(Clause::Any(parts));
            }
            (Some("OR"), Some(before)) => self.clauses.push(Clause::Any(vec![before, clause])),
            (_, before) => {
                self.clauses.extend(before);
                self.clauses.push(clause);
            }
        }
    }
}

/// What had no effect, each once however often it was typed.
#[derive(Default)]
struct Idles(Vec<Idle>);

impl Idles {
    fn say(&mut self, typed: &str, because: Because, unfinished: bool) {
        let idle = Idle { typed: typed.to_string(), because, unfinished };
        if !self.0.contains(&idle) {
            self.0.push(idle);
        }
    }
}

/// The query that these pieces make.
pub(super) fn query(pieces: Vec<Piece>, typing: bool) -> Query {
    let mut groups = vec![Group::default()];
    let mut idles = Idles::default();
    let mut minus = false;
    // Parentheses that are open and were read as if they were not there.
    let mut passed_over = 0;
    let length = pieces.len();
    for (at, piece) in pieces.into_iter().enumerate() {
        let is_last = at + 1 == length;
        let excluded = groups.iter().any(|group| group.negated) || minus;
        let depth = groups.len();
        let Some(group) = groups.last_mut() else { break };
        let negated = std::mem::take(&mut minus);
        let not = |clause| if negated { Clause::Not(Box::new(clause)) } else { clause };
        match piece {
            Piece::Minus => minus = true,
            Piece::Wants { wants, last } => {
                group.push(not(Clause::Wants(going_on(wants, last && typing && !excluded))))
            }
            Piece::Or | Piece::And => {
                let typed = if piece == Piece::Or { "OR" } else { "AND" };
                if group.clauses.is_empty() {
                    idles.say(typed, Because::NothingBefore, false);
                } else if group.waiting.is_some() {
                    idles.say(typed, Because::BesideAnother, false);
                } else {
                    group.waiting = Some(typed);
                }
            }
            Piece::Open if depth > DEPTH => {
                passed_over += 1;
                idles.say("(", Because::TooDeep, false);
            }
            Piece::Open => groups.push(Group { negated, ..Group::default() }),
            Piece::Close if passed_over > 0 => passed_over -= 1,
            Piece::Close if depth == 1 => idles.say(")", Because::ClosesNothing, false),
            Piece::Close => close(&mut groups, &mut idles, is_last),
            Piece::Idle { typed, because } => idles.say(typed, because, is_last),
            Piece::Unclosed(mark) => idles.say(mark, Because::NeverClosed, true),
        }
    }
    if groups.len() > 1 || passed_over > 0 {
        idles.say("(", Because::NeverClosed, true);
    }
    while groups.len() > 1 {
        close(&mut groups, &mut idles, true);
    }
    let Group { clauses, waiting, .. } = groups.pop().unwrap_or_default();
    if let Some(typed) = waiting {
        idles.say(typed, Because::NothingBehind, true);
    }
    Query { clauses, idle: idles.0 }
}

/// Closes the innermost group.
fn close(groups: &mut Vec<Group>, idles: &mut Idles, unfinished: bool) {
    let Some(Group { clauses, negated, waiting }) = groups.pop() else { return };
    if let Some(typed) = waiting {
        idles.say(typed, Because::NothingBehind, unfinished);
    }
    if clauses.is_empty() {
        idles.say("()", Because::NothingInside, unfinished);
    } else if let Some(around) = groups.last_mut() {
        let group = Clause::All(clauses);
        around.push(if negated { Clause::Not(Box::new(group)) } else { group });
    }
}

/// The last word of a query, which may go on while it is typed.
fn going_on(mut wants: Wants, typing: bool) -> Wants {
    if typing
        && let Wants::Text(Text::Words { prefix: goes_on, .. })
        | Wants::Title(Text::Words { prefix: goes_on, .. })
        | Wants::Field { goes_on, .. } = &mut wants
    {
        *goes_on = true;
    }
    wants
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;

    /// A clause as text that shows how it was read.
    fn shape(clause: &Clause) -> String {
        let all = |clauses: &[Clause], by: &str| clauses.iter().map(shape).collect::<Vec<_>>().join(by);
        let text = |text: &Text| match text {
            Text::Words { typed, prefix } => format!("{typed}{}", if *prefix { "…" } else { "" }),
            Text::Quoted(text) => format!("“{text}”"),
            Text::Near(text, within) => format!("“{text}”~{within}"),
        };
        match clause {
            Clause::Wants(Wants::Text(t)) => text(t),
            Clause::Wants(Wants::Title(t)) => format!("title={}", text(t)),
            Clause::Wants(Wants::Field { field, value, goes_on }) => {
                format!("{field:?}={value}{}", if *goes_on { "…" } else { "" })
            }
            Clause::Not(clause) => format!("not {}", shape(clause)),
            Clause::Any(parts) => format!("[{}]", all(parts, " | ")),
            Clause::All(parts) => format!("({})", all(parts, " & ")),
        }
    }

    fn read(typed: &str, typing: bool) -> (String, Vec<String>) {
        let query = Query::parse(typed, typing);
        let clauses: Vec<String> = query.clauses.iter().map(shape).collect();
        (clauses.join(" & "), query.idle.into_iter().map(|idle| idle.typed).collect())
    }

    #[test]
    fn every_string_means_something() {
        for (typed, expected, idle) in [
            ("", "", ""),
            ("  peace  treaty ", "peace & treaty", ""),
            ("peace-treaty -war", "peace-treaty & not war", ""),
            ("\"peace treaty\" -“old war”", "“peace treaty” & not “old war”", ""),
            ("trea*", "trea…", ""),
            // `OR` binds tighter than AND, and only in capitals.
            ("a b OR c OR d e", "a & [b | c | d] & e", ""),
            ("a or b", "a & or & b", ""),
            ("a OR -b", "[a | not b]", ""),
            ("a AND b OR c", "a & [b | c]", ""),
            ("\"OR\" -OR ORs", "“OR” & not OR & ORs", ""),
            // Groups.
            ("(a OR b) c", "([a | b]) & c", ""),
            ("a OR (b c) OR d", "[a | (b & c) | d]", ""),
            ("-(a b) c", "not (a & b) & c", ""),
            ("-(a -(b OR c))", "not (a & not ([b | c]))", ""),
            ("f(x)y", "f & (x) & y", ""),
            ("（a）OR（b）", "[(a) | (b)]", ""),
            ("-'x' -(x) -“x” -%", "not 'x' & not (x) & not “x” & not %", ""),
            // Fields bind the word or quotation behind them.
            ("author:lee Outlet:\"evening post\" -author:x", "Author=lee & Outlet=evening post & not Author=x", ""),
            ("year:2016..2019 issue:run actor:“town hall”", "Year=2016..2019 & Issue=run & Actor=town hall", ""),
            ("title:kur* title:\"a b\" c", "title=kur… & title=“a b” & c", ""),
            ("\"a b\"~5 \"a\"~0 title:\"a b\"~2", "“a b”~5 & “a”~0 & title=“a b”~2", ""),
            ("\"a b\"~99999999999", "“a b”~4294967295", ""),
            ("colour:red", "colour:red", ""),
            ("word\"quoted\"word", "word & “quoted” & word", ""),
            // What has no effect is said.
            ("\"never closed", "“never closed”", "\""),
            ("author: lee", "lee", "author:"),
            ("author: -outlet: author:\"\"", "", "author: outlet: author:\"\""),
            ("\"\" * \"  \"", "", "\"\" * \"  \""),
            ("OR a OR", "a", "OR OR"),
            ("a OR OR b", "[a | b]", "OR"),
            ("a AND OR b AND", "a & b", "OR AND"),
            ("a () (b", "a & (b)", "() ("),
            ("a) b", "a & b", ")"),
            ("(a OR) b", "(a) & b", "OR"),
        ] {
            let (clauses, idles) = read(typed, false);
            assert_eq!((clauses.as_str(), idles.join(" ").as_str()), (expected, idle), "{typed}");
        }
    }

    #[test]
    fn the_last_word_may_go_on_only_while_it_is_typed() {
        for (typed, expected) in [
            ("peace trea", "peace & trea…"),
            ("peace trea ", "peace & trea…"),
            ("a OR (b trea", "[a | (b & trea…)]"),
            ("peace -trea", "peace & not trea"),
            ("-(peace trea", "not (peace & trea)"),
            ("\"peace trea", "“peace trea”"),
            ("(peace)", "(peace)"),
            ("author:le", "Author=le…"),
        ] {
            // A space behind it ends a word.
            let expected = if typed.ends_with(' ') { expected.trim_end_matches('…') } else { expected };
            assert_eq!(read(typed, true).0, expected, "{typed}");
        }
    }

    #[test]
    fn what_lies_too_deep_is_read_without_parentheses_and_said() {
        let deep = |n: usize| format!("{}a b{}", "(".repeat(n), ")".repeat(n));
        assert!(read(&deep(DEPTH), false).1.is_empty());
        let (clauses, idle) = read(&deep(DEPTH + 9), false);
        assert_eq!((clauses, idle.len()), (read(&deep(DEPTH), false).0, 1));
        let operators = "-( OR a ".repeat(5_000);
        assert!(Query::parse(&operators, false).clauses.len() == 1);
    }

    #[test]
    fn fields_are_known_in_any_case() {
        let field = |typed: &str| match Query::parse(typed, false).clauses.pop() {
            Some(Clause::Wants(Wants::Field { field, .. })) => Some(field),
            _ => None,
        };
        assert_eq!(
            (field("YEAR:2016"), field("Issue：run"), field("authors:x")),
            (Some(Field::Year), Some(Field::Issue), None)
        );
    }
}
