//! Damage done to sound paragraphs, as captures have it: what cleaning must undo.

/// A small generator of choices, so that a failing case can be told from its seed alone.
pub struct Choices(u64);

impl Choices {
    pub fn new(seed: u64) -> Choices {
        Choices(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// The paragraph as lines of at most `width` characters, where a word is not longer; the first begins with `indent` spaces.
pub fn wrapped(text: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = " ".repeat(indent);
    for word in text.split(' ') {
        let empty = line.trim().is_empty();
        if !empty && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        } else if !empty {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// Parts some long words at the ends of lines as a printer would, where the rest fits into the next line.
pub fn hyphenated(lines: &mut [String], choices: &mut Choices) {
    for i in 1..lines.len() {
        let word = lines[i].split(' ').next().unwrap_or("").to_string();
        let plain = word.len() >= 9 && word.chars().all(|c| c.is_ascii_lowercase());
        if plain && choices.once_in(2) && !lines[i - 1].ends_with(['-', '—', '–']) {
            let at = 3 + choices.below(word.len() - 6);
            lines[i - 1] = format!("{} {}-", lines[i - 1], &word[..at]);
            lines[i] = lines[i][at..].to_string();
        }
    }
}

/// Puts the end of a page after one line that breaks off, with or without the page's number.
pub fn paged(lines: &mut [String], choices: &mut Choices, number: &mut usize) {
    let open: Vec<usize> = (1..lines.len().saturating_sub(1))
        .filter(|&i| {
            lines[i].ends_with(|c: char| c.is_lowercase()) && lines[i + 1].starts_with(|c: char| c.is_lowercase())
        })
        .collect();
    if open.is_empty() {
        return;
    }
    let at = open[choices.below(open.len())];
    *number += 1;
    let end = match choices.below(4) {
        0 => "\n\n\n".to_string(),
        1 => format!("\n\n{number}\n\u{c}\n"),
        2 => format!("\n- {number} -\n\n\n"),
        _ => format!("\n\nPage {number} of 90\n\n"),
    };
    lines[at].push_str(&end);
}

/// A line that is no part of the article, to stand between paragraphs.
pub fn intruder(choices: &mut Choices) -> &'static str {
    const INTRUDERS: &[&str] = &[
        "Related article: The Other Harbour",
        "READ ALSO: Ice on the Northern Coast",
        "Read more:\nhttps://example.org/2031/04/ice-on-the-northern-coast",
        "Advertisement",
        "https://example.org/2031/04/the-other-harbour",
        "Share on Facebook",
        "Photo: Harbour Press",
        "(Photo by Ida Brandt/Harbour Press)",
        "SEE ALSO\nThe Other Harbour",
        "Sign up for our newsletter and never miss a boat.",
        "WATCH: Ice on the northern coast, seen from the air.",
        "Story continues below advertisement",
    ];
    INTRUDERS[choices.below(INTRUDERS.len())]
}

/// Swaps, drops or doubles a letter in some words; signs stay, since a lost full stop parts other sentences.
pub fn mistyped(text: &str, one_in: usize, choices: &mut Choices) -> String {
    let mistype = |word: &str, choices: &mut Choices| {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.len() > 4 && letters.iter().all(|c| c.is_alphabetic()) && choices.once_in(one_in) {
            let at = 1 + choices.below(letters.len() - 3);
            match choices.below(3) {
                0 => letters.swap(at, at + 1),
                1 => drop(letters.remove(at)),
                _ => letters.insert(at, letters[at]),
            }
        }
        letters.into_iter().collect::<String>()
    };
    text.split(' ').map(|word| mistype(word, choices)).collect::<Vec<_>>().join(" ")
}
