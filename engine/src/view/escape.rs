//! Percent-encoding, strict on the way out and lenient on the way in.

/// Encodes a value for the fragment: letters and digits of ASCII and `-`, `.`, `_` stand as they are, but not at the end,
/// where mail and chat programs take a sign for the sentence's.
pub fn encode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
    for (at, byte) in value.bytes().enumerate() {
        if plain(byte) && (byte.is_ascii_alphanumeric() || at + 1 < value.len()) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Decodes a value. What is no escape stands as it is; what is no UTF-8 becomes a replacement character.
pub fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'+', _, _) => {
                out.push(b' ');
                at += 1;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
