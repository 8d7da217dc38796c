//! Offsets as scripts count them.

/// Offsets in UTF-16 units, as scripts count, of a text's byte offsets that lie on character boundaries. Asked in their order, the
/// text is read once.
#[derive(Clone, Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    byte: usize,
    units: usize,
}

impl<'a> Utf16<'a> {
    /// Of a text.
    pub fn of(text: &'a str) -> Utf16<'a> {
        Utf16 { text, byte: 0, units: 0 }
    }

    /// The offset of a byte offset.
    pub fn offset(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            *self = Utf16::of(self.text);
        }
        // A character has one unit, or two where it has four bytes; bytes behind its first begin with the bits 10.
        let units = |byte: &u8| usize::from(*byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0);
        self.units += self.text.as_bytes()[self.byte..byte].iter().map(units).sum::<usize>();
        self.byte = byte;
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_those_of_the_text_in_utf16_in_any_order() {
        let text = "a é “北𠀀”\u{1f5fa}z";
        let expected: Vec<(usize, usize)> =
            text.char_indices().map(|(at, _)| (at, text[..at].encode_utf16().count())).collect();
        let mut utf16 = Utf16::of(text);
        for (byte, units) in expected.iter().chain(expected.iter().rev()) {
            assert_eq!(utf16.offset(*byte), *units, "{byte}");
        }
        assert_eq!(utf16.offset(text.len()), text.encode_utf16().count());
    }
}
