//! Blocks: the articles of a large corpus, as they stand in a page.

use crate::laws::corpora::corpus_of;
use crate::laws::packing::comes_back;
use crate::text;
use sightlines_engine::block;
use sightlines_engine::index::Segments;
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
        1 => read(rest),
        _ => {
            let mut bytes = block::packed(&corpus_of(&[("", &[""])]).articles, &Lexicon::default());
            // Behind the records of one article stand its two texts, of no form: five bytes.
            bytes.truncate(bytes.len() - 5);
            bytes.extend_from_slice(rest);
            read(&bytes);
        }
    }
}

fn read(bytes: &[u8]) {
    if let Some(made) = Segments::default().of(bytes, &Lexicon::default()) {
        block::read(&made);
    }
}
