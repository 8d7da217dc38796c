//! RIS (*RIS Format Specifications*, Research Information Systems): a tag and a value a line.

use super::item::{Item, accessed};
use crate::messages::Language;
use crate::model::{Edtf, OutletKind};

/// A record, with the line ends that the format asks for.
pub fn ris(item: &Item) -> String {
    let kind = match item.kind {
        OutletKind::Newspaper => "NEWS",
        OutletKind::Magazine => "MGZN",
        OutletKind::Journal => "JOUR",
        OutletKind::Blog => "BLOG",
        OutletKind::Website => "ELEC",
    };
    let (year, date) = item.date.as_ref().map(dated).unwrap_or_default();
    let mut text = String::new();
    let mut line = |tag: &str, value: &str| {
        // A value is one line, or what follows would be read as a tag.
        let value = value.split(char::is_control).collect::<Vec<_>>().join(" ");
        if !value.is_empty() || tag == "ER" {
            text += &format!("{tag}  - {}\r\n", value.trim());
        }
    };
    line("TY", kind);
    line("ID", &item.key);
    line("TI", &item.title);
    item.authors.iter().for_each(|name| line("AU", &name.sorted()));
    line("T2", &item.container);
    line("PY", &year);
    line("DA", &date);
    line("LA", &item.language);
    line("UR", &item.url);
    line("Y2", &item.accessed.map(|day| accessed(day).replace('-', "/")).unwrap_or_default());
    line("N1", &item.note);
    line("ER", "");
    text
}

/// The year, and the date as `year/month/day/other`: what both ends of an interval share, and the interval in words.
fn dated(date: &Edtf) -> (String, String) {
    let parts = date.parts();
    let shared = |nth: usize| {
        let first = parts[0].get(nth);
        let same = parts.iter().all(|end| end[..end.len().min(nth + 1)] == parts[0][..parts[0].len().min(nth + 1)]);
        first.filter(|_| same)
    };
    let two = |nth: usize| shared(nth).map(|part| format!("{part:02}")).unwrap_or_default();
    let year = shared(0).map(|year| format!("{year:04}")).unwrap_or_default();
    let other = if parts.len() > 1 { date.label(Language::English.messages()) } else { String::new() };
    let date = format!("{year}/{}/{}/{other}", two(1), two(2));
    (year, date)
}
