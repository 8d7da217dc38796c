//! Notes on the authors, above the body or after it.

use super::bylines::is_name;
use super::known::Known;
use super::labels::{self, Words};
use super::repair::RepairKind;
use super::shape::{begins_upper, folded, is_open, words};
use super::sheet::{Closes, Passage, words_before};
use crate::text::sentences;

/// A note on an author is not longer than this, in words.
const LONGEST: usize = 130;

/// Notes on the authors above the body.
pub(super) fn head_notes(passages: &mut [Passage], known: &mut Known) {
    let Some(first) = passages.iter().position(Passage::is_body) else { return };
    let rest: usize = passages[first + 1..].iter().filter(|p| p.is_body()).map(|p| words(&p.text)).sum();
    let note = is_note_on(&passages[first].text, &known.authors) && words(&passages[first].text) <= 60;
    if note && rest >= 2 * words(&passages[first].text) {
        passages[first].remove(RepairKind::Biography);
    }
}

/// Notes on the authors, after the body.
pub(super) fn biographies(passages: &mut [Passage], known: &mut Known) {
    let sums = words_before(passages);
    let total = sums[passages.len()];
    let last_long = passages.iter().rposition(|p| p.is_body() && words(&p.text) > LONGEST);
    for i in 0..passages.len() {
        let (before, after) = (sums[i], total - sums[i + 1]);
        let count = sums[i + 1] - before;
        if !passages[i].is_body() || before == 0 || before * 2 < total || count > LONGEST {
            continue;
        }
        let named = is_note_on(&passages[i].text, &known.authors);
        let signed = is_name(&passages[i].text, &known.authors) && count <= 10;
        let open = labels::NOTE_OPENINGS.begins(&folded(&passages[i].text)).is_some();
        let last = last_long.is_none_or(|long| long < i) && after * 4 <= total;
        let open = open && last && names_profession(&passages[i].text);
        let somebody = last && is_note_on_somebody(&passages[..=i]);
        if named || signed || open || somebody {
            // A short line over the note is the author's name.
            let name = last_word_of_name(&passages[i].text);
            if let Some(above) = passages[..i].iter_mut().rev().take(2).find(|p| p.is_body())
                && words(&above.text) <= 5
                && is_open(&above.text)
                && name.as_deref().is_some_and(|name| folded(&above.text).ends_with(name))
            {
                above.remove(RepairKind::Biography);
            }
            passages[i].remove(RepairKind::Biography);
            // Who is not known to be the author may be somebody in the news.
            passages[i].closes = if named || signed { Closes::Firmly } else { Closes::Weakly };
        }
    }
}

/// Whether the first words say what somebody is.
fn names_profession(text: &str) -> bool {
    let key = folded(text);
    key.split(|c: char| !c.is_alphanumeric()).take(14).any(|word| labels::PROFESSIONS.has(word))
}

/// Whether the text begins with one of these names, or a title and the name, and goes on as notes do.
pub(super) fn is_note_on(text: &str, names: &[String]) -> bool {
    let key = folded(text);
    names.iter().any(|name| {
        let name = folded(name);
        let Some(at) = key.find(&name).filter(|_| !name.is_empty()) else { return false };
        let rest = key[at + name.len()..].trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
        let next = rest.split_whitespace().next().unwrap_or("");
        let unspaced = name.ends_with(super::shape::unspaced) && at == 0 && key.contains(['。', '、', '(']);
        // At most "Professor Dr." before the name.
        key[..at].split_whitespace().count() <= 2
            && !key[..at].contains(['"', ','])
            && (labels::NOTE_VERBS.has(next)
                || (rest.is_empty() && at == 0)
                || unspaced
                || next.chars().all(|c| !c.is_alphanumeric()) && !next.is_empty())
    })
}

/// A short last passage that says of somebody, by a full name that the body does not hold, what they are and where.
fn is_note_on_somebody(passages: &[Passage]) -> bool {
    let Some((note, body)) = passages.split_last() else { return false };
    let text = &note.text;
    if words(text) > 70 || !begins_upper(text) || text.contains(['“', '"', '„', '«']) || sentences(text).len() > 4
    {
        return false;
    }
    let mut rest = text.split_whitespace().peekable();
    let mut name = Vec::new();
    while let Some(word) = rest.next_if(|w| w.starts_with(char::is_uppercase)) {
        name.push(folded(word));
    }
    if !(2..=5).contains(&name.len()) || !rest.next().is_some_and(|verb| labels::NOTE_VERBS.has(&folded(verb))) {
        return false;
    }
    let said: Vec<String> = rest.map(folded).collect();
    let says = |known: Words, within: usize| {
        said.iter().take(within).any(|w| w.split('-').any(|w| known.has(w.trim_matches('.'))))
    };
    let surname = name.last().cloned().unwrap_or_default();
    let in_body = body.iter().filter(|p| p.is_body() && words(&p.text) > 6).any(|p| folded(&p.text).contains(&surname));
    says(labels::PROFESSIONS, 12) && (says(labels::PLACES, 40) || says(labels::NOTE_JOINTS, 14)) && !in_body
}

/// The folded last word of the name that a note begins with.
fn last_word_of_name(text: &str) -> Option<String> {
    text.split_whitespace().take_while(|w| w.starts_with(char::is_uppercase)).last().map(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(texts: &[&str]) -> Vec<Passage> {
        texts.iter().map(|t| Passage { text: t.to_string(), ..Passage::default() }).collect()
    }

    #[test]
    fn a_note_on_an_author_is_told_from_a_person_in_the_news() {
        let names = vec!["Dana Lee".to_string()];
        assert!(is_note_on("Dana Lee is a pilot and writes about harbours.", &names));
        assert!(is_note_on("Dr. Dana Lee teaches at Northport College.", &names));
        assert!(is_note_on("Dana Lee", &names));
        assert!(!is_note_on("“We hold on,” Dana Lee is quoted as saying.", &names));
        assert!(!is_note_on("Nobody asked Dana Lee.", &names));
        let news = "The council met and closed the quay for good.";
        let note = "Ida Brandt is a lecturer in law at the University of Northport.";
        assert!(is_note_on_somebody(&body(&[news, note])));
        assert!(!is_note_on_somebody(&body(&["Old Brandt had closed the quay for good, they said.", note])));
        assert!(!is_note_on_somebody(&body(&[news, "Ida Brandt is a pilot in Northport."])));
    }
}
