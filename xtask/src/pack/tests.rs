//! What must hold of the packed page, whatever the program and the corpus.

use super::*;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;

const PAGE: &str = include_str!("../../../index.html");

/// The skeleton as Trunk hands it on.
pub fn program(boot: &str, style: &str) -> Program {
    let mut page = PAGE
        .replace("<script data-trunk src=\"src/boot.js\"></script>", "<script src=\"./boot-1.js\"></script>")
        .replace("<link data-trunk rel=\"css\" href=\"style/", "<link rel=\"stylesheet\" href=\"./")
        .replace("<link data-trunk rel=\"copy-dir\" href=\"public/fonts\">", "")
        .replace("<link data-trunk rel=\"copy-dir\" href=\"public/icons\">", "")
        .replace("</head>", "<link id=\"program\" rel=\"preload\" href=\"./app_bg.wasm\" as=\"fetch\"></head>");
    let rust = page.find("<link data-trunk rel=\"rust\"").unwrap();
    let end = rust + page[rust..].find('>').unwrap() + 1;
    page.replace_range(rust..end, "<script id=\"glue\" src=\"./app.js\"></script>");
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for tag in tags(&page) {
        if tag.attribute("rel") == Some("stylesheet") {
            files.insert(tag.attribute("href").unwrap().trim_start_matches("./").into(), style.into());
        }
    }
    files.insert("boot-1.js".into(), boot.into());
    files.insert("app.js".into(), b"let wasm_bindgen;".to_vec());
    let wasm = b"\0asm".repeat(500);
    let packed = crate::program::pack(&wasm);
    files.insert("app_bg.wasm".into(), wasm);
    files.insert("fonts/a.woff2".into(), b"wOF2".to_vec());
    Program { page, files, packed }
}

fn corpus() -> Corpus {
    Corpus { title: "A <b> & \"c\"".into(), language: "en".into(), ..Corpus::default() }
}

/// The texts of all elements of a name, with their start tags.
fn elements<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let end = format!("</{name}>");
    let found = tags(page).into_iter().filter(|tag| tag.name == name);
    found.map(|tag| (&page[tag.at.clone()], page[tag.at.end..].split_once(&end).unwrap().0)).collect()
}

/// What a data block of the one file holds.
fn unpacked(page: &str, id: &str) -> Vec<u8> {
    let named = format!("id=\"{id}\"");
    let (_, block) = elements(page, "script").into_iter().find(|(tag, _)| tag.contains(&named)).unwrap();
    let bytes = crate::printable::tests::read(block);
    assert_eq!(bytes[4..8], [0; 4], "no time in the gzip header");
    let mut out = Vec::new();
    GzDecoder::new(bytes.as_slice()).read_to_end(&mut out).unwrap();
    out
}

#[test]
fn the_start_script_finds_what_it_says_in_every_language() {
    let boot = include_str!("../../../src/boot.js");
    let page = hosted(&program(boot, ""), &Contents::of(&corpus()), false).unwrap();
    let (_, json) = elements(&page, "script").into_iter().find(|(tag, _)| tag.contains("id=\"says\"")).unwrap();
    let said: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(json).unwrap();
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let names: Vec<String> =
        ["says().", "texts."].iter().flat_map(|before| boot.split(before).skip(1).map(word)).collect();
    assert!(names.len() > 10);
    for name in names {
        let texts = said.get(&name).unwrap_or_else(|| panic!("{name} is not there to be said"));
        assert_eq!(texts.keys().collect::<Vec<_>>(), ["en", "ja", "ru"]);
        assert!(texts.values().all(|text| !text.is_empty()));
    }
}

