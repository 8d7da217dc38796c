//! Whether the passage that a reader would want comes first: queries over the first corpus with the paragraphs that answer
//! them, written down from the digests before the ranking was looked at.

use super::super::load;
use sightlines_engine::index::Place;
use sightlines_engine::model::Corpus;
use sightlines_engine::search::{Ask, Library};
use std::path::{Path, PathBuf};

/// A query, and the paragraphs that answer it: any of them may come first.
type Judged = (&'static str, &'static [(&'static str, u32)]);

const QUERIES: &[Judged] = &[
    ("singapore 1956 declaration", &[("moscow-times-2019", 1), ("luxmoore-2019", 12), ("luxmoore-2019", 19)]),
    ("china border agreement 1999", &[("moscow-times-2019", 8)]),
    ("existential defeat victory", &[("moscow-times-2019", 9)]),
    ("sovereignty lavrov precondition", &[("moscow-times-2019", 4), ("luxmoore-2019", 13)]),
    ("obama sochi visit", &[("streltsov-2016", 3)]),
    ("propaganda hokkaido municipalities", &[("streltsov-2016", 12)]),
    ("suga territorial issue", &[("streltsov-2016", 7), ("luxmoore-2019", 20)]),
    ("1855 treaty iturup", &[("luxmoore-2019", 8)]),
    ("levada poll", &[("luxmoore-2019", 21)]),
    ("vesti nedeli", &[("luxmoore-2019", 22), ("luxmoore-2019", 23)]),
    ("nationalist rally", &[("luxmoore-2019", 27)]),
    ("navy pacific access", &[("luxmoore-2019", 10)]),
    ("missile defence", &[("luxmoore-2019", 14), ("cheang-2019", 11)]),
    ("trade china south korea", &[("cheang-2019", 10)]),
    ("asean investment", &[("cheang-2019", 22), ("cheang-2019", 23)]),
    ("gorbachev father", &[("cheang-2019", 14)]),
    ("retirement age popularity", &[("cheang-2019", 16)]),
    ("magnanimous victor", &[("cheang-2019", 19)]),
    ("kono lavrov", &[("cheang-2019", 2), ("luxmoore-2019", 13)]),
    ("energy supplies", &[("cheang-2019", 15)]),
];

/// The place, from 1, at which the first answer stands among all passages by their score; none, where it is not found.
fn place(library: &Library, (query, answers): &Judged) -> Option<usize> {
    let selection = library.select(&Ask { q: (*query).to_string(), ..Ask::default() });
    let mut passages: Vec<(f64, &str, u32)> = Vec::new();
    for hit in &selection.hits {
        let article = &library.corpus().articles[hit.article];
        for passage in &hit.passages {
            if let Place::Paragraph(at) = passage.place {
                passages.push((passage.score, article.id.as_str(), article.paragraphs[at].n));
            }
        }
    }
    passages.sort_by(|a, b| b.0.total_cmp(&a.0));
    passages.iter().position(|(_, article, p)| answers.contains(&(*article, *p))).map(|at| at + 1)
}

/// The mean of one over the place of the first answer; a query that finds none counts 0.
fn mean_reciprocal_rank(corpus: Corpus, edition: &str) -> f64 {
    let library = Library::new(corpus);
    let mut sum = 0.0;
    for judged in QUERIES {
        let place = place(&library, judged);
        println!("{edition}: {:40} {}", judged.0, place.map_or("not found".to_string(), |at| format!("at {at}")));
        #[expect(clippy::cast_precision_loss, reason = "some dozens of passages")]
        let gain = place.map_or(0.0, |at| 1.0 / at as f64);
        sum += gain;
    }
    #[expect(clippy::cast_precision_loss, reason = "some dozens of queries")]
    let mean = sum / QUERIES.len() as f64;
    println!("{edition}: mean reciprocal rank {mean:.3}");
    mean
}

/// Five of the queries ask for words that their passages do not use: joined by AND they find nothing, and the page says which
/// word is lacking. All others must keep their first place.
const REACHED: f64 = 0.75;

#[test]
fn the_passage_that_answers_comes_first() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/kurils");
    let texts = std::env::var_os("SIGHTLINES_TEXTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds"), PathBuf::from);
    assert!(mean_reciprocal_rank(load(&root, None).unwrap().corpus, "digest") >= REACHED);
    if texts.is_dir() {
        assert!(mean_reciprocal_rank(load(&root, Some(&texts)).unwrap().corpus, "full") >= REACHED);
    } else {
        println!("skipped: the full edition, whose texts are not at hand");
    }
}
