//! What a printed page adds: its number, its running head, and lines set double.

use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{begins_lower, folded, is_open, words};
use super::sheet::{Closes, Fate, Sheet};
use std::collections::BTreeMap;

/// Lines set double: where nearly every line stands alone between blank ones and breaks off, one blank line is none.
pub(super) fn double_spacing(sheet: &mut Sheet, _: &mut Known) {
    let alone = sheet.lines.iter().skip(1).filter(|l| l.blanks > 0).count();
    let broken =
        sheet.lines.windows(2).filter(|p| p[1].blanks == 1 && is_open(&p[0].text) && words(&p[0].text) >= 4).count();
    if sheet.lines.len() >= 6 && alone * 10 >= sheet.lines.len() * 8 && broken * 10 >= sheet.lines.len() * 6 {
        sheet.lines.iter_mut().for_each(|l| l.blanks = l.blanks.saturating_sub(1));
        sheet.measure();
    }
}

/// The number in a line that may be a page's: `3`, `- 3 -`, `Page 3 of 7`, `3/7`; and whether it says that it is one.
fn page_number(text: &str) -> Option<(u32, bool)> {
    let key = folded(text);
    let named = ["page ", "seite ", "страница ", "стр. ", "стр ", "p. ", "pagina ", "página "];
    let rest = named.iter().find_map(|name| key.strip_prefix(name));
    let counted = rest.unwrap_or(&key);
    let counted = counted.strip_suffix("ページ").unwrap_or(counted);
    let mut parts = counted.split(|c: char| c == '/' || c.is_whitespace()).filter(|p| !p.is_empty());
    let number: u32 = parts.next().filter(|n| n.len() <= 3)?.parse().ok()?;
    let total = parts.next();
    let of = match total {
        None => false,
        Some("of" | "von" | "из" | "de" | "sur") => parts.next()?.parse::<u32>().is_ok(),
        Some(n) => counted.contains('/') && n.parse::<u32>().is_ok(),
    };
    let marked = rest.is_some() || of || text.starts_with(['-', '–', '—']) || counted.len() != key.len();
    (parts.next().is_none() && (of || total.is_none()) && !text.ends_with(['.', ')', '%'])).then_some((number, marked))
}

/// Page numbers. A bare number goes only where something else says that a page ends there: a form feed, a sentence
/// that breaks off, or the number before or after it in its own line.
pub(super) fn page_numbers(sheet: &mut Sheet, _: &mut Known) {
    let found: Vec<(usize, u32, bool)> = (0..sheet.lines.len())
        .filter(|&i| sheet.lines[i].is_body())
        .filter_map(|i| page_number(&sheet.lines[i].text).map(|(n, marked)| (i, n, marked)))
        .filter(|&(i, _, marked)| marked || (sheet.begins(i) && sheet.ends(i)) || is_in_sentence(sheet, i))
        .collect();
    for (nth, &(i, n, marked)) in found.iter().enumerate() {
        let follows =
            |other: Option<&(usize, u32, bool)>, by: i64| other.is_some_and(|o| i64::from(o.1) - i64::from(n) == by);
        let in_row = follows(found.get(nth + 1), 1) || (nth > 0 && follows(found.get(nth - 1), -1));
        let at_page = sheet.lines[i].page || sheet.lines.get(i + 1).is_none_or(|next| next.page);
        let cut = i > 0 && is_open(&sheet.lines[i - 1].text) && words(&sheet.lines[i - 1].text) >= 4;
        if marked || in_row || at_page || cut {
            sheet.remove(i, RepairKind::RunningHead, Closes::No);
        }
    }
}

/// Whether the line, the last of its page, stands in a sentence that goes on over the page.
fn is_in_sentence(sheet: &Sheet, i: usize) -> bool {
    let next = sheet.lines.get(i + 1).filter(|next| next.page || next.blanks > 0);
    next.is_some_and(|next| begins_lower(&next.text)) && i > 0 && is_open(&sheet.lines[i - 1].text)
}

/// Where a newspaper sends its reader to another page.
pub(super) fn turns(sheet: &mut Sheet, _: &mut Known) {
    for i in 0..sheet.lines.len() {
        let text = &sheet.lines[i].text;
        if words(text) <= 8
            && !text.ends_with('.')
            && sheet.begins(i)
            && labels::PAGE_TURNS.begins(&folded(text)).is_some()
        {
            sheet.remove(i, RepairKind::RunningHead, Closes::No);
        }
    }
}

/// Running heads: short lines that return, but for their figures, where pages meet.
pub(super) fn running_heads(sheet: &mut Sheet, _: &mut Known) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for i in 0..sheet.lines.len() {
        let line = &sheet.lines[i];
        if line.is_body() && words(&line.text) <= 12 && sheet.begins(i) && sheet.ends(i) {
            let key: String = folded(&line.text).chars().filter(|c| !c.is_ascii_digit()).collect();
            if key.chars().filter(|c| c.is_alphabetic()).count() >= 3 {
                groups.entry(key).or_default().push(i);
            }
        }
    }
    for places in groups.values().filter(|places| places.len() >= 2) {
        let page = |i: usize| {
            let numbered =
                |j: usize| sheet.lines.get(j).is_some_and(|l| l.fate == Fate::Removed(RepairKind::RunningHead));
            sheet.lines[i].page
                || sheet.lines.get(i + 1).is_some_and(|next| next.page)
                || numbered(i + 1)
                || (i > 0 && numbered(i - 1))
        };
        let wide = |i: usize| sheet.lines[i].blanks >= 2 || sheet.lines.get(i + 1).is_some_and(|next| next.blanks >= 2);
        let marked = places.iter().filter(|&&i| page(i)).count();
        let apart = places.iter().filter(|&&i| page(i) || wide(i)).count();
        // The head of the first page has no page before it, the foot of the last none after.
        let outer = |i: usize| i < 5 || i + 3 >= sheet.lines.len();
        let others = places.iter().filter(|&&i| !(page(i) || wide(i) || outer(i))).count();
        let heads: Vec<usize> = if others == 0 && (marked >= 1 || (apart >= 2 && places.len() >= 3)) {
            places.clone()
        } else if marked >= 2 {
            places.iter().copied().filter(|&i| page(i)).collect()
        } else {
            continue;
        };
        // The first of them, at the very top, may be the title itself.
        let top = |i: usize| i < 5 && !sheet.lines[i].page;
        let (keep, go): (Vec<usize>, Vec<usize>) = heads.into_iter().partition(|&i| top(i));
        let go = if keep.len() > 1 { keep[1..].iter().copied().chain(go).collect() } else { go };
        for i in go {
            sheet.remove(i, RepairKind::RunningHead, Closes::No);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_other_figures() {
        for (text, expected) in [
            ("3", Some((3, false))),
            ("- 3 -", Some((3, true))),
            ("Page 3 of 7", Some((3, true))),
            ("3/7", Some((3, true))),
            ("Seite 12", Some((12, true))),
            ("Стр. 4", Some((4, true))),
            ("3 of 7 ships", None),
            ("1956", None),
            ("17%", None),
            ("3.", None),
            ("Page turned", None),
        ] {
            assert_eq!(page_number(text), expected, "{text}");
        }
    }
}
