//! The page with a corpus in it, in its two forms: for a host, with files beside it; and as one file that needs nothing.
//! The same program and corpus give the same bytes.

use crate::fingerprint::sha256;
use crate::hosting;
use crate::island::{island, parted};
use crate::metadata;
use crate::plain;
use crate::policy;
use crate::printable::printable;
use crate::program::Program;
use crate::skeleton::{Filling, escaped, tags};
use crate::trouble::{Outcome, Trouble};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sightlines_engine::messages::Language;
use sightlines_engine::model::Corpus;
use std::collections::BTreeMap;
use std::io::Write;

/// A corpus as pages hold it. Every page has the same, and of a large corpus it takes long to make.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The whole corpus.
    pub corpus: &'a Corpus,
    /// What the island holds.
    head: Corpus,
    /// The elements of the blocks that follow, if any do.
    blocks: String,
}

impl<'a> Contents<'a> {
    /// Those of a corpus.
    pub fn of(corpus: &'a Corpus) -> Contents<'a> {
        let (head, blocks) = parted(corpus);
        Contents { corpus, head, blocks: articles(&blocks) }
    }
}

/// The page for a host; the program's files go beside it, and `picture` says whether one for shared links does.
///
/// # Errors
/// Where the skeleton lacks a slot.
pub fn hosted(program: &Program, contents: &Contents<'_>, picture: bool) -> Outcome<String> {
    let mut filling = Filling::of(&program.page);
    let Contents { corpus, head, blocks } = contents;
    let island = format!("<script type=\"application/json\" id=\"corpus\">{}</script>", island(head));
    filling.slot("</body>", format!("{blocks}</body>"))?;
    filling.slot("</head>", format!("{}{}</head>", hosting::head(corpus, picture), metadata::json_ld(corpus)))?;
    fill(&mut filling, program, corpus, policy::of_a_host(), island)?;
    Ok(filling.page())
}

/// The one file; `beside` are scripts that run in it besides its own, such as a course package's.
///
/// # Errors
/// Where the skeleton lacks a slot, or the page or a style names a file that was not built.
pub fn one_file(program: &Program, contents: &Contents<'_>, beside: &[&str]) -> Outcome<String> {
    let mut filling = Filling::of(&program.page);
    let (mut style, mut style_at, mut scripts) = (String::new(), None, Vec::new());
    for tag in tags(&program.page) {
        match (tag.name, tag.attribute("rel"), tag.attribute("href"), tag.attribute("src")) {
            ("link", Some("stylesheet"), Some(address), _) => {
                style.push_str(&with_its_files(&program.text(address)?, program)?);
                style_at.get_or_insert(tag.at.start);
                filling.put(tag.at, String::new());
            }
            ("link", Some("preload"), ..) => filling.put(tag.at, String::new()),
            ("script", _, _, Some(address)) => {
                let script = lean(&program.text(address)?);
                // The glue is large: packed, and run by the start script. The policy knows it by the same hash.
                if tag.attribute("id") == Some("glue") {
                    let glue = without_an_address(&script);
                    let block = packed("glue", &crate::program::pack(glue.as_bytes()));
                    filling.put(tag.at, block.trim_end_matches("</script>").to_string());
                    scripts.push(glue);
                } else {
                    let script = inline(&script);
                    filling.put(tag.at, format!("<script>{script}"));
                    scripts.push(script);
                }
            }
            _ => {}
        }
    }
    let at = style_at.ok_or_else(|| Trouble::new("index.html: there is no stylesheet"))?;
    let style = inline(&tight(&lean(&style)));
    filling.put(at..at, format!("<style>{style}</style>"));
    let mut end = packed("program", &program.packed);
    for script in beside {
        let script = inline(&lean(script));
        end.push_str(&format!("\n<script>{script}</script>"));
        scripts.push(script);
    }
    let Contents { corpus, head, blocks } = contents;
    end.push_str(blocks);
    filling.slot("</body>", format!("{end}\n</body>"))?;
    let island = packed("corpus", &crate::program::pack(island(head).as_bytes()));
    let policy = policy::of_one_file(scripts.iter().map(String::as_str), &style);
    fill(&mut filling, program, corpus, policy, island)?;
    Ok(filling.page())
}

/// What both forms have.
fn fill(filling: &mut Filling<'_>, program: &Program, corpus: &Corpus, policy: String, island: String) -> Outcome<()> {
    let [title, description, language] = [&corpus.title, &corpus.description, &corpus.language].map(|t| escaped(t));
    // The policy comes first: it rules only what follows it.
    filling.slot("<head>", format!("<head>\n{policy}"))?;
    filling.slot("<html lang=\"en\">", format!("<html lang=\"{language}\">"))?;
    // About shows it.
    let hash = sha256(program.wasm()?);
    filling.slot("<div id=\"app\"></div>", format!("<div id=\"app\" data-program=\"{hash}\"></div>"))?;
    filling.slot("<title>Sightlines</title>", format!("<title>{title} · Sightlines</title>"))?;
    filling.slot(
        "<meta name=\"description\" content=\"Sightlines\">",
        format!("<meta name=\"description\" content=\"{description}\">"),
    )?;
    filling.slot(
        "<div id=\"plain\" role=\"main\"></div>",
        format!("<div id=\"plain\" role=\"main\">\n{}</div>", plain::html(corpus)),
    )?;
    filling.slot("<div id=\"unstarted\"></div>", format!("<div id=\"unstarted\">{}</div>", unstarted()))?;
    let slot = |says: &str| format!("<script type=\"application/json\" id=\"says\">{says}</script>");
    filling.slot(&slot(""), slot(&of_failures()))?;
    filling.slot("<script type=\"application/json\" id=\"corpus\"></script>", island)
}

/// What the start script says of failures, as it reads it: `{ name: { language: text } }`.
fn of_failures() -> String {
    let mut names: BTreeMap<String, BTreeMap<&str, Value>> = BTreeMap::new();
    for language in Language::ALL {
        // Texts by name: none of them can be refused by the format.
        let said = serde_json::to_value(&language.messages().starting).expect("messages have a JSON form");
        for (name, text) in said.as_object().into_iter().flatten() {
            names.entry(name.clone()).or_default().insert(language.tag(), text.clone());
        }
    }
    island(&names)
}

/// What stands over the plain articles where no script runs, which alone could choose a language.
fn unstarted() -> String {
    let paragraph = |language: Language| {
        format!("<p lang=\"{}\">{}</p>", language.tag(), escaped(language.messages().starting.needs_scripts))
    };
    Language::ALL.map(paragraph).concat()
}

/// A data block of the one file: gzip in printable signs, which the start script unpacks.
fn packed(id: &str, bytes: &[u8]) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{id}\">{}</script>", printable(bytes))
}

