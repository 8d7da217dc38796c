use super::*;
use std::io::Read;

fn corpus() -> Corpus {
    Corpus { id: "a b<c>".into(), title: "Who & \"what\" <b>".into(), language: "en".into(), ..Corpus::default() }
}

#[test]
fn the_manifest_is_well_formed_whatever_the_corpus_is_called() {
    let manifest = manifest(&corpus());
    assert!(manifest.contains("<title>Who &amp; &quot;what&quot; &lt;b&gt;</title>"), "{manifest}");
    assert!(manifest.contains("identifier=\"sightlines-a-b-c--organisation\""), "{manifest}");
    assert_eq!(manifest.matches("identifier=\"sightlines-a-b-c-").count(), 4);
    assert_eq!(manifest.matches("href=\"sightlines.html\"").count(), 2);
}

#[test]
fn the_package_holds_the_manifest_at_its_root_and_the_page_and_is_the_same_twice() {
    let program = crate::pack::tests::program("start();", "a{}");
    let bytes = package(&program, &Contents::of(&corpus())).unwrap();
    assert_eq!(bytes, package(&program, &Contents::of(&corpus())).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["imsmanifest.xml", "sightlines.html"]);
    let mut page = String::new();
    archive.by_name("sightlines.html").unwrap().read_to_string(&mut page).unwrap();
    assert!(page.contains("LMSInitialize"), "the page reports");
    assert!(
        !crate::pack::one_file(&program, &Contents::of(&corpus()), &[]).unwrap().contains("LMSInitialize"),
        "the file alone does not"
    );
}

#[test]
fn the_page_to_copy_from_shows_the_code_that_it_uses() {
    let page = embedding(&corpus());
    assert_eq!(page.matches("<iframe src=\"sightlines.html#view=compare&amp;embed=1\"").count(), 1);
    assert_eq!(page.matches("&lt;iframe src=&quot;sightlines.html#view=compare&amp;amp;embed=1&quot;").count(), 1);
    let hosted = Corpus { public_url: "https://example.org/kurils/".into(), ..corpus() };
    assert!(embedding(&hosted).contains("src=\"https://example.org/kurils/sightlines.html#view"));
}
