//! Lines that belong to the page and not to the article: navigation, sharing, players, sizes, reading time, bare links.

use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{begins_upper, ends_sentence, folded, is_open, list_item, words};
use super::sheet::{Closes, Fate, Sheet};
use super::teasers::labelled;
use crate::text::{Lexicon, keys};

/// The corpus's own rules: whole lines that they take out. Done before all else, on the lines as they stand.
pub(super) fn outlet_rules(sheet: &mut Sheet, drops: &dyn Fn(&str) -> bool) {
    for i in 0..sheet.lines.len() {
        if drops(&sheet.lines[i].text) {
            sheet.remove(i, RepairKind::OutletRule, Closes::No);
        }
    }
}

/// Lines that are links and nothing else. A link that was wrapped goes on in a line without a space.
pub(super) fn bare_links(sheet: &mut Sheet, _: &mut Known) {
    let mut in_link = false;
    for i in 0..sheet.lines.len() {
        let line = &sheet.lines[i];
        let goes_on = in_link
            && line.blanks == 0
            && !line.text.contains(' ')
            && (line.text.contains('/') || line.text.matches(['-', '_', '%', '=']).count() >= 2);
        in_link = line.is_body() && (is_bare_link(&line.text) || goes_on);
        if in_link {
            sheet.remove(i, RepairKind::RelatedLink, Closes::No);
        }
    }
}

fn is_bare_link(text: &str) -> bool {
    let link = |part: &str| {
        let part = part.trim_matches(|c: char| "<>()[],;•".contains(c));
        let address = part.contains('@') && part.contains('.') && !part.starts_with('@');
        part.is_empty()
            || part.starts_with("http://")
            || part.starts_with("https://")
            || part.starts_with("www.")
            || address
    };
    text.contains(['.', ':']) && text.split_whitespace().all(link) && text.contains(char::is_alphanumeric)
}

/// The fields over a message or a saved page: who sent it to whom, where it was, and what it is called.
pub(super) fn fields(sheet: &mut Sheet, known: &mut Known) {
    let field = |sheet: &Sheet, i: usize| {
        let text = &sheet.lines[i].text;
        let is_field = |fields| text.contains([':', '：']) && labelled(text, fields).is_some();
        sheet.lines[i].is_body() && (is_field(labels::MAIL) || is_field(labels::PAGE_FIELDS))
    };
    let fields: Vec<usize> = (0..sheet.lines.len()).take_while(|&i| i < 12).filter(|&i| field(sheet, i)).collect();
    // One such line may be anything; where they are fields there are several, beginning with the first line.
    if fields.len() < 2 || fields[0] > 1 || fields[1] > 3 {
        return;
    }
    for i in fields {
        let text = sheet.lines[i].text.clone();
        let title = text.split_once([':', '：']).map_or("", |(_, value)| value.trim());
        if known.title.is_empty() && labelled(&text, labels::TITLE_FIELDS).is_some() && !title.is_empty() {
            known.title = keys(title, &Lexicon::default());
            sheet.lines[i].text = title.to_string();
            sheet.lines[i].fate = Fate::Title;
        }
        sheet.remove(i, RepairKind::Boilerplate, Closes::No);
    }
}

/// Lines known as furniture by their words or their form.
pub(super) fn furniture(sheet: &mut Sheet, _: &mut Known) {
    for i in 0..sheet.lines.len() {
        let line = &sheet.lines[i];
        if !(line.is_body() && sheet.begins(i) && sheet.ends(i)) {
            continue;
        }
        let closes = ends_article(&line.text);
        if closes != Closes::No || is_furniture(&line.text) {
            sheet.remove(i, RepairKind::Boilerplate, closes);
        }
    }
    size_bars(sheet);
    neighbours(sheet);
}

fn ends_article(text: &str) -> Closes {
    let key = folded(text);
    let few = words(text) <= 12;
    let list = words(text) <= 5 && is_open(text) && begins_upper(text) && labels::LISTS.begins(&key).is_some();
    match () {
        () if few && labels::ENDINGS.begins(&key).is_some() => Closes::Firmly,
        () if list => Closes::Weakly,
        () => Closes::No,
    }
}

