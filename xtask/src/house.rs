//! Rules of the house that no compiler knows: what may stand nowhere in what runs in the page.

use crate::trouble::{Naming, Outcome, Trouble};
use std::path::{Path, PathBuf};

/// What runs in the page: its own sources, the engine, and the scripts that xtask puts beside it.
const PAGE: [&str; 7] =
    ["src", "engine/src", "engine/words/src", "index.html", "style", "xtask/src/hosting", "xtask/src/course"];

/// Where the messages of the page stand.
const MESSAGES: &str = "engine/src/messages/";

/// What says messages besides: what stands in the page without the program is put there by the tools.
const PACKER: &str = "xtask/src/pack.rs";

/// Words that may not stand in some sources, and what to do instead.
struct Rule {
    words: &'static [&'static str],
    /// Where a word is meant, by the end of the file's path.
    but_in: &'static [&'static str],
    instead: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        words: &[
            "inner_html",
            "innerHTML",
            "outer_html",
            "outerHTML =",
            "insert_adjacent_html",
            "insertAdjacentHTML",
            "document.write",
            "createContextualFragment",
        ],
        but_in: &[],
        instead: "let a view or a text node hold it: markup made of text runs what a corpus or an address says",
    },
    Rule {
        words: &["eval(", "new Function", "js_sys::eval", "javascript:", "unsafe-inline", "unsafe-eval"],
        but_in: &[],
        instead: "call a function: the page's policy refuses it, and so would a course page's",
    },
    Rule {
        words: &[" style=\"", " style='"],
        but_in: &[],
        instead: "a class, style:name= or an attribute of SVG: the policy refuses styles in markup",
    },
    Rule {
        words: &["push_state", "replace_state", "set_hash", "set_href", ".pushState", ".replaceState"],
        but_in: &["src/address.rs"],
        instead: "change the view: src/address.rs alone writes the address",
    },
];

/// Holds the sources below `root` to the rules.
///
/// # Errors
/// Where a source breaks one, with each place and the remedy; where a source cannot be read.
pub fn check(root: &Path) -> Outcome<()> {
    let mut files = Vec::new();
    for source in PAGE {
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut broken = Vec::new();
    let packer = root.join(PACKER);
    let (mut messages, mut sayers) = (Vec::new(), std::fs::read_to_string(&packer).naming("read", &packer)?);
    for file in files {
        let text = std::fs::read_to_string(&file).naming("read", &file)?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        broken.extend(faults(&name, &text));
        match name.starts_with(MESSAGES) {
            true => messages.push((name, text)),
            false => sayers.push_str(&text),
        }
    }
    broken.extend(messages.iter().flat_map(|(name, text)| unsaid(name, text, &sayers)));
    if broken.is_empty() { Ok(()) } else { Err(Trouble::new(broken.join("\n"))) }
}

/// Where a text breaks a rule: `file:line: word: what to do instead`. Comments may say anything.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (nth, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for rule in RULES.iter().filter(|rule| !rule.but_in.iter().any(|file| name.ends_with(file))) {
            for word in rule.words.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{name}:{}: {}: {}", nth + 1, word.trim(), rule.instead));
            }
        }
    }
    faults
}

/// The messages of a text that no other says: `file:line: field: what to do`. The compiler refuses a message that a language lacks,
/// and cannot see one that nothing uses, since the engine offers all to the page.
fn unsaid(name: &str, text: &str, sayers: &str) -> Vec<String> {
    // Functions and constants have a space before their names.
    let field = |line: &str| Some(line.trim().strip_prefix("pub ")?.split_once(": ")?.0.to_string());
    let field = |line| field(line).filter(|field| !field.contains(' '));
    let is_said = |field: &str| {
        let mut rest = sayers;
        while let Some((_, after)) = rest.split_once(&format!(".{field}")) {
            if !after.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
                return true;
            }
            rest = after;
        }
        false
    };
    let fields = (1..).zip(text.lines()).filter_map(|(nth, line)| Some((nth, field(line)?)));
    let unsaid = fields.filter(|(_, field)| !is_said(field));
    unsaid.map(|(nth, field)| format!("{name}:{nth}: {field}: a message that nothing says: take it out")).collect()
}

/// The texts at a path: a file, or all below a folder. Tests may hold what is refused.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).naming("list", path)? {
            collect(&entry.naming("list", path)?.path(), files)?;
        }
    } else if path.extension().is_some_and(|end| ["rs", "js", "html", "css"].iter().any(|kind| end == *kind))
        && path.file_name().is_some_and(|name| name != "tests.rs")
    {
        files.push(path.to_path_buf());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_a_text_is_named_with_its_place_and_the_remedy() {
        let text = "let a = 1;\n// inner_html is never used\nview! { <p inner_html=text style=\"color: red\"></p> }\n";
        let faults = faults("src/ui/read.rs", text);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].starts_with("src/ui/read.rs:3: inner_html: let a view"), "{faults:?}");
        assert!(faults[1].starts_with("src/ui/read.rs:3: style=\": a class"), "{faults:?}");
    }

    #[test]
    fn the_address_is_written_in_one_file() {
        let text = "history.push_state(&state);";
        assert_eq!(faults("src/address.rs", text), Vec::<String>::new());
        assert_eq!(faults("src/state.rs", text).len(), 1);
    }

    #[test]
    fn a_message_that_nothing_says_is_named() {
        let text = "pub struct Masthead {\n    pub share: &'static str,\n    pub keys: &'static str,\n}\n";
        let faults = unsaid("masthead.rs", text, "view! { {messages.share} {messages.keys_button} }");
        assert_eq!(faults, ["masthead.rs:3: keys: a message that nothing says: take it out"]);
        assert_eq!(unsaid("masthead.rs", text, "messages.share; messages\n    .keys;"), Vec::<String>::new());
    }

    #[test]
    fn the_sources_keep_the_rules() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        check(root).unwrap();
    }
}
