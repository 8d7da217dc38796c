//! A way of reading words for tests.

use crate::{Class, PLAIN, Reading};
use std::ops::Range;

/// Folds but for "US"; what begins with а goes the full way, in capitals.
pub struct Plain;

impl Reading for Plain {
    fn classes(&self) -> &[Class; 256] {
        &PLAIN
    }

    fn keeps_case(&self, word: &str) -> bool {
        word == "US"
    }

    fn is_quick(&self, text: &str) -> bool {
        !text.starts_with('а')
    }

    fn full(&self, text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
        text.split_whitespace().for_each(|word| found(&word.to_uppercase(), 0..0));
    }
}
