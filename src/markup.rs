//! A saved web page → plain lines, as the engine cleans them.
//!
//! In: HTML. Out: its visible words, a block a line with a blank line between; navigation, forms and the like are left
//! out. Parsed by the browser, which runs and fetches nothing of it.

use crate::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// What holds no words of an article.
const SKIPPED: &[&str] = &[
    "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "NAV", "FORM", "BUTTON", "SELECT", "TEXTAREA", "IFRAME", "SVG",
    "OBJECT", "HEAD", "DIALOG", "AUDIO", "VIDEO",
];

/// What stands within a line.
const INLINE: &[&str] = &[
    "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DEL", "DFN", "EM", "FONT", "I", "INS", "KBD", "MARK", "Q",
    "S", "SAMP", "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "U", "VAR", "WBR", "LABEL", "RUBY", "RB",
];

/// Whether a file is a web page: by its name, or by how it begins.
pub fn is_page(name: &str, text: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let head = text.trim_start().get(..200).unwrap_or(text).to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end))
        || ["<!doctype html", "<html", "<?xml"].iter().any(|start| head.trim_start().starts_with(start))
}

/// The page's words as lines; none, where the browser cannot parse it.
pub fn lines(html: &str) -> Option<String> {
    let body = dom::parse_html(html)?.body()?;
    let mut lines = String::new();
    walk(&body, &mut lines);
    Some(lines)
}

fn walk(node: &Node, lines: &mut String) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        if child.node_type() == Node::TEXT_NODE {
            words(&child.node_value().unwrap_or_default(), lines);
        } else if let Some(element) = child.dyn_ref::<Element>() {
            let tag = element.tag_name().to_ascii_uppercase();
            let hidden =
                element.has_attribute("hidden") || element.get_attribute("aria-hidden").as_deref() == Some("true");
            if SKIPPED.contains(&tag.as_str()) || hidden {
                continue;
            }
            match tag.as_str() {
                "BR" => lines.push('\n'),
                tag if INLINE.contains(&tag) => walk(&child, lines),
                _ => {
                    lines.push_str("\n\n");
                    walk(&child, lines);
                    lines.push_str("\n\n");
                }
            }
        }
    }
}

/// Words with single spaces: line ends in the source of a page mean nothing.
fn words(text: &str, lines: &mut String) {
    let spaced = |c: char| c.is_ascii_whitespace();
    if text.starts_with(spaced) && !lines.ends_with(char::is_whitespace) {
        lines.push(' ');
    }
    let mut first = true;
    for word in text.split(spaced).filter(|word| !word.is_empty()) {
        if !first {
            lines.push(' ');
        }
        lines.push_str(word);
        first = false;
    }
    if !first && text.ends_with(spaced) {
        lines.push(' ');
    }
}
