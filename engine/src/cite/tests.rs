use super::*;
use crate::messages::Language;
use crate::model::Locator;
use crate::view::decode;
use proptest::prelude::*;
use serde_json::{Value, json};

const DAY_OF_ACCESS: Day = (2026, 11, 5);

/// A corpus with one article of this record, one position in it, and its references.
fn corpus(record: Value) -> Corpus {
    let based = |value: Value, basis: &str| json!({"value": value, "basis": basis});
    let mut article = json!({"id": "lee-2031", "title": based("Pilots, now".into(), "stated"), "authors": based(json!(["lee"]), "stated"),
        "outlet": based("post".into(), "inferred"), "date": based("2031-04-02/2031-04-05".into(), "editor"), "language": "en",
        "witnesses": [], "headings": [], "paragraphs": [
            {"n": 1, "text": "The quay is leaking. Who pays? ", "digest": "Asks who pays."}, {"n": 2, "digest": "Says that pilots do."}, {"n": 3}],
        "references": [["Lee. “Pilots, Now.”", "Lee, “Pilots, Now,” para. \u{E000}."], ["Lee (2031).", "(Lee, 2031, para. \u{E000})"], ["Lee.", "(Lee, par. \u{E000})"]]});
    record.as_object().into_iter().flatten().for_each(|(key, value)| article[key] = value.clone());
    serde_json::from_value(json!({
        "id": "harbour", "title": "The harbour", "description": "", "horizon": "", "language": "en", "licence": "", "public_url": "",
        "version": "1.0.0", "hash": "0123456789ab", "rings": [], "related": [], "search": {}, "codebook": {},
        "references": [["“The Harbour.” Accessed \u{E002}. \u{E001}.", ""], ["Harbour. Retrieved \u{E002}, from \u{E001}", ""], ["“Harbour.” \u{E001}. Accessed \u{E002}.", ""]],
        "authors": [{"id": "lee", "name": "Dana Lee", "family": "Lee"}, {"id": "abe", "name": "Abe Shinzo", "family": "Abe"}, {"id": "board", "name": "The Harbour Board"}],
        "outlets": [{"id": "post", "name": "The Evening Post", "kind": "newspaper"}],
        "articles": [article],
        "positions": [{"id": "le-01", "article": "lee-2031", "actor": "lee", "issue": "i", "stance": "supports", "summary": "Wants it.", "voice": "author",
            "evidence": [{"p": 1, "s": 2}, {"p": 2}], "confidence": "high"}],
    }))
    .unwrap()
}

fn dated(date: &str) -> Item {
    Item::of_article(
        &corpus(json!({"date": {"value": date, "basis": "stated"}})),
        &corpus(json!({"date": {"value": date, "basis": "stated"}})).articles[0],
    )
}

fn item(record: Value) -> Item {
    let corpus = corpus(record);
    Item::of_article(&corpus, &corpus.articles[0])
}

/// The values of a tag.
fn values<'a>(record: &'a str, tag: &str) -> Vec<&'a str> {
    record.split("\r\n").filter_map(|line| line.strip_prefix(tag)?.strip_prefix("  - ")).collect()
}

fn text(corpus: &Corpus, cited: Cited, form: Form) -> String {
    cite(corpus, &cited, form, "https://example.org/", DAY_OF_ACCESS, Language::English.messages())
}

#[test]
fn dates_keep_their_precision_in_every_format() {
    for (date, csl, year, ris_date) in [
        ("2031", json!([[2031]]), "2031", "2031///"),
        ("2031-04", json!([[2031, 4]]), "2031", "2031/04//"),
        ("2031-04-02", json!([[2031, 4, 2]]), "2031", "2031/04/02/"),
        ("2031-04-02/2031-04-05", json!([[2031, 4, 2], [2031, 4, 5]]), "2031", "2031/04//2–5 April 2031"),
        ("2031-05/2031-06", json!([[2031, 5], [2031, 6]]), "2031", "2031///May–June 2031"),
        ("2030-12/2031-01", json!([[2030, 12], [2031, 1]]), "", "///December 2030 – January 2031"),
        ("0987", json!([[987]]), "0987", "0987///"),
    ] {
        let item = dated(date);
        assert_eq!(csl_item(&item)["issued"]["date-parts"], csl);
        assert!(biblatex(&item).contains(&format!("  date = {{{date}}},\n")), "{date}");
        let record = ris(&item);
        assert_eq!(values(&record, "PY").join(""), year);
        assert_eq!(values(&record, "DA"), [ris_date]);
        assert!(coins(&item).contains(&format!("rft.date={}", crate::view::encode(date))));
    }
    let none = Item { date: None, ..dated("2031") };
    assert!(csl_item(&none).get("issued").is_none());
    assert!(!biblatex(&none).contains("date ="));
    assert!(values(&ris(&none), "PY").is_empty() && values(&ris(&none), "DA").is_empty());
    assert!(!coins(&none).contains("rft.date"));
}

