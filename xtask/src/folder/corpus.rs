//! The folder as one [`Corpus`], with the hash that an edition is cited by.

use super::Folder;
use super::extras::Extras;
use super::record::Record;
use super::shape::{Shape, Shapes};
use super::supplied::Supplied;
use sha2::{Digest, Sha256};
use sightlines_engine::anchor::Anchor;
use sightlines_engine::model::{Article, ArticleId, Corpus, Map, Paragraph, Position};
use std::collections::BTreeMap;

/// Puts a sound folder together.
pub(super) fn assemble(
    folder: Folder,
    shapes: &Shapes,
    mut supplied: BTreeMap<ArticleId, Supplied>,
    positions: Vec<Position>,
    agreement: Vec<(String, String)>,
    extras: Extras,
    map: Option<Map>,
) -> Corpus {
    let Folder { book, settings, records, generated, bulk, .. } = folder;
    let mut terms: BTreeMap<(ArticleId, u32), Vec<(String, u32)>> = BTreeMap::new();
    for row in &generated.terms {
        let key = (row.value.article.clone(), row.value.p);
        terms.entry(key).or_default().push((row.value.term.clone(), row.value.count));
    }
    let mut articles = Vec::new();
    for record in records {
        let id = record.article.id.clone();
        let shape = shapes.0.get(&id).cloned().unwrap_or_default();
        articles.push(match supplied.remove(&id) {
            Some(text) => with_text(record, &shape, text),
            None => {
                let terms = |p: u32| terms.remove(&(id.clone(), p)).unwrap_or_default();
                let mut article = without_text(record, &shape, terms);
                for paragraph in &mut article.paragraphs {
                    let rows = generated.anchors_of(&id).map(|row| &row.value.anchor);
                    paragraph.anchors = rows.filter(|anchor| anchor.p == paragraph.n).map(Anchor::line).collect();
                }
                article.variants = generated.variants_of(&id);
                article.repairs = generated.repairs_of(&id);
                article
            }
        });
    }
    articles.extend(bulk);
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    let mut corpus = Corpus {
        id: settings.id,
        title: settings.title,
        description: settings.description,
        horizon: settings.horizon,
        language: settings.language,
        licence: settings.licence,
        public_url: settings.public_url,
        version: settings.version,
        editors: settings.editors,
        contact: settings.contact,
        published: settings.published,
        method: settings.method,
        agreement,
        hash: String::new(),
        references: Vec::new(),
        authors: settings.authors,
        outlets: settings.outlets,
        rings: settings.rings,
        related: settings.related,
        search: settings.search,
        articles,
        later: 0,
        codebook: book.codebook,
        positions,
        events: extras.events,
        figures: extras.figures,
        notes: extras.notes,
        contrasts: extras.contrasts,
        map,
    };
    corpus.hash = hash(&corpus);
    corpus
}

fn with_text(record: Record, shape: &Shape, text: Supplied) -> Article {
    let digests: BTreeMap<u32, String> = record.digests.into_iter().map(|block| (block.n, block.text)).collect();
    let paragraphs = text.paragraphs.into_iter().map(|block| Paragraph {
        n: block.n,
        text: Some(block.text.into()),
        digest: digests.get(&block.n).cloned(),
        sentences: shape.paragraphs.get(&block.n).map_or(0, |size| size.sentences),
        ..Paragraph::default()
    });
    let paragraphs = paragraphs.collect();
    // The source's own headings stand where there are any; ours stand in for them.
    let headings = if text.headings.is_empty() { record.article.headings } else { text.headings };
    Article { paragraphs, headings, variants: text.variants, repairs: text.repairs, ..record.article }
}

fn without_text(record: Record, shape: &Shape, mut terms: impl FnMut(u32) -> Vec<(String, u32)>) -> Article {
    let mut digests: BTreeMap<u32, String> = record.digests.into_iter().map(|block| (block.n, block.text)).collect();
    let paragraphs = shape.paragraphs.iter().map(|(n, size)| Paragraph {
        n: *n,
        text: None,
        digest: digests.remove(n),
        terms: terms(*n),
        sentences: size.sentences,
        ..Paragraph::default()
    });
    Article { paragraphs: paragraphs.collect(), ..record.article }
}

/// The first 12 hexadecimal digits of SHA-256 over the corpus as JSON with sorted keys, no spaces and an empty hash.
fn hash(corpus: &Corpus) -> String {
    let mut json = serde_json::to_value(corpus).expect("a corpus holds nothing that JSON does not");
    json.sort_all_objects();
    let digest = Sha256::digest(json.to_string().as_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
