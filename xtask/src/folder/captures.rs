//! The folder of texts: every plain-text file in it, told to be a capture of one of the articles by what it holds.
//!
//! A file's name is a hint that decides ties and no more. What cannot be read, or matches nothing, is a warning: a broken
//! text never stops a build.

use super::generated::Generated;
use super::record::Record;
use super::settings::Settings;
use sightlines_engine::anchor::{Anchor, anchors, likeness};
use sightlines_engine::clean::{Cleaned, Hints, clean};
use sightlines_engine::model::ArticleId;
use sightlines_engine::text::{Lexicon, keys};
use std::path::Path;

/// From this likeness on, two texts are taken for captures of one article. Captures of one article differ in a few
/// sentences; different articles share hardly any.
const LIKE: f32 = 0.4;

/// A file that is so like the article whose record names it is not compared with the others.
const SURE: f32 = 0.9;

/// A file of the folder of texts.
#[derive(Debug)]
pub(super) struct Capture {
    pub(super) name: String,
    pub(super) raw: String,
    /// The text cleaned without knowing whose it is.
    cleaned: Cleaned,
}

/// Reads the files of a folder in the order of their names.
pub(super) fn read(texts: &Path, settings: &Settings, warnings: &mut Vec<String>) -> Vec<Capture> {
    let Ok(entries) = std::fs::read_dir(texts) else {
        warnings.push(format!(
            "{}: this folder of texts cannot be read; name one that holds the captures as plain text",
            texts.display()
        ));
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| !entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    let mut captures = Vec::new();
    for name in names {
        match read_one(&texts.join(&name), settings) {
            Ok((raw, cleaned)) => captures.push(Capture { name, raw, cleaned }),
            Err(why) => warnings.push(format!("{name}: {why}")),
        }
    }
    captures
}

/// A file's text and that text cleaned, or why it cannot be used and what to do.
fn read_one(path: &Path, settings: &Settings) -> Result<(String, Cleaned), String> {
    let bytes = std::fs::read(path)
        .map_err(|error| format!("the file cannot be read ({error}); make it readable or take it away"))?;
    if bytes.contains(&0) {
        return Err("this is no plain text; save the article as a text file in UTF-8".to_string());
    }
    let raw = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        format!("a character in line {line} is not in UTF-8; save the file as UTF-8")
    })?;
    if raw.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err("the file is empty; put the article's text into it or take it away".to_string());
    }
    let drops = |line: &str| settings.drops(line);
    let hints = Hints { drops: Some(&drops), ..Hints::default() };
    let cleaned = clean(&raw, &hints).map_err(|error| format!("{error}; or take the file away"))?;
    Ok((raw, cleaned))
}

/// The captures of each article, in the order of the records; what matches none is named in `warnings`.
pub(super) fn by_article(
    captures: Vec<Capture>,
    records: &[Record],
    generated: &Generated,
    settings: &Settings,
    warnings: &mut Vec<String>,
) -> Vec<(ArticleId, Vec<Capture>)> {
    let mut matched: Vec<(ArticleId, Vec<Capture>)> =
        records.iter().map(|record| (record.article.id.clone(), Vec::new())).collect();
    let candidates: Vec<Candidate<'_>> =
        records.iter().map(|record| Candidate::new(record, generated, settings)).collect();
    let mut left = Vec::new();
    for capture in captures {
        let words = keys(&capture.raw, &Lexicon::default());
        let named = |candidate: &Candidate<'_>| candidate.names(&capture.name);
        let fit = |candidate: &Candidate<'_>| candidate.fit(&capture, &words);
        let sure = candidates.iter().position(|candidate| named(candidate) && fit(candidate) >= Some(SURE));
        match sure.or_else(|| best(&candidates, fit, named)) {
            Some(nth) => matched[nth].1.push(capture),
            None => left.push(capture),
        }
    }
    // A copy without title and author, of an article without anchors: it is like one that was told by these.
    for capture in left {
        let like = |candidate: &Candidate<'_>| {
            let known = &matched.iter().find(|(id, _)| *id == candidate.record.article.id)?.1;
            let best = known.iter().map(|other| alike(&candidate.record.article.id, other, &capture));
            best.reduce(f32::max).filter(|likeness| *likeness >= LIKE)
        };
        match best(&candidates, like, |candidate| candidate.names(&capture.name)) {
            Some(nth) => matched[nth].1.push(capture),
            None => warnings.push(format!("{}: {}", capture.name, unmatched(&capture, &candidates))),
        }
    }
    matched
}

