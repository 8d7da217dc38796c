//! Who wrote it and when, above the body; and what else stands between title and body.

use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{begins_upper, ends_sentence, folded, is_title_case, unspaced, words};
use super::sheet::{Fate, Passage};
use super::teasers::labelled;
use super::titles::first_long;

/// Whether the text is a date, perhaps with a time, and at most `others` words beside it.
pub(super) fn is_date(text: &str, others: usize) -> bool {
    let key = folded(text);
    let mut parts = key.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|p| !p.is_empty()).peekable();
    let (mut figures, mut named, mut other) = (0, 0, 0);
    let mut count = 0;
    for part in parts.by_ref() {
        count += 1;
        let number = part.trim_end_matches(|c: char| c.is_alphabetic() && c.is_ascii());
        if labels::DATE_WORDS.has(part) {
            named += 1;
        } else if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) && part.len() - number.len() <= 2 {
            figures += 1;
        } else if part.chars().all(|c| c.is_ascii_digit() || "年月日時分秒曜火水木金土午前後令和".contains(c))
            && part.contains('年')
        {
            figures += 1;
            named += 1;
        } else if part.chars().all(|c| c.is_ascii_digit() || "月日時分秒曜火水木金土午前後".contains(c)) {
            figures += 1;
        } else if !labels::DATE_COMPANY.has(part) {
            other += 1;
        }
    }
    let in_sentence = key.starts_with("on ") || key.starts_with("in ");
    let dated = !in_sentence && figures >= 1 && (named >= 1 || figures >= 3);
    dated && other <= others && count <= 14 && !ends_sentence(text.trim_end_matches('.'))
}

/// The names in a byline ("By Dana Lee and A. Oh in Northport"), or none if it is no byline.
pub(super) fn byline_names(text: &str) -> Option<Vec<String>> {
    let key = folded(text);
    if words(text) > 12 || ends_sentence(text.trim_end_matches('.')) || labels::BY.begins(&key).is_none() {
        return None;
    }
    let rest = text.split_once(char::is_whitespace)?.1;
    let mut names: Vec<String> = Vec::new();
    for part in rest.split([',', '|', '&', '•', '·', ';']).flat_map(|p| p.split(" and ")).flat_map(|p| p.split(" und "))
    {
        let name: Vec<&str> = part.split_whitespace().take_while(|w| w.starts_with(char::is_uppercase)).collect();
        if (2..=5).contains(&name.len()) && !is_date(part, 0) {
            names.push(name.join(" "));
        }
    }
    let small = rest.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count();
    let one = rest.split_whitespace().count() == 1 && rest.starts_with(char::is_uppercase);
    let begins = begins_upper(text) || !names.is_empty();
    (begins && small <= 4 && (!names.is_empty() || one)).then_some(names)
}

/// The name that the text is, if it is nothing else: two to five words with capitals.
pub(super) fn whole_name(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let name = (2..=5).contains(&parts.len()) && parts.iter().all(|part| part.starts_with(char::is_uppercase));
    (name && !is_date(text, 0)).then(|| parts.join(" "))
}

/// Whether the text is one of these names and no more than a few words beside it.
pub(super) fn is_name(text: &str, names: &[String]) -> bool {
    let key = folded(text);
    names.iter().any(|name| {
        let name = folded(name);
        key == name || (key.contains(&name) && words(&key) <= words(&name) + 4 && !ends_sentence(text))
    })
}

/// Bylines and dates above the body. The names they give are the article's authors too.
pub(super) fn bylines(passages: &mut [Passage], known: &mut Known) {
    let Some(long) = first_long(passages) else { return };
    let mut names = std::mem::take(&mut known.authors);
    // A standfirst may be long: the byline then stands after it.
    let end = (long + 4).min(passages.len());
    for (i, passage) in passages[..end].iter_mut().enumerate().filter(|(_, p)| p.is_body()) {
        let count = words(&passage.text);
        let labelled = count <= 16 && labelled(&passage.text, labels::BYLINES).is_some();
        let found = byline_names(&passage.text);
        let cjk = passage.text.chars().any(unspaced) && count <= 8 && passage.text.ends_with("記者");
        let dated = i < long && is_date(&passage.text, 3) || is_date(&passage.text, 0);
        let role = labels::ROLES.has(&folded(&passage.text));
        if labelled || found.is_some() || dated || cjk || role || (count <= 10 && is_name(&passage.text, &names)) {
            names.extend(found.unwrap_or_default());
            names.extend(passage.text.split_once([':', '：']).and_then(|(_, name)| whole_name(name)));
            passage.remove(RepairKind::Byline);
        }
    }
    known.authors = names;
}