fn is_furniture(text: &str) -> bool {
    let key = folded(text);
    let words = words(text);
    labels::FURNITURE.has(&key)
        || labels::FURNITURE.has(key.trim_end_matches('.'))
        || is_reading_time(&key, words)
        || is_player(text, &key)
        || is_counter(&key)
        || is_bar(text)
        || is_advertisement(&key, words)
        || (words <= 8
            && ["share on ", "share via ", "share this on ", "tweet this", "teilen auf ", "поделиться в "]
                .iter()
                .any(|s| key.starts_with(s)))
        || is_size(text, true)
        || is_sharing(&key)
        || !text.contains(char::is_alphanumeric)
}

/// Buttons side by side: "Share this: Twitter Facebook".
fn is_sharing(key: &str) -> bool {
    let mut parts = key.split([' ', ':', ',', '|', '/']).filter(|part| !part.is_empty());
    key.contains(' ') && parts.all(|part| labels::SHARING.has(part))
}

fn is_advertisement(key: &str, words: usize) -> bool {
    let continues =
        ["story continues", "article continues", "continues below", "continue reading"].iter().any(|s| key.contains(s));
    words <= 8
        && ((continues && !key.ends_with('.'))
            || key.starts_with("advertisement -")
            || key.starts_with("advertisement:"))
}

fn is_reading_time(key: &str, words: usize) -> bool {
    let figures = key.contains(|c: char| c.is_ascii_digit());
    let named = labels::READING_TIME.begins(key).is_some();
    let minutes = ["min", "mins", "minute", "minutes", "minuten", "мин", "минут", "минуты"];
    let parts: Vec<&str> = key.split([' ', '-']).map(|w| w.trim_matches('.')).collect();
    let form = matches!(parts.as_slice(), [n, unit, "read" | "reading" | "чтения" | "lesezeit", ..]
        if n.chars().all(|c| c.is_ascii_digit()) && minutes.contains(unit));
    (words <= 8 && ((named && (figures || words <= 3)) || (form && parts.len() <= 4)))
        || (key.contains("分で読め") && words <= 12)
}

/// Time codes and picture heights: `0:00 0:02:31 0:00`, `240p | 360p`.
fn is_player(text: &str, key: &str) -> bool {
    let codes = || text.split([' ', '/', '|', '-']).filter(|part| !part.is_empty());
    let height =
        |part: &str| part.strip_suffix('p').is_some_and(|n| n.len() >= 3 && n.chars().all(|c| c.is_ascii_digit()));
    let heights = codes().next().is_some() && codes().all(|p| height(p) || p == "Auto");
    let times = codes().count() >= 2 && codes().all(is_time_code);
    heights || times || (key.ends_with("playback rate") || key.starts_with("embed share"))
}

/// `0:00`, `0:02:31`.
fn is_time_code(text: &str) -> bool {
    let figures = |n: &str| (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit());
    text.contains(':') && text.split(':').all(figures)
}

/// How many comments, shares or views there are.
fn is_counter(key: &str) -> bool {
    let parts: Vec<&str> = key.split(' ').collect();
    let counted =
        ["comments", "comment", "shares", "views", "likes", "kommentare", "комментариев", "просмотров", "commentaires"];
    let number = |n: &str| {
        n.starts_with(|c: char| c.is_ascii_digit()) && n.chars().all(|c| c.is_ascii_digit() || ".,km".contains(c))
    };
    match parts.as_slice() {
        [n, what] => {
            (number(n) && counted.contains(what)) || (counted.contains(n) && number(what.trim_matches(['(', ')'])))
        }
        _ => false,
    }
}

/// Links side by side, or the way from the home page: `News | Sport | Weather`, `Home > News`.
fn is_bar(text: &str) -> bool {
    if ends_sentence(text) {
        return false;
    }
    let parts = |signs: &[char]| -> Vec<usize> { text.split(signs).map(words).collect() };
    let listed = parts(&['|', '·', '•']);
    let path = parts(&['>', '»', '›', '→']);
    (listed.len() >= 3 && listed.iter().all(|n| *n <= 3) && listed.iter().sum::<usize>() >= 3)
        || (path.len() >= 2 && path.iter().all(|n| (1..=4).contains(n)))
}

