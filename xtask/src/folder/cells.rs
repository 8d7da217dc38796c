//! Cells that hold dates, numbers and locators; what a spreadsheet program made of them is recognised and said.

use super::fault::{Faults, Place, Register, check_id_form};
use sightlines_engine::model::{ArticleId, Edtf, Locator};

/// Beginnings of months' names as spreadsheet programs write them in the languages that editors are likely to use.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
    "fév", "avr", "aoû", "déc", "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя",
    "дек", "月",
];

/// What a spreadsheet program seems to have made of a number or a date, if so.
pub(super) fn mangled(cell: &str) -> Option<&'static str> {
    let lower = cell.to_lowercase();
    let has_digit = lower.contains(|c: char| c.is_ascii_digit());
    let letters: String = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let parts: Vec<&str> = lower.split(['.', '/', '-', ' ', ':']).filter(|part| !part.is_empty()).collect();
    let numbers = |parts: &[&str]| parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if has_digit && MONTHS.iter().any(|month| letters.starts_with(month)) {
        return Some("a date");
    }
    if parts.len() >= 3 && numbers(&parts) || parts.len() == 2 && lower.contains(['/', '-', ':']) && numbers(&parts) {
        return Some("a date");
    }
    // Days since 1900, which is how a date looks once its format is taken off: 1982 to 2064.
    if lower.parse::<u32>().is_ok_and(|days| (30_000..60_000).contains(&days)) {
        return Some("a date");
    }
    let (whole, rest) = lower.split_once(',')?;
    numbers(&[whole, rest]).then_some("a decimal number").filter(|_| !whole.is_empty() && !rest.is_empty())
}

/// A locator of an evidence cell, or a fault.
fn read_locator(cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<Locator> {
    let read = cell.parse::<Locator>().ok().filter(|_| mangled(cell).is_none());
    if read.is_none() {
        match mangled(cell) {
            Some(form) => faults.add(
                at,
                format!("a spreadsheet program seems to have made {form} of the evidence: “{cell}”"),
                "write paragraph and sentence with a ¶ before them, such as ¶3.2, and format the column as text",
            ),
            None => faults.add(
                at,
                format!("“{cell}” is no place in an article"),
                "write a paragraph, ¶7, or paragraph and sentence, ¶7.3; several are joined by `; `",
            ),
        }
    }
    read
}

/// The locators of an evidence cell within one article: `2.1; ¶3`.
pub(super) fn read_evidence(cell: &str, at: Place<'_>, faults: &mut Faults) -> Vec<Locator> {
    let parts = cell.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts.filter_map(|part| read_locator(part, at, faults)).collect()
}

/// The locators of an evidence cell in a file without an article column: `lee-2031 ¶2.1; lee-2031 ¶3`.
pub(super) fn read_places(
    cell: &str,
    articles: &Register,
    at: Place<'_>,
    faults: &mut Faults,
) -> Vec<(ArticleId, Locator)> {
    let mut places = Vec::new();
    for part in cell.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let Some((article, locator)) = part.split_once(char::is_whitespace) else {
            let remedy = "write the article's id, a space and the place, such as `some-article ¶2.1`";
            faults.add(at, format!("“{part}” names no article"), remedy);
            continue;
        };
        let known = articles.check(article, at, faults);
        if let (Some(locator), true) = (read_locator(locator.trim(), at, faults), known) {
            places.push((article.into(), locator));
        }
    }
    places
}

/// A paragraph's number in a `p` cell.
pub(super) fn read_paragraph(cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<u32> {
    read_number("p", cell.trim_start_matches('¶').trim_start(), at, faults)
}

/// A whole number in the column `column`.
pub(super) fn read_number(column: &str, cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<u32> {
    let digits = (1..=9).contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_digit());
    let read = cell.parse::<u32>().ok().filter(|_| digits);
    if read.is_none() {
        let zeros = cell.split_once(['.', ',']).filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
        match zeros {
            Some((whole, _)) => faults.add(
                at,
                format!("a spreadsheet program seems to have put decimals into `{column}`: “{cell}”"),
                format!("write {whole}"),
            ),
            None if cell.is_empty() => faults.add(at, format!("`{column}` is empty"), "write a whole number"),
            None => {
                let form = mangled(cell)
                    .map_or(String::new(), |form| format!("; a spreadsheet program seems to have made {form} of it"));
                faults.add(at, format!("`{column}` is “{cell}”{form}"), "write a whole number");
            }
        }
    }
    read
}

/// A date, which may be empty; what is none is a fault.
pub(super) fn read_date(cell: &str, at: Place<'_>, faults: &mut Faults) -> Option<Edtf> {
    let read = cell.parse::<Edtf>().ok();
    if read.is_none() && !cell.is_empty() {
        let forms = "write 2019, 2019-01, 2019-01-22 or an interval such as 2019-05/2019-06";
        // A year first, with hyphens, is a human's slip: programs put it otherwise.
        let as_we_write = cell.split('-').next().is_some_and(|year| year.len() == 4)
            && cell.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        match mangled(cell).filter(|_| !as_we_write) {
            Some(_) => faults.add(
                at,
                format!("a spreadsheet program seems to have rewritten the date “{cell}”"),
                format!("{forms}, and format the column as text"),
            ),
            None => faults.add(at, format!("“{cell}” is no date"), forms),
        }
    }
    read
}

/// The id in the first cell of a row: there, and of the allowed characters.
pub(super) fn check_row_id(id: &str, at: Place<'_>, faults: &mut Faults) {
    check_filled("id", id, at, faults);
    check_id_form(id, at, faults);
}

/// Adds a fault where a cell that must say something is empty; whether it is filled.
pub(super) fn check_filled(column: &str, cell: &str, at: Place<'_>, faults: &mut Faults) -> bool {
    if cell.is_empty() {
        faults.add(at, format!("`{column}` is empty"), "fill it in");
    }
    !cell.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_program_mangled_is_told_from_what_was_written() {
        for (cell, expected) in [
            ("3. Feb", Some("a date")),
            ("03.02.2019", Some("a date")),
            ("May-16", Some("a date")),
            ("16-May", Some("a date")),
            ("3月2日", Some("a date")),
            ("03.фев", Some("a date")),
            ("2019-02-03 00:00:00", Some("a date")),
            ("3/2", Some("a date")),
            ("43499", Some("a date")),
            ("3,2", Some("a decimal number")),
            ("3.2", None),
            ("12", None),
            ("¶3.2", None),
            ("p. 3", None),
            ("", None),
        ] {
            assert_eq!(mangled(cell), expected, "{cell}");
        }
    }
}
