//! Letters written as a letter and a mark that are letters of their own: й, が, a syllable of Hangul.
//!
//! Elsewhere the mark is an accent, which folding drops, so nothing needs composing there. Rules: Unicode's canonical
//! composition (UAX #15), for these scripts only.

/// The text with such pairs put together.
pub(super) fn compose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out.chars().next_back().and_then(|before| pair(before, c)) {
            Some(one) => {
                out.pop();
                out.push(one);
            }
            None => out.push(c),
        }
    }
    out
}

/// The one letter that these two are, if they are one.
fn pair(before: char, c: char) -> Option<char> {
    let code = |c: char| u32::from(c);
    let (first, second) = (code(before), code(c));
    match c {
        '\u{306}' => match before {
            'и' => Some('й'),
            'И' => Some('Й'),
            'у' => Some('ў'),
            'У' => Some('Ў'),
            _ => None,
        },
        '\u{308}' => match before {
            'і' => Some('ї'),
            'І' => Some('Ї'),
            _ => None,
        },
        // Voiced kana follow their plain form, those with the round mark come after the voiced one.
        '\u{3099}' => match before {
            'う' | 'ウ' => Some(if before == 'う' { 'ゔ' } else { 'ヴ' }),
            'か'..='と' | 'は'..='ほ' | 'カ'..='ト' | 'ハ'..='ホ' => char::from_u32(first + 1),
            _ => None,
        },
        '\u{309a}' if matches!(before, 'は'..='ほ' | 'ハ'..='ホ') => char::from_u32(first + 2),
        '\u{1161}'..='\u{1175}' if (0x1100..0x1113).contains(&first) => {
            char::from_u32(0xac00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28)
        }
        '\u{11a8}'..='\u{11c2}' if (0xac00..0xd7a4).contains(&first) && (first - 0xac00) % 28 == 0 => {
            char::from_u32(first + second - 0x11a7)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::compose;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_letter_of_its_own_is_one_however_it_is_written() {
        for text in [
            "мой",
            "Йод",
            "їжак",
            "ўзбек",
            "がぎぐげござじずぜぞだぢづでど",
            "ばびぶべぼぱぴぷぺぽ",
            "ガザダバパヴ",
            "한국어 값",
            "gewöhnlich",
        ] {
            let parted: String = text.nfd().collect();
            let expected: String =
                if text.is_ascii() || text.contains('ö') { parted.clone() } else { text.nfc().collect() };
            assert_eq!(compose(&parted), expected);
        }
    }
}
