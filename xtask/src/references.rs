//! References and citations in the styles that scholars use, prepared for a page by `hayagriva`, a processor of CSL styles.
//!
//! In: a corpus. Out: the same with the references of each article and of itself. What a page adds (the place in an article, a
//! link, the day) is added by `sightlines_engine::cite`. Of a large corpus none are prepared: they would make it longer by a
//! tenth, and the page then shows each record as a line.

use crate::plain::CARDS_LIMIT;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{self, IndependentStyle, Locale, LocaleCode};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest, ElemChildren,
    LocatorPayload, SpecificLocator,
};
use serde_json::{Value, json};
use sightlines_engine::cite::{DAY, Item, LINK, Name, PLACE, Style, csl_item};
use sightlines_engine::model::{Corpus, Day};

/// What stands for a link and a day until they are known, so that a style has room for them.
const SOME_LINK: &str = "https://link.invalid/";
const SOME_DAY: Day = (1004, 5, 6);
/// BCP 47's tag of a language that is not determined.
const NO_LANGUAGE: &str = "und";
/// That day, as the styles write it.
const WRITTEN: [&str; 2] = ["May 6, 1004", "6 May 1004"];

/// The styles with the words of their language.
struct Styles {
    styles: [IndependentStyle; 3],
    locales: Vec<Locale>,
}

/// The corpus with its references.
pub fn prepared(corpus: &Corpus) -> Corpus {
    let (styles, mut with) = (Styles::new(), corpus.clone());
    // Titles get capital letters where they are English, and an edition's hash may not.
    let language = NO_LANGUAGE.to_string();
    with.references = styles.of(&Item { accessed: Some(SOME_DAY), language, ..Item::of_explorer(corpus, SOME_LINK) });
    if corpus.articles.len() <= CARDS_LIMIT {
        for article in &mut with.articles {
            article.references = styles.of(&Item::of_article(corpus, article));
        }
    }
    with
}

/// The style as hayagriva's archive has it.
fn archived(style: Style) -> ArchivedStyle {
    match style {
        Style::Chicago => ArchivedStyle::ChicagoNotes,
        Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        Style::Mla => ArchivedStyle::ModernLanguageAssociation,
    }
}

impl Styles {
    fn new() -> Styles {
        let independent = |style: Style| match archived(style).get() {
            citationberg::Style::Independent(style) => style,
            citationberg::Style::Dependent(_) => unreachable!("these styles depend on no other"),
        };
        Styles { styles: Style::ALL.map(independent), locales: locales() }
    }

    /// The reference and the citation of an item in each style.
    fn of(&self, item: &Item) -> Vec<(String, String)> {
        let item = csl_item(&without_gaps(item));
        let ends = item["issued"]["date-parts"].as_array().cloned().unwrap_or_default();
        // hayagriva knows no span of time: what is written for its ends is joined.
        let at = |end: &Value| with(item.clone(), "issued", json!({"date-parts": [end]}));
        let of_style = |style| match ends.as_slice() {
            [first, last] => {
                let ((reference, citation), (later, cited_later)) =
                    (self.both(style, at(first)), self.both(style, at(last)));
                (joined(&reference, &later), joined(&citation, &cited_later))
            }
            _ => self.both(style, item.clone()),
        };
        Style::ALL.into_iter().map(of_style).collect()
    }

    /// The reference and the citation of an item whose date is no span.
    fn both(&self, style: Style, item: Value) -> (String, String) {
        let of_style = &self.styles[style as usize];
        let (reference, citation) = self.render(of_style, item.clone());
        let is_unsigned = item.get("author").is_none();
        let is_periodical = ["article-newspaper", "article-magazine"].iter().any(|kind| item["type"] == *kind);
        if style == Style::Chicago && is_unsigned && is_periodical {
            // Chicago has the paper in the author's place, and hayagriva 0.10 then forgets the title's quotation marks.
            let paper = item["container-title"].as_str().unwrap_or_default().to_string();
            let signed = self.render(of_style, with(item, "author", json!([{"literal": paper}]))).0;
            return (signed.replacen(&format!("” {paper}, "), "” ", 1), citation);
        }
        (reference, citation)
    }

