//! Texts that stay as the numbers of their words, a third of their bytes, until one of them is read.

use crate::coded::{Code, Told, forms};
use crate::{number, taken};

/// Texts, each read by its number.
#[derive(Clone, Debug)]
pub struct Texts {
    /// How the forms are written, each behind a space.
    written: String,
    /// For each form where it begins there, and in the lowest bit whether it is a word; then where the next one would.
    forms: Vec<u32>,
    code: Code,
    /// The numbers of all texts, and where those of each begin; then where the next one's would.
    numbers: Vec<u8>,
    starts: Vec<u32>,
}

impl Texts {
    /// Reads what [`Coded::write`](crate::Coded::write) wrote from where `at` stands, and goes behind it. None where the bytes are cut short.
    pub fn read(bytes: &[u8], at: &mut usize) -> Option<Texts> {
        let many = number(bytes, at) as usize;
        // Each takes a byte at the least.
        if many > bytes.len().saturating_sub(*at) {
            return None;
        }
        let (mut starts, mut next) = (Vec::with_capacity(many + 1), 0_u32);
        starts.push(0);
        for _ in 0..many {
            next = next.checked_add(number(bytes, at))?;
            starts.push(next);
        }
        let bytes = taken(bytes, at)?;
        let (mut places, mut from, mut at) = (Vec::new(), 1, 0);
        let (written, code) = forms(bytes, &mut at, &mut |form, told| {
            places.push(from << 1 | u32::from(!matches!(told, Told::Gap)));
            from += form.len() as u32 + 1;
        })?;
        places.push(from << 1);
        let numbers = bytes.get(at..).filter(|numbers| numbers.len() == next as usize)?.to_vec();
        Some(Texts { written: String::from_utf8(written).ok()?, forms: places, code, numbers, starts })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of that number, counted from 0; an empty one where there is none.
    pub fn get(&self, nth: usize) -> String {
        let Some([from, to]) = self.starts.get(nth..nth + 2) else { return String::new() };
        let numbers = &self.numbers[*from as usize..*to as usize];
        let (mut text, mut at, mut behind_word) = (String::with_capacity(4 * numbers.len()), 0, false);
        // The end has the number 0.
        while let Some(form) = self.code.read(numbers, &mut at).and_then(|number| number.checked_sub(1)) {
            let Some([form, next]) = self.forms.get(form..form + 2) else { break };
            let is_word = form & 1 == 1;
            let space = u32::from(is_word && behind_word);
            text.push_str(&self.written[((form >> 1) - space) as usize..((next >> 1) - 1) as usize]);
            behind_word = is_word;
        }
        text
    }
}
