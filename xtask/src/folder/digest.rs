//! The digest of an article: our own short restatement of each paragraph, in blocks `[n]`, with `## headings` between.

use super::fault::{Faults, Place, counted};
use super::source::Source;
use sightlines_engine::model::Heading;

/// One block of a digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The paragraph it restates.
    pub(super) n: u32,
    /// What it says, on one line.
    pub(super) text: String,
    /// The line of its `[n]`.
    pub(super) line: u32,
}

/// Reads what follows line `last_line` of a record.
pub(super) fn read(source: &Source, last_line: u32, faults: &mut Faults) -> (Vec<Block>, Vec<Heading>) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut headings: Vec<Heading> = Vec::new();
    // Headings whose paragraph has not come yet.
    let mut waiting: Vec<(u32, String)> = Vec::new();
    let mut inside = false;
    for (number, line) in source.lines().filter(|(number, _)| *number > last_line) {
        let at = Place::new(&source.name, number);
        let line = line.trim();
        if line.is_empty() {
            inside = false;
        } else if let Some((n, text)) = block_start(line) {
            headings.extend(waiting.drain(..).map(|(_, label)| Heading { before: n, label, source: false }));
            blocks.push(Block { n, text: text.to_string(), line: number });
            inside = true;
        } else if line.starts_with('#') {
            inside = false;
            match line.strip_prefix("## ").map(str::trim).filter(|label| !label.is_empty()) {
                Some(label) => waiting.push((number, label.to_string())),
                None => faults.add(at, "this heading is of another form", "write ## and a space before its words"),
            }
        } else if let Some(block) = blocks.last_mut().filter(|_| inside) {
            block.text.push_str(if block.text.is_empty() { "" } else { " " });
            block.text.push_str(line);
        } else {
            let remedy = "begin each block with its paragraph's number, such as [1], and leave no empty line within it";
            faults.add(at, "this line belongs to no block", remedy);
        }
    }
    for (number, label) in waiting {
        let at = Place::new(&source.name, number);
        faults.add(at, format!("no block follows the heading “{label}”"), "put it before the block that it heads");
    }
    check_order(source, &blocks, faults);
    (blocks, headings)
}

/// The number and the rest of a line that begins a block.
fn block_start(line: &str) -> Option<(u32, &str)> {
    let (number, text) = line.strip_prefix('[')?.split_once(']')?;
    let number = number.trim().trim_start_matches('¶').trim();
    let digits = !number.is_empty() && number.len() <= 6 && number.bytes().all(|b| b.is_ascii_digit());
    Some((number.parse().ok().filter(|_| digits)?, text.trim()))
}

fn check_order(source: &Source, blocks: &[Block], faults: &mut Faults) {
    for block in blocks.iter().filter(|block| block.text.is_empty()) {
        let at = Place::new(&source.name, block.line);
        faults.add(at, format!("the block [{}] is empty", block.n), "say what its paragraph claims");
    }
    if let Some(first) = blocks.first().filter(|first| first.n > 1) {
        let at = Place::new(&source.name, first.line);
        let remedy = "begin with [1], or with [0] where there is a standfirst or synopsis";
        faults.add(at, format!("the first block is [{}]", first.n), remedy);
    }
    for pair in blocks.windows(2) {
        let (before, block) = (&pair[0], &pair[1]);
        let at = Place::new(&source.name, block.line);
        if let Some(first) = blocks.iter().find(|other| other.n == block.n && other.line < block.line) {
            let remedy = "give each paragraph one block";
            faults.add(at, format!("the block [{}] stands twice, first in line {}", block.n, first.line), remedy);
        } else if block.n < before.n {
            let remedy = "put the blocks in the order of their numbers";
            faults.add(at, format!("the block [{}] follows [{}]", block.n, before.n), remedy);
        } else if block.n > before.n + 1 {
            let remedy = format!("write [{}] between them, or number on", before.n + 1);
            faults.add(at, format!("the block [{}] follows [{}]", block.n, before.n), remedy);
        }
    }
}

/// Paragraph numbers in words, for a reader who counts: `3 blocks (0 to 2)`, `3 paragraphs (1, 2, 9)`.
pub(super) fn extent(numbers: &[u32], noun: &str) -> String {
    let runs: Vec<String> = numbers
        .chunk_by(|a, b| *b == a + 1)
        .map(|run| match run {
            [first, _, .., last] => format!("{first} to {last}"),
            few => few.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        })
        .collect();
    let all = if runs.is_empty() { String::new() } else { format!(" ({})", runs.join(", ")) };
    format!("{}{all}", counted(numbers.len(), noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_may_wrap_and_headings_stand_before_the_next_block() {
        let source =
            Source::new("a.md", "+++\n[0] The lead\r\nwraps.\n\n## The quay\n## Its price\n[1]\nBody.\n[ ¶2 ] More.");
        let mut faults = Faults::default();
        let (blocks, headings) = read(&source, 1, &mut faults);
        let seen: Vec<(u32, &str, u32)> = blocks.iter().map(|b| (b.n, b.text.as_str(), b.line)).collect();
        assert_eq!(seen, [(0, "The lead wraps.", 2), (1, "Body.", 7), (2, "More.", 9)]);
        let seen: Vec<(u32, &str)> = headings.iter().map(|h| (h.before, h.label.as_str())).collect();
        assert_eq!(seen, [(1, "The quay"), (1, "Its price")]);
        assert!(faults.into_sorted().is_empty());
    }
}
