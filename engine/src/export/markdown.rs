//! Words that stand in Markdown as they are.

/// The text on one line, with every sign escaped that Markdown would read as its own.
pub(super) fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~') {
            safe.push('\\');
        }
        safe.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    safe
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
            ("~~gone~~", "\\~\\~gone\\~\\~"),
        ] {
            assert_eq!(plain(text), written);
        }
    }
}