    fn render(&self, style: &IndependentStyle, item: Value) -> (String, String) {
        let year = item["issued"]["date-parts"][0][0].as_i64();
        let item: citationberg::json::Item =
            serde_json::from_value(item).expect("what the engine writes as CSL-JSON is read as such");
        let mut driver = BibliographyDriver::new();
        let english = || Some(LocaleCode::en_us());
        let place = PLACE.to_string();
        let place = SpecificLocator(Locator::Paragraph, LocatorPayload::Str(&place));
        let cited = vec![CitationItem::with_locator(&item, Some(place))];
        driver.citation(CitationRequest::new(cited, style, english(), &self.locales, Some(1)));
        let rendered = driver.finish(BibliographyRequest { style, locale: english(), locale_files: &self.locales });
        let plain = |children: &ElemChildren| {
            let mut text = String::new();
            children.write_buf(&mut text, BufWriteFormat::Plain).expect("a string can be written");
            let text = mended(text, year);
            let text = text.replace(SOME_LINK, &LINK.to_string());
            WRITTEN.iter().fold(text, |text, day| text.replace(day, &DAY.to_string()))
        };
        let reference = rendered.bibliography.and_then(|list| list.items.first().map(|item| plain(&item.content)));
        let citation = rendered.citations.first().map(|citation| plain(&citation.citation));
        (reference.unwrap_or_default(), citation.unwrap_or_default())
    }
}

/// The item with another value of a field.
fn with(mut item: Value, field: &str, value: Value) -> Value {
    item[field] = value;
    item
}

/// The item without what only a reader of a record is told, and with no sign in it that would be taken for a gap.
fn without_gaps(item: &Item) -> Item {
    let free = |text: &str| text.replace([PLACE, LINK, DAY], "");
    let (title, container) = (free(&item.title), free(&item.container));
    let authors =
        item.authors.iter().map(|name| Name { family: free(&name.family), given: name.given.as_deref().map(free) });
    Item { title, container, authors: authors.collect(), note: String::new(), ..item.clone() }
}

/// What hayagriva 0.10 made, as the styles have it: no comma after a year without a month, no point after a title's own sign, points
/// and commas within quotation marks, and a mark for each that was opened.
fn mended(text: String, year: Option<i64>) -> String {
    let mut text = text.replace("?.", "?").replace("!.", "!").replace("”.", ".”").replace("”,", ",”");
    if let Some(year) = year {
        text = text.replace(&format!("({year},)"), &format!("({year})"));
    }
    if text.matches('“').count() > text.matches('”').count() {
        let end = [".”", ",”"].iter().filter_map(|end| text.find(end)).min();
        text.insert(end.map_or(text.len(), |end| end + 1), '”');
    }
    text
}

/// Two texts that differ in a date, as one with the span between: `January 20, 2019` and `January 22, 2019` give
/// `January 20–22, 2019`. Numbers and names are joined whole, with the point of a shortened one.
fn joined(first: &str, last: &str) -> String {
    if first == last {
        return first.to_string();
    }
    let (mut a, mut b): (Vec<char>, Vec<char>) = (first.chars().collect(), last.chars().collect());
    let mut same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    while same > 0 && a[same - 1].is_alphanumeric() {
        same -= 1;
    }
    let before: String = a.drain(..same).collect();
    b.drain(..same);
    let mut same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    while same > 0 && a[a.len() - same].is_alphanumeric() {
        same -= 1;
    }
    let is_short = |text: &[char]| {
        let (word, rest) = text.split_at(text.len() - same);
        rest.first() == Some(&'.') && word.last().is_some_and(|c| c.is_alphabetic())
    };
    if is_short(&a) && is_short(&b) {
        same -= 1;
    }
    a.truncate(a.len() - same);
    format!("{before}{}–{}", a.into_iter().collect::<String>(), b.into_iter().collect::<String>())
}

#[cfg(test)]
mod tests;
