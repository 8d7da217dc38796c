//! BibLaTeX (the package's manual, *Database Guide*): entry types, `entrysubtype`, dates as ISO 8601-2 with intervals.

use super::item::{Item, accessed};
use crate::model::OutletKind;

/// An entry. Titles stand in braces of their own, which keep a style from changing their letters.
pub fn biblatex(item: &Item) -> String {
    let (entry, subtype, container) = match item.kind {
        OutletKind::Newspaper => ("article", "newspaper", "journaltitle"),
        OutletKind::Magazine => ("article", "magazine", "journaltitle"),
        OutletKind::Journal => ("article", "", "journaltitle"),
        OutletKind::Blog => ("online", "blog", "organization"),
        OutletKind::Website => ("online", "", "organization"),
    };
    let authors = item.authors.iter().map(|name| match name.given.as_deref() {
        // What is in braces is one name, whatever stands in it.
        None | Some("") => format!("{{{}}}", escaped(&name.family)),
        Some(given) => format!("{{{}}}, {{{}}}", escaped(&name.family), escaped(given)),
    });
    let braced = |text: &str| if text.is_empty() { String::new() } else { format!("{{{}}}", escaped(text)) };
    let fields = [
        ("author", authors.collect::<Vec<_>>().join(" and ")),
        ("title", braced(&item.title)),
        (container, braced(&item.container)),
        ("entrysubtype", subtype.to_string()),
        ("date", item.date.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("language", escaped(&item.language)),
        ("url", address(&item.url)),
        ("urldate", item.accessed.map(accessed).unwrap_or_default()),
        // Styles do not print it.
        ("annotation", escaped(&item.note)),
    ];
    let mut text = format!("@{entry}{{{},\n", item.key);
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        text += &format!("  {name} = {{{value}}},\n");
    }
    text + "}\n"
}

/// Text in which nothing is a command, a comment, a brace or a ligature of TeX, on one line.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut before = None;
    for c in text.chars() {
        // Two of these are set as one sign: `--` as a dash, `''` as a quotation mark.
        if matches!(c, '-' | '\'' | ',' | '<' | '>') && before == Some(c) {
            safe.push_str("{}");
        }
        before = Some(c);
        match c {
            '`' => safe.push_str("\\textasciigrave{}"),
            '\\' => safe.push_str("\\textbackslash{}"),
            // Braces are counted even behind a backslash, so they are named.
            '{' => safe.push_str("\\textbraceleft{}"),
            '}' => safe.push_str("\\textbraceright{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '%' | '&' | '#' | '$' | '_' => safe.extend(['\\', c]),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

/// An address, which is read as it stands but for braces and what no address holds.
fn address(url: &str) -> String {
    url.replace(['{', '}', '\\', ' ', '\n', '\r'], "")
}
