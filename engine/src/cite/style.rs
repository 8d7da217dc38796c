//! References to be read, in the styles that scholars use. They are prepared with the corpus; what was not known then is put into
//! the gaps that they were prepared with.

use crate::export;
use crate::messages::{Language, Messages};
use crate::model::{Article, Corpus, Day, Locator, Position};

/// The gap for a place within an article, after the style's word for *paragraph*.
pub const PLACE: char = '\u{E000}';
/// The gap for a link.
pub const LINK: char = '\u{E001}';
/// The gap for the day on which that was looked at.
pub const DAY: char = '\u{E002}';

/// A style of references.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// *The Chicago Manual of Style*, 18th edition, notes and bibliography.
    Chicago,
    /// *Publication Manual of the American Psychological Association*, 7th edition.
    Apa,
    /// *MLA Handbook*, 9th edition.
    Mla,
}

impl Style {
    /// All of them, in the order in which a corpus has its references.
    pub const ALL: [Style; 3] = [Style::Chicago, Style::Apa, Style::Mla];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Style::Chicago => "Chicago",
            Style::Apa => "APA",
            Style::Mla => "MLA",
        }
    }

    /// A day as the style writes it: `November 5, 2026`, `5 Nov. 2026`.
    fn day(self, (year, month, day): Day) -> String {
        let name = Language::English.messages().dates.months[usize::from(month).saturating_sub(1) % 12];
        match self {
            Style::Mla if name == "September" => format!("{day} Sept. {year}"),
            // Months of up to four letters are written in full.
            Style::Mla if name.len() > 4 => format!("{day} {}. {year}", &name[..3]),
            Style::Mla => format!("{day} {name} {year}"),
            Style::Chicago | Style::Apa => format!("{name} {day}, {year}"),
        }
    }
}

/// An article's reference; where none was prepared, its record in a line.
pub fn reference(corpus: &Corpus, article: &Article, style: Style) -> String {
    match article.references.get(style as usize) {
        Some((reference, _)) => reference.clone(),
        None => export::reference(corpus, article, Language::English.messages()),
    }
}

/// An article's citation in a note or in a text, with the places in it.
pub fn citation(corpus: &Corpus, article: &Article, style: Style, places: &[Locator]) -> String {
    let locators = locators(places);
    let Some((_, citation)) = article.references.get(style as usize) else {
        return format!("{}, ¶ {locators}", export::reference(corpus, article, Language::English.messages()));
    };
    // The plural of *para.* and *par.* in CSL's English locale.
    let many = citation.replace(&format!(". {PLACE}"), &format!("s. {PLACE}"));
    let citation = if places.len() > 1 { &many } else { citation };
    citation.replace(PLACE, &locators)
}

/// A position: where its article tells it, that article, and the explorer in which it was coded, a line each.
pub fn position(
    corpus: &Corpus,
    position: &Position,
    style: Style,
    link: &str,
    day: Day,
    messages: &Messages,
) -> String {
    let Some(of) = corpus.article(&position.article) else { return String::new() };
    let (cited, article) = (citation(corpus, of, style, &position.evidence), reference(corpus, of, style));
    let coded = messages.citing.coded_as.with([position.id.as_str(), &view(corpus, style, link, day)]);
    format!("{cited}\n{article}\n{coded}")
}

/// A view of the explorer: the corpus's title, version and edition, the link, the day.
pub fn view(corpus: &Corpus, style: Style, link: &str, day: Day) -> String {
    let day = style.day(day);
    match corpus.references.get(style as usize) {
        Some((reference, _)) => reference.replace(LINK, link).replace(DAY, &day),
        None => format!("{}. Sightlines. {link} ({day}).", super::item::edition(corpus)),
    }
}

/// Places as a citation names them: `4.1, 7`.
pub fn locators(places: &[Locator]) -> String {
    places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
