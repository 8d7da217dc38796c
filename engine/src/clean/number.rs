//! From passages to the numbered article and its log.

use super::repair::{Repair, RepairKind};
use super::sheet::{Fate, Passage};
use super::{Block, Cleaned};
use crate::model::Heading;
use crate::order::InOrder;

/// How much of a removed line the log shows, in characters.
const SHOWN: usize = 80;

/// Numbers the paragraphs, puts headings before theirs, and says in the log where everything was done.
pub(super) fn number(passages: Vec<Passage>) -> Cleaned {
    let mut cleaned = Cleaned::default();
    let first = passages.iter().position(Passage::is_body);
    let last = passages.iter().rposition(Passage::is_body);
    let mut n = 0;
    let mut waiting: Vec<String> = Vec::new();
    for (i, passage) in passages.into_iter().enumerate() {
        let inside = first.is_some_and(|first| i > first) && last.is_some_and(|last| i < last);
        let after = if inside { cleaned.paragraphs.last().map(|b| b.n) } else { None };
        let shown = || passage.text.chars().take(SHOWN).collect::<String>();
        match passage.fate {
            Fate::Joined => {}
            Fate::Removed(kind) => cleaned.log.push(Repair { kind, p: after, detail: shown() }),
            Fate::Label { .. } => cleaned.log.push(Repair { kind: RepairKind::Label, p: after, detail: shown() }),
            Fate::Title => {
                cleaned.log.push(Repair { kind: RepairKind::Title, p: None, detail: shown() });
                cleaned.title.get_or_insert(passage.text);
            }
            Fate::Heading => waiting.push(passage.text),
            Fate::Body => {
                if !passage.standfirst {
                    n += 1;
                }
                let p = if passage.standfirst { 0 } else { n };
                for label in waiting.drain(..) {
                    let detail = label.chars().take(SHOWN).collect();
                    cleaned.log.push(Repair { kind: RepairKind::Heading, p: Some(p), detail });
                    cleaned.headings.push(Heading { before: p, label, source: true });
                }
                let mends = passage.mends.into_iter();
                cleaned.log.extend(mends.map(|m| Repair { kind: m.kind, p: Some(p), detail: m.detail }));
                put(&mut cleaned.paragraphs, p, passage.text.trim_end_matches('\u{ad}'));
            }
        }
    }
    cleaned.paragraphs.order_by_key(|b| b.n);
    cleaned
}

/// A synopsis of several paragraphs is one paragraph 0.
fn put(paragraphs: &mut Vec<Block>, n: u32, text: &str) {
    match paragraphs.iter_mut().find(|b| n == 0 && b.n == 0) {
        Some(block) => {
            block.text.push(' ');
            block.text.push_str(text);
        }
        None => paragraphs.push(Block { n, text: text.to_string() }),
    }
}
