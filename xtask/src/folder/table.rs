//! A CSV file of the folder: `,` or `;` between cells, quoted cells with line breaks, any line ends.

use super::fault::{Faults, Place, counted, offer};
use super::source::Source;
use std::path::Path;

/// A table whose cells stand in the order of the columns that were asked for.
#[derive(Debug)]
pub(super) struct Table<const N: usize> {
    /// The file's name.
    pub(super) file: String,
    pub(super) rows: Vec<Row<N>>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row<const N: usize> {
    /// The line of the file in which it begins.
    pub(super) line: u32,
    /// Its cells, without white space around them.
    pub(super) cells: [String; N],
}

impl<const N: usize> Table<N> {
    /// Reads a table. Where there is no such file it is empty; where the header lacks a column, that is told and the rows
    /// are left unread, since each would only repeat it.
    pub(super) fn read(dir: &Path, name: &str, columns: [&str; N], faults: &mut Faults) -> Table<N> {
        let rows = Source::read(dir, name, faults).map(|source| read_rows(&source, columns, faults));
        Table { file: name.to_string(), rows: rows.unwrap_or_default() }
    }

    pub(super) fn place(&self, row: &Row<N>) -> Place<'_> {
        Place::new(&self.file, row.line)
    }
}

fn read_rows<const N: usize>(source: &Source, columns: [&str; N], faults: &mut Faults) -> Vec<Row<N>> {
    let header = source.lines().map(|(_, line)| line).find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |sign: char| header.matches(sign).count();
    let delimiter = if count(';') > count(',') { b';' } else { b',' };
    let mut text = source.text.as_str();
    if let Some(row) = row_with_open_quotation(text, delimiter) {
        let remedy = "close it at the end of its cell, and write a quotation mark inside such a cell twice";
        faults.add(
            source.place(row),
            "a quotation mark is opened in this row and not closed where its cell ends",
            remedy,
        );
        // What follows cannot be told apart any more.
        text = &text[..row];
    }
    let records = split(text, delimiter);
    let mut records = records.into_iter();
    let Some((from, header)) = records.next() else {
        let remedy = format!("begin with the line {}", columns.join(","));
        faults.add(Place::new(&source.name, 1), "the file is empty", remedy);
        return Vec::new();
    };
    let Some(order) = read_header(source.place(from), &header, columns, faults) else { return Vec::new() };
    let mut rows = Vec::new();
    for (from, mut cells) in records {
        while cells.len() > header.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() != header.len() {
            let what = format!("the row has {}, the header {}", counted(cells.len(), "cell"), header.len());
            let remedy = format!("put a cell with a `{}` in it into quotation marks", char::from(delimiter));
            faults.add(source.place(from), what, remedy);
            continue;
        }
        rows.push(Row { line: source.line(from), cells: order.map(|at| std::mem::take(&mut cells[at])) });
    }
    rows
}

/// The rows that say anything: where each begins, and its cells.
fn split(text: &str, delimiter: u8) -> Vec<(usize, Vec<String>)> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    // The text is UTF-8 and in memory, and rows may be of any length: reading cannot fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        let from = record.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0)).min(text.len());
        let from = from + text[from..].len() - text[from..].trim_start_matches(['\r', '\n']).len();
        let cells: Vec<String> = record.iter().map(tidy).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            records.push((from, cells));
        }
    }
    records
}

/// Where the first row begins that has a quoted cell which does not end where a cell ends. The reader would take it in
/// with what follows it.
fn row_with_open_quotation(text: &str, delimiter: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let ends_cell = |at: usize| bytes.get(at).is_none_or(|byte| *byte == delimiter || matches!(byte, b'\r' | b'\n'));
    let (mut at, mut row) = (0, 0);
    while at < bytes.len() {
        // A cell begins here.
        if bytes[at] == b'"' {
            let mut closing = at + 1;
            while closing < bytes.len() && (bytes[closing] != b'"' || bytes.get(closing + 1) == Some(&b'"')) {
                closing += if bytes[closing] == b'"' { 2 } else { 1 };
            }
            if closing >= bytes.len() || !ends_cell(closing + 1) {
                return Some(row);
            }
            at = closing + 1;
        }
        while !ends_cell(at) {
            at += 1;
        }
        if matches!(bytes.get(at), Some(b'\r' | b'\n')) {
            row = at + 1;
        }
        at += 1;
    }
    None
}

