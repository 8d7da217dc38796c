//! What the engine writes as BibLaTeX and CSL-JSON, read by parsers that others wrote.

use super::*;
use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};

/// The sort of text that ends a field, begins a command or looks like another name.
const HOSTILE: [&str; 10] = [
    "a } b { c",
    "\\end{document} % gone",
    "50% & more, $5 #1 a_b ~ ^ x",
    "\" and @article{evil, title = {x}}",
    "one and two",
    "two\nlines\r\nER  - ",
    "{{{",
    "Ärger, 千島 и Курилы",
    "back\\slash\\",
    // Found by fuzzing: TeX joins these to other signs.
    "1951--2019 --- ``a'' ''b'' ?`c,,d << e >> ----",
];

fn read(item: &Item) -> biblatex::Entry {
    let text = biblatex_of(item);
    let bibliography = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(bibliography.len(), 1, "{text}");
    bibliography.into_iter().next().unwrap()
}

fn biblatex_of(item: &Item) -> String {
    sightlines_engine::cite::biblatex(item)
}

/// What a value says on one line, with single blanks.
fn flat(text: &str) -> String {
    text.split(|c: char| c.is_control() || c == ' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn biblatex_reads_the_fields_that_were_written() {
    for item in items() {
        let entry = read(&item);
        let is_article = matches!(item.kind, OutletKind::Newspaper | OutletKind::Magazine | OutletKind::Journal);
        assert_eq!(entry.entry_type.to_string(), if is_article { "article" } else { "online" });
        let subtype = entry.get_as::<String>("entrysubtype").ok();
        assert_eq!(subtype.as_deref() == Some("newspaper"), item.kind == OutletKind::Newspaper, "no journal article");
        assert_eq!(entry.title().unwrap().format_verbatim(), item.title);
        let container = entry.get(if is_article { "journaltitle" } else { "organization" }).unwrap();
        assert_eq!(container.format_verbatim(), item.container);
        let authors = entry.author().unwrap_or_default();
        let names: Vec<_> = authors.iter().map(|name| (name.name.clone(), name.given_name.clone())).collect();
        let wanted: Vec<_> =
            item.authors.iter().map(|name| (name.family.clone(), name.given.clone().unwrap_or_default())).collect();
        assert_eq!(names, wanted);
        match (&item.date, entry.date()) {
            (None, date) => assert!(date.is_err(), "what has no date gets none"),
            (Some(date), Ok(PermissiveType::Typed(read))) => {
                let parts = |at: biblatex::Datetime| {
                    let rest = [at.month, at.day].into_iter().flatten().map(|part| i32::from(part) + 1);
                    std::iter::once(at.year).chain(rest).collect::<Vec<_>>()
                };
                let ends = match read.value {
                    DateValue::At(at) => vec![parts(at)],
                    DateValue::Between(from, to) => vec![parts(from), parts(to)],
                    other => panic!("{other:?}"),
                };
                assert_eq!(ends, date.parts(), "the precision is the same");
            }
            (_, other) => panic!("{other:?}"),
        }
        assert_eq!(entry.url().unwrap_or_default(), item.url);
    }
}

#[test]
fn hayagriva_reads_the_same_biblatex() {
    for item in items() {
        let library = hayagriva::io::from_biblatex_str(&biblatex_of(&item)).unwrap();
        let entry = library.iter().next().unwrap();
        assert_eq!(entry.title().unwrap().value.to_string(), item.title);
        assert_eq!(entry.authors().map_or(0, <[_]>::len), item.authors.len());
    }
}

#[test]
fn no_text_ends_a_field_of_biblatex() {
    for hostile in HOSTILE {
        let name = Name { family: hostile.into(), given: Some(hostile.into()) };
        for authors in [vec![name], vec![body(hostile), person("Lee", "Dana")]] {
            let many = authors.len();
            let item = Item {
                title: hostile.into(),
                container: hostile.into(),
                note: hostile.into(),
                ..item(OutletKind::Newspaper, &authors, Some("2031"), "en", "")
            };
            let entry = read(&item);
            assert_eq!(flat(&entry.title().unwrap().format_verbatim()), flat(hostile));
            assert_eq!(entry.author().unwrap().len(), many, "{hostile}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_reference_is_made_of_any_record(title in "\\PC{0,40}", name in "\\PC{1,20}", given in "\\PC{0,20}", year in 0..9999i32) {
        let authors = [Name { family: name.clone(), given: Some(given) }, body(&name)];
        let date = format!("{year:04}");
        let item = Item { title, ..item(OutletKind::Newspaper, &authors, Some(&date), "en", "") };
        let made = Styles::new().of(&item);
        prop_assert!(made.iter().all(|(reference, citation)| !reference.is_empty() && citation.matches(PLACE).count() == 1));
    }
    #[test]
    fn whatever_stands_in_a_record_biblatex_and_csl_read_one_item(title in "\\PC{1,40}", name in "\\PC{1,20}", given in "\\PC{0,20}") {
        let authors = [Name { family: name.clone(), given: Some(given) }, body(&name)];
        let item = Item { title: title.clone(), ..item(OutletKind::Website, &authors, Some("2031-04"), "en", "") };
        let text = biblatex_of(&item);
        let read = Bibliography::parse(&text);
        prop_assert!(read.is_ok(), "{text}");
        prop_assert_eq!(read.unwrap().len(), 1, "{}", text);
        let csl: citationberg::json::Item = serde_json::from_value(csl_item(&item)).unwrap();
        prop_assert_eq!(csl.0["title"].to_str().unwrap().into_owned(), title);
    }
}
