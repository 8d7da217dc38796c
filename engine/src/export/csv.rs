//! CSV as spreadsheet programs read it.

/// The columns' names and the rows: RFC 4180, with a byte-order mark.
pub(super) fn csv(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<String> = cells.map(cell).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    };
    line(&mut columns.iter().copied());
    rows.for_each(|row| line(&mut row.iter().map(String::as_str)));
    text
}

/// One cell. What a spreadsheet program would run as a formula (it begins with = + - @ or a control character) begins with an
/// apostrophe instead (OWASP, *CSV Injection*).
fn cell(text: &str) -> String {
    let begins = text
        .chars()
        .next()
        .is_some_and(|c| c.is_control() || matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    let safe = if begins { format!("'{text}") } else { text.to_string() };
    if safe.contains(['"', ',', '\n', '\r', ';']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}
