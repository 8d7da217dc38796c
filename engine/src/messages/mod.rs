//! What the page says, in each language that it speaks: English, Russian, Japanese.
//!
//! In: a [`Language`]. Out: its [`Messages`], an area of the page a field. An area is a file: a type with a field for each message,
//! and a constant of that type for each language, so that the compiler refuses a language that lacks one; `xtask`'s house rules
//! refuse a message that nothing says. A message is a text; a text with gaps ([`Filled`]), whose number the compiler
//! checks; or one for each plural form of a number ([`Counted`]). What a corpus says is not translated: it stands in its
//! own language, and is marked as such. Nothing here knows of views.

// A message's English says what it is for; a sentence about each would say it again.
#![allow(missing_docs)]

mod coding;
mod counted;
mod counts;
mod dates;
mod filled;
mod language;
mod masthead;
mod record;
mod beginning;
mod columns;
mod notices;
mod telling;
mod search;
mod compare;
mod cells;
mod words;

pub use counted::Counted;
pub use filled::Filled;
pub use language::Language;
pub use search::Search;

/// All that the page says in one language, by areas.
#[derive(Debug)]
pub struct Messages {
    pub coding: coding::Coding,
    pub counts: counts::Counts,
    pub dates: dates::Dates,
    pub masthead: masthead::Masthead,
    pub record: record::Record,
    pub beginning: beginning::Beginning,
    pub columns: columns::Columns,
    pub notices: notices::Notices,
    pub telling: telling::Telling,
    pub search: search::Search,
    pub compare: compare::Compare,
    pub cells: cells::Cells,
    pub words: words::Words,
}

static ENGLISH: Messages = Messages {
    coding: coding::EN,
    counts: counts::EN,
    dates: dates::EN,
    masthead: masthead::EN,
    record: record::EN,
    beginning: beginning::EN,
    columns: columns::EN,
    notices: notices::EN,
    telling: telling::EN,
    search: search::EN,
    compare: compare::EN,
    cells: cells::EN,
    words: words::EN,
};
static RUSSIAN: Messages = Messages {
    coding: coding::RU,
    counts: counts::RU,
    dates: dates::RU,
    masthead: masthead::RU,
    record: record::RU,
    beginning: beginning::RU,
    columns: columns::RU,
    notices: notices::RU,
    telling: telling::RU,
    search: search::RU,
    compare: compare::RU,
    cells: cells::RU,
    words: words::RU,
};
static JAPANESE: Messages = Messages {
    coding: coding::JA,
    counts: counts::JA,
    dates: dates::JA,
    masthead: masthead::JA,
    record: record::JA,
    beginning: beginning::JA,
    columns: columns::JA,
    notices: notices::JA,
    telling: telling::JA,
    search: search::JA,
    compare: compare::JA,
    cells: cells::JA,
    words: words::JA,
};
