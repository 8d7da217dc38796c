//! What stands under pictures, videos and figures.

use super::known::Known;
use super::labels;
use super::repair::RepairKind;
use super::shape::{ends_sentence, folded, is_open, words};
use super::sheet::{Fate, Passage};
use super::tail::begins_notice;
use super::teasers::{Labelled, labelled};
use super::titles::first_long;
use crate::text::sentences;

/// A caption is not longer than this, in words.
const LONGEST: usize = 60;

/// Whether the text begins with a word that says what it is: a caption, a notice, tags, a date.
pub(super) fn is_labelled(text: &str) -> bool {
    let key = folded(text);
    [labels::CAPTIONS, labels::TEASERS, labels::TAGS, labels::BYLINES]
        .iter()
        .any(|known| labelled(text, *known).is_some())
        || [labels::CREDITS, labels::COOKIES].iter().any(|known| known.begins(&key).is_some())
        || begins_notice(text)
}

/// Captions by their label ("WATCH:", "Photo:"), by the credit at their end, or by their form.
pub(super) fn captions(passages: &mut [Passage], _: &mut Known) {
    for passage in passages.iter_mut().filter(|p| p.is_body()) {
        if words(&passage.text) <= LONGEST && is_caption(&passage.text) {
            passage.remove(RepairKind::Caption);
        }
    }
}

fn is_caption(text: &str) -> bool {
    let key = folded(text);
    let credit = starts_credit(&key) && words(text) > 8;
    (labelled(text, labels::CAPTIONS).is_some() && !credit)
        || (labels::CREDITS.begins(&key).is_some() && words(text) <= 12)
        || has_credit(text)
        || labels::PICTURE_SOURCES.has(&key)
        || (text.starts_with('©') && words(text) <= 6 && !text.contains(|c: char| c.is_ascii_digit()))
        || is_picture_name(&key)
}

/// "Credit: A. Lee" names somebody; what is longer says something.
fn starts_credit(key: &str) -> bool {
    key.starts_with("credit")
}

/// `16x9 image`: what is left of a picture without words.
fn is_picture_name(key: &str) -> bool {
    let Some(size) = key.strip_suffix(" image") else { return false };
    size.split_once(['x', '×'])
        .is_some_and(|(a, b)| [a, b].iter().all(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit())))
}

/// Whether the text ends with the name of who made the picture, after its own end: "… in March. Photo: A. Lee".
fn has_credit(text: &str) -> bool {
    let trimmed = text.trim_end_matches(['.', ')', ']', '）', '】']);
    if text.chars().any(super::shape::unspaced) && trimmed.ends_with("撮影") && words(text) <= 40 {
        return true;
    }
    if sentences(text).len() > 4 {
        return false;
    }
    let signs = [". ", "! ", "? ", "(", "[", "。", "（", "【", "| ", "/ ", "” ", "\" ", "… "];
    let after = signs.iter().flat_map(|sign| trimmed.match_indices(sign).map(move |(at, sign)| at + sign.len()));
    after.filter_map(|at| trimmed.get(at..)).any(|last| {
        let key = folded(last);
        let named = labelled(last, labels::PICTURES) == Some(Labelled::Text);
        (named || labels::CREDITS.begins(&key).is_some()) && words(last) <= 8
    })
}

/// What stands twice in succession: a picture's description and its caption, or a paragraph copied twice.
pub(super) fn doubled(passages: &mut [Passage], _: &mut Known) {
    let body = first_long_apart(passages);
    for i in 0..passages.len() {
        if !passages[i].is_body() {
            continue;
        }
        let Some(j) = (i + 1..passages.len()).find(|&j| passages[j].is_body()) else { return };
        let (first, second) = (&passages[i], &passages[j]);
        let count = words(&first.text);
        if count < 6 || folded(&first.text) != folded(&second.text) {
            continue;
        }
        let close = j == i + 1 && second.blanks == 0 && !second.page;
        let pictured = ["(left)", "(right)", "(center)", "(centre)", "(l)", "(r)", "pictured", "file photo"];
        let shows = pictured.iter().any(|word| folded(&first.text).contains(word));
        // Before the body a short line may be the title, copied.
        let maybe_title = is_open(&first.text) && count <= 15 && passages[..i].iter().all(|p| p.fate != Fate::Title);
        if maybe_title && !shows && body.is_some_and(|body| j < body) {
            continue;
        }
        let above = body.is_some_and(|body| j < body) && sentences(&first.text).len() == 1;
        if count <= LONGEST && (close || shows || above || is_open(&first.text)) {
            passages[i].remove(RepairKind::Caption);
            passages[j].remove(RepairKind::Caption);
        } else {
            passages[j].remove(RepairKind::Repeated);
        }
    }
}

/// The first long passage that does not stand twice.
fn first_long_apart(passages: &[Passage]) -> Option<usize> {
    let first = first_long(passages)?;
    let twice = |i: usize| passages.get(i + 1).is_some_and(|next| folded(&next.text) == folded(&passages[i].text));
    (first..passages.len())
        .find(|&i| passages[i].is_body() && words(&passages[i].text) >= 8 && !twice(i) && (i == 0 || !twice(i - 1)))
}

/// The title of a video and whose it is: one or two short lines directly over what is left of its player.
pub(super) fn video_titles(passages: &mut [Passage], _: &mut Known) {
    for i in (1..passages.len()).rev() {
        let player = passages[i].fate == Fate::Removed(RepairKind::Boilerplate) && is_player_remains(&passages[i].text);
        for j in (i.saturating_sub(2)..i).rev() {
            let (passage, next) = (&passages[j], &passages[j + 1]);
            let title = passage.is_body() && words(&passage.text) <= 16 && !ends_sentence(&passage.text);
            let after_caption = j > 0 && passages[j - 1].fate == Fate::Removed(RepairKind::Caption);
            if !(player && title && (next.blanks == 0 || after_caption)) {
                break;
            }
            passages[j].remove(RepairKind::Caption);
        }
    }
}

fn is_player_remains(text: &str) -> bool {
    let key = folded(text);
    ["please wait", "embed", "no media source", "media player", "this video can", "play video", "video player", "0:00"]
        .iter()
        .any(|p| key.starts_with(p))
        || (text.contains(':') && !text.contains(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_known_by_label_credit_or_form() {
        for text in [
            "WATCH: Pilots march on the town hall.",
            "Photo: Harbour Press",
            "(Photo by Dana Lee/Harbour Press)",
            "Pilots at the quay in March. Photo: Harbour Press",
            "Pilots at the quay in March. (Photo by A. Lee)",
            "Image credit: The Port Archive",
            "• 16x9 Image",
            "Фото: Порт",
            "港の灯台（写真：港湾新聞）",
            "Die Mole im März. Foto: Hafenarchiv",
        ] {
            assert!(is_caption(text), "{text}");
        }
        for text in [
            "Watch the tide, the old pilots say.",
            "Photographs of the quay were shown.",
            "The image of the port has suffered.",
            "“Picture: a port without ships,” she said.",
            "He showed a photo (taken in March) to the council.",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }
}