/// A step of letter size: `A`, `A+`, `XS`. Alone only after a bullet or with a sign; a bar of them at any time.
fn is_size(text: &str, alone: bool) -> bool {
    let sizes = [
        "A", "A+", "A-", "A−", "AA", "AAA", "Aa", "XS", "S", "SM", "M", "MD", "L", "LG", "XL", "a", "文字", "大", "中",
        "小",
    ];
    let item = list_item(text);
    let parts: Vec<&str> = item.unwrap_or(text).split_whitespace().collect();
    let all = !parts.is_empty() && parts.iter().all(|p| sizes.contains(p));
    all && (!alone
        || item.is_some()
        || parts.len() >= 3
        || parts.iter().any(|p| matches!(*p, "A+" | "A-" | "A−" | "AAA")))
}

/// Two or more lines in succession that are steps of letter size.
fn size_bars(sheet: &mut Sheet) {
    let sizes: Vec<bool> = sheet.lines.iter().map(|l| l.is_body() && is_size(&l.text, false)).collect();
    for i in 0..sizes.len() {
        let beside = sizes.get(i + 1) == Some(&true) || (i > 0 && sizes[i - 1]);
        if sizes[i] && beside {
            sheet.remove(i, RepairKind::Boilerplate, Closes::No);
        }
    }
}

/// Words that may be the article's too, and single time codes: beside furniture, at either end, or several in succession.
fn neighbours(sheet: &mut Sheet) {
    let perhaps: Vec<bool> = (0..sheet.lines.len())
        .map(|i| {
            let text = &sheet.lines[i].text;
            let known = labels::PERHAPS_FURNITURE.has(&folded(text)) || is_time_code(text);
            known && sheet.lines[i].is_body() && sheet.begins(i) && sheet.ends(i)
        })
        .collect();
    let last = sheet.lines.len().saturating_sub(1);
    let gone = |sheet: &Sheet, i: usize| sheet.lines[i].fate == Fate::Removed(RepairKind::Boilerplate);
    let forth = 0..sheet.lines.len();
    for i in forth.clone().chain(forth.rev()) {
        let beside = |j: Option<usize>| j.is_none_or(|j| j > last || gone(sheet, j) || perhaps[j]);
        if perhaps[i] && (beside(i.checked_sub(1)) || beside(Some(i + 1))) {
            sheet.remove(i, RepairKind::Boilerplate, Closes::No);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words_or_its_form() {
        for text in [
            "Skip to content",
            "ADVERTISEMENT",
            "Reading Time: 4 mins",
            "5 min read",
            "3 minutes read",
            "0:00 0:02:31 0:00",
            "• A",
            "A- A A+",
            "News | Sport | Weather",
            "Home > News",
            "Home » World » Islands",
            "240p | 360p",
            "12 comments",
            "Comments (3)",
            "Share on Facebook",
            "Читайте на главную > Новости",
            "Время чтения: 3 минуты",
            "この記事は約3分で読めます",
            "Advertisement - story continues below",
            "広告",
        ] {
            assert!(is_furniture(text), "{text}");
        }
        for text in [
            "What the pilots want",
            "The reading time is over.",
            "12 comments were made.",
            "A",
            "They share on Sundays what they caught.",
            "Advertisement rates rose.",
            "1956",
            "• Lower the dues",
            "Prices rose 3 > 2.",
        ] {
            assert!(!is_furniture(text), "{text}");
        }
    }

    #[test]
    fn a_bare_link_has_nothing_beside_it() {
        assert!(is_bare_link("https://example.org/2031/the-quay"));
        assert!(is_bare_link("<www.example.org> (post@example.org)"));
        assert!(!is_bare_link("See www.example.org for the chart."));
        assert!(!is_bare_link("— : —"));
    }
}