#[test]
fn who_is_not_named_stays_missing_in_every_format() {
    let unsigned = item(json!({"authors": {"value": [], "basis": "stated"}}));
    assert!(csl_item(&unsigned).get("author").is_none());
    assert!(!biblatex(&unsigned).contains("author"));
    assert!(values(&ris(&unsigned), "AU").is_empty());
    assert!(!coins(&unsigned).contains("rft.au"));
}

#[test]
fn names_are_parted_only_where_the_corpus_says_how() {
    let signed = item(json!({"authors": {"value": ["lee", "board", "abe", "who"], "basis": "stated"}}));
    let names = json!([{"family": "Lee", "given": "Dana"}, {"literal": "The Harbour Board"}, {"family": "Abe", "given": "Shinzo"}, {"literal": "who"}]);
    assert_eq!(csl_item(&signed)["author"], names);
    assert_eq!(values(&ris(&signed), "AU"), ["Lee, Dana", "The Harbour Board", "Abe, Shinzo", "who"]);
    assert!(
        biblatex(&signed).contains("author = {{Lee}, {Dana} and {The Harbour Board} and {Abe}, {Shinzo} and {who}}")
    );
    let written = coins(&signed);
    assert!(
        written.contains("rft.au=Lee%2C%20Dana&rft.aucorp=The%20Harbour%20Board&rft.au=Abe%2C%20Shinzo&rft.aucorp=who"),
        "{written}"
    );
}

#[test]
fn a_newspaper_piece_is_no_journal_article() {
    use crate::model::OutletKind::{Blog, Journal, Magazine, Newspaper, Website};
    for (kind, zotero, csl, ris_type, entry) in [
        (Newspaper, "newspaperArticle", "article-newspaper", "NEWS", "@article{"),
        (Magazine, "magazineArticle", "article-magazine", "MGZN", "@article{"),
        (Journal, "journalArticle", "article-journal", "JOUR", "@article{"),
        (Blog, "blogPost", "post-weblog", "BLOG", "@online{"),
        (Website, "webpage", "webpage", "ELEC", "@online{"),
    ] {
        let item = Item { kind, ..dated("2031") };
        assert!(coins(&item).contains(&format!("rft.type={zotero}&")));
        assert_eq!(csl_item(&item)["type"], csl);
        assert_eq!(values(&ris(&item), "TY"), [ris_type]);
        assert!(biblatex(&item).starts_with(entry));
        assert_eq!(biblatex(&item).contains("entrysubtype"), !matches!(kind, Journal | Website));
    }
}

#[test]
fn what_the_source_does_not_print_is_said() {
    let note = "Not printed in the source: outlet (inferred), date (the editors’).";
    assert_eq!(csl_item(&item(json!({})))["note"], note);
    assert_eq!(values(&ris(&item(json!({}))), "N1"), [note]);
}

#[test]
fn a_position_is_cited_where_its_article_tells_it_and_with_what_it_was_coded_in() {
    let corpus = corpus(json!({}));
    let of = |form| text(&corpus, Cited::Position("le-01".into()), form);
    let link = "https://example.org/#view=read&article=lee-2031&p=1.2&position=le-01";
    assert_eq!(
        of(Form::Text(Style::Chicago)),
        format!(
            "Lee, “Pilots, Now,” paras. 1.2, 2.\nLee. “Pilots, Now.”\nCoded as le-01 in: “The Harbour.” Accessed November 5, 2026. {link}."
        )
    );
    assert!(of(Form::Text(Style::Mla)).starts_with("(Lee, pars. 1.2, 2)\nLee.\n"));
    let csl: Value = serde_json::from_str(&of(Form::Csl)).unwrap();
    let note = csl[0]["note"].as_str().unwrap();
    let coded = format!(
        "¶ 1.2, 2: coded as position le-01 in Sightlines: The harbour (version 1.0.0, digest edition 0123456789ab), {link}, 2026-11-05."
    );
    assert!(note.ends_with(&coded), "{note}");
    assert!(csl[0].get("URL").is_none(), "the explorer is not the article's address");
}

#[test]
fn a_view_names_title_version_edition_hash_link_and_day() {
    let corpus = corpus(json!({}));
    let view = |form| text(&corpus, Cited::View("view=compare".into()), form);
    assert_eq!(
        view(Form::Text(Style::Apa)),
        "Harbour. Retrieved November 5, 2026, from https://example.org/#view=compare"
    );
    assert_eq!(view(Form::Text(Style::Mla)), "“Harbour.” https://example.org/#view=compare. Accessed 5 Nov. 2026.");
    let csl: Value = serde_json::from_str(&view(Form::Csl)).unwrap();
    assert_eq!(csl[0]["title"], "The harbour (version 1.0.0, digest edition 0123456789ab)");
    assert_eq!(csl[0]["accessed"]["date-parts"], json!([[2026, 11, 5]]));
    assert_eq!(csl[0]["URL"], "https://example.org/#view=compare");
    assert!(csl[0].get("issued").is_none(), "no date is made up");
    let record = view(Form::Ris);
    assert_eq!(
        (values(&record, "UR"), values(&record, "Y2")),
        (vec!["https://example.org/#view=compare"], vec!["2026/11/05"])
    );
    // From a disk there is no address: the code of the view is no link.
    let code =
        cite(&corpus, &Cited::View("view=compare".into()), Form::Csl, "", DAY_OF_ACCESS, Language::English.messages());
    let csl: Value = serde_json::from_str(&code).unwrap();
    assert_eq!((csl[0].get("URL"), &csl[0]["note"]), (None, &json!("View: #view=compare")));
    assert_eq!(
        text(&corpus, Cited::View(String::new()), Form::Text(Style::Mla)),
        "“Harbour.” https://example.org/. Accessed 5 Nov. 2026."
    );
}

