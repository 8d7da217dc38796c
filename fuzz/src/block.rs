//! Blocks: the articles of a large corpus, as they stand in a page.

use crate::laws::corpora::corpus_of;
use crate::laws::packing::{Reader, comes_back};
use crate::text;
use sightlines_engine::block;
use sightlines_engine::text::Lexicon;

pub const LAW: &str = "any texts come out of blocks as they went in, indexed as they would have been; bytes that are no block are refused";

/// The first byte tells how the rest is read: as texts, a line each, or as what a block has, behind a record or behind nothing.
pub fn check(data: &[u8]) {
    let Some((how, rest)) = data.split_first() else { return };
    match how % 3 {
        0 => {
            let texts: Vec<&str> = text(rest).split('\n').collect();
            let (title, texts) = texts.split_first().expect("a text has a line");
            comes_back(&corpus_of(&[(title, texts), ("The harbour", texts)]), 1);
        }
        1 => drop(Reader::default().read(rest)),
        _ => drop(Reader::default().read(&behind_a_record(rest))),
    }
}

/// A block of one article without paragraphs, of which these bytes are what its texts are told by.
fn behind_a_record(coded: &[u8]) -> Vec<u8> {
    let packed = block::packed(&corpus_of(&[("", &[])]).articles, &Lexicon::default());
    // Behind the records stand no forms, a code of two numbers of two bytes each, and the end of the title.
    [&packed[..packed.len() - 6], coded].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seed_behind_a_record_is_read() {
        let seed = include_bytes!("../seeds/block/behind-a-record");
        assert!(Reader::default().read(&behind_a_record(&seed[1..])));
    }
}
