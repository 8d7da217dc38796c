//! What the page says, in each language that it speaks: English, Russian, Japanese.
//!
//! In: a [`Language`]. Out: its [`Messages`], an area of the page a field. An area is a file: a type with a field for each message,
//! and a constant of that type for each language, so that the compiler refuses a language that lacks one; `xtask`'s house rules
//! refuse a message that nothing says. A message is a text; a text with gaps ([`Filled`]), whose number the compiler
//! checks; or one for each plural form of a number ([`Counted`]). What a corpus says is not translated: it stands in its
//! own language, and is marked as such. Nothing here knows of views.

// A message's English says what it is for; a sentence about each would say it again.
#![allow(missing_docs)]

mod beginning;
mod cells;
mod citing;
mod coding;
mod columns;
mod compare;
mod concordance;
mod contrasts;
mod counted;
mod counts;
mod dates;
mod evidence;
mod filled;
mod language;
mod masthead;
mod notices;
mod own_copy;
mod positions;
mod read;
mod record;
mod search;
mod taking;
mod telling;
mod timeline;
mod witnesses;
mod words;

pub use counted::Counted;
pub use filled::Filled;
pub use language::Language;
pub use search::Search;

/// All that the page says in one language, by areas.
#[derive(Debug)]
pub struct Messages {
    pub citing: citing::Citing,
    pub coding: coding::Coding,
    pub concordance: concordance::Concordance,
    pub contrasts: contrasts::Contrasts,
    pub counts: counts::Counts,
    pub dates: dates::Dates,
    pub evidence: evidence::Evidence,
    pub masthead: masthead::Masthead,
    pub own_copy: own_copy::OwnCopy,
    pub positions: positions::Positions,
    pub read: read::Read,
    pub record: record::Record,
    pub beginning: beginning::Beginning,
    pub columns: columns::Columns,
    pub notices: notices::Notices,
    pub telling: telling::Telling,
    pub search: search::Search,
    pub compare: compare::Compare,
    pub cells: cells::Cells,
    pub taking: taking::Taking,
    pub timeline: timeline::Timeline,
    pub witnesses: witnesses::Witnesses,
    pub words: words::Words,
}

static ENGLISH: Messages = Messages {
    citing: citing::EN,
    coding: coding::EN,
    concordance: concordance::EN,
    contrasts: contrasts::EN,
    counts: counts::EN,
    dates: dates::EN,
    evidence: evidence::EN,
    masthead: masthead::EN,
    own_copy: own_copy::EN,
    positions: positions::EN,
    read: read::EN,
    record: record::EN,
    beginning: beginning::EN,
    columns: columns::EN,
    notices: notices::EN,
    telling: telling::EN,
    search: search::EN,
    compare: compare::EN,
    cells: cells::EN,
    taking: taking::EN,
    timeline: timeline::EN,
    witnesses: witnesses::EN,
    words: words::EN,
};
static RUSSIAN: Messages = Messages {
    citing: citing::RU,
    coding: coding::RU,
    concordance: concordance::RU,
    contrasts: contrasts::RU,
    counts: counts::RU,
    dates: dates::RU,
    evidence: evidence::RU,
    masthead: masthead::RU,
    own_copy: own_copy::RU,
    positions: positions::RU,
    read: read::RU,
    record: record::RU,
    beginning: beginning::RU,
    columns: columns::RU,
    notices: notices::RU,
    telling: telling::RU,
    search: search::RU,
    compare: compare::RU,
    cells: cells::RU,
    taking: taking::RU,
    timeline: timeline::RU,
    witnesses: witnesses::RU,
    words: words::RU,
};
static JAPANESE: Messages = Messages {
    citing: citing::JA,
    coding: coding::JA,
    concordance: concordance::JA,
    contrasts: contrasts::JA,
    counts: counts::JA,
    dates: dates::JA,
    evidence: evidence::JA,
    masthead: masthead::JA,
    own_copy: own_copy::JA,
    positions: positions::JA,
    read: read::JA,
    record: record::JA,
    beginning: beginning::JA,
    columns: columns::JA,
    notices: notices::JA,
    telling: telling::JA,
    search: search::JA,
    compare: compare::JA,
    cells: cells::JA,
    taking: taking::JA,
    timeline: timeline::JA,
    witnesses: witnesses::JA,
    words: words::JA,
};