#[test]
fn without_prepared_references_the_record_is_a_line() {
    let mut corpus = corpus(json!({"references": []}));
    corpus.references.clear();
    let line = "Dana Lee: “Pilots, now”, The Evening Post (inferred), 2–5 April 2031 (the editors’)";
    assert_eq!(text(&corpus, Cited::Article("lee-2031".into()), Form::Text(Style::Apa)), line);
    let view = "The harbour (version 1.0.0, digest edition 0123456789ab). Sightlines. https://example.org/#view=read (5 Nov. 2026).";
    assert_eq!(text(&corpus, Cited::View("view=read".into()), Form::Text(Style::Mla)), view);
    assert!(citation(&corpus, &corpus.articles[0], Style::Mla, &[Locator { p: 2, s: None }]).ends_with(", ¶ 2"));
}

#[test]
fn what_is_not_there_is_not_cited() {
    let corpus = corpus(json!({}));
    for form in Form::ALL {
        assert_eq!(text(&corpus, Cited::Article("nobody".into()), form), "");
        assert_eq!(text(&corpus, Cited::Position("nobody".into()), form), "");
    }
}

#[test]
fn a_digest_is_never_copied_as_if_it_were_the_source() {
    let corpus = corpus(json!({}));
    let copied_in = |language: Language, p, s| {
        let place = Locator { p, s };
        passage_with_reference(&corpus, &corpus.articles[0], place, "https://example.org/", language.messages())
    };
    let copied = |p, s| copied_in(Language::English, p, s);
    let link = "https://example.org/#view=read&article=lee-2031&p=";
    assert_eq!(copied(1, Some(2)).unwrap(), format!("“Who pays?”\nLee, “Pilots, Now,” para. 1.2.\n{link}1.2\n"));
    assert_eq!(
        copied(1, None).unwrap(),
        format!("“The quay is leaking. Who pays?”\nLee, “Pilots, Now,” para. 1.\n{link}1\n")
    );
    assert_eq!(
        copied(2, None).unwrap(),
        format!(
            "[Digest by the editors, not the source’s words:] Says that pilots do.\nOf: Lee, “Pilots, Now,” para. 2.\n{link}2\n"
        )
    );
    assert_eq!((copied(3, None), copied(9, None)), (None, None), "no words, no passage");
    // Whatever language says it, the digest is no quotation, and the reference stays as it was prepared.
    for (language, quotation, bracket) in [(Language::Russian, '«', '['), (Language::Japanese, '「', '［')] {
        assert!(copied_in(language, 1, None).unwrap().starts_with(quotation));
        let digest = copied_in(language, 2, None).unwrap();
        assert!(digest.starts_with(bracket) && digest.contains("Lee, “Pilots, Now,” para. 2."), "{digest}");
        assert!(!digest.contains(quotation), "{digest}");
    }
}

proptest! {
    #[test]
    fn any_text_stays_in_its_field(words in any::<String>(), name in "\\PC{1,12}", url in "\\PC{0,20}") {
        let authors = vec![Name { family: name.clone(), given: Some(words.clone()) }, Name { family: name, given: None }];
        let item = Item { title: words.clone(), container: words.clone(), authors, note: words.clone(), url, ..dated("2031-04") };
        let record = ris(&item);
        prop_assert!(record.lines().all(|line| line.get(2..6) == Some("  - ") || line == "ER  -"), "{}", record);
        prop_assert_eq!(record.matches("\r\n").count(), record.split("\r\n").filter(|line| !line.is_empty()).count());
        prop_assert_eq!(record.lines().filter(|line| line.starts_with("ER")).count(), 1);
        prop_assert!(!record.replace("\r\n", "").contains(|c: char| c.is_control()));
        let read: Value = serde_json::from_str(&csl::csl(&item)).unwrap();
        if !words.is_empty() {
            prop_assert_eq!(&read[0]["title"], &json!(words));
        }
        let title = coins(&item).split('&').find_map(|pair| Some(decode(pair.strip_prefix("rft.title=")?)));
        prop_assert_eq!(title.unwrap_or_default(), words);
        let entry = biblatex(&item);
        prop_assert_eq!(entry.matches('{').count(), entry.matches('}').count());
        prop_assert!(entry.lines().all(|line| line.starts_with('@') || line.starts_with("  ") || line == "}"), "{}", entry);
    }
}
