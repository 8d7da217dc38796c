//! Citing: an article, a position in it, a view of this explorer; as references and as records that other programs read.
//!
//! In: a corpus, what is cited, what links begin with, and the day on which it was looked at, which the caller knows. Out: text in
//! a scholarly [`Style`], BibLaTeX, RIS, CSL-JSON, or the attribute of a COinS. An article's references are prepared with the
//! corpus, since a processor of styles would weigh more than the page; here they get what is not known before: the place in the
//! article, the link, the day. Dates keep their precision, and who is not named stays missing. A digest is never quoted as
//! if it were the source. Nothing here asks for the time.

mod biblatex;
mod coins;
mod csl;
mod item;
mod passage;
mod ris;
mod style;

pub use biblatex::biblatex;
pub use coins::coins;
pub use csl::csl_item;
pub use item::{Item, Name};
pub use passage::passage_with_reference;
pub use ris::ris;
pub use style::{DAY, LINK, PLACE, Style, citation};
use style::{position, reference, view};

use crate::export::link;
use crate::messages::Messages;
use crate::model::{ArticleId, Corpus, Day, PositionId};

/// What is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// An article.
    Article(ArticleId),
    /// A position, where its article tells it.
    Position(PositionId),
    /// A view of this explorer: the fragment of its address.
    View(String),
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A reference to be read, in a style.
    Text(Style),
    /// BibLaTeX.
    BibLatex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

impl Form {
    /// All of them, those to be read first.
    pub const ALL: [Form; 6] = [
        Form::Text(Style::Chicago),
        Form::Text(Style::Apa),
        Form::Text(Style::Mla),
        Form::BibLatex,
        Form::Ris,
        Form::Csl,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Form::Text(style) => style.label(),
            Form::BibLatex => "BibLaTeX",
            Form::Ris => "RIS",
            Form::Csl => "CSL-JSON",
        }
    }

    /// The end of its file's name, and its media type.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Form::Text(_) => ("txt", "text/plain;charset=utf-8"),
            Form::BibLatex => ("bib", "application/x-bibtex;charset=utf-8"),
            Form::Ris => ("ris", "application/x-research-info-systems;charset=utf-8"),
            Form::Csl => ("json", "application/vnd.citationstyles.csl+json"),
        }
    }
}

/// What is cited, in a form. `base` is what links begin with, empty where nobody else could follow one; `day` is when it was looked
/// at. Nothing, where the corpus has no such thing.
pub fn cite(corpus: &Corpus, cited: &Cited, form: Form, base: &str, day: Day, messages: &Messages) -> String {
    let item = match (cited, form) {
        (Cited::Article(id), Form::Text(style)) => {
            return corpus.article(id).map(|of| reference(corpus, of, style)).unwrap_or_default();
        }
        (Cited::Article(id), _) => corpus.article(id).map(|of| Item::of_article(corpus, of)),
        (Cited::Position(id), _) => {
            let Some(of) = corpus.position(id) else { return String::new() };
            let link = link(of, base);
            match form {
                Form::Text(style) => return position(corpus, of, style, &link, day, messages),
                _ => Item::of_position(corpus, of, &link, day),
            }
        }
        (Cited::View(fragment), _) => {
            let link =
                if fragment.is_empty() && !base.is_empty() { base.to_string() } else { format!("{base}#{fragment}") };
            match form {
                Form::Text(style) => return view(corpus, style, &link, day),
                _ => Some(Item::of_view(corpus, &link, day)),
            }
        }
    };
    let Some(item) = item else { return String::new() };
    match form {
        Form::BibLatex => biblatex(&item),
        Form::Ris => ris(&item),
        _ => csl::csl(&item),
    }
}

#[cfg(test)]
mod tests;
