//! Words that stand in Markdown as they are.

/// The text on one line, with every sign escaped that Markdown would read as its own. An ampersand is one of them only where
/// the name or number of a sign follows it (CommonMark 2.5): those of an address stay, so that it can be taken out and opened.
pub(super) fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~')
            || c == '&' && names_a_sign(&text[at + 1..])
        {
            safe.push('\\');
        }
        safe.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    safe
}

/// Whether what follows an ampersand may be the rest of a character reference, such as `amp;` or `#124;`.
fn names_a_sign(rest: &str) -> bool {
    rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#').starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_stand_as_they_are() {
        for (text, written) in [
            ("a *b* _c_", "a \\*b\\* \\_c\\_"),
            ("one\r\ntwo", "one  two"),
            // Found by fuzzing: a reader of Markdown turns the names of signs into the signs.
            ("&lt;b&gt; &#124;", "\\&lt;b\\&gt; \\&\\#124;"),
            ("#view=compare&a=japan", "\\#view=compare&a=japan"),
            ("~~gone~~", "\\~\\~gone\\~\\~"),
        ] {
            assert_eq!(plain(text), written);
        }
    }
}