/// Tags, invitations, cookies and words of furniture, wherever they stand.
pub(super) fn invitations(passages: &mut [Passage], _: &mut Known) {
    for passage in passages.iter_mut().filter(|p| p.is_body()) {
        let key = folded(&passage.text);
        let count = words(&passage.text);
        let tags = count <= 40 && labelled(&passage.text, labels::TAGS).is_some() && passage.text.contains([':', '：']);
        let cookies = count <= 80 && labels::COOKIES.begins(&key).is_some();
        let subscribes = count <= 15 && labels::SUBSCRIBE.begins(&key).is_some() && labels::SOLD.stands_in(&key);
        let invites = count <= 25
            && labels::INVITES.begins(&key).is_some()
            && labels::INVITED_TO.stands_in(&key)
            && addresses(&key);
        if tags || cookies || invites || subscribes {
            passage.remove(RepairKind::Boilerplate);
        }
    }
}

/// Whether the words speak to the reader, as no sentence of an article that begins so does.
fn addresses(key: &str) -> bool {
    !ends_sentence(key) || key.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| labels::READER.has(w))
}

/// What is left between title and body and is neither sentence nor heading: lists of short words, and words of furniture.
pub(super) fn leftovers(passages: &mut [Passage], known: &mut Known) {
    let Some(long) = first_long(passages) else { return };
    let short: Vec<bool> =
        passages[..long].iter().map(|p| p.is_body() && words(&p.text) <= 4 && !ends_sentence(&p.text)).collect();
    for i in 0..long {
        let perhaps = labels::PERHAPS_FURNITURE.has(&folded(&passages[i].text));
        let run = |from: usize| (from..from + 3).all(|j| short.get(j) == Some(&true));
        let in_run = (i.saturating_sub(2)..=i).any(run);
        if short[i] && (perhaps || in_run) {
            passages[i].remove(RepairKind::Boilerplate);
        }
    }
    // A short name between the title and a byline belongs to the byline, and so does what an author is, below.
    for i in (1..long).rev() {
        let byline = |j: usize| passages.get(j).is_some_and(|p| p.fate == Fate::Removed(RepairKind::Byline));
        let text = &passages[i].text;
        let above = passages[..i].iter().rev().find(|p| !(p.is_body() && folded(&p.text) == folded(text)));
        let under_title = above
            .is_some_and(|p| matches!(p.fate, Fate::Title | Fate::Removed(RepairKind::Byline | RepairKind::Title)));
        let name = short[i] && byline(i + 1) && under_title;
        let place = words(text) <= 10
            && !ends_sentence(text)
            && is_title_case(text)
            && folded(text).split(' ').any(|word| labels::PLACES.has(word));
        // What stands between two lines of a byline is part of it, if it is short.
        let within = byline(i - 1) && byline(i + 1) && words(text) <= 8;
        if name {
            known.authors.extend(whole_name(text));
        }
        if name || within || (byline(i - 1) && place) {
            passages[i].remove(RepairKind::Byline);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_several_languages() {
        for text in [
            "22 January 2031",
            "January 22, 2031 10:04 GMT",
            "Tue 2 Apr 2031, 10.30 am",
            "2031-04-02",
            "02.04.2031",
            "2. April 2031, 10:30 Uhr",
            "2 апреля 2031 г.",
            "2031年4月2日 10時30分",
            "2031年4月2日（水）",
            "1er avril 2031",
        ] {
            assert!(is_date(text, 0), "{text}");
        }
        for text in [
            "March of the Pilots",
            "On 2 April the council met.",
            "The April Vote",
            "3 of 7",
            "2031",
            "May 2031 be better",
        ] {
            assert!(!is_date(text, 0), "{text}");
        }
        assert!(is_date("Northport, 2 April 2031", 3));
    }

    #[test]
    fn bylines_give_their_names() {
        for (text, expected) in [
            ("By Dana Lee", Some(vec!["Dana Lee"])),
            ("BY DANA LEE", Some(vec!["DANA LEE"])),
            ("By Dana R. Lee and Ida Brandt in Northport", Some(vec!["Dana R. Lee", "Ida Brandt"])),
            ("Von Anna Weber, Nordhafen", Some(vec!["Anna Weber"])),
            ("By far the best thing about it is the price.", None),
            ("By the time the pilots came", None),
            ("Byline", None),
        ] {
            let expected = expected.map(|names| names.into_iter().map(String::from).collect::<Vec<_>>());
            assert_eq!(byline_names(text), expected, "{text}");
        }
    }
}