#[test]
fn the_policy_comes_first_and_holds_the_hash_of_each_inline_script_and_style() {
    let page = one_file(&program("start();\r\n", "a{}"), &Contents::of(&corpus()), &[]).unwrap();
    let policy = &page[page.find("<head>").unwrap() + "<head>".len()..];
    let policy = policy.trim_start().strip_prefix("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let policy = policy.split_once('>').unwrap().0;
    let run: Vec<_> = elements(&page, "script").into_iter().filter(|(tag, _)| *tag == "<script>").collect();
    assert_eq!(run.len(), 1, "the start script");
    let glue = String::from_utf8(unpacked(&page, "glue")).unwrap();
    let texts = run.into_iter().chain(elements(&page, "style")).map(|(_, text)| text);
    for text in texts.chain([glue.as_str()]) {
        let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        assert!(policy.contains(&hash), "{text} is not in {policy}");
    }
    assert_eq!(policy.matches("sha256-").count(), 3);
    assert!(!policy.contains("unsafe-inline") && policy.contains("default-src 'none'"));
}

#[test]
fn the_one_file_names_no_other_file() {
    let page = one_file(
        &program("start();", "@font-face{src:url(\"fonts/a.woff2\") format(\"woff2\")}"),
        &Contents::of(&corpus()),
        &[],
    )
    .unwrap();
    let named = tags(&page).into_iter().find(|tag| {
        tag.attribute("src").or(tag.attribute("href")).is_some_and(|a| !a.starts_with('#') && !a.starts_with("data:"))
    });
    assert!(named.is_none(), "{named:?}");
    assert!(page.contains("url(data:font/woff2;base64,d09GMg==) format"));
    let hosted = hosted(&program("start();", "a{}"), &Contents::of(&corpus()), false).unwrap();
    assert!(hosted.contains("src=\"./boot-1.js\"") && hosted.contains("href=\"./app_bg.wasm\""));
}

#[test]
fn program_and_corpus_come_out_of_their_blocks_as_they_went_in() {
    let program = program("start();", "a{}");
    let page = one_file(&program, &Contents::of(&corpus()), &[]).unwrap();
    assert_eq!(unpacked(&page, "program"), program.wasm().unwrap());
    assert_eq!(unpacked(&page, "glue"), b"let wasm_bindgen;\n");
    assert_eq!(serde_json::from_slice::<Corpus>(&unpacked(&page, "corpus")).unwrap(), corpus());
}

#[test]
fn the_same_program_and_corpus_give_the_same_bytes() {
    let [once, again] = [(); 2].map(|()| one_file(&program("start();", "a{}"), &Contents::of(&corpus()), &[]).unwrap());
    assert_eq!(once, again);
}

#[test]
fn no_script_style_or_corpus_can_end_its_element() {
    let hostile = "</script><script>x</SCRIPT ><!--</style>";
    let mut corpus = corpus();
    corpus.title = hostile.into();
    corpus.description = format!("\"{hostile}");
    corpus.language = "\"><script>".into();
    let calm = one_file(&program("s = '';", "a{}"), &Contents::of(&self::corpus()), &[]).unwrap();
    let page = one_file(
        &program(&format!("s = '{hostile}';"), &format!("a::after{{content:'{hostile}'}}")),
        &Contents::of(&corpus),
        &[],
    )
    .unwrap();
    // Only an end tag ends a script or style; only `<!--` changes what ends a script.
    for markup in ["</script", "</style", "<!--", "<meta", "<div"] {
        assert_eq!(count(&page, markup), count(&calm, markup), "{markup}");
    }
    assert!(!page.contains(hostile));
}

fn count(page: &str, markup: &str) -> usize {
    page.to_ascii_lowercase().matches(markup).count()
}

#[test]
fn comments_and_indentation_are_left_out_and_nothing_else_is() {
    for (text, left) in [
        ("  a();\n\n  // why\n  b(); // c\n", "a();\nb(); // c\n"),
        ("/**\n * @returns {number}\n */\nx = 1;\n/* one */ y = 2;", "x = 1;\ny = 2;\n"),
        ("x = 2\n  * 3;", "x = 2\n* 3;\n"),
        ("x = `\n  // kept`;", "x = `\n  // kept`;"),
        ("a::after {\n  content: 'b \\\n  c';\n}", "a::after {\n  content: 'b \\\n  c';\n}"),
    ] {
        assert_eq!(lean(text), left, "{text}");
    }
}

#[test]
fn a_style_loses_the_spaces_that_mean_nothing_and_no_other() {
    for (style, left) in [
        ("a, b c { color: red; margin: 0 1px; }\nd {}", "a,b c{color:red;margin:0 1px}\nd{}"),
        (
            "@media (max-width: 9px) and (x) {\na > b:is(c, d) e { f: calc(1px - 2px); }\n}",
            "@media (max-width:9px) and (x){a > b:is(c,d) e{f:calc(1px - 2px)}\n}",
        ),
        ("a::before { content: \"x: { y, \\\" ; }\"; }", "a::before{content:\"x: { y, \\\" ; }\"}"),
        ("a { content: ' , '; } /* it's */", "a { content: ' , '; } /* it's */"),
    ] {
        assert_eq!(tight(style), left, "{style}");
    }
}

#[test]
fn a_style_that_names_what_is_not_there_is_a_clear_fault() {
    for (style, says) in [
        ("a{background:url(b.gif)}", "b.gif"),
        ("@font-face{src:url('fonts/none.woff2')}", "fonts/none.woff2"),
        ("a{background:url(", "url("),
    ] {
        let trouble = one_file(&program("", style), &Contents::of(&corpus()), &[]).unwrap_err().to_string();
        assert!(trouble.contains(says), "{trouble}");
    }
}
