//! Words that stand in Markdown as they are.

/// The text on one line, with every sign escaped that Markdown would read as its own. An address alone is a link, in which escapes
/// would stand as they are.
pub(super) fn plain(text: &str) -> String {
    let is_address = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    if is_address && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>|\\`".contains(c)) {
        return format!("<{text}>");
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            safe.push('\\');
        }
        safe.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    safe
}
