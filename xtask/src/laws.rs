//! The table of laws in ARCHITECTURE.md: every file and test that it names must be there.

use crate::trouble::{Naming, Outcome, Trouble};
use std::path::Path;

const FILE: &str = "ARCHITECTURE.md";
const HEADING: &str = "## The laws";

/// Holds the table below `root` to the tests.
///
/// # Errors
/// Where the table is not there, or a row names nothing, a file or a test that is not there; each with its line.
pub fn check(root: &Path) -> Outcome<()> {
    let path = root.join(FILE);
    let text = std::fs::read_to_string(&path).naming("read", &path)?;
    let rows = rows(&text);
    if rows.is_empty() {
        return Err(Trouble::new(format!("{FILE}: there is no table under {HEADING:?}")).mend("a row for each law"));
    }
    let faults: Vec<String> = rows.iter().flat_map(|(line, held_by)| faults(root, *line, held_by)).collect();
    if faults.is_empty() { Ok(()) } else { Err(Trouble::new(faults.join("\n"))) }
}

/// The last cell of each row below the heads, with its line.
fn rows(text: &str) -> Vec<(usize, &str)> {
    let lines = (1..).zip(text.lines()).skip_while(|(_, line)| *line != HEADING).skip(1);
    let table = lines.take_while(|(_, line)| !line.starts_with("## ")).filter(|(_, line)| line.starts_with('|'));
    table.skip(2).filter_map(|(line, row)| Some((line, row.trim_end_matches('|').rsplit_once('|')?.1))).collect()
}

/// What is wrong in a cell: names stand between backticks, and a name without a slash is a test of the file before it.
fn faults(root: &Path, line: usize, held_by: &str) -> Vec<String> {
    let names: Vec<&str> = held_by.split('`').skip(1).step_by(2).collect();
    let (mut faults, mut source) = (Vec::new(), String::new());
    if names.is_empty() {
        faults.push(format!("{FILE}:{line}: a law that nothing holds; name the file and the test in backticks"));
    }
    for name in names {
        if name.contains('/') {
            source = std::fs::read_to_string(root.join(name)).unwrap_or_else(|error| {
                faults
                    .push(format!("{FILE}:{line}: {name} cannot be read ({error}); name the file that holds the law"));
                String::new()
            });
        } else if !source.is_empty() && !source.contains(&format!("fn {name}(")) {
            faults.push(format!("{FILE}:{line}: there is no test {name}; name the one that holds the law"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_law_has_a_test_that_is_there() {
        check(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap();
    }

    #[test]
    fn a_row_that_names_what_is_not_there_is_told_with_its_line() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("laws")).unwrap();
        std::fs::write(dir.path().join("laws/a.rs"), "fn it_holds(x: u8) {}").unwrap();
        let told = |row: &str| {
            let text = format!("# A\n\n{HEADING}\n\n| law | held by |\n|---|---|\n{row}\n\n## Next\n\n| x | y |\n");
            std::fs::write(dir.path().join(FILE), text).unwrap();
            check(dir.path()).map_err(|trouble| trouble.to_string())
        };
        assert_eq!(told("| A law | `laws/a.rs` `it_holds` |"), Ok(()));
        for (row, says) in [
            ("| A law | by hand |", "7: a law that nothing holds"),
            ("| A law | `laws/b.rs` |", "7: laws/b.rs cannot be read"),
            ("| A law | `laws/a.rs` `it_stands` |", "7: there is no test it_stands"),
            ("", "no table"),
        ] {
            assert!(told(row).unwrap_err().contains(says), "{row}");
        }
    }
}
