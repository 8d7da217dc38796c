//! Bytes as printable signs of ASCII, thirteen bits to two signs: a tenth shorter than base64.
//!
//! The signs are `#` to `~` without `<`, ninety-one of them, so that nothing can end the script element they stand in.
//! Bits are taken from the lowest of each byte on; of the last group, six bits or fewer take one sign. The page's start
//! script reads it back.

/// How many signs there are: 91 × 91 is a little above 2¹³.
const SIGNS: u32 = 91;

/// How many bits two signs hold.
const PAIR: u32 = 13;

/// How many bits one sign holds.
const SINGLE: u32 = 6;

/// The bytes as signs.
pub fn printable(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held |= u32::from(*byte) << bits;
        bits += 8;
        if bits >= PAIR {
            pair(held & ((1 << PAIR) - 1), &mut text);
            held >>= PAIR;
            bits -= PAIR;
        }
    }
    match bits {
        0 => {}
        1..=SINGLE => text.push(sign(held)),
        _ => pair(held, &mut text),
    }
    text
}

fn pair(value: u32, text: &mut String) {
    text.push(sign(value % SIGNS));
    text.push(sign(value / SIGNS));
}

/// The sign of a value below 91: from `#` on, stepping over `<`.
fn sign(value: u32) -> char {
    let code = u32::from('#') + value;
    char::from_u32(code + u32::from(code >= u32::from('<'))).unwrap_or('~')
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As the start script reads it.
    pub(crate) fn read(text: &str) -> Vec<u8> {
        let value = |sign: u8| u32::from(sign) - 35 - u32::from(sign > b'<');
        let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
        for signs in text.as_bytes().chunks(2) {
            match signs {
                [one] => {
                    held |= value(*one) << bits;
                    bits += SINGLE;
                }
                [low, high] => {
                    held |= (value(*low) + SIGNS * value(*high)) << bits;
                    bits += PAIR;
                }
                _ => unreachable!("chunks of two"),
            }
            while bits >= 8 {
                bytes.push(held.to_le_bytes()[0]);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes
    }

    #[test]
    fn known_bytes_have_known_signs() {
        for (bytes, text) in [(&b""[..], ""), (&[0][..], "##"), (&[25], "=#"), (&[24], ";#"), (&[255, 255], "$~*")] {
            assert_eq!(printable(bytes), text, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back_and_nothing_ends_the_element(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let text = printable(&bytes);
            prop_assert!(text.bytes().all(|sign| (b'#'..=b'~').contains(&sign) && sign != b'<'));
            prop_assert!(text.len() <= bytes.len() * 16 / 13 + 2);
            prop_assert_eq!(read(&text), bytes);
        }
    }
}
