//! Pointers to other articles in the midst of one.

use super::known::Known;
use super::labels::{self, Words};
use super::repair::RepairKind;
use super::shape::{begins_upper, ends_loudly, ends_sentence, folded, is_capitals, list_item, width, words};
use super::sheet::{Closes, Sheet};
use crate::text::sentences;

/// What follows a label in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labelled {
    /// Nothing: what it labels stands below.
    Bare,
    /// What it labels.
    Text,
}

/// Whether the line begins with one of these labels, followed by nothing, by a colon, a bar or a dash, or, where the label
/// is in capitals, by anything.
pub(super) fn labelled(text: &str, known: Words) -> Option<Labelled> {
    // What is quoted is said by somebody.
    if text.starts_with(['"', '“', '„', '‘', '«', '「']) {
        return None;
    }
    let key = folded(text);
    let longest = known.begins(&key)?;
    let rest = key[longest.len()..].trim_start();
    if rest.trim_start_matches([':', '>', '-', '|']).trim().is_empty() {
        return Some(Labelled::Bare);
    }
    let capitals = {
        let label_words = longest.split(' ').count();
        let first: Vec<&str> =
            text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).take(label_words).collect();
        is_capitals(&first.join(" ")) && !is_capitals(text)
    };
    let parted = rest.starts_with([':', '|', '>', '/'])
        || rest.starts_with("- ")
        || rest.starts_with('】')
        || rest.starts_with('」');
    (parted || capitals).then_some(Labelled::Text)
}

/// "Related article: …", "READ ALSO …", with the headline that was wrapped or stands below.
pub(super) fn teasers(sheet: &mut Sheet, _: &mut Known) {
    let mut i = 0;
    while i < sheet.lines.len() {
        let line = &sheet.lines[i];
        let found = (line.is_body() && sheet.begins(i) && words(&line.text) <= 40)
            .then(|| labelled(&line.text, labels::TEASERS))
            .flatten();
        let Some(found) = found else {
            i += 1;
            continue;
        };
        let mut last = i;
        match found {
            Labelled::Bare => {
                last = end_of_headlines(sheet, i);
                while last + 1 < sheet.lines.len() && is_headline_below(sheet, i, last + 1) {
                    last += 1;
                }
            }
            Labelled::Text => {
                while last + 1 < sheet.lines.len() && sheet.is_full(last) && is_rest_of_headline(sheet, last + 1) {
                    last += 1;
                }
            }
        }
        (i..=last).for_each(|j| sheet.remove(j, RepairKind::RelatedLink, Closes::No));
        i = last + 1;
    }
}

/// The last of several headlines that stand under a bare label, below a blank line, each in its line.
fn end_of_headlines(sheet: &Sheet, label: usize) -> usize {
    let headline = |i: &usize| {
        let line = &sheet.lines[*i];
        let close = if *i == label + 1 { line.blanks <= 2 } else { line.blanks <= 1 };
        // A question is a headline in a list, and a paragraph by itself.
        let question = line.blanks == 0 && ends_loudly(&line.text) && sentences(&line.text).len() == 1;
        line.is_body()
            && close
            && !line.page
            && words(&line.text) <= 16
            && begins_upper(&line.text)
            && (!ends_sentence(&line.text) || question)
            && (sheet.wrap.is_none() || !sheet.is_full(*i))
    };
    let run = (label + 1..sheet.lines.len()).take_while(headline).count();
    let last = label + run;
    // After a blank line the last of them is rather the heading of what follows.
    let heads_next = sheet.lines.get(last + 1).is_some_and(|next| next.blanks > 0) && sheet.lines[last].blanks > 0;
    match run {
        0 | 1 => label,
        _ if heads_next => last - 1,
        _ => last,
    }
}

/// A headline under a bare label: close below it, or one of a list of links.
fn is_headline_below(sheet: &Sheet, label: usize, i: usize) -> bool {
    let line = &sheet.lines[i];
    let headline = line.is_body()
        && words(&line.text) <= 16
        && !ends_sentence(&line.text)
        && (sheet.wrap.is_none() || !sheet.is_full(i));
    let close = (label + 1..=i).all(|j| sheet.lines[j].blanks == 0);
    let colon = sheet.lines[label].text.ends_with([':', '：']);
    let listed = list_item(&line.text).is_some() && line.blanks <= 1;
    headline && !line.page && (close || listed || (colon && i == label + 1))
}

/// The end of a wrapped headline: a short line that no sentence ends.
fn is_rest_of_headline(sheet: &Sheet, i: usize) -> bool {
    let line = &sheet.lines[i];
    let short = sheet.wrap.is_some_and(|wrap| width(&line.text) * 10 < wrap * 7);
    line.is_body()
        && line.blanks == 0
        && !line.page
        && line.indent <= sheet.margin
        && short
        && !line.text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_followed_by_nothing_or_by_a_sign() {
        for (text, expected) in [
            ("Related article: The Last Ferry", Some(Labelled::Text)),
            ("READ ALSO The last ferry", Some(Labelled::Text)),
            ("» Read more: The last ferry", Some(Labelled::Text)),
            ("Read more", Some(Labelled::Bare)),
            ("Read more >", Some(Labelled::Bare)),
            ("See also:", Some(Labelled::Bare)),
            ("Читайте также: Последний паром", Some(Labelled::Text)),
            ("関連記事：最後の船", Some(Labelled::Text)),
            ("Lesen Sie auch: Die letzte Fähre", Some(Labelled::Text)),
            ("Related to this is the ferry.", None),
            ("Read more books, he said.", None),
            ("“Read more: it helps,” he said.", None),
            ("See also the chart below.", None),
        ] {
            assert_eq!(labelled(text, labels::TEASERS), expected, "{text}");
        }
    }
}
