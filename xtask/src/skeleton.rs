//! Trunk's page as a form to fill: finding its tags and slots, and putting things in at once, so that nothing put in can be
//! taken for a slot.

use crate::trouble::{Outcome, Trouble};
use std::ops::Range;

/// A start tag of the skeleton. The skeleton is our own page as Trunk writes it, so attributes are read as written.
#[derive(Debug)]
pub struct Tag<'a> {
    /// Where it stands.
    pub at: Range<usize>,
    /// Its name.
    pub name: &'a str,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, if it is there and quoted.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.text;
        while let Some(at) = rest.find(name) {
            let (before, after) = (&rest[..at], &rest[at + name.len()..]);
            if before.ends_with(char::is_whitespace)
                && let Some(value) = after.strip_prefix("=\"")
            {
                return value.split_once('"').map(|(value, _)| value);
            }
            rest = after;
        }
        None
    }
}

/// The start tags of a page, outside comments.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let (mut tags, mut from) = (Vec::new(), 0);
    while let Some(at) = page[from..].find('<').map(|at| from + at) {
        let comment = page[at..].starts_with("<!--");
        let end = if comment { "-->" } else { ">" };
        let Some(length) = page[at..].find(end).map(|length| length + end.len()) else { break };
        let text = &page[at..at + length];
        let name = text[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !name.is_empty() {
            tags.push(Tag { at: at..at + length, name, text });
        }
        from = at + length;
    }
    tags
}

/// Replacements in a page, made all at once.
#[derive(Debug)]
pub struct Filling<'a> {
    page: &'a str,
    parts: Vec<(Range<usize>, String)>,
}

impl<'a> Filling<'a> {
    /// Nothing filled yet.
    pub fn of(page: &'a str) -> Self {
        Filling { page, parts: Vec::new() }
    }

    /// Replaces a slot, which must stand in the page exactly once.
    ///
    /// # Errors
    /// Where the slot is missing or stands twice: then index.html was changed without its tools.
    pub fn slot(&mut self, slot: &str, with: String) -> Outcome<()> {
        let mut found = self.page.match_indices(slot);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => {
                self.put(at..at + slot.len(), with);
                Ok(())
            }
            (none, _) => {
                let count = if none.is_none() { "is missing" } else { "stands more than once" };
                Err(Trouble::new(format!("index.html: {slot} {count}")).mend("once, exactly so: the tools fill it"))
            }
        }
    }

    /// Replaces a range.
    pub fn put(&mut self, at: Range<usize>, with: String) {
        self.parts.push((at, with));
    }

    /// The filled page.
    pub fn page(mut self) -> String {
        self.parts.sort_by_key(|(at, _)| (at.start, at.end));
        let size = self.page.len() + self.parts.iter().map(|(_, with)| with.len()).sum::<usize>();
        let (mut filled, mut from) = (String::with_capacity(size), 0);
        for (at, with) in &self.parts {
            filled.push_str(&self.page[from..at.start]);
            filled.push_str(with);
            from = at.end;
        }
        filled.push_str(&self.page[from..]);
        filled
    }
}

/// Text that is to stand in HTML, between tags or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // A parser drops it or makes it a replacement sign; no text needs it.
            '\0' => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_their_attributes_and_comments_are_not() {
        let page = r#"<!DOCTYPE html><head><!-- <link rel="no"> --><link rel="stylesheet" href="./a.css"/><script data-src="x" src="./b.js"></script>"#;
        let tags = tags(page);
        assert_eq!(tags.iter().map(|tag| tag.name).collect::<Vec<_>>(), ["head", "link", "script"]);
        assert_eq!(tags[1].attribute("href"), Some("./a.css"));
        assert_eq!(tags[1].attribute("src"), None);
        assert_eq!(tags[2].attribute("src"), Some("./b.js"), "not data-src");
        assert_eq!(&page[tags[1].at.clone()], r#"<link rel="stylesheet" href="./a.css"/>"#);
    }

    #[test]
    fn what_is_put_in_is_never_taken_for_a_slot() {
        let mut filling = Filling::of("<a></a><b></b>");
        filling.slot("<b></b>", "<b>B</b>".into()).unwrap();
        filling.slot("<a></a>", "<a><b></b></a>".into()).unwrap();
        assert_eq!(filling.page(), "<a><b></b></a><b>B</b>");
    }

    #[test]
    fn a_slot_that_is_missing_or_doubled_is_named() {
        for (page, says) in [("<p>", "is missing"), ("<a></a><a></a>", "more than once")] {
            let trouble = Filling::of(page).slot("<a></a>", String::new()).unwrap_err().to_string();
            assert!(trouble.contains("<a></a>") && trouble.contains(says), "{trouble}");
        }
    }
}