/// Blocks of articles. They are many and their texts long, so that packing them as small as they go would take minutes.
fn articles(blocks: &[Vec<u8>]) -> String {
    let block = |block: &Vec<u8>| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        // Writing into memory cannot fail.
        packed.write_all(block).expect("memory can be written");
        let packed = packed.finish().expect("memory can be written");
        format!("\n<script type=\"application/octet-stream\" class=\"articles\">{}</script>", printable(&packed))
    };
    blocks.iter().map(block).collect()
}

/// A script or style without indentation and without comments that have lines of their own: a third of the glue. Where a
/// text runs over several lines, it is left as it is.
fn lean(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1 || line.ends_with('\\')) {
        return text.to_string();
    }
    let (mut lean, mut comment) = (String::with_capacity(text.len()), false);
    for line in text.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            // What follows a comment on its last line stays.
            let Some((_, rest)) = line.split_once("*/") else { continue };
            comment = false;
            if !rest.trim().is_empty() {
                lean.push_str(rest.trim_start());
                lean.push('\n');
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
    }
    lean
}

/// A style without the spaces that mean nothing: a tenth of it. One that still has comments is left as it is, since these may hold
/// half a quoted text.
fn tight(style: &str) -> String {
    if style.contains("/*") {
        return style.to_string();
    }
    let (mut tight, mut quote) = (String::with_capacity(style.len()), None);
    for c in style.chars() {
        let follows = |signs: &str| tight.chars().next_back().is_none_or(|last| signs.contains(last));
        match quote {
            Some(_) if follows("\\") => tight.push(c),
            Some(end) => {
                quote = (c != end).then_some(end);
                tight.push(c);
            }
            None if c == ' ' && follows(" \n{};:,") || c == '\n' && follows(" \n{;,") => {}
            None => {
                if "{}".contains(c) && follows(" ;") {
                    tight.pop();
                }
                quote = Some(c).filter(|c| "\"'".contains(*c));
                tight.push(c);
            }
        }
    }
    tight
}

/// A script or style that can stand in its element: what would end it is written so that it means the same and does not.
fn inline(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        safe.push(c);
        let ends = |word: &str| after.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if c == '<' && (ends("/script") || ends("/style") || ends("!--")) {
            // `<\/script` and `<\!--` are the same within strings and expressions.
            safe.push('\\');
        }
    }
    safe
}

/// The glue asks for its own address, which an inline script has not; in a frame without an address the question throws.
fn without_an_address(glue: &str) -> String {
    glue.replace("new URL(document.currentScript.src, location.href).toString()", "''")
}

/// A stylesheet with the files that it names written into it.
fn with_its_files(style: &str, program: &Program) -> Outcome<String> {
    let (mut filled, mut rest) = (String::with_capacity(style.len()), style);
    while let Some((before, after)) = rest.split_once("url(") {
        let (address, behind) = after.split_once(')').ok_or_else(|| Trouble::new("a stylesheet ends within url(…)"))?;
        let bare = address.trim().trim_matches(['"', '\'']);
        filled.push_str(before);
        if bare.starts_with("data:") || bare.starts_with('#') {
            filled.push_str(&format!("url({address})"));
        } else {
            let kind = match bare.rsplit_once('.').map(|(_, end)| end) {
                Some("woff2") => "font/woff2",
                Some("svg") => "image/svg+xml",
                Some("png") => "image/png",
                _ => {
                    return Err(Trouble::new(format!("a stylesheet names {bare}, which the one file cannot hold"))
                        .mend("a woff2, svg or png under public/"));
                }
            };
            filled.push_str(&format!("url(data:{kind};base64,{})", STANDARD.encode(program.file(bare)?)));
        }
        rest = behind;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
pub mod tests;
