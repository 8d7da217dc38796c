use super::*;

fn corpus(public_url: &str) -> Corpus {
    Corpus {
        title: "Who <b> & \"what\"".into(),
        description: "Says what.".into(),
        horizon: "Two articles".into(),
        language: "en".into(),
        public_url: public_url.into(),
        ..Corpus::default()
    }
}

#[test]
fn a_link_that_is_shared_shows_title_description_and_picture_where_the_corpus_has_an_address() {
    let head = head(&corpus("https://example.org/kurils/"), true);
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/kurils/\">",
        "<meta property=\"og:title\" content=\"Who &lt;b&gt; &amp; &quot;what&quot;\">",
        "<meta property=\"og:description\" content=\"Says what. Two articles.\">",
        "<meta property=\"og:url\" content=\"https://example.org/kurils/\">",
        "<meta property=\"og:image\" content=\"https://example.org/kurils/preview.png\">",
    ] {
        assert!(head.contains(part), "{part} is not in {head}");
    }
    let named = super::head(&corpus("https://example.org/a/index.html"), true);
    assert!(named.contains("content=\"https://example.org/a/preview.png\""), "{named}");
    assert!(!super::head(&corpus("https://example.org/"), false).contains("og:image"), "no picture, no address of one");
}

#[test]
fn without_an_address_there_is_only_the_manifest() {
    assert_eq!(head(&corpus(""), true), "<link rel=\"manifest\" href=\"./manifest.webmanifest\">\n");
    let manifest: serde_json::Value = serde_json::from_str(&manifest(&corpus(""))).unwrap();
    assert_eq!((manifest["start_url"].as_str(), manifest["icons"].as_array().map(Vec::len)), (Some("./"), Some(3)));
}

#[test]
fn a_worker_keeps_every_file_under_a_name_that_changes_with_them() {
    let program = crate::pack::tests::program("start();", "a{}");
    let worker = worker(&program, "<page>", "{}");
    for name in program.files.keys() {
        assert!(worker.contains(&format!("\"./{name}\"")), "{name}");
    }
    assert!(!worker.contains("'FILES'") && !worker.contains("VERSION"));
    assert_ne!(worker, super::worker(&program, "<another page>", "{}"));
    assert_eq!(worker, super::worker(&program, "<page>", "{}"));
}