/// Where each wanted column stands.
fn read_header<const N: usize>(
    at: Place<'_>,
    header: &[String],
    columns: [&str; N],
    faults: &mut Faults,
) -> Option<[usize; N]> {
    let missing: Vec<&str> = columns.into_iter().filter(|column| !header.iter().any(|name| name == column)).collect();
    let mut meant: Vec<String> = Vec::new();
    for (nth, name) in header.iter().enumerate() {
        if header[..nth].contains(name) {
            faults.add(at, format!("the column `{name}` stands twice"), "take one out");
        } else if !columns.contains(&name.as_str()) {
            let remedy = offer(name, missing.iter().copied());
            meant.extend(remedy.clone());
            let remedy = remedy.unwrap_or_else(|| "take it out".to_string());
            faults.add(at, format!("no column is called `{name}`"), remedy);
        }
    }
    for column in missing.iter().filter(|column| !meant.iter().any(|offered| offered.contains(&format!("`{column}`"))))
    {
        faults.add(at, format!("the column `{column}` is missing"), format!("write {}", columns.join(",")));
    }
    let order = columns.map(|column| header.iter().position(|name| name == column));
    order.iter().all(Option::is_some).then(|| order.map(Option::unwrap_or_default))
}

/// A cell without white space around it and with plain line ends.
fn tidy(cell: &str) -> String {
    cell.trim().replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(u32, [String; 2])>, Vec<String>) {
        let mut faults = Faults::default();
        let rows = read_rows(&Source::new("t.csv", text), ["id", "text"], &mut faults);
        (
            rows.into_iter().map(|row| (row.line, row.cells)).collect(),
            faults.into_sorted().iter().map(ToString::to_string).collect(),
        )
    }

    #[test]
    fn a_table_reads_the_same_however_a_program_saved_it() {
        let expected = [(2, ["a".to_string(), "one, two; \"three\"".to_string()]), (4, ["b".into(), "x\ny".into()])];
        for text in [
            "id,text\na,\"one, two; \"\"three\"\"\"\n\nb,\"x\ny\"\n",
            "\u{feff}id;text\r\na;\"one, two; \"\"three\"\"\"\r\n;\r\nb;\"x\r\ny\"\r\n",
            "text,id\r\"one, two; \"\"three\"\"\",a\r\r\"x\ry\",b",
            "id,text\na,\"one, two; \"\"three\"\"\",,\n,\nb,\"x\ny\",\n",
        ] {
            assert_eq!(read(text), (expected.to_vec(), vec![]), "{text:?}");
        }
    }

    #[test]
    fn a_broken_table_says_in_which_line() {
        for (text, expected) in [
            ("", "t.csv:1: the file is empty; begin with the line id,text"),
            ("id\na\n", "t.csv:1: the column `text` is missing; write id,text"),
            ("id,txet\na,b\n", "t.csv:1: no column is called `txet`; write `text`"),
            ("id,text,id\na,b,c\n", "t.csv:1: the column `id` stands twice; take one out"),
            ("id,text\na,b\nc,d,e\n", "t.csv:3: the row has 3 cells, the header 2; put a cell with a `,` in it into"),
            ("id,text\na\n", "t.csv:2: the row has 1 cell, the header 2"),
            ("id,text\na,b\r\nc,\"d\" or\ne,f\n", "t.csv:3: a quotation mark is opened in this row and not closed"),
            ("id,text\na,b\nc,\"d\ne,\"f\"\n", "t.csv:3: a quotation mark is opened in this row and not closed"),
            ("id,text\na,b\nc,\"d\ne,f\n", "t.csv:3: a quotation mark is opened in this row and not closed"),
        ] {
            let (_, faults) = read(text);
            assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{text:?}: {faults:?}");
        }
    }
}