/// What to say of a text that matches no article: whether it may be a part of one.
fn unmatched(capture: &Capture, candidates: &[Candidate<'_>]) -> String {
    let share = |candidate: &Candidate<'_>| {
        likeness(&candidate.record.article.id, &candidate.anchors, &capture.cleaned.paragraphs)
    };
    let nearest = candidates.iter().map(|candidate| (share(candidate), &candidate.record.article.id));
    match nearest.reduce(|a, b| if b.0 > a.0 { b } else { a }) {
        Some((share, id)) if share >= LIKE / 4.0 => {
            format!("only {:.0} in 100 sentences of `{id}` are here; supply the whole text", share * 100.0)
        }
        _ => {
            "this text matches no article of the corpus; add a record for it to articles/, or take it away".to_string()
        }
    }
}

/// An article that a capture may be of.
struct Candidate<'a> {
    record: &'a Record,
    anchors: Vec<Anchor>,
    title: Vec<String>,
    authors: Vec<Vec<String>>,
}

impl<'a> Candidate<'a> {
    fn new(record: &'a Record, generated: &Generated, settings: &Settings) -> Candidate<'a> {
        let lexicon = Lexicon::default();
        let anchors = generated.anchors_of(&record.article.id).map(|row| row.value.anchor.clone()).collect();
        let authors = author_names(record, settings).iter().map(|name| keys(name, &lexicon)).collect();
        Candidate { record, anchors, title: keys(&record.article.title.value, &lexicon), authors }
    }

    /// Whether the record names a file of that name.
    fn names(&self, file: &str) -> bool {
        self.record.article.witnesses.iter().any(|witness| witness == file)
    }

    /// How well a capture fits: by its sentences where their fingerprints are known, else by title and author.
    fn fit(&self, capture: &Capture, words: &[String]) -> Option<f32> {
        if !self.anchors.is_empty() {
            let likeness = likeness(&self.record.article.id, &self.anchors, &capture.cleaned.paragraphs);
            return Some(likeness).filter(|likeness| *likeness >= LIKE);
        }
        let title_at = find(words, &self.title)?;
        let signed = self.authors.is_empty() || self.authors.iter().any(|author| find(words, author).is_some());
        // A teaser may name another article's title: the earlier it stands, the likelier it is the article's own.
        #[expect(clippy::cast_precision_loss, reason = "an order is asked for, not a value")]
        signed.then(|| LIKE * (1.0 - title_at as f32 / words.len() as f32))
    }
}

/// The candidate with the best fit; among equals the one whose record names the file.
fn best(
    candidates: &[Candidate<'_>],
    fit: impl Fn(&Candidate<'_>) -> Option<f32>,
    named: impl Fn(&Candidate<'_>) -> bool,
) -> Option<usize> {
    let named = |nth: usize| named(&candidates[nth]);
    let fits = candidates.iter().enumerate().filter_map(|(nth, candidate)| Some((fit(candidate)?, nth)));
    let best = fits.reduce(|a, b| match b.0.total_cmp(&a.0) {
        std::cmp::Ordering::Greater => b,
        std::cmp::Ordering::Equal if named(b.1) && !named(a.1) => b,
        _ => a,
    });
    best.map(|(_, nth)| nth)
}

fn alike(article: &ArticleId, known: &Capture, capture: &Capture) -> f32 {
    likeness(article, &anchors(article, &known.cleaned.paragraphs), &capture.cleaned.paragraphs)
}

/// Where a sequence of words begins in a text.
fn find(words: &[String], sought: &[String]) -> Option<usize> {
    (!sought.is_empty()).then(|| words.windows(sought.len()).position(|window| window == sought))?
}

/// The names of those who sign an article.
pub(super) fn author_names<'a>(record: &Record, settings: &'a Settings) -> Vec<&'a str> {
    let signs = |id: &_| settings.authors.iter().find(|author| author.id == *id).map(|author| author.name.as_str());
    record.article.authors.value.iter().filter_map(signs).collect()
}
